"""The lines of lists: what is shown of a record in one row, read for any ids at once.

`Reader` asks it for the rows that come into sight; pages and paper for the events they tell of.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from db.lazy import lazy_modules
from db.lens import Lens, shows
from db.lists.more_columns import read_cells
from db.lists.timeline.span_words import date_text, span_text
from db.lists.titles.names_then import read_names_then
from db.lists.titles.tenure_titles import titles_on
from db.storage.damage import check_rows
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import MAX_TITLE_LETTERS
from db.vocabulary.countries import country_name

if TYPE_CHECKING:
    from db.lists import status

# The law of agreements, some fifty milliseconds of loading, waits until one is listed.
lazy_modules(__name__)

HEAD = ("id", "uid", "kind", "title", "marking", "country", "checked_on")
CONCLUDED = ("concluded_edtf", "concluded_first", "concluded_last", "concluded_words")
AGREEMENT = ("id", "kind", *CONCLUDED)
START = ("start_edtf", "start_first", "start_last", "start_words")
END = ("end_edtf", "end_first", "end_last", "end_words")
EVENT = ("id", *START, *END, "place", "outcome", "kind")


@dataclass(frozen=True, slots=True)
class Span:
    """When something was, as far as known: possible first to possible last day, certain core."""

    first: str | None
    last: str | None
    start_last: str | None
    end_first: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list; `cells` stand in the order of `COLUMNS[kind]`."""

    id: int
    uid: str
    kind: str
    title: str
    native: str
    cells: tuple[str, ...]
    marking: int
    country: str
    checked_on: str | None
    span: Span | None = None
    event_kind: str = ""
    countries: tuple[str, ...] = ()  # of an event: its own and those of who took part


def lines(
    sql: Sql, ids: Sequence[int], lens: Lens, more: Collection[str] | None = None
) -> list[Line]:
    """Return the lines for these ids, in their order; ids that are gone or hidden are left out.

    With `more` the lines have cells for the columns that can be chosen too, filled for these keys.
    """
    if not ids:
        return []
    found: dict[int, Line] = {}
    heads: dict[str, list[Any]] = {kind: [] for kind in LINES}
    found_rows = sql.rows(
        f"SELECT {', '.join(HEAD)} FROM record WHERE id IN ({LISTED}) AND {shows('marking')}",
        (listed(ids), lens.ceiling),
    )
    names = read_names_then(sql, ids, lens)
    for row in check_rows(sql, "record", HEAD, found_rows):
        if row[2] in heads and lens.shows(row[4]):
            head = (*row[:3], names[row[0]], *row[4:]) if row[0] in names else row
            heads[row[2]].append(head)
    for kind, rows in heads.items():
        if rows:
            natives = _native_names(sql, [row[0] for row in rows])
            lines_of_kind = LINES[kind](sql, rows, natives, lens)
            if more is not None:
                cells = read_cells(sql, kind, [line.id for line in lines_of_kind], lens, more)
                lines_of_kind = [
                    replace(line, cells=line.cells + cells[line.id]) for line in lines_of_kind
                ]
            found.update((line.id, line) for line in lines_of_kind)
    return [found[key] for key in ids if key in found]


def _native_names(sql: Sql, ids: Sequence[int]) -> dict[int, str]:
    return dict(
        sql.rows(
            f"SELECT record_id, substr(text, 1, {MAX_TITLE_LETTERS}) FROM name"
            " WHERE kind = 'native'"
            f" AND record_id IN ({LISTED}) ORDER BY position DESC",
            (listed(ids),),
        )
    )


def _line(row: Any, natives: dict[int, str], cells: Iterable[str], **more: Any) -> Line:
    key, uid, kind, title, marking, country, checked_on = row
    native = natives.get(key, "")
    return Line(key, uid, kind, title, native, tuple(cells), marking, country, checked_on, **more)


def _people(sql: Sql, rows: list[Any], natives: dict[int, str], lens: Lens) -> list[Line]:
    offices = titles_on(sql, [row[0] for row in rows], lens)
    return [
        _line(row, natives, (row[3], offices.get(row[0], ""), country_name(row[5]))) for row in rows
    ]


