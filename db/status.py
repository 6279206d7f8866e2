"""The status of an agreement on a day, derived from what its parties did; nobody stores it.

Lists, pages, paper and searches ask it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.chunks import chunks, marks
from db.engine import Sql
from db.lens import Lens

if TYPE_CHECKING:
    from db.records import Agreement

STATUSES = (
    "terminated",
    "in force",
    "provisionally applied",
    "signed",
    "initialled",
    "announced",
    "negotiating",
    "planned",
    "not stated",
)
UNSIGNED = frozenset({"announced", "negotiating", "planned"})
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
}


@dataclass(frozen=True, slots=True)
class Clock:
    """The first possible days of an agreement's life and its stated stage."""

    concluded: str | None
    provisional: str | None
    in_force: str | None
    terminated: str | None
    stage: str


def derive_status(clock: Clock, actions: Iterable[tuple[str, str | None]], day: str) -> str:
    """The status on a day; `actions` are (action, first possible day or None).

    What was done on an unknown day counts as done.

    >>> derive_status(Clock("2025-07-01", None, None, None, ""), [], "2025-09-15")
    'signed'
    >>> derive_status(Clock("2025-07-01", None, None, None, "announced"), [], "2025-06-01")
    'not stated'
    >>> derive_status(Clock(None, None, None, None, "announced"), [("signed", None)], "2025-06-01")
    'signed'
    """

    def reached(first: str | None) -> bool:
        return first is not None and first <= day

    if reached(clock.terminated):
        return "terminated"
    if reached(clock.in_force):
        return "in force"
    done = {
        BINDING_ACTS[action]
        for action, first in actions
        if action in BINDING_ACTS and (first is None or first <= day)
    }
    if reached(clock.provisional):
        done.add("provisionally applied")
    if reached(clock.concluded):
        done.add(clock.stage if clock.stage in UNSIGNED else "signed")
    for status in STATUSES:
        if status in done:
            return status
    started = clock.concluded is None or clock.concluded <= day
    return clock.stage if clock.stage and started else "not stated"


def status_on(agreement: Agreement, day: str) -> str:
    """The status of an agreement that was read whole."""

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
    acts = [
        (act.action, None if act.date is None else act.date.first or act.date.last)
        for party in agreement.parties
        for act in party.actions
    ]
    return derive_status(clock, acts, day)


def statuses_on(sql: Sql, agreements: Sequence[int], lens: Lens) -> dict[int, str]:
    """The status of many agreements on the lens's day: two statements for 500 agreements."""
    found: dict[int, str] = {}
    for part in chunks(agreements):
        acts: dict[int, list[tuple[str, str | None]]] = {}
        for key, action, first, last in sql.rows(
            "SELECT a.record_id, a.action, a.date_first, a.date_last FROM party_action a"
            " JOIN party p ON p.id = a.party_id JOIN record r ON r.id = p.who_id"
            " LEFT JOIN record h ON h.id = a.signatory_id"
            f" WHERE a.record_id IN ({marks(len(part))})"
            " AND r.marking <= ? AND coalesce(h.marking, 0) <= ?",
            (*part, lens.ceiling, lens.ceiling),
        ):
            acts.setdefault(key, []).append((action, first or last))
        for row in sql.rows(
            "SELECT id, coalesce(concluded_first, concluded_last),"
            " coalesce(provisional_first, provisional_last),"
            " coalesce(in_force_first, in_force_last),"
            " coalesce(terminated_first, terminated_last), stage"
            f" FROM agreement WHERE id IN ({marks(len(part))})",
            tuple(part),
        ):
            found[row[0]] = derive_status(Clock(*row[1:]), acts.get(row[0], ()), lens.as_of)
    return found
