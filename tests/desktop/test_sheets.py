"""What is asked becomes one document, whatever its form, with no more than the lens shows."""

import json
from dataclasses import replace

import pytest

from db import Lens, Refused, Stopped, parse_query
from desktop.models.list_question import ListQuestion
from desktop.session import Session
from desktop.sheets import Asked, list_asked, query_asked, records_asked, sheets_of, unpacked


def key_of(session: Session, kind: str, words: str) -> int:
    return session.reader.page(kind, parse_query(words), Lens()).ids[0]


def people(session: Session, words: str = "", **lens: int) -> Asked:
    return query_asked("People", "person", parse_query(words), Lens(**lens))


def read(session: Session, asked: Asked, lens: Lens | None = None):
    return sheets_of(asked, session.reader, lens or Lens(), "desk")


def test_a_list_names_its_filters_and_what_the_ceiling_takes(session: Session) -> None:
    (sheet,) = read(session, people(session, "country:pk"), Lens(ceiling=1))
    assert sheet.subtitle == "3 entries · only country:pk"
    assert (sheet.withheld, sheet.marking) == (1, "RESTRICTED")


@pytest.mark.parametrize(
    ("asked", "form", "titles"),
    [
        ("person", "list", ["People (2)"]),
        ("person", "chronology", ["Contents", "Asim Munir", "Marco Rubio"]),
        ("person", "biography", ["Contents", "Asim Munir", "Marco Rubio"]),
        ("person", "brief", ["Meeting brief"]),
        ("event", "chronology", ["Events"]),
        ("event", "event", ["Contents", "Call on minerals", "Armed conflict"]),
        ("query", "biography", ["Contents", "Asim Munir", "Munir Akram"]),
        ("query", "list", ["Munirs"]),
    ],
)
def test_one_thing_can_be_asked_in_several_forms(
    session: Session, asked: str, form: str, titles: list[str]
) -> None:
    made = {
        "person": Asked(
            "People (2)",
            "person",
            form,
            (key_of(session, "person", "asim"), key_of(session, "person", "rubio")),
        ),
        "event": Asked(
            "Events",
            "event",
            form,
            (key_of(session, "event", "call"), key_of(session, "event", "conflict")),
        ),
        "query": query_asked("Munirs", "person", parse_query("munir"), Lens()),
    }[asked]
    made = Asked(made.title, made.kind, form, made.ids, made.question)
    assert form in made.forms
    assert [sheet.title for sheet in read(session, made)] == titles


def test_a_record_alone_has_no_contents_before_it(session: Session) -> None:
    asked = records_asked("Dar", "person", [key_of(session, "person", "dar")])
    assert [sheet.title for sheet in read(session, asked)] == ["Ishaq Dar"]


def test_records_above_the_ceiling_are_counted_and_not_shown(session: Session) -> None:
    ids = [key_of(session, "person", name) for name in ("secret agent", "rubio", "dar")]
    first, *rest = read(session, records_asked("Three", "person", ids), Lens(ceiling=0))
    assert [sheet.title for sheet in rest] == ["Marco Rubio", "Ishaq Dar"]
    assert first.withheld == 1


def test_nothing_below_the_ceiling_is_a_sentence(session: Session) -> None:
    asked = records_asked("It", "person", [key_of(session, "person", "secret agent")])
    with pytest.raises(Refused, match="above the ceiling"):
        read(session, asked, Lens(ceiling=0))
    with pytest.raises(Refused, match="choose at least one"):
        read(session, records_asked("None", "person", []))


@pytest.mark.parametrize("form", ["biography", "list"])
def test_what_was_removed_is_not_told_as_withheld(session: Session, form: str) -> None:
    gone, stays = (key_of(session, "person", name) for name in ("rubio", "dar"))
    session.remove([gone])
    asked = replace(records_asked("Both", "person", [gone, stays]), form=form)
    assert [sheet.withheld for sheet in read(session, asked)] == [0]
    with pytest.raises(Refused, match="no longer on this desk"):
        read(session, replace(asked, ids=(gone,)))


def test_what_is_too_long_for_paper_is_refused(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sheets.MOST_LINES", 3)
    monkeypatch.setattr("desktop.sheets.MOST_RECORDS", 2)
    with pytest.raises(Refused, match="6 people are too many"):
        read(session, people(session))
    with pytest.raises(Refused, match="4 people are too many"):
        read(session, people(session, "country:pk"))
    ids = session.reader.all_ids("person", Lens(), "name")
    with pytest.raises(Refused, match="6 people are too many"):
        read(session, records_asked("All", "person", ids))


def test_reading_tells_how_far_it_is_and_can_be_stopped(session: Session) -> None:
    ids = session.reader.all_ids("person", Lens(), "name")
    told = []

    def advance(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Stopped("enough")

    with pytest.raises(Stopped):
        sheets_of(records_asked("All", "person", ids), session.reader, Lens(), "desk", advance)
    assert told == [(0, 6), (1, 6), (2, 6)]


@pytest.mark.parametrize("words", ["", "munir", '-"Munir Akram" country:pk held:2025..2026'])
def test_what_was_asked_can_be_kept_and_asked_again(words: str) -> None:
    question = ListQuestion("person", parse_query(words), Lens(), "name", True, False)
    for asked in (list_asked("Who", question), Asked("Who", "person", "biography", (3, 1))):
        assert unpacked(json.loads(json.dumps(asked.packed())), Lens()) == asked
