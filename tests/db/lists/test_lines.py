"""The lines of lists: what a row shows, through the lens, for any ids at once."""

from __future__ import annotations

from typing import Any

import pytest

from db import Event, HistoricalDate, Lens, Name, Organization, Participant, Person, Store
from db.changes.writing import insert_record
from db.lists.lines import Span, span_of
from db.lists.record_lists import COLUMNS
from db.storage.row_mapping import date_values
from tests.db.conftest import Small
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def test_lines_stand_in_the_order_asked_for_and_the_missing_are_left_out(small: Small) -> None:
    ids = [small.call.id, 999, small.munir.id, small.state.id, small.call.id]
    told = small.store.reader.lines(ids, LENS)
    assert [line.title for line in told] == [
        "Telephone call", "Asim Munir", "Pakistan", "Telephone call",
    ]  # fmt: skip
    assert small.store.reader.lines([], LENS) == []


def test_every_line_has_a_cell_for_each_column(small: Small) -> None:
    everything = [small.army, small.state, small.munir, small.pact, small.call]
    for line in small.store.reader.lines([record.id for record in everything], LENS):
        assert len(line.cells) == len(COLUMNS[line.kind]), line.kind


def test_cells_say_what_their_columns_promise(small: Small) -> None:
    records = [small.munir, small.army, small.pact, small.call]
    told = small.store.reader.lines([record.id for record in records], LENS)
    assert [line.cells for line in told] == [
        ("Asim Munir", "Chief of Army Staff, Pakistan Army", "Pakistan"),
        ("Pakistan Army", "armed force", "Pakistan", ""),
        ("Memorandum on minerals", "September 2025", "Pakistan", "signed", small.pact.kind),
        ("15 September 2025", "Telephone call", "Asim Munir", "", ""),
    ]  # fmt: skip
    assert [line.native for line in told] == ["عاصم منیر", "", "", ""]
    assert told[3].countries == ("pk",)
    assert told[3].event_kind == "call"


def test_the_first_native_name_is_shown(store: Store) -> None:
    names = [Name(text="Alias"), Name(text="一", kind="native"), Name(text="二", kind="native")]
    person = Person(title="One", names=names)
    store.save(person, LENS)
    assert store.reader.lines([person.id], LENS)[0].native == "一"


def test_who_is_hidden_is_in_no_cell_and_no_country(store: Store) -> None:
    seen, hidden = Person(title="Seen", country="pk"), Person(title="Hidden", country="us")
    hidden.marking = 2
    for person in (seen, hidden):
        store.save(person, LENS)
    both = [Participant(who=ref(hidden)), Participant(who=ref(seen))]
    call = Event(title="Call", participants=both, country="fr")
    store.save(call, LENS)
    [line] = store.reader.lines([call.id], LENS)
    assert (line.cells[2], line.countries) == ("Hidden, Seen", ("fr", "pk", "us"))
    [line] = store.reader.lines([call.id, hidden.id], Lens(ceiling=1))
    assert (line.cells[2], line.countries) == ("Seen", ("fr", "pk"))


def test_more_lines_than_one_statement_takes_are_all_told(store: Store) -> None:
    with store.unit_of_work("Many", compact=True) as work:
        for number in range(1101):
            insert_record(work, Organization(title=f"Body {number:04}", kind=f"kind {number}"))
    ids = store.reader.all_ids("organization", LENS, "name", descending=True)
    told = store.reader.lines(ids, LENS)
    assert [line.cells[1] for line in told] == [f"kind {number}" for number in range(1100, -1, -1)]


def columns(start: str | None, end: str | None) -> list[Any]:
    """The eight columns of an event's two dates."""
    found: list[Any] = []
    for text in (start, end):
        found += date_values(HistoricalDate.parse(text) if text else None)
    return found


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (None, None, (None, None, None, None)),
        ("2025-07-14", None, ("2025-07-14", "2025-07-14", "2025-07-14", "2025-07-14")),
        ("2025-07", None, ("2025-07-01", "2025-07-31", "2025-07-31", "2025-07-01")),
        (None, "2025-07", ("2025-07-01", "2025-07-31", "2025-07-31", "2025-07-01")),
        ("2025-07", "2025-09", ("2025-07-01", "2025-09-30", "2025-07-31", "2025-09-01")),
        ("before 2019", None, (None, "2018-12-31", "2018-12-31", None)),
        ("2025-07-14", "after July 2025", ("2025-07-14", None, "2025-07-14", "2025-08-01")),
    ],
)
def test_a_span_runs_from_the_first_to_the_last_possible_day(
    start: str | None, end: str | None, span: tuple[str | None, ...]
) -> None:
    assert span_of(columns(start, end)) == Span(*span)
