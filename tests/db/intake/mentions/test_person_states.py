"""People are of the state of their office or body, of the text's own, or of where they are met."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document


def states(text: str) -> dict[str, str]:
    return {person.name: person.country for person in document(text).people.people}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("NAIROBI, May 2 - President Josephat Mwangaza spoke.", "Josephat Mwangaza", "ke"),
        (
            "BUDAPEST, May 2 - Prime Minister Bárány Tamás arrived in Kyiv on Tuesday. "
            "He held talks with President Dmytro Sokolenko.",
            "Dmytro Sokolenko",
            "ua",
        ),
        (
            "LAGOS, May 2 - A Kenyan delegation led by Peter Otieno Ochieng came.",
            "Peter Otieno Ochieng",
            "ke",
        ),
        (
            "OSLO, May 2 - Russia was represented by Foreign Minister Viktor Melnikov.",
            "Viktor Melnikov",
            "ru",
        ),
        ("WASHINGTON, May 2 - General Syed Asim Munir came.", "Syed Asim Munir", "pk"),
        (
            "CANBERRA, May 2 - A pact with Fiji was agreed with its prime minister, Sitiveni Rabu.",
            "Sitiveni Rabu",
            "fj",
        ),
    ],
)
def test_people_are_of_a_state(text: str, name: str, country: str) -> None:
    assert states(text)[name] == country


def test_an_envoy_without_a_sender_is_sent_by_the_text_s_own_state() -> None:
    text = "MUSCAT, May 2 - The message was handed over by Badr al Busaidy, Ambassador to Kenya."
    assert states(text) == {"Badr al Busaidy": "om"}


def test_a_state_behind_the_name_and_a_visit_tell_whose_somebody_is() -> None:
    whole = document(
        "Ljubljana, 16 April 2025 – Slovenia's Foreign Minister Ana Novak received Ms. Aigul"
        " Sadykova of Kyrgyzstan. Croatian Foreign Minister Ivo Horvat said that President Ante"
        " Vuković would visit Slovenia in June."
    )
    states = {person.name: person.country for person in whole.people.people}
    assert states["Aigul Sadykova"] == "kg"
    assert states["Ante Vuković"] == "hr"


def test_who_takes_the_credentials_of_an_envoy_is_of_another_state() -> None:
    text = (
        "India and India's friends rejoice: Ambassador of India Ana Ruiz presented her Letter of"
        " Credence to President Luis Paz."
    )
    assert states(text) == {"Ana Ruiz": "in", "Luis Paz": ""}


def test_who_is_met_in_one_row_is_of_the_state_that_one_is_named_with() -> None:
    text = (
        "Chinese Foreign Minister Wang Yi held talks with President Ali Lobo, Prime Minister Jan"
        " Paz and Foreign Minister of Mongolia Eva Ruiz."
    )
    assert states(text) == {
        "Wang Yi": "cn", "Ali Lobo": "mn", "Jan Paz": "mn", "Eva Ruiz": "mn",
    }  # fmt: skip


def test_a_counterpart_may_be_from_a_state_told_behind_him() -> None:
    text = "Chilean President Ana Ruiz met her counterpart from the Republic of Ecuador, Luis Paz."
    assert states(text) == {"Ana Ruiz": "cl", "Luis Paz": "ec"}
