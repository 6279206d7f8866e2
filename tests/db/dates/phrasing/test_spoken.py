"""Phrases are as short as they can be and never say less than the date."""

import pytest

from db.dates.phrasing.spoken import between_days, day_text, phrase_of, sentence_of


@pytest.mark.parametrize(
    ("edtf", "phrase"),
    [
        ("0007", "AD 7"),
        ("0000", "1 BC"),
        ("2025-06-30/2025-07-02", "30 June – 2 July 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2025-06/2025-08", "June–August 2025"),
        ("2024-06/2025-08", "June 2024 – August 2025"),
        ("2019~/2021?", "from about 2019 to possibly 2021"),
        ("2025-05/", "from May 2025 to unknown"),
        ("[..2025-07-30]", "before 31 July 2025"),
        ("[..2018-12-31]", "before 2019"),
        ("[..2019]", "by 2019"),
        ("[2025-08-01..]", "after July 2025"),
        ("[2025-04-06..]", "after 5 April 2025"),
        ("[2019..]", "2019 or later"),
        ("[2025-01..2025-04]", "early 2025"),
        ("[2024-02-21..2024-02-29]", "late February 2024"),
        ("[2024-02-21..2024-02-28]", "between 21 and 28 February 2024"),
        ("[2001..2100]", "the 21st century"),
        ("{2025-07-04,2025-07-05}", "4 and 5 July 2025"),
        ("200X", "between 2000 and 2009"),
        ("2001-29", "southern spring 2001"),
        ("2004-06-XX", "some day in June 2004"),
        ("1XX3", "1XX3"),
        ("[1667,1668,1670]", "[1667,1668,1670]"),
    ],
)
def test_a_phrase_is_how_a_person_says_it(edtf: str, phrase: str) -> None:
    assert phrase_of(edtf).text == phrase


@pytest.mark.parametrize(
    ("edtf", "sentence"),
    [
        ("2025-07", "in July 2025"),
        ("2025-07-04", "on 4 July 2025"),
        ("2025-07-04?", "possibly on 4 July 2025"),
        ("2025-07~", "about July 2025"),
        ("2025-06-30/2025-07-02", "from 30 June to 2 July 2025"),
        ("2019/..", "since 2019"),
        ("1XX3", "1XX3"),
    ],
)
def test_a_sentence_has_the_preposition_it_needs(edtf: str, sentence: str) -> None:
    assert sentence_of(edtf) == sentence


def test_two_days_share_what_they_have_in_common() -> None:
    assert between_days((2025, 7, 1), (2025, 7, 31)) == "between 1 and 31 July 2025"
    assert between_days((2025, 6, 30), (2025, 7, 1)) == "between 30 June and 1 July 2025"
    assert between_days((2024, 7, 1), (2025, 7, 1)) == "between 1 July 2024 and 1 July 2025"
    assert day_text((-43, 3, 15)) == "15 March 44 BC"
