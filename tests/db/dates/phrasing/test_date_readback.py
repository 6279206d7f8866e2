"""What was understood is told back: below the field, and in a sentence with its preposition."""

from __future__ import annotations

import pytest

from db.dates import HistoricalDate
from db.dates.phrasing.date_readback import calendar_note, reading_of


@pytest.mark.parametrize(
    ("edtf", "reading"),
    [
        ("2025-07-04", "on 4 July 2025"),
        ("2025-07", "between 1 and 31 July 2025"),
        ("2025-07?", "between 1 and 31 July 2025, uncertain"),
        ("2025~", "about 2025"),
        ("2019/2021", "from 2019 to 2021"),
        ("2019/..", "from 1 January 2019 on"),
        ("[2019..]", "after 31 December 2018"),
        ("../2019", "before 1 January 2020"),
        ("../..", "open at both ends"),
    ],
)
def test_a_date_is_told_by_its_days(edtf: str, reading: str) -> None:
    assert reading_of(edtf) == reading


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("late July 2025", "in late July 2025"),
        ("first half of July 2025", "in the first half of July 2025"),
        ("the last week of July 2025", "in the last week of July 2025"),
        ("before Ramadan 1446", "before Ramadan 1446"),
        ("10 Muharram 1446", "on 10 Muharram 1446"),
        ("4 July 2025", "on 4 July 2025"),
    ],
)
def test_words_get_the_preposition_they_lack(text: str, sentence: str) -> None:
    assert HistoricalDate.parse(text).spoken_in() == sentence


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("22 Dhu al-Hijjah 1446", "Umm al-Qura"),
        ("10 Muharram 61 AH", "reckoned arithmetically"),
        ("13 Ordibehesht 1389", "it is reckoned from the Solar Hijri calendar"),
        ("令和元年5月1日", "its year is counted in the era Reiwa"),
        ("late July 2025", ""),
        ("40 Ramadan 1446", ""),
    ],
)
def test_a_date_of_another_calendar_says_how_it_was_reckoned(words: str, says: str) -> None:
    note = calendar_note(words)
    assert says in note and bool(note) is bool(says)
