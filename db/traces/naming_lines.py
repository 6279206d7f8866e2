"""Which records name another one in a line of theirs, and which say its name in their texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from db.lens import Lens, known_marking
from db.names import index_words
from db.search.index.fulltext import COLUMNS, fragments, table
from db.search.index.relevance_rank import RECORD_ID_MASK
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces
from db.vocabulary.kinds import KINDS

_SAID_AROUND = 80  # characters that are told before and after a name
# Pieces of the index that a line gives which names the record: `lines_that_name` has them.
_OF_LINES = frozenset({"office", "party", "signatory", "participant"})


class TextMention(NamedTuple):
    """A text of another record that says the name of this one; `says` is a piece of it."""

    record_id: int
    field: str
    says: str


def naming_records(sql: Sql, ids: Collection[int]) -> set[int]:
    """Return the records that name any of these, or an office of them."""
    return {key for key, _ in lines_that_name(sql, ids)}


def lines_that_name(sql: Sql, ids: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield each record that names any of these, or an office of them, with the line that does."""
    wanted, own = listed(list(ids)), set(ids)
    for ref in sql.references("record"):
        if ref.column in ("id", "record_id") or ref.table in ("merger", "verdict"):
            continue
        owner = "record_id" if "record_id" in sql.columns(ref.table) else "id"
        statement = f"SELECT DISTINCT {owner} FROM {ref.table} WHERE {ref.column} IN ({LISTED})"
        for (key,) in sql.rows(statement, (wanted,)):
            if key not in own:
                yield key, _line_name(ref.table, ref.column)
    for (key,) in sql.rows(
        "SELECT DISTINCT t.record_id FROM tenure t JOIN office o ON o.id = t.office_id"
        f" WHERE o.record_id IN ({LISTED})",
        (wanted,),
    ):
        if key not in own:
            yield key, "tenure"


def _line_name(table: str, column: str) -> str:
    """Return what a line is called in which a column names the record.

    >>> _line_name("participant", "who_id"), _line_name("event", "initiated_by_id")
    ('participant', 'initiated by')
    """
    words = column.removesuffix("_id").replace("_", " ")
    return words if table in KINDS or table == "party_action" else table.replace("_", " ")


def mentions_of(
    sql: Sql, titles: Collection[str], besides: Collection[int], lens: Lens
) -> Iterator[TextMention]:
    """Yield the texts that say any of these titles as words of their own, of records `besides`
    left out; what the lens hides is not so much as looked at.
    """
    pattern = _spoken_pattern(titles)
    if pattern is None:
        return
    left_out = set(besides)
    for kind in KINDS:
        found = sorted(_hits(sql, kind, titles, lens) - left_out)
        for part in pieces(found, 500):
            for piece in fragments(sql, kind, part):
                place = pattern.search(piece.text)
                is_text = not piece.is_name and piece.label not in _OF_LINES
                if is_text and place and lens.shows(known_marking(piece.marking)):
                    yield TextMention(piece.record_id, piece.label, _around(piece.text, place))


def _spoken_pattern(titles: Collection[str]) -> re.Pattern[str] | None:
    ways = [r"\W+".join(map(re.escape, each.split())) for each in titles if each.split()]
    if not ways:
        return None
    one_of = "|".join(sorted(ways, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{one_of})(?!\w)", re.IGNORECASE)


def _hits(sql: Sql, kind: str, titles: Collection[str], lens: Lens) -> set[int]:
    """Return the records of a kind whose index has the words of a title one after the other."""
    columns = " ".join(COLUMNS[: lens.ceiling + 2])
    found: set[int] = set()
    for words in {index_words(each) for each in titles} - {""}:
        phrase = f'{{{columns}}} : "{words.replace(chr(34), " ")}"'
        found.update(
            row[0]
            for row in sql.rows(
                f"SELECT rowid & {RECORD_ID_MASK} FROM {table(kind)} WHERE {table(kind)} MATCH ?",
                (phrase,),
            )
        )
    return found


def _around(text: str, place: re.Match[str]) -> str:
    """Return a name with the words around it, as one line."""
    start, end = max(0, place.start() - _SAID_AROUND), place.end() + _SAID_AROUND
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return f"{before}{' '.join(text[start:end].split())}{after}"
