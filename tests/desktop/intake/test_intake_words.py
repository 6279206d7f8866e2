"""What a proposal says, in one line."""

from __future__ import annotations

import pytest

from db import Line
from desktop.intake.intake_words import date_text, details_text, match_text, sure_text
from tests.desktop.intake.proposed import rows


def line(key: int, title: str) -> Line:
    return Line(key, f"uid {key}", "person", title, "", ("", "Minister"), 0, "pk", None)


def test_each_kind_says_what_the_text_does() -> None:
    says = [details_text(row.kind, row.proposal) for row in rows()]
    assert says == [
        "Foreign Minister, Pakistan · also “DPM Dar”",
        "United States",
        "FWO · company",
        "contract · signed · 2025 · FWO – USSM · minerals · about USD 500,000,000",
        "14 September 2025 · call · Ishaq Dar",
    ]


@pytest.mark.parametrize("confidence, word", [(0.9, "sure"), (0.7, "likely"), (0.3, "unsure")])
def test_a_word_says_how_sure_the_reading_is(confidence: float, word: str) -> None:
    assert sure_text(confidence) == word


def test_a_match_is_new_or_is_or_may_be() -> None:
    row = rows()[0]
    assert match_text(row) == "new"
    row.candidates = (line(7, "Ishaq Dar"), line(8, "Ishaq Dhar"))
    assert match_text(row) == "may be Ishaq Dar: choose with M"
    row.match_id = 8
    assert match_text(row) == "is Ishaq Dhar"
    row.match_id, row.is_match_chosen = None, True
    assert match_text(row) == "new"


def test_no_date_is_no_words() -> None:
    assert date_text(None) == ""
