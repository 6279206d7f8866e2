"""Agreements by a citation of a treaty series, in whatever spelling it is typed or stored.

"TS 2/1929" finds the agreement whose reference is "Treaty Series No. 2 (1929), Cmd. 3254". The
index gives those that hold its figures; their references are read and compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.law.series import REGISTERED, SERIES, SeriesCitation, read_series
from db.search.exact.exact_hits import SearchScope
from db.search.exact.search_terms import scope_expression, visible_columns
from db.storage.id_lists import LISTED, listed

MAX_COMPARED: Final = 2_000  # agreements whose references are read
_NEAR_WORDS: Final = 6  # words that may stand between the figures of a citation
_PADDED_DIGITS: Final = (3, 4, 5)  # "ETS No. 005"
_PARTS: Final = ("I", "II")  # of the register
_SHORT_LETTERS: Final = 6  # of a series' name that may be written with points


def find_by_series(place: SearchScope, typed: str) -> list[int]:
    """Return the agreements that bear every citation in what was typed; none where it has none."""
    wanted = read_series(typed)
    if not wanted:
        return []
    expression = " AND ".join(f"({_expression(each)})" for each in wanted)
    scope = scope_expression(visible_columns(place.lens), expression)
    numbered = (key for each in wanted for key in _by_number(place, each))
    candidates = list(dict.fromkeys((*place.match(scope, MAX_COMPARED), *numbered)))
    by_id = {key: read_series(text) for key, text in _references(place, candidates).items()}
    return [
        key
        for key in candidates
        if all(any(_is_same(each, own) for own in by_id.get(key, ())) for each in wanted)
    ]


def _is_same(wanted: SeriesCitation, own: SeriesCitation) -> bool:
    """Say whether a citation is the one typed; in which part of the register neither need say."""
    return wanted.is_within(own) or (wanted.series == REGISTERED and own.is_within(wanted))


def _by_number(place: SearchScope, wanted: SeriesCitation) -> list[int]:
    """Return the agreements that a register numbers so: the index has its number alone."""
    figures = wanted.numbers()
    if len(figures) > 1:
        return []
    conditions = [place.where, *(f"r.id {each}" for each in place.among)]
    more = "".join(f" AND {each}" for each in conditions if each)
    values = _spellings(figures[0])
    if wanted.series == REGISTERED:
        values += [f"{part}-{figures[0]}" for part in _PARTS]
    places = ",".join("?" * len(values))
    rows = place.sql.rows(
        "SELECT r.id FROM identifier i JOIN record r ON r.id = i.record_id"
        f" WHERE i.about = '' AND i.value IN ({places}) AND r.kind = 'agreement'{more} LIMIT ?",
        (*values, *place.values, MAX_COMPARED),
    )
    return [row[0] for row in rows]


def _references(place: SearchScope, ids: list[int]) -> dict[int, str]:
    """Return what is written of these agreements that may cite a series."""
    rows = place.sql.rows(
        "SELECT id, reference || '; ' || CASE WHEN registration GLOB '*[^0-9]*' THEN '' ELSE"
        " 'UN Reg. ' END || registration FROM agreement"
        f" WHERE id IN ({LISTED}) UNION ALL SELECT record_id, scheme || ' ' || value"
        f" FROM identifier WHERE about = '' AND record_id IN ({LISTED.replace('?', '?1')})",
        (listed(ids),),
    )
    found: dict[int, str] = {}
    for key, text in rows:
        found[key] = f"{found[key]}; {text}" if key in found else str(text)
    return found


def _expression(wanted: SeriesCitation) -> str:
    """Return what the index is asked for: the figures near each other, or one beside its series."""
    figures = wanted.numbers()
    if len(figures) > 1:
        first, *rest = figures
        ways = [" ".join(f'"{each}"' for each in (one, *rest)) for one in _spellings(first)]
        return " OR ".join(f"NEAR({way}, {_NEAR_WORDS})" for way in ways)
    if wanted.series == REGISTERED:  # it may stand without a name
        return _any_of(_spellings(figures[0]))
    names = [name for name in SERIES[wanted.series].names.split("|") if len(name) <= _SHORT_LETTERS]
    words = _any_of([*names, *(" ".join(name) for name in names)])
    return f"{words} AND {_any_of(_spellings(figures[0]))}"


def _any_of(phrases: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{each}"' for each in phrases) + ")"


def _spellings(figure: str) -> list[str]:
    """Return a figure with and without zeros before it."""
    return list(dict.fromkeys((figure, *(figure.zfill(digits) for digits in _PADDED_DIGITS))))
