"""The status of an agreement on a day, derived from what its parties did; nobody stores it.

Lists, pages, paper and searches ask it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from db.dates import day_number
from db.law.acts import AgreementFacts, PartyFacts
from db.lens import Lens
from db.lists.law.agreement_clock import clock_of, facts_of, read_facts
from db.storage.engine import Sql

if TYPE_CHECKING:
    from db.record_types import Agreement, Party

STATUSES = (
    "terminated",
    "in force",
    "uncertain",
    "provisionally applied",
    "signed",
    "partly signed",
    "initialled",
    "partly initialled",
    "announced",
    "negotiating",
    "planned",
    "not recorded",
)
UNSIGNED = frozenset({"announced", "negotiating", "planned"})
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LAW_STATUSES = frozenset({"terminated", "in force", "uncertain", "provisionally applied"})
BINDING_ACTS = {
    "signed": "signed",
    "definitively signed": "signed",
    "formally confirmed": "signed",
    "succeeded": "signed",
    "signed subject to ratification": "signed",
    "ratified": "signed",
    "accepted": "signed",
    "approved": "signed",
    "acceded": "signed",
    "provisional application": "provisionally applied",
    "initialled": "initialled",
}  # what a party did → how far the agreement went by it
SIGNED = BINDING_ACTS.keys() - {"initialled"}  # what shows that a party has signed
CONSENT = frozenset(
    {"ratified", "accepted", "approved", "acceded", "formally confirmed", "definitively signed"}
)
BY = " by "  # before how many of how many


def describe_status(facts: AgreementFacts, day: str) -> str:
    """Return the status on a day with how many of the parties went so far, where not all of them
    did.

    What was done on an unknown day counts as done.

    >>> from db.law.acts import Days, PartyAct, PartyFacts
    >>> signed = PartyAct("signed", Days(739_000, 739_000))
    >>> parties = (PartyFacts("Kenya", (signed,)), PartyFacts("Togo"))
    >>> describe_status(AgreementFacts(parties=parties), "2025-09-15")
    'signed by one of two'
    >>> describe_status(AgreementFacts(stage="announced"), "2025-09-15")
    'announced'
    """
    if stage := clock_of(facts, day).law_stage():
        return stage
    number = day_number(day)
    parties = [_done_by(party, number) for party in facts.bound_parties()]
    status = _furthest(facts, set().union(*parties), number)
    if status not in ("signed", "initialled"):
        return status
    signed = sum(bool(acts & SIGNED) for acts in parties)
    if status == "initialled":
        count = sum(bool(acts & BINDING_ACTS.keys()) for acts in parties)
        return status if count in (0, len(parties)) else f"{status}{_share(count, len(parties))}"
    if 0 < signed < len(parties):
        return f"{status}{_share(signed, len(parties))}"
    bound = sum(bool(acts & CONSENT) for acts in parties)
    if 0 < bound < len(parties):
        return f"{status}, ratified{_share(bound, len(parties))}"
    return status


def _furthest(facts: AgreementFacts, acts: Iterable[str], day: int) -> str:
    """Return how far an agreement went that is not in force."""
    done = {BINDING_ACTS[act] for act in acts if act in BINDING_ACTS}
    concluded = facts.concluded
    has_begun = concluded is None or concluded.begins() <= day
    if concluded is not None and has_begun and not concluded.is_open():
        done.add(facts.stage if facts.stage in UNSIGNED else "signed")
    for status in STATUSES:
        if status in done:
            return status
    return facts.stage if facts.stage and has_begun else "not recorded"


def _done_by(party: PartyFacts, day: int) -> set[str]:
    """Return what a party itself had done by a day."""
    return {act.kind for act in party.own_acts() if act.begins() <= day}


def plain_status(full_status: str) -> str:
    """Return the status in the words of `STATUSES`, as filters ask for it.

    >>> plain_status("signed by one of two"), plain_status("signed, ratified by one of two")
    ('partly signed', 'signed')
    >>> plain_status("in force")
    'in force'
    """
    if ", " in full_status:
        return full_status.partition(", ")[0]
    status, by, _ = full_status.partition(BY)
    return f"partly {status}" if by else status


def _share(count: int, total: int) -> str:
    """Say how many of how many, in words as far as books write them so."""
    return f"{BY}{_number(count)} of {_number(total)}"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def status_on(agreement: Agreement, day: str) -> str:
    """Return the status of an agreement that was read whole, as `describe_status` words it."""
    return describe_status(facts_of(agreement), day)


def unsigned_parties(agreement: Agreement, day: str) -> list[Party]:
    """Return the parties that had neither signed nor gone further on a day."""
    number = day_number(day)
    facts = facts_of(agreement)
    return [
        party
        for party, each in zip(agreement.parties, facts.parties, strict=True)
        if (each.acts or not each.is_bystander) and not _done_by(each, number) & SIGNED
    ]


def statuses_on(sql: Sql, agreements: Sequence[int], lens: Lens) -> dict[int, str]:
    """Return the status of many agreements on the lens's day: two statements for 500 agreements."""
    found = read_facts(sql, agreements, lens)
    return {key: describe_status(facts, lens.as_of) for key, facts in found.items()}
