"""The days that the chronology is filtered to: those dragged over in the band, or those it shows.

The timeline's tab and its band ask it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db import iso_day, parse_query

if TYPE_CHECKING:
    from db import Query

_DAYS: Final = "held"  # the filter of days


def within_days(query: Query, first: str, last: str) -> Query:
    """Return a query narrowed to some days, in place of any it has.

    >>> within_days(parse_query("visit held:2025"), "2025-08-01", "2025-08-31").text_of()
    'visit held:2025-08-01..2025-08-31'
    """
    wanted = parse_query(f"{_DAYS}:{iso_day(first)}..{iso_day(last)}").filters[0]
    return without_span(query).with_filter(wanted)


def without_span(query: Query) -> Query:
    """Return a query without the days that it asks for.

    >>> without_span(parse_query("visit held:2025")).text_of()
    'visit'
    """
    for old in query.filters:
        if old.name == _DAYS:
            query = query.without(old)
    return query
