"""The profile of an organization: what it is, what it stands under, who holds its offices.

`forms` asks it for the sheet, and the screen's page for the same sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import HELD, Holder, Lens, Office, Reading
from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Entry,
    Heading,
    Run,
    TableBlock,
    with_field,
)
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.citing import add_note_marks
from desktop.paper.sections.common_sections import name_then, names, nation, prose, row
from desktop.paper.sections.field_lines import join_lines, term_line
from desktop.paper.sections.print_phrases import (
    begins_after,
    country,
    date_phrase,
    join_parts,
    term,
)
from desktop.paper.sections.sheet_context import SheetContext, fields_with_text, name_run, section

LAST = 1 << 30  # the place of an office whose precedence is not stated


def subtitle(reading: Reading, lens: Lens) -> str:
    """Return what it is, of which state, and what it was called on the lens's day."""
    body = reading.record
    then = name_then(body, lens.as_of)
    return join_parts(
        [
            f"then called {isolate(then)}" if then else "",
            open_label(getattr(body, "kind", "")),
            country(body.country),
            getattr(body, "acronym", ""),
        ],
        " · ",
    )


def facts(context: SheetContext) -> list[Block]:
    """Return what the organization is and is called."""
    body = context.record
    rows: list[tuple[Words, Words]] = [
        row(context, "kind", open_label(body.kind)),
        row(context, "acronym"),
        nation(context),
        *names(context),
        row(context, "founded", date_phrase(body.founded)),
        row(context, "dissolved", date_phrase(body.dissolved)),
    ]
    if body.predecessor:
        rows.append(row(context, "predecessor", (name_run(body.predecessor),)))
    return section("What it is", fields_with_text(rows))


def purpose(context: SheetContext) -> list[Block]:
    """Return what it is for."""
    return prose(context, "Purpose", "purpose")


def hierarchy(context: SheetContext) -> list[Block]:
    """Return what it stands or stood under."""
    rows = [
        Entry(
            term_line(each.since, each.until, f"parents[{at}]")[0],
            with_field(
                context.citing.mark((name_run(each.parent),), "parents"), f"parents[{at}].parent"
            ),
        )
        for at, each in enumerate(context.record.parents)
        if each.parent
    ]
    return section("Part of", Chronology(rows))


def office_order(context: SheetContext) -> list[Block]:
    """Return who stands before whom among the offices of a state, as its record says."""
    rows: list[tuple[Words, Words]] = []
    for at, rule in enumerate(context.record.office_rules):
        path = f"office_rules[{at}]"
        of = with_field((", of ", name_run(rule.body)), f"{path}.body") if rule.body else ()
        title = with_field(isolate(rule.title), f"{path}.title")
        rows.append((f"{at + 1}.", (*title, *of)))
    return section("Order of offices", fields_with_text(rows))


def members(context: SheetContext) -> list[Block]:
    """Return the bodies below it and those that followed it."""
    rows = [(name_run(ref),) for ref in context.reading.related.members]
    return section("Subordinate and successor bodies", Bullets(rows))


def offices(context: SheetContext) -> list[Block]:
    """Return its offices in order of precedence, each with who holds it, and those that stand
    empty.
    """
    ordered = sorted(
        context.record.offices, key=lambda each: (each.precedence or LAST, each.title.casefold())
    )
    rows = [line for office in ordered for line in _rows(context, office)]
    table = TableBlock(("Office", "Holder", "Time"), rows, (2, 2, 2.2)) if rows else None
    return section("Offices and holders", *([table] if table else []))


def _rows(context: SheetContext, office: Office) -> Iterator[tuple[Words, Words, Words]]:
    """Yield an office with its holders of the day; one line says how many seats nobody holds."""
    fields = ("offices", f"office {office.uid}") if office.uid else ("offices",)
    title = context.citing.mark(_office(context, office), *fields)
    holders = [each for each in _holders(context, office) if each.certainty]
    for holder in holders:
        yield title, _holder(context, holder), _time(holder)
        title = ""
    if _is_over(context, office):
        return
    empty = (office.seats or 1) - len(holders)
    if empty > 0 and not holders:
        yield title, Run("no holder on this desk", italic=True), ""
    elif empty > 0:
        yield title, Run(f"{empty} of {office.seats} seats without a holder", italic=True), ""


def _office(context: SheetContext, office: Office) -> Words:
    """Return an office with when it was made and ended, where that is known."""
    texts = {
        "title": isolate(office.title),
        "seats": f"{office.seats} seats" if (office.seats or 1) > 1 else "",
        "founded": f"created {date_phrase(office.founded)}" if office.founded else "",
        "dissolved": f"abolished {date_phrase(office.dissolved)}" if office.dissolved else "",
    }
    title, *rest = (
        with_field(text, context.path_of("offices", office, name)) for name, text in texts.items()
    )
    more = join_lines(rest)
    return (*title, Run(" ("), *more, Run(")")) if more else title


def _is_over(context: SheetContext, office: Office) -> bool:
    """Say whether the office or its body is over, or not yet made, on the lens's day."""
    day = context.lens.as_of
    ends = (office.dissolved, context.record.dissolved)
    over = any(end is not None and end.last is not None and end.last <= day for end in ends)
    return over or begins_after(office.founded, day)


def _holders(context: SheetContext, office: Office) -> list[Holder]:
    return [each for each in context.reading.related.holders if each.office.id == office.id]


def _holder(context: SheetContext, holder: Holder) -> Words:
    """Say who held it, with the sources that the record of that person has for it."""
    fields = ("tenures", f"tenure {holder.tenure}")
    known = context.known.cited.get(holder.person.id, ())
    cited = [each for each in known if each.field in fields]
    register = context.citing.register
    register.take(cited, holder.person.title)
    who = (name_run(holder.person), Run(" (acting)" if holder.acting else ""))
    return add_note_marks(who, register.numbers(cited))


def _time(holder: Holder) -> str:
    state = "ongoing" if holder.certainty == HELD else "unknown"
    return join_parts(term(holder.since, holder.until, state))


def heads(context: SheetContext) -> list[Block]:
    """Say who held its first office through time, the first of them first, and who holds it now."""
    first = _first_office(context)
    if first is None:
        return []
    holders = _holders(context, first)
    if not any(not each.certainty for each in holders):
        return []
    return section(f"{isolate(first.title)} through time", _through_time(context, holders))


def _first_office(context: SheetContext) -> Office | None:
    """Return the office that stands before all others of the body; None where two do, or none says
    so.
    """
    first = [each for each in context.record.offices if each.precedence == 1]
    return first[0] if len(first) == 1 else None


def former(context: SheetContext) -> list[Block]:
    """Say who held its offices before, office by office, the first of them first."""
    blocks: list[Block] = []
    first_office = _first_office(context)
    for office in context.record.offices:
        if office is first_office:
            continue
        former_holders = [each for each in _holders(context, office) if not each.certainty]
        if former_holders:
            blocks += [Heading(office.title, 2), _through_time(context, former_holders)]
    return section("Holders at other times", *blocks)


def _through_time(context: SheetContext, holders: Sequence[Holder]) -> Chronology:
    """Return holders, of whom the latest come first, the other way round."""
    rows = []
    for each in reversed(holders):
        when, _ = term(each.since, each.until)
        rows.append(Entry(when or "not dated", _holder(context, each)))
    return Chronology(rows)
