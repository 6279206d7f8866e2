"""Who held what on a day; an unknown end never counts as serving without saying so."""

from __future__ import annotations

import pytest

from db import (
    END_UNKNOWN,
    HELD,
    START_UNKNOWN,
    HistoricalDate,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Person,
    Rank,
    Store,
    Tenure,
    rank_on,
    tenure_certainty,
)
from db.changes.writing import insert_record
from db.lists.offices import MAX_AT_HAND, offices_at_hand, title_on
from db.lists.titles.tenure_titles import titles_on
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

DAY = "2025-09-15"
CASES = [
    ("2022-11-29", None, "ongoing", HELD),
    ("2022-11-29", None, "unknown", END_UNKNOWN),
    ("2022-11-29", None, "ended", END_UNKNOWN),
    ("2022-11-29", None, "ended-unknown", ""),
    ("2026", None, "ongoing", ""),
    ("2025", None, "ongoing", START_UNKNOWN),
    (None, None, "ongoing", HELD),
    (None, None, "unknown", END_UNKNOWN),
    ("2020", "2024", "ended", ""),
    ("2020", "2025", "ended", END_UNKNOWN),
    ("2020", "2026", "ended", HELD),
    (None, "2025-09-15", "ended", START_UNKNOWN),
    (None, "2025-09-14", "ended", ""),
]


@pytest.mark.parametrize(("since", "until", "end_state", "said"), CASES)
def test_a_tenure_is_held_as_surely_as_its_dates_say(
    since: str | None, until: str | None, end_state: str, said: str
) -> None:
    dates = [HistoricalDate.parse(text) if text else None for text in (since, until)]
    tenure = Tenure(since=dates[0], until=dates[1], end_state=end_state)
    assert tenure_certainty(tenure, DAY) == said


def test_the_latest_rank_held_counts() -> None:
    ranks = [
        Rank(title="General", since=HistoricalDate.parse("2022")),
        Rank(title="Field Marshal", since=HistoricalDate.parse("2025-05")),
    ]
    assert (rank_on(ranks, "2024-01-01"), rank_on(ranks, DAY)) == ("General", "Field Marshal")
    assert rank_on(ranks, "1999-01-01") == ""


def test_ten_thousand_tenures_in_one_office_are_listed_removed_and_restored(store: Store) -> None:
    lens = Lens(DAY)
    body = Organization(title="Assembly", offices=[Office(title="Member")])
    store.save(body, lens)
    office = OfficeRef(body.offices[0].id)
    with store.unit_of_work("Import members", compact=True) as work:
        for number in range(10_000):
            held = Tenure(office=office, end_state="ongoing")
            insert_record(work, Person(title=f"Member {number}", given="x", tenures=[held]))
    reading = store.reader.read(body.id, lens)
    assert len(reading.related.holders) == 10_000
    gone = store.remove([body.id], lens)
    assert gone.many and store.reader.tenure_lines(lens) == []
    store.revert(gone.id)
    assert len(store.reader.tenure_lines(lens)) == 10_000


def test_an_office_that_several_lines_tell_of_is_one_title(small: Small) -> None:
    munir = small.fresh(small.munir)
    assert isinstance(munir, Person)
    [held] = munir.tenures
    munir.tenures += [Tenure(office=held.office, note=note) for note in ("one list", "another")]
    small.store.save(munir, small.lens)
    there = small.fresh(munir)
    title = "Chief of Army Staff, Pakistan Army"
    assert title_on(there, "2025-09-15") == f"Field Marshal · {title}"
    assert titles_on(sql_of(small.store), [there.id], small.lens) == {there.id: title}


def test_the_offices_at_hand_are_those_of_the_countries_and_then_the_last_that_were_given(
    store: Store,
) -> None:
    """A hidden holder brings no office forward, and a hidden body has none."""
    lens, refs = Lens(ceiling=0), {}
    for country, marking in (("pk", 0), ("us", 0), ("pk", 3)):
        body = Organization(
            title=f"Ministry {country} {marking}",
            country=country,
            marking=marking,
            offices=[Office(title=f"{name} {country} {marking}") for name in "ABC"],
        )
        store.save(body, Lens())
        refs |= {each.title: OfficeRef(each.id) for each in body.offices}
    for office, marking in (("B us 0", 0), ("B pk 0", 0), ("C pk 0", 0), ("A pk 0", 3)):
        tenure = Tenure(office=refs[office])
        store.save(Person(title=f"Holder of {office}", marking=marking, tenures=[tenure]), Lens())

    def at_hand(*countries: str, ceiling: int = 0) -> list[str]:
        found = offices_at_hand(sql_of(store), countries, Lens(ceiling=ceiling))
        return [each.title for each in found]

    assert at_hand("pk") == ["C pk 0", "B pk 0", "A pk 0", "B us 0"]
    assert at_hand() == ["C pk 0", "B pk 0", "B us 0"]
    assert at_hand("pk", ceiling=3)[0] == "A pk 0"
    assert len(at_hand("pk", "us", ceiling=3)) == MAX_AT_HAND
    assert store.reader.offices_at_hand(["us"], lens)[0].organization is not None
