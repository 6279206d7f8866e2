"""The strict stages: records that bear or hold every word that is asked for, as it is spelt.

First those whose own names do, in the order of how well they fit; then those of which the words
are written anywhere. Statements here are bounded: they never look further than is numbered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from db.law.acts import AgreementFacts
from db.lens import HIGHEST, Lens, shows
from db.lists.law.agreement_clock import PARTY_STAGES, law_days, party_stages, read_facts
from db.lists.record_lists import Stretch, sorting, stretches
from db.lists.status import describe_status, plain_status
from db.names import fold
from db.query import Filter, Query
from db.search.exact.filter_cache import Lists
from db.search.exact.filters import condition, is_derived, narrows, party_ids, stored_status
from db.search.exact.hits import NAMED, PART, WRITTEN
from db.search.exact.rank import fit, fits_of, in_office
from db.search.exact.search_terms import SearchTerms, scope_expression, term, visible_columns
from db.search.index.fulltext import NAME, table
from db.search.index.relevance_rank import RECORD_ID_MASK
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces

MAX_RANKED_HITS = 60  # hits put in order of fit
ENOUGH_EXACT_HITS = 10  # with so many hits that are spelt as asked no others are looked for
# Times as many as are numbered are asked for at first where a filter comes after.
HITS_AHEAD_FACTOR = 4
MAX_SORTED_IDS = 40_000  # ids that are rather met on the way through all titles than put in order
NONE: Lists = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SearchScope:
    """Where is looked: one kind, the filters as a condition on `record r`, and how far.

    `among` are what ids must be besides: in one kept list, not in another; the shortest of those
    they must be in has `fewest`.
    """

    sql: Sql
    kind: str
    lens: Lens
    where: str
    values: tuple[object, ...]
    cap: int
    limit: int  # rows to ask for: one more than is numbered, more when a filter comes after
    among: tuple[str, ...] = ()
    fewest: int = MAX_SORTED_IDS
    order: str = ""  # of a list, for hits that fit no better one than the other
    descending: bool = False

    def match(self, text: str, limit: int) -> list[int]:
        """Return the first ids that an FTS5 expression matches, those that matter now first."""
        if not text or self.fewest == 0:
            return []
        name = table(self.kind)
        join = f"JOIN record r ON r.id = ({name}.rowid & {RECORD_ID_MASK})" if self.where else ""
        where = f"AND {self.where}" if self.where else ""
        among = "".join(f" AND ({name}.rowid & {RECORD_ID_MASK}) {each}" for each in self.among)
        rows = self.sql.rows(
            f"SELECT {name}.rowid & {RECORD_ID_MASK} FROM {name} {join} WHERE {name} MATCH ?"
            f" {among} {where} ORDER BY {name}.rowid LIMIT ?",
            (text, *self.values, limit),
        )
        return [row[0] for row in rows]


def place_of(
    sql: Sql, kind: str, query: Query, lens: Lens, cap: int, lists: Lists = NONE
) -> SearchScope:
    """Say where the hits of a query may lie. What lies above the ceiling is no hit.

    `lists` are the ids that filters name, where these were listed before.
    """
    statements: list[str] = []
    values: list[object] = []
    if lens.ceiling < HIGHEST:
        statements.append(shows("r.marking"))
        values.append(lens.ceiling)
    among = [f"{'NOT ' * item.excluded}IN temp.{each.table}" for item, each in lists.items()]
    sizes = [each.size for item, each in lists.items() if not item.excluded]
    for item in query.filters:
        if item not in lists and narrows(item, kind):
            statement = condition(item, lens, kind)
            statements.append(statement.where)
            values.extend(statement.values)
    is_cut_later = any(is_derived(item, kind) for item in query.filters)
    limit = HITS_AHEAD_FACTOR * cap if is_cut_later else cap + 1
    where = " AND ".join(statements)
    fewest = min(sizes, default=MAX_SORTED_IDS)
    return SearchScope(sql, kind, lens, where, tuple(values), cap, limit, tuple(among), fewest)


def find_exact(
    place: SearchScope, terms: SearchTerms, *, thorough: bool
) -> tuple[dict[int, int], bool]:
    """Return ids with how well they fit, best first, and whether there may be more than these.

    Of more than are numbered one more is given. While one types, texts are left aside where they
    would all have to be looked through for what the names have answered already.
    """
    limit = place.limit
    by_name = place.match(terms.match(terms.name_words, (NAME,), place.lens), limit)
    if (
        len(by_name) > MAX_RANKED_HITS
    ):  # among so many the words themselves may not be what comes first
        whole = terms.match(terms.name_words, (NAME,), place.lens, whole=True)
        by_name = list(dict.fromkeys(place.match(whole, MAX_RANKED_HITS) + by_name))
    found = _rank(place, terms, by_name)
    is_answered = terms.is_begun or (terms.is_narrowed and len(by_name) >= ENOUGH_EXACT_HITS)
    if by_name and is_answered and not thorough:
        return found, True  # for now: the next letter will tell, or the search that is thorough
    if len(found) < limit:
        everything = terms.match(terms.words, visible_columns(place.lens), place.lens)
        for key in place.match(everything, limit):
            found.setdefault(key, PART if terms.has_initials else WRITTEN)
    return found, False


def _rank(place: SearchScope, terms: SearchTerms, ids: Sequence[int]) -> dict[int, int]:
    """Return those whose names hold the words, the first of them by how well they fit."""
    first = ids[:MAX_RANKED_HITS]
    fits = plain = fits_of(place.sql, place.kind, first, terms.text())
    serving = in_office(place.sql, place.kind, first, place.lens)
    if terms.is_titled and ids:
        # Who bears the title as well is meant; of the others it is only a name that fits.
        both = terms.match(terms.words, visible_columns(place.lens), place.lens)
        titled = set(place.match(both, MAX_RANKED_HITS))
        fits = {key: it if key in titled else max(it, WRITTEN) for key, it in fits.items()}
    others = _called_otherwise(place, [key for key in first if plain[key] == 0], terms)
    order = sorted(
        first, key=lambda key: (fits[key], plain[key], key in others, key not in serving)
    )
    found = {key: fits[key] for key in order}
    found.update((key, NAMED) for key in ids[MAX_RANKED_HITS:])
    return found


def _called_otherwise(place: SearchScope, ids: Sequence[int], terms: SearchTerms) -> set[int]:
    """Return those of several called just so that have another title: an alias says less."""
    if len(ids) < 2:
        return set()
    wanted = terms.text()
    rows = place.sql.rows(f"SELECT id, title FROM record WHERE id IN ({LISTED})", (listed(ids),))
    return {key for key, title in rows if fit(fold(title), wanted, wanted.split()) > 0}


def read_hits(
    place: SearchScope, interpretations: Sequence[SearchTerms], found: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, SearchTerms]]:
    """Return those whose names hold the words of one of some readings of a query, best first, with
    the reading of each.

    Of whom everything is written, title and all, fits as well as the name does; of the others it
    is only a name that fits.
    """
    plain: dict[int, int] = {}
    by: dict[int, SearchTerms] = {}
    for each in interpretations:
        keys = place.match(each.match(each.name_words, (NAME,), place.lens), MAX_RANKED_HITS)
        for key, grade in fits_of(place.sql, place.kind, keys, each.text()).items():
            if grade < plain.get(key, NAMED):
                plain[key], by[key] = grade, each
    serving = in_office(place.sql, place.kind, list(plain), place.lens)
    fits = {key: it if key in found else max(it, WRITTEN) for key, it in plain.items()}
    order = sorted(plain, key=lambda key: (fits[key], plain[key], key not in serving))
    return {key: fits[key] for key in order}, by


def scan(place: SearchScope, query: Query, search_terms: SearchTerms) -> list[int]:
    """Return records by filters alone, or by what they must not say, in the list's order."""
    name = table(place.kind)
    # A plus keeps SQLite from that way: few are looked up and put in order, many met on the way.
    is_few = place.fewest < MAX_SORTED_IDS
    by_kind, by_id = ("+", "") if is_few else ("", "+")
    where = [f"{by_kind}r.kind = ?", *(f"{by_id}r.id {each}" for each in place.among)]
    values = [place.kind, *place.values]
    if place.where:
        where.append(place.where)
    if search_terms.unwanted:
        terms = " OR ".join(term(word) for word in search_terms.unwanted)
        where.append(
            f"r.id NOT IN (SELECT rowid & {RECORD_ID_MASK} FROM {name} WHERE {name} MATCH ?)"
        )
        values.append(scope_expression(visible_columns(place.lens), terms))
    if is_few:
        parts = [Stretch(*sorting(place.kind, place.order, descending=place.descending))]
    else:
        parts = stretches(place.sql, place.kind, place.order, descending=place.descending)
    ids: list[int] = []
    for part in parts:
        ids += _scan_part(place, part, where, values, place.limit - len(ids))
        if len(ids) >= place.limit:
            break
    return ids


