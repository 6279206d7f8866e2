"""What a record ever said is gathered from its rows and its history."""

from __future__ import annotations

from contextlib import closing

from db import Citation, Person, Source, merge_records
from db.traces.record_texts import gather_lines, gather_texts, owned_tables
from tests.db.conftest import Small


def test_former_titles_words_sources_and_merged_records_are_gathered(small: Small) -> None:
    store = small.store
    person = small.fresh(small.munir)
    person.title = "Second Title"
    person.citations = [Citation(source=Source(title="Quotidian"))]
    store.save(person, small.lens)
    twin = Person(title="Twin Title")
    store.save(twin, small.lens)
    with store.unit_of_work("Merge") as work:
        merge_records(work, person.id, twin.id, {}, small.lens)
    with closing(store.new_connection()) as sql:
        found = gather_texts(sql, person.id)
        assert found.ids == {person.id, twin.id}
        assert {"Asim Munir", "Second Title", "Twin Title", "عاصم منیر"} <= found.titles
        assert {"munir", "second", "twin", "zebra", "quotidian"} <= found.words
        assert len(found.sources) == 2
        assert len(found.topics) == 1
        assert {number for number, _ in gather_lines(sql, found.ids)} == set(found.lines)
        other = gather_texts(sql, small.army.id)
        assert not found.ids & other.ids
        assert not set(found.lines) & set(other.lines)


def test_the_tables_of_a_record_are_found_by_their_references(small: Small) -> None:
    with closing(small.store.new_connection()) as sql:
        tables = owned_tables(sql)
    assert {"record", "person", "note", "party_action", "record_tag"} <= set(tables)
    assert not {"merger", "verdict", "source", "change"} & set(tables)
