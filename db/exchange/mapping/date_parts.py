"""A date out of the cells for its year, its month and its day; `row_values` asks.

A template of two or three columns with hyphens between them, as `{year}-{month}-{day}`, is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.exchange.mapping.template import template_columns

_TEMPLATE = re.compile(r"\{[^{}]*\}(?:-\{[^{}]*\}){1,2}")
_UNKNOWN = frozenset(("", "0", "00", "-9", "-99", "99", "-1", "-8", "-7"))


def date_columns(template: str) -> list[str]:
    """Return the columns of year, month and day, none where a template is of something else.

    >>> date_columns("{y}-{m}-{d}"), date_columns("{d}.{m}.{y}")
    (['y', 'm', 'd'], [])
    """
    return template_columns(template) if _TEMPLATE.fullmatch(template) else []


def date_text(parts: Sequence[str]) -> str:
    """Return a date as far as its parts are known, the year first.

    >>> date_text(["1961", "5", "12"]), date_text(["1961", "", "12"]), date_text(["", "5", "1"])
    ('1961-05-12', '1961', '')
    >>> date_text(["2004", "Kasım", "2"]), date_text(["1990", "3", "-9"])
    ('2 Kasım 2004', '1990-03')
    """
    known = []
    for part in (part.strip().removesuffix(".0") for part in parts):
        if part in _UNKNOWN:
            break
        known.append(part)
    if len(known) > 1 and not known[1].isdigit():
        return " ".join(reversed(known))
    return "-".join([*known[:1], *(part.zfill(2) for part in known[1:])])
