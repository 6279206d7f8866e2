"""Why a record was found, where its title does not show it; lists and the command ask it."""

from __future__ import annotations

from collections.abc import Sequence

from db.lens import Lens
from db.names import index_query
from db.query import Query
from db.search.exact.hits import Reason
from db.search.exact.search_terms import tokens
from db.search.exact.spelling_twins import plain_spelling
from db.search.index.fulltext import Fragment, fragments
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

MAX_REASON_LETTERS = 90  # characters of a reason at most


def reasons(sql: Sql, kind: str, ids: Sequence[int], query: Query, lens: Lens) -> dict[int, Reason]:
    """Say why each of these hits was found; an empty reason where its title shows it."""
    if not ids:
        return {}
    typed = " ".join(token for word in query.words if not word.excluded for token in tokens(word))
    wanted = plain_spelling(typed).split()
    if not wanted:
        return {}
    found: dict[int, Reason] = {}
    unshown: list[int] = []
    for key, title in sql.rows(
        f"SELECT id, title FROM record WHERE id IN ({LISTED})", (listed(ids),)
    ):
        if _hits(title, wanted) == len(wanted):
            found[key] = Reason()
        else:
            unshown.append(key)
    pieces: dict[int, list[Fragment]] = {}
    for piece in fragments(sql, kind, unshown):
        if lens.shows(piece.marking):
            pieces.setdefault(piece.record_id, []).append(piece)
    found.update((key, _reason(each, wanted)) for key, each in pieces.items())
    return found


def _hits(text: str, wanted: Sequence[str]) -> int:
    folded = f" {plain_spelling(index_query(text))}"
    return sum(f" {token}" in folded for token in wanted)


def _reason(pieces: Sequence[Fragment], wanted: Sequence[str]) -> Reason:
    best, most = Reason(), 0
    for piece in pieces:
        hits = _hits(piece.text, wanted)
        if hits > most:
            best, most = Reason(piece.label, _around(piece.text, wanted)), hits
            if not piece.label:
                best = Reason()
    return best


def _around(text: str, wanted: Sequence[str]) -> str:
    """Return the part of a long text that holds the first word asked for."""
    plain = " ".join(text.split())
    if len(plain) <= MAX_REASON_LETTERS:
        return plain
    words = plain.split(" ")
    at = next(
        (place for place, word in enumerate(words) if index_query(word).startswith(wanted[0])), 0
    )
    start = max(0, at - 4)
    cut = " ".join(words[start:])[: MAX_REASON_LETTERS - 1].rsplit(" ", 1)[0]
    return f"{'… ' if start else ''}{cut} …"
