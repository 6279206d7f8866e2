"""A side reads its records by uid, as they are and as they were, as far as the ceiling lets it."""

from __future__ import annotations

from db import Lens
from db.exchange.desks.desk_side import DeskSide
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def side_of(small: Small, lens: Lens | None = None) -> DeskSide:
    return DeskSide(sql_of(small.store.reader), lens or small.lens, 0)


def test_records_are_read_as_they_are_and_as_they_were(small: Small) -> None:
    fork = small.store.reader.last_change()
    munir = small.fresh(small.munir)
    munir.title = "Syed Asim Munir"
    small.store.save(munir, small.lens)
    small.store.remove([small.call.id], small.lens)
    side = side_of(small)
    uids = [munir.uid, small.call.uid]
    assert {uid: each["title"] for uid, each in side.read(uids).items()} == {
        munir.uid: "Syed Asim Munir"
    }
    numbers = {munir.uid: {munir.id}, small.call.uid: {small.call.id}}
    past = side.read_past(numbers, fork)
    assert [past[uid]["title"] for uid in uids] == ["Asim Munir", "Telephone call"]
    assert past[small.call.uid]["participants"][0]["who"]["uid"] == munir.uid
    assert side.uids_of([munir.id, small.call.id]) == numbers
    assert side.numbers_of(small.call.uid) == {small.call.id}


def test_what_names_a_record_or_an_office_of_it_is_found(small: Small) -> None:
    side = side_of(small)
    assert side.naming([small.munir.id]) == {small.pact.id, small.call.id}
    assert side.naming([small.army.id]) == {small.munir.id}
    assert side.place_of(small.munir.uid) == ("person", small.munir.id)


def test_what_lies_above_the_ceiling_is_told_apart(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.marking = 2
    small.store.save(munir, small.lens)
    low = side_of(small, Lens("2025-09-15", 1))
    assert low.hidden_ids([munir.id, small.army.id]) == {munir.id}
    assert low.read([munir.uid]) == {}


def test_a_source_is_read_as_it_was(small: Small) -> None:
    fork = small.store.reader.last_change()
    munir = small.fresh(small.munir)
    munir.citations[0].source.publisher = "Dawn"
    small.store.save(munir, small.lens)
    side, source = side_of(small), munir.citations[0].source
    assert side.source_uids([source.id]) == {source.uid: source.id}
    assert "publisher" not in side.read_past_sources([source.id], fork)[source.uid]
