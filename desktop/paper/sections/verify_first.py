"""What to verify first: what a record does not know, said before somebody relies on it.

Derived from the record on the lens's day, never stored; every form closes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db import (
    END_UNKNOWN,
    Citation,
    fact_text,
    office_text,
    plain_status,
    status_on,
    tenure_certainty,
)
from desktop.paper.content.blocks import Block, Bullets, Run, with_field
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_sentence
from desktop.paper.content.isolates import isolate, isolate_each
from desktop.paper.sections.citing import DISPUTES
from desktop.paper.sections.print_phrases import (
    MAX_FRESH_DAYS,
    age_in_days,
    begins_after,
    capital,
    date_phrase,
    join_parts,
)
from desktop.paper.sections.sheet_context import SheetContext, section

MAX_POINTS = 12  # points; more than that is no order of urgency
_WEAK = ("unconfirmed", "doubtful")


def points_of(context: SheetContext) -> list[Words]:
    """Return the points in order: disputes, what the kind leaves open, weak and single sources,
    age.
    """
    return [*facts_of(context), *_sources(context), *_age(context)]


def facts_of(context: SheetContext) -> list[Words]:
    """Return the points that are about single facts, not about the record as a whole."""
    points: list[Words] = [*_disputes(context), *_OPEN[context.record.KIND](context)]
    return [*points, *_weak(context)]


def verify_first(context: SheetContext) -> list[Block]:
    """Return the first points of a record under their heading."""
    points = points_of(context)
    points_shown = points[:MAX_POINTS]
    if len(points) > MAX_POINTS:
        points_shown.append(f"{len(points) - MAX_POINTS} more of the same kinds.")
    return section("Verify first", Bullets(points_shown))


def _disputes(context: SheetContext) -> Iterator[Words]:
    """Yield both sides of a disputed fact, each with its source."""
    for field, cited in context.citing.disputed_fields().items():
        line = (
            Run(f"{fact_text(field) or 'This record'}: sources disagree"),
            *(run for each in cited for run in _side(context, each)),
            Run("."),
        )
        yield with_field(line, context.path_of("citations", cited[0], "stance"))


def _side(context: SheetContext, citation: Citation) -> Iterator[Run]:
    against = citation.stance == DISPUTES
    passage = f"“{isolate(citation.passage or citation.source.title)}”"
    path = context.path_of("citations", citation, "passage")
    yield Run(f"; against: {passage}" if against else f"; for: {passage}", field=path)
    yield Run("", note=context.citing.number(citation))


def _weak(context: SheetContext) -> Iterator[Words]:
    """Yield the facts whose sources are called unconfirmed or doubtful."""
    for word in _WEAK:
        cited = [each for each in context.citing.citations if each.confidence == word]
        fields = dict.fromkeys(fact_text(each.field) or "The whole record" for each in cited)
        if fields:
            numbers = dict.fromkeys(context.citing.number(each) for each in cited)
            path = context.path_of("citations", cited[0], "confidence")
            yield (
                *with_field(f"{capital(word)}: {join_parts(fields)}.", path),
                *(Run("", note=number) for number in numbers),
            )


def _sources(context: SheetContext) -> Iterator[Words]:
    """Yield a record without a source, or with one alone; other records on the sheet may have
    theirs.
    """
    sources, alone = context.citing.sources, context.citing.is_alone
    if not sources:
        none = "No source on this desk for anything here."
        yield with_field(none if alone else "This record names no source.", "citations")
    elif len(sources) == 1:
        what = "Everything here" if alone else "This record"
        yield (Run(f"{what} rests on one source.", note=sources[0], field="citations"),)


def _age(context: SheetContext) -> Iterator[Words]:
    day = context.record.checked_on
    if day and (days := age_in_days(day, context.now)) > MAX_FRESH_DAYS:
        yield with_field(f"Not checked for {days:,} days.", "checked_on")


def _person(context: SheetContext) -> Iterator[Words]:
    day = context.lens.as_of
    for tenure in context.record.tenures:
        if begins_after(tenure.since, day):
            continue
        office = open_sentence(isolate_each(office_text(tenure))) or "An office that is not named"
        cited = ("tenures", f"tenure {tenure.uid}")
        unknown = [] if tenure.since else ["start"]
        if tenure_certainty(tenure, day) == END_UNKNOWN and tenure.until is None:
            unknown.append("end")
        if unknown:
            both = " and ".join(unknown)
            name = "since" if "start" in unknown else "until"
            path = context.path_of("tenures", tenure, name)
            yield with_field(context.citing.mark(f"{office}: {both} not known.", *cited), path)
    if context.known.unread:
        yield context.known.unread
    for rank in context.record.ranks:
        if rank.since is None:
            sentence = f"{isolate(rank.title)}: no date of appointment on this desk."
            yield with_field(sentence, context.path_of("ranks", rank, "since"))


def _organization(context: SheetContext) -> Iterator[Words]:
    for holder in context.reading.related.holders:
        if holder.certainty == END_UNKNOWN and holder.until is None:
            who = join_parts([holder.person.title, holder.office.title])
            yield f"{who}: end not known."


def _agreement(context: SheetContext) -> Iterator[Words]:
    it, day = context.record, context.lens.as_of
    if status_on(it, day) == "not recorded":
        yield with_field("Its status is not recorded.", "stage")
    if it.binding in ("", "not stated"):
        yield with_field("Whether it binds: not stated.", "binding")
    if it.binding == "disputed":
        yield with_field("Whether it binds is disputed.", "binding")
    if it.concluded and not it.concluded.certain_on():
        sentence = f"The day it was concluded: known only as “{date_phrase(it.concluded)}”."
        yield with_field(context.citing.mark(sentence, "concluded"), "concluded")
    if it.in_force is None and it.stage == "" and plain_status(status_on(it, day)) == "signed":
        sentence = "Whether and when it enters into force: no date on this desk."
        yield with_field(sentence, "in_force")


def _event(context: SheetContext) -> Iterator[Words]:
    event, day = context.record, context.lens.as_of
    start = event.start
    if start is None:
        yield with_field("When it took place: no date on this desk.", "start")
    elif event.status == "planned" and start.last and start.last < day:
        yield with_field(f"Planned for {date_phrase(start)}: whether it took place.", "status")
    elif not start.certain_on() and event.end is None:
        sentence = f"The day it took place: known only as “{date_phrase(start)}”."
        yield with_field(context.citing.mark(sentence, "start"), "start")
    if event.status == "reported":
        yield with_field("Reported only: whether it took place.", "status")


_OPEN: dict[str, Callable[[SheetContext], Iterator[Words]]] = {
    "person": _person,
    "organization": _organization,
    "agreement": _agreement,
    "event": _event,
}
