"""A bar says what it is of, how certain its days are, and nothing that is hidden."""

from __future__ import annotations

import pytest

from db import Event, HistoricalDate, Lens
from db.lists.timeline.bar_details import SORTS, BarDetail
from tests.db.conftest import Small
from tests.saved_records import ref

date = HistoricalDate.parse


def detail(small: Small, key: int, lens: Lens | None = None) -> BarDetail:
    (found,) = small.store.reader.bar_details([key], lens or small.lens)
    return found


# words → first, last, last start, first end, doubt
DATES = [
    ("2025-07-01", ("2025-07-01",) * 4, ""),
    ("July 2025", ("2025-07-01", "2025-07-31", "2025-07-31", "2025-07-01"), ""),
    ("about 2019", ("2018-01-01", "2020-12-31", "2020-12-31", "2018-01-01"), "about"),
    ("before August 2025", (None, "2025-07-31", "2025-07-31", None), "before"),
    ("after 3 May 2020", ("2020-05-04", None, None, "2020-05-04"), "after"),
]


@pytest.mark.parametrize(("words", "days", "doubt"), DATES)
def test_about_before_and_after_are_told_apart(
    small: Small, words: str, days: tuple[str | None, ...], doubt: str
) -> None:
    made = Event(title="Talks", kind="visit", start=date(words), local_time="09:30")
    small.store.save(made, small.lens)
    found = detail(small, made.id)
    assert (found.first, found.last, found.start_last, found.end_first) == days
    assert (found.doubt, found.word, found.local_time) == (doubt, "visit", "09:30")


def test_a_part_names_its_whole(small: Small) -> None:
    made = Event(title="Dinner", start=date("2025-09-15"), part_of=ref(small.call))
    small.store.save(made, small.lens)
    assert detail(small, made.id).part_of == small.call.id


def test_a_tenure_says_who_held_what_and_opens_the_person(small: Small) -> None:
    tenure = small.fresh(small.munir).tenures[0].id
    found = detail(small, -tenure)
    assert found.record_id == small.munir.id and found.sort == SORTS[2]
    assert found.also == "Chief of Army Staff, Pakistan Army"
    assert (found.first, found.last, found.status) == ("2022-11-29", None, "ongoing")


def test_an_agreement_is_certain_from_its_entry_into_force(small: Small) -> None:
    pact = small.fresh(small.pact)
    pact.in_force, pact.terminated = date("2025-11-01"), date("2030-01-01")
    small.store.save(pact, small.lens)
    found = detail(small, pact.id)
    assert (found.first, found.last) == ("2025-09-01", "2030-01-01")
    assert (found.start_last, found.end_first) == ("2025-11-01", "2030-01-01")


def test_what_is_hidden_or_gone_is_left_out(small: Small) -> None:
    hidden = Event(title="Hidden", start=date("2025-01-01"), marking=3)
    small.store.save(hidden, small.lens)
    assert small.store.reader.bar_details([hidden.id, 10**6, -(10**6)], Lens(ceiling=1)) == []


def test_the_marking_of_bars_is_the_highest_of_what_they_name(small: Small) -> None:
    tenure = -small.fresh(small.munir).tenures[0].id
    marking = small.store.reader.bars_marking
    assert marking([small.call.id, tenure]) == marking([]) == 0
    for record, key in ((small.army, tenure), (small.call, small.call.id)):
        made = small.fresh(record)
        made.marking = 2
        small.store.save(made, small.lens)
        assert marking([key]) == 2 and marking([small.pact.id]) == 0
