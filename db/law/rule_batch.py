"""What one line of words makes of one day: the day of the new state, how it reads, or why none.

`clock --batch` asks it for each row of a table; which rule it is, the words themselves say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from db.dates import HistoricalDate
from db.dates.lexicon import quote
from db.errors import Refused
from db.law.acts import edtf_between
from db.law.day_words import range_words
from db.law.rules.durations import read_term
from db.law.rules.in_force_rules import read_in_force_rule
from db.law.rules.later_rules import read_later_rule
from db.law.rules.periods import number
from db.law.rules.withdrawal_rules import read_withdrawal_rule


class RuleReading(NamedTuple):
    """The first day of the new state as EDTF, None where there is none; its sentence; why."""

    day: str | None
    reads: str
    why: str


class _Rule(NamedTuple):
    """A rule as far as a day is asked of it: what its trigger is called, and what it gives."""

    trigger: str
    words: str
    day_after: Callable[[int], int | None]
    note: str = ""


def read_rule_on(rule: str, trigger: str) -> RuleReading:
    """Read a rule in words with the day of the deposit, notice or act that sets it going.

    >>> read_rule_on("50 deposits + 90 days", "2020-10-24").reads
    '50th deposit 24 October 2020 → 22 January 2021'
    >>> read_rule_on("30 June, notice by 1 January", "1981-06-24").day
    '1982-06-30'
    >>> read_rule_on("when it pleases", "2020-10-24").day is None
    True
    """
    try:
        found = _read(rule)
        date = HistoricalDate.parse(trigger)
    except Refused as refusal:
        return RuleReading(None, "", str(refusal))
    if date.first is None or date.last is None:
        return RuleReading(None, found.words, f"{quote(trigger)} is no day to count from.")
    days = [found.day_after(number(end)) for end in (date.first, date.last)]
    first, last = days
    if first is None or last is None:
        return RuleReading(None, found.words, found.note)
    reads = f"{found.trigger} {date.phrase()} → {range_words(first, last)}"
    note = found.note
    if first != last:
        note = f"The day it counts from is uncertain, so the result is. {note}".strip()
        return RuleReading(edtf_between(first, last), reads, note)
    return RuleReading(edtf_between(first, last), reads, note)


def _read(rule: str) -> _Rule:
    """Read a line as whichever rule it is; raise the refusal that fits best."""
    if not rule.strip():
        raise Refused("There is no rule in this row.")
    refusals: list[Refused] = []
    for reader in (_later, _entry, _withdrawal, _term):
        try:
            return reader(rule)
        except Refused as refusal:
            refusals.append(refusal)
    raise Refused(
        f"{quote(rule)} says no rule; write it as 50 deposits + 90 days, 3 months, then first of"
        " next month, or 30 June, notice by 1 January."
    ) from refusals[0]


def _later(text: str) -> _Rule:
    rule = read_later_rule(text)
    note = ""
    if rule.by_act:
        note = f"Counted by the period for all but {', '.join(act for act, _ in rule.by_act)}."
    return _Rule("Act", rule.words(), rule.period.after, note)


def _entry(text: str) -> _Rule:
    rule = read_in_force_rule(text)
    name = rule.trigger_name()
    note = f"If in force by then: {', '.join(rule.needs)}." if rule.needs else ""
    return _Rule(f"{name[:1].upper()}{name[1:]}", rule.words(), rule.day_after, note)


def _withdrawal(text: str) -> _Rule:
    rule = read_withdrawal_rule(text)
    notes = []
    if rule.is_none:
        notes.append("The agreement allows no withdrawal.")
    if rule.not_before_period:
        span = rule.not_before_period.words()
        notes.append(f"If the notice is given {span} after entry into force or later.")
    if rule.window:
        notes.append("If the notice is given within the window.")
    if rule.sunset:
        notes.append(f"Its effects last {rule.sunset.words()} more.")
    return _Rule(
        "Notice", rule.words(), lambda day: rule.exit_day(day, None, None).day, " ".join(notes)
    )


def _term(text: str) -> _Rule:
    term = read_term(text)

    def end(day: int) -> int | None:
        return None if term.first is None else term.first.after(day)

    note = {
        "": "" if term.first else "No end is stated.",
        "tacit": "The end of the first term; it is renewed unless notice is given.",
        "indefinite": "The end of the first term; the agreement goes on.",
        "by agreement": "The end of the term, unless it is renewed by agreement.",
    }[term.renewal]
    return _Rule("Entry into force", term.words(), end, note)
