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
        ("people", "Title", ("Mr", "Mrs", "Dr"), "honorific"),
        ("people", "Poste", EMBASSIES, "organization"),
        ("people", "Term", ("2011–2013", "since 2019"), "from"),
        ("people", "Officer", ("Ana Ruiz", "Luis Paz"), "name"),
        ("people", "Film", ("Ana Ruiz", "Luis Paz"), None),
        ("tenures", "Ministre", ("Ana Ruiz", "Luis Paz"), "person"),
        ("agreements", "Instrument name", ("MoU on Visas", "MoU on Trade"), "title"),
        ("events", "Tag der Reise", ("3.5.2010", "17.5.2010"), "start"),
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
