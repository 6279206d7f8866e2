"""What follows a head: portfolio, state, body, seat."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document

OFFICES = [
    ("Minister of Foreign Affairs and Trade of Hungary", "Minister of Foreign Affairs and Trade",
     "", "hu"),
    ("Ambassador of Japan to Kenya", "Ambassador to Kenya", "", "jp"),
    ("Director General of the International Atomic Energy Agency", "Director General",
     "International Atomic Energy Agency", ""),
    ("Governor of the Central Bank of Kenya Kamau Thugge", "Governor", "Central Bank of Kenya",
     "ke"),
    ("Special Envoy of the Secretary-General for Western Sahara",
     "Special Envoy of the Secretary-General for Western Sahara", "", ""),
    ("Country Director for Ethiopia, Sudan and South Sudan",
     "Country Director for Ethiopia, Sudan and South Sudan", "", ""),
    ("secretary of the Finance Division at the Ministry of Trade", "Secretary", "Finance Division",
     ""),
    ("commander United States Central Command", "Commander", "United States Central Command", ""),
    ("Minister for Europe and Foreign Affairs", "Minister for Europe and Foreign Affairs", "", ""),
    ("the head of South Korea's Defense Acquisition Program Administration", "Head",
     "Defense Acquisition Program Administration", "kr"),
    ("President of the Portuguese Republic", "President", "", "pt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "organization", "country"), OFFICES)
def test_an_office_is_read_to_its_end(
    text: str, title: str, organization: str, country: str
) -> None:
    office = document(text).sentences[0].offices[0]
    assert (office.title, office.organization) == (title, organization)
    assert office.country == country or not country


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Minister of Peat and Wetlands Juan Pérez left.", "Minister of Peat and Wetlands"),
        ("Minister for Tertiary Skills Mr. Oduya left.", "Minister for Tertiary Skills"),
        ("Minister of Trade Sarah Lee left.", "Minister of Trade"),
    ],
)
def test_a_portfolio_that_no_list_has_ends_before_the_name(text: str, title: str) -> None:
    assert document(text).sentences[0].offices[0].title == title


def test_a_plural_office_has_each_of_its_states() -> None:
    office = document("the foreign ministers of Iran and Saudi Arabia").sentences[0].offices[0]
    assert office.countries == ("ir", "sa") and office.is_plural
