"""Who stands before whom at a meeting, and why: roles first, then offices, then time in office.

The meeting brief asks it. The order is a proposal with its reason beside it, for protocol to
confirm; what is not recorded is said and never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from db import (
    LAST_PLACE,
    OPEN_END,
    Office,
    Organization,
    Person,
    Ref,
    StateRules,
    Tenure,
    current_tenures,
    rank_on,
)
from desktop.paper.content.first_letters import open_label
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.print_phrases import country, join_parts, open_date_phrase

Bodies = Mapping[int, Organization]
"""The organizations whose offices are looked at, by their ids."""

LAST: Final = 1 << 30  # the place of what has no precedence

_ROLES: Final = {
    "principal": 0, "host": 0, "guest": 0, "traveller": 0, "signatory": 0, "incoming": 0,
    "outgoing": 0, "delegation": 2, "witness": 2, "mediator": 1, "interpreter": 3,
}  # fmt: skip
_ROLE_NOT_STATED: Final = 1

_BODIES: Final = {
    "state": 0, "parliament": 1, "court": 1, "ministry": 1, "armed force": 2, "service": 2,
    "command": 3, "agency": 3, "embassy": 3, "bank": 3, "international body": 3,
    "state company": 5, "university": 6, "party": 6, "company": 6, "non-governmental body": 7,
    "group": 7,
}  # fmt: skip
_BODY_NOT_STATED: Final = 4


@dataclass(frozen=True, slots=True)
class PrecedenceRank:
    """Where somebody stands on their side: a key to sort by, and the reason in words."""

    key: tuple[int, int, int, int, str, str]
    reason: str


def ordinal(number: int) -> str:
    """Return a number as a place in an order.

    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 22, 113)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '22nd', '113th']
    """
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{tail or 'th'}"


def precedence_rank(
    person: Person, role: str, bodies: Bodies, day: str, rules: StateRules | None = None
) -> PrecedenceRank:
    """Say where a person stands on a day, by role, by their highest office and by time in it; the
    order that a state keeps of its own offices comes before that of the bodies.
    """
    current = current_tenures(person.tenures, day)
    placed = [_office_place(each, bodies, rules or StateRules()) for each in current]
    rank = rank_on(person.ranks, day)
    fallback = f"{rank}; no office on that day" if rank else "no office on that day, so by name"
    rule, body, place, since, reason = min(placed, default=(LAST, LAST, LAST, OPEN_END, fallback))
    key = (_ROLES.get(role, _ROLE_NOT_STATED), rule, body, place, since, person.title.casefold())
    return PrecedenceRank(key, join_parts([open_label(role), reason], "; "))


def _office_place(
    tenure: Tenure, bodies: Bodies, rules: StateRules
) -> tuple[int, int, int, str, str]:
    """Return an office as its place by rule, body, place in it, since when, and these in words."""
    since = (tenure.since.first or tenure.since.last) if tenure.since else None
    held_since = open_date_phrase("since", tenure.since) if tenure.since else ""
    ref = tenure.office
    body = bodies.get(ref.organization.id) if ref and ref.organization else None
    if ref is None or body is None:
        return LAST, _BODY_NOT_STATED, LAST, since or OPEN_END, "office without a body"
    office = next((each for each in body.offices if each.id == ref.id), Office())
    tier = _BODIES.get(body.kind, _BODY_NOT_STATED)
    rule = rules.place_in(body.country, ref.title, Ref(body.id, body.title, "organization"))
    where = _place_text(office, body)
    if rule < LAST_PLACE:
        where = f"{ordinal(rule)} in the order of {country(body.country)}"
    reason = join_parts([f"{isolate(ref.title)}, {where}", held_since])
    return min(rule, LAST), tier, office.precedence or LAST, since or OPEN_END, reason


def _place_text(office: Office, body: Organization) -> str:
    if office.precedence is None:
        return f"without a stated precedence in {isolate(body.title)}"
    return f"{ordinal(office.precedence)} in {isolate(body.title)}"


def office_bodies(people: Sequence[Person], day: str) -> set[int]:
    """Return the ids of the organizations whose offices these people hold on a day."""
    offices = [each.office for one in people for each in current_tenures(one.tenures, day)]
    return {each.organization.id for each in offices if each and each.organization}
