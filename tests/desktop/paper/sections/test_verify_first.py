"""What a record does not know is said before somebody relies on it."""

import pytest

from db import (
    Agreement,
    Citation,
    Event,
    HistoricalDate,
    OfficeRef,
    Organization,
    Person,
    Rank,
    Record,
    Source,
    Tenure,
)
from desktop.paper.sections.verify_first import MAX_POINTS, verify_first
from tests.desktop.paper.context_of import said, telling_of

DATE = HistoricalDate.parse
NO_SOURCE = "No source on this desk for anything here."


def points(record: Record) -> list[str]:
    return said(verify_first(telling_of(record)))[1:]


def tenure(**more: object) -> Tenure:
    return Tenure(office=OfficeRef(1, "Minister"), **more)


def test_there_is_nothing_to_verify_of_who_serves_since_a_day() -> None:
    serving = Person(title="x", tenures=[tenure(since=DATE("2022"), end_state="ongoing")])
    assert [point for point in points(serving) if "Minister" in point] == []


@pytest.mark.parametrize(
    ("record", "point"),
    [
        (Person(title="x", tenures=[tenure()]), "Minister: start and end not known."),
        (
            Person(title="x", tenures=[tenure(until=DATE("2022"), end_state="ended")]),
            "Minister: start not known.",
        ),
        (Person(title="x", ranks=[Rank(title="Major")]), "no date of appointment"),
        (Agreement(title="x"), "Its status is not recorded."),
        (Agreement(title="x", binding="disputed"), "Whether it binds is disputed."),
        (Agreement(title="x", concluded=DATE("2020")), "known only as “2020”"),
        (Event(title="x"), "When it took place: no date on this desk."),
        (Event(title="x", start=DATE("May 2025")), "known only as “May 2025”"),
        (
            Event(title="x", start=DATE("May 2025"), status="planned"),
            "Planned for May 2025: whether it took place.",
        ),
        (Event(title="x", status="reported"), "Reported only: whether it took place."),
        (Organization(title="x", checked_on="2024-01-01"), "Not checked for 546 days."),
    ],
)
def test_what_a_record_leaves_open_is_a_point(record: Record, point: str) -> None:
    assert any(point in each for each in points(record))


@pytest.mark.parametrize(
    "record",
    [
        Person(title="x", tenures=[tenure(since=DATE("2030"))]),
        Person(title="x", tenures=[tenure(since=DATE("2020"), end_state="ongoing")]),
        Event(title="x", start=DATE("6 April 2025"), status="held"),
        Organization(title="x", checked_on="2025-06-01"),
    ],
)
def test_what_is_certain_is_no_point(record: Record) -> None:
    assert points(record) == [NO_SOURCE]


def test_one_source_is_said_to_be_the_only_one() -> None:
    record = Organization(title="x", citations=[Citation(source=Source(title="Readout"))])
    assert points(record) == ["Everything here rests on one source."]


def test_two_sources_need_no_warning_and_a_doubtful_one_does() -> None:
    cited = [
        Citation(source=Source(title="One"), field="founded", confidence="doubtful"),
        Citation(source=Source(title="Other")),
    ]
    assert points(Organization(title="x", citations=cited)) == ["Doubtful: Founded."]


def test_both_sides_of_a_dispute_are_quoted() -> None:
    cited = [
        Citation(source=Source(title="One"), field="founded", passage="since 1947"),
        Citation(source=Source(title="Other"), field="founded", stance="disputes"),
    ]
    assert points(Organization(title="x", citations=cited)) == [
        "Founded: sources disagree; for: “since 1947”; against: “Other”."
    ]


def test_too_many_points_are_counted_not_listed() -> None:
    ranks = [Rank(title=f"Rank {n}") for n in range(MAX_POINTS + 3)]
    told = points(Person(title="x", ranks=ranks))
    assert len(told) == MAX_POINTS + 1
    assert told[-1] == "4 more of the same kinds."


@pytest.mark.parametrize(
    ("own", "point"),
    [([], "This record names no source."), ([1], "This record rests on one source.")],
)
def test_sources_of_other_records_on_the_sheet_are_not_its_own(own: list[int], point: str) -> None:
    cited = [Citation(source=Source(id=key, title="Readout")) for key in own]
    context = telling_of(Organization(title="x", citations=cited))
    context.citing.register.take([Citation(source=Source(id=7, title="Wire"))], "Dar")
    assert said(verify_first(context))[1:] == [point]
