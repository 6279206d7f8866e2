"""What cannot be of one party's acts: consents, reservations, entries into force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from db.checks.finding import Around, Rule, Says
from db.checks.sure_order import first_of, is_before, last_of, phrase
from db.dates import HistoricalDate, day_from_number, day_number
from db.record_types import Agreement, Organization, Party, PartyAction

CONSENTS: Final = frozenset((
    "ratified", "accepted", "approved", "acceded", "succeeded", "definitively signed",
    "formally confirmed",
))  # fmt: skip
_ONE_OF: Final = frozenset(("ratified", "accepted", "approved", "acceded"))
SIGNATURES: Final = frozenset(("signed", "signed subject to ratification", "definitively signed"))
SUBJECT_TO_RATIFICATION: Final = "signed subject to ratification"
LEAVING: Final = frozenset(("denounced", "withdrew", "ceased", "notice of withdrawal"))
LEFT: Final = frozenset(("withdrew", "ceased"))
IN_FORCE: Final = "entry into force"
RESERVATION: Final = "reservation"
_ACCEDED: Final = frozenset(("acceded",))
_RATIFIED: Final = frozenset(("ratified",))
_OPEN_DAYS: Final = 366  # days for which an agreement is open for signature, where none are given
_SUCCESSION: Final = "succeeded"  # counts from a day before its own
_BACKWARDS: Final = frozenset((_SUCCESSION, IN_FORCE))


def acts_of(party: Party, names: frozenset[str]) -> list[PartyAction]:
    """Return those of a party's acts that are called so."""
    return [act for act in party.actions if act.action in names]


def party_name(party: Party) -> str:
    """Return what a party is called."""
    return party.who.title if party.who is not None else ""


def body_of(party: Party, around: Around) -> Organization | None:
    """Return the state or body that a party is."""
    return around.bodies.get(party.who.id) if party.who is not None else None


Find = Callable[[Agreement, Party, Around], Iterator[str]]


def _of_parties(find: Find) -> Callable[[Agreement, Around], Iterator[Says]]:
    """Make a rule of an agreement out of one of a party."""

    def of_agreement(agreement: Agreement, around: Around) -> Iterator[Says]:
        for place, party in enumerate(agreement.parties):
            for text in find(agreement, party, around):
                yield Says(text, party_name(party), f"parties[{place}].who")

    return of_agreement


def _find_two_consents(_agreement: Agreement, party: Party, _around: Around) -> Iterator[str]:
    consents: list[str] = []
    for act in party.actions:
        if act.action in LEAVING:
            consents = []
        elif act.action in _ONE_OF and act.action not in consents:
            consents.append(act.action)
            if len(consents) == 2:
                both = " and ".join(consents)
                yield f"{both.capitalize()}; a party consents once."


def _find_accession_of_signatory(
    agreement: Agreement, party: Party, _around: Around
) -> Iterator[str]:
    """Yield who acceded while who had signed would have ratified.

    Once an agreement is closed for signature, or in force, depositaries take an accession of a
    signatory as well: that may be right. Most are open for a year where nothing is said.
    """
    signed, acceded = acts_of(party, SIGNATURES), acts_of(party, _ACCEDED)
    if not (signed and acceded) or acts_of(party, LEAVING | _RATIFIED):
        return
    day = first_of(*(act.date for act in acceded))
    signing = first_of(*(act.date for act in signed))
    is_late = is_before(_closing(agreement), day) or is_before(agreement.in_force, day)
    is_odd = day is not None and signing is not None and _is_not_after(day, signing)
    if not is_late or is_odd:
        yield "Signed and acceded; who signed ratifies, accepts or approves."


def _closing(agreement: Agreement) -> HistoricalDate | None:
    """Return until when an agreement can be signed: for a year, where that is not said."""
    concluded = agreement.concluded
    if agreement.signature_until is not None or concluded is None or concluded.last is None:
        return agreement.signature_until
    return HistoricalDate.of_day(day_from_number(day_number(concluded.last) + _OPEN_DAYS))


def _is_not_after(one: HistoricalDate, other: HistoricalDate) -> bool:
    """Say whether a date surely lies before another, or both are the same day."""
    is_same_day = one.first == one.last == other.first == other.last
    return is_before(one, other) or (is_same_day and one.first is not None)


def _find_ratification_alone(agreement: Agreement, party: Party, _around: Around) -> Iterator[str]:
    """Yield who ratified what it did not sign, where all are listed and the others' signatures
    are.
    """
    others = [each for each in agreement.parties if each is not party]
    if agreement.parties_complete != "yes" or not acts_of(party, _RATIFIED):
        return
    is_signed = acts_of(party, SIGNATURES) or agreement.laterality == "bilateral"
    if not is_signed and others and all(acts_of(each, SIGNATURES) for each in others):
        yield "Ratified, and no signature is recorded; did it accede?"


