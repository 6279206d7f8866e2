"""A body's offices with who holds them, and those that stand empty said to be so."""

from dataclasses import replace

import pytest

from db import (
    HELD,
    Citation,
    HistoricalDate,
    Holder,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Ref,
    Related,
    Source,
)
from desktop.paper.content.blocks import TableBlock, plain, runs
from desktop.paper.sections.sheet_context import SheetFacts
from desktop.paper.sheets import organization_sheet as organization
from tests.desktop.paper.context_of import DAY, said, telling_of

DATE = HistoricalDate.parse


def holder(office: int, name: str, since: str, until: str = "", certainty: str = HELD) -> Holder:
    return Holder(
        Ref(office * 10, name, "person"),
        OfficeRef(office, ""),
        DATE(since),
        DATE(until) if until else None,
        False,
        certainty,
    )


def told(offices: list[Office], *holders: Holder, **more: object) -> list[str]:
    body = Organization(title="Ministry", offices=offices, **more)
    return said(organization.offices(telling_of(body, related=Related(holders=list(holders)))))


def test_offices_stand_by_precedence_then_by_name() -> None:
    offices = [
        Office(id=1, title="Zonal head"),
        Office(id=2, title="Deputy", precedence=2),
        Office(id=3, title="Adviser"),
        Office(id=4, title="Minister", precedence=1),
    ]
    titles = [line.partition(" | ")[0] for line in told(offices)[2:]]
    assert titles == ["Minister", "Deputy", "Adviser", "Zonal head"]


def test_holders_stand_beside_their_office_and_empty_seats_are_counted() -> None:
    offices = [
        Office(id=1, title="Minister"),
        Office(id=2, title="Judge", seats=3),
        Office(id=3, title="X"),
    ]
    lines = told(offices, holder(1, "Dar", "2024"), holder(2, "Ann", "2020"))
    assert lines[2:] == [
        "Judge (3 seats) | Ann | since 2020",
        " | 2 of 3 seats without a holder | ",
        "Minister | Dar | since 2024",
        "X | no holder on this desk | ",
    ]


def test_an_office_that_is_over_wants_no_holder() -> None:
    offices = [Office(id=1, title="Viceroy", dissolved=DATE("1947"))]
    assert told(offices) == []
    assert told([Office(id=1, title="Chief")], dissolved=DATE("2001")) == []
    assert told([Office(id=1, title="Chief", founded=DATE("2030"))]) == []


def test_those_who_held_an_office_before_stand_apart_the_first_of_them_first() -> None:
    body = Organization(title="Ministry", offices=[Office(id=1, title="Minister")])
    gone = [holder(1, "Late", "2020", "2022", ""), holder(1, "Early", "2010", "2020", "")]
    related = Related(holders=gone)
    assert said(organization.former(telling_of(body, related=related))) == [
        "Holders at other times",
        "Minister",
        "2010 – 2020 | Early | ",
        "2020 – 2022 | Late | ",
    ]


def test_the_first_office_is_told_through_time() -> None:
    offices = [Office(id=1, title="Minister", precedence=1), Office(id=2, title="Envoy")]
    body = Organization(title="Ministry", offices=offices)
    held = [holder(1, "Now", "2022"), holder(1, "Late", "2020", "2022", "")]
    context = telling_of(body, related=Related(holders=held))
    assert said(organization.heads(context)) == [
        "Minister through time",
        "2020 – 2022 | Late | ",
        "since 2022 | Now | ",
    ]
    assert said(organization.former(context)) == []


def test_two_first_offices_are_no_head() -> None:
    offices = [Office(id=1, title="King", precedence=1), Office(id=2, title="Queen", precedence=1)]
    body = Organization(title="Realm", offices=offices)
    held = [holder(1, "Late", "2020", "2022", "")]
    assert organization.heads(telling_of(body, related=Related(holders=held))) == []


@pytest.mark.parametrize(
    ("body", "row"),
    [
        (Organization(title="x", kind="ministry"), "Type | Ministry"),
        (Organization(title="x", acronym="MoFA"), "Acronym | MoFA"),
        (Organization(title="x", founded=DATE("1947")), "Founded | 1947"),
        (
            Organization(title="x", predecessor=Ref(3, "India Office", "organization")),
            "Predecessor | India Office",
        ),
    ],
)
def test_what_a_body_is(body: Organization, row: str) -> None:
    assert row in said(organization.facts(telling_of(body)))


def test_what_it_stands_under_and_what_stands_under_it() -> None:
    state = Ref(5, "State", "organization")
    body = Organization(title="x", parents=[Parent(parent=state, since=DATE("1947"))])
    assert said(organization.hierarchy(telling_of(body))) == [
        "Part of",
        "since 1947 | State | ",
    ]
    related = Related(members=[Ref(6, "Bureau", "organization")])
    assert "Bureau" in said(organization.members(telling_of(body, related=related)))


def test_the_subtitle_tells_type_state_and_acronym() -> None:
    body = Organization(title="x", kind="ministry", country="pk", acronym="MoFA")
    reading = telling_of(body).reading
    assert organization.subtitle(reading, Lens(DAY)) == "Ministry · Pakistan · MoFA"


def test_a_holder_bears_the_numbers_of_what_backs_that_very_office() -> None:
    press, wire = Source(id=1, title="Readout"), Source(id=2, title="Wire")
    cited = (
        Citation(source=wire, field="born"),
        Citation(source=press, field="tenure 7Q", passage="sworn in"),
        Citation(source=wire, field="tenure 8R"),
    )
    dar = replace(holder(1, "Dar", "2024"), tenure="7Q")
    body = Organization(title="Ministry", offices=[Office(id=1, title="Minister")])
    context = telling_of(body, related=Related(holders=[dar]), known=SheetFacts(cited={10: cited}))
    (_, table) = organization.offices(context)
    assert isinstance(table, TableBlock)
    assert [run.note for run in runs(table.rows[0][1]) if run.note is not None] == [1]
    ((_, note),) = context.citing.register.endnotes().rows
    assert plain(note) == "“Readout”.\nDar: Office: “sworn in”."
