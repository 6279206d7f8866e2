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
    ("Russian Foreign Ministry spokeswoman Maria Zakharova", "Spokeswoman",
     "Russian Foreign Ministry", "ru"),
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
