"""Derived columns that say something else than what they follow from are found, and mended."""

from __future__ import annotations

import pytest

from db.search.index import derived_columns
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

WRONG = [
    ("UPDATE name SET folded = 'x' WHERE id = 1", "name", {"folded"}),
    ("UPDATE name SET skeleton = 'x' WHERE id = 1", "name", {"skeleton"}),
    ("UPDATE office SET folded = 'x'", "office", {"folded"}),
    ("UPDATE record SET sort_title = 'x' WHERE id = 1", "record", {"sort_title"}),
    ("UPDATE record SET sort_key = NULL WHERE id = 1", "record", {"sort_key"}),
    ("UPDATE record SET day = '1999-01-01' WHERE id = 1", "record", {"day"}),
]


@pytest.mark.parametrize(("statement", "table", "columns"), WRONG)
def test_each_is_found_and_mended(
    small: Small, statement: str, table: str, columns: set[str]
) -> None:
    sql = sql_of(small.store)
    assert list(derived_columns.odd_rows(sql)) == []
    sql.run(statement)
    odd = list(derived_columns.odd_rows(sql))
    assert odd and all(row.table == table and row.columns.keys() >= columns for row in odd)
    with sql.transaction():
        assert derived_columns.renew(sql) == len(odd)
    assert list(derived_columns.odd_rows(sql)) == []
    assert small.store.verify() == []
