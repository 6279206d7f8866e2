"""A map is kept on the desk for files of one shape, under the ceiling it was made under."""

from __future__ import annotations

import pytest

from db import Lens, Store
from db.exchange.kept_maps import keep_map, kept_maps, shape_of
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from tests.db.desk_sql import sql_of

HEADINGS = ("who", "when")
MAP = Mapping("people", fields={"name": [FieldMap("who")], "born": [FieldMap("when")]})
OTHER = Mapping("people", fields={"name": [FieldMap("who")]})


def test_a_kept_map_is_found_by_the_headings_in_any_order(store: Store) -> None:
    keep_map(store, HEADINGS, MAP, Lens())
    assert kept_maps(store.reader, Lens()) == {shape_of(("when", "who")): MAP}
    assert shape_of(("who",)) not in kept_maps(store.reader, Lens())


def test_a_map_kept_again_takes_the_place_of_the_first(store: Store) -> None:
    keep_map(store, HEADINGS, MAP, Lens())
    keep_map(store, HEADINGS, OTHER, Lens())
    assert list(kept_maps(store.reader, Lens()).values()) == [OTHER]


@pytest.mark.parametrize(("ceiling", "found"), [(0, []), (1, [MAP]), (2, [MAP]), (3, [OTHER])])
def test_a_map_is_not_told_below_the_ceiling_it_was_kept_under(
    store: Store, ceiling: int, found: list[Mapping]
) -> None:
    keep_map(store, HEADINGS, OTHER, Lens("2025-01-01", 3))
    keep_map(store, HEADINGS, MAP, Lens("2025-01-01", 1))
    assert list(kept_maps(store.reader, Lens("2025-01-01", ceiling)).values()) == found


def test_what_is_no_map_any_more_is_passed_over(store: Store) -> None:
    store.keep_setting("import map 0 abc", "kind = ")
    store.keep_setting("import map x abc", 'kind = "people"')
    assert kept_maps(store.reader, Lens()) == {}


def test_keeping_a_map_is_no_change_of_a_record(store: Store) -> None:
    before = sql_of(store).value("SELECT count(*) FROM change")
    keep_map(store, HEADINGS, MAP, Lens())
    assert sql_of(store).value("SELECT count(*) FROM change") == before
    assert store.verify() == []
