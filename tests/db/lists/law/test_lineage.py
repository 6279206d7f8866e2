"""The tree of an agreement: both ways, over generations, each relative once, through the lens."""

from __future__ import annotations

from db import Lens, Store
from db.lists.law.lineage import read_lineage
from tests.db.checks.case_desk import LENS, CaseDesk
from tests.db.desk_sql import sql_of

FAMILY = [
    {"kind": "agreement", "title": "Old"},
    {"kind": "agreement", "title": "Pact", "links": [("replaces", "Old")]},
    {"kind": "agreement", "title": "Protocol", "links": [("supplements", "Pact")]},
]


def tree(store: Store, desk: CaseDesk, title: str, lens: Lens = LENS) -> dict[str, list[str]]:
    found = read_lineage(sql_of(store), desk.ref(title).id, lens)
    names = {desk.ref(each).id: each for each in ("Old", "Pact", "Protocol")}
    return {
        names[key]: [f"{each.nature} {each.other.title}" for each in relatives]
        for key, relatives in found.items()
    }


def filled(store: Store) -> CaseDesk:
    desk = CaseDesk(store)
    for record in FAMILY:
        desk.fill([record])
    return desk


def test_relations_are_told_from_both_ends(store: Store) -> None:
    desk = filled(store)
    assert tree(store, desk, "Pact") == {"Pact": ["replaces Old", "supplemented by Protocol"]}
    assert tree(store, desk, "Old") == {
        "Old": ["replaced by Pact"],
        "Pact": ["supplemented by Protocol"],
    }


def test_a_circle_ends(store: Store) -> None:
    desk = filled(store)
    ids = (desk.ref("Old").id, desk.ref("Protocol").id)
    sql_of(store).run(
        "INSERT INTO agreement_link (record_id, position, nature, other_id, scope)"
        " VALUES (?, 0, 'amends', ?, '')", ids
    )  # fmt: skip
    found = tree(store, desk, "Old")
    assert sorted(each for relatives in found.values() for each in relatives) == [
        "amends Protocol", "replaced by Pact",
    ]  # fmt: skip


def test_what_is_not_shown_ends_the_tree(store: Store) -> None:
    desk = filled(store)
    sql_of(store).run("UPDATE record SET marking = 2 WHERE title = 'Pact'")
    assert tree(store, desk, "Old", Lens("2026-06-01", 1)) == {}
