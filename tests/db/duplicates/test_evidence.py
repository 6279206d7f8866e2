"""Rules of evidence: each speaks for, against, or not at all."""

from __future__ import annotations

import pytest

from db.duplicates.evidence import RULES, apart, names_alike, weigh
from db.duplicates.pair_facts import Bearer
from db.record_types import KINDS


def test_nothing_known_says_nothing() -> None:
    for kind in KINDS:
        assert weigh(kind, Bearer(1, "a", ""), Bearer(2, "b", "")) == []
    assert set(RULES) == set(KINDS)


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (("1950-01-01", "1950-12-31"), ("1950-06-01", "1950-06-01"), False),
        (("1950-01-01", "1950-12-31"), ("1951-01-01", "1951-01-01"), True),
        ((None, "1950-12-31"), ("1951-01-01", None), True),
        ((None, None), ("1951-01-01", "1951-01-01"), False),
        (("1950-01-01", None), (None, "1960-01-01"), False),
    ],
)
def test_dates_contradict_only_where_no_day_fits_both(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], says: bool
) -> None:
    assert apart(one, other) is apart(other, one) is says


def test_a_name_with_an_initial_makes_no_two_people_one() -> None:
    one = Bearer(1, "Dariush Pourchian", "", names=["F. Pourchian"])
    other = Bearer(2, "Behrouz Pourchian", "", names=["F. Pourchian"])
    assert names_alike("person", one, other).score < 0.8
