"""Rules of entry into force are read from one line, written back, and counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.dates import day_from_number, day_number
from db.errors import Refused
from db.law.rules.conditions import Condition, Deposits, Occasion, Proportion, Share
from db.law.rules.in_force_rules import InForceRule, read_day, read_in_force_rule
from db.law.rules.periods import ON_THE_DAY, Period
from tests.db.law.rules.test_periods import periods

WORDS = (
    # as the form's help gives them, and what a trigger on 16 February 2010 brings
    ("signature", "2010-02-16"),
    ("all signatories", "2010-02-16"),
    ("exchange of notes", "2010-02-16"),
    ("exchange of notes + 30 days", "2010-03-18"),
    ("last notification, first of 3rd month", "2010-05-01"),
    ("50 deposits + 90 days", "2010-05-17"),
    ("40 deposits, first of 6th month", "2010-08-01"),
    ("60 deposits + 60 days, then first of next month", "2010-05-01"),
    ("6 deposits incl. NL, NO, SU, GB, US", "2010-02-16"),
    ("43 deposits and RU, GB, US", "2010-02-16"),
    ("55 deposits and 55% of emissions + 30 days", "2010-03-18"),
    ("1989-01-01 if 11 deposits, else + 90 days", "2010-05-17"),
    ("2011-01-01 if 11 deposits, else + 90 days", "2011-01-01"),
    ("2 deposits, first of 6th month, and in force: CISG", "2010-08-01"),
    ("50 deposits + 90 days, not before 2012-01-01", "2012-01-01"),
    ("50 deposits + 90 days, not before 1 January 2001", "2010-05-17"),
)


@pytest.mark.parametrize(("words", "day"), WORDS)
def test_a_rule_counts_from_the_day_on_which_all_is_met(words: str, day: str) -> None:
    rule = read_in_force_rule(words)
    assert day_from_number(rule.day_after(day_number("2010-02-16"))) == day
    assert read_in_force_rule(rule.words()) == rule


@pytest.mark.parametrize(
    "words",
    ["", "when it pleases", "50", "50 deposits + soon", "1989-01-01 if 11 deposits",
     "50 deposits, else + 90 days", "1989-01-01 if 11 deposits + 30 days, else + 90 days",
     "50 deposits, not before 1998", "1989 if 11 deposits, else + 90 days", "+ 90 days"],
)  # fmt: skip
def test_what_the_words_cannot_say_is_refused_in_a_sentence(words: str) -> None:
    with pytest.raises(Refused, match=r"[.;]"):
        read_in_force_rule(words)


NAMES = st.lists(st.sampled_from(["NL", "NO", "Bosnia and Herzegovina", "Kenya"]), unique=True)
CONDITIONS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Deposits, st.integers(1, 200), NAMES.map(tuple)),
    st.builds(Deposits, st.integers(1, 9), st.just(()), NAMES.filter(bool).map(tuple)),
    st.just(Share("55", "emissions")),
    st.just(Proportion(1, 2, True, True)),
    st.sampled_from(["signature", "all signatories", "last notification"]).map(Occasion),
)
DAYS = st.none() | st.integers(600_000, 800_000)


@st.composite
def rules(draw: st.DrawFn) -> InForceRule:
    conditions = tuple(draw(st.lists(CONDITIONS, min_size=1, max_size=3)))
    fixed = draw(DAYS)
    period: Period = draw(periods)
    needs = draw(st.sampled_from([(), ("CISG",), ("CISG", "Vienna Convention 1985")]))
    later = draw(DAYS)
    if fixed is None:
        return InForceRule(conditions, period, None, None, needs, later)
    return InForceRule(conditions, ON_THE_DAY, fixed, period, needs, later)


@given(rules())
def test_a_rule_is_read_back_from_its_words(rule: InForceRule) -> None:
    assert read_in_force_rule(rule.words()) == rule


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                "50 deposits",
                " and ",
                ", ",
                " + ",
                "90 days",
                "first of",
                "not before",
                "else",
                "if",
                "1989",
            ]
        )
    ).map("".join)
)
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    try:
        rule = read_in_force_rule(text)
    except Refused:
        return
    assert read_in_force_rule(rule.words()) == rule


def test_no_party_is_called_by_the_and_before_it() -> None:
    assert read_in_force_rule("and Albania") == read_in_force_rule("Albania")


def test_one_day_is_exact() -> None:
    assert read_day("24 September 1998") == day_number("1998-09-24")
    with pytest.raises(Refused, match="is not one day"):
        read_day("1998")
