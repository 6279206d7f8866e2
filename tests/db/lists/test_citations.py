"""Lists name their sources through the lens, and count what it takes from their lines."""

from __future__ import annotations

from db import Citation, Event, HistoricalDate, Lens, Participant, Person, Source
from db.lists.citations import citations_of, marking_summary
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LOW = Lens("2025-09-15", 1)


def test_the_citations_of_many_records_are_read_in_their_order(small: Small) -> None:
    source = Source(title="Cable", text="whole " * 1000, published=HistoricalDate.parse("2025"))
    event = Event(
        title="Talks",
        citations=[
            Citation(source=source, field="start", passage="first"),
            Citation(source=source, field="outcome", passage="second"),
        ],
    )
    small.store.save(event, small.lens)
    found = citations_of(sql_of(small.store), [event.id, small.munir.id], small.lens)
    assert [each.passage for each in found[event.id]] == ["first", "second"]
    assert [each.passage for each in found[small.munir.id]] == ["high-level visits"]
    read = found[event.id][0].source
    assert (read.title, read.published, read.text) == ("Cable", source.published, "")


def test_a_source_above_the_ceiling_backs_nothing_and_is_counted(small: Small) -> None:
    event = Event(
        title="Talks",
        citations=[Citation(source=Source(title="Cable", marking=2), passage="zebra")],
    )
    small.store.save(event, small.lens)
    assert citations_of(sql_of(small.store), [event.id], LOW) == {}
    assert marking_summary(sql_of(small.store), [event.id], LOW) == (0, 1)
    assert marking_summary(sql_of(small.store), [event.id], small.lens) == (2, 0)


def test_what_backs_an_office_above_the_ceiling_is_not_told(small: Small) -> None:
    uid = small.fresh(small.munir).tenures[0].uid  # type: ignore[attr-defined]
    munir = small.fresh(small.munir)
    munir.citations.append(
        Citation(source=Source(title="Cable"), field=f"tenure {uid}", passage="zebra")
    )
    small.store.save(munir, small.lens)
    small.army.marking = 2
    small.store.save(small.army, small.lens)
    found = citations_of(sql_of(small.store), [munir.id], LOW)
    assert [each.passage for each in found[munir.id]] == ["high-level visits"]
    assert len(citations_of(sql_of(small.store), [munir.id], small.lens)[munir.id]) == 2
    read = small.store.reader.get(munir.id, LOW)
    assert [each.passage for each in read.citations] == ["high-level visits"]


def test_whom_lines_name_is_marked_and_counted(small: Small) -> None:
    there = [Person(title="Low", marking=1), Person(title="High", marking=3)]
    for person in there:
        small.store.save(person, small.lens)
    event = Event(title="Talks", participants=[Participant(who=ref(each)) for each in there])
    small.store.save(event, small.lens)
    assert marking_summary(sql_of(small.store), [event.id], LOW) == (1, 1)
    assert marking_summary(sql_of(small.store), [event.id], Lens("2025-09-15", 3)) == (3, 0)
    assert marking_summary(sql_of(small.store), [], LOW) == (0, 0)
