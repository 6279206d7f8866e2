"""The status of an agreement is derived from what was done by a day, and from nothing later."""

from __future__ import annotations

from itertools import product

import pytest

from db import Agreement, HistoricalDate, Lens, PartyAction, Store
from db.records import Organization, Party, Ref
from db.status import BINDING_ACTS, STATUSES, UNSIGNED, Clock, derive_status, status_on

DAY = "2025-09-15"
BEFORE, AFTER = "2025-09-14", "2025-09-16"


def clock(**days: str) -> Clock:
    """A clock of which only the given hands stand."""
    hands: dict[str, str | None] = dict.fromkeys(("concluded", "provisional", "in_force"))
    return Clock(**{**hands, "terminated": None, "stage": "", **days})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hands", "actions", "status"),
    [
        ({}, [], "not stated"),
        ({"concluded": DAY}, [], "signed"),
        ({"concluded": AFTER}, [], "not stated"),
        ({"concluded": BEFORE, "in_force": DAY}, [], "in force"),
        ({"concluded": BEFORE, "in_force": AFTER}, [], "signed"),
        ({"in_force": BEFORE, "terminated": DAY}, [], "terminated"),
        ({"in_force": BEFORE, "terminated": AFTER}, [], "in force"),
        ({"concluded": BEFORE, "provisional": DAY}, [], "provisionally applied"),
        ({"stage": "planned"}, [], "planned"),
        ({"stage": "negotiating", "concluded": AFTER}, [], "not stated"),
        ({"stage": "announced", "concluded": BEFORE}, [], "announced"),
        ({"stage": "announced"}, [("signed", BEFORE)], "signed"),
        ({"stage": "announced"}, [("signed", AFTER)], "announced"),
        ({}, [("initialled", BEFORE)], "initialled"),
        ({}, [("initialled", BEFORE), ("signed", BEFORE)], "signed"),
        ({}, [("ratified", None)], "signed"),
        ({}, [("entry into force", DAY)], "in force"),
        ({}, [("entry into force", AFTER), ("acceded", DAY)], "signed"),
        ({}, [("reservation", BEFORE)], "not stated"),
        ({}, [("withdrew", BEFORE), ("signed", BEFORE)], "signed"),
    ],
)
def test_the_furthest_thing_done_by_the_day_counts(
    hands: dict[str, str], actions: list[tuple[str, str | None]], status: str
) -> None:
    assert derive_status(clock(**hands), actions, DAY) == status


def test_time_moves_a_status_on_and_never_back() -> None:
    life = clock(
        concluded="2025-02-01", provisional="2025-03-01", in_force="2025-04-01",
        terminated="2025-05-01",
    )  # fmt: skip
    days = [f"2025-0{month}-15" for month in range(1, 6)]
    told = [derive_status(life, [("initialled", "2025-01-10")], day) for day in days]
    assert told == ["initialled", "signed", "provisionally applied", "in force", "terminated"]
    assert sorted(told, key=STATUSES.index, reverse=True) == told


def test_every_act_and_stage_leads_to_a_listed_status() -> None:
    assert set(BINDING_ACTS.values()) | UNSIGNED < set(STATUSES)
    for stage, action in product(["", *UNSIGNED], BINDING_ACTS):
        assert derive_status(clock(stage=stage), [(action, DAY)], DAY) == BINDING_ACTS[action]


def pact(**fields: object) -> Agreement:
    return Agreement(title="Pact", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2025-06-30", "2025-07-01", "2025-09-01", "2026-01-01"])
def test_lists_and_pages_tell_the_same_status(store: Store, day: str) -> None:
    state = Organization(title="Utopia", kind="state")
    store.save(state, Lens())
    acts = [PartyAction(action="signed", date=HistoricalDate.parse("2025-07"))]
    made = [
        pact(parties=[Party(who=Ref(state.id), actions=acts)], in_force=HistoricalDate.parse(day)),
        pact(parties=[Party(who=Ref(state.id), actions=[PartyAction(action="initialled")])]),
        pact(concluded=HistoricalDate.parse("before August 2025"), stage="announced"),
        pact(terminated=HistoricalDate.parse("2025-09-01"), stage="planned"),
    ]
    for agreement in made:
        store.save(agreement, Lens())
    lens = Lens(day)
    for line, agreement in zip(store.reader.lines([a.id for a in made], lens), made, strict=True):
        assert line.cells[3] == status_on(agreement, day)


def test_what_a_hidden_party_did_does_not_show(store: Store) -> None:
    secret = Organization(title="Utopia", kind="state", marking=3)
    store.save(secret, Lens())
    acts = [PartyAction(action="signed", date=HistoricalDate.parse("2025-07"))]
    agreement = pact(parties=[Party(who=Ref(secret.id), actions=acts)])
    store.save(agreement, Lens())
    told = [
        store.reader.lines([agreement.id], Lens(DAY, ceiling))[0].cells[3] for ceiling in (3, 2)
    ]
    assert told == ["signed", "not stated"]
