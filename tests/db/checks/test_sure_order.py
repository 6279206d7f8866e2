"""Only what is sure whatever the day was."""

from __future__ import annotations

import pytest

from db.checks.sure_order import first_of, is_before, last_of, may_hold_on, phrase
from tests.db.checks.case_desk import day


@pytest.mark.parametrize(
    "one, other, before",
    [
        ("2019", "2020", True),
        ("2019", "2019-06", False),
        ("2019-12-31", "2020-01-01", True),
        ("2019-12", "2019-12-31", False),
        ("2019/..", "2020", False),  # open
        (None, "2020", False),
        ("2020", None, False),
    ],
)
def test_before_is_said_of_what_cannot_be_otherwise(
    one: str | None, other: str | None, before: bool
) -> None:
    assert is_before(day(one), day(other)) == before


def test_first_and_last_pass_over_what_is_not_known() -> None:
    early, late = day("1999-05"), day("2001")
    assert first_of(late, None, early) is early and last_of(late, None, early) is late
    assert first_of(None) is None and last_of() is None


@pytest.mark.parametrize(
    "since, until, may",
    [
        ("2000", "2002", True),
        ("2001-06", "2002", True),  # perhaps before
        ("2002", None, False),
        (None, None, True),
        (None, "2000", False),
    ],
)
def test_a_span_may_cover_what_it_does_not_surely_miss(
    since: str | None, until: str | None, may: bool
) -> None:
    when = day("2001")
    assert when is not None and may_hold_on(day(since), day(until), when) == may


def test_no_date_is_no_words() -> None:
    assert (phrase(None), phrase(day("2001"))) == ("", "2001")
