"""What is typed in a list finds the first row that begins so, in every order and of any length."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import (
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Organization,
    Person,
    Store,
    list_columns,
    make_desk,
    open_desk,
)
from db.storage.engine import Sql

LENS = Lens("2025-09-15")
BODIES = (  # title, country, acronym
    ("The Treaty Office", "pk", "TO"),
    ("Theatre of War", "de", "tow"),
    ("Army Welfare Trust", "pk", "AWT"),
    ("Ähtäri Council", "fi", ""),
    ("Unit 2", "suhh", "U2"),
    ("Unit 10", "us", "u10"),
    ("Unit 15", "us", "U15"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("type") / "ahead.desk"
    make_desk(path)
    with open_desk(path) as made:
        for title, country, acronym in BODIES:
            made.save(Organization(title=title, country=country, acronym=acronym), LENS)
        for given, family in (("Asim", "Munir"), ("Ishaq", "Dar"), ("Munir", "Akram")):
            made.save(Person(title=f"{given} {family}", given=given, family=family), LENS)
        for title, day, place in (
            ("Visit to Kabul", "2015-05-03", "Kabul"),
            ("Call on minerals", "May 2015", "kabul, by telephone"),
            ("Visit to Rome", "2014", "Rome"),
        ):
            day_of = HistoricalDate.parse(day)
            made.save(Event(title=title, start=day_of, place=place, marking=len(place) % 2), LENS)
        made.save(Agreement(title="Accord", concluded=HistoricalDate.parse("1999")), LENS)
        yield made


def found(store: Store, kind: str, order: str, text: str, *, descending: bool = False) -> str:
    ids = store.reader.all_ids(kind, LENS, order, descending=descending)
    row = store.reader.find_beginning(ids, text, kind, order, descending=descending)
    return "" if row is None else store.reader.lines([ids[row]], LENS)[0].title


# kind, order, what is typed → the row that comes into sight
CASES = [
    ("person", "name", "mun", "Asim Munir"),  # as the list is sorted: by family name
    ("person", "name", "MUNIR A", "Asim Munir"),
    ("person", "name", "asi", "Asim Munir"),  # else as the name is shown
    ("person", "name", "munir ak", "Munir Akram"),
    ("person", "name", "zzz", ""),
    ("person", "name", "!", ""),
    ("organization", "name", "the", "Theatre of War"),
    ("organization", "name", "the t", "The Treaty Office"),
    ("organization", "name", "trea", "The Treaty Office"),
    ("organization", "name", "a", "Ähtäri Council"),
    ("organization", "name", "ä", "Ähtäri Council"),
    ("organization", "name", "unit 1", "Unit 10"),
    ("organization", "name", "unit 15", "Unit 15"),
    ("organization", "name", "unit 5", ""),
    ("organization", "country", "paki", "Army Welfare Trust"),
    ("organization", "country", "union of", "Unit 2"),
    ("organization", "country", "theat", "Theatre of War"),
    ("organization", "acronym", "t", "The Treaty Office"),
    ("organization", "acronym", "tow", "Theatre of War"),
    ("organization", "acronym", "u1", "Unit 15"),
    ("event", "when", "2015", "Call on minerals"),
    ("event", "when", "2015-05-03", "Visit to Kabul"),
    ("event", "when", "visit", "Visit to Rome"),
    ("event", "when", "3 may", "Visit to Kabul"),
    ("event", "when", "3 May 2015", "Visit to Kabul"),
    ("event", "when", "may 2015", "Call on minerals"),
    ("event", "where", "kabul", "Visit to Kabul"),
    ("event", "marking", "rest", "Call on minerals"),
    ("event", "what", "visit to r", "Visit to Rome"),
    ("agreement", "date", "19", "Accord"),
]


@pytest.mark.parametrize("limit", [1_000, 0])
@pytest.mark.parametrize(("kind", "order", "text", "title"), CASES)
def test_the_first_row_that_begins_so_is_found(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    order: str,
    text: str,
    title: str,
    limit: int,
) -> None:
    monkeypatch.setattr("db.search.beginnings.MAX_CALLED_SO", limit)
    assert found(store, kind, order, text) == title


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        (kind, column.key)
        for kind in ("person", "organization", "agreement", "event")
        for column in list_columns(kind)
        if column.is_sortable
    ],
)
def test_in_every_column_both_ways_the_first_of_its_equals_is_found(
    store: Store, kind: str, order: str
) -> None:
    """What a cell says is typed; no row before the found one may begin so."""
    at = [column.key for column in list_columns(kind)].index(order)
    for descending in (False, True):
        ids = store.reader.all_ids(kind, LENS, order, descending=descending)
        lines = store.reader.lines(ids, LENS, {order})
        is_day = order in ("when", "date", "born", "founded", "in_force", "checked")
        for line in lines:
            text = line.cells[at]
            if not text or is_day:
                continue
            row = store.reader.find_beginning(ids, text, kind, order, descending=descending)
            begin = (each.cells[at].casefold().startswith(text.casefold()) for each in lines)
            assert row == next(n for n, begins in enumerate(begin) if begins)


def test_no_more_than_some_keys_of_a_long_list_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = store.reader.all_ids("organization", LENS, "name")
    asked, own = [], Sql.value
    monkeypatch.setattr(Sql, "value", lambda *given: asked.append(given) or own(*given))
    monkeypatch.setattr(Sql, "rows", None)
    assert store.reader.find_beginning(ids, "army", "organization", "name") is not None
    assert 0 < len(asked) <= 1 + 4  # the language, and one key for each halving


def test_hits_by_fit_are_looked_through_by_title(store: Store) -> None:
    ids = store.reader.all_ids("person", LENS, "name")[::-1]
    assert [store.reader.find_by_title(ids, text) for text in ("munir", "ISHAQ", "x", "!")] == [
        next(row for row, line in enumerate(store.reader.lines(ids, LENS)) if begins(line.title))
        for begins in (lambda title: title == "Munir Akram", lambda title: title == "Ishaq Dar")
    ] + [None, None]


def test_only_rows_of_the_list_are_found(store: Store) -> None:
    ids = store.reader.all_ids("organization", LENS, "name")
    army = store.reader.find_beginning(ids, "army", "organization", "name")
    rest = [key for row, key in enumerate(ids) if row != army]
    assert store.reader.find_beginning(rest, "army", "organization", "name") is None
    assert store.reader.find_beginning([], "army", "organization", "name") is None
