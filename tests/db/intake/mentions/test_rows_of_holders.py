"""Each of a row holds the office of the plural before it, with a state and a field of his own."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document


def held(text: str) -> list[tuple[str, str, list[str]]]:
    """Each person with state and offices."""
    found = document(text).people.people
    return [(each.name, each.country, [one.title for one in each.offices]) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Ana Ruiz met Presidents Ali Khan (Chad), Luis Paz (Peru) and Jan Lobo of Mali.",
         [("Ali Khan", "td", ["President"]), ("Luis Paz", "pe", ["President"]),
          ("Jan Lobo", "ml", ["President"])]),
        ("Chile's Ministers Dr Ali Khan (Trade), Amb Luis Paz (Foreign Affairs) and Eva Lobo came.",
         [("Ali Khan", "cl", ["Minister for Trade"]),
          ("Luis Paz", "cl", ["Minister for Foreign Affairs"]), ("Eva Lobo", "cl", ["Minister"])]),
        ("Kenyan President, Ali Khan and his guest, President Luis Paz of Peru, spoke.",
         [("Ali Khan", "ke", ["President"]), ("Luis Paz", "pe", ["President"])]),
        ("The leaders of Kenya and Chad, Ali Khan and Luis Paz, met. President Khan spoke.",
         [("Ali Khan", "ke", ["President"])]),
    ],
)  # fmt: skip
def test_each_of_a_row_holds_the_office_of_his_own_state(
    text: str, found: list[tuple[str, str, list[str]]]
) -> None:
    people_found = held(text)
    for each in found:
        assert each in people_found
