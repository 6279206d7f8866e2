"""What the values of a column look like: dates, addresses, countries, words; `guess` asks."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from db.exchange import cells as cell

VALUES = 400  # distinct values that are looked at
_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "janv",
    "fevr",
    "avr",
    "juin",
    "juil",
    "aout",
    "sept",
    "ene",
    "abr",
    "ago",
    "dic",
    "mai",
    "okt",
    "dez",
    "marz",
    "mart",
    "gen",
    "mag",
    "giu",
    "lug",
    "set",
    "ott",
]
_DATE = re.compile(
    r"[<>~≈c. ]*-?\d{3,4}(?:[-/.](?:\d{1,2}|[xX]{2}))?(?:[-/.](?:\d{1,2}|[xX]{2}))?(?:[T ].*)?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?: .*)?|\d{1,2}[./-]\d{4}"
)
_WORDED = re.compile(
    rf"(?:[a-z]{{3,9}},? )?(?:\d{{1,2}}\.?(?:st|nd|rd|th)?(?: de)? )?(?:{'|'.join(_MONTHS)})"
    r"[^\W\d_]*\.?(?: de)?(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}.*"
)
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w.-]+\.(?:org|com|int|gov|net)/\S*", re.IGNORECASE)
_QID = re.compile(r"Q[1-9]\d{0,9}")
_CODES = re.compile(r"[A-Z]{2,4}(?:-[A-Z]{2,4})+")


@dataclass(slots=True)
class Column:
    """One column's values: how many rows fill it, and the shares of what they look like (0 … 1).

    `distinct` stops growing when the column repeats itself; `unique` says that it never does.
    """

    heading: str
    filled: int = 0
    blank: int = 0
    unique: bool = True
    values: dict[str, int] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    length: float = 0.0

    def share(self, look: str) -> float:
        """The share of values with a look, reckoned when first asked for."""
        if look not in self.shares:
            self.shares[look] = _share(list(self.values), look)
        return self.shares[look]


def read_columns(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Column]:
    """What each column holds; give all rows of the file, so that uniqueness is the whole truth."""
    columns = [Column(name) for name in headers]
    seen: list[set[str] | None] = [set() for _ in headers]
    placeholders = cell.PLACEHOLDERS
    for cells in rows:
        for place, text in enumerate(cells):
            column = columns[place]
            if not text or text.strip().casefold() in placeholders:
                column.blank += 1
                continue
            column.filled += 1
            if len(column.values) < VALUES:
                column.values[text.strip()] = column.values.get(text.strip(), 0) + 1
            known = seen[place]
            if known is not None:
                if text in known:
                    column.unique, seen[place] = False, None
                else:
                    known.add(text)
    for column in columns:
        column.length = sum(map(len, column.values)) / max(len(column.values), 1)
    return columns


def is_date(text: str) -> bool:
    """Whether a text looks like a date of any precision, in figures or with a month's name.

    >>> [is_date(text) for text in ("1998-03-02?", "July 27, 1789", "2004", "12", "31.12.9999")]
    [True, True, True, False, True]
    """
    text = text.strip()
    if len(text) > 40 or not any(char.isdigit() for char in text):
        return False
    return bool(_DATE.fullmatch(text.rstrip("?~% "))) or bool(_WORDED.fullmatch(text.casefold()))


def _share(values: list[str], look: str) -> float:
    if look == "country":
        values = values[:60]
    if not values:
        return 0.0
    test = _LOOKS[look]
    return sum(test(value) for value in values) / len(values)


def is_country(text: str) -> bool:
    """Whether a text names a country or is one of its codes."""
    return _country(text) is not None


def _country(text: str) -> str | None:
    try:
        countries = importlib.import_module("db.countries")
    except ImportError:
        return None
    found: str | None = countries.country_code(text)
    return found


_LOOKS: dict[str, Callable[[str], bool]] = {
    "date": is_date,
    "full date": lambda text: is_date(text) and len(text) > 5,
    "url": lambda text: bool(_URL.match(text)),
    "wikidata": lambda text: bool(_QID.fullmatch(text)),
    "number": lambda text: text.replace(".", "", 1).replace(",", "").lstrip("-+").isdigit(),
    "boolean": lambda text: cell.read_boolean(text) is not None,
    "country": is_country,
    "codes": lambda text: bool(_CODES.fullmatch(text)),
    "token": lambda text: " " not in text and len(text) < 60,
    "name": lambda text: any(char.isalpha() for char in text) and not is_date(text),
}
