"""A question gives the first ids, all ids and the hits in the order that is asked for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db import Lens, Query, Reader, open_desk, parse_query
from desktop.models.list_request import ListRequest

ALL = ListRequest("person", Query(), Lens(), "name", False, True)


@pytest.fixture
def reader(desk: Path) -> Iterator[Reader]:
    with open_desk(desk) as store:
        yield store.reader


def titles(reader: Reader, ids: object) -> list[str]:
    return [line.title for line in reader.lines(list(ids), Lens())]


def test_the_first_are_the_beginning_of_all(reader: Reader) -> None:
    every = ALL.all_ids(reader)
    assert ALL.first_ids(reader) == every[:200] and len(every) == 6


def test_downwards_is_the_other_way_round(reader: Reader) -> None:
    down = replace(ALL, descending=True)
    assert list(down.all_ids(reader)) == list(ALL.all_ids(reader))[::-1]


def test_a_lower_ceiling_shows_fewer(reader: Reader) -> None:
    low = replace(ALL, lens=Lens(ceiling=0))
    assert len(low.all_ids(reader)) == 4


def test_hits_stand_by_fit_or_in_the_order_of_a_column(reader: Reader) -> None:
    asked = replace(ALL, query=parse_query("country:pk"))
    fitting, sorted_down = asked, replace(asked, by_fit=False, descending=True)
    hits = set(fitting.hits(reader).ids)
    found = sorted_down.hits(reader)
    assert set(found.ids) == hits and len(hits) == 4
    listed = [key for key in replace(ALL, descending=True).all_ids(reader) if key in hits]
    assert list(found.ids) == listed


def test_so_many_hits_at_most(reader: Reader) -> None:
    asked = replace(ALL, query=parse_query("country:pk"))
    assert len(asked.hits(reader, cap=2).ids) <= 2


def test_a_record_stands_where_its_place_is(reader: Reader) -> None:
    ids = ALL.all_ids(reader)
    assert [ALL.place(reader, ids, key) for key in ids] == list(range(len(ids)))
