"""An agreement or event is known again by who is in it, its type and its day."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    Event,
    HistoricalDate,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Record,
)
from db.intake.matching.dated_matching import match_agreement, match_event
from db.intake.proposals import AgreementFields, EventFields
from tests.db.conftest import Small
from tests.saved_records import ref

Who = dict[str, Record]


@pytest.fixture
def who(small: Small) -> Who:
    """Some people and bodies, what they signed and when they met."""
    usa = Organization(title="United States", kind="state", country="us")
    rubio = Person(title="Marco Rubio", country="us")
    small.store.save(usa, small.lens, also=[rubio])
    pact = Agreement(
        title="Agreement on rice between Pakistan and the United States",
        kind="agreement",
        concluded=HistoricalDate.parse("2025-07-30"),
        parties=[
            Party(who=ref(each), actions=[PartyAction(action="signed")])
            for each in (small.state, usa)
        ],
    )
    meeting = Event(
        title="Meeting: Munir, Rubio",
        kind="meeting",
        start=HistoricalDate.parse("2025-07-25"),
        participants=[Participant(who=ref(small.munir)), Participant(who=ref(rubio))],
    )
    vague = Event(
        title="Visit of Munir",
        kind="visit",
        start=HistoricalDate.parse("2025-08"),
        participants=[Participant(who=ref(small.munir)), Participant(who=ref(usa))],
    )
    small.store.save(pact, small.lens, also=[meeting, vague])
    return {"usa": usa, "rubio": rubio, "munir": small.munir, "pakistan": small.state}


@pytest.mark.parametrize(
    ("kind", "date", "names", "answer"),
    [
        ("meeting", "2025-07-25", ("munir", "rubio"), "is"),
        ("negotiation", "2025-07-25", ("munir", "rubio"), "is"),
        ("meeting", "2025-07", ("munir", "rubio"), "may be"),
        ("meeting", None, ("munir", "rubio"), "may be"),
        ("meeting", "2025-07-26", ("munir", "rubio"), "new"),
        ("call", "2025-07-25", ("munir", "rubio"), "new"),
        ("meeting", "2025-07-25", ("munir", "usa"), "new"),
        ("meeting", "2025-07-25", ("munir", "rubio", "usa", "pakistan"), "is"),
        ("visit", "2025-08", ("munir", "usa"), "is"),
        ("visit", "2025-08-12", ("munir", "usa"), "may be"),
        ("visit", "2025-08", ("pakistan",), "new"),
        ("visit", "2025-08", (), "new"),
    ],
)
def test_an_event_is_known_by_its_day_and_who_took_part(
    small: Small, who: Who, kind: str, date: str | None, names: tuple[str, ...], answer: str
) -> None:
    ids = [who[name].id for name in names]
    titles = tuple(who[name].title for name in names)
    proposed = EventFields(kind, date, participants=titles)
    assert match_event(small.store.reader, proposed, ids, small.lens).answer == answer


@pytest.mark.parametrize(
    ("title", "kind", "date", "subject", "names", "answer"),
    [
        ("Rice agreement", "agreement", "2025-07-30", "rice", ("pakistan", "usa"), "is"),
        ("Rice agreement", "agreement", "2025-07", "rice", ("pakistan", "usa"), "is"),
        ("Memorandum of understanding", "memorandum of understanding", "2025-07-30", "rice",
         ("pakistan", "usa"), "is"),
        ("Rice agreement", "agreement", None, "rice", ("pakistan", "usa"), "may be"),
        ("Rice agreement", "agreement", "2025-07-30", "rice", ("usa",), "may be"),
        ("Cotton agreement", "agreement", "2025-07-30", "cotton", ("pakistan", "usa"), "new"),
        ("Rice agreement", "agreement", "2024", "rice", ("pakistan", "usa"), "new"),
        ("Rice protocol", "protocol", "2025-07-30", "rice", ("pakistan", "usa"), "new"),
    ],
)  # fmt: skip
def test_an_agreement_is_known_by_its_parties_day_and_subject(
    small: Small,
    who: Who,
    title: str,
    kind: str,
    date: str | None,
    subject: str,
    names: tuple[str, ...],
    answer: str,
) -> None:
    proposed = AgreementFields(
        title, kind, parties=tuple(who[name].title for name in names), subject=subject, date=date
    )
    ids = [who[name].id for name in names]
    assert match_agreement(small.store.reader, proposed, ids, small.lens).answer == answer
