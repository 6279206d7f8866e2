"""A state's own rules say who stands before whom: a whole title counts before a part of it."""

from __future__ import annotations

import pytest

from db import Lens, Office, OfficeRule, Organization, Ref, Store
from db.lists.board.state_rules import LAST_PLACE, OrderRule, StateRules, place_of
from tests.saved_records import ref

RULES = [
    OrderRule("President"),
    OrderRule("Prime Minister"),
    OrderRule("Foreign Minister"),
    OrderRule("Minister"),
    OrderRule("Director", body=7),
    OrderRule("Director"),
]


@pytest.mark.parametrize(
    ("title", "body", "place"),
    [
        ("President", Ref(1, "Chad"), 1),
        ("President of Chad", Ref(1, "Chad"), 1),
        ("Prime Minister", Ref(1), 2),
        ("Minister of Foreign Affairs", Ref(1), 3),
        ("Minister for Trade", Ref(1), 4),
        ("Director", Ref(7), 5),
        ("Director", Ref(8), 6),
        ("Vice President", Ref(1), 1),
        ("Usher", Ref(1), LAST_PLACE),
    ],
)
def test_the_rule_that_says_most_counts(title: str, body: Ref, place: int) -> None:
    assert place_of(RULES, title, body) == place


def test_only_the_rules_of_its_own_state_count() -> None:
    from db.lists.board.board_rows import BodyRow, Bounds

    def body(key: int, country: str) -> BodyRow:
        return BodyRow(Ref(key, "B", "organization"), "", country, "", Bounds(), None, None, ())

    rules = StateRules({"fr": [OrderRule("President")]})
    assert rules.place(body(1, "fr"), "President") == 1
    assert rules.place(body(2, "de"), "President") == LAST_PLACE


@pytest.fixture
def ruled(store: Store) -> Store:
    offices = [Office(title="Minister of Trade", precedence=1), Office(title="Prime Minister")]
    body = Organization(title="Cabinet", country="fr", offices=offices)
    store.save(body, Lens())
    rules = [OfficeRule(title="Prime Minister"), OfficeRule(title="Minister", body=ref(body))]
    store.save(Organization(title="France", kind="state", country="fr", office_rules=rules), Lens())
    return store


def test_the_record_of_a_state_keeps_them(ruled: Store) -> None:
    cabinet = next(
        each for each in ruled.reader.lines(range(1, 9), Lens()) if each.title == "Cabinet"
    )
    rules, body = ruled.reader.state_rules(Lens()), Ref(cabinet.id, "Cabinet", "organization")
    assert [rules.place_in("fr", title, body) for title in ("Minister of Trade", "Usher")] == [
        2,
        LAST_PLACE,
    ]
    assert rules.place_in("de", "Prime Minister", body) == LAST_PLACE
    assert not StateRules() and rules


def test_a_list_of_offices_obeys_them(ruled: Store) -> None:
    titles = [line.office.title for line in ruled.reader.office_lines(Lens(), "fr")]
    assert titles == ["Prime Minister", "Minister of Trade"]


def test_above_the_ceiling_no_rule_counts_and_its_marking_is_told(ruled: Store) -> None:
    ids = ruled.reader.all_ids("organization", Lens(), "name")
    cabinet, state = (ruled.reader.get(key, Lens()) for key in ids)
    cabinet.marking = 1
    ruled.save(cabinet, Lens())
    rules = ruled.reader.state_rules(Lens(ceiling=0))
    assert rules.place_in("fr", "Minister of Trade", Ref(cabinet.id)) == LAST_PLACE
    assert ruled.reader.state_rules(Lens()).marking({"fr"}) == 1
    state.marking = 2
    ruled.save(state, Lens())
    assert not ruled.reader.state_rules(Lens(ceiling=1))
    assert ruled.reader.state_rules(Lens()).marking({"fr", "de"}) == 2
