"""A change of office is one change: one tenure ends, the next begins, an event tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import HistoricalDate, Lens, Person, Ref, Refused, Store, make_desk, open_desk
from desktop.board.succession import (
    Succession,
    changed_records,
    holders_on,
    only_office,
    seats_of,
    who_goes,
)
from tests.cabinet_desk import Cabinet, day, fill_cabinet

LENS = Lens("2026-01-01")
ON = HistoricalDate.parse("2026-01-01")


@pytest.fixture
def cabinet(tmp_path: Path) -> Iterator[Cabinet]:
    path = tmp_path / "cabinet.desk"
    make_desk(path, name="Cabinet")
    with open_desk(path) as store:
        yield fill_cabinet(store)


def who(cabinet: Cabinet, name: str) -> Ref:
    return Ref(cabinet.people[name].id, name, "person")


def succeed(
    cabinet: Cabinet, name: str, title: str, on: HistoricalDate = ON, *, acting: bool = False
) -> int:
    """Have it done, and return the change."""
    reader, office = cabinet.store.reader, cabinet.office(title)
    successor = who(cabinet, name) if name in cabinet.people else Ref(0, name, "person")
    plan = Succession(office, successor, on, who_goes(reader, office, on, acting, LENS), acting)
    first, *also = changed_records(reader, plan, LENS)
    change = cabinet.store.save(first, LENS, plan.label, also)
    assert change is not None
    return change.id


def holders(cabinet: Cabinet, title: str, on: str = "2026-02-01") -> list[str]:
    office = cabinet.office(title)
    return [each.person.title for each in holders_on(cabinet.store.reader, office, on, LENS)]


def events(store: Store) -> list[str]:
    ids = store.reader.all_ids("event", LENS, "name")
    return [line.title for line in store.reader.lines(ids, LENS)]


def test_one_change_ends_and_begins_and_tells(cabinet: Cabinet) -> None:
    change = succeed(cabinet, "Emil", "Prime Minister")
    assert holders(cabinet, "Prime Minister") == ["Emil"]
    title = "Emil becomes Prime Minister, Government of Ruritania"
    assert title in events(cabinet.store)
    boris = cabinet.store.reader.get(cabinet.people["Boris"].id, LENS)
    assert isinstance(boris, Person)
    assert [(each.until, each.end_state) for each in boris.tenures if each.since == day(
        "2025-06-01")] == [(ON, "ended")]  # fmt: skip
    labels = [each.label for each in cabinet.store.reader.changes(limit=1, lens=LENS)]
    assert labels == ["Emil succeeds Boris as Prime Minister, Government of Ruritania"]
    cabinet.store.revert(change)
    assert holders(cabinet, "Prime Minister") == ["Boris"]
    assert title not in events(cabinet.store)


def test_a_new_person_is_made_with_it_once(cabinet: Cabinet) -> None:
    succeed(cabinet, "Zoe", "Prime Minister")
    assert holders(cabinet, "Prime Minister") == ["Zoe"]
    ids = cabinet.store.reader.all_ids("person", LENS, "name")
    lines = cabinet.store.reader.lines(ids, LENS)
    assert [line.title for line in lines].count("Zoe") == 1


def test_of_several_seats_nobody_has_to_go(cabinet: Cabinet) -> None:
    assert seats_of(cabinet.store.reader, cabinet.office("Deputy Prime Minister"), LENS) == 2
    succeed(cabinet, "Emil", "Deputy Prime Minister")
    assert sorted(holders(cabinet, "Deputy Prime Minister")) == ["Dora", "Emil"]


def test_who_acted_is_confirmed_in_one_record(cabinet: Cabinet) -> None:
    succeed(cabinet, "Clara", "Secretary of State", acting=True)
    succeed(cabinet, "Clara", "Secretary of State", HistoricalDate.parse("2026-02-01"))
    clara = cabinet.store.reader.get(cabinet.people["Clara"].id, LENS)
    assert isinstance(clara, Person)
    own = [each for each in clara.tenures if each.office and each.office.title[:3] == "Sec"]
    assert [(each.acting, each.end_state) for each in own] == [(True, "ended"), (False, "ongoing")]


def test_one_who_acts_leaves_the_holder_in_office(cabinet: Cabinet) -> None:
    succeed(cabinet, "Emil", "Prime Minister", acting=True)
    assert sorted(holders(cabinet, "Prime Minister")) == ["Boris", "Emil"]


def test_who_may_have_left_goes_for_certain(cabinet: Cabinet) -> None:
    succeed(cabinet, "Emil", "Usher")
    assert holders(cabinet, "Usher") == ["Emil"]


@pytest.mark.parametrize(
    ("name", "title", "on", "says"),
    [
        ("Boris", "Prime Minister", ON, "Boris already holds this office"),
        ("Emil", "Prime Minister", HistoricalDate("", None, None, "soon"), "Say from when"),
        ("Emil", "Prime Minister", HistoricalDate.parse("2025-06-01/.."), ""),
    ],
)
def test_what_cannot_be_is_refused(
    cabinet: Cabinet, name: str, title: str, on: HistoricalDate, says: str
) -> None:
    if not says:
        succeed(cabinet, name, title, on)
        return
    with pytest.raises(Refused, match=says):
        succeed(cabinet, name, title, on)


def test_nobody_leaves_before_coming(cabinet: Cabinet) -> None:
    reader, office = cabinet.store.reader, cabinet.office("Prime Minister")
    late = who_goes(reader, office, ON, False, LENS)
    plan = Succession(office, who(cabinet, "Emil"), HistoricalDate.parse("2025-01-01"), late)
    with pytest.raises(Refused, match="Boris took up this office on 2025-06-01, after"):
        changed_records(reader, plan, LENS)


def test_an_office_is_meant_without_doubt(cabinet: Cabinet) -> None:
    found = cabinet.store.reader.find_offices("minister", LENS)
    with pytest.raises(Refused, match="may be one of"):
        only_office(found, "minister")
    assert only_office(found, "Prime Minister").title == "Prime Minister"
    with pytest.raises(Refused, match="No office"):
        only_office([], "x")
