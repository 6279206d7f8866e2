"""What stands in a column says whether it is meant where its heading alone does not."""

from __future__ import annotations

import pytest

from db.exchange.mapping.guess.columns_by_values import take_by_values
from db.exchange.mapping.guess.shapes import FileColumn, read_columns

AMBASSADORS = ("Ambassador", "Consul General", "Minister of Trade")
EMBASSIES = ("Embassy of Peru", "Ministry of Trade", "Consulate of Chile")


@pytest.mark.parametrize(
    ("kind", "heading", "values", "target"),
    [
        ("people", "Title", AMBASSADORS, "office"),
        ("tenures", "Titre", ("Ambassadeur", "Ministre", "Consul"), "office"),
        ("people", "Title", ("Mr", "Mrs", "Dr"), None),
        ("people", "Sede", EMBASSIES, "organization"),
        ("people", "Sede", ("Lima", "Nairobi", "Oslo"), None),
        ("events", "Purpose", ("Courtesy call", "Farewell call", "Dinner"), "title"),
        ("events", "Motivo", ("Visita oficial",) * 3, None),
        ("agreements", "Title", AMBASSADORS, None),
    ],
)
def test_a_column_is_taken_for_what_its_values_are(
    kind: str, heading: str, values: tuple[str, ...], target: str | None
) -> None:
    [column] = read_columns([heading], [[value] for value in values])
    found: dict[str, list[FileColumn]] = {}
    take_by_values(kind, found, [column])
    assert found == ({target: [column]} if target else {})


def test_what_serves_better_is_left_where_it_is() -> None:
    [title] = read_columns(["Title"], [[value] for value in AMBASSADORS])
    [post] = read_columns(["Post"], [["Envoy"]])
    found = {"office": [post], "honorific": [title]}
    take_by_values("people", found, [title, post])
    assert found == {"office": [post], "honorific": [title]}
    found = {"honorific": [title]}
    take_by_values("people", found, [title])
    assert found == {"office": [title]}
