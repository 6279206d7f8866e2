"""The lists: every column that can be sorted has its order, and orders never vary."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from db import (
    KINDS,
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Organization,
    Person,
    Record,
    Store,
    make_desk,
    open_desk,
    parse_query,
)
from db.changes.writing import insert_record
from db.lists.record_lists import COLUMNS, DEFAULT_ORDER, ORDERS, id_statement, stretches
from db.names import fold
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")
TITLES = ["Äpfel", "apple", "Zebra", "zebra", "الف", "2nd", ""]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Records of every kind that share titles, days and countries, and some that are hidden."""
    path = tmp_path_factory.mktemp("lists") / "mixed.desk"
    make_desk(path)
    days = [None, HistoricalDate.parse("2025-07"), HistoricalDate.parse("before 2019")]
    with open_desk(path) as store, store.unit_of_work("Fill", compact=True) as work:
        for number, (title, day) in enumerate(product(TITLES, days)):
            shared = {
                "title": title or "…",
                "marking": number % 4,
                "country": ("", "pk", "us")[number % 3],
            }
            kind = ("", "state", "treaty")[number % 3]
            made: list[Record] = [
                Person(born=day, **shared),  # type: ignore[arg-type]
                Organization(kind=kind, acronym=kind[:2], founded=day, **shared),  # type: ignore[arg-type]
                Agreement(kind=kind, concluded=day, **shared),  # type: ignore[arg-type]
                Event(kind=kind, place=kind, start=day, **shared),  # type: ignore[arg-type]
            ]
            for record in made:
                insert_record(work, record)
    with open_desk(path) as store:
        yield store


def test_every_sortable_column_has_an_order_and_every_kind_begins_with_one() -> None:
    assert COLUMNS.keys() == DEFAULT_ORDER.keys() == set(KINDS)
    for kind, columns in COLUMNS.items():
        keys = [column.key for column in columns]
        assert len(set(keys)) == len(keys)
        assert {column.key for column in columns if column.is_sortable} <= ORDERS.keys()
        assert DEFAULT_ORDER[kind] in keys


SORTED = [(kind, column.key) for kind in KINDS for column in COLUMNS[kind] if column.is_sortable]


@pytest.mark.parametrize(("kind", "order"), [*SORTED, *((kind, "day") for kind in KINDS)])
def test_an_order_shows_each_record_once_and_turns_round_exactly(
    mixed: Store, kind: str, order: str
) -> None:
    reader = mixed.reader
    up = list(reader.all_ids(kind, LENS, order))
    assert len(up) == len(set(up)) == reader.count(kind, LENS) == len(TITLES) * 3
    assert list(reader.all_ids(kind, LENS, order, descending=True)) == up[::-1]
    assert list(reader.first_ids(kind, LENS, order, limit=5)) == up[:5]
    assert list(reader.first_ids(kind, LENS, order, descending=True, limit=5)) == up[:-6:-1]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(("kind", "order"), SORTED)
def test_filters_alone_list_every_kind_in_every_order_of_its_list(
    mixed: Store, kind: str, order: str, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filters that leave nothing out give the whole list."""
    every = mixed.reader.all_ids(kind, LENS, order, descending=descending)
    asked = parse_query("-country:de -topic:none")
    page = mixed.reader.page(kind, asked, LENS, order=order, descending=descending)
    assert page.ids == every
    if (order, descending) == (DEFAULT_ORDER[kind], False):
        assert mixed.reader.page(kind, asked, LENS).ids == every
    for limit in (len(every), 0):  # few are looked up, many met on the way through all
        monkeypatch.setattr("db.lists.record_lists.MAX_LOOKED_UP", limit)
        assert mixed.reader.in_order(every[::-1], kind, order, descending=descending) == every


@pytest.mark.parametrize("ceiling", range(4))
def test_a_ceiling_leaves_out_and_does_not_reorder(mixed: Store, ceiling: int) -> None:
    reader, lens = mixed.reader, Lens(ceiling=ceiling)
    for kind in KINDS:
        order = DEFAULT_ORDER[kind]
        shown = list(reader.all_ids(kind, lens, order))
        assert len(shown) == reader.count(kind, lens)
        assert shown == [
            line.id
            for line in reader.lines(reader.all_ids(kind, LENS, order), LENS)
            if line.marking <= ceiling
        ]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("name", ["ahmed", "Élan", "Zola", "عاصم"]),
        ("country", ["Élan", "عاصم", "Zola", "ahmed"]),
        ("nonsense", ["ahmed", "Élan", "Zola", "عاصم"]),
    ],
)
def test_names_are_sorted_by_their_folded_form(store: Store, order: str, titles: list[str]) -> None:
    countries = {"Zola": "fr", "عاصم": "", "ahmed": "us", "Élan": ""}
    for title, country in countries.items():
        store.save(Organization(title=title, country=country), LENS)
    found = store.reader.all_ids("organization", LENS, order)
    assert [line.title for line in store.reader.lines(found, LENS)] == titles


def test_countries_are_sorted_by_their_names_as_they_are_shown(store: Store) -> None:
    codes = ["dk", "de", "", "ax", "zz", "ddde", "ci", "us"]
    for code in codes:
        store.save(Organization(title=f"Office {code}", country=code), LENS)
        store.save(Organization(title=f"An agency {code}", country=code), LENS)
    for descending in (False, True):
        found = store.reader.all_ids("organization", LENS, "country", descending=descending)
        shown = [line.cells[2] for line in store.reader.lines(found, LENS)]
        assert shown == sorted(shown, key=fold, reverse=descending)
        filtered = parse_query("-topic:none")
        page = store.reader.page(
            "organization", filtered, LENS, order="country", descending=descending
        )
        assert page.ids == found
        for row, text in enumerate(shown):
            where = store.reader.place(
                found, found[row], "organization", "country", descending=descending
            )
            assert where == row
            first = store.reader.find_beginning(
                found, text, "organization", "country", descending=descending
            )
            assert not text or first == shown.index(text)


def test_a_list_in_its_usual_order_is_read_from_an_index_alone(small: Small) -> None:
    """A million records must not be sorted, nor looked up one by one, to show a list."""
    for kind in KINDS:
        [part] = stretches(sql_of(small.store), kind, DEFAULT_ORDER[kind], descending=False)
        plan = sql_of(small.store).rows(f"EXPLAIN QUERY PLAN {id_statement(part)}", (kind, 3))
        said = " ".join(row[3] for row in plan)
        assert "COVERING INDEX" in said
        assert "TEMP B-TREE FOR ORDER BY" not in said  # only for what shares title or day
