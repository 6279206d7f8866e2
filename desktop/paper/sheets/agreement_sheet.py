"""The summary of an agreement: its citation, what it says, its clock, and what each party did.

`forms` asks it for the sheet, and the screen's page for the same sections.
"""

from __future__ import annotations

from dataclasses import replace

from db import Agreement, Amount, Lens, Reading, clock_answer, status_on
from desktop.paper.content.blocks import Block, Fields, Run, plain, with_field
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_label, open_sentence
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.common_sections import names, nation, prose, row, spoken_languages
from desktop.paper.sections.field_lines import join_lines
from desktop.paper.sections.print_phrases import (
    date_phrase,
    figure,
    join_parts,
    known_by,
)
from desktop.paper.sections.sheet_context import (
    SheetContext,
    fields_with_text,
    name_run,
    section,
)
from desktop.paper.sheets.due import due

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
"""Signs that name one currency in this field; other dollars and pounds keep their code."""


def status_text(agreement: Agreement, day: str) -> str:
    """Return the status on a day in words that cannot be mistaken for one."""
    status = status_on(agreement, day)
    return "status not recorded" if status == "not recorded" else status


def subtitle(reading: Reading, lens: Lens) -> str:
    """Return what it is, its status on the lens's day, and when it was concluded."""
    record = reading.record
    assert isinstance(record, Agreement)
    parts = [
        open_label(record.kind) or "Agreement",
        status_text(record, lens.as_of),
        date_phrase(record.concluded),
    ]
    return join_parts(parts, " · ")


def facts(context: SheetContext) -> list[Block]:
    """Return what kind of agreement it is, and how it stands on the lens's day."""
    it: Agreement = context.record
    status = status_text(it, context.lens.as_of)
    stated = f"{isolate(it.stage)} (as stated)" if it.stage else ""
    words = open_sentence(join_parts(["" if status == it.stage else status, stated]))
    rows: list[tuple[Words, Words]] = [
        ("Status", with_field(words, "stage")),
        row(context, "kind", open_label(it.kind)),
        row(context, "laterality", open_label(it.laterality)),
        row(context, "level", open_label(it.level)),
        row(context, "binding", open_label(it.binding)),
        row(context, "reference"),
        row(context, "depositary"),
        row(context, "registration"),
        spoken_languages(context),
        nation(context),
        *names(context),
    ]
    return section("What it is", fields_with_text(rows))


def summary(context: SheetContext) -> list[Block]:
    """Return what it says."""
    return prose(context, "Summary", "summary")


def value(context: SheetContext) -> list[Block]:
    """Return its sums, each with its qualifier, its stage and its day."""
    rows: list[tuple[Words, Words]] = []
    for at, each in enumerate(context.record.amounts):
        path = f"amounts[{at}]"
        line = join_lines([_amount(each, path), with_field(each.note, f"{path}.note")], "; ")
        rows.append(("Amount", context.citing.mark(line, "amounts")))
    return section("Amounts", Fields(rows))


def amount_text(amount: Amount) -> str:
    """Return a sum that keeps its qualifier: paper never says more than is known.

    >>> amount_text(Amount(number="500000000", currency="USD", qualifier="about", stage="announced"))
    'about $500 million, announced'
    """  # noqa: E501
    return plain(_amount(amount, ""))


def _amount(amount: Amount, path: str) -> tuple[Run, ...]:
    qualifier = "" if amount.qualifier == "exact" else amount.qualifier
    sign = SIGNS.get(amount.currency, f"{amount.currency} " if amount.currency else "")
    parts = {"number": f"{sign}{figure(amount.number)}", "qualifier": qualifier}
    parts |= {"stage": amount.stage, "as_of": date_phrase(amount.as_of)}
    number, qualifies, stage, as_of = (
        with_field(text, f"{path}.{name}") for name, text in parts.items()
    )
    line = join_lines([join_lines([qualifies, number], " "), stage, as_of])
    return tuple(replace(run, bold=True) for run in line)


def clock(context: SheetContext) -> list[Block]:
    """Return its days: what is due next, concluded, applied, in force, and how it ends."""
    it: Agreement = context.record
    rows: list[tuple[Words, Words]] = [
        ("Outstanding", due(it, context.lens.as_of, terms=False)),
        row(context, "concluded", _place_phrase(it)),
        ("In force or not", clock_answer(it, context.lens.as_of).reason if _has_clock(it) else ""),
        *(_day_row(context, name) for name in _DAYS_OF_LIFE),
        row(context, "provisional_who"),
        row(context, "in_force_clause"),
        row(context, "in_force_rule"),
        row(context, "later_rule"),
        row(context, "parties_complete"),
        row(context, "duration"),
        row(context, "renewal"),
        row(context, "notice_period"),
        row(context, "withdrawal_rule"),
        _day_row(context, "terminated"),
        *(_day_row(context, name) for name in _STEPS_AT_HOME),
        row(context, "original_place"),
    ]
    return section("Dates and terms", fields_with_text(rows))


_DAYS_OF_LIFE = (
    "adopted",
    "signature_until",
    "provisional",
    "provisional_until",
    "in_force",
    "share_met",
)
_STEPS_AT_HOME = ("authority", "legal_opinion", "laid", "registered")


def _has_clock(it: Agreement) -> bool:
    """Say whether the law of an agreement has more to tell than its days do."""
    return bool(it.in_force_rule or it.withdrawal_rule or it.provisional_until)


def _day_row(context: SheetContext, name: str) -> tuple[Words, Words]:
    date = getattr(context.record, name)
    return row(context, name, date_phrase(known_by(date, context.lens.as_of)))


def _place_phrase(it: Agreement) -> Words:
    return join_lines([date_phrase(it.concluded), with_field(it.place, "place")])


def lineage(context: SheetContext) -> list[Block]:
    """Say how it bears on other agreements, and which others bear on it."""
    rows: list[tuple[Words, Words]] = []
    seen = set()
    for at, link in enumerate(context.record.agreement_links):
        if link.other:
            seen.add(link.other.id)
            marked = context.citing.mark((name_run(link.other),), "agreement_links")
            label = open_label(link.nature) or "Related to"
            if link.scope:
                scope = with_field(link.scope, f"agreement_links[{at}].scope")
                marked = join_lines([marked, scope])
            rows.append(
                (
                    with_field(label, f"agreement_links[{at}].nature"),
                    with_field(marked, f"agreement_links[{at}].other"),
                )
            )
            rows += _descent(context, link.other.id, 1)
    natures = {
        each.other.id: each.nature
        for each in context.reading.related.lineage.get(context.record.id, ())
    }
    for line in context.reading.related.agreements:
        if line.id not in seen:
            _, when, _, status, _ = line.cells
            more = join_parts([when, "status not recorded" if status == "not recorded" else status])
            label = open_label(natures.get(line.id, "")) or "Related to this"
            rows.append((label, (Run(line.title, link=line.id), Run(f", {more}"))))
            rows += _descent(context, line.id, 1)
    return section("Related agreements", fields_with_text(rows))


_STEP_IN = "\N{EM SPACE}"


def _descent(context: SheetContext, key: int, depth: int) -> list[tuple[Words, Words]]:
    """Return what hangs on a related agreement in its turn, each line a step further in."""
    rows: list[tuple[Words, Words]] = []
    for each in context.reading.related.lineage.get(key, ()):
        step = f"{_STEP_IN * (depth - 1)}↳ {each.nature or 'related to'} "
        rows.append(("", (Run(step), name_run(each.other))))
        rows += _descent(context, each.other.id, depth + 1)
    return rows
