"""A field is declared in one place: with its column in the desk, everything else follows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import Invalid, Lens, Store, parse_query
from db.exchange.mapping.targets import Target, declared_targets
from db.record_types import RECORD_TYPES, Person
from db.search.index import fulltext, index_sources, indexing
from db.storage.row_mapping import shape_of
from db.tables import fields
from db.tables.fields import meaning_of, meanings
from db.tables.rows import DECLARATIONS, KIND_DECLARATIONS
from desktop.fields.field_types import field_of, label_of
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")


class PersonWithMotto(Person):
    """A person with one field more."""

    motto: str = fields.text("Motto", target="motto", searched="text")
    oath: str = fields.word("Oath", "person.gender", target="oath", required="Say the oath.")


@pytest.fixture
def with_motto(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A desk after the one step that the fields need, and the declaration in its place."""
    for name in ("motto", "oath"):
        sql_of(store).run(f"ALTER TABLE person ADD COLUMN {name} VARCHAR NOT NULL DEFAULT ''")
    monkeypatch.setitem(RECORD_TYPES, "person", PersonWithMotto)
    kinds = tuple(PersonWithMotto if of is Person else of for of in KIND_DECLARATIONS)
    monkeypatch.setattr(index_sources, "KIND_DECLARATIONS", kinds)
    others = [each for each in index_sources.INDEX_SOURCES if each[0] != Person.KIND]
    gathered = (*others, *(each for each in index_sources.own_texts(by_field=False)))
    for module in (fulltext, indexing):
        monkeypatch.setattr(module, "INDEX_SOURCES", gathered)
    caches = (fulltext.source_statement, indexing.text_columns, indexing.text_tables)
    for cache in caches:
        cache.cache_clear()
    yield store
    for cache in caches:
        cache.cache_clear()


def test_an_added_field_is_saved_read_and_found_by(with_motto: Store) -> None:
    person = PersonWithMotto(title="Ishaq Dar", motto="Unity and faith", oath="sworn")
    with_motto.save(person, LENS)
    read = with_motto.reader.get(person.id, LENS)
    assert isinstance(read, PersonWithMotto)
    assert (read.motto, read.oath) == ("Unity and faith", "sworn")
    assert list(with_motto.reader.page("person", parse_query("unity"), LENS).ids) == [person.id]
    read.motto = "Discipline"
    with_motto.save(read, LENS)
    assert list(with_motto.reader.page("person", parse_query("unity"), LENS).ids) == []
    with_motto.revert(with_motto.reader.last_change())
    read = with_motto.reader.get(person.id, LENS)
    assert isinstance(read, PersonWithMotto) and read.motto == "Unity and faith"


def test_an_added_field_is_asked_for_as_it_is_declared(with_motto: Store) -> None:
    with pytest.raises(Invalid) as refused:
        with_motto.save(PersonWithMotto(title="Ishaq Dar"), LENS)
    assert refused.value.problems == {"oath": "Say the oath."}


def test_an_added_field_is_in_the_row_in_files_and_on_forms() -> None:
    assert {"motto", "oath"} <= set(shape_of(PersonWithMotto).columns)
    assert declared_targets(PersonWithMotto)["motto"] == ("motto", Target("motto", joins=True))
    assert declared_targets(PersonWithMotto)["oath"] == ("oath", Target("oath", "word"))
    assert label_of(PersonWithMotto, "motto") == "Motto"
    field = field_of(PersonWithMotto, "motto", width=4)
    assert (field.name, field.label, field.sort, field.width) == ("motto", "Motto", "line", 4)


def test_a_name_that_is_not_declared_is_known_nowhere() -> None:
    with pytest.raises(KeyError):
        meaning_of(Person, "motto")
    with pytest.raises(ValueError, match="motto"):
        Person(title="Ishaq Dar", motto="x")


def test_every_declared_field_has_a_label_in_plain_words() -> None:
    for of in DECLARATIONS:
        for name, meaning in meanings(of):
            assert meaning.label and meaning.label[0].isupper(), (of, name)
            assert "_" not in meaning.label, (of, name)
