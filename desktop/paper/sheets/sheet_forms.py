"""The forms of paper: records become sheets of blocks, always through a lens, without the screen.

The `print` command and the preview ask for sheets, the screen's page for the same sections. What a
form is made of stands in `SHEET_FORMS` and in the tables of sections; a new one is a line there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from db import (
    PLURALS,
    Lens,
    Line,
    Reader,
    Reading,
    Refused,
    marking_level,
    today,
    with_names,
)
from desktop.paper.content.blocks import Block, Sheet, cover
from desktop.paper.sections import common_sections as shared
from desktop.paper.sections.citing import Citing, Sources
from desktop.paper.sections.entries import Entries, has_one_source
from desktop.paper.sections.markings import highest
from desktop.paper.sections.print_phrases import check_phrase, checked_all
from desktop.paper.sections.sheet_context import SheetContext, SheetFacts
from desktop.paper.sections.sheet_frame import sheet_frame
from desktop.paper.sections.text_length import need_printable_length
from desktop.paper.sections.treaty_citation import citation
from desktop.paper.sections.verify_first import verify_first
from desktop.paper.sheets import agreement_sheet as agreement
from desktop.paper.sheets import brief_sheet as brief
from desktop.paper.sheets import event_sheet as event
from desktop.paper.sheets import organization_sheet as organization
from desktop.paper.sheets import person_sheet as biography
from desktop.paper.sheets.around import known_around
from desktop.paper.sheets.chronology_sheet import chronology_blocks
from desktop.paper.sheets.list_sheet import BY_SUBJECT, list_blocks, subject_blocks
from desktop.paper.sheets.meeting_facts import gather
from desktop.paper.sheets.parties import parties

__all__ = [
    "SHEET_FORMS",
    "SheetFacts",
    "SheetForm",
    "bind_sheets",
    "brief_sheet",
    "known_around",
    "lines_sheet",
    "sections",
    "sheet_for",
]

Section = Callable[[SheetContext], list[Block]]

_SHARED: tuple[Section, ...] = (shared.ties, shared.reach, shared.references, shared.notes)
_SECTIONS: dict[str, tuple[Section, ...]] = {
    "person": (
        biography.address,
        biography.career,
        biography.ranks,
        biography.accreditations,
        biography.life,
        shared.contacts,
        shared.agreements,
        *_SHARED,
    ),
    "organization": (
        organization.facts,
        organization.purpose,
        organization.hierarchy,
        organization.heads,
        organization.offices,
        organization.former,
        organization.office_order,
        organization.members,
        shared.agreements,
        shared.contacts,
        *_SHARED,
    ),
    "agreement": (
        citation,
        agreement.facts,
        agreement.summary,
        agreement.value,
        agreement.clock,
        parties,
        agreement.lineage,
        lambda context: shared.contacts(context, "Events"),
        *_SHARED,
    ),
    "event": (
        event.facts,
        event.participants,
        event.outcome,
        lambda context: shared.contacts(context, "Events in it and beside it"),
        shared.agreements,
        *_SHARED,
    ),
}
_FIRST: dict[str, tuple[Section, ...]] = {"person": (biography.present,)}
"""What paper says before all else; on a screen it stands beside the name already."""

# A page is opened to see what someone does; a note is read to know whom one will meet.
_SEEN_FIRST = (biography.offices, biography.ranks)
_TOLD_SO = (*_SEEN_FIRST, biography.career)
_ON_SCREEN: dict[str, tuple[Section, ...]] = {
    kind: (*tells, shared.confirmations) for kind, tells in _SECTIONS.items()
}
_ON_SCREEN["person"] = (
    *_SEEN_FIRST,
    *(tell for tell in _ON_SCREEN["person"] if tell not in _TOLD_SO),
)
_SUBTITLES: dict[str, Callable[[Reading, Lens], str]] = {
    "person": biography.subtitle,
    "organization": organization.subtitle,
    "agreement": agreement.subtitle,
    "event": event.subtitle,
}


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A form: its name for people and the kinds of record it is for, () where it takes lines."""

    name: str
    kinds: tuple[str, ...] = ()
    blocks: Callable[[Iterable[Line], Entries], list[Block]] | None = None
    together: bool = False  # one sheet of all that are chosen: `brief_sheet`
    of_offices: bool = False  # of the offices of what is chosen: `offices.office_forms`
    between: bool = False  # two days are asked of it
    is_asked_apart: bool = False  # not offered for every record of its kinds


SHEET_FORMS: dict[str, SheetForm] = {
    "biography": SheetForm("Biographic note", ("person",)),
    "organization": SheetForm("Organization profile", ("organization",)),
    "agreement": SheetForm("Agreement summary", ("agreement",)),
    "event": SheetForm("Event", ("event",)),
    "chronology": SheetForm("Chronology", (), chronology_blocks),
    "brief": SheetForm("Meeting brief", ("event", "person"), together=True),
    "list": SheetForm("List", (), list_blocks),
    BY_SUBJECT: SheetForm("List by subject", (), subject_blocks),
    "board": SheetForm("Office board", ("organization",), together=True, of_offices=True),
    "organigram": SheetForm("Organigram", ("organization",), together=True, of_offices=True),
    "organigram-a3": SheetForm(
        "Organigram on A3", ("organization",), together=True, of_offices=True
    ),
    "reshuffle": SheetForm(
        "Reshuffle",
        ("organization",),
        together=True,
        of_offices=True,
        between=True,
        is_asked_apart=True,
    ),
    "diplomatic-list": SheetForm(
        "Diplomatic list", ("organization",), together=True, of_offices=True, is_asked_apart=True
    ),
}


