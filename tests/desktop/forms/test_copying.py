"""A duplicate is the same again, but nobody's identity and nobody's files."""

import pytest

from db import (
    RECORD_TYPES,
    Attachment,
    Citation,
    Event,
    HistoricalDate,
    Identifier,
    Name,
    Participant,
    Person,
    Ref,
    Source,
    Tenure,
)
from desktop.forms.copying import copy_record, meeting_within

ONE = Person(
    id=7,
    uid="u",
    version=3,
    title="Ann Ashe",
    checked_on="2025-09-15",
    names=[Name(id=3, text="Anna")],
    tenures=[Tenure(id=5, note="n")],
    identifiers=[Identifier(scheme="wikidata", value="Q1")],
    attachments=[Attachment(file_name="x.pdf")],
    citations=[Citation(id=9, source=Source(id=4, title="A call"))],
)


def test_what_is_said_is_said_again() -> None:
    two = copy_record(ONE)
    assert (two.title, two.names[0].text, two.tenures[0].note) == ("Ann Ashe", "Anna", "n")
    assert two.names[0] is not ONE.names[0]


def test_nothing_of_it_is_stored_yet() -> None:
    two = copy_record(ONE)
    assert (two.id, two.uid, two.version, two.checked_on) == (0, "", 0, None)
    assert (two.names[0].id, two.tenures[0].id, two.citations[0].id) == (0, 0, 0)


def test_numbers_and_files_stay_with_the_one_and_sources_are_shared() -> None:
    two = copy_record(ONE)
    assert two.identifiers == [] and two.attachments == []
    assert two.citations[0].source.id == 4
    assert ONE.identifiers and ONE.attachments and ONE.id == 7


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_kind_can_be_copied(kind: str) -> None:
    made = copy_record(RECORD_TYPES[kind](id=1, title="x"))
    assert isinstance(made, RECORD_TYPES[kind]) and made.id == 0


def test_a_meeting_within_a_visit_takes_place_country_and_people_along() -> None:
    people = [Participant(id=8, who=Ref(4, "Ann Ashe", "person"), role="guest", side="Pakistan")]
    visit = Event(
        id=3,
        title="Visit to Ankara",
        kind="visit",
        start=HistoricalDate.parse("6 April 2025"),
        place="Ankara",
        country="tr",
        marking=2,
        status="planned",
        participants=people,
    )
    first = meeting_within(visit)
    assert (first.id, first.title, first.kind) == (0, "", "meeting")
    assert first.part_of == Ref(3, "Visit to Ankara", "event")
    assert (first.place, first.country, first.marking, first.status) == (
        "Ankara",
        "tr",
        2,
        "planned",
    )
    assert first.start == visit.start
    assert [(each.id, each.who, each.role) for each in first.participants] == [
        (0, people[0].who, "guest")
    ]
    first.id, first.title = 9, "Meeting with the minister"
    assert meeting_within(first).part_of == first.part_of  # another of the visit
    long = visit.model_copy(update={"end": HistoricalDate.parse("9 April 2025")})
    assert meeting_within(long).start is None  # which of its days is not known
