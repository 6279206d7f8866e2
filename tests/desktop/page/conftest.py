"""A small desk of every kind of record, and a page to show them on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import (
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Person,
    Ref,
    Store,
    Tenure,
    make_desk,
    open_desk,
)
from desktop.page.record_page import RecordPage

LENS = Lens("2025-09-15", 3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty desk."""
    path = tmp_path / "page.desk"
    make_desk(path, "", "Page")
    opened = open_desk(path)
    yield opened
    opened.close()


@pytest.fixture
def army(store: Store) -> Organization:
    """A body with one office."""
    made = Organization(
        title="Pakistan Army",
        kind="armed force",
        country="pk",
        offices=[Office(title="Chief of Army Staff")],
    )
    store.save(made, LENS)
    saved = store.reader.get(made.id, LENS)
    assert isinstance(saved, Organization)
    return saved


@pytest.fixture
def person(store: Store, army: Organization) -> Person:
    """A person with a native name, an office, a note that is secret and a call in July."""
    made = Person(
        title="Asim Munir",
        country="pk",
        names=[Name(text="عاصم منیر", kind="native", language="ur")],
        tenures=[
            Tenure(
                office=OfficeRef(army.offices[0].id),
                since=HistoricalDate.parse("2022-11-29"),
                end_state="ongoing",
            )
        ],
        notes=[Note(text="A remark for few eyes.", marking=3)],
    )
    store.save(made, LENS)
    add_calls(store, made, 1)
    return made


@pytest.fixture
def agreement(store: Store) -> Agreement:
    """A memorandum that was signed in September."""
    made = Agreement(
        title="Memorandum on minerals",
        kind="memorandum of understanding",
        concluded=HistoricalDate.parse("2025-09-08"),
    )
    store.save(made, LENS)
    return made


@pytest.fixture
def page(qtbot: QtBot) -> RecordPage:
    """A page on screen with nothing on it."""
    made = RecordPage()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def add_calls(store: Store, person: Person, count: int) -> None:
    """Puts so many telephone calls with a person on the desk, in July 2025."""
    for number in range(count):
        day = f"2025-07-{number % 28 + 1:02}"
        call = Event(
            title=f"Call {number} & <b>more</b>",
            kind="call",
            start=HistoricalDate.parse(day),
            participants=[Participant(who=Ref(person.id))],
        )
        store.save(call, LENS)
