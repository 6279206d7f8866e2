"""What stands around a date: each rule of the table by an example, and what no rule takes."""

from __future__ import annotations

import re

import pytest

from db.dates.phrases import PHRASE_RULES, phrase_rules, read_phrase
from db.dates.ranges import RangeText
from db.errors import Refused

READ = [
    ("between march and may 2025", "[2025-03..2025-05]"),
    ("from 2019 to 2021", "2019/2021"),
    ("since 2019", "2019/.."),
    ("possibly 2019", "2019?"),
    ("2019 (?)", "2019?"),
    ("about 2019", "2019~"),
    ("2019 or so", "2019~"),
    ("by the end of 2019", "[..2019]"),
    ("after the end of july 2025", "[2025-08-01..]"),
    ("before august 2025", "[..2025-07-31]"),
    ("after 2019", "[2020-01-01..]"),
    ("until july 2025", "[..2025-07]"),
    ("2019 or earlier", "[..2019]"),
    ("not before 2019", "[2019..]"),
    ("2019 or later", "[2019..]"),
    ("winter 2025-26", "2025-24"),
    ("1-4 july 2025", "2025-07-01/2025-07-04"),
    ("2019 or 2021", "[2019,2021]"),
    ("4 and 5 july 2025", "{2025-07-04,2025-07-05}"),
    ("late july 2025", "[2025-07-21..2025-07-31]"),
    ("early in 2025", "[2025-01..2025-04]"),
    ("some day in june 2004", "2004-06-XX"),
    ("14 july 2025 at 10:30", "2025-07-14"),
    ("q3 2025", "2025-35"),
    ("10 muharram 1446", "2024-07-16"),
]


@pytest.mark.parametrize(("text", "edtf"), READ)
def test_a_phrase_is_read(text: str, edtf: str) -> None:
    assert read_phrase(text, RangeText(text)) == edtf


@pytest.mark.parametrize(
    "text", ["soon", "july of soon", "between soon and later", "before", "the day of the call"]
)
def test_what_no_rule_takes_is_refused_with_examples(text: str) -> None:
    with pytest.raises(Refused, match="write it as 14 July 2025") as refusal:
        read_phrase(text, RangeText(text))
    assert str(refusal.value).count("\n") == 0


def test_a_time_of_day_and_another_calendar_are_noted() -> None:
    for text, says in (("14 july 2025 at 10:30", "time of day"), ("10 muharram 1446", "Umm")):
        asked = RangeText(text)
        read_phrase(text, asked)
        assert any(says in note for note in asked.notes), asked.notes


def test_no_hour_beyond_midnight_is_taken() -> None:
    with pytest.raises(Refused, match="hours end at 24:00"):
        read_phrase("14 july 2025 at 27:30", RangeText("14 July 2025 at 27:30"))


def test_every_rule_is_compiled_once_in_its_order() -> None:
    assert [pattern.pattern for pattern, _ in phrase_rules()] == [
        pattern for pattern, _ in PHRASE_RULES
    ]
    assert phrase_rules() is phrase_rules()
    assert all(isinstance(pattern, re.Pattern) for pattern, _ in phrase_rules())
