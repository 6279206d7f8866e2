"""Offices are read round their heads, with whose they are."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document

OFFICES = [
    ("the outgoing commander of U.S. Central Command", "Commander", "U.S. Central Command", "us"),
    ("Kenya's Prime Cabinet Secretary Musalia Mudavadi", "Prime Cabinet Secretary", "", "ke"),
    ("South Sudan acting minister of foreign affairs", "Acting Minister of Foreign Affairs", "",
     "ss"),
    ("European Commission President Ursula von der Leyen", "President", "European Commission", ""),
    ("the Japan International Cooperation Agency (JICA) President Akihiko Tanaka", "President",
     "Japan International Cooperation Agency", "jp"),
    ("ADB (Asian Development Bank) Vice President Ingrid van Wees", "Vice President",
     "Asian Development Bank", ""),
    ("the Asian Development Bank (ADB) said its president, Masatsugu Asakawa, left", "President",
     "Asian Development Bank", ""),
    ("Russian Foreign Ministry spokeswoman Maria Zakharova", "Spokeswoman",
     "Russian Foreign Ministry", "ru"),
    ("appointed as the country's first Chief of Defence Staff", "Chief of Defence Staff", "", ""),
    ("the Petroleum and Mineral Resources Minister", "Petroleum and Mineral Resources Minister", "",
     ""),
    ("Chief of Army of Army Staff (Coas) Field Marshal Asim Munir", "Chief of Army Staff", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "organization", "country"), OFFICES)
def test_an_office_is_read(text: str, title: str, organization: str, country: str) -> None:
    office = document(text).sentences[0].offices[0]
    assert (office.title, office.organization) == (title, organization)
    assert office.country == country or not country


def test_a_former_holder_and_an_acting_one_are_told() -> None:
    former = document("former Japanese Prime Minister Fumio Kishida").sentences[0].offices[0]
    acting = document("the interim Defence Minister").sentences[0].offices[0]
    assert former.former and former.country == "jp" and acting.acting


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI - Kenya met the Japan International Cooperation Agency (JICA) President Akihiko"
        " Tanaka.",
        "TASHKENT - Uzbekistan thanked the Asian Development Bank (ADB) in March. The Asian"
        " Development Bank (ADB) said its president, Akihiko Tanaka, would come.",
    ],
)
def test_the_president_of_a_body_is_never_that_of_the_state_of_the_text(text: str) -> None:
    people = {person.name: person for person in document(text).people.people}
    assert people["Akihiko Tanaka"].country in ("", "jp")
    (office,) = people["Akihiko Tanaka"].offices
    assert office.organization and office.country not in ("ke", "uz")


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank praised Kenya and its president, William Ruto.",
        "The World Bank (in Nairobi) President William Ruto opened the talks.",
    ],
)
def test_a_body_farther_off_has_no_part_in_an_office(text: str) -> None:
    assert document(text).sentences[0].offices[0].organization == ""
