"""The strict stages: records that bear or hold every word that is asked for, as it is spelt.

First those whose own names do, in the order of how well they fit; then those of which the words
are written anywhere. Statements here are bounded: they never look further than is numbered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.chunks import chunks, marks
from db.engine import Sql
from db.filters import DERIVED, condition
from db.fulltext import NAME, table
from db.lens import HIGHEST, Lens
from db.query import Filter, Query
from db.search.asked import Asked, scoped, term, visible_columns
from db.search.page import NAMED, WRITTEN
from db.search.rank import fits_of, in_office
from db.standing import MASK
from db.status import statuses_on

WITH_STATUS = ("agreement", "event")
RANKED = 60  # hits put in order of fit


@dataclass(frozen=True, slots=True)
class Place:
    """Where is looked: one kind, the filters as a condition on `record r`, and how far."""

    sql: Sql
    kind: str
    lens: Lens
    where: str
    values: tuple[object, ...]
    cap: int
    limit: int  # rows to ask for: one more than is numbered, or all (-1) when a filter comes after

    def match(self, text: str, limit: int) -> list[int]:
        """The first ids that an FTS5 expression matches, those who matter now before others."""
        if not text:
            return []
        name = table(self.kind)
        join = f"JOIN record r ON r.id = ({name}.rowid & {MASK})" if self.where else ""
        where = f"AND {self.where}" if self.where else ""
        rows = self.sql.rows(
            f"SELECT {name}.rowid & {MASK} FROM {name} {join} WHERE {name} MATCH ? {where}"
            f" ORDER BY {name}.rowid LIMIT ?",
            (text, *self.values, limit),
        )
        return [row[0] for row in rows]


def place_of(sql: Sql, kind: str, query: Query, lens: Lens, cap: int) -> Place:
    """Where the hits of a query may lie. What lies above the ceiling is no hit."""
    statements: list[str] = []
    values: list[object] = []
    if lens.ceiling < HIGHEST:
        statements.append("r.marking <= ?")
        values.append(lens.ceiling)
    for item in query.filters:
        if item.name in DERIVED:
            if kind not in WITH_STATUS and not item.excluded:
                statements.append("0")
        else:
            statement, more = condition(item, lens, kind)
            statements.append(statement)
            values.extend(more)
    is_derived = any(item.name in DERIVED for item in query.filters)
    limit = -1 if is_derived else cap + 1
    return Place(sql, kind, lens, " AND ".join(statements), tuple(values), cap, limit)


def strict_hits(place: Place, asked: Asked) -> tuple[dict[int, int], bool]:
    """Ids with how well they fit, best first, and whether there may be more than these.

    Of more than are numbered one more is given.
    """
    limit = place.limit
    named = place.match(asked.match(asked.named, (NAME,), place.lens), limit)
    if len(named) > RANKED:  # among so many the words themselves may not be what comes first
        whole = asked.match(asked.named, (NAME,), place.lens, whole=True)
        named = list(dict.fromkeys(place.match(whole, RANKED) + named))
    found = _ranked(place, asked, named)
    if named and asked.is_begun:
        return found, True  # the next letter will tell; until then every text would be a hit
    if limit < 0 or len(found) < limit:
        everything = asked.match(asked.words, visible_columns(place.lens), place.lens)
        for key in place.match(everything, limit):
            found.setdefault(key, WRITTEN)
    return found, False


def _ranked(place: Place, asked: Asked, named: Sequence[int]) -> dict[int, int]:
    """Those whose names hold the words, the first of them in the order of how well they fit."""
    first = named[:RANKED]
    fits = fits_of(place.sql, place.kind, first, asked.text())
    serving = in_office(place.sql, place.kind, first, place.lens)
    if asked.is_titled and named:
        # Who bears the title as well is meant; of the others it is only a name that fits.
        both = asked.match(asked.words, visible_columns(place.lens), place.lens)
        titled = set(place.match(both, RANKED))
        fits = {key: fit if key in titled else max(fit, WRITTEN) for key, fit in fits.items()}
    found = {
        key: fits[key] for key in sorted(first, key=lambda key: (fits[key], key not in serving))
    }
    found.update((key, NAMED) for key in named[RANKED:])
    return found


def scan(place: Place, query: Query, asked: Asked) -> list[int]:
    """Records by filters alone, or by what they must not say, in the order of their titles."""
    name = table(place.kind)
    where, values = place.where, list(place.values)
    if asked.unwanted:
        terms = " OR ".join(term(word) for word in asked.unwanted)
        where += f"{' AND ' if where else ''}r.id NOT IN"
        where += f" (SELECT rowid & {MASK} FROM {name} WHERE {name} MATCH ?)"
        values.append(scoped(visible_columns(place.lens), terms))
    rows = place.sql.rows(
        f"SELECT r.id FROM record r WHERE r.kind = ? {'AND ' + where if where else ''}"
        " ORDER BY r.sort_title LIMIT ?",
        (place.kind, *values, place.limit),
    )
    return [row[0] for row in rows]


def with_status(place: Place, query: Query, ids: Sequence[int]) -> Sequence[int]:
    """Only what has the status asked for, as many as are numbered and one more: agreements by what
    was done, events as stored.
    """
    asked = [item for item in query.filters if item.name in DERIVED]
    if not asked:
        return ids
    kept: list[int] = []
    for part in chunks(ids):
        said = _statuses(place, part)
        kept += [key for key in part if all(_has_status(said.get(key), item) for item in asked)]
        if len(kept) > place.cap:
            break
    return kept


def _has_status(said: str | None, item: Filter) -> bool:
    return (said == item.value.casefold().replace("-", " ")) != item.excluded


def _statuses(place: Place, ids: Sequence[int]) -> dict[int, str]:
    if place.kind == "agreement":
        return statuses_on(place.sql, list(ids), place.lens)
    found: dict[int, str] = {}
    for part in chunks(list(ids)):
        statement = f"SELECT id, status FROM event WHERE id IN ({marks(len(part))})"
        found.update(place.sql.rows(statement, tuple(part)))
    return found
