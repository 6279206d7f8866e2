"""The status of an agreement is derived from what was done by a day, and from nothing later."""

from __future__ import annotations

from itertools import product

import pytest

from db import Agreement, HistoricalDate, Lens, PartyAction, Store, parse_query
from db.law.acts import AgreementFacts, Days, PartyAct, PartyFacts, days_between
from db.lists.status import (
    BINDING_ACTS,
    LAW_STATUSES,
    STATUSES,
    UNSIGNED,
    describe_status,
    plain_status,
    status_on,
    unsigned_parties,
)
from db.record_types import Organization, Party, Ref

DAY = "2025-09-15"
BEFORE, AFTER = "2025-09-14", "2025-09-16"


def done(action: str, day: str | None) -> PartyAct:
    return PartyAct(action, days_between(day, day) if day else Days(None, None))


def facts(parties: list[list[tuple[str, str | None]]], **fields: str) -> AgreementFacts:
    """An agreement of which only the given days and acts are known."""
    dates = {
        name: days_between(value, value) if name != "stage" else value
        for name, value in fields.items()
    }
    who = (
        PartyFacts(f"Party {at}", tuple(done(*act) for act in acts), f"party {at}")
        for at, acts in enumerate(parties)
    )
    return AgreementFacts(parties=tuple(who), is_multilateral=True, **dates)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "actions", "status"),
    [
        ({}, [], "not recorded"),
        ({"concluded": DAY}, [], "signed"),
        ({"concluded": AFTER}, [], "not recorded"),
        ({"concluded": BEFORE, "in_force": DAY}, [], "in force"),
        ({"concluded": BEFORE, "in_force": AFTER}, [], "signed"),
        ({"in_force": BEFORE, "terminated": DAY}, [], "terminated"),
        ({"in_force": BEFORE, "terminated": AFTER}, [], "in force"),
        ({"concluded": BEFORE, "provisional_from": DAY}, [], "provisionally applied"),
        ({"stage": "planned"}, [], "planned"),
        ({"stage": "negotiating", "concluded": AFTER}, [], "not recorded"),
        ({"stage": "announced", "concluded": BEFORE}, [], "announced"),
        ({"stage": "announced"}, [("signed", BEFORE)], "signed"),
        ({"stage": "announced"}, [("signed", AFTER)], "announced"),
        ({}, [("initialled", BEFORE)], "initialled"),
        ({}, [("initialled", BEFORE), ("signed", BEFORE)], "signed"),
        ({}, [("ratified", None)], "signed"),
        ({}, [("entry into force", DAY)], "in force"),
        ({}, [("entry into force", AFTER), ("acceded", DAY)], "signed"),
        ({}, [("reservation", BEFORE)], "not recorded"),
        ({}, [("withdrew", BEFORE), ("signed", BEFORE)], "signed"),
    ],
)
def test_the_furthest_thing_done_by_the_day_counts(
    fields: dict[str, str], actions: list[tuple[str, str | None]], status: str
) -> None:
    assert describe_status(facts([actions], **fields), DAY) == status


def test_time_moves_a_status_on_and_never_back() -> None:
    life = facts(
        [[("initialled", "2025-01-10")]], concluded="2025-02-01", provisional_from="2025-03-01",
        in_force="2025-04-01", terminated="2025-05-01",
    )  # fmt: skip
    days = [f"2025-0{month}-15" for month in range(1, 6)]
    told = [describe_status(life, day) for day in days]
    assert told == ["initialled", "signed", "provisionally applied", "in force", "terminated"]
    assert sorted(told, key=STATUSES.index, reverse=True) == told


def test_an_uncertain_day_makes_the_status_uncertain() -> None:
    about = AgreementFacts(in_force=days_between("1939-01-01", "1941-12-31", "1940~"))
    told = [describe_status(about, day) for day in ("1938-06-01", "1940-06-01", "1942-06-01")]
    assert told == ["not recorded", "uncertain", "in force"]


def test_every_act_and_stage_leads_to_a_listed_status() -> None:
    assert set(BINDING_ACTS.values()) | UNSIGNED | LAW_STATUSES < set(STATUSES)
    for stage, action in product(["", *UNSIGNED], BINDING_ACTS):
        told = describe_status(facts([[(action, DAY)]], stage=stage), DAY)
        assert told == BINDING_ACTS[action]


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
    assert told == ["signed", "not recorded"]


SIGNED, INITIALLED, RATIFIED = ("signed", BEFORE), ("initialled", BEFORE), ("ratified", BEFORE)


