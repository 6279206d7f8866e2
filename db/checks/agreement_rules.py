"""What cannot be of an agreement as a whole: its days, its parties, its links, who signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from db.amounts.amount_phrases import show_number
from db.checks.finding import Around, Rule, Says
from db.checks.party_rules import (
    CONSENTS,
    IN_FORCE,
    LEFT,
    SIGNATURES,
    acts_of,
    body_of,
    party_name,
)
from db.checks.retroactive import FOR_A_PERIOD, applies_earlier
from db.checks.sure_order import first_of, is_before, last_of, may_hold_on, phrase
from db.dates import HistoricalDate
from db.errors import Refused
from db.law.rules.conditions import Deposits
from db.law.rules.in_force_rules import read_in_force_rule
from db.record_types import Agreement, Party, PartyAction, Person

_FULL_POWERS: Final = "full powers"
_LATER: Final = frozenset(
    ("amends", "supplements", "implements", "replaces", "renews", "terminates")
)


def _find_early_force(agreement: Agreement, _around: Around) -> Iterator[Says]:
    signed = first_of(agreement.concluded, *_signing_days(agreement))
    if is_before(agreement.in_force, signed) and not applies_earlier(agreement, signed):
        yield Says(
            f"In force {phrase(agreement.in_force)}, signed {phrase(signed)};"
            " if retroactive, say so.",
            "",
            "in_force",
        )


def _signing_days(agreement: Agreement) -> Iterator[HistoricalDate]:
    for party in agreement.parties:
        for act in acts_of(party, SIGNATURES):
            if act.date is not None:
                yield act.date


def _find_late_provision(agreement: Agreement, _around: Around) -> Iterator[Says]:
    if is_before(agreement.in_force, agreement.provisional):
        yield Says(
            f"Applied provisionally from {phrase(agreement.provisional)},"
            f" in force {phrase(agreement.in_force)}.",
            "",
            "provisional",
        )


def _find_early_end(agreement: Agreement, _around: Around) -> Iterator[Says]:
    is_provisional = agreement.provisional or FOR_A_PERIOD.search(agreement.title)
    if is_before(agreement.terminated, agreement.in_force) and not is_provisional:
        yield Says(
            f"Terminated {phrase(agreement.terminated)}, in force {phrase(agreement.in_force)}.",
            "",
            "terminated",
        )


def _find_end_without_force(agreement: Agreement, _around: Around) -> Iterator[Says]:
    acts = {act.action for party in agreement.parties for act in party.actions}
    beginnings = (agreement.in_force, agreement.provisional)
    if agreement.terminated is not None and beginnings == (None, None) and IN_FORCE not in acts:
        yield Says(
            f"Terminated {phrase(agreement.terminated)}, and no entry into force is recorded.",
            "",
            "in_force",
        )


def _find_party_twice(agreement: Agreement, _around: Around) -> Iterator[Says]:
    counts = Counter(party.who.id for party in agreement.parties if party.who is not None)
    names = {party.who.id: party.who.title for party in agreement.parties if party.who is not None}
    for key, count in counts.items():
        if count > 1:
            stands = f"{names[key]} stands {'twice' if count == 2 else f'{count} times'}."
            last = max(place for place, party in enumerate(agreement.parties)
                       if party.who is not None and party.who.id == key)  # fmt: skip
            yield Says(stands, "", f"parties[{last}].who")


def _find_too_many_parties(agreement: Agreement, _around: Around) -> Iterator[Says]:
    whos = {party.who.id for party in agreement.parties if party.who is not None}
    sides = {party.side for party in agreement.parties}
    has_two_sides = len(sides) == 2 and "" not in sides
    if agreement.laterality == "bilateral" and len(whos) > 2 and not has_two_sides:
        yield Says(f"Called bilateral, and has {len(whos)} parties.", "", "laterality")


def _find_lonely_party(agreement: Agreement, _around: Around) -> Iterator[Says]:
    if agreement.laterality != "bilateral" or agreement.terminated or not agreement.in_force:
        return
    left = [act for party in agreement.parties for act in acts_of(party, LEFT)]
    if left and len(agreement.parties) <= 2:
        when = left[0].date.spoken_in() if left[0].date is not None else ""
        done = " ".join(filter(None, ("withdrew", when)))
        says = f"One of two parties {done} and the agreement is not terminated."
        yield Says(says, "", "terminated")


def _find_other_signing_day(agreement: Agreement, _around: Around) -> Iterator[Says]:
    days = list(_signing_days(agreement))
    is_bilateral = agreement.laterality == "bilateral"
    if not is_bilateral or not days or agreement.concluded is None:
        return
    first, last = first_of(*days), last_of(*days)
    if is_before(agreement.concluded, first) or is_before(last, agreement.concluded):
        says = f"Concluded {phrase(agreement.concluded)}, signed {phrase(last)}."
        yield Says(says, "", "concluded")


def _find_later_target(agreement: Agreement, around: Around) -> Iterator[Says]:
    for place, link in enumerate(agreement.agreement_links):
        other = around.agreements.get(link.other.id) if link.other is not None else None
        if other is None or link.nature not in _LATER:
            continue
        if is_before(agreement.concluded, other.concluded):
            yield Says(
                f"{link.nature.capitalize()} an agreement of {phrase(other.concluded)},"
                f" concluded {phrase(agreement.concluded)}.",
                "",
                f"agreement_links[{place}].nature",
            )


def _find_few_deposits(agreement: Agreement, _around: Around) -> Iterator[Says]:
    if agreement.in_force is None or agreement.parties_complete != "yes":
        return
    try:
        conditions = read_in_force_rule(agreement.in_force_rule).conditions
    except Refused:  # words that nothing is computed of
        return
    recorded = sum(
        any(not is_before(agreement.in_force, act.date) for act in acts_of(party, CONSENTS))
        for party in agreement.parties
    )
    for each in conditions:
        if isinstance(each, Deposits) and not each.of and recorded < each.count:
            says = f"In force with {recorded} of {each.count} deposits recorded."
            yield Says(says, "", "parties_complete")


def _find_endless_predecessor(agreement: Agreement, around: Around) -> Iterator[Says]:
    for place, link in enumerate(agreement.agreement_links):
        other = around.agreements.get(link.other.id) if link.other is not None else None
        if other is None or link.nature not in ("replaces", "terminates") or link.scope:
            continue
        if agreement.in_force and other.in_force and other.terminated is None:
            yield Says(
                f"{link.nature.capitalize()} “{other.title}”, which has no end; say when it ended,"
                " or between whom it is replaced.",
                "",
                f"agreement_links[{place}].scope",
            )


# who signed


def _signatures(
    agreement: Agreement, around: Around
) -> Iterator[tuple[Party, PartyAction, Person, str]]:
    """Yield who signed for whom by which act, and the path of the signatory."""
    for place, party in enumerate(agreement.parties):
        for at, act in enumerate(party.actions):
            person = around.people.get(act.signatory.id) if act.signatory is not None else None
            if person is not None:
                yield party, act, person, f"parties[{place}].actions[{at}].signatory"


def _find_dead_signatory(agreement: Agreement, around: Around) -> Iterator[Says]:
    for party, act, person, at in _signatures(agreement, around):
        if is_before(person.died, act.date) and person.died is not None:
            yield Says(f"{person.title} died {person.died.spoken_in()}.", party_name(party), at)


def _find_unborn_signatory(agreement: Agreement, around: Around) -> Iterator[Says]:
    for party, act, person, at in _signatures(agreement, around):
        if is_before(act.date, person.born) and person.born is not None:
            says = f"{person.title} was born {person.born.spoken_in()}."
            yield Says(says, party_name(party), at)


def _find_signatory_without_office(agreement: Agreement, around: Around) -> Iterator[Says]:
    for party, act, person, at in _signatures(agreement, around):
        has_powers = _FULL_POWERS in act.note.casefold() or acts_of(
            party, frozenset((_FULL_POWERS,))
        )
        if act.date is None or not person.tenures or has_powers:
            continue
        if not any(may_hold_on(each.since, each.until, act.date) for each in person.tenures):
            yield Says(
                f"{person.title} held no office {act.date.spoken_in()} that is recorded;"
                " by full powers?",
                party_name(party),
                at,
            )


def _find_foreign_signatory(agreement: Agreement, around: Around) -> Iterator[Says]:
    for party, act, person, at in _signatures(agreement, around):
        body = body_of(party, around)
        state = body.country if body is not None else ""
        if state and person.country and state != person.country and not act.note:
            yield Says(f"{person.title} is of another state.", party_name(party), at)


def _find_sum_without_precision(agreement: Agreement, _around: Around) -> Iterator[Says]:
    for place, amount in enumerate(agreement.amounts):
        if not amount.qualifier:
            what = " ".join(filter(None, (amount.currency, show_number(amount.number))))
            asks = f"Is {what} exact, about, up to or at least?"
            yield Says(asks, "", f"amounts[{place}].qualifier")


AGREEMENT_RULES: Final = (
    Rule("in-force-before-signature", "ask", _find_early_force),
    Rule("provisional-after-in-force", "warn", _find_late_provision),
    Rule("terminated-before-in-force", "warn", _find_early_end),
    Rule("terminated-never-in-force", "note", _find_end_without_force),
    Rule("party-twice", "error", _find_party_twice),
    Rule("bilateral-parties", "warn", _find_too_many_parties),
    Rule("bilateral-without-party", "error", _find_lonely_party),
    Rule("signing-and-concluded-differ", "ask", _find_other_signing_day),
    Rule("amends-later", "error", _find_later_target),
    Rule("replaced-not-ended", "ask", _find_endless_predecessor),
    Rule("threshold-not-met", "warn", _find_few_deposits),
    Rule("after-death", "error", _find_dead_signatory),
    Rule("before-birth", "error", _find_unborn_signatory),
    Rule("signatory-not-in-office", "ask", _find_signatory_without_office),
    Rule("signatory-of-other-state", "ask", _find_foreign_signatory),
    Rule("amount-without-precision", "ask", _find_sum_without_precision),
)