def _scan_part(
    place: SearchScope, part: Stretch, where: Sequence[str], values: Sequence[Any], limit: int
) -> list[int]:
    clauses = " AND ".join([*where, part.where] if part.where else where)
    rows = place.sql.rows(
        f"SELECT r.id FROM record r {part.join} WHERE {clauses} ORDER BY {part.order_by} LIMIT ?",
        (*values, *part.values, limit),
    )
    return [row[0] for row in rows]


def with_status(place: SearchScope, query: Query, ids: Sequence[int]) -> Sequence[int]:
    """Return only the agreements of which the law says what is asked for, as it follows from what
    was done: as many as are numbered and one more.
    """
    derived = [item for item in query.filters if is_derived(item, place.kind)]
    if not derived:
        return ids
    fitting: list[int] = []
    tests = [_law_test(place, query, item) for item in derived]
    for part in pieces(ids):
        facts = read_facts(place.sql, part, place.lens)
        fitting += [key for key in part if all(test(facts[key]) for test in tests)]
        if len(fitting) > place.cap:
            break
    return fitting


def _law_test(place: SearchScope, query: Query, item: Filter) -> Callable[[AgreementFacts], bool]:
    """Return what an agreement is looked at for; with a party that is sought, that of the party."""
    day = place.lens.as_of
    parties = {
        row[0]
        for each in query.filters
        if (each.name == "party" and not each.excluded) or (each is item and item.name == "bound")
        for row in place.sql.rows(*party_ids(each, place.lens))
    }

    def test(facts: AgreementFacts) -> bool:
        if item.name == "bound":
            found = "in force" in party_stages(facts, parties, day)
        elif item.name == "status":
            found = _has_status(facts, parties, stored_status(item), day)
        else:
            first, last = law_days(facts, item.name, day)
            low, high = item.first or "", item.last or "9999-12-31"
            found = first is not None and first <= high and (last or "9999-12-31") >= low
        return found != item.excluded

    return test


def _has_status(facts: AgreementFacts, parties: Collection[int], wanted: str, day: str) -> bool:
    if parties and wanted in PARTY_STAGES:
        return wanted in party_stages(facts, parties, day)
    status = describe_status(facts, day)
    return wanted in (status, plain_status(status))
