"""The stored keys that lists are sorted by, made anew where they may be others than they should.

A key is written with its record (`db.changes.writing`). After a revert, when the desk's language
has changed, and in a step from a former format the store asks for it here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from db.changes.naming import sort_texts
from db.changes.unit_of_work import LANGUAGE
from db.progress import Progress
from db.record_types import RECORD_TYPES
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, RECORDS_A_PIECE, listed, pieces

_OF_PERSON = ("given", "family", "particles", "name_order", "name_by_hand")
_SHARED = ("title", "country")
_ASKED = (
    f"SELECT r.id, r.sort_key, r.kind, {', '.join(f'r.{name}' for name in _SHARED)},"
    f" {', '.join(f'p.{name}' for name in _OF_PERSON)}"
    " FROM record r LEFT JOIN person p ON p.id = r.id"
)


def renew(sql: Sql, ids: Sequence[int], language: str, progress: Progress | None = None) -> None:
    """Bring the keys of these records to what they should be."""
    for done, part in enumerate(pieces(ids)):
        if progress is not None:
            progress(done * RECORDS_A_PIECE, len(ids))
        rows = sql.rows(f"{_ASKED} WHERE r.id IN ({LISTED})", (listed(part),))
        keys = ((_key_of(row, language), row[0], row[1]) for row in rows)
        sql.run_many(
            "UPDATE record SET sort_key=? WHERE id=?",
            [(key, record_id) for key, record_id, before in keys if key != before],
        )


def renew_all(sql: Sql, progress: Progress | None = None) -> None:
    """Bring all keys to the order of the desk's language, within the caller's transaction: all or,
    where `progress` raises or the program ends, none.
    """
    language = sql.value("SELECT value FROM setting WHERE key=?", (LANGUAGE,)) or ""
    ids = [*map(itemgetter(0), sql.rows("SELECT id FROM record ORDER BY id"))]
    renew(sql, ids, str(language), progress)


def texts_of(
    sql: Sql, ids: Sequence[int], language: str
) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield for each of some records the folded text and the key that it should be sorted by."""
    for row in sql.rows(f"{_ASKED} WHERE r.id IN ({LISTED})", (listed(ids),)):
        texts = _texts_of(row, language)
        if texts is not None:
            yield (row[0], *texts)


def _key_of(row: Sequence[Any], language: str) -> str | None:
    """Return a record's key; None of one that is damaged, which stands before all others."""
    texts = _texts_of(row, language)
    return None if texts is None else texts[1]


def _texts_of(row: Sequence[Any], language: str) -> tuple[str, str] | None:
    _, _, kind, *values = row
    if kind not in RECORD_TYPES or not all(isinstance(each, str) for each in values[:2]):
        return None
    given = dict(zip((*_SHARED, *_OF_PERSON), values, strict=True))
    if kind != "person":
        given = {name: given[name] for name in _SHARED}
    elif not all(isinstance(given[name], str) for name in _OF_PERSON[:-1]):
        return None  # it has lost its own row
    return sort_texts(RECORD_TYPES[kind].of_values(given), language)
