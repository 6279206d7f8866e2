"""How the rules of an agreement read while they are typed: a sentence for each field that has one.

The form shows them below the fields; what the words do not say is told as their rule tells it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from db.dates import day_number
from db.errors import Refused
from db.law.acts import NEVER
from db.law.answers import AgreementClock
from db.law.rules.durations import read_term
from db.law.rules.in_force_rules import read_in_force_rule
from db.law.rules.later_rules import read_later_rule
from db.law.rules.periods import show_day
from db.law.rules.withdrawal_rules import read_withdrawal_rule
from db.lists.law.agreement_clock import facts_of

if TYPE_CHECKING:
    from db.record_types import Agreement


def rule_readings(agreement: Agreement, day: str) -> dict[str, str]:
    """Return a sentence for each field of an agreement that holds a rule or its term."""
    found = {}
    for field, read in _READERS.items():
        text = getattr(agreement, field)
        if text.strip():
            try:
                found[field] = read(agreement, day)
            except Refused as refusal:
                found[field] = f"Stays text, nothing is computed: {refusal}"
    if agreement.provisional is not None:
        answer = AgreementClock(facts_of(agreement), day_number(day)).answer()
        if answer.stage == "provisionally applied":
            found["provisional"] = answer.reason
    return found


def _read_entry(agreement: Agreement, day: str) -> str:
    rule = read_in_force_rule(agreement.in_force_rule)
    clock = AgreementClock(facts_of(agreement), day_number(day))
    reading, missing = clock.reading(), clock.missing()
    if reading:
        return f"Reads: {reading}."
    return f"Reads: {rule.words()}." + (f" Missing {missing}." if missing else "")


def _read_later(agreement: Agreement, _day: str) -> str:
    words = read_later_rule(agreement.later_rule).words()
    return f"Reads: a later party is bound {words} after its own act."


def _read_withdrawal(agreement: Agreement, day: str) -> str:
    rule = read_withdrawal_rule(agreement.withdrawal_rule)
    if rule.is_none:
        return "Reads: no withdrawal."
    out = rule.exit_day(day_number(day), None, None).day
    today = f" A notice on {show_day(day_number(day))} is out on {show_day(out)}." if out else ""
    return f"Reads: {rule.words()}.{today}"


def _read_term(agreement: Agreement, day: str) -> str:
    term = read_term(agreement.duration, agreement.renewal)
    since = AgreementClock(facts_of(agreement), day_number(day)).late.in_force
    end = term.end_at(since, day_number(day)) if 0 < since < NEVER else None
    ends = f" The term that runs ends on {show_day(end)}." if end is not None else ""
    return f"Reads: {term.words()}.{ends}"


_READERS: Final[dict[str, Callable[[Agreement, str], str]]] = {
    "in_force_rule": _read_entry,
    "later_rule": _read_later,
    "duration": _read_term,
    "renewal": _read_term,
    "withdrawal_rule": _read_withdrawal,
}
