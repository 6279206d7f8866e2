"""What a reader answers beyond the lists: identifiers, topics, sources, offices, pickers."""

from __future__ import annotations

import pytest

from db import (
    Citation,
    Event,
    HistoricalDate,
    Identifier,
    Lens,
    Person,
    Refused,
    Source,
    Store,
)
from tests.db.conftest import Small

LENS = Lens("2025-09-15")
MANY = range(1, 300_001)  # more than one statement can take


def test_any_number_of_records_is_asked_about_at_once(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.identifiers = [Identifier(scheme="wikidata", value="Q1")]
    small.store.save(munir, LENS)
    reader = small.store.reader
    assert reader.uids(MANY)[munir.id] == munir.uid
    assert reader.identifiers(MANY)[munir.id] == {"wikidata": "Q1"}
    assert reader.uids([]) == reader.identifiers([]) == {}
    assert reader.highest_marking(MANY) == 0


def test_the_first_identifier_of_a_scheme_counts(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.identifiers = [Identifier(scheme="x", value=value) for value in ("1", "2")]
    small.store.save(munir, LENS)
    assert small.store.reader.identifiers([munir.id, small.pact.id]) == {
        munir.id: {"x": "1"},
        small.pact.id: {},
    }


def test_topics_are_those_of_records_that_are_shown(store: Store) -> None:
    store.save(Person(title="A", topics=["trade", "army"]), LENS)
    store.save(Person(title="B", topics=["zebra"], marking=3), LENS)
    assert store.reader.topics() == ["army", "trade", "zebra"]
    assert store.reader.topics(Lens(ceiling=2)) == ["army", "trade"]


SOURCES = [
    ("read", ["Second readout", "A readout"]),
    ("READOUT", ["Second readout", "A readout"]),
    ("100%", ["100% of it"]),
    ("r%t", []),
    ("secret", []),
    ("communiqué", ["Communiqué"]),
    ("COMMUNIQUÉ", ["Communiqué"]),
    ("", ["Communiqué", "100% of it", "Second readout", "A readout"]),
]


def test_sources_are_found_by_any_part_of_their_title_newest_first(store: Store) -> None:
    for title in ("A readout", "Second readout", "100% of it", "Communiqué"):
        store.save(Event(title=title, citations=[Citation(source=Source(title=title))]), LENS)
    hidden = Source(title="Secret readout", marking=3)
    store.save(Event(title="Last", citations=[Citation(source=hidden)]), LENS)
    for text, titles in SOURCES:
        told = store.reader.sources(text, Lens(ceiling=2))
        assert [title for _, title in told] == titles, text


def test_a_source_is_read_whole_if_it_is_shown(store: Store) -> None:
    source = Source(
        title="Secret readout", author="N.", published=HistoricalDate.parse("2025"), marking=3
    )
    store.save(Event(title="Call", citations=[Citation(source=source)]), LENS)
    [(key, _)] = store.reader.sources("secret", LENS)
    assert store.reader.source(key, LENS) == source
    assert store.reader.source(key, Lens(ceiling=2)) is None
    assert store.reader.source(key + 1, LENS) is None


def test_a_record_is_found_by_its_uid_if_it_is_shown(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.marking = 2
    small.store.save(munir, LENS)
    assert small.store.reader.find(munir.uid, LENS) == munir.id
    assert small.store.reader.find(munir.uid, Lens(ceiling=1)) is None
    assert small.store.reader.find("none", LENS) is None


def test_a_reading_is_the_record_what_others_say_and_its_title(small: Small) -> None:
    reading = small.store.reader.read(small.munir.id, Lens("2025-09-15", 2))
    assert reading.record == small.store.reader.get(small.munir.id, Lens("2025-09-15", 2))
    assert reading.title == "Field Marshal · Chief of Army Staff, Pakistan Army"
    assert [line.title for line in reading.related.events] == ["Telephone call"]
    assert reading.withheld == 1
    with pytest.raises(Refused, match="not on this desk"):
        small.store.reader.read(10_000, LENS)
