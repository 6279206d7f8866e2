"""The status of an agreement on a day, derived from what its parties did; nobody stores it.

Lists, pages, paper and searches ask it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.lens import Lens, shows
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

if TYPE_CHECKING:
    from db.record_types import Agreement, Party

STATUSES = (
    "terminated",
    "in force",
    "provisionally applied",
    "signed",
    "partly signed",
    "initialled",
    "partly initialled",
    "announced",
    "negotiating",
    "planned",
    "not stated",
)
UNSIGNED = frozenset({"announced", "negotiating", "planned"})
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
BINDING_ACTS = {
    "signed": "signed",
    "signed subject to ratification": "signed",
    "ratified": "signed",
    "accepted": "signed",
    "approved": "signed",
    "acceded": "signed",
    "entry into force": "in force",
    "provisional application": "provisionally applied",
    "initialled": "initialled",
}  # what a party did → how far the agreement went by it
SIGNED = BINDING_ACTS.keys() - {"initialled"}  # what shows that a party has signed
CONSENT = frozenset({"ratified", "accepted", "approved", "acceded"})
BY = " by "  # before how many of how many
WITNESSES = frozenset({"witness", "observer", "depositary", "guarantor", "mediator", "facilitator"})

Act = tuple[str, str | None]  # what a party did, and the first possible day, or None


@dataclass(frozen=True, slots=True)
class Clock:
    """The first possible days of an agreement's life and its stated stage."""

    concluded: str | None
    provisional: str | None
    in_force: str | None
    terminated: str | None
    stage: str


def derive_status(clock: Clock, actions: Iterable[Act], day: str) -> str:
    """Return the status on a day; `actions` are (action, first possible day or None).

    What was done on an unknown day counts as done.

    >>> derive_status(Clock("2025-07-01", None, None, None, ""), [], "2025-09-15")
    'signed'
    >>> derive_status(Clock("2025-07-01", None, None, None, "announced"), [], "2025-06-01")
    'not stated'
    >>> derive_status(Clock(None, None, None, None, "announced"), [("signed", None)], "2025-06-01")
    'signed'
    """

    def is_reached(first: str | None) -> bool:
        return first is not None and first <= day

    if is_reached(clock.terminated):
        return "terminated"
    if is_reached(clock.in_force):
        return "in force"
    done = {
        BINDING_ACTS[action]
        for action, first in actions
        if action in BINDING_ACTS and _is_done(first, day)
    }
    if is_reached(clock.provisional):
        done.add("provisionally applied")
    if is_reached(clock.concluded):
        done.add(clock.stage if clock.stage in UNSIGNED else "signed")
    for status in STATUSES:
        if status in done:
            return status
    started = clock.concluded is None or clock.concluded <= day
    return clock.stage if clock.stage and started else "not stated"


def _is_done(first: str | None, day: str) -> bool:
    return first is None or first <= day


def describe_status(clock: Clock, parties: Sequence[Sequence[Act]], day: str) -> str:
    """Return the status on a day with how many of the parties went so far, where not all of them
    did.

    >>> signed, none = [("signed", "2025-07-01")], []
    >>> never = Clock(None, None, None, None, "")
    >>> describe_status(never, [signed, none], "2025-09-15")
    'signed by one of two'
    >>> describe_status(never, [signed, [*signed, ("ratified", None)]], "2025-09-15")
    'signed, ratified by one of two'
    >>> describe_status(never, [signed, signed], "2025-09-15")
    'signed'
    """
    status = derive_status(clock, [act for acts in parties for act in acts], day)
    if status not in ("signed", "initialled"):
        return status
    done = [{act for act, first in acts if _is_done(first, day)} for acts in parties]
    signed = sum(bool(acts & SIGNED) for acts in done)
    if status == "initialled":
        count = sum(bool(acts & BINDING_ACTS.keys()) for acts in done)
        return status if count in (0, len(done)) else f"{status}{_share(count, len(done))}"
    if 0 < signed < len(done):
        return f"{status}{_share(signed, len(done))}"
    bound = sum(bool(acts & CONSENT) for acts in done)
    if 0 < bound < len(done):
        return f"{status}, ratified{_share(bound, len(done))}"
    return status


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

    def first(name: str) -> str | None:
        date = getattr(agreement, name)
        return None if date is None else date.first or date.last

    clock = Clock(
        first("concluded"),
        first("provisional"),
        first("in_force"),
        first("terminated"),
        agreement.stage,
    )
    return describe_status(clock, [_acts(party) for party in _signing_parties(agreement)], day)


def unsigned_parties(agreement: Agreement, day: str) -> list[Party]:
    """Return the parties that had neither signed nor gone further on a day."""
    return [
        party
        for party in _signing_parties(agreement)
        if not any(act in SIGNED and _is_done(first, day) for act, first in _acts(party))
    ]


def _signing_parties(agreement: Agreement) -> list[Party]:
    """Return the parties that are to sign; a witness or a depositary counts only where it did."""
    return [
        party
        for party in agreement.parties
        if party.actions or party.capacity.casefold() not in WITNESSES
    ]


def _acts(party: Party) -> list[Act]:
    return [
        (act.action, None if act.date is None else act.date.first or act.date.last)
        for act in party.actions
    ]


def statuses_on(sql: Sql, agreements: Sequence[int], lens: Lens) -> dict[int, str]:
    """Return the status of many agreements on the lens's day: two statements for 500 agreements."""
    wanted = listed(agreements)
    parties: dict[int, dict[int, list[Act]]] = {}
    for key, party, capacity, action, first, last in sql.rows(
        "SELECT p.record_id, p.id, p.capacity, a.action, a.date_first, a.date_last"
        " FROM party p LEFT JOIN record r ON r.id = p.who_id"
        " LEFT JOIN party_action a ON a.party_id = p.id AND NOT EXISTS"
        " (SELECT 1 FROM record h WHERE h.id = a.signatory_id"
        f" AND NOT ({shows('h.marking')}))"
        f" WHERE p.record_id IN ({LISTED})"
        f" AND (r.id IS NULL OR {shows('r.marking')})",
        (lens.ceiling, wanted, lens.ceiling),
    ):
        if action is None and capacity.casefold() in WITNESSES:
            continue
        acts = parties.setdefault(key, {}).setdefault(party, [])
        if action is not None:
            acts.append((action, first or last))
    found = sql.rows(
        "SELECT id, coalesce(concluded_first, concluded_last),"
        " coalesce(provisional_first, provisional_last),"
        " coalesce(in_force_first, in_force_last),"
        " coalesce(terminated_first, terminated_last), stage"
        f" FROM agreement WHERE id IN ({LISTED})",
        (wanted,),
    )
    return {
        key: describe_status(Clock(*clock), list(parties.get(key, {}).values()), lens.as_of)
        for key, *clock in found
    }
