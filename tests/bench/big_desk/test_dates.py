"""Made-up dates: every sort as often as its share says, and always readable."""

from __future__ import annotations

from random import Random

from db import HistoricalDate
from tests.bench.big_desk.dates import SORTS, columns, made_date


def test_the_shares_are_of_a_hundred() -> None:
    assert sum(share for share, _ in SORTS) == 100


def test_every_sort_is_read_within_its_years() -> None:
    for _, write in SORTS:
        found = HistoricalDate.parse(write(Random(1), 1985))
        assert found.first and found.last and "1980" <= found.first <= found.last < "1990"


def test_dates_of_one_seed_are_alike_and_most_are_days() -> None:
    one, two = ([made_date(Random(3), 1900, 2020) for _ in range(2)] for _ in range(2))
    assert one == two
    random = Random(4)
    made = [made_date(random, 1900, 2020) for _ in range(2_000)]
    days = sum(first == last for _, first, last, _ in made)
    assert 0.5 < days / len(made) < 0.66


def test_the_columns_of_a_date_are_those_that_are_stored() -> None:
    date = HistoricalDate.parse("late July 2025")
    assert columns("late July 2025") == (date.edtf, date.first, date.last, date.words)
