"""The finer parts of a guess."""

from __future__ import annotations

import pytest

from db.exchange.mapping.guess.column_sources import field_map, mark_of
from db.exchange.mapping.guess.shapes import FileColumn, read_columns
from db.exchange.mapping.targets import TARGETS


def column(*values: str) -> FileColumn:
    return read_columns(["c"], [(value,) for value in values])[0]


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        (["English | French", "Spanish"], "|"),
        (["English; French", "Spanish"], ";"),
        (["English, French", "Spanish"], ","),
        (["PER-CHL", "DEU-FRA-ITA"], "-"),
        (["Peru", "Chile"], None),
        (["Talks on the river, its banks and the many fish that live in it, held late"], None),
    ],
)
def test_the_mark_between_values_is_found(values: list[str], mark: str | None) -> None:
    assert mark_of(column(*values)) == mark


def test_letters_for_sides_are_translated() -> None:
    made = field_map(TARGETS["agreements"]["laterality"], column("B", "M", "other"))
    assert made.values == {"B": "bilateral", "M": "multilateral"}


def test_what_a_row_refers_to_may_be_created() -> None:
    made = field_map(TARGETS["tenures"]["office"], column("Minister"))
    assert (made.by, made.create) == ("name", True)
