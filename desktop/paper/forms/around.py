"""What a sheet needs beside its reading: the titles of those it names, on the days it tells of.

The `print` command, the preview and the page ask it before they build a sheet; it is the one part
of the forms that asks the desk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from db import (
    COLUMNS,
    HIGHEST,
    Agreement,
    Event,
    Lens,
    Query,
    Reader,
    Reading,
    Ref,
    parts_of,
)
from desktop.paper.forms.event import day_of
from desktop.paper.forms.telling import Known

EVERYTHING: Final = 1 << 40  # hits of a query that is printed
_OFFICE = [column.key for column in COLUMNS["person"]].index("office")


def known_around(reader: Reader, reading: Reading, lens: Lens) -> Known:
    """Titles and the highest marking of what a reading names, in a few questions to the desk."""
    days: dict[str, set[int]] = {}
    for ref, day in _people(reading):
        days.setdefault(day, set()).add(ref.id)
        days.setdefault(lens.as_of, set()).add(ref.id)
    titles = {
        (line.id, day): line.cells[_OFFICE]
        for day, ids in days.items()
        for line in reader.lines(sorted(ids), replace(lens, as_of=day))
    }
    return Known(titles, reader.highest_marking(sorted(named_ids(reading))))


def _people(reading: Reading) -> Iterator[tuple[Ref, str]]:
    """The people a sheet names with a title, each with the ISO day of what it tells of them."""
    for ref, day in _told(reading):
        if ref is not None and ref.kind == "person" and day is not None:
            yield ref, day


def _told(reading: Reading) -> Iterator[tuple[Ref | None, str | None]]:
    record = reading.record
    if isinstance(record, Event):
        day = day_of(record)
        yield record.initiated_by, day
        for participant in record.participants:
            yield participant.who, day
    if isinstance(record, Agreement):
        for party in record.parties:
            for act in party.actions:
                yield act.signatory, (act.date.first or act.date.last) if act.date else None


def named_ids(reading: Reading) -> set[int]:
    """The ids of all records that a sheet names."""
    record, related = reading.record, reading.related
    holders = [ref for one in related.holders for ref in (one.person, one.office.organization)]
    found: list[object] = [*related.members, *holders]
    found += [mention.other for mention in related.mentions]
    found += [getattr(record, name) for name in record.__dataclass_fields__]
    for _, part in parts_of(record):
        found += [getattr(part, name) for name in part.__dataclass_fields__]
        office = getattr(part, "office", None)
        found.append(office.organization if office else None)
    return {ref.id for ref in found if isinstance(ref, Ref)}


def withheld_of(reader: Reader, kind: str, query: Query, lens: Lens, shown: Collection[int]) -> int:
    """How many records the ceiling alone keeps out of a list or of the hits of a query.

    A record that is shown, but found only by a text above the ceiling, is no hit at all.
    """
    over = replace(lens, ceiling=HIGHEST)
    if query.is_empty:
        return reader.count(kind, over) - reader.count(kind, lens)
    every = set(reader.page(kind, query, over, cap=EVERYTHING).ids).difference(shown)
    return len(every) - len(reader.lines(sorted(every), lens))
