"""What a query asks, in the words of people: on sheets, in titles, file names, lists and messages.

The syntax of the search box (`country:pk held:2000..2020`) is for typing, and stands nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from db import (
    MARKINGS,
    Filter,
    HistoricalDate,
    Query,
    Refused,
    Word,
    country_code,
    country_name,
    is_edtf,
    marking_level,
)
from desktop.paper.content.first_letters import open_sentence
from desktop.paper.content.isolates import isolate

_YEAR: Final = re.compile(r"\d{1,4}")
_PHRASES: Final = {
    "office": "office “{}”",
    "party": "with {}",
    "bound": "binding {}",
    "place": "at {}",
    "depositary": "kept by {}",
    "topic": "about {}",
    "tag": "about {}",
    "in": "in {}",
    "id": "identifier {}",
}


def range_words(text: str) -> str:
    """Return a span of time as a title says it; what is no date stands as it is typed.

    >>> range_words("2000..2020"), range_words("2025-05..2025-07"), range_words("2025-05..")
    ('2000–2020', 'May 2025 – July 2025', 'since May 2025')
    >>> range_words("..2020"), range_words("1974"), range_words("soon"), range_words("2000/2020")
    ('until 2020', '1974', 'soon', '2000–2020')
    """
    first, dots, last = text.strip().partition("..")
    try:
        if not dots or is_edtf(text.strip()):
            return _without_gaps(HistoricalDate.parse(text.strip()).phrase())
        begin, end = (
            HistoricalDate.parse(each).phrase() if each.strip() else "" for each in (first, last)
        )
    except Refused:
        return text
    if begin and end:
        return _without_gaps(f"{begin} – {end}")
    return f"until {end}" if end else f"since {begin}" if begin else text


def _without_gaps(text: str) -> str:
    """Return two years with a dash between them, as books print them."""
    first, dash, last = text.partition(" – ")
    is_years = dash and _YEAR.fullmatch(first) and _YEAR.fullmatch(last)
    return f"{first}–{last}" if is_years else text


_DATED = {
    "held": "", "signed": "signed", "in-force": "in force from", "terminated": "ended",
    "keep-until": "with retention date",
}  # fmt: skip


def filter_words(item: Filter) -> str:
    """Return one filter as people say it.

    >>> from db import parse_query
    >>> text = "country:pk status:in-force -type:visit held:2000..2020 marking:1 with:FWO"
    >>> [filter_words(item) for item in parse_query(text).filters]
    ['Pakistan', 'in force', 'not visit', '2000–2020', 'restricted', 'with FWO']
    """
    phrase = _positive(item)
    return f"not {phrase}" if item.excluded else phrase


def _positive(item: Filter) -> str:
    value = " ".join(item.value.split())
    if item.name == "country":
        code = country_code(value)
        return country_name(code) if code else isolate(value)
    if item.name in _DATED:
        return f"{_DATED[item.name]} {range_words(value)}".lstrip()
    if item.name in ("status", "type", "laterality"):
        return isolate(value.replace("-", " "))
    if item.name == "marking":
        return _marking(value)
    return _PHRASES[item.name].format(isolate(value))


def _marking(value: str) -> str:
    try:
        return MARKINGS[marking_level(value)]
    except ValueError:
        return value


def _word(word: Word) -> str:
    quoted = f"“{isolate(word.text)}”" if word.exact else isolate(word.text)
    return f"not {quoted}" if word.excluded else quoted


def only_words(query: Query) -> str:
    """Return what of everything a query keeps, after the number of entries; words are quoted
    together.

    >>> from db import parse_query
    >>> only_words(parse_query("country:pk held:2000..2020")), only_words(parse_query(""))
    ('Pakistan, 2000–2020', '')
    >>> only_words(parse_query('asim munir -"Ishaq Dar" country:pk'))
    '“asim munir”, not “Ishaq Dar”, Pakistan'
    """
    return ", ".join(_only(query))


def _only(query: Query) -> Iterator[str]:
    plain = " ".join(word.text for word in query.words if not word.excluded and not word.exact)
    if plain:
        yield f"“{isolate(plain)}”"
    yield from (_word(word) for word in query.words if word.exact and not word.excluded)
    yield from (f"not “{isolate(word.text)}”" for word in query.words if word.excluded)
    yield from (filter_words(item) for item in query.filters)


def query_words(query: Query) -> str:
    """Return what a query asks, as a title says it.

    >>> from db import parse_query
    >>> query_words(parse_query("minister country:pk type:visit -trade"))
    'Minister · not trade · Pakistan · visit'
    """
    parts = [*map(_word, query.words), *map(filter_words, query.filters)]
    return open_sentence(" · ".join(parts))
