"""Made-up dates of every precision a desk holds: days, months, seasons, decades, spans, words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from random import Random

from db.dates import HistoricalDate
from db.storage.row_mapping import DateValues, date_values

NOTHING: DateValues = (None, None, None, None)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = (21, 22, 23, 24)  # EDTF level 1: spring, summer, autumn, winter


@lru_cache(maxsize=1 << 17)
def columns(text: str) -> DateValues:
    """The four columns of a written date.

    >>> columns("1962-03")[:3]
    ('1962-03', '1962-03-01', '1962-03-31')
    """
    return date_values(HistoricalDate.parse(text))


def day(random: Random, year: int) -> str:
    """A certain day of a year."""
    return f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def _span(random: Random, year: int) -> str:
    return f"{day(random, year)}/{day(random, year + 1)}"


# share of a hundred → how such a date is written
SORTS: tuple[tuple[int, Callable[[Random, int], str]], ...] = (
    (58, day),
    (15, lambda random, year: f"{year}-{random.randint(1, 12):02}"),
    (12, lambda _random, year: str(year)),
    (4, lambda _random, year: f"{year}~"),
    (3, lambda random, year: f"{year}-{random.choice(SEASONS)}"),
    (2, lambda _random, year: f"{year // 10}X"),
    (2, _span),
    (2, lambda random, year: f"late {random.choice(MONTHS)} {year}"),
    (2, lambda random, year: f"mid-{random.choice(MONTHS)} {year}"),
)
_WRITERS = tuple(write for share, write in SORTS for _ in range(share))


def made_date(random: Random, first: int, last: int) -> DateValues:
    """The columns of some date between two years."""
    year = random.randint(min(first, last), last)
    return columns(_WRITERS[int(random.random() * len(_WRITERS))](random, year))
