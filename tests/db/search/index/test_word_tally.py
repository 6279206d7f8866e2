"""Words are counted as FTS5 counts them, in every script, and no difference is missed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from db import Store
from db.names import index_words
from db.search.index import fulltext
from db.search.index.fulltext import Document
from db.search.index.word_tally import WordTally
from db.storage.sql import Sql
from tests.db.desk_sql import sql_of

TEXTS = (
    "ishaq dar ishaq", "łukasz", "習近平 xi", "राष्ट्रपति भवन", "ประยุทธ์ จันทร์โอชา", "ا ب ج", "김정은",
    "ⴰⵣⵓⵍ", "ა Ა", "𐐨𐐀", "½ ² ٣", "a\u0301 e\u20dd", "😀 x", "\u0903 \u093e", "ﬁ ß ſ", "q" * 40_000,
    "ꙮ ᏸ ꮀ Ᏸ", "𞤀𞤢 Ⰰ", "\ue000x", "i\u0307 ı İ",
)  # fmt: skip


@pytest.fixture
def sql(store: Store) -> Iterator[Sql]:
    sql = sql_of(store)
    fulltext.remove(sql, "fts_person")
    fulltext.create(sql, "fts_person")
    yield sql


def document(key: int, *texts: str) -> Document:
    return (key, *texts, *("" for _ in range(len(fulltext.COLUMNS) - len(texts))))


def differs(sql: Sql, documents: list[Document]) -> bool:
    tally = WordTally(sql)
    for each in documents:
        tally.add([each])
    return tally.differs_from("fts_person")


def test_the_words_of_every_script_are_counted_as_fts5_counts_them(sql: Sql) -> None:
    raw = [document(at, text, text + " dar") for at, text in enumerate(TEXTS, start=1)]
    folded = [
        document(at, index_words(text)) for at, text in enumerate(TEXTS, start=len(TEXTS) + 1)
    ]
    fulltext.insert_documents(sql, "fts_person", raw + folded)
    assert not differs(sql, raw + folded)


OTHER = (
    [document(1, "ishaq dar")],  # a record more
    [document(1, "ishaq dar"), document(2, "dar", "dar")],  # in another column
    [document(1, "ishaq dar"), document(2, "dar dar")],  # once more in the same record
    [document(1, "ishaq dar"), document(2, "")],
    [document(1, "ishaq dar"), document(2, "dár")],
    [document(1, "ishaq dar"), document(2, "dar"), document(3, "x")],
)


@pytest.mark.parametrize("documents", OTHER)
def test_whatever_is_said_otherwise_differs(sql: Sql, documents: list[Document]) -> None:
    there = [document(1, "ishaq dar"), document(2, "dar")]
    fulltext.insert_documents(sql, "fts_person", there)
    assert not differs(sql, there)
    assert differs(sql, documents)


@cache
def in_memory() -> Sql:
    sql = Sql(dbapi2.connect(":memory:", isolation_level=None), lambda: None)
    fulltext.create(sql, "fts_person")
    return sql


@given(st.text(max_size=12))
def test_any_folded_text_is_taken_apart_as_fts5_does(text: str) -> None:
    sql, documents = in_memory(), [document(1, index_words(text))]
    sql.run("DELETE FROM fts_person WHERE rowid = 1")
    fulltext.insert_documents(sql, "fts_person", documents)
    assert not differs(sql, documents)
