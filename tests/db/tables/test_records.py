"""The four kinds of records, each field declared once with its meaning."""

from __future__ import annotations

import pytest

from db.tables.fields import meaning_of
from db.tables.records import Agreement, Event, Organization, Person, Record

KINDS = (Person, Organization, Agreement, Event)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_all_that_records_share(kind: type[Record]) -> None:
    assert set(Record.model_fields) < set(kind.model_fields)
    assert kind.TABLE == kind.KIND == kind.__name__.lower()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_for_people_that_no_other_has(kind: type[Record]) -> None:
    labels = [meaning_of(kind, name).label for name in kind.model_fields]
    assert all(label[:1].isupper() or label[:1] == "E" for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_may_be_made_without_anything(kind: type[Record]) -> None:
    made = kind()
    assert (made.id, made.version, made.marking, made.title) == (0, 0, 0, "")
    assert made.names == [] and made.names is not kind().names


def test_the_country_of_a_person_is_called_otherwise() -> None:
    assert meaning_of(Person, "country").label == "Nationality"
    assert meaning_of(Event, "country").label == "Country"
