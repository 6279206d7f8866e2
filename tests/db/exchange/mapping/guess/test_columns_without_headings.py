"""A table without headings is read by its values, where they leave no doubt."""

from db.exchange.mapping.guess.columns_without_headings import find_by_values, have_no_headings
from db.exchange.mapping.guess.shapes import read_columns

ROWS = [
    ["Anne Roy", "Embassy of Switzerland", "anne@eda.example", "+41 58 555 01 01"],
    ["Jean Dupont", "Embassy of France", "jean@diplo.example", "+33 1 55 55 01 01"],
]


def test_people_have_their_bodies_and_addresses() -> None:
    columns = read_columns(["column 1", "column 2", "column 3", "column 4"], ROWS)
    assert have_no_headings(columns)
    (found,) = [each.items() for each in find_by_values(columns).values()]
    assert {target: some[0].heading for target, some in found} == {
        "name": "column 1", "organization": "column 2", "email": "column 3", "phone": "column 4",
    }  # fmt: skip


def test_two_columns_of_people_are_a_question() -> None:
    rows = [[row[0], row[0].upper()] for row in ROWS]
    assert find_by_values(read_columns(["column 1", "column 2"], rows)) == {}
