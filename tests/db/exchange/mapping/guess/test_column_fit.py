"""Values rule out what a heading proposes."""

import pytest

from db.exchange.mapping.guess.column_fit import fit_of
from db.exchange.mapping.guess.shapes import FileColumn
from db.exchange.mapping.targets import TARGETS


@pytest.mark.parametrize(
    ("kind", "target", "heading", "values"),
    [
        ("tenures", "office", "office_id", ["2", "3"]),
        ("people", "name", "official_post", ["Prime Minister", "Minister of Finance"]),
        ("people", "email", "email", ["fbayo", "ecarabal"]),
        ("agreements", "reference", "번호", ["1", "2", "3"]),
        ("agreements", "signed", "signed", ["23", "21"]),
    ],
)
def test_values_of_something_else_are_not_taken(
    kind: str, target: str, heading: str, values: list[str]
) -> None:
    column = FileColumn(heading, len(values), values=dict.fromkeys(values))
    assert fit_of(kind, column, TARGETS[kind][target]) == 0


def test_values_of_the_kind_are_taken() -> None:
    column = FileColumn("Official", 2, values=dict.fromkeys(["Ana Ruiz", "Luis Paz"]))
    assert fit_of("people", column, TARGETS["people"]["name"]) == 1


def test_one_title_alone_may_be_a_family_name() -> None:
    column = FileColumn("family name", 1, values=dict.fromkeys(["Major"]))
    assert fit_of("people", column, TARGETS["people"]["family_name"]) == 1
