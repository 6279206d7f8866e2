"""What cannot be of one party's acts: consents, reservations, entries into force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from db.checks.finding import Around, Rule, Says
from db.checks.sure_order import first_of, is_before, last_of, phrase
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
    _agreement: Agreement, party: Party, _around: Around
) -> Iterator[str]:
    signed, acceded = acts_of(party, SIGNATURES), acts_of(party, frozenset(("acceded",)))
    has_left = bool(acts_of(party, LEAVING))
    if signed and acceded and not has_left and not acts_of(party, frozenset(("ratified",))):
        yield "Signed and acceded; who signed ratifies, accepts or approves."


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
