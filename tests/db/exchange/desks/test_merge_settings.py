"""Settings that only one desk has are taken; what both have otherwise is decided like a field."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Decisions, Lens, make_desk, open_desk
from db.exchange.desks.merge_desks import merge_desk
from db.exchange.desks.merge_settings import read_settings
from tests.db.desk_sql import sql_of
from tests.db.exchange.courier.exchanged import add
from tests.db.exchange.desks.copies import LENS, copy_desk, merge_into

OWN = {"name": "Mine", "exchange u": "{}", "merged in change 1": "{}", "anything": "x"}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a desk with two people, in the order of no language."""
    one = tmp_path / "a.desk"
    make_desk(one)
    for title in ("Öz", "Zed"):
        add(one, title)
    return one, copy_desk(one, "b")


def choose(desk: Path, **settings: str) -> None:
    with open_desk(desk) as store:
        for key, value in settings.items():
            store.keep_setting(key.replace("_", "-"), value)


def settings(desk: Path, lens: Lens = LENS) -> dict[str, str]:
    with open_desk(desk, read_only=True) as store:
        return read_settings(sql_of(store.reader), lens)


def test_what_only_one_has_is_taken_and_told(pair: tuple[Path, Path]) -> None:
    a, b = pair
    choose(a, date_style="iso")
    choose(b, language="sv", **{"import map 0 x": "kind"})
    into_a, into_b = copy_desk(a, "into a"), copy_desk(b, "into b")
    report = merge_into(into_a, b)
    assert report.settings == ["Letters are sorted as in", "Map of an import"]
    merge_into(into_b, a)
    assert settings(into_a) == settings(into_b)
    assert len(settings(into_a)) == 3
    with open_desk(into_a) as store:  # in Swedish Ö comes after Z
        ids = store.reader.all_ids("person", LENS, "name")
        assert [line.title for line in store.reader.lines(ids, LENS)] == ["Zed", "Öz"]


def test_what_both_have_otherwise_is_decided(pair: tuple[Path, Path]) -> None:
    a, b = pair
    choose(a, date_style="iso")
    choose(b, date_style="short")
    [conflict] = merge_into(copy_desk(a, "c"), b, rule="").conflicts
    assert (conflict.kind, conflict.field, conflict.label) == (
        "settings", "date-style", "Dates are written",
    )  # fmt: skip
    assert (conflict.ours, conflict.theirs, conflict.decided) == ("iso", "short", False)
    for decisions, found in (
        (Decisions("theirs"), "short"),
        (Decisions("mine"), "iso"),
        (Decisions("", {conflict.key: "theirs"}), "short"),
        (Decisions("newer"), "short"),
    ):
        path = copy_desk(a, "c")
        with open_desk(path) as store, open_desk(b, read_only=True) as other:
            assert merge_desk(store, other, LENS, decisions=decisions).undecided_count == 0
        assert settings(path) == {"date-style": found}
    merge_into(b, a)
    assert settings(b) == {"date-style": "short"}


def test_a_preview_keeps_nothing(pair: tuple[Path, Path]) -> None:
    a, b = pair
    choose(b, language="sv")
    assert merge_into(a, b, preview=True).settings and settings(a) == {}


def test_what_is_a_desk_s_own_or_above_the_ceiling_stays(pair: tuple[Path, Path]) -> None:
    a, b = pair
    with open_desk(b) as store:
        for key, value in {**OWN, "import map 3 x": "secret"}.items():
            store.keep_setting(key, value)
    assert settings(b, Lens("2025-09-15", 1)) == {}
    assert settings(b) == {"import map 3 x": "secret"}
    with open_desk(a) as store, open_desk(b, read_only=True) as other:
        report = merge_desk(store, other, Lens("2025-09-15", 1))
    assert report.settings == [] and settings(a) == {}
