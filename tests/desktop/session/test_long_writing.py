"""While long work writes, the desk is read as ever, saves are refused and drafts wait."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import DeskError, Lens, Person, Progress, Refused, Stopped, Store, import_files, open_desk
from desktop.session.session import Session
from tests.desktop.desk_store import store_of

COUNT = 300


class Gate:
    """A job that imports people and stands still in the middle until it is let on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_inside = threading.Event()
        self.go_on = threading.Event()
        self.answers: list[object] = []
        self.refusals: list[DeskError] = []

    def __call__(self, store: Store, progress: Progress) -> object:
        def step(done: int, total: int) -> None:
            if total:
                self.is_inside.set()
                self.go_on.wait(10)
            progress(done, total)

        return import_files(store, [self.path], Lens(), progress=step)

    def start(self, session: Session) -> None:
        session.start(
            "Importing people.csv",
            self,
            lambda answer, change: self.answers.extend((answer, change)),
            self.refusals.append,
        )
        assert self.is_inside.wait(10)


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    path = tmp_path / "people.csv"
    path.write_text("name,born\n" + "".join(f"Person {n},1950\n" for n in range(COUNT)))
    made = Gate(path)
    yield made
    made.go_on.set()


def ended(qtbot: QtBot, session: Session, gate: Gate) -> None:
    gate.go_on.set()
    qtbot.waitUntil(lambda: session.job is None)


def people(session: Session) -> int:
    return session.reader.count("person", session.lens)


def test_it_is_one_step_of_undo_and_told_once(session: Session, gate: Gate, qtbot: QtBot) -> None:
    told = []
    session.changed.connect(told.append)
    before = people(session)
    gate.start(session)
    assert people(session) == before
    ended(qtbot, session, gate)
    assert people(session) == before + COUNT
    assert len(told) == 1 and told[0].many
    assert gate.answers[0].created == {"people": COUNT}
    assert session.undo_label() == "Import people.csv"
    assert session.undo_is_long
    for step, number in ((session.start_undo, before), (session.start_redo, before + COUNT)):
        step("Stepping", lambda answer, change: None, gate.refusals.append)
        ended(qtbot, session, gate)
        assert people(session) == number
    assert session.redo_label() == ""
    session.undo()
    assert people(session) == before
    assert gate.refusals == []


def test_nothing_else_is_saved_meanwhile(session: Session, gate: Gate, qtbot: QtBot) -> None:
    session.save(Person(title="Ann Ashe"))
    gate.start(session)
    for attempt in (
        lambda: session.save(Person(title="Bo Birk")),
        lambda: session.remove([1]),
        session.undo,
        lambda: session.revert(1),
        lambda: session.replacing.set_passphrase("Setting", "hunter two", print, print),
        lambda: session.start("Other", gate, print, print),
    ):
        with pytest.raises(Refused, match=r"Importing people\.csv is still running"):
            attempt()
    ended(qtbot, session, gate)
    session.save(Person(title="Bo Birk"))
    assert people(session) == 6 + COUNT + 2


def test_it_is_called_by_no_name_once_the_ceiling_is_lowered(
    session: Session, gate: Gate, qtbot: QtBot
) -> None:
    gate.start(session)
    session.limit(3)
    assert session.job is not None and session.job.label == "Importing people.csv"
    session.limit(0)
    assert session.job.label == "What was begun"
    with pytest.raises(Refused, match=r"^What was begun is still running"):
        session.save(Person(title="Ann Ashe"))
    ended(qtbot, session, gate)


def test_cancelled_in_the_middle_it_leaves_the_desk_as_it_was(
    session: Session, gate: Gate, qtbot: QtBot
) -> None:
    before = people(session)
    session.save(Person(title="Ann Ashe"))
    gate.start(session)
    session.job.cancel()
    ended(qtbot, session, gate)
    assert isinstance(gate.refusals[0], Stopped)
    assert gate.answers == []
    assert people(session) == before + 1
    assert session.undo_label() == "Add Ann Ashe"
    assert store_of(session).verify() == []


def test_drafts_wait_and_are_written_afterwards(
    session: Session, gate: Gate, qtbot: QtBot, desk: Path
) -> None:
    session.keep_draft("person", 1, "old")
    session.keep_draft("event", 2, "gone soon")
    gate.start(session)
    session.keep_draft("person", 1, "new")
    session.keep_draft("person", None, "first")
    session.keep_draft("person", None, "second")
    session.drop_draft("event", 2)
    wanted = {("person", 1): "new", ("person", None): "second"}
    assert {(d.kind, d.record_id): d.payload for d in session.drafts()} == wanted
    assert {d.payload for d in session.reader.drafts()} == {"old", "gone soon"}
    ended(qtbot, session, gate)
    assert {(d.kind, d.record_id): d.payload for d in session.reader.drafts()} == wanted


def test_closing_gives_it_up_and_keeps_the_drafts(desk: Path, gate: Gate, qtbot: QtBot) -> None:
    session = Session(open_desk(desk))
    before = people(session)
    gate.start(session)
    session.keep_draft("person", None, "typed")
    gate.go_on.set()
    session.close()
    assert gate.answers == []
    with open_desk(desk) as store:
        assert store.reader.count("person", Lens()) == before
        assert [draft.payload for draft in store.reader.drafts()] == ["typed"]


def test_a_refused_file_is_told_and_the_desk_is_free_again(
    session: Session, gate: Gate, qtbot: QtBot
) -> None:
    gate.path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    session.start("Importing", gate, print, gate.refusals.append)
    qtbot.waitUntil(lambda: session.job is None)
    assert "picture" in str(gate.refusals[0])
    session.save(Person(title="Ann Ashe"))


def test_a_bug_in_it_is_told_as_one(session: Session, qtbot: QtBot) -> None:
    def job(store: Store, progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(session.failed) as told:
        session.start("Counting", job, print, print)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert session.job is None
