"""The biographic note: a person as an officer must know them before shaking hands.

`forms` asks it for the sheet, and the screen's page for the same sections.
"""

from __future__ import annotations

from collections.abc import Sequence

from db import Lens, Rank, Reading, Tenure, current_tenures
from desktop.paper.content.blocks import Block, Chronology, Entry, Heading, Run, italic
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_sentence
from desktop.paper.content.isolates import isolate, isolate_each
from desktop.paper.sections.common_sections import names, nation, prose, row, spoken_languages
from desktop.paper.sections.print_phrases import (
    begins_after,
    capital,
    date_phrase,
    day_text,
    join_parts,
    term,
)
from desktop.paper.sections.sheet_context import SheetContext, fields_with_text, name_run, section


def subtitle(reading: Reading, _: Lens) -> str:
    """Rank and offices on the lens's day."""
    return open_sentence(isolate_each(reading.title))


def present(telling: SheetContext) -> list[Block]:
    """Return the offices of the lens's day and since when; what is not certain of them is said."""
    rows = [_office(telling, each) for each in _now(telling)]
    return section("Present office", Chronology(rows))


def _now(telling: SheetContext) -> list[Tenure]:
    return current_tenures(telling.record.tenures, telling.lens.as_of)


def address(telling: SheetContext) -> list[Block]:
    """Say how to address and name the person, and who they are."""
    person = telling.record
    rows: list[tuple[str, Words]] = [
        row(telling, "spoken_address"),
        row(telling, "written_address"),
        row(telling, "pronunciation"),
        ("Family name", _family(telling)),
        row(telling, "given"),
        row(telling, "honorific"),
        row(telling, "post_nominals"),
        *names(telling),
        nation(telling),
        row(telling, "born", date_phrase(person.born)),
        row(telling, "died", date_phrase(person.died)),
        row(telling, "gender"),
        spoken_languages(telling),
    ]
    return section("Address and name", fields_with_text(rows))


_ORDERS = {"family-first": "the family name comes first", "single": "a single name"}


def _family(telling: SheetContext) -> Words:
    """Return the family name, with the particles and the order that a stranger gets wrong."""
    person = telling.record
    parts: list[Run] = [Run(person.family)] if person.family else []
    if person.particles:
        parts += [Run("; " if parts else ""), italic(person.particles), Run(" stands before it")]
    if order := _ORDERS.get(person.name_order, ""):
        parts.append(Run(f"; {order}" if parts else capital(order)))
    return telling.citing.mark(tuple(parts), "family") if parts else ""


def offices(telling: SheetContext) -> list[Block]:
    """Return the offices held, the latest first; those that begin after the lens's day apart."""
    return section("Offices", *_tenure_blocks(telling, telling.record.tenures))


def career(telling: SheetContext) -> list[Block]:
    """Return the offices beside those of the lens's day, which paper has told before."""
    now = _now(telling)
    title = "Other offices" if now else "Offices"
    others = [each for each in telling.record.tenures if not any(each is one for one in now)]
    return section(title, *_tenure_blocks(telling, others))


def _tenure_blocks(telling: SheetContext, held: Sequence[Tenure]) -> list[Block]:
    day = telling.lens.as_of
    tenures = sorted(held, key=_begin, reverse=True)
    begun = [each for each in tenures if not begins_after(each.since, day)]
    later = [each for each in tenures if begins_after(each.since, day)]
    told: list[Block] = [Chronology([_office(telling, each) for each in begun])]
    if later:
        told.append(Heading(f"After {day_text(day)}", 2))
        told.append(Chronology([_office(telling, each) for each in later]))
    return told


def _begin(tenure: Tenure) -> tuple[bool, str]:
    """Return a sort key: offices without an end before those that ended, then by beginning."""
    begin = (tenure.since.first or tenure.since.last) if tenure.since else None
    return tenure.until is None and not tenure.end_state.startswith("ended"), begin or ""


def _office(telling: SheetContext, tenure: Tenure) -> Entry:
    when, unknown = term(tenure.since, tenure.until, tenure.end_state)
    office = tenure.office
    title = office.title if office else "An office that is not named"
    acting = "Acting " if tenure.acting else ""
    what: list[Run] = [Run(f"{acting}{isolate(title)}")]
    if office and office.organization:
        what += [Run(", "), name_run(office.organization)]
    fields = ("tenures", f"tenure {tenure.uid}") if tenure.uid else ("tenures",)
    return Entry(
        when, telling.citing.mark(tuple(what), *fields), join_parts([unknown, tenure.note], " · ")
    )


def ranks(telling: SheetContext) -> list[Block]:
    """Return the ranks held, the latest first."""
    held = sorted(telling.record.ranks, key=_since, reverse=True)
    return section("Ranks", Chronology([_rank(telling, rank) for rank in held]))


def _since(rank: Rank) -> str:
    return (rank.since.first if rank.since else None) or ""


def _rank(telling: SheetContext, rank: Rank) -> Entry:
    when, _ = term(rank.since, rank.until)
    return Entry(when, telling.citing.mark(join_parts([rank.title, rank.service]), "ranks"))


def life(telling: SheetContext) -> list[Block]:
    """Return the person's life in the officer's words."""
    return prose(telling, "Life", "biography")
