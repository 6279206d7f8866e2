"""What a sheet needs beside its reading: the titles of those it names, on the days it tells of.

The `print` command, the preview and the page ask it before they build a sheet: beside `gathering`
it is the one part of the forms that asks the desk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from db import (
    HIGHEST,
    NO_LIMIT,
    Agreement,
    Event,
    Lens,
    Line,
    Query,
    Reader,
    Reading,
    Ref,
    field_names,
    parts_of,
)
from desktop.paper.sections.sheet_context import SheetFacts, Titles, last_day
from desktop.paper.sheets.event_sheet import day_of


def known_around(reader: Reader, reading: Reading, lens: Lens) -> SheetFacts:
    """Return titles and the highest marking of what a reading names, in a few questions to the
    desk.
    """
    people_on_days = [(ref.id, day) for ref, day in _people(reading)]
    titles = reader.titles_then(_now_too(people_on_days, lens), lens)
    ids = named_ids(reading)
    names = reader.names_then(ids, lens)
    return SheetFacts(titles, _highest(reader, titles, ids), names=names)


def known_on_paper(reader: Reader, reading: Reading, lens: Lens) -> SheetFacts:
    """Return what `known_around` finds, and all that paper tells of the events and agreements in
    it.
    """
    lines = [*reading.related.events, *reading.related.agreements]
    known = known_with(reader, known_around(reader, reading, lens), lines, lens)
    return _with_holders(reader, known, reading, lens)


def _with_holders(reader: Reader, known: SheetFacts, reading: Reading, lens: Lens) -> SheetFacts:
    """Return what is known, and what backs that somebody held an office: their own records say
    it.
    """
    tenures: dict[int, set[str]] = {}
    for holder in reading.related.holders:
        tenures.setdefault(holder.person.id, {"tenures"}).add(f"tenure {holder.tenure}")
    if not tenures:
        return known
    cited = {
        key: [each for each in every if each.field in tenures[key]]
        for key, every in reader.citations(sorted(tenures), lens).items()
    }
    marking = max((each.source.marking for every in cited.values() for each in every), default=0)
    return replace(known, cited={**known.cited, **cited}, marking=max(known.marking, marking))


def known_with(reader: Reader, known: SheetFacts, lines: Sequence[Line], lens: Lens) -> SheetFacts:
    """Return what is known, and all that paper tells of events and agreements in order of time."""
    participants = reader.participants([line.id for line in lines if line.span is not None], lens)
    people_on_days = [
        (ref.id, day)
        for line in lines
        if (day := last_day(line))
        for ref in participants.get(line.id, ())
        if ref.kind == "person"
    ]
    titles = {**known.titles, **reader.titles_then(_now_too(people_on_days, lens), lens)}
    marking = _highest(reader, titles, ())
    more = replace(
        known, titles=titles, participants=participants, marking=max(known.marking, marking)
    )
    return known_citations(reader, more, lines, lens)


def known_citations(
    reader: Reader, known: SheetFacts, lines: Sequence[Line], lens: Lens
) -> SheetFacts:
    """Return what is known, and what backs the lines of a list and is taken from them."""
    ids = [line.id for line in lines]
    marking, withheld = reader.marking_summary(ids, lens)
    return replace(
        known,
        participants=known.participants or reader.participants(ids, lens),
        cited=reader.citations(ids, lens),
        marking=max(known.marking, marking),
        withheld=known.withheld + withheld,
    )


def _now_too(people_on_days: Sequence[tuple[int, str]], lens: Lens) -> set[tuple[int, str]]:
    """Return everyone on the day that is told of, and on the lens's day to see whether it is the
    same.
    """
    return {*people_on_days, *((key, lens.as_of) for key, _ in people_on_days)}


def _highest(reader: Reader, titles: Titles, ids: Collection[int]) -> int:
    marking = reader.highest_marking(sorted(ids)) if ids else 0
    return max([marking, *(title.marking for title in titles.values())])


def _people(reading: Reading) -> Iterator[tuple[Ref, str]]:
    """Yield the people a sheet names with a title, each with the ISO day of what it tells of
    them.
    """
    for ref, day in _refs_with_days(reading):
        if ref is not None and ref.kind == "person" and day is not None:
            yield ref, day


def _refs_with_days(reading: Reading) -> Iterator[tuple[Ref | None, str | None]]:
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
    """Return the ids of all records that a sheet names."""
    record, related = reading.record, reading.related
    holders = [ref for one in related.holders for ref in (one.person, one.office.organization)]
    found: list[object] = [*related.members, *holders]
    found += [mention.other for mention in related.mentions]
    found += [getattr(record, name) for name in field_names(record)]
    for _, part in parts_of(record):
        found += [getattr(part, name) for name in field_names(part)]
        office = getattr(part, "office", None)
        found.append(office.organization if office else None)
    return {ref.id for ref in found if isinstance(ref, Ref)}


def withheld_of(
    reader: Reader, kind: str, query: Query, lens: Lens, visible: Collection[int]
) -> int:
    """Say how many records the ceiling alone keeps out of a list or of the hits of a query.

    A record that is shown, but found only by a text above the ceiling, is no hit at all.
    """
    over = replace(lens, ceiling=HIGHEST)
    if query.is_empty:
        return reader.count(kind, over) - reader.count(kind, lens)
    every = set(reader.page(kind, query, over, cap=NO_LIMIT).ids).difference(visible)
    return len(every) - len(reader.lines(sorted(every), lens))
