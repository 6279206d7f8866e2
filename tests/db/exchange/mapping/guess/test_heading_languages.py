"""The headings of a table say its language, and with it which number of a date is the day."""

from __future__ import annotations

import pytest

from db.exchange.mapping.guess.heading_languages import is_day_first, languages_of


@pytest.mark.parametrize(
    ("headings", "languages"),
    [
        ("Tytuł umowy;Strony;Data podpisania", "pl"),
        ("Ime i prezime;Dužnost;Datum imenovanja", "hr"),
        ("Intitulé de l'accord;Date de signature;Lieu de signature", "fr"),
        ("Title;Parties;Signature date", "en"),
        ("x1;x2", ""),
        ("Name", ""),
    ],
)
def test_most_headings_say_the_language(headings: str, languages: str) -> None:
    assert languages_of(headings.split(";")) == frozenset(languages.split())


@pytest.mark.parametrize(
    ("languages", "order"),
    [("fr", True), ("pl cs", True), ("en", None), ("en de", None), ("ja", None), ("", None)],
)
def test_a_day_comes_first_where_all_languages_write_it_so(
    languages: str, order: bool | None
) -> None:
    assert is_day_first(frozenset(languages.split())) is order
