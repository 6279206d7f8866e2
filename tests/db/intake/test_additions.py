"""A proposal adds lines and fills what is empty; it says None where it knows nothing new."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    Amount,
    Citation,
    Event,
    HistoricalDate,
    Name,
    OfficeRef,
    Organization,
    Participant,
    Party,
    Person,
    Rank,
    Record,
    Ref,
    Source,
    Tenure,
)
from db.intake.additions import add_proposal, without_doubles

CHIEFS = Ref(3, "Joint Chiefs of Staff", "organization")
US = Ref(0, "United States", "organization")
CITED = Citation(source=Source(title="A text", text="the text"), passage="a sentence")
DAR, STATE = Ref(7, "Ishaq Dar", "person"), Ref(9, "Pakistan", "organization")


@pytest.mark.parametrize(
    ("known", "draft", "field", "lines"),
    [
        (Person(title="A"), Person(title="A", ranks=[Rank(title="General")]), "ranks", 1),
        (
            Person(title="A", ranks=[Rank(title="general")]),
            Person(title="A", ranks=[Rank(title="General")]),
            "ranks",
            1,
        ),
        (Person(title="A"), Person(title="B"), "names", 1),
        (Organization(title="A", acronym="X"), Organization(title="A", acronym="Y"), "names", 1),
        (Organization(title="A", acronym="X"), Organization(title="A", acronym="X"), "names", 0),
        (
            Event(title="A"),
            Event(title="B", participants=[Participant(who=DAR)]),
            "participants",
            1,
        ),
        (
            Event(title="A", participants=[Participant(who=DAR)]),
            Event(title="B", participants=[Participant(who=DAR), Participant(who=STATE)]),
            "participants",
            2,
        ),
        (
            Agreement(title="A", amounts=[Amount(number="5", currency="USD")]),
            Agreement(title="A", amounts=[Amount(number="5", currency="USD")]),
            "amounts",
            1,
        ),
        (Agreement(title="A"), Agreement(title="B", parties=[Party(who=STATE)]), "parties", 1),
        (
            Person(title="A", tenures=[Tenure(office=OfficeRef(4, "Chairman", CHIEFS))]),
            Person(
                title="A",
                tenures=[Tenure(office=OfficeRef(0, "Chairman Joint Chiefs of Staff", US))],
            ),
            "tenures",
            1,
        ),
        (
            Person(title="A", tenures=[Tenure(office=OfficeRef(4, "Chairman", CHIEFS))]),
            Person(
                title="A",
                tenures=[Tenure(office=OfficeRef(0, "Deputy Joint Chiefs of Staff", US))],
            ),
            "tenures",
            2,
        ),
    ],
)
def test_a_line_is_added_unless_it_is_there(
    known: Record, draft: Record, field: str, lines: int
) -> None:
    after = add_proposal(known, draft, CITED)
    assert after is not None
    assert len(getattr(after, field)) == lines
    assert after.title == "A"


@pytest.mark.parametrize(
    ("known", "draft"),
    [
        (Person(title="A", country="pk"), Person(title="A", country="in")),
        (Organization(title="A", kind="agency"), Organization(title="A", kind="company")),
        (Event(title="A", place="Rome"), Event(title="A", place="Paris")),
        (
            Event(title="A", start=HistoricalDate.parse("2025-07")),
            Event(title="A", start=HistoricalDate.parse("2025-08")),
        ),
    ],
)
def test_what_the_record_says_stays_and_what_is_empty_is_filled(
    known: Record, draft: Record
) -> None:
    after = add_proposal(known, draft, CITED)
    assert after is not None
    for field in ("country", "kind", "place", "start"):
        assert getattr(after, field, None) == getattr(known, field, None)
    empty = type(known)(title="A")
    filled = add_proposal(empty, draft, CITED)
    assert filled is not None
    assert any(
        getattr(filled, field, None) != getattr(empty, field, None)
        for field in ("country", "kind", "place", "start")
    )


def test_what_is_known_and_cited_already_is_nothing_new() -> None:
    known = Person(title="A", names=[Name(text="B")], citations=[CITED])
    assert add_proposal(known, Person(title="B"), CITED) is None
    assert add_proposal(known, Person(title="C"), CITED) is not None
    other = Citation(source=CITED.source, passage="another sentence")
    assert add_proposal(known, Person(title="B"), other) is not None


def test_nobody_stands_twice_in_a_draft() -> None:
    new = Ref(0, "Somebody", "person")
    twice = [Participant(who=each) for each in (DAR, new, DAR, Ref(0, "somebody", "person"))]
    draft = without_doubles(Event(title="A", participants=twice))
    assert [each.who for each in draft.participants] == [DAR, new]
    assert without_doubles(Organization(title="A")).title == "A"
