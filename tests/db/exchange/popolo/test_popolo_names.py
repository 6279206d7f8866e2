"""Other names come once each, with their kind, language and time."""

from __future__ import annotations

from typing import Any

import pytest

from db.exchange.popolo.popolo_names import home_languages, other_names
from db.exchange.popolo.popolo_values import Thing

UR, RU = frozenset(("ur",)), frozenset(("ru",))


@pytest.mark.parametrize(
    ("title", "name", "home", "kind", "language"),
    [
        ("Ishaq Dar", {"name": "اسحاق ڈار", "lang": "ur"}, UR, "native", "ur"),
        ("Ishaq Dar", {"name": "اسحاق ڈار"}, UR, "native", "ur"),
        ("Ishaq Dar", {"name": "Исхак Дар", "lang": "ru"}, UR, "alias", "ru"),
        ("Ishaq Dar", {"name": "Ishak Dar", "lang": "de"}, UR, "alias", "de"),
        ("Ishaq Dar", {"name": "Исхак Дар", "note": "native name"}, UR, "native", "ru"),
        ("Путин", {"name": "Putin", "lang": "en"}, RU, "romanised", "en"),
        ("Ana Silva", {"name": "Ana Braga", "note": "maiden name"}, UR, "former", ""),
        ("Ana Silva", {"name": "Ana Braga", "note": "birth name"}, UR, "former", ""),
        ("Ana Silva", {"name": "Ana Braga", "end_date": "1999"}, UR, "former", ""),
        ("Fianna Fáil", {"name": "FF", "note": "abbreviation"}, UR, "acronym", ""),
        ("Ana Silva", {"name": "A. Silva", "note": "alternate"}, UR, "alias", ""),
        ("Ana Silva", {"given_name": "Ana", "family_name": "Braga"}, UR, "alias", ""),
    ],
)
def test_the_kind_of_a_name_follows_from_its_note_its_days_and_its_script(
    title: str, name: dict[str, str], home: frozenset[str], kind: str, language: str
) -> None:
    (found,), notes = other_names(Thing("p", {"other_names": [name]}), title, home)
    assert (found.kind, found.language) == (kind, language)
    assert notes == []


def test_one_spelling_in_many_languages_is_one_name_or_none() -> None:
    listed = [{"lang": lang, "name": "Alan Kelly"} for lang in ("da", "de", "en")]
    listed += [{"lang": "eo", "name": "Alan KELLY"}]
    listed += [{"lang": lang, "name": "Алан Келли"} for lang in ("bg", "ru")]
    listed += [{"lang": lang, "name": "Ailean Kelly"} for lang in ("ga", "gd")]
    names, _ = other_names(Thing("p", {"other_names": listed}), "Alan Kelly", frozenset())
    assert [(each.text, each.language) for each in names] == [
        ("Алан Келли", "ru"),
        ("Ailean Kelly", ""),
    ]


def test_a_note_that_says_more_than_a_kind_is_kept() -> None:
    listed = [{"name": "Bono", "note": "stage name"}]
    _, (note,) = other_names(Thing("p", {"other_names": listed}), "Paul Hewson", frozenset())
    assert note.text == "“Bono”: stage name"


def people(*names: dict[str, str]) -> list[Thing]:
    """One person for each table of {language: name}."""
    return [
        Thing("", {"name": "Ana", "other_names": [{"lang": k, "name": v} for k, v in each.items()]})
        for each in names
    ]


@pytest.mark.parametrize(
    ("names", "home"),
    [
        ([{"ur": "ڈار"}, {"ur": "منیر", "ru": "Мунир"}, {}], {"ur"}),
        ([{"ru": "Ансип", "ar": "أنسيب", "zh": "安"}], set()),
        ([{"ru": "Ансип"}, {}, {}], set()),
        ([{"ar": "دار", "ur": "ڈار"}], {"ar"}),
        ([], set()),
    ],
)
def test_the_language_at_home_is_the_one_that_most_of_the_file_has_names_in(
    names: list[dict[str, str]], home: set[str]
) -> None:
    assert home_languages(people(*names)) == home


@pytest.mark.parametrize("listed", [None, 5, "x", [None], [{"name": 5}], [{"lang": []}]])
def test_names_of_any_sort_tell_no_language_and_break_nothing(listed: Any) -> None:
    thing = Thing("p", {"name": 5, "other_names": listed})
    assert home_languages([thing]) == set()


def test_a_name_borne_at_two_times_stands_twice_and_otherwise_once() -> None:
    given = [
        {"name": "Ana Poe", "start_date": "1990", "end_date": "1995"},
        {"name": "Ana Poe", "start_date": "2001", "end_date": "2004"},
        {"name": "Ana Poe", "start_date": "1990", "end_date": "1995"},
        {"name": "Ana Lee"},
        {"name": "Ana Lee", "start_date": "1980"},
    ]
    names, _ = other_names(Thing("", {"other_names": given}), "Ana Silva", frozenset())
    assert [(name.text, name.since and name.since.edtf) for name in names] == [
        ("Ana Poe", "1990"), ("Ana Poe", "2001"), ("Ana Lee", "1980"),
    ]  # fmt: skip
