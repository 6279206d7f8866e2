"""What is read of the records of a pair, and nothing above the ceiling."""

from __future__ import annotations

from db import (
    Contact,
    HistoricalDate,
    Identifier,
    Lens,
    Name,
    Office,
    OfficeRef,
    Organization,
    Store,
    Tenure,
)
from db.duplicates.pair_facts import read_bearers
from tests.db.desk_sql import sql_of
from tests.db.duplicates.conftest import LENS, Made


def test_all_that_helps_to_tell_is_read(store: Store, add: Made) -> None:
    body = add("Ministry", Organization, offices=[Office(title="Minister")], marking=2)
    office = store.reader.get(body.id, LENS).offices[0].id  # type: ignore[attr-defined]
    dar = add(
        "Ishaq Dar",
        country="pk",
        gender="male",
        born=HistoricalDate.parse("1950"),
        names=[Name(text="اسحاق ڈار", kind="native"), Name(text="DPM", kind="acronym")],
        identifiers=[Identifier(scheme="wikidata", value="Q1")],
        contacts=[Contact(kind="email", value="FM@mofa.example")],
        tenures=[Tenure(office=OfficeRef(office), since=HistoricalDate.parse("2024-03-11"))],
    )
    found = read_bearers(sql_of(store), "person", [dar.id], LENS)[dar.id]
    assert (found.title, found.country, found.word) == ("Ishaq Dar", "pk", "male")
    assert found.names == ["اسحاق ڈار"]
    assert found.start == ("1950-01-01", "1950-12-31")
    assert found.identifiers == {"wikidata": {"Q1"}}
    assert found.contacts == {"fm mofa example"}
    assert found.offices == {office: [("2024-03-11", "2024-03-11")]}
    low = read_bearers(sql_of(store), "person", [dar.id], Lens("2025-09-15", 1))[dar.id]
    assert low.offices == {}


def test_hidden_records_are_not_read(store: Store, add: Made) -> None:
    secret = add("Nobody", marking=3)
    assert read_bearers(sql_of(store), "person", [secret.id], Lens("2025-09-15", 2)) == {}
