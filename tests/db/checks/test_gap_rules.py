"""What is missing: a source, a country, a family name; and letters that a language has not."""

from __future__ import annotations

import pytest

from db import Citation, Event, Lens, Name, Organization, Person, Source, Store
from db.checks.checking import find_all, find_in
from db.checks.gap_rules import scripts_of
from db.record_types import Record
from db.vocabulary.kinds import KINDS
from tests.db.checks.case_desk import LENS, CaseDesk, gaps
from tests.db.desk_sql import sql_of


def cited() -> list[Citation]:
    return [Citation(source=Source(title="An article"))]


@pytest.mark.parametrize(
    "record, found",
    [
        (Event(title="Call"), ["No source is given."]),
        (Event(title="Call", citations=cited()), []),
        (Person(title="Ann"), []),  # a name alone needs no source
        (Organization(title="Kenya", kind="state"), []),
        (Event(title="Talks", place="Tokyo", citations=cited()), ["In which country is Tokyo?"]),
        (Event(title="Talks", place="Tokyo", country="jp", citations=cited()), []),
        (Event(title="Talks", place="Tokyo, Japan", citations=cited()), []),
        (
            Person(title="Emmanuel Macron", country="fr", name_by_hand=None),
            [],  # its parts are derived when it is saved
        ),
    ],
)
def test_what_is_missing_is_told(store: Store, record: Record, found: list[str]) -> None:
    store.save(record, LENS)
    assert [each.says for each in gaps(store)] == found
    told = find_in(sql_of(store), record.KIND, record.id, LENS)
    assert [each.says for each in told] == found


@pytest.mark.parametrize(
    "country, found",
    [("fr", ["No family name is given; in France most people have one."]), ("is", []), ("", [])],
)
def test_a_family_name_is_missed_where_people_have_one(
    store: Store, country: str, found: list[str]
) -> None:
    person = Person(title="Emmanuel Macron", country=country)
    store.save(person, LENS)
    sql_of(store).run("UPDATE person SET family = ''")
    assert [each.says for each in gaps(store)] == found


@pytest.mark.parametrize(
    "text, language, found",
    [
        ("محمد", "ru", ["Russian is not written in these letters."]),
        ("Путин", "ru", []),
        ("Vučić", "sr", []),
        ("蔡英文", "zh-Hant", []),
        ("Путин", "fr", ["French is not written in these letters."]),
        ("Путин", "", []),
        ("Путин", "tlh", []),
        ("42", "ru", []),
    ],
)
def test_a_native_name_is_in_letters_of_its_language(
    store: Store, text: str, language: str, found: list[str]
) -> None:
    store.save(Person(title="Somebody", names=[Name(text=text, kind="native")]), LENS)
    sql_of(store).run("UPDATE name SET language = ? WHERE text = ?", (language, text))
    told = find_all(sql_of(store), KINDS, LENS)
    assert [(each.severity, each.says) for each in told] == [("warn", says) for says in found]


def test_what_is_not_shown_is_not_missed(store: Store) -> None:
    CaseDesk(store).fill([{"kind": "event", "title": "Call"}])
    sql_of(store).run("UPDATE record SET marking = 2")
    assert find_all(sql_of(store), KINDS, Lens("2026-06-01", 1)) == []


@pytest.mark.parametrize("language", ["ur", "ckb", "mr", "yi", "ro", "vi", "tg"])
def test_each_language_has_a_script(language: str) -> None:
    assert scripts_of(language)
