"""Between records: places, numbers, wholes and circles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Identifier, Lens, Store
from db.checks.checking import find_all
from db.checks.desk_rules import circles
from db.vocabulary.kinds import KINDS
from tests.db.checks.case_desk import LENS, CaseDesk, findings
from tests.db.desk_sql import sql_of


@pytest.mark.parametrize(
    "place, channel, when, found",
    [
        ("Lima", "in person", "2024-03-01", ["two-places"]),
        ("Lima", "telephone", "2024-03-01", []),
        ("Lima", "in person", "2024-03-02", []),
        ("Tokyo, Japan", "in person", "2024-03-01", []),
        ("", "in person", "2024-03-01", []),
    ],
)
def test_nobody_is_in_two_places(
    store: Store, place: str, channel: str, when: str, found: list[str]
) -> None:
    ann = {"kind": "person", "title": "Ann"}
    first = {"kind": "event", "title": "A", "type": "meeting", "place": "Tokyo",
             "channel": "in person", "participants": ["Ann"], "start": "2024-03-01"}  # fmt: skip
    CaseDesk(store).fill(
        [ann, first, {**first, "title": "B", "place": place, "channel": channel, "start": when}]
    )
    told = findings(store)
    assert [(each.rule, each.place) for each in told] == [(rule, "Ann") for rule in found]
    assert {each.says for each in told} <= {"Tokyo and Lima on 1 March 2024."}


def test_a_number_is_of_one_record(store: Store) -> None:
    desk = CaseDesk(store)
    for name, value in (("A", "Q1"), ("B", "Q1"), ("C", "Q2")):
        state = store.reader.get(desk.ref(name).id, LENS)
        state.identifiers = [Identifier(scheme="wikidata", value=value)]
        store.save(state, LENS)
    assert [(each.rule, each.kind, each.title, each.says) for each in findings(store)] == [
        ("shared-identifier", "organization", "B", "wikidata Q1 is that of “A”, too.")
    ]


def test_a_part_lies_within_its_whole(store: Store) -> None:
    desk = CaseDesk(store)
    whole = {"kind": "event", "title": "Visit", "start": "2024-03-01", "end": "2024-03-03"}
    desk.fill([whole, {"kind": "event", "title": "Talks", "start": "2024-03-02"},
               {"kind": "event", "title": "Dinner", "start": "2024-03-05"}])  # fmt: skip
    sql_of(store).run("UPDATE event SET part_of_id=? WHERE id<>?", (desk.ref("Visit").id,) * 2)
    assert [(each.rule, each.title, each.says) for each in findings(store)] == [
        ("outside-its-whole", "Dinner", "5 March 2024 lies outside “Visit”, of which it is a part.")
    ]


def test_nothing_stands_under_itself(store: Store) -> None:
    desk = CaseDesk(store)
    ids = [desk.ref(name).id for name in ("A", "B", "C")]
    for key, over in zip(ids, [*ids[1:], ids[0]], strict=True):
        sql_of(store).run(
            "INSERT INTO parent (record_id, position, parent_id) VALUES (?, 0, ?)", (key, over)
        )
    told = findings(store)
    assert [(each.rule, each.says) for each in told] == [
        ("circle", "It stands under itself: “A” → “B” → “C” → “A”.")
    ]


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=3)))
def test_a_circle_is_found_where_there_is_one(above: dict[int, list[int]]) -> None:
    def reaches(start: int) -> bool:
        seen: set[int] = set()
        steps = list(above.get(start, ()))
        while steps:
            key = steps.pop()
            if key not in seen:
                seen.add(key)
                steps += above.get(key, ())
        return start in seen

    found = circles(above)
    assert bool(found) == any(map(reaches, above))
    for circle in found:
        for key, over in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert over in above[key]


def test_what_lies_above_the_ceiling_is_no_part_of_a_finding(store: Store) -> None:
    desk = CaseDesk(store)
    desk.office("Envoy", 1)
    desk.fill([
        {"kind": "person", "title": "Ann", "tenures": [("Envoy", "2001", None)]},
        {"kind": "person", "title": "Ben", "tenures": [("Envoy", "2005", None)]},
    ])  # fmt: skip
    for hidden in ("Ann", "Ben", "Body of Envoy"):
        sql_of(store).run("UPDATE record SET marking = (title = ?) * 2", (hidden,))
        told = find_all(sql_of(store), KINDS, Lens("2026-06-01", 1))
        assert [each for each in told if not each.is_gap] == []
        assert len(findings(store)) == 1
