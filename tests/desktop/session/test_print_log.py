"""Every printed document is remembered, also one that is printed while the desk is busy."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import Lens, PrintedDocument, Unavailable, open_desk
from desktop.session.print_log import PrintLog
from desktop.session.session import Session
from tests.desktop.desk_store import store_of
from tests.desktop.session.test_long_writing import Gate, gate

__all__ = ["gate"]


def document(title: str) -> PrintedDocument:
    asked = {"title": title, "kind": "person", "form": "list", "ids": [1]}
    return PrintedDocument(title, "list", Lens(), 0, 1, asked, {1: 1})


def remembered(session: Session) -> list[str]:
    return [each.title for each in reversed(session.reader.printed_documents(Lens()))]


def test_what_is_printed_during_long_work_is_remembered_after_it(
    session: Session, gate: Gate, qtbot: QtBot
) -> None:
    session.save_printed_document(document("Before"))
    gate.start(session)
    session.save_printed_document(document("During"))
    session.save_printed_document(document("During it too"))
    gate.go_on.set()
    qtbot.waitUntil(lambda: session.job is None)
    assert remembered(session) == ["Before", "During", "During it too"]


def test_what_is_printed_during_work_that_is_given_up_by_closing_is_remembered(
    desk: Path, qtbot: QtBot, gate: Gate
) -> None:
    session = Session(open_desk(desk))
    gate.start(session)
    session.save_printed_document(document("During"))
    gate.go_on.set()
    session.close()
    with open_desk(desk, read_only=True) as store:
        assert [each.title for each in store.reader.printed_documents(Lens())] == ["During"]


def test_what_the_desk_refuses_waits_for_another_time(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of(session)
    log = PrintLog(store)
    log.keep(document("Late"), is_busy=True)

    def full(_: object) -> int:
        raise Unavailable("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(store, "save_printed_document", full)
        with pytest.raises(Unavailable):
            log.keep_waiting()
    log.keep_waiting()
    assert remembered(session) == ["Late"]


def test_a_desk_that_is_only_read_remembers_nothing(desk: Path, qtbot: QtBot) -> None:
    session = Session(open_desk(desk, read_only=True))
    session.save_printed_document(document("Seen"))
    assert remembered(session) == []
    session.close()
