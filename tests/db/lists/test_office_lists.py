"""Offices and tenures as lists: in their order, of one country, through the lens."""

from __future__ import annotations

import pytest

from db import HistoricalDate, Lens, Office, OfficeRef, Organization, Person, Store, Tenure
from db.lists.office_lists import stored_date
from db.storage.row_mapping import date_values

LENS = Lens("2025-09-15")


@pytest.fixture
def posts(store: Store) -> Store:
    """Two bodies with offices, and tenures of three people."""
    bodies = [
        Organization(
            title="Ministry",
            country="pk",
            offices=[
                Office(title="Clerk"),
                Office(title="Secretary", precedence=2),
                Office(title="Minister", precedence=1, seats=1),
            ],
        ),
        Organization(title="Bureau", country="us", offices=[Office(title="Head")], marking=2),
    ]
    for body in bodies:
        store.save(body, LENS)
    clerk, secretary, minister = (office.id for office in bodies[0].offices)
    head = bodies[1].offices[0].id
    for title, office, since, state, marking in (
        ("Dar", minister, "2024-03-11", "ongoing", 0),
        ("Rubio", head, "2025-01-21", "ongoing", 0),
        ("Old", minister, "2001", "ended-unknown", 0),
        ("Shade", secretary, "2025", "unknown", 3),
        ("Undated", clerk, None, "unknown", 0),
    ):
        date = HistoricalDate.parse(since) if since else None
        tenure = Tenure(
            office=OfficeRef(office), since=date, end_state=state, acting=office == head
        )
        store.save(Person(title=title, tenures=[tenure], marking=marking), LENS)
    return store


def test_offices_stand_by_body_then_precedence_and_name_who_may_hold_them(posts: Store) -> None:
    told = [
        (line.office.title, [(h.person.title, h.certainty) for h in line.holders])
        for line in posts.reader.office_lines(LENS)
    ]
    assert told == [
        ("Head", [("Rubio", "held")]),
        ("Minister", [("Dar", "held")]),
        ("Secretary", [("Shade", "end unknown")]),
        ("Clerk", [("Undated", "end unknown")]),
    ]


def test_a_line_says_body_country_and_seats(posts: Store) -> None:
    [minister] = [x for x in posts.reader.office_lines(LENS) if x.office.title == "Minister"]
    assert minister.office.organization and minister.office.organization.title == "Ministry"
    assert (minister.country, minister.seats, len(minister.uid) > 10) == ("pk", 1, True)


def test_the_day_tells_who_is_a_holder(posts: Store) -> None:
    def holders(day: str) -> dict[str, list[str]]:
        lines = posts.reader.office_lines(Lens(day))
        return {x.office.title: [h.person.title for h in x.holders] for x in lines}

    assert holders("2001-06-01")["Minister"] == ["Old"]
    assert holders("2000-06-01")["Minister"] == []
    assert holders("2025-01-20")["Head"] == []


@pytest.mark.parametrize(
    ("country", "offices", "people"),
    [
        ("", 4, ["Rubio", "Shade", "Dar", "Old", "Undated"]),
        ("us", 1, ["Rubio"]),
        ("pk", 3, ["Shade", "Dar", "Old", "Undated"]),
        ("fr", 0, []),
    ],
)
def test_a_country_is_that_of_the_body(
    posts: Store, country: str, offices: int, people: list[str]
) -> None:
    assert len(posts.reader.office_lines(LENS, country)) == offices
    lines = posts.reader.tenure_lines(LENS, country)
    assert [line.person.title for line in lines] == people


def test_what_the_lens_hides_is_in_no_line(posts: Store) -> None:
    low = Lens("2025-09-15", 1)
    assert [line.person.title for line in posts.reader.tenure_lines(low)] == [
        "Dar", "Old", "Undated",
    ]  # fmt: skip
    lines = {line.office.title: line.holders for line in posts.reader.office_lines(low)}
    assert lines.keys() == {"Minister", "Secretary", "Clerk"}
    assert lines["Secretary"] == ()


def test_a_tenure_is_told_whole(posts: Store) -> None:
    [rubio] = posts.reader.tenure_lines(LENS, "us")
    assert rubio.since == HistoricalDate.parse("2025-01-21")
    assert (rubio.until, rubio.end_state, rubio.acting, rubio.certainty) == (
        None, "ongoing", True, "held",
    )  # fmt: skip
    assert posts.reader.tenure_lines(Lens("2020-01-01"), "us")[0].certainty == ""


@pytest.mark.parametrize("text", ["2025-07", "before 2019", "late July 2025"])
def test_a_stored_date_is_read_back(text: str) -> None:
    date = HistoricalDate.parse(text)
    assert stored_date(*date_values(date)) == date


def test_a_date_of_words_alone_is_a_date_and_none_is_none() -> None:
    assert stored_date("", None, None, "long ago") == HistoricalDate("", None, None, "long ago")
    assert stored_date(None, None, None, None) is None
