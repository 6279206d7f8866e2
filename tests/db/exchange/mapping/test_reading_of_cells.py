"""Beside a cell stands how it would be read."""

from __future__ import annotations

import pytest

from db import choose_date_order
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.reading_of_cells import NOT_READ, read_as


@pytest.mark.parametrize(
    ("kind", "target", "text", "says"),
    [
        ("people", "born", "12 May 1961", "12 May 1961"),
        ("people", "born", "soon", NOT_READ),
        ("people", "born", "03/04/1961", NOT_READ),
        ("people", "born", "n.a.", ""),
        ("people", "to", "31.12.9999", "…"),
        ("people", "country", "DE", "Germany"),
        ("people", "country", "Atlantis", NOT_READ),
        ("agreements", "parties", "Atlantis", "Atlantis"),
        ("tenures", "acting", "oui", "yes"),
        ("tenures", "acting", "perhaps", NOT_READ),
        ("people", "name", " Ana Ruiz ", "Ana Ruiz"),
    ],
)
def test_a_cell_is_shown_as_it_would_be_read(kind: str, target: str, text: str, says: str) -> None:
    assert read_as(Mapping(kind), target, FieldMap("c"), text) == says


def test_the_order_of_the_day_and_the_cut_of_a_cell_are_the_maps() -> None:
    assert read_as(Mapping("people", day_first=False), "born", FieldMap("c"), "03/04/1961") == (
        "4 March 1961"
    )
    choose_date_order("day")
    assert read_as(Mapping("people"), "born", FieldMap("c"), "03/04/1961") == "3 April 1961"
    assert read_as(Mapping("people", day_first=False), "born", FieldMap("c"), "03/04/1961") == (
        "4 March 1961"
    )
    two = FieldMap("c", split=";", values={"PE": "Peru"})
    assert read_as(Mapping("agreements"), "parties", two, "PE; Chile") == "Peru, Chile"
