"""A query becomes ids, best first, and each hit says why; the lists and the command ask it.

Two stages for now: what a record is called, then everything else that is written of it. Within
the first few hundred the better-fitting names come first; beyond, records stand as they were made.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.chunks import chunks, marks
from db.engine import Sql
from db.filters import DERIVED, condition
from db.fulltext import NAME, Fragment, fragments, table
from db.lens import Lens
from db.names import fold, index_query
from db.query import Query, Word
from db.status import statuses_on
from db.words import MARKINGS

CAP = 5_000  # hits numbered at most; beyond, "5,000+" says so
RANKED = 400  # hits put in order of fit
NAME_FIT, TEXT_FIT = 6, 7  # of hits beyond those, and of hits in the text alone


@dataclass(frozen=True, slots=True)
class Page:
    """The ids of one kind, best first; `is_capped` when there are more than are numbered."""

    ids: array[int]
    is_capped: bool = False
    fits: array[int] = field(default_factory=lambda: array("b"))  # how well each hit fits, 0 best


def tokens(word: Word) -> list[str]:
    """A word as the index knows it: folded, cut where the index cuts."""
    return index_query(word.text).split()


def _term(word: Word) -> str:
    parts = tokens(word)
    star = "*" if word.prefix and not word.exact else ""
    return f'"{" ".join(parts)}"{star}' if parts else ""


def match_text(query: Query, columns: Sequence[str], lens: Lens) -> str:
    """The query as FTS5 writes it, over some columns; '' when it holds no word to look for.

    What is excluded is excluded wherever the lens looks, and nowhere else.
    """
    wanted = [term for word in query.words if not word.excluded and (term := _term(word))]
    if not wanted:
        return ""
    unwanted = [term for word in query.words if word.excluded and (term := _term(word))]
    scope = f"{{{' '.join(columns)}}}"
    text = f"{scope} : ({' AND '.join(wanted)})"
    for term in unwanted:
        text += f" NOT ({{{' '.join(visible_columns(lens))}}} : {term})"
    return text


def visible_columns(lens: Lens) -> tuple[str, ...]:
    """The columns of the index that lie at or below the ceiling."""
    return (NAME, *MARKINGS[: lens.ceiling + 1])


def search(sql: Sql, kind: str, query: Query, lens: Lens, *, cap: int = CAP) -> Page:
    """The hits of one kind."""
    if query.words and not any(_term(word) for word in query.words) and not query.filters:
        return Page(array("q"))
    where, values = _conditions(query, lens)
    named = match_text(query, (NAME,), lens)
    if not named:
        ids = _scan(sql, kind, query, lens, where, values, cap)
        return _by_status(sql, ids, query, lens, cap)
    first = _match(sql, kind, named, where, values, cap)
    fits = _fits(sql, first[:RANKED], query)
    ranked = sorted(first[:RANKED], key=lambda key: fits[key]) + first[RANKED:]
    fits.update((key, NAME_FIT) for key in first[RANKED:])
    if len(ranked) <= cap:
        everything = match_text(query, visible_columns(lens), lens)
        rest = _match(sql, kind, everything, where, values, cap)
        ranked += [key for key in rest if key not in fits]
    page = _by_status(sql, ranked, query, lens, cap)
    return Page(page.ids, page.is_capped, array("b", (fits.get(k, TEXT_FIT) for k in page.ids)))


def _conditions(query: Query, lens: Lens) -> tuple[str, tuple[object, ...]]:
    statements, values = ["r.marking <= ?"], [lens.ceiling]
    out: list[object] = [*values]
    for item in query.filters:
        if item.name not in DERIVED:
            statement, more = condition(item, lens)
            statements.append(statement)
            out.extend(more)
    return " AND ".join(statements), tuple(out)


def _match(
    sql: Sql, kind: str, text: str, where: str, values: tuple[object, ...], cap: int
) -> list[int]:
    name = table(kind)
    rows = sql.rows(
        f"SELECT {name}.rowid FROM {name} JOIN record r ON r.id = {name}.rowid"
        f" WHERE {name} MATCH ? AND {where} ORDER BY {name}.rowid LIMIT ?",
        (text, *values, cap + 1),
    )
    return [row[0] for row in rows]


def _scan(
    sql: Sql,
    kind: str,
    query: Query,
    lens: Lens,
    where: str,
    values: tuple[object, ...],
    cap: int,
) -> list[int]:
    """Records by filters alone, or by what they must not say."""
    name = table(kind)
    unwanted = [term for word in query.words if word.excluded and (term := _term(word))]
    more: tuple[object, ...] = ()
    if unwanted:
        where += f" AND r.id NOT IN (SELECT rowid FROM {name} WHERE {name} MATCH ?)"
        scope = f"{{{' '.join(visible_columns(lens))}}}"
        more = (f"{scope} : ({' OR '.join(unwanted)})",)
    limit = cap + 1 if not any(item.name in DERIVED for item in query.filters) else -1
    rows = sql.rows(
        f"SELECT r.id FROM record r WHERE r.kind = ? AND {where} ORDER BY r.sort_title LIMIT ?",
        (kind, *values, *more, limit),
    )
    return [row[0] for row in rows]


def _by_status(sql: Sql, ids: list[int], query: Query, lens: Lens, cap: int) -> Page:
    """Drop what has another status than asked: agreements by what was done, events as stored."""
    for item in query.filters:
        if item.name == "status":
            wanted = item.value.casefold().replace("-", " ")
            agreements = statuses_on(sql, ids, lens)
            events: dict[int, str] = {}
            for part in chunks(ids):
                statement = f"SELECT id, status FROM event WHERE id IN ({marks(len(part))})"
                events.update(sql.rows(statement, tuple(part)))
            said = {**events, **agreements}
            ids = [key for key in ids if (said.get(key) == wanted) != item.excluded]
    return Page(array("q", ids[:cap]), len(ids) > cap)


def _fits(sql: Sql, ids: list[int], query: Query) -> dict[int, int]:
    """How well the names of these records fit what was asked: titles, other names, acronyms."""
    titles: dict[int, list[str]] = {key: [] for key in ids}
    for part in chunks(ids):
        wanted = marks(len(part))
        for key, title, sort_title in sql.rows(
            f"SELECT id, title, sort_title FROM record WHERE id IN ({wanted})", tuple(part)
        ):
            titles[key] += [fold(title), sort_title]
        for key, name in sql.rows(
            "SELECT record_id, folded FROM name WHERE kind <> 'primary'"
            f" AND record_id IN ({wanted}) UNION ALL SELECT id, lower(acronym) FROM organization"
            f" WHERE acronym <> '' AND id IN ({wanted})",
            (*part, *part),
        ):
            titles[key].append(name)
    asked = " ".join(token for word in query.words if not word.excluded for token in tokens(word))
    return {key: min(_fit(title, asked) for title in titles[key]) for key in ids if titles[key]}


def _fit(title: str, asked: str) -> int:
    """How well a folded title fits what was asked: 0 the same, then its start, a word, its part."""
    if title == asked:
        return 0
    if title.startswith(f"{asked} "):
        return 1
    if f" {asked} " in f" {title} ":
        return 2
    if title.startswith(asked):
        return 3
    return 4 if f" {asked}" in title else 5


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a record was found: '' when its name shows it, else what and the words."""

    label: str = ""
    text: str = ""

    def __str__(self) -> str:
        return f"{self.text}, {self.label}" if self.label else ""


