"""A desk with every part of every kind, saved through the store as an officer would save it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from db import (
    Agreement,
    AgreementLink,
    Amount,
    Attachment,
    Citation,
    Contact,
    Event,
    HistoricalDate,
    Identifier,
    Lens,
    Link,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Record,
    Ref,
    Source,
    Store,
    Tenure,
    make_desk,
    open_desk,
)
from desktop.paper.content.blocks import Sheet
from desktop.paper.sheets.around import known_on_paper
from desktop.paper.sheets.sheet_forms import sheet_for
from tests.saved_records import ref

NOW = datetime(2026, 11, 23, 14, 2)
LENS = Lens("2026-11-23")
date = HistoricalDate.parse


def saved(store: Store, record: Record) -> Any:
    """A record as the store keeps it."""
    store.save(record, LENS)
    return store.reader.get(record.id, LENS)


def key_of(store: Store, title: str) -> int:
    """The record that is called so."""
    reader = store.reader
    every = [key for kind in reader.counts(LENS) for key in reader.all_ids(kind, LENS, "")]
    return next(line.id for line in reader.lines(every, LENS) if line.title == title)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty desk."""
    path = tmp_path / "forms.desk"
    make_desk(path, name="Pakistan")
    with open_desk(path) as opened:
        yield opened


@pytest.fixture
def full(store: Store) -> Store:
    """The desk with a ministry, its minister and his guest, their agreement and their meeting."""
    press = Source(title="Readout", publisher="Foreign Office", published=date("2025-09"))
    rival = Source(title="Wire report", publisher="An agency", url="https://example.org/wire")
    state = saved(store, Organization(title="Ruritania", kind="state", country="pk"))
    ministry = saved(store, ministry_of(ref(state)))
    offices = {office.title: office.id for office in ministry.offices}
    minister = saved(store, minister_of(offices, press, rival))
    guest = saved(store, Person(title="Brad Cooper", country="us"))
    minister.links = [Link(other=ref(guest), nature="adviser to", since=date("2019"))]
    minister = saved(store, minister)
    treaty = saved(store, treaty_of(ref(state), ref(minister), press))
    saved(store, amendment_of(ref(treaty), ref(state)))
    summit = saved(store, Event(title="Lahore summit", kind="summit", start=date("July 2021")))
    saved(store, meeting_of(ref(minister), ref(guest), ref(summit), press))
    return store


def ministry_of(state: Ref) -> Organization:
    """A ministry with a minister's office, a vacant one, and one of three seats."""
    return Organization(
        title="Ministry of Foreign Affairs",
        kind="ministry",
        acronym="MoFA",
        country="pk",
        founded=date("1947"),
        purpose="Keeps the peace.\nWrites the notes.",
        names=[Name(text="وزارت خارجہ", kind="native", language="ur")],
        parents=[Parent(parent=state, since=date("1947"))],
        offices=[
            Office(title="Foreign Secretary", precedence=2),
            Office(title="Foreign Minister", precedence=1, seats=1),
            Office(title="Deputy Secretary", seats=3),
        ],
    )


def minister_of(offices: dict[str, int], press: Source, rival: Source) -> Person:
    """A minister who was secretary before, of whose office the sources disagree."""
    return Person(
        title="Ishaq Dar",
        country="pk",
        spoken_address="Mr Dar",
        pronunciation="is-HAAK daar",
        born=date("1950"),
        languages="ur, en",
        biography="Trained as an accountant.",
        names=[
            Name(text="اسحاق ڈار", kind="native", language="ur"),
            Name(text="I. Dar", kind="former", until=date("1980")),
        ],
        ranks=[Rank(title="Senator")],
        tenures=[
            Tenure(
                office=OfficeRef(offices["Foreign Minister"]),
                since=date("March 2024"),
                end_state="unknown",
            ),
            Tenure(
                office=OfficeRef(offices["Foreign Secretary"]),
                since=date("2020"),
                until=date("2022"),
                end_state="ended",
            ),
        ],
        contacts=[Contact(kind="phone", value="+92 51 000", note="office")],
        identifiers=[Identifier(scheme="wikidata", value="Q123")],
        topics=["trade"],
        notes=[
            Note(text="Likes tea.", author="desk", date=date("2025-01-02")),
            Note(text="A zebra remark.", author="desk", marking=3),
        ],
        attachments=[Attachment(file_name="portrait.jpg", media_type="image/jpeg", data=b"x")],
        citations=[
            Citation(
                source=press, field="tenures", passage="Foreign Minister Dar", confidence="likely"
            ),
            Citation(
                source=rival, field="tenures", passage="the former minister", stance="disputes"
            ),
        ],
    )


def treaty_of(state: Ref, signatory: Ref, press: Source) -> Agreement:
    """A treaty signed when the minister was secretary, approved and acceded to later."""
    return Agreement(
        title="Treaty of Strelsau",
        kind="treaty",
        reference="TS 7",
        concluded=date("12 June 2021"),
        place="Strelsau",
        in_force=date("2022"),
        notice_period="six months",
        duration="ten years",
        binding="yes",
        summary="Peace and trade.",
        amounts=[
            Amount(
                number="500000000",
                currency="USD",
                qualifier="about",
                stage="announced",
                as_of=date("September 2025"),
            )
        ],
        parties=[
            Party(
                who=state,
                capacity="depositary state",
                actions=[
                    PartyAction(action="signed", date=date("2021-06-12"), signatory=signatory),
                    PartyAction(action="acceded", date=date("2022-01-05")),
                    PartyAction(action="denounced", date=date("2030"), note="with notice"),
                ],
            )
        ],
        citations=[Citation(source=press, field="concluded", passage="signed at Strelsau")],
    )


def amendment_of(treaty: Ref, state: Ref) -> Agreement:
    """An amendment that is only announced."""
    return Agreement(
        title="Protocol of Zenda",
        kind="protocol",
        stage="announced",
        parties=[Party(who=state)],
        agreement_links=[AgreementLink(nature="amends", other=treaty)],
    )


def meeting_of(minister: Ref, guest: Ref, summit: Ref, press: Source) -> Event:
    """A meeting at the summit, when the minister was secretary."""
    return Event(
        title="Meeting on trade",
        kind="meeting",
        start=date("July 2021"),
        place="Lahore",
        local_time="10:30",
        zone="Asia/Karachi",
        channel="in person",
        status="held",
        initiated_by=guest,
        part_of=summit,
        outcome="Both sides agreed to meet again.",
        participants=[
            Participant(who=minister, role="host", side="Ruritania"),
            Participant(who=guest, role="guest", side="United States"),
        ],
        citations=[Citation(source=press, field="outcome", passage="agreed to meet again")],
    )


SheetOf = Callable[..., Sheet]


@pytest.fixture
def sheet_of(full: Store) -> SheetOf:
    """The sheet of the record so called, through any lens."""

    def made(form: str, title: str, lens: Lens = LENS) -> Sheet:
        reader = full.reader
        key = key_of(full, title)
        reading = reader.read(key, lens)
        known = known_on_paper(reader, reading, lens)
        return sheet_for(form, reading, lens, full.name, known, NOW)

    return made
