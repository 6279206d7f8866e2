"""A list of people and organizations is imported once for each."""

from __future__ import annotations

import pytest

from db import Refused
from db.exchange.mapping.guess.mixed_sorts import rows_by_sort
from tests.db.exchange.mapping.guess.tables import columns_of, guess

LIST = "schema;name;birth_date|Person;Ana Ruiz;1961|Company;Harbour Bank;|Vessel;Sea Star;"


@pytest.mark.parametrize(
    ("table", "heading", "kinds"),
    [
        (LIST, "schema", {"people": ("Person",), "organizations": ("Company",)}),
        ("Entity_SubjectType;n|P;x|E;y", "Entity_SubjectType",
         {"people": ("P",), "organizations": ("E",)}),
        ("type;n|Individual;x|Vessel;y", "type", {"people": ("Individual",)}),
        ("type;n|Company;x|Organization;y", "", {}),  # all are bodies
        ("type;n|Person;x|Envoy;y", "", {}),
    ],
)  # fmt: skip
def test_a_column_sorts_the_rows(
    table: str, heading: str, kinds: dict[str, tuple[str, ...]]
) -> None:
    assert rows_by_sort(columns_of(table)) == (heading, kinds)


def test_such_a_list_is_asked_about_and_read_kind_by_kind() -> None:
    with pytest.raises(Refused, match="lists people and organizations"):
        guess(LIST)
    assert guess(LIST, "people").only == {"schema": ("Person",)}
