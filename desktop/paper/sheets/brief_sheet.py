"""The meeting brief: who meets whom and why, what was said and agreed before, what is open.

`forms` asks it for the one sheet that an event, or a list of people, comes to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from db import (
    Agreement,
    Event,
    Lens,
    Person,
    Reading,
    Tenure,
    current_tenures,
    office_text,
    plain_status,
    rank_on,
    status_on,
    title_on,
)
from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Fields,
    Heading,
    Paragraph,
    Run,
    TableBlock,
)
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label, open_sentence
from desktop.paper.content.isolates import isolate, isolate_each
from desktop.paper.sections.citing import Citing, Sources, shorten_passage
from desktop.paper.sections.common_sections import notes
from desktop.paper.sections.entries import Entries
from desktop.paper.sections.print_phrases import (
    capital,
    check_phrase,
    country,
    date_phrase,
    day_text,
    join_parts,
    languages,
    term,
)
from desktop.paper.sections.sheet_context import (
    SheetContext,
    SheetFacts,
    fields_with_text,
    name_list,
    section,
    sentences,
)
from desktop.paper.sections.verify_first import facts_of, points_of
from desktop.paper.sheets import event_sheet as event_form
from desktop.paper.sheets.agreement_sheet import status_text
from desktop.paper.sheets.due import OPEN, due
from desktop.paper.sheets.meeting_facts import Attendee, Gathered
from desktop.paper.sheets.precedence import PrecedenceRank, precedence_rank

MAX_LIFE_LETTERS = 320  # letters of a life that a brief has room for
MAX_POINTS_A_PERSON = 3  # points to verify of one person
MAX_POINTS = 14


@dataclass(frozen=True, slots=True)
class _Brief:
    """What the sections of a brief are told from; all records on it share their numbers."""

    found: Gathered
    lens: Lens
    now: str
    register: Sources = field(default_factory=Sources)

    def context(self, reading: Reading) -> SheetContext:
        citing = Citing(reading.record.citations, self.register, reading.record.title)
        known = self.found.known if reading is self.found.event else SheetFacts()
        return SheetContext(reading, self.lens, citing, known, False, self.now)


def title_of(found: Gathered) -> str:
    """Return the event's own name, or that of a brief."""
    return found.event.record.title if found.event is not None else "Meeting brief"


def subtitle_of(found: Gathered, lens: Lens) -> str:
    """Return what it is a brief for; for a list of people their names."""
    if found.event is not None:
        return f"Meeting brief · {event_form.subtitle(found.event, lens)}"
    return join_parts(each.reading.record.title for each in found.attending)


def brief_blocks(found: Gathered, lens: Lens, now: str) -> list[Block]:
    """Return every section of a brief; `now` is the ISO day of printing."""
    brief = _Brief(found, lens, now)
    entries = Entries(lens, found.known, brief.register)
    return [
        *_meeting(brief),
        *_attendance(brief),
        *_people(brief),
        *section(
            "Last meetings and calls", Chronology([entries.event(line) for line in found.contacts])
        ),
        *_agreements(brief),
        *_open(brief),
        *(notes(brief.context(found.event)) if found.event is not None else ()),
        *_verify(brief),
        brief.register.endnotes(),
    ]


def _meeting(brief: _Brief) -> list[Block]:
    """Return when, where and what for."""
    event = brief.found.event
    if event is None:
        rows: list[tuple[str, Words]] = [
            ("Purpose", Run("not stated; no event was named", italic=True)),
            ("Titles", f"as of {day_text(brief.found.day)}"),
        ]
        return section("The meeting", Fields(rows))
    context = brief.context(event)
    facts = [row for block in event_form.facts(context) if isinstance(block, Fields)
             for row in block.rows]  # fmt: skip
    aim = "Aim" if getattr(event.record, "status", "") == "planned" else "Outcome"
    (*_, outcome) = event_form.outcome(context) or [Paragraph("")]
    outcome_text = outcome.text if isinstance(outcome, Paragraph) else ""
    return section(
        "The meeting", fields_with_text([("Purpose", _purpose(event)), *facts, (aim, outcome_text)])
    )


def _purpose(event: Reading) -> Words:
    """Return what it is about: its topics, and the agreements that it is tied to."""
    refs = [link.other for link in event.record.links if link.other]
    topics = open_sentence(join_parts(event.record.topics))
    if not refs:
        return topics or Run("not stated on this desk", italic=True)
    return (Run(f"{isolate(topics)}; " if topics else ""), *_runs(name_list(refs)))


def _runs(line: Words) -> Sequence[str | Run]:
    return (line,) if isinstance(line, str | Run) else line


def _attendance(brief: _Brief) -> list[Block]:
    """Say who comes on each side, in order of precedence, each with the reason."""
    blocks: list[Block] = []
    for side, there in brief.found.sides.items():
        rows = [_seat(brief, number, one, reason)
                for number, (one, reason) in enumerate(_order_side(brief, there), 1)]  # fmt: skip
        blocks += [
            Heading(side, 2),
            TableBlock(("", "Who", "Reason for place"), rows, (0.2, 3, 2.4)),
        ]
    return section("Participants", *blocks)


def _order_side(brief: _Brief, there: Sequence[Attendee]) -> list[tuple[Attendee, str]]:
    """Return the people of one side by precedence, then the bodies as they are listed."""
    people = [each for each in there if isinstance(each.reading.record, Person)]
    bodies = [each for each in there if not isinstance(each.reading.record, Person)]
    placed = [(_standing(brief, each), each) for each in people]
    placed.sort(key=lambda pair: pair[0].key)
    reasons = [(each, where.reason) for where, each in placed]
    return reasons + [(each, open_label(each.role)) for each in bodies]


