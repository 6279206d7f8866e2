"""What answers a finding in one step: the mend of a rule, or that the record is right as it is.

The window asks for both; what they return is saved like any edit, so that it can be undone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from db.checks.finding import Around, Finding
from db.checks.law_rules import day_of_rule, end_of_term
from db.checks.party_rules import LEFT, SIGNATURES, acts_of
from db.checks.record_rules import spans_of
from db.checks.sure_order import last_of
from db.dates import HistoricalDate
from db.law.rules.periods import iso_day
from db.names.languages import native_language
from db.names.order import split_name
from db.record_types import Agreement, Confirmation, Party, Person, Record
from db.tables.fields import Stored

_STEP: Final = re.compile(r"(\w+)(?:\[(\d+)\])?\.?")


class Mend(NamedTuple):
    """What a mend does, in the words of a button, and the doing of it on a record of its own."""

    label: str
    apply: Callable[[Any, str, Around], None]


def mend_label(finding: Finding) -> str:
    """Return what mends a finding in one step, in the words of a button; "" where nothing does."""
    mend = MENDS.get(finding.rule)
    if mend is None or (finding.rule in _ONLY_AT and finding.at != _ONLY_AT[finding.rule]):
        return ""
    return mend.label


def mend_record(record: Record, finding: Finding, day: str) -> Record:
    """Return a record with a finding mended, as it can be saved."""
    changed = record.model_copy(deep=True)
    MENDS[finding.rule].apply(changed, finding.at, Around(day))
    return changed


def confirm_finding(record: Record, finding: Finding, note: str = "") -> Record:
    """Return a record of which an officer said that a finding is right as it is."""
    answer = Confirmation(rule=finding.rule, digest=finding.digest, note=note)
    changed = record.model_copy(deep=True)
    changed.confirmations.append(answer)
    return changed


def _item_at(record: Record, path: str) -> tuple[Any, str]:
    """Return the record or part that a path leads to, and the name of the field at its end."""
    item: Any = record
    steps = _STEP.findall(path)
    for name, place in steps[:-1]:
        item = getattr(item, name)[int(place)]
    return item, steps[-1][0]


def _kind_of(item: Stored) -> type[Stored]:
    return type(item)


def _swap_ends(record: Record, at: str, _around: Around) -> None:
    item, end = _item_at(record, at)
    begin = next(one for one, other in spans_of(_kind_of(item)) if other == end)
    first, last = getattr(item, begin), getattr(item, end)
    setattr(item, begin, last)
    setattr(item, end, first)


def _say_about(agreement: Agreement, at: str, _around: Around) -> None:
    amount, field = _item_at(agreement, at)
    setattr(amount, field, "about")


def _join_parties(agreement: Agreement, at: str, _around: Around) -> None:
    """Put the acts of the second line of a party into the first."""
    second = agreement.parties.pop(_place(at))
    first = next(each for each in agreement.parties if each.who == second.who)
    for act in second.actions:
        act.id = 0  # it is written with its new line
        first.actions.append(act)


def _place(at: str) -> int:
    return int(_STEP.findall(at)[0][1])


def _end_at_withdrawal(agreement: Agreement, _at: str, _around: Around) -> None:
    left = [act.date for party in agreement.parties for act in acts_of(party, LEFT)]
    agreement.terminated = last_of(*left) or agreement.terminated


def _end_term(agreement: Agreement, _at: str, _around: Around) -> None:
    day = iso_day(end_of_term(agreement))
    agreement.terminated = HistoricalDate.parse(day) if day else agreement.terminated


def _take_day_of_rule(agreement: Agreement, _at: str, around: Around) -> None:
    day = iso_day(day_of_rule(agreement, around))
    agreement.in_force = HistoricalDate.parse(day) if day else agreement.in_force


def _call_retroactive(agreement: Agreement, _at: str, _around: Around) -> None:
    agreement.in_force_clause = " ".join(filter(None, (agreement.in_force_clause, "Retroactive.")))


def _call_multilateral(agreement: Agreement, _at: str, _around: Around) -> None:
    agreement.laterality = "multilateral"


def _take_signing_day(agreement: Agreement, _at: str, _around: Around) -> None:
    days = [act.date for party in agreement.parties for act in acts_of(party, SIGNATURES)]
    agreement.concluded = last_of(*days) or agreement.concluded


def _keep_first_consent(agreement: Agreement, at: str, _around: Around) -> None:
    party: Party = agreement.parties[_place(at)]
    consents = [act for act in party.actions if act.action in _CONSENTS]
    party.actions = [act for act in party.actions if act not in consents[1:]]


_CONSENTS: Final = frozenset(("ratified", "accepted", "approved", "acceded"))


def _call_ratification(agreement: Agreement, at: str, _around: Around) -> None:
    for act in agreement.parties[_place(at)].actions:
        if act.action == "acceded":
            act.action = "ratified"


def _call_accession(agreement: Agreement, at: str, _around: Around) -> None:
    for act in agreement.parties[_place(at)].actions:
        if act.action == "ratified":
            act.action = "acceded"


def _say_incomplete(agreement: Agreement, _at: str, _around: Around) -> None:
    agreement.parties_complete = "no"


def _limit_to_parties(agreement: Agreement, at: str, _around: Around) -> None:
    link, field = _item_at(agreement, at)
    setattr(link, field, "between its parties")


def _take_language_of_letters(record: Record, at: str, _around: Around) -> None:
    name, field = _item_at(record, at)
    setattr(name, field, native_language(name.text, record.country))


def _split_name(person: Person, _at: str, _around: Around) -> None:
    parts = split_name(person.title, country=person.country)
    person.given, person.family = parts.given, parts.family
    person.particles, person.name_order = parts.particles, parts.order


MENDS: Final[dict[str, Mend]] = {
    "end-before-start": Mend("Swap the two days", _swap_ends),
    "amount-without-precision": Mend("Say “about”", _say_about),
    "party-twice": Mend("Join the two lines", _join_parties),
    "bilateral-without-party": Mend("End it on that day", _end_at_withdrawal),
    "bilateral-parties": Mend("Call it multilateral", _call_multilateral),
    "term-over": Mend("End it on that day", _end_term),
    "rule-and-date-differ": Mend("Take the day of the rule", _take_day_of_rule),
    "in-force-before-signature": Mend("Say that it is retroactive", _call_retroactive),
    "signing-and-concluded-differ": Mend("Take the day of signing", _take_signing_day),
    "two-consents": Mend("Keep the first consent", _keep_first_consent),
    "ratification-without-signature": Mend("Call it an accession", _call_accession),
    "accession-after-signature": Mend("Call it a ratification", _call_ratification),
    "threshold-not-met": Mend("Say that parties are missing", _say_incomplete),
    "replaced-not-ended": Mend("Say “between its parties”", _limit_to_parties),
    "script-of-language": Mend("Take the language of the letters", _take_language_of_letters),
    "name-without-family": Mend("Split the name", _split_name),
}
_ONLY_AT: Final = {"rule-and-date-differ": "in_force"}
