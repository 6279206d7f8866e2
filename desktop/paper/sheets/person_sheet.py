"""The biographic note: a person as an officer must know them before shaking hands.

`forms` asks it for the sheet, and the screen's page for the same sections.
"""

from __future__ import annotations

from collections.abc import Sequence

from db import Accreditation, Lens, Rank, Reading, Tenure, current_tenures, is_said_in
from desktop.paper.content.blocks import (
    Block,
    Chronology,
    Entry,
    Heading,
    Run,
    italic,
    runs,
    with_field,
)
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label, open_sentence
from desktop.paper.content.isolates import isolate, isolate_each
from desktop.paper.sections.common_sections import names, nation, prose, row, spoken_languages
from desktop.paper.sections.field_lines import join_lines, term_line
from desktop.paper.sections.print_phrases import (
    begins_after,
    capital,
    date_phrase,
    day_text,
)
from desktop.paper.sections.sheet_context import SheetContext, fields_with_text, name_run, section


def subtitle(reading: Reading, _: Lens) -> str:
    """Rank and offices on the lens's day."""
    return open_sentence(isolate_each(reading.title))


def present(context: SheetContext) -> list[Block]:
    """Return the offices of the lens's day and since when; what is not certain of them is said."""
    rows = [_office(context, each) for each in _now(context)]
    return section("Present office", Chronology(rows))


def _now(context: SheetContext) -> list[Tenure]:
    return current_tenures(context.record.tenures, context.lens.as_of)


def address(context: SheetContext) -> list[Block]:
    """Say how to address and name the person, and who they are."""
    person = context.record
    rows: list[tuple[Words, Words]] = [
        row(context, "spoken_address"),
        row(context, "written_address"),
        row(context, "pronunciation"),
        ("Family name", _family(context)),
        row(context, "given"),
        row(context, "honorific"),
        row(context, "post_nominals"),
        *names(context),
        nation(context),
        row(context, "born", date_phrase(person.born)),
        row(context, "died", date_phrase(person.died)),
        row(context, "gender"),
        spoken_languages(context),
    ]
    return section("Address and name", fields_with_text(rows))


_ORDERS = {"family-first": "the family name comes first", "single": "a single name"}


def _family(context: SheetContext) -> Words:
    """Return the family name, with the particles and the order that a stranger gets wrong."""
    person = context.record
    particles = (italic(person.particles), Run(" stands before it")) if person.particles else ""
    order = _ORDERS.get(person.name_order, "")
    before = person.family or person.particles
    parts = join_lines(
        [
            with_field(person.family, "family"),
            with_field(particles, "particles"),
            with_field(order if before else capital(order), "name_order"),
        ],
        "; ",
    )
    return context.citing.mark(parts, "family") if parts else ""


def offices(context: SheetContext) -> list[Block]:
    """Return the offices held, the latest first; those that begin after the lens's day apart."""
    return section("Offices", *_tenure_blocks(context, context.record.tenures))


def career(context: SheetContext) -> list[Block]:
    """Return the offices beside those of the lens's day, which paper has told before."""
    now = _now(context)
    title = "Other offices" if now else "Offices"
    others = [each for each in context.record.tenures if not any(each is one for one in now)]
    return section(title, *_tenure_blocks(context, others))


def _tenure_blocks(context: SheetContext, tenures_held: Sequence[Tenure]) -> list[Block]:
    day = context.lens.as_of
    tenures = sorted(tenures_held, key=_begin, reverse=True)
    past = [each for each in tenures if not begins_after(each.since, day)]
    later = [each for each in tenures if begins_after(each.since, day)]
    blocks: list[Block] = [Chronology([_office(context, each) for each in past])]
    if later:
        blocks.append(Heading(f"After {day_text(day)}", 2))
        blocks.append(Chronology([_office(context, each) for each in later]))
    return blocks


def _begin(tenure: Tenure) -> tuple[bool, str]:
    """Return a sort key: offices without an end before those that ended, then by beginning."""
    begin = (tenure.since.first or tenure.since.last) if tenure.since else None
    return tenure.until is None and not tenure.end_state.startswith("ended"), begin or ""


def _office(context: SheetContext, tenure: Tenure) -> Entry:
    path = context.path_of("tenures", tenure, "office").removesuffix(".office")
    when, unknown = term_line(tenure.since, tenure.until, path, tenure.end_state)
    office = tenure.office
    title = office.title if office else "An office that is not named"
    what: list[Run] = [Run("Acting ", field=f"{path}.acting")] if tenure.acting else []
    body = office.organization if office else None
    if body and is_said_in(title, body.title):
        what.append(Run(isolate(title), link=body.id))
    else:
        what += runs(isolate(title))
        what += [Run(", "), name_run(body)] if body else []
    fields = ("tenures", f"tenure {tenure.uid}") if tenure.uid else ("tenures",)
    return Entry(
        when,
        with_field(context.citing.mark(tuple(what), *fields), f"{path}.office"),
        join_lines([unknown, with_field(tenure.note, f"{path}.note")], " · "),
    )


def ranks(context: SheetContext) -> list[Block]:
    """Return the ranks held, the latest first."""
    newest_first = sorted(context.record.ranks, key=_since, reverse=True)
    return section("Ranks", Chronology([_rank(context, rank) for rank in newest_first]))


def accreditations(context: SheetContext) -> list[Block]:
    """Return where the person is or was head of mission, with the days of taking up functions."""
    rows: list[tuple[Words, Words]] = []
    for at, each in enumerate(context.record.accreditations):
        path = f"accreditations[{at}]"
        post = with_field(
            open_label(each.mission_class) or "Head of mission", f"{path}.mission_class"
        )
        of_state = with_field(f"of {isolate(each.state)}", f"{path}.state")
        days = [_step(each, name, path) for name in _STEPS]
        line = join_lines([join_lines([post, of_state], " "), *days], "; ")
        marked = context.citing.mark(line, "accreditations")
        rows.append((with_field(each.receiving, f"{path}.receiving"), marked))
    return section("Accreditations", fields_with_text(rows))


_STEPS = {
    "agrement": "agrément", "appointed": "appointed", "arrived": "arrived",
    "true_copy": "true copy handed", "credentials": "credentials", "notified": "notified",
    "farewell": "farewell",
}  # fmt: skip


def _step(each: Accreditation, name: str, path: str) -> Words:
    """Return one step with its day and time, each leading to its own field."""
    date = date_phrase(getattr(each, name))
    time = with_field(getattr(each, f"{name}_time", ""), f"{path}.{name}_time")
    day = with_field(date and f"{_STEPS[name]} {date}", f"{path}.{name}")
    return join_lines([day, time])


def _since(rank: Rank) -> str:
    return (rank.since.first if rank.since else None) or ""


def _rank(context: SheetContext, rank: Rank) -> Entry:
    path = context.path_of("ranks", rank, "title").removesuffix(".title")
    when, _ = term_line(rank.since, rank.until, path)
    title, service = with_field(rank.title, f"{path}.title"), f"{path}.service"
    what = join_lines([title, with_field(rank.service, service)])
    return Entry(when, with_field(context.citing.mark(what, "ranks"), f"{path}.title"))


def life(context: SheetContext) -> list[Block]:
    """Return the person's life in the officer's words."""
    return prose(context, "Life", "biography")
