"""The blocks of a page: the sections of a record, as far as they say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from db import MARKINGS, Lens, Reading, Source
from db import Line as ListLine
from desktop.page.facts import Section, entries, joined, linked, period
from desktop.page.line_label import MOST
from desktop.page.sections import SECTIONS
from desktop.page.standing import capital, say, spoken
from desktop.paper.blocks import (
    Block,
    Chronology,
    Endnotes,
    Entry,
    Fields,
    Heading,
    Line,
    Paragraph,
    Words,
    runs,
)


def page_blocks(reading: Reading, lens: Lens) -> Sequence[Block]:
    """What the lens shows of a record, section by section."""
    return list(_blocks(reading, lens))


def _blocks(reading: Reading, lens: Lens) -> Iterator[Block]:
    record: Any = reading.record
    if len(record.title) > MOST:
        # The head holds no more of it.
        yield Paragraph(record.title)
    for section in SECTIONS[record.KIND](reading, lens):
        yield from _section(section)
    yield from _lists(reading)
    for section in _common(record):
        yield from _section(section)
    yield from _prose(say("Page", "Biography"), getattr(record, "biography", ""))
    yield from _notes(record)
    yield Endnotes([
        (number, _cited(citation)) for number, citation in enumerate(record.citations, 1)
    ])  # fmt: skip
    if reading.withheld > 0:
        words = Words(
            one_withheld=say("Page", "1 item withheld above this ceiling."),
            withheld=say("Page", "{count} items withheld above this ceiling."),
        )
        one = reading.withheld == 1
        text = words.one_withheld if one else words.withheld.format(count=reading.withheld)
        yield Paragraph(text, quiet=True)


def _section(section: Section) -> Iterator[Block]:
    rows = [(label, line) for label, line in section.rows if runs(line)]
    if rows:
        if section.title:
            yield Heading(section.title, section.level)
        yield Fields(rows)


def _prose(title: str, text: str) -> Iterator[Block]:
    if text:
        yield Heading(title)
        yield Paragraph(text)


def _lists(reading: Reading) -> Iterator[Block]:
    related = reading.related
    yield from _chronology(say("Page", "Contacts"), related.events, related.event_count)
    yield from _chronology(say("Page", "Agreements"), related.agreements, related.agreement_count)


def _chronology(title: str, lines: Sequence[ListLine], count: int) -> Iterator[Block]:
    if not lines:
        return
    yield Heading(title)
    yield Chronology([_entry(line) for line in lines])
    if count > len(lines):
        left = say("Page", "{count} more are on the desk.").format(count=count - len(lines))
        yield Paragraph(left, quiet=True)


def _entry(line: ListLine) -> Entry:
    what = linked(line.id, line.title)
    if line.kind == "agreement":
        _, when, parties, status, kind = line.cells
        return Entry(when, [what, f" · {status}"], joined(kind, parties))
    when, _, who, place, outcome = line.cells
    return Entry(when, what, joined(who, place, outcome))


def _common(record: Any) -> Iterator[Section]:
    """What every kind of record has."""
    yield Section(
        say("Page", "Links"),
        [
            (capital(link.nature), entries([linked(link.other), period(link.since, link.until)]))
            for link in record.links
            if link.other
        ],
    )
    yield Section(say("Page", "Topics"), [("", ", ".join(record.topics))])
    yield Section(
        say("Page", "Ways to reach"),
        [(capital(way.kind), joined(way.value, way.note)) for way in record.contacts],
    )
    names = [
        (capital(name.kind), entries([name.text, period(name.since, name.until)]))
        for name in record.names
    ]
    yield Section(say("Page", "Names"), names)
    about = [
        (known.scheme, joined(known.value, known.about)) for known in record.identifiers
    ]  # fmt: skip
    yield Section(say("Page", "Identifiers"), about)


def _notes(record: Any) -> Iterator[Block]:
    if not record.notes:
        return
    yield Heading(say("Page", "Notes"))
    for note in record.notes:
        yield Paragraph(note.text)
        by = joined(note.author, spoken(note.date), MARKINGS[note.marking] if note.marking else "")
        if by:
            yield Paragraph(by, quiet=True)


def _cited(citation: Any) -> Line:
    source: Source = citation.source
    about = (source.author, source.publisher, spoken(source.published), source.url)
    head = ", ".join(part for part in (f"“{source.title}”" if source.title else "", *about) if part)
    passage = f" — “{citation.passage}”" if citation.passage else ""
    field = say("Page", "on: {field}").format(field=citation.field) if citation.field else ""
    stance = say("Page", "disputes it") if citation.stance == "disputes" else ""
    rest = joined(citation.confidence, stance, field.replace("_", " "))
    return f"{head}{passage}{f' · {rest}' if rest else ''}"
