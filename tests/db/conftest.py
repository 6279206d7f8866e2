"""Desks for the tests of the store: an empty one, and one whose few records name each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from db import (
    Agreement,
    Amount,
    Citation,
    Event,
    HistoricalDate,
    Lens,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Record,
    Source,
    Store,
    Tenure,
    make_desk,
    open_desk,
)
from tests.saved_records import ref


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    """Where an empty desk lies."""
    path = tmp_path / "test.desk"
    make_desk(path, name="Test")
    return path


@pytest.fixture
def store(desk_path: Path) -> Iterator[Store]:
    """An empty desk, open for writing."""
    opened = open_desk(desk_path)
    yield opened
    opened.close()


@dataclass
class Small:
    """A small desk: the store, the lens that sees all, and its records by a short name."""

    store: Store
    lens: Lens
    army: Organization
    state: Organization
    munir: Person
    pact: Agreement
    call: Event

    def fresh(self, record: Record) -> Record:
        """The record as it lies on the desk now."""
        return self.store.reader.get(record.id, self.lens)


@contextmanager
def small_desk(folder: Path) -> Iterator[Small]:
    """The small desk in a folder of its own, for what hypothesis makes many of."""
    path = folder / "small.desk"
    make_desk(path, name="Small")
    with open_desk(path) as opened:
        yield fill_small(opened)


@pytest.fixture
def small(store: Store) -> Small:
    """A state, an army with an office, a person who holds it, an agreement, a call."""
    return fill_small(store)


def fill_small(store: Store) -> Small:
    """Put the records of the small desk into an empty one."""
    lens = Lens("2025-09-15")
    state = Organization(title="Pakistan", kind="state", country="pk")
    store.save(state, lens)
    army = Organization(
        title="Pakistan Army",
        kind="armed force",
        country="pk",
        offices=[Office(title="Chief of Army Staff", precedence=1)],
    )
    store.save(army, lens)
    army = store.reader.get(army.id, lens)  # type: ignore[assignment]
    munir = Person(
        title="Asim Munir",
        country="pk",
        names=[Name(text="عاصم منیر", kind="native", language="ur")],
        ranks=[Rank(title="Field Marshal")],
        tenures=[
            Tenure(
                office=OfficeRef(army.offices[0].id, "Chief of Army Staff", ref(army)),
                since=HistoricalDate.parse("2022-11-29"),
                end_state="ongoing",
            )
        ],
        topics=["army"],
        notes=[Note(text="a secret zebra", marking=3)],
        citations=[Citation(source=Source(title="An article"), passage="high-level visits")],
    )
    store.save(munir, lens)
    pact = Agreement(
        title="Memorandum on minerals",
        kind="memorandum of understanding",
        concluded=HistoricalDate.parse("2025-09"),
        amounts=[Amount(number="500000000", currency="USD", qualifier="about")],
        parties=[
            Party(
                who=ref(state),
                actions=[
                    PartyAction(
                        action="signed",
                        date=HistoricalDate.parse("2025-09"),
                        signatory=ref(munir),
                    )
                ],
            )
        ],
    )
    store.save(pact, lens)
    call = Event(
        title="Telephone call",
        kind="call",
        start=HistoricalDate.parse("2025-09-15"),
        participants=[Participant(who=ref(munir), role="principal")],
    )
    store.save(call, lens)
    return Small(store, lens, army, state, munir, pact, call)
