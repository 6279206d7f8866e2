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
    Record,
    Ref,
    Store,
    Tenure,
    make_desk,
    open_desk,
)
from desktop.page.record_page import RecordPage

LENS = Lens("2025-09-15", 3)


@pytest.fixture(scope="session")
def page_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk to copy, never to open."""
    path = tmp_path_factory.mktemp("page") / "page.desk"
    make_desk(path, "", "Page")
    with open_desk(path) as opened:
        fill(opened)
    return path


def fill(store: Store) -> None:
    """A body with one office, its holder with a call in July, and a memorandum of September."""
    army = Organization(
        title="Pakistan Army",
        kind="armed force",
        country="pk",
        offices=[Office(title="Chief of Army Staff")],
    )
    store.save(army, LENS)
    saved = store.reader.get(army.id, LENS)
    assert isinstance(saved, Organization)
    holder = Person(
        title="Asim Munir",
        country="pk",
        names=[Name(text="عاصم منیر", kind="native", language="ur")],
        tenures=[
            Tenure(
                office=OfficeRef(saved.offices[0].id),
                since=HistoricalDate.parse("2022-11-29"),
                end_state="ongoing",
            )
        ],
        notes=[Note(text="A remark for few eyes.", marking=3)],
    )
    store.save(holder, LENS)
    add_calls(store, holder, 1)
    memorandum = Agreement(
        title="Memorandum on minerals",
        kind="memorandum of understanding",
        concluded=HistoricalDate.parse("2025-09-08"),
    )
    store.save(memorandum, LENS)


@pytest.fixture
def store(page_desk: Path, tmp_path: Path) -> Iterator[Store]:
    """A small desk of the test's own."""
    path = tmp_path / "own.desk"
    path.write_bytes(page_desk.read_bytes())
    opened = open_desk(path)
    yield opened
    opened.close()


def first(store: Store, kind: str) -> Record:
    """The first record of a kind."""
    return store.reader.get(store.reader.all_ids(kind, LENS, "title")[0], LENS)


@pytest.fixture
def person(store: Store) -> Person:
    """A person with a native name, an office, a note that is secret and a call in July."""
    found = first(store, "person")
    assert isinstance(found, Person)
    return found


@pytest.fixture
def agreement(store: Store) -> Agreement:
    """A memorandum that was concluded in September."""
    found = first(store, "agreement")
    assert isinstance(found, Agreement)
    return found


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
