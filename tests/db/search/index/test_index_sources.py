"""What is gathered for the index: each row of the table stands by itself and is told apart."""

from __future__ import annotations

import re

import pytest

from db import KINDS, Store
from db.search.index.index_sources import INDEX_SOURCES, REASON_SOURCES
from db.tables.rows import KIND_DECLARATIONS, own_fields
from db.vocabulary.choices import MARKINGS
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


@pytest.mark.parametrize("at", range(len(INDEX_SOURCES)))
def test_each_statement_gives_a_record_a_text_and_a_marking(store: Store, at: int) -> None:
    label, _, kinds, statement = INDEX_SOURCES[at]
    cursor = sql_of(store).raw.execute(statement.format(ids="1"))
    assert len(cursor.description) == (4 if label is None else 3)
    assert kinds and kinds <= set(KINDS)


def test_each_own_text_that_is_declared_as_searched_is_gathered_and_told_by_its_label() -> None:
    for of in KIND_DECLARATIONS:
        for name, meaning in own_fields(of):
            if not meaning.searched:
                continue
            for sources in (INDEX_SOURCES, REASON_SOURCES):
                [source] = [
                    each
                    for each in sources
                    if each[2] == {of.KIND} and f"FROM {of.TABLE} " in each[3]
                    if re.search(rf"\b{name}\b", each[3])
                ]
                assert source[1] is (meaning.searched == "name")
            assert source[0] == meaning.label.lower()


def test_every_kind_gives_its_title_as_a_name() -> None:
    for kind in KINDS:
        named = [
            statement for _, is_name, kinds, statement in INDEX_SOURCES if is_name and kind in kinds
        ]
        assert any("title" in statement and "FROM record" in statement for statement in named)


def test_what_a_record_says_is_gathered_with_the_highest_marking_of_what_it_names(
    small: Small,
) -> None:
    found: dict[str, set[tuple[str, int]]] = {}
    for label, _, kinds, statement in INDEX_SOURCES:
        if "person" in kinds:
            for row in sql_of(small.store).rows(statement.format(ids="?1"), (small.munir.id,)):
                found.setdefault(label if label is not None else row[3], set()).add(row[1:3])
    assert found[""] == {("Asim Munir", 0)}
    assert found["native name"] == {("عاصم منیر", 0)}
    assert found["office"] == {("Chief of Army Staff, Pakistan Army", 0)}
    assert found["note"] == {("a secret zebra", 3)}
    assert found["passage"] == {("high-level visits", 0)}
    assert all(0 <= marking < len(MARKINGS) for rows in found.values() for _, marking in rows)