@pytest.mark.parametrize(
    ("parties", "told", "plain"),
    [
        ([[SIGNED], []], "signed by one of two", "partly signed"),
        ([[SIGNED], [("signed", AFTER)]], "signed by one of two", "partly signed"),
        ([[SIGNED], [INITIALLED]], "signed by one of two", "partly signed"),
        ([[SIGNED], [SIGNED], []], "signed by two of three", "partly signed"),
        ([[SIGNED]] * 3 + [[]] * 27, "signed by three of 30", "partly signed"),
        ([[SIGNED], [("signed subject to ratification", None)]], "signed", "signed"),
        ([[SIGNED], [("acceded", BEFORE)]], "signed, ratified by one of two", "signed"),
        ([[SIGNED, RATIFIED], [SIGNED]], "signed, ratified by one of two", "signed"),
        ([[SIGNED, RATIFIED], [SIGNED, RATIFIED]], "signed", "signed"),
        ([[SIGNED, RATIFIED], []], "signed by one of two", "partly signed"),
        ([[INITIALLED], []], "initialled by one of two", "partly initialled"),
        ([[INITIALLED], [INITIALLED]], "initialled", "initialled"),
        ([[SIGNED]], "signed", "signed"),
        ([[], []], "not recorded", "not recorded"),
        ([[SIGNED], [("entry into force", BEFORE)]], "in force", "in force"),
    ],
)
def test_what_some_of_the_parties_did_is_not_said_of_all(
    parties: list[list[tuple[str, str | None]]], told: str, plain: str
) -> None:
    assert describe_status(facts(parties), DAY) == told
    assert plain_status(told) == plain
    assert plain in STATUSES


def test_a_day_of_conclusion_signs_for_nobody_whose_acts_are_told() -> None:
    assert describe_status(facts([[SIGNED], []], concluded=BEFORE), DAY) == "signed by one of two"
    assert describe_status(facts([[], []], concluded=BEFORE), DAY) == "signed"


def test_half_a_signature_is_told_alike_in_list_page_and_search(store: Store) -> None:
    states = [Organization(title=name, kind="state") for name in ("Utopia", "Ruritania", "Arcadia")]
    for state in states:
        store.save(state, Lens())
    by = [PartyAction(action="signed", date=HistoricalDate.parse("2025-07"))]
    one, other, witness = (Party(who=Ref(state.id)) for state in states)
    witness.capacity = "Witness"
    made = {
        "signed by one of two": pact(parties=[Party(who=Ref(states[0].id), actions=by), other]),
        "signed": pact(parties=[Party(who=Ref(states[0].id), actions=by), witness]),
        "not recorded": pact(parties=[one, other]),
    }
    lens = Lens(DAY)
    for told, agreement in made.items():
        store.save(agreement, Lens())
        (line,) = store.reader.lines([agreement.id], lens)
        read = store.reader.get(agreement.id, lens)
        assert (line.cells[3], status_on(read, DAY)) == (told, told)
        for value in (told, plain_status(told), plain_status(told).replace(" ", "-")):
            found = store.reader.page("agreement", parse_query(f'status:"{value}"'), lens)
            assert list(found.ids) == [agreement.id]
    (waits,) = unsigned_parties(store.reader.get(made["signed by one of two"].id, lens), DAY)
    assert waits.who is not None and waits.who.title == "Ruritania"


def test_an_act_of_the_day_itself_is_done() -> None:
    assert describe_status(facts([[("signed", DAY)], []]), DAY) == "signed by one of two"
    assert describe_status(facts([[("signed", DAY)], []]), BEFORE) == "not recorded"


def test_numbers_beyond_ten_are_figures() -> None:
    assert describe_status(facts([[SIGNED], *[[]] * 9]), DAY) == "signed by one of ten"
    assert describe_status(facts([[SIGNED], *[[]] * 10]), DAY) == "signed by one of 11"


@pytest.mark.parametrize(
    ("when", "is_left"),
    [(DAY, False), (AFTER, True), (None, False), ("before 1990", False), ("after 2030", True)],
)
def test_who_has_not_signed_by_the_day_is_left(when: str | None, is_left: bool) -> None:
    date = None if when is None else HistoricalDate.parse(when)
    party = Party(who=Ref(1), actions=[PartyAction(action="signed", date=date)])
    assert unsigned_parties(pact(parties=[party]), DAY) == ([party] if is_left else [])


def test_an_act_before_a_day_is_done_by_that_day_in_list_and_page(store: Store) -> None:
    state = Organization(title="Utopia", kind="state")
    store.save(state, Lens())
    act = PartyAction(action="signed", date=HistoricalDate.parse("before 1990"))
    agreement = pact(parties=[Party(who=Ref(state.id), actions=[act])])
    store.save(agreement, Lens())
    for day, told in (("1989-01-01", "not recorded"), ("1990-01-01", "signed")):
        line = store.reader.lines([agreement.id], Lens(day))[0]
        assert line.cells[3] == status_on(agreement, day) == told


def test_only_what_a_hidden_signatory_did_is_left_out(store: Store) -> None:
    state = Organization(title="Utopia", kind="state")
    hidden = Organization(title="Zembla", kind="state", marking=3)
    for body in (state, hidden):
        store.save(body, Lens())
    made = []
    for signatory in (None, Ref(hidden.id)):
        act = PartyAction(action="signed", date=HistoricalDate.parse(DAY), signatory=signatory)
        agreement = pact(parties=[Party(who=Ref(state.id), actions=[act])])
        store.save(agreement, Lens())
        made.append(agreement.id)
    lines = store.reader.lines(made, Lens(DAY, 2))
    assert [line.cells[3] for line in lines] == ["signed", "not recorded"]