SHOWN = 90  # characters of a reason at most


def reasons(sql: Sql, kind: str, ids: Sequence[int], query: Query, lens: Lens) -> dict[int, Reason]:
    """Why each of these hits was found, for those whose title does not show it."""
    wanted = [token for word in query.words if not word.excluded for token in tokens(word)]
    if not wanted:
        return {}
    pieces: dict[int, list[Fragment]] = {}
    for part in chunks(ids):
        for piece in fragments(sql, kind, part):
            if lens.shows(piece.marking):
                pieces.setdefault(piece.record_id, []).append(piece)
    return {key: _reason(found, wanted) for key, found in pieces.items()}


def _reason(pieces: Sequence[Fragment], wanted: Sequence[str]) -> Reason:
    best, most = Reason(), 0
    for piece in pieces:
        text = f" {index_query(piece.text)}"
        hits = sum(f" {token}" in text for token in wanted)
        if hits > most:
            best, most = (Reason(piece.label, _around(piece.text, wanted)), hits)
            if not piece.label:
                best = Reason()
    return best


def _around(text: str, wanted: Sequence[str]) -> str:
    """The part of a long text that holds the first word asked for."""
    plain = " ".join(text.split())
    if len(plain) <= SHOWN:
        return plain
    words = plain.split(" ")
    at = next(
        (place for place, word in enumerate(words) if index_query(word).startswith(wanted[0])), 0
    )
    start = max(0, at - 4)
    cut = " ".join(words[start:])[: SHOWN - 1].rsplit(" ", 1)[0]
    return f"{'… ' if start else ''}{cut} …"
