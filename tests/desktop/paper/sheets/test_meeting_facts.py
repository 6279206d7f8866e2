"""What a brief is made of: who comes on which side, what the sides did and agreed before."""

from __future__ import annotations

import pytest

from db import Event, Lens, Organization, Participant, Party, Person, Store
from desktop.paper.sheets import meeting_facts
from desktop.paper.sheets.meeting_facts import SIDE_UNKNOWN, gather
from tests.desktop.paper.conftest import LENS, date, key_of, saved
from tests.saved_records import ref


def people(store: Store) -> list[int]:
    return [key_of(store, "Ishaq Dar"), key_of(store, "Brad Cooper")]


def test_who_takes_part_stands_on_the_side_that_the_event_says(full: Store) -> None:
    facts = gather(full.reader, LENS, key_of(full, "Meeting on trade"), ())
    assert {
        side: [each.reading.record.title for each in there] for side, there in facts.sides.items()
    } == {
        "Ruritania": ["Ishaq Dar"],
        "United States": ["Brad Cooper"],
    }
    assert [each.role for each in facts.attending] == ["host", "guest"]


def test_people_alone_stand_on_the_side_of_their_country(full: Store) -> None:
    nobody = saved(full, Person(title="No Country")).id
    facts = gather(full.reader, LENS, None, [*people(full), nobody])
    assert list(facts.sides) == ["Pakistan", "United States", SIDE_UNKNOWN]
    assert facts.event is None


def test_titles_are_those_of_the_day_of_the_event(full: Store) -> None:
    assert gather(full.reader, LENS, key_of(full, "Meeting on trade"), ()).day == "2021-07-31"
    assert gather(full.reader, LENS, None, people(full)).day == LENS.as_of


def test_the_event_itself_is_no_earlier_contact(full: Store) -> None:
    here = gather(full.reader, LENS, key_of(full, "Meeting on trade"), ())
    assert [line.title for line in here.contacts] == []
    alone = gather(full.reader, LENS, None, people(full))
    assert [line.title for line in alone.contacts] == ["Meeting on trade"]


def meetings(store: Store, *years: int) -> None:
    who = [Participant(who=ref(store.reader.get(key, LENS))) for key in people(store)]
    for year in years:
        saved(store, Event(title=f"Talks {year}", start=date(str(year)), participants=who))


def test_only_the_last_contacts_by_the_day_are_told(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting_facts, "MAX_CONTACTS", 2)
    meetings(full, 2018, 2019, 2020, 2023)
    facts = gather(full.reader, LENS, key_of(full, "Meeting on trade"), ())
    assert [line.title for line in facts.contacts] == ["Talks 2019", "Talks 2020"]


def test_agreements_beyond_the_most_are_counted(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = saved(full, Organization(title="Graustark", kind="state", country="us"))
    for name in ("Treaty of Strelsau", "Protocol of Zenda"):
        treaty = full.reader.get(key_of(full, name), LENS)
        treaty.parties.append(Party(who=ref(other)))
        full.save(treaty, LENS)
    monkeypatch.setattr(meeting_facts, "MAX_AGREEMENTS", 1)
    facts = gather(full.reader, LENS, None, people(full))
    assert len(facts.agreements) == 1
    assert facts.left_out == 1


def test_what_the_ceiling_keeps_out_is_counted_and_raises_nothing(full: Store) -> None:
    who = [Participant(who=ref(full.reader.get(key, LENS))) for key in people(full)]
    secret = Event(title="Zebra", start=date("2021-05-01"), marking=3, participants=who)
    over = gather(full.reader, LENS, None, people(full))
    saved(full, secret)
    low = gather(full.reader, Lens(LENS.as_of, 2), None, people(full))
    assert "Zebra" not in [line.title for line in low.contacts]
    assert low.withheld > over.withheld
    assert low.marking < 3 == gather(full.reader, LENS, None, people(full)).marking
