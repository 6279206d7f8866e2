"""The sheet of an event: when, where, who stood on each side with the title of that day, outcome.

`forms` asks it for the sheet, and the screen's page for the same sections.
"""

from __future__ import annotations

from db import Event, HistoricalDate, Lens, Participant, Reading, choice_text
from desktop.paper.content.blocks import Block, Fields, Heading, Run, with_field
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label
from desktop.paper.sections.common_sections import names, nation, prose, row
from desktop.paper.sections.field_lines import join_lines
from desktop.paper.sections.print_phrases import date_phrase, join_parts, span
from desktop.paper.sections.sheet_context import SheetContext, fields_with_text, name_run, section


def when(event: Event) -> str:
    """Return the time of an event, from its start to its end."""
    start, end = date_phrase(event.start), date_phrase(event.end)
    return span(" – ".join(dict.fromkeys(each for each in (start, end) if each)))


def _when(event: Event) -> Words:
    """Return the time of an event; the end of it is a field of its own."""
    begin, between, end = when(event).partition("–")
    if event.start and event.end and between:
        return (*with_field(f"{begin}{between}", "start"), *with_field(end, "end"))
    return with_field(when(event), "start" if event.start else "end")


def day_of(event: Event) -> str | None:
    """Return the day whose titles an event is told with: the last on which it may have begun."""
    known: HistoricalDate | None = event.start or event.end
    return (known.last or known.first) if known else None


def subtitle(reading: Reading, _: Lens) -> str:
    """Return what it was, when and where."""
    event = reading.record
    assert isinstance(event, Event)
    return join_parts([open_label(event.kind), when(event), event.place], " · ")


def facts(context: SheetContext) -> list[Block]:
    """Say when and how it took place, who asked for it, what it was part of."""
    event: Event = context.record
    clock = join_lines(
        [with_field(event.local_time, "local_time"), with_field(event.zone, "zone")], " "
    )
    rows: list[tuple[Words, Words]] = [
        row(context, "start", _when(event)),
        row(context, "local_time", clock),
        row(context, "place"),
        row(context, "kind", open_label(event.kind)),
        row(context, "status", open_label(choice_text(event.status))),
        row(context, "channel", open_label(event.channel)),
        nation(context),
        *names(context),
    ]
    if event.initiated_by:
        initiator = context.who(event.initiated_by, day_of(event))
        rows.append(row(context, "initiated_by", initiator))
    if event.part_of:
        rows.append(row(context, "part_of", (name_run(event.part_of),)))
    return section("What it is", fields_with_text(rows))


def participants(context: SheetContext) -> list[Block]:
    """Say who took part, side by side, each with role and the title of that day."""
    sides: dict[str, list[Participant]] = {}
    for each in context.record.participants:
        sides.setdefault(each.side, []).append(each)
    blocks: list[Block] = []
    for side, there in sides.items():
        if len(sides) > 1 or side:
            path = context.path_of("participants", there[0], "side")
            blocks.append(Heading(side or "Side not stated", 2, path))
        blocks.append(Fields([_row(context, each) for each in there]))
    return section("Participants", *blocks)


def _row(context: SheetContext, participant: Participant) -> tuple[Words, Words]:
    path = context.path_of("participants", participant, "role")
    role = with_field(open_label(participant.role), path)
    path = context.path_of("participants", participant, "who")
    if participant.who is None:
        return role, Run("not named", italic=True, field=path)
    who = context.who(participant.who, day_of(context.record))
    return role, with_field(context.citing.mark(who, "participants"), path)


def outcome(context: SheetContext) -> list[Block]:
    """Say how it ended."""
    return prose(context, "Outcome", "outcome")
