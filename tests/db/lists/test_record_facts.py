"""Single facts of records are given as a lens shows them, in the order they were asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import (
    Agreement,
    Attachment,
    Citation,
    Identifier,
    Lens,
    Note,
    Person,
    Refused,
    Source,
    Store,
    merge_records,
)
from db.lists import record_facts
from db.storage.sql import Sql
from tests.db.desk_sql import sql_of

OPEN, SECRET = Lens(ceiling=0), Lens()
REGISTERS = ("wikidata", "Q1", ""), ("wikidata", "Q2", ""), ("list", "7", "tenure x")
SEEN, HIDDEN, OF_HIDDEN = b"seen", b"hidden", b"of a hidden record"


@pytest.fixture
def ids(store: Store) -> list[int]:
    """A person and a secret agreement, with sources, topics and files."""
    ana = Person(
        title="Ana Silva",
        topics=["trade"],
        identifiers=[Identifier(scheme=s, value=v, about=about) for s, v, about in REGISTERS],
        attachments=[
            Attachment(file_name="a.txt", data=SEEN),
            Attachment(file_name="b.txt", data=HIDDEN, marking=3),
        ],
        citations=[
            Citation(source=Source(title="The Gazette")),
            Citation(source=Source(title="Gazette II", marking=3)),
        ],
    )
    pact = Agreement(title="Pact", marking=3, topics=["arms", "trade"])
    pact.attachments = [Attachment(file_name="c.txt", data=OF_HIDDEN)]
    for record in (ana, pact):
        store.save(record, SECRET)
    ana.notes.append(Note(text="Twice written"))
    store.save(ana, SECRET)
    return [pact.id, ana.id]


FACTS: dict[str, tuple[Callable[[Sql, Lens], object], object, object]] = {
    "topics": (record_facts.topics, ["trade"], ["arms", "trade"]),
    "sources": (
        lambda sql, lens: [title for _, title in record_facts.sources(sql, "gazette", lens, 9)],
        ["The Gazette"],
        ["Gazette II", "The Gazette"],
    ),
    "one source": (
        lambda sql, lens: [title for _, title in record_facts.sources(sql, "GAZETTE", lens, 1)],
        ["The Gazette"],
        ["Gazette II"],
    ),
}


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.usefixtures("ids")
def test_only_what_the_lens_shows_is_told(store: Store, fact: str) -> None:
    ask, low, high = FACTS[fact]
    assert (ask(sql_of(store), OPEN), ask(sql_of(store), SECRET)) == (low, high)


def test_facts_stand_by_the_record_that_was_asked_for(store: Store, ids: list[int]) -> None:
    pact, ana = ids
    sql = sql_of(store)
    assert list(record_facts.versions(sql, [ana, 99, pact]).items()) == [(ana, 2), (pact, 1)]
    assert record_facts.uids(sql, ids).keys() == set(ids)
    assert record_facts.identifiers(sql, ids) == {pact: {}, ana: {"wikidata": "Q1"}}


def sha256_of(store: Store, name: str) -> str:
    [sha256] = sql_of(store).rows("SELECT sha256 FROM attachment WHERE file_name=?", (name,))[0]
    return str(sha256)


@pytest.mark.parametrize(
    ("name", "data", "is_open"),
    [("a.txt", SEEN, True), ("b.txt", HIDDEN, False), ("c.txt", OF_HIDDEN, False)],
)
@pytest.mark.usefixtures("ids")
def test_bytes_are_given_where_file_and_record_are_shown(
    store: Store, name: str, data: bytes, is_open: bool
) -> None:
    sql, sha256 = sql_of(store), sha256_of(store, name)
    assert record_facts.attachment(sql, sha256, SECRET) == data
    if is_open:
        assert record_facts.attachment(sql, sha256, OPEN) == data
    else:
        with pytest.raises(Refused, match="not on this desk"):
            record_facts.attachment(sql, sha256, OPEN)


def test_records_of_one_kind_and_name_are_told(store: Store) -> None:
    people = [
        Person(title=title) for title in ("Ann Ashe", "Ann Ashe", "Bo Birk", "Zebra", "Zebra")
    ]
    people[-1].marking = 3
    for person in people:
        store.save(person, SECRET)
    store.save(Agreement(title="Bo Birk"), SECRET)
    ids = {person.uid: person.id for person in people[1:4]}
    sql = sql_of(store.reader)
    assert record_facts.namesakes(sql, ids, OPEN) == [people[1].uid]
    assert record_facts.namesakes(sql, ids, SECRET) == [people[1].uid, people[3].uid]


def test_what_was_merged_into_a_record_is_known_by_its_uids(store: Store) -> None:
    kept, gone = Person(title="Ann"), Person(title="Anne")
    for person in (kept, gone):
        store.save(person, SECRET)
    with store.unit_of_work("Merge") as work:
        merge_records(work, kept.id, gone.id, {}, SECRET)
    assert record_facts.former_uids(sql_of(store.reader)) == {kept.id: [gone.uid]}


def test_all_of_a_kind_are_counted_as_some_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("Ann", "Bo", "Cy"):
        store.save(Person(title=title, gender="female", topics=["trade"]), SECRET)
    store.save(Person(title="Di", gender="female", marking=3), SECRET)
    store.save(Agreement(title="Bo", topics=["trade"]), SECRET)
    sql, ids = sql_of(store.reader), store.reader.all_ids("person", OPEN, "title")
    some = record_facts.field_counts(sql, "person", ids, OPEN)
    assert (some["gender"], some["topics"], some["names"]) == (3, 3, 0)
    monkeypatch.setattr(record_facts, "IDS_A_PIECE", 1)
    assert record_facts.field_counts(sql, "person", ids, OPEN) == some
    assert record_facts.field_counts(sql, "person", ids[:1], OPEN)["gender"] == 1
