"""Records stand in the index by who matters now, and saves, undo and rebuilding agree on it."""

from __future__ import annotations

import pytest

from db import Event, HistoricalDate, Lens, Participant, Person, Store, Tenure, parse_query
from db.search.index.relevance_rank import (
    LAST_PLACE,
    YEARS,
    forward,
    keep,
    place_of,
    places,
    places_and_records,
    year_in,
)
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LENS = Lens("2025-09-15")

DAYS = [
    ("2025-09-15", 2025), ("0044-03-15", 44), ("-0044-03-15", -44), ("", None), (None, None),
    ("unknown", None),
]  # fmt: skip


@pytest.mark.parametrize(("day", "year"), DAYS)
def test_the_year_of_a_day_is_read(day: str | None, year: int | None) -> None:
    assert year_in(day) == year


def test_those_in_office_stand_before_those_who_were_and_recent_before_old() -> None:
    serving = place_of(1999, serving=True)
    recent, old = place_of(2025, serving=False), place_of(1900, serving=False)
    assert serving < recent < old < place_of(None, serving=False) == LAST_PLACE


def test_no_year_however_far_leaves_its_half() -> None:
    assert place_of(-9000, serving=True) < YEARS <= place_of(9999, serving=False)


def test_a_later_naming_brings_forward_and_an_earlier_one_does_not_push_back() -> None:
    place = place_of(2000, serving=False)
    assert forward(place, 2020) < place == forward(place, 1990)


def test_a_record_that_is_gone_still_has_its_place_and_is_told_from_those_there(
    store: Store,
) -> None:
    kept = Person(title="Ishaq Dar")
    store.save(kept, LENS)
    gone = kept.id + 1
    keep(sql_of(store), [(gone, 40)])
    assert places_and_records(sql_of(store), [gone, kept.id]) == (
        {gone: 40, kept.id: LAST_PLACE},
        {kept.id},
    )


def titles(store: Store, text: str) -> list[str]:
    ids = store.reader.page("person", parse_query(text), LENS).ids
    return [line.title for line in store.reader.lines(ids, LENS)]


def test_who_was_in_a_recent_event_stands_before_a_namesake(small: Small) -> None:
    store = small.store
    old, new = Person(title="Zahra Khan One"), Person(title="Zahra Khan Two")
    for person in (old, new):
        store.save(person, LENS)
    assert titles(store, "zahra") == ["Zahra Khan One", "Zahra Khan Two"]
    met = Event(title="Meeting", start=HistoricalDate.parse("2025-03"))
    met.participants = [Participant(who=ref(new))]
    store.save(met, LENS)
    assert titles(store, "zahra") == ["Zahra Khan Two", "Zahra Khan One"]
    assert store.verify() == []


def test_who_was_in_an_event_stays_before_a_namesake_when_saved_again(small: Small) -> None:
    store = small.store
    old, new = Person(title="Zahra Khan One"), Person(title="Zahra Khan Two")
    for person in (old, new):
        store.save(person, LENS)
    met = Event(title="Meeting", start=HistoricalDate.parse("2025-03"))
    met.participants = [Participant(who=ref(new))]
    store.save(met, LENS)
    place = places(sql_of(store), [new.id])[new.id]
    for title in ("Zahra Khan Two the Younger", "Zahra Khan Two"):
        again = small.fresh(new)
        again.title = title
        store.save(again, LENS)
        assert places(sql_of(store), [new.id])[new.id] == place == place_of(2025, serving=False)
        assert titles(store, "zahra") == [title, "Zahra Khan One"]
    again = small.fresh(new)
    again.born = HistoricalDate.parse("1970")
    store.save(again, LENS)  # nothing that is searched for changes
    assert places(sql_of(store), [new.id])[new.id] == place
    assert store.verify() == []


def test_who_holds_an_office_stands_first_until_the_tenure_ends(small: Small) -> None:
    store = small.store
    one, two = Person(title="Zahra Khan One"), Person(title="Zahra Khan Two")
    for person in (one, two):
        store.save(person, LENS)
    office = small.munir.tenures[0].office
    two = small.fresh(two)
    two.tenures = [Tenure(office=office, since=HistoricalDate.parse("2024"), end_state="ongoing")]
    store.save(two, LENS)
    assert titles(store, "zahra")[0] == "Zahra Khan Two"
    assert places(sql_of(store), [two.id])[two.id] < YEARS
    two = small.fresh(two)
    two.tenures[0].end_state = "ended"
    two.tenures[0].until = HistoricalDate.parse("2025-01")
    change = store.save(two, LENS)  # nothing is said otherwise in the text: only the place moves
    assert places(sql_of(store), [two.id])[two.id] >= YEARS
    assert store.verify() == []
    assert change is not None
    store.revert(change.id)
    assert places(sql_of(store), [two.id])[two.id] < YEARS
    assert store.verify() == []


def test_a_record_that_is_gone_stands_nowhere(small: Small) -> None:
    small.store.remove([small.call.id], LENS)
    assert (
        sql_of(small.store).value("SELECT count(*) FROM standing WHERE id=?", (small.call.id,)) == 0
    )
    assert small.store.verify() == []


def test_places_made_anew_are_those_that_saves_made(small: Small) -> None:
    def kept() -> list[tuple[int, int]]:
        return sql_of(small.store).rows("SELECT id, place FROM standing ORDER BY id")

    before = kept()
    small.store.rebuild()
    assert kept() == before and before
