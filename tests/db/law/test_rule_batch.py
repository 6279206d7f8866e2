"""A rule in words and a day give the first day of the new state, or say why not."""

from __future__ import annotations

import pytest

from db.law.rule_batch import read_rule_on

READ = (
    ("50 deposits + 90 days", "2020-10-24", "2021-01-22"),
    ("60 deposits + 60 days, then first of next month", "2003-01-31", "2003-05-01"),
    ("90 days", "2020-10-24", "2021-01-22"),
    ("on deposit", "2020-10-24", "2020-10-24"),
    ("signature", "2020-10-24", "2020-10-24"),
    ("exchange of notes + 30 days", "2020-10-24", "2020-11-23"),
    ("6 deposits incl. NL, NO, SU, GB, US", "1948-11-10", "1948-11-10"),
    ("1989-01-01 if 11 deposits, else + 90 days", "1988-12-16", "1989-01-01"),
    ("1989-01-01 if 11 deposits, else + 90 days", "1989-03-01", "1989-05-30"),
    ("2 deposits, first of 6th month, and in force: CISG", "2010-02-16", "2010-08-01"),
    ("3 months, then first of next month", "2021-03-22", "2021-07-01"),
    ("1 year, from the day after", "2014-12-31", "2016-01-01"),
    ("30 June, notice by 1 January", "2018-12-26", "2019-06-30"),
    ("31 December of the next year", "2018-12-26", "2019-12-31"),
    ("12 months, not before 3 years", "2019-11-04", "2020-11-04"),
    ("window 1 year every 10 years from entry into force", "1942-08-01", "1943-08-01"),
    ("12 months, sunset 20 years", "2019-11-04", "2020-11-04"),
    ("10 years, tacit, notice 6 months before the end", "2015-11-25", "2025-11-25"),
    ("24 October 2020", "2020-10-24", None),
    ("none", "2020-10-24", None),
    ("", "2020-10-24", None),
    ("whenever", "2020-10-24", None),
    ("90 days", "", None),
    ("90 days", "before 1990", None),
    ("90 days", "03/04/2020", None),
    ("90 days", "October 2020", "[2020-12-30..2021-01-29]"),
)


@pytest.mark.parametrize(("rule", "trigger", "day"), READ)
def test_a_rule_and_a_day_give_the_day_of_the_new_state(
    rule: str, trigger: str, day: str | None
) -> None:
    found = read_rule_on(rule, trigger)
    assert found.day == day
    assert found.why if day is None else "→" in found.reads


def test_what_the_day_hangs_on_is_told() -> None:
    told = {rule: read_rule_on(rule, "2020-10-24").why for rule, _, _ in READ}
    assert "CISG" in told["2 deposits, first of 6th month, and in force: CISG"]
    assert "3 years after entry into force" in told["12 months, not before 3 years"]
    assert "20 years" in told["12 months, sunset 20 years"]
    assert told["50 deposits + 90 days"] == ""