def _by_id(
    sql: Sql, table: str, columns: tuple[str, ...], heads: list[Any]
) -> dict[int, tuple[Any, ...]]:
    """Return columns of records' own rows by id; a record that has lost its row is left out, with a
    note.

    The heads of these are taken out of the list.
    """
    rows = sql.rows(
        f"SELECT {', '.join(columns)} FROM {table} WHERE id IN ({LISTED})",
        (listed(head[0] for head in heads),),
    )
    found = {row[0]: row for row in check_rows(sql, table, columns, rows)}
    if len(found) < len(heads):
        count = sql.value(
            f"SELECT count(*) FROM record WHERE kind = ?1 AND id NOT IN (SELECT id FROM {table})",
            (table,),
        )
        sql.note(f"Records of the kind {table} have lost their own row; {count} are left out.")
        heads[:] = [head for head in heads if head[0] in found]
    return found


def _organizations(sql: Sql, rows: list[Any], natives: dict[int, str], _: Lens) -> list[Line]:
    kinds = _by_id(sql, "organization", ("id", "kind", "acronym"), rows)
    return [
        _line(row, natives, (row[3], kinds[row[0]][1], country_name(row[5]), kinds[row[0]][2]))
        for row in rows
    ]


def read_named_titles(
    sql: Sql, table: str, ids: Sequence[int], lens: Lens, column: str = "who_id"
) -> dict[int, list[str]]:
    """Return the titles that lines of a table name, in order, by their owner's id."""
    found: dict[int, list[str]] = {}
    rows = sql.rows(
        f"SELECT p.record_id, r.id, r.title FROM {table} p JOIN record r ON r.id = p.{column}"
        f" WHERE p.record_id IN ({LISTED}) AND {shows('r.marking')}"
        " ORDER BY p.record_id, p.position",
        (listed(ids), lens.ceiling),
    )
    names = read_names_then(sql, {row[1] for row in rows}, lens)
    for key, who, title in rows:
        found.setdefault(key, []).append(names.get(who, title))
    return found


def _agreements(sql: Sql, rows: list[Any], natives: dict[int, str], lens: Lens) -> list[Line]:
    kinds = _by_id(sql, "agreement", AGREEMENT, rows)
    ids = [row[0] for row in rows]
    parties = read_named_titles(sql, "party", ids, lens)
    statuses = status.statuses_on(sql, ids, lens)
    return [
        _line(
            row,
            natives,
            (
                row[3],
                date_text(kinds[row[0]][2:6]),
                ", ".join(parties.get(row[0], ())),
                statuses[row[0]],
                kinds[row[0]][1],
            ),
            span=Span(kinds[row[0]][3], kinds[row[0]][4], kinds[row[0]][4], kinds[row[0]][3]),
        )
        for row in rows
    ]


def _events(sql: Sql, rows: list[Any], natives: dict[int, str], lens: Lens) -> list[Line]:
    kinds = _by_id(sql, "event", EVENT, rows)
    ids = [row[0] for row in rows]
    people = read_named_titles(sql, "participant", ids, lens)
    countries = _countries(sql, ids, lens)
    event_lines = []
    for row in rows:
        event = kinds[row[0]]
        cells = (
            span_text(event[1:5], event[5:9]),
            row[3],
            ", ".join(people.get(row[0], ())),
            event[9],
            event[10],
        )
        codes = tuple(sorted({row[5], *countries.get(row[0], ())} - {""}))
        span = span_of(event[1:9])
        event_lines.append(
            _line(row, natives, cells, span=span, event_kind=event[11], countries=codes)
        )
    return event_lines


def _countries(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for key, code in sql.rows(
        "SELECT DISTINCT p.record_id, r.country FROM participant p"
        f" JOIN record r ON r.id = p.who_id WHERE p.record_id IN ({LISTED})"
        f" AND r.country <> '' AND {shows('r.marking')}",
        (listed(ids), lens.ceiling),
    ):
        found.setdefault(key, []).append(code)
    return found


def span_of(dates: Sequence[Any]) -> Span:
    """Return the span of an event from its eight date columns.

    With a start and an end, the certain core runs from the last possible start to the first
    possible end. With one date alone the core is the date's own middle: none but a single day.
    """
    start_first, start_last = dates[1], dates[2]
    end_first, end_last = dates[5], dates[6]
    if dates[4] is None:
        return Span(start_first, start_last, start_last, start_first)
    if dates[0] is None:
        return Span(end_first, end_last, end_last, end_first)
    return Span(start_first, end_last, start_last, end_first)


LINES: dict[str, Callable[[Sql, list[Any], dict[int, str], Lens], list[Line]]] = {
    "person": _people,
    "organization": _organizations,
    "agreement": _agreements,
    "event": _events,
}
