"""Offices by the words of their title, body and country, the best match first, with their holders.

The command `holders`, pickers and texts that are taken in ask it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from db.errors import Refused
from db.lens import Lens, shows
from db.lists.office_keys import office_key
from db.lists.offices import Holder, tenures_of
from db.lists.titles.names_then import read_names_then
from db.lists.titles.tenure_titles import HELD
from db.names import fold
from db.storage.engine import Sql
from db.tables.references import OfficeRef, Ref
from db.vocabulary.countries import country_code

MAX_OFFICE_WORDS: Final = 12  # words of a text that are looked for
MAX_COUNTRY_WORDS: Final = 5  # words of a country's name
MAX_COMPARED_OFFICES: Final = 5_000  # offices among which the best are chosen
MAX_FOUND_OFFICES: Final = 500  # offices with their holders in one answer
_WORDS: Final = (
    "' ' || o.folded || ' ' || r.sort_title || ' ' || lower(g.acronym || ' ' || r.country) || ' '"
)


class Fit(NamedTuple):
    """How well an office answers a text, least first: words that are only begun, words of the
    title that were not asked for, and its length.
    """

    is_part: bool
    is_begun: bool
    unasked: int
    length: int


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """An office with who may hold it on the day, the best known first; `last` held it before,
    where nobody does now.
    """

    office: OfficeRef
    holders: tuple[Holder, ...]
    last: Holder | None = None

    @property
    def knowledge(self) -> int:
        """How much is known of who holds it, 0 the most: with dates, without, vacant, nothing."""
        dated = [each for each in self.holders if each.since or each.until]
        if any(each.certainty == HELD for each in dated):
            return 0
        if self.holders:
            return 1 if dated else 2
        return 3 if self.last is not None else 4


def find_offices(
    sql: Sql, text: str, lens: Lens, limit: int = MAX_FOUND_OFFICES
) -> list[OfficeRef]:
    """Return offices whose title, body, acronym and country hold every word, best first."""
    return [office for _, office in _fitting(sql, text, lens)[:limit]]


def find_holders(sql: Sql, text: str, lens: Lens) -> list[FoundOffice]:
    """Return the offices that a text names with their holders on the lens's day: a whole title
    before a part of one, then who is known with dates.
    """
    fitting = _fitting(sql, text, lens)[:MAX_FOUND_OFFICES]
    holders: dict[int, list[Holder]] = {}
    for holder in tenures_of(sql, [office.id for _, office in fitting], lens):
        holders.setdefault(holder.office.id, []).append(holder)
    found = [
        (fit, _with_holders(office, holders.get(office.id, ()), lens)) for fit, office in fitting
    ]
    found.sort(
        key=lambda each: (each[0].is_part, each[0].is_begun, each[1].knowledge, each[0].unasked)
    )
    return [office for _, office in found]


def _with_holders(office: OfficeRef, tenures: Sequence[Holder], lens: Lens) -> FoundOffice:
    holders = [each for each in tenures if each.certainty]
    holders.sort(key=lambda each: (each.certainty != HELD, each.since is None, each.acting))
    before = [each for each in tenures if _ended_before(each, lens.as_of)]
    last = max(before, key=_order_of_end, default=None)
    return FoundOffice(office, tuple(holders), None if holders else last)


def _ended_before(holder: Holder, day: str) -> bool:
    until = holder.until
    return until is not None and until.last is not None and until.last < day


def _order_of_end(holder: Holder) -> tuple[str, str]:
    """Return when somebody left, and began, to tell who was the last."""
    since, until = holder.since, holder.until
    return (until and until.first) or "", (since and since.first) or ""


def _fitting(sql: Sql, text: str, lens: Lens) -> list[tuple[Fit, OfficeRef]]:
    words = fold(text).split()[:MAX_OFFICE_WORDS]
    if not words:
        raise Refused("Say which office, as in “foreign minister pakistan”.")
    ways: list[str] = []
    values: list[object] = [lens.ceiling]
    for country, rest in _with_country(words):
        likes = " AND ".join(f"{_WORDS} LIKE ?" for _ in rest)
        ways.append(f"((? = '' OR r.country = ?) AND {likes})")
        values += [country, country, *map(_pattern, rest)]
    rows = sql.rows(
        "SELECT o.id, o.title, r.id, r.title, o.folded, r.sort_title, g.acronym, r.country"
        " FROM office o JOIN record r ON r.id = o.record_id JOIN organization g ON g.id = r.id"
        f" WHERE {shows('r.marking')} AND ({' OR '.join(ways)}) LIMIT ?",
        (*values, MAX_COMPARED_OFFICES),
    )
    fitting = [(_fit(text, words, row), row) for row in rows]
    fitting.sort(key=lambda each: (each[0], each[1][3]))
    names = read_names_then(sql, {row[2] for _, row in fitting}, lens)
    return [
        (fit, OfficeRef(row[0], row[1], Ref(row[2], names.get(row[2], row[3]), "organization")))
        for fit, row in fitting
    ]


def _pattern(word: str) -> str:
    """Return how a word is looked for: a number stands whole, “1” is no beginning of “10”.

    >>> _pattern("1"), _pattern("minist")
    ('% 1 %', '% minist%')
    """
    return f"% {word} %" if word.isdecimal() else f"% {word}%"


def _fit(text: str, words: Sequence[str], row: Any) -> Fit:
    _, title, _, body, folded, sort_title, acronym, country = row
    whole = {*folded.split(), *sort_title.split(), *fold(f"{acronym} {country}").split()}
    begun_words = [word for word in words if word not in whole and country_code(word) != country]
    own = set(office_key(title, body).split())
    wanted = set(office_key(text, body).split())
    unasked = len(own - wanted)
    is_whole = folded == fold(text) or not unasked
    return Fit(not is_whole, bool(begun_words) and not is_whole, unasked, len(folded))


def _with_country(words: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the words as they stand, then each reading of some of them as the name of a country.

    >>> list(_with_country(["minister", "sri", "lanka"]))
    [('', ['minister', 'sri', 'lanka']), ('lk', ['minister'])]
    """
    yield "", words
    for start in range(len(words)):
        for end in range(start + 1, min(start + MAX_COUNTRY_WORDS, len(words)) + 1):
            rest = [*words[:start], *words[end:]]
            code = country_code(" ".join(words[start:end])) if rest else None
            if code:
                yield code, rest
