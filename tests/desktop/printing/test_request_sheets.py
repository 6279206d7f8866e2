"""What is asked becomes one document, whatever its form, with no more than the lens shows."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from db import (
    COLUMNS,
    KINDS,
    Accreditation,
    HistoricalDate,
    Lens,
    Person,
    Refused,
    Stopped,
    parse_query,
)
from desktop.models.list_request import ListRequest
from desktop.paper.content.blocks import Sheet, TableBlock, runs
from desktop.printing.print_request import (
    PrintRequest,
    chronology_request,
    diplomatic_request,
    list_print_request,
    query_request,
    records_request,
)
from desktop.printing.request_sheets import sheets_of
from desktop.session.session import Session
from desktop.window.main_window import Window
from tests.desktop.printing.test_print_request import key_of, people


def read(session: Session, asked: PrintRequest, lens: Lens | None = None) -> list[Sheet]:
    return sheets_of(asked, session.reader, lens or Lens(), "desk")


def test_a_list_names_its_filters_and_what_the_ceiling_takes(session: Session) -> None:
    (sheet,) = read(session, people(session, "country:pk"), Lens(ceiling=1))
    assert sheet.subtitle == "3 entries · Pakistan"
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
        "person": PrintRequest(
            "People (2)",
            "person",
            form,
            (key_of(session, "person", "asim"), key_of(session, "person", "rubio")),
        ),
        "event": PrintRequest(
            "Events",
            "event",
            form,
            (key_of(session, "event", "call"), key_of(session, "event", "conflict")),
        ),
        "query": query_request("Munirs", "person", parse_query("munir"), Lens()),
    }[asked]
    made = PrintRequest(made.title, made.kind, form, made.ids, made.question)
    assert form in made.forms
    assert [sheet.title for sheet in read(session, made)] == titles


def test_a_record_alone_has_no_contents_before_it(session: Session) -> None:
    asked = records_request("Dar", "person", [key_of(session, "person", "dar")])
    assert [sheet.title for sheet in read(session, asked)] == ["Ishaq Dar"]


def test_records_above_the_ceiling_are_counted_and_not_shown(session: Session) -> None:
    ids = [key_of(session, "person", name) for name in ("secret agent", "rubio", "dar")]
    first, *rest = read(session, records_request("Three", "person", ids), Lens(ceiling=0))
    assert [sheet.title for sheet in rest] == ["Marco Rubio", "Ishaq Dar"]
    assert first.withheld == 1


def test_nothing_below_the_ceiling_is_a_sentence(session: Session) -> None:
    asked = records_request("It", "person", [key_of(session, "person", "secret agent")])
    with pytest.raises(Refused, match="above the ceiling"):
        read(session, asked, Lens(ceiling=0))
    with pytest.raises(Refused, match="choose at least one"):
        read(session, records_request("None", "person", []))


@pytest.mark.parametrize("form", ["biography", "list"])
def test_what_was_removed_is_not_told_as_withheld(session: Session, form: str) -> None:
    gone, stays = (key_of(session, "person", name) for name in ("rubio", "dar"))
    session.remove([gone])
    asked = replace(records_request("Both", "person", [gone, stays]), form=form)
    assert [sheet.withheld for sheet in read(session, asked)] == [0]
    with pytest.raises(Refused, match="no longer on this desk"):
        read(session, replace(asked, ids=(gone,)))


def test_what_is_too_long_for_paper_is_refused(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.printing.request_sheets.MAX_LINES", 3)
    monkeypatch.setattr("desktop.printing.request_sheets.MAX_RECORD_SHEETS", 2)
    with pytest.raises(Refused, match="6 people are too many"):
        read(session, people(session))
    with pytest.raises(Refused, match="4 people are too many"):
        read(session, people(session, "country:pk"))
    ids = session.reader.all_ids("person", Lens(), "name")
    with pytest.raises(Refused, match="6 people are too many"):
        read(session, records_request("All", "person", ids))


def test_reading_tells_how_far_it_is_and_can_be_stopped(session: Session) -> None:
    ids = session.reader.all_ids("person", Lens(), "name")
    told = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Stopped("enough")

    with pytest.raises(Stopped):
        sheets_of(records_request("All", "person", ids), session.reader, Lens(), "desk", progress)
    assert told == [(0, 6), (1, 6), (2, 6)]


def printed_ids(sheet: Sheet) -> list[int]:
    """The records of a list in the order of its rows."""
    tables = [block for block in sheet.blocks if isinstance(block, TableBlock)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    return [run.link for cell in cells for run in runs(cell) if run.link]


SORTS = [
    (kind, column.key, down)
    for kind in KINDS
    for column in COLUMNS[kind]
    if column.is_sortable
    for down in (False, True)
]


@pytest.mark.parametrize(("kind", "column", "down"), SORTS)
@pytest.mark.parametrize("words", ["", "country:pk", "m"])
def test_a_list_is_printed_in_the_order_of_its_column(
    session: Session, kind: str, column: str, down: bool, words: str
) -> None:
    query = parse_query(words)
    question = ListRequest(kind, query, Lens(), column, down, False)
    shown = list(session.reader.all_ids(kind, Lens(), column, descending=down))
    if words:
        found = set(session.reader.page(kind, query, Lens()).ids)
        shown = [key for key in shown if key in found]
    if not shown:
        return
    (sheet,) = read(session, list_print_request("List", question))
    assert printed_ids(sheet)[: len(shown)] == shown


@pytest.mark.parametrize("words", ["munir", "asim", "munier", "dar country:pk", "minerals", ""])
def test_what_a_search_shows_is_printed_as_it_is_shown(
    window: Window, qtbot: QtBot, words: str
) -> None:
    model = window.view.tab.list.model
    model.search(parse_query(words))
    qtbot.waitUntil(lambda: not model.is_asking)
    qtbot.wait(600)  # what is spelt otherwise comes when nobody types
    qtbot.waitUntil(lambda: window.session.background_reader.is_idle())
    if not model.ids:
        return
    (sheet,) = read(window.session, list_print_request("People", model.question))
    assert printed_ids(sheet) == list(model.ids)
    chosen = list(reversed(model.ids))
    if len(chosen) > 1:
        (sheet,) = read(window.session, PrintRequest("Chosen", "person", "list", tuple(chosen)))
        assert printed_ids(sheet) == chosen


def test_a_chronology_of_a_record_keeps_to_its_span(session: Session) -> None:
    rubio = session.reader.ref(key_of(session, "person", "rubio"), Lens())
    (whole,) = read(session, chronology_request("", Lens(), record=rubio))
    (never,) = read(session, chronology_request("", Lens(), record=rubio, span="1900..1910"))
    assert whole.title == "Marco Rubio" and whole.subtitle != "0 entries"
    assert (never.title, never.subtitle) == ("Marco Rubio, 1900–1910", "0 entries")
    assert never.withheld == 0


def test_a_chronology_of_a_state_tells_of_events_and_agreements(session: Session) -> None:
    (sheet,) = read(session, chronology_request("Chronology", Lens(), country="pk"))
    counts = [
        len(session.reader.page(kind, parse_query("country:pk"), Lens()).ids)
        for kind in ("event", "agreement")
    ]
    assert min(counts) > 0
    assert (sheet.title, sheet.subtitle) == ("Pakistan", f"{sum(counts)} entries")


@pytest.mark.parametrize(
    ("form", "title", "said"),
    [
        ("board", "Pakistan Army", "Office board"),
        ("organigram", "Pakistan Army", "Organigram"),
        ("reshuffle", "Pakistan Army", "Reshuffle · 1 January 2020 to 1 January 2026"),
    ],
)
def test_the_offices_of_a_body_are_a_document(
    session: Session, form: str, title: str, said: str
) -> None:
    key = key_of(session, "organization", "pakistan army")
    asked = PrintRequest(title, "organization", form, (key,), span="2020-01-01/2026-01-01")
    (sheet,) = read(session, asked)
    assert sheet.title == title
    assert str(sheet.subtitle).startswith(said)
    query = parse_query("country:pk")
    question = ListRequest("organization", query, Lens(), "name", False, False)
    (whole,) = read(session, replace(asked, ids=(), question=question, title="Pakistan"))
    assert whole.title == "Pakistan"


def test_what_is_asked_apart_is_no_form_of_every_body() -> None:
    asked = PrintRequest("x", "organization", "organization", (1,))
    assert {"board", "organigram", "organigram-a3"} <= set(asked.forms)
    assert not {"reshuffle", "diplomatic-list"} & set(asked.forms)
    assert "reshuffle" in replace(asked, form="reshuffle").forms


def test_a_diplomatic_list_is_of_its_state_and_tells_nothing_once_nameless(
    session: Session,
) -> None:
    day = HistoricalDate.parse("2024-01-01")
    head = Accreditation(state="France", receiving="Ruritania", credentials=day)
    session.save(Person(title="Xavier Lenoir", accreditations=[head], marking=2))
    asked = diplomatic_request("Ruritania", "Ruritania")
    (sheet,) = read(session, asked)
    assert (sheet.title, sheet.marking) == ("Ruritania", "CONFIDENTIAL")
    with pytest.raises(Refused, match="accredited to “Ruritania”"):
        read(session, asked, Lens(ceiling=0))
    with pytest.raises(Refused, match="under this ceiling"):
        read(session, asked.without_names("List"), Lens(ceiling=0))
