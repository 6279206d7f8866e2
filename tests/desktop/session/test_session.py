"""The session writes, undoes without end, keeps the lens and tells what has changed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import (
    Conflict,
    Invalid,
    Person,
    Progress,
    Reader,
    Refused,
    needs_passphrase,
    open_desk,
    today,
)
from desktop.session.session import Session
from tests.desktop.passphrases import set_passphrase


def titles(session: Session) -> list[str]:
    ids = session.reader.all_ids("person", session.lens, "name")
    return [line.title for line in session.reader.lines(ids, session.lens)]


def test_a_save_is_told_once_and_one_that_changes_nothing_is_not(session: Session) -> None:
    told: list[object] = []
    session.changed.connect(told.append)
    ann = Person(title="Ann Ashe")
    session.save(ann)
    session.save(session.reader.get(ann.id, session.lens))
    assert len(told) == 1
    assert "Ann Ashe" in titles(session)


def test_every_change_is_undone_and_done_again(session: Session) -> None:
    before = titles(session)
    for name in ("Ann Ashe", "Bo Birk", "Cy Cole"):
        session.save(Person(title=name))
    after = titles(session)
    assert session.undo_label() == "Add Cy Cole"
    for _ in range(3):
        session.undo()
    assert titles(session) == before
    assert session.redo_label() == "Add Ann Ashe"
    for _ in range(3):
        session.redo()
    assert titles(session) == after
    session.undo()
    assert "Cy Cole" not in titles(session)


def test_a_new_change_ends_what_could_be_done_again(session: Session) -> None:
    session.save(Person(title="Ann Ashe"))
    session.undo()
    session.save(Person(title="Bo Birk"))
    assert session.redo_label() == ""
    with pytest.raises(Refused):
        session.redo()


def test_a_refused_undo_stays_to_be_undone(session: Session) -> None:
    ann = Person(title="Ann Ashe")
    session.save(ann)
    first = session.reader.get(ann.id, session.lens)
    first.biography = "one"
    change = session.save(first)
    assert change is not None
    second = session.reader.get(ann.id, session.lens)
    second.biography = "two"
    session.save(second)
    with pytest.raises(Conflict):
        session.revert(change.id)
    assert session.undo_label() == "Edit Ann Ashe"


def test_an_import_is_one_step_of_undo(session: Session) -> None:
    before = titles(session)
    with session.unit_of_work("Import people.csv", compact=True) as work:
        from db.changes.writing import insert_record

        for number in range(50):
            insert_record(work, Person(title=f"Person {number}"))
    assert len(titles(session)) == len(before) + 50
    assert session.undo_label() == "Import people.csv"
    session.undo()
    assert titles(session) == before


def test_an_invalid_record_changes_nothing(session: Session) -> None:
    before = titles(session)
    with pytest.raises(Invalid):
        session.save(Person(title="  "))
    assert titles(session) == before
    assert session.undo_label() == ""


def test_the_lens_follows_the_calendar_until_a_day_is_chosen(session: Session) -> None:
    told: list[None] = []
    session.lens_changed.connect(lambda: told.append(None))
    assert session.lens.as_of == today()
    session.stand_on("2025-04-06")
    session.stand_on("2025-04-06")
    assert session.lens.as_of == "2025-04-06"
    session.limit(1)
    assert session.lens.ceiling == 1
    assert "Secret Agent" not in titles(session)
    session.stand_on(None)
    assert session.is_today
    assert len(told) == 3


def test_a_passphrase_opens_every_reader_anew(session: Session, desk: Path, qtbot: QtBot) -> None:
    set_passphrase(qtbot, session, "hunter two")
    got: list[int] = []
    session.background_reader.ask(
        "one", lambda reader: reader.count("person", session.lens), got.append, print
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got == [len(titles(session))]
    assert needs_passphrase(desk)


def test_a_second_session_is_for_reading_only(session: Session, desk: Path) -> None:
    second = Session(open_desk(desk))
    try:
        assert second.is_read_only
        assert second.holder
        with pytest.raises(Refused) as refusal:
            second.undo()
        assert "nothing to undo" in str(refusal.value)
    finally:
        second.close()


def test_a_bug_in_what_is_read_beside_the_window_is_told_as_one(
    session: Session, qtbot: QtBot
) -> None:
    def read(_reader: Reader, _progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(session.failed) as told:
        session.start_reading("Counting", read)
    assert isinstance(told.args[0], ZeroDivisionError)
