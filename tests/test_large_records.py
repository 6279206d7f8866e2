"""A record of 13 MB and a title of 30 MB: commands end soon and print little."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Event, HistoricalDate, Lens, Participant, Person, Ref, make_desk, open_desk
from desktop.commands.run import run
from tests.db.damage.desks import connected

LIFE = ("A life of many words. " * 600_000)[:13_000_000]
LONG = 30_000_000  # characters of a title that nobody typed
MOST_PRINTED = 200_000  # of what is printed of some twenty records with one such title


def filled(path: Path, biography: str = "") -> str:
    """A desk of twenty people of whom the first is in an event; the first one's uid."""
    make_desk(path)
    with open_desk(path) as store:
        people = [Person(title=f"Person {n} Khan") for n in range(20)]
        people[0].biography = biography
        for person in people:
            store.save(person, Lens())
        start = HistoricalDate.parse("2025-01-01")
        who = [Participant(who=Ref(people[0].id))]
        store.save(Event(title="A call", start=start, participants=who), Lens())
        return people[0].uid


def questions(desk: Path, uid: str) -> list[list[str]]:
    path, out = str(desk), str(desk.with_suffix(".html"))
    return [
        ["info", path],
        ["list", path, "people"],
        ["list", path, "people", "--json"],
        ["list", path, "events"],
        ["search", path, "khan"],
        ["search", path, "kahn", "--json"],
        ["search", path, "life"],
        ["history", path],
        ["duplicates", path],
        ["print", path, "list", "khan", "--out", out],
        ["print", path, "biography", uid, "--out", out],
    ]


def test_a_record_of_thirteen_megabytes_is_listed_found_and_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.desk"
    uid = filled(path, LIFE)
    for question in questions(path, uid):
        status = run(question)
        said = capsys.readouterr()
        assert len(said.out) < MOST_PRINTED, question
        assert status == (3 if "biography" in question else 0), (question, said.err)
    assert "13.0 million letters" in said.err
    assert run(["show", str(path), uid]) == 0
    assert LIFE[:1000] in capsys.readouterr().out


def test_a_title_of_thirty_megabytes_ends_no_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.desk"
    uid = filled(path)
    raw = connected(path)
    raw.execute(f"UPDATE record SET title = printf('%.*c', {LONG}, 'x') WHERE uid = ?", (uid,))
    raw.close()
    for question in (*questions(path, uid), ["show", str(path), uid]):
        status = run(question)
        said = capsys.readouterr()
        assert status in (0, 4), (question, said.err)
        assert len(said.out) < MOST_PRINTED, question
        assert status == 0 or "30,000,000 characters; only some are shown" in said.err
    assert run(["edit", str(path), uid, "gender=female"]) == 3
    assert "more than a title can have" in capsys.readouterr().err
    assert run(["verify", str(path)]) == 3
    assert "is longer than a title can be" in capsys.readouterr().out