def _find_denounced_only(_agreement: Agreement, party: Party, _around: Around) -> Iterator[str]:
    leaving = acts_of(party, LEAVING)
    others = [act for act in party.actions if act.action not in LEAVING]
    if leaving and others and all(act.action in _NO_CONSENT for act in others):
        yield f"{leaving[0].action.capitalize()} without having consented to be bound."


_NO_CONSENT: Final = frozenset((SUBJECT_TO_RATIFICATION, "initialled", "full powers"))


def _find_early_force(_agreement: Agreement, party: Party, _around: Around) -> Iterator[str]:
    consents = [act for act in acts_of(party, CONSENTS) if act.action != _SUCCESSION]
    first = first_of(*(act.date for act in consents))
    if acts_of(party, frozenset((_SUCCESSION,))):
        return
    for act in acts_of(party, frozenset((IN_FORCE,))):
        if is_before(act.date, first):
            done = next(each for each in consents if each.date is first)
            yield (
                f"In force {phrase(act.date)}, {done.action} {phrase(first)};"
                " if retroactive, say so."
            )


def _find_force_without_consent(
    _agreement: Agreement, party: Party, _around: Around
) -> Iterator[str]:
    is_only_signed = bool(acts_of(party, frozenset((SUBJECT_TO_RATIFICATION,))))
    if is_only_signed and acts_of(party, frozenset((IN_FORCE,))) and not acts_of(party, CONSENTS):
        yield "In force for a party that signed subject to ratification and has not ratified."


def _find_force_before_treaty(agreement: Agreement, party: Party, _around: Around) -> Iterator[str]:
    for act in acts_of(party, frozenset((IN_FORCE,))):
        if is_before(act.date, agreement.in_force):
            yield (
                f"In force for it {phrase(act.date)}, the agreement itself"
                f" {phrase(agreement.in_force)}."
            )


def _find_late_reservation(_agreement: Agreement, party: Party, _around: Around) -> Iterator[str]:
    consent = last_of(*(act.date for act in acts_of(party, CONSENTS)))
    for act in acts_of(party, frozenset((RESERVATION,))):
        if is_before(consent, act.date):
            yield "Made after consent; accepted by the others?"


def _find_unconfirmed_reservation(
    _agreement: Agreement, party: Party, _around: Around
) -> Iterator[str]:
    consents = [act for act in acts_of(party, CONSENTS) if act.action not in SIGNATURES]
    signed = first_of(*(act.date for act in acts_of(party, SIGNATURES)))
    reservations = acts_of(party, frozenset((RESERVATION,)))
    if not consents or signed is None or not reservations:
        return
    is_at_signature = all(
        act.date is not None and act.date.first == signed.first for act in reservations
    )
    if is_at_signature and is_before(signed, first_of(*(act.date for act in consents))):
        yield "Made at signature; confirmed with the consent?"


def _find_before_state(_agreement: Agreement, party: Party, around: Around) -> Iterator[str]:
    body = body_of(party, around)
    if body is None:
        return
    word = "independent" if body.kind == "state" else "founded"
    for act in party.actions:
        if act.action not in _BACKWARDS and is_before(act.date, body.founded):
            yield f"{act.action.capitalize()} {phrase(act.date)}; {word} {phrase(body.founded)}."
            return


def _find_after_state(_agreement: Agreement, party: Party, around: Around) -> Iterator[str]:
    body = body_of(party, around)
    if body is None:
        return
    for act in party.actions:
        if act.action not in LEAVING and is_before(body.dissolved, act.date):
            yield f"{act.action.capitalize()} {phrase(act.date)}; ended {phrase(body.dissolved)}."
            return


def _find_ended_party(agreement: Agreement, party: Party, around: Around) -> Iterator[str]:
    body = body_of(party, around)
    if body is None or body.dissolved is None or acts_of(party, LEAVING):
        return
    end = agreement.terminated
    is_over = end is not None and not is_before(body.dissolved, end)
    if acts_of(party, CONSENTS) and agreement.in_force is not None and not is_over:
        yield f"The party ended {body.dissolved.spoken_in()}; withdrawn, succeeded or lapsed?"


PARTY_RULES: Final = tuple(
    Rule(name, severity, _of_parties(find))
    for name, severity, find in (
        ("two-consents", "warn", _find_two_consents),
        ("accession-after-signature", "ask", _find_accession_of_signatory),
        ("ratification-without-signature", "ask", _find_ratification_alone),
        ("denounced-without-consent", "warn", _find_denounced_only),
        ("in-force-before-consent", "ask", _find_early_force),
        ("in-force-without-consent", "warn", _find_force_without_consent),
        ("party-in-force-before-treaty", "warn", _find_force_before_treaty),
        ("reservation-late", "ask", _find_late_reservation),
        ("reservation-unconfirmed", "note", _find_unconfirmed_reservation),
        ("before-state", "error", _find_before_state),
        ("after-state", "error", _find_after_state),
        ("party-ended", "note", _find_ended_party),
    )
)
