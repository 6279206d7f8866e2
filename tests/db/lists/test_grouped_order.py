"""Names dealt out by a value stand as SQLite would sort them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest

from db import HistoricalDate, Lens, Organization, Person, Store, make_desk, open_desk
from db.changes.writing import insert_record
from db.lists.grouped_order import GROUPED, MIN_GROUPED, can_deal_out, deal_out
from db.lists.record_lists import all_ids, id_statement, stretches
from tests.db.desk_sql import sql_of

KINDS = {"person": Person, "organization": Organization}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """People and bodies with few days, markings and types, so that names decide."""
    path = tmp_path_factory.mktemp("grouped") / "mixed.desk"
    make_desk(path)
    days = [None, HistoricalDate.parse("1980-05"), HistoricalDate.parse("before 1950")]
    with open_desk(path) as store, store.unit_of_work("Fill", compact=True) as work:
        for number in range(60):
            name = f"{'cab'[number % 3]}{number % 7}"
            day, marking = days[number % 3], number % 4
            checked = ("", "2025-01-02", "2024-12-31")[number % 3] or None
            insert_record(work, Person(title=name, born=day, marking=marking, checked_on=checked))
            kind = ("ministry", "state", "party")[number % 3]
            body = Organization(title=name, founded=day, kind=kind, checked_on=checked)
            insert_record(work, body)
    with open_desk(path) as store:
        yield store


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("person", "born"),
        ("person", "marking"),
        ("person", "checked"),
        ("organization", "type"),
        ("organization", "founded"),
    ],
)
def test_ids_are_dealt_out_as_they_would_be_sorted(
    mixed: Store, kind: str, order: str, descending: bool
) -> None:
    sql, lens = sql_of(mixed), Lens(ceiling=2)
    by_name = all_ids(sql, kind, lens, "name")
    (part,) = stretches(sql, kind, order, descending=descending)
    rows = sql.rows(id_statement(part), (kind, lens.ceiling))
    assert deal_out(sql, by_name, kind, order, descending=descending) == array(
        "q", [row[0] for row in rows]
    )
    assert len(by_name) > 40


def test_every_grouped_order_sorts_by_the_column_that_is_named() -> None:
    from db.lists.record_lists import ORDERS

    for order, (_, column) in GROUPED.items():
        _, (term, tie) = ORDERS[order]
        assert term.partition(".")[2] == column and tie == "r.sort_key", order


def test_few_ids_and_ids_far_apart_are_left_to_sqlite() -> None:
    many = array("q", range(1, MIN_GROUPED + 1))
    assert can_deal_out(many) and not can_deal_out(many[:-1])
    assert not can_deal_out(array("q", [*many[:-1], 1 << 39]))
