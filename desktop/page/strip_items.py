"""What the small timeline of a page shows: a reading's dated parts as items; the strip asks it.

Days are ISO text. An item's id is that of the record to open, 0 where that is the page itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from db import (
    HELD,
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Organization,
    Person,
    Reading,
    office_text,
    tenure_certainty,
)
from db import Line as ListLine
from desktop.paper.content.first_letters import open_sentence
from desktop.paper.content.isolates import isolate, isolate_each
from desktop.timeline.timeline_lanes import BandItem

_TROUBLE: Final = frozenset({"conflict", "incident"})
_MAX_LABEL_LETTERS: Final = 90  # letters of a label
_EVENT: Final = "accent"
_AGREEMENT: Final = "good"
_OFFICE: Final = "quiet"


def strip_items(reading: Reading, lens: Lens) -> list[BandItem]:
    """Return the dated parts of a record and the events and agreements that name it."""
    found = list(_OWN_ITEMS[reading.record.KIND](reading, lens))
    found += [_line_item(line) for line in reading.related.events]
    found += [_line_item(line) for line in reading.related.agreements]
    return [item for item in found if item.first is not None or item.last is not None]


def item_of(
    record_id: int,
    title: str,
    since: HistoricalDate | None,
    until: HistoricalDate | None = None,
    tone: str = _EVENT,
) -> BandItem:
    """Return an item from one date, or from the dates of its start and end.

    >>> july = HistoricalDate.parse("July 2025")
    >>> item_of(1, "Signed", july).last
    '2025-07-31'
    """
    start, end = since or until, until or since
    if start is None or end is None:
        return BandItem(record_id, title, None, None)
    days = start.first, end.last, start.last, end.first
    return BandItem(record_id, _short(title), *days, tone=tone)


def _line_item(line: ListLine) -> BandItem:
    tone = _AGREEMENT if line.kind == "agreement" else _EVENT
    if line.event_kind in _TROUBLE:
        tone = "warn"
    span = line.span
    if span is None:
        return BandItem(line.id, _short(line.title), None, None)
    return BandItem(
        line.id,
        _short(line.title),
        span.first,
        span.last,
        span.start_last,
        span.end_first,
        "",
        tone,
    )


def _lasting_item(
    record_id: int,
    title: str,
    since: HistoricalDate | None,
    until: HistoricalDate | None,
    last: str | None,
    certain: str | None,
) -> BandItem:
    """Return something that lasts: without an end it goes on to `last`, and surely so to
    `certain`.
    """
    first = since.first if since else None
    if first is None and until is None:
        return BandItem(record_id, title, None, None)
    return BandItem(
        record_id,
        _short(title),
        first,
        until.last if until else last,
        since.last if since else None,
        until.first if until else certain,
        "",
        _OFFICE,
    )


def _of_person(reading: Reading, lens: Lens) -> Iterator[BandItem]:
    person: Any = reading.record
    for tenure in person.tenures:
        body = tenure.office.organization if tenure.office else None
        holds = tenure_certainty(tenure, lens.as_of) == HELD
        ended = tenure.end_state in ("ended", "ended-unknown")
        yield _lasting_item(
            body.id if body else 0,
            open_sentence(isolate_each(office_text(tenure))),
            tenure.since,
            tenure.until,
            lens.as_of if ended else None,
            lens.as_of if holds else None,
        )
    for rank in person.ranks:
        yield _lasting_item(0, rank.title, rank.since, rank.until, None, None)


def _of_organization(reading: Reading, lens: Lens) -> Iterator[BandItem]:
    for holder in reading.related.holders:
        certain = lens.as_of if holder.certainty == HELD else None
        title = f"{isolate(holder.person.title)}, {isolate(holder.office.title)}"
        yield _lasting_item(holder.person.id, title, holder.since, holder.until, None, certain)


def _of_agreement(reading: Reading, _: Lens) -> Iterator[BandItem]:
    agreement: Any = reading.record
    for name, title in _CLOCK:
        yield item_of(0, title, getattr(agreement, name))
    for party in agreement.parties:
        for act in party.actions:
            if party.who is not None:
                yield item_of(party.who.id, f"{isolate(party.who.title)}: {act.action}", act.date)


def _of_event(reading: Reading, _: Lens) -> Iterator[BandItem]:
    event: Any = reading.record
    yield item_of(0, event.title, event.start, event.end)


def _short(text: str) -> str:
    return (
        text if len(text) <= _MAX_LABEL_LETTERS else text[: _MAX_LABEL_LETTERS - 1].rstrip() + "…"
    )


_CLOCK: Final = (
    ("concluded", "Concluded"),
    ("provisional", "Provisionally applied"),
    ("in_force", "In force"),
    ("terminated", "Terminated"),
)
_OWN_ITEMS: Final[dict[str, Callable[[Reading, Lens], Iterator[BandItem]]]] = {
    Person.KIND: _of_person,
    Organization.KIND: _of_organization,
    Agreement.KIND: _of_agreement,
    Event.KIND: _of_event,
}
