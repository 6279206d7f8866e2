"""The stored keys that lists are sorted by, made anew where they may be others than they should.

A key is written with its record (`db.changes.writing`). After a revert, when the desk's language
has changed, and in a step from a former format the store asks for it here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from db.changes.naming import SortedName, name_form, texts_of_form
from db.changes.unit_of_work import LANGUAGE
from db.names import without_article
from db.progress import Progress
from db.record_types import RECORD_TYPES
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, RECORDS_A_PIECE, listed, pieces

_OF_PERSON = SortedName._fields[2:]
_SHARED = SortedName._fields[:2]
_ASKED = (
    f"SELECT r.id, r.sort_title, r.sort_key, r.kind, {', '.join(f'r.{name}' for name in _SHARED)},"
    f" {', '.join(f'p.{name}' for name in _OF_PERSON)}"
    " FROM record r LEFT JOIN person p ON p.id = r.id"
)


class OddTexts(NamedTuple):
    """What a record is sorted by, where another text or key is stored."""

    id: int
    sort_title: str
    sort_key: str


def renew(sql: Sql, ids: Sequence[int], language: str, progress: Progress | None = None) -> None:
    """Bring the keys of these records to what they should be."""
    for done, part in enumerate(pieces(ids)):
        if progress is not None:
            progress(done * RECORDS_A_PIECE, len(ids))
        rows = sql.rows(f"{_ASKED} WHERE r.id IN ({LISTED})", (listed(part),))
        keys = ((_key_of(row, language), row[0], row[2]) for row in rows)
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


def odd_texts(
    sql: Sql, language: str, progress: Progress | None = None, among: str = "", ids: str = ""
) -> Iterator[OddTexts]:
    """Yield each record that is to be sorted by another text or key than is stored; with `among`
    only of those whose `ids` this lists.
    """
    count = int(sql.value("SELECT count(*) FROM record") or 0) if progress is not None else 0
    statement = f"{_ASKED} WHERE r.id IN ({among})" if among else f"{_ASKED} ORDER BY r.id"
    for done, row in enumerate(sql.stream(statement, (ids,) if among else ())):
        if progress is not None and done % RECORDS_A_PIECE == 0:
            progress(done, count)
        texts = _texts_of(row, language)
        if texts is not None and texts != row[1:3]:
            yield OddTexts(row[0], *texts)


def _key_of(row: Sequence[Any], language: str) -> str | None:
    """Return a record's key; None of one that is damaged, which stands before all others."""
    texts = _texts_of(row, language)
    return None if texts is None else texts[1]


def _texts_of(row: Sequence[Any], language: str) -> tuple[str, str] | None:
    kind, title, country, *parts = row[3:]
    if kind not in RECORD_TYPES or not isinstance(title, str) or not isinstance(country, str):
        return None
    if kind != "person":
        return texts_of_form(without_article(title), language)
    given, family, particles, order, by_hand = parts
    if not all(isinstance(each, str) for each in (given, family, particles, order)):
        return None  # it has lost its own row
    name = SortedName(title, country, given, family, particles, order, by_hand)
    return texts_of_form(name_form(name), language)
