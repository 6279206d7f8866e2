"""What is to be kept no longer is listed on its day, and filtered; nothing is erased by itself."""

from __future__ import annotations

from db import HIGHEST, Lens, keep_topic_until, parse_query
from tests.db.conftest import Small


def due(small: Small, day: str, ceiling: int = HIGHEST) -> list[tuple[str, str]]:
    sections = small.store.reader.today_sections(Lens(day, ceiling))
    section = next(each for each in sections if each.name == "retention")
    assert section.total == len(section.lines)
    return [(line.title, line.says) for line in section.lines]


def keep(small: Small, day: str | None, *topics: str) -> None:
    person = small.fresh(small.munir)
    person.keep_until, person.topics = day, list(topics)
    small.store.save(person, small.lens)


def found(small: Small, words: str) -> list[int]:
    return list(small.store.reader.page("person", parse_query(words), small.lens).ids)


def test_a_record_is_due_on_its_day_and_not_before(small: Small) -> None:
    keep(small, "2026-03-01")
    assert due(small, "2026-02-28") == []
    assert due(small, "2026-03-01") == [("Asim Munir", "To be kept until 1 March 2026.")]
    assert due(small, "2027-01-01")
    assert small.store.reader.get(small.munir.id, small.lens).keep_until == "2026-03-01"


def test_what_bears_a_topic_is_due_with_it_unless_it_has_a_day_of_its_own(small: Small) -> None:
    keep(small, None, "army")
    with small.store.unit_of_work("Keep") as work:
        keep_topic_until(work, "army", "2026-01-01", small.lens)
    assert due(small, "2026-01-01") == [
        ("army", "To be kept until 1 January 2026; 1 record bears it.")
    ]
    assert found(small, "keep-until:2026") == [small.munir.id]
    keep(small, "2040-01-01", "army")
    assert due(small, "2026-01-01") == []
    assert found(small, "keep-until:2026") == []
    assert found(small, "retention:2040..") == [small.munir.id]
    assert found(small, "-keep-until:..2030") == [small.munir.id]


def test_nothing_above_the_ceiling_is_due(small: Small) -> None:
    person = small.fresh(small.munir)
    person.keep_until, person.marking = "2026-03-01", 2
    small.store.save(person, small.lens)
    assert due(small, "2026-03-01", 1) == []
    assert len(due(small, "2026-03-01", 2)) == 1