def _standing(brief: _Brief, one: Attendee) -> PrecedenceRank:
    person = one.reading.record
    assert isinstance(person, Person)
    found = brief.found
    return precedence_rank(person, one.role, found.bodies, found.day, found.rules)


def _seat(brief: _Brief, number: int, one: Attendee, reason: str) -> tuple[Words, Words, Words]:
    title = title_on(one.reading.record, brief.found.day)
    name = Run(one.reading.record.title, bold=True, link=one.reading.record.id)
    return (
        str(number),
        (name, Run(f"\n{open_sentence(isolate_each(title))}" if title else "")),
        reason,
    )


def _people(brief: _Brief) -> list[Block]:
    """Return a paragraph for each person, with the title of that day."""
    blocks: list[Block] = []
    for there in brief.found.sides.values():
        for one, _ in _order_side(brief, there):
            if isinstance(one.reading.record, Person):
                blocks += [Heading(one.reading.record.title, 2), _portrait_paragraph(brief, one)]
    return section("The people", *blocks)


def _portrait_paragraph(brief: _Brief, one: Attendee) -> Paragraph:
    context, person, day = brief.context(one.reading), one.reading.record, brief.found.day
    assert isinstance(person, Person)
    native = next((name for name in person.names if name.kind == "native"), None)
    texts = [
        open_sentence(_titles(person, day)) or "No office on this desk on that day",
        f"Nationality: {country(person.country)}" if person.country else "",
        f"Addressed as “{isolate(person.spoken_address)}”" if person.spoken_address else "",
        f"Pronounced {isolate(person.pronunciation)}" if person.pronunciation else "",
        f"Speaks {languages(person.languages)}" if person.languages else "",
        shorten_passage(" ".join(person.biography.split()), MAX_LIFE_LETTERS),
    ]
    marked = context.citing.mark(sentences(texts), "tenures", "biography")
    age = sentences([capital(check_phrase(person.checked_on, brief.now))])
    own = (" ", Run(native.text, language=native.language)) if native else ()
    return Paragraph((*_runs(marked), " ", *age, *own))


def _titles(person: Person, day: str) -> str:
    """Rank and offices of a day, each office with its time and what is not known of it."""
    offices = [
        isolate_each(office_text(each))
        + (f" ({more})" if (more := join_parts(_term(each))) else "")
        for each in current_tenures(person.tenures, day)
    ]
    return join_parts([rank_on(person.ranks, day), *offices], " · ")


def _term(tenure: Tenure) -> tuple[str, str]:
    return term(tenure.since, tenure.until, tenure.end_state)


def _agreements(brief: _Brief) -> list[Block]:
    """Return the agreements between the sides, each with its status and with what is due."""
    rows: list[tuple[Words, ...]] = []
    for reading in brief.found.agreements:
        it = reading.record
        assert isinstance(it, Agreement)
        title = brief.context(reading).citing.mark((Run(it.title, link=it.id),), "", "concluded")
        when = date_phrase(it.concluded) or "not dated"
        status = open_sentence(status_text(it, brief.lens.as_of))
        rows.append((title, when, status, due(it, brief.lens.as_of) or "Nothing recorded"))
    table = TableBlock(
        ("Agreement", "Concluded", "Status", "Outstanding"), rows, (3, 1.5, 1.3, 2.4)
    )
    left_out = brief.found.left_out
    sentence = (
        f"{left_out:,} earlier agreements are not shown here; a list has them all."
        if left_out
        else ""
    )
    return section("Agreements between the sides", table, Paragraph(sentence, quiet=True))


def _open(brief: _Brief) -> list[Block]:
    """Return what stands between the sides and is not done."""
    points: list[Words] = []
    event = brief.found.event.record if brief.found.event is not None else None
    if isinstance(event, Event) and event.status in ("postponed", "cancelled"):
        points.append(f"The meeting is {event.status}.")
    for reading in brief.found.agreements:
        it = reading.record
        assert isinstance(it, Agreement)
        if plain_status(status_on(it, brief.lens.as_of)) in OPEN:
            due_points = due(it, brief.lens.as_of)
            points.append(
                (Run(it.title, link=it.id), Run(f": {due_points[:1].lower()}{due_points[1:]}."))
            )
    return section("Open points", Bullets(points))


def _verify(brief: _Brief) -> list[Block]:
    """Return what to verify before the meeting: of the event, then of each person a few points."""
    points = [*_event_points(brief)]
    for there in brief.found.sides.values():
        for one, _ in _order_side(brief, there):
            points += _points(brief, one)
    left_out = len(points) - MAX_POINTS
    more: list[Words] = [f"{left_out} more of the same kinds."] if left_out > 0 else []
    return section("Verify first", Bullets([*points[:MAX_POINTS], *more]))


def _event_points(brief: _Brief) -> Iterator[Words]:
    if brief.found.event is not None:
        yield from points_of(brief.context(brief.found.event))


def _points(brief: _Brief, one: Attendee) -> Iterator[Words]:
    if isinstance(one.reading.record, Person):
        for point in facts_of(brief.context(one.reading))[:MAX_POINTS_A_PERSON]:
            yield (named_of(one.reading), Run(": "), *_runs(point))


def named_of(reading: Reading) -> Run:
    """Return the name of a record that was read, which the screen lets be followed."""
    return Run(reading.record.title, link=reading.record.id)
