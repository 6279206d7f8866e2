"""What an agreement is called and what it is about."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import proposals


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Pakistan and Saudi Arabia signed the Strategic Mutual Defence Agreement on Monday.",
         "Strategic Mutual Defence Agreement"),
        ("Pakistan and Japan signed a Declaration of Principles on Monday.",
         "Declaration of Principles"),
    ],
)  # fmt: skip
def test_a_name_in_capitals_is_the_title(text: str, title: str) -> None:
    (found,) = proposals(text).agreements
    assert found.fields.title == title


def test_a_date_is_no_subject() -> None:
    (found,) = proposals("Pakistan and Japan signed an agreement on Monday.").agreements
    assert found.fields.subject == ""
    assert found.fields.title == "Agreement between Pakistan and Japan"


def test_a_title_goes_on_behind_an_article() -> None:
    text = "Peru and Chile signed an Agreement on the Establishment of a Joint Border Commission."
    (found,) = proposals(text).agreements
    assert found.fields.title == "Agreement on the Establishment of a Joint Border Commission"


def test_the_name_of_one_ends_where_another_begins() -> None:
    text = "Peru and Chile signed a Declaration of Joint Cooperation and a Memorandum on Trade."
    titles = [each.fields.title for each in proposals(text).agreements]
    assert titles[0] == "Declaration of Joint Cooperation" and len(titles) == 2
