"""Later parties have a period of their own, by act where the acts differ."""

from __future__ import annotations

import pytest

from db.errors import Refused
from db.law.rules.later_rules import read_later_rule


@pytest.mark.parametrize(
    ("words", "act", "period"),
    [
        ("30 days", "ratified", "30 days"),
        ("on deposit", "acceded", "on deposit"),
        ("+ 90 days", "acceded", "90 days"),
        ("3 months, then first of next month", "acceded", "3 months, then first of next month"),
        ("first of 6th month", "accepted", "first of 6th month"),
        ("30 days; acceded: 90 days", "acceded", "90 days"),
        ("30 days, accession 90 days", "ratified", "30 days"),
        ("30 days, acceded 90 days, from the day after", "acceded", "90 days, from the day after"),
    ],
)
def test_the_period_of_an_act_is_read(words: str, act: str, period: str) -> None:
    rule = read_later_rule(words)
    assert rule.period_for(act).words() == period
    assert read_later_rule(rule.words()) == rule


@pytest.mark.parametrize("words", ["", "later", "30 days; acceded: soon"])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(Refused):
        read_later_rule(words)