def sections(
    reading: Reading, lens: Lens, known: SheetFacts | None = None, *, newest_first: bool = False
) -> list[Block]:
    """Return every part of a record through a lens, section by section; the page adds its own
    files.
    """
    context = _telling(reading, lens, known, newest_first, today())
    return _sections(context, order=_ON_SCREEN if newest_first else _SECTIONS)


def _telling(
    reading: Reading, lens: Lens, known: SheetFacts | None, newest_first: bool, now: str
) -> SheetContext:
    known = known or SheetFacts()
    if known.names:  # what it names is called as it was then; what it is called itself is its title
        reading = replace(reading, record=with_names(reading.record, known.names))
    citing = Citing(reading.record.citations)
    return SheetContext(reading, lens, citing, known, newest_first, now)


def _opening(context: SheetContext) -> list[Block]:
    return [block for tell in _FIRST.get(context.record.KIND, ()) for block in tell(context)]


def _sections(
    context: SheetContext, *more: Section, order: Mapping[str, Sequence[Section]] = _SECTIONS
) -> list[Block]:
    """Return the sections of a record's kind, then more, then what to verify first and the
    sources.
    """
    blocks = [block for tell in (*order[context.record.KIND], *more) for block in tell(context)]
    return [*blocks, *verify_first(context), context.citing.register.endnotes()]


def sheet_for(
    form: str,
    reading: Reading,
    lens: Lens,
    desk: str,
    known: SheetFacts | None = None,
    now: datetime | None = None,
) -> Sheet:
    """Return the sheet of one record; its events and agreements alone as a chronology or a list.

    `known` is what `known_around` found, `now` the moment of printing. Raises Refused for a form
    that is not there or not for records of this kind, and for more text than a document takes.
    """
    chosen, record = _form(form), reading.record
    need_printable_length(record)
    if chosen.blocks:
        lines = [*reading.related.events, *reading.related.agreements]
        known = known or SheetFacts()
        known = replace(known, marking=max(record.marking, known.marking))
        return lines_sheet(
            form, lines, lens, desk, record.title, withheld=reading.withheld, known=known, now=now
        )
    if record.KIND not in chosen.kinds:
        kind_names = " or ".join(PLURALS[kind] for kind in chosen.kinds)
        raise Refused(
            f"“{record.title}” is one of the {PLURALS[record.KIND]}; this form is for {kind_names}."
        )
    moment = now or datetime.now()
    context = _telling(reading, lens, known, False, moment.date().isoformat())
    native = next((name for name in record.names if name.kind == "native"), None)
    return Sheet(
        record.title,
        [*_opening(context), *_sections(context, shared.attachments)],
        _SUBTITLES[record.KIND](reading, lens),
        native=native.text if native else "",
        native_language=native.language if native else "",
        checked=check_phrase(record.checked_on, context.now),
        portrait=context.known.portrait,
        **sheet_frame(
            lens,
            desk,
            moment,
            highest(reading, context.known),
            reading.withheld + context.known.withheld,
        ),
    )


def lines_sheet(
    form: str,
    lines: Sequence[Line],
    lens: Lens,
    desk: str,
    title: str,
    *,
    subtitle: str = "",
    withheld: int = 0,
    known: SheetFacts | None = None,
    now: datetime | None = None,
) -> Sheet:
    """Return a chronology or a list of lines; the title names what was asked for.

    `known` is what stands beside the lines: titles, sources, what is withheld of them.
    """
    chosen, known = _form(form), known or SheetFacts()
    if chosen.blocks is None:
        raise Refused(f"{chosen.name} is for one record, not for a list.")
    marking = max([known.marking, *(line.marking for line in lines)])
    moment = now or datetime.now()
    alone = has_one_source(lines, known)
    entries = Entries(lens, known, Sources(), marks=not alone)
    blocks = chosen.blocks(lines, entries)
    sources = entries.register.endnotes()
    if alone:
        sources = replace(sources, title="Source of every entry")
    return Sheet(
        title,
        [*blocks, sources] if sources.rows else blocks,
        subtitle or chosen.name,
        checked=checked_all([line.checked_on for line in lines], moment.date().isoformat()),
        **sheet_frame(lens, desk, moment, marking, withheld + known.withheld),
    )


def brief_sheet(
    reader: Reader,
    event: int | None,
    people: Sequence[int],
    lens: Lens,
    desk: str,
    now: datetime | None = None,
) -> Sheet:
    """Return the brief of a meeting: an event with whom it names, a list of people who meet, or
    both.
    """
    moment = now or datetime.now()
    found = gather(reader, lens, event, people)
    if not found.attending:
        raise Refused("Nobody is named there to meet: add who takes part, or name people.")
    checked_on = found.event.record.checked_on if found.event is not None else None
    day = moment.date().isoformat()
    return Sheet(
        brief.title_of(found),
        brief.brief_blocks(found, lens, day),
        brief.subtitle_of(found, lens),
        checked=check_phrase(checked_on, day) if found.event is not None else "",
        **sheet_frame(lens, desk, moment, found.marking, found.withheld),
    )


def bind_sheets(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets as one document: several have their contents before them, marked as the
    highest.
    """
    if len(sheets) < 2:
        return list(sheets)
    highest = max((sheet.marking for sheet in sheets), key=lambda word: marking_level(word or "0"))
    first = cover("Contents", sheets, highest, f"{len(sheets)} sheets")
    return [replace(first, is_open=all(sheet.is_open for sheet in sheets)), *sheets]


def _form(name: str) -> SheetForm:
    if name not in SHEET_FORMS:
        raise Refused(f"“{name}” is no form; the forms are {', '.join(SHEET_FORMS)}.")
    return SHEET_FORMS[name]
