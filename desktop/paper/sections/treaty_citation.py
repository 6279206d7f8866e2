"""The sentences to cite an agreement by, as one of two houses prints them.

*Treaties in Force* (US Department of State) gives each act a sentence with its day as "April 4,
1949" and parts the series with semicolons; the Treaty Series of the United Kingdom writes "4 April
1949" and puts the command paper behind the number. The series of an agreement tells its house; what
tells none is cited as the first does. A date is given as it was understood: what an officer wrote
beside it ("recently, as of 15 September") is no part of a citation. The summary of an agreement
asks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from db import (
    Agreement,
    HistoricalDate,
    is_british,
    plain_status,
    read_series,
    status_on,
    write_reference,
)
from desktop.paper.content.blocks import Block, Paragraph, runs, with_field
from desktop.paper.content.blocks import Line as Words
from desktop.paper.content.first_letters import open_sentence
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.field_lines import join_lines
from desktop.paper.sections.print_phrases import date_phrase, known_by, proper_date, treaty_date
from desktop.paper.sections.sheet_context import SheetContext, sentences

Write_day = Callable[[HistoricalDate | None], str]


def citation(context: SheetContext) -> list[Block]:
    """Return what to cite it by; nothing where only its title is known."""
    it: Agreement = context.record
    british = is_british(read_series(it.reference))
    acts = [runs(each) for each in _acts(it, context.lens.as_of, _day_of(british))]
    if british:
        acts = [join_lines(acts, "; ")]
    acts = [(replace(act[0], text=open_sentence(act[0].text)), *act[1:]) for act in acts if act]
    marks = join_lines(
        [
            with_field(write_reference(it.reference), "reference"),
            with_field(write_reference(it.registration), "registration"),
        ],
        "; ",
    )
    known = [*acts, marks] if marks else acts
    return [Paragraph(sentences((with_field(it.title, "title"), *known)))] if known else []


def _acts(it: Agreement, day: str, write: Write_day) -> Iterator[Words]:
    """Yield what was done, each with its day, as far as a sheet of the day may tell it."""
    if signed := _conclusion(it, day, write):
        yield signed
    if known := known_by(proper_date(it.provisional), day):
        since = write(known) if known.certain_on() else date_phrase(known)
        yield with_field(f"applied provisionally from {since}", "provisional")
    if known := known_by(proper_date(it.in_force), day):
        yield with_field(f"entered into force {write(known)}", "in_force")
    if known := known_by(proper_date(it.terminated), day):
        yield with_field(f"terminated {write(known)}", "terminated")


def _day_of(is_british: bool) -> Write_day:
    return (lambda known: treaty_date(known, "long")) if is_british else treaty_date


def _conclusion(it: Agreement, day: str, write: Write_day) -> Words:
    """Say what was done when it was concluded, where and when."""
    where = f"at {isolate(it.place)}" if it.place else ""
    when = write(proper_date(it.concluded))
    if not (where or when):
        return ""
    word = _conclusion_word(it, day)
    act = with_field(word, "stage" if word == it.stage else "concluded" if when else "place")
    return join_lines([act, with_field(where, "place"), with_field(when, "concluded")], " ")


def _conclusion_word(it: Agreement, day: str) -> str:
    """Return what was done when it was concluded: signed, if a party signed; else the stage it
    states.
    """
    signed = any(act.action.startswith("signed") for party in it.parties for act in party.actions)
    act = "signed" if signed else it.stage or "concluded"
    status = status_on(it, day)
    return status if plain_status(status) == "partly signed" else act
