"""The dialog shows who names a record, and erases nothing before that is confirmed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import CopyPlan
from desktop.erasing.erase_dialog import EraseDialog
from desktop.session.session import Session
from tests.desktop.desk_store import store_of


def dialog_on(session: Session, title: str, owner: QWidget, qtbot: QtBot) -> EraseDialog:
    lines = session.reader.lines(session.reader.all_ids("person", session.lens, ""), session.lens)
    uid = next(line.uid for line in lines if line.title == title)
    dialog = EraseDialog(session, uid, title, owner)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(lambda: session.job is None, timeout=20_000)
    return dialog


def test_who_names_it_is_shown_and_it_must_be_confirmed(
    session: Session, owner: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_on(session, "Asim Munir", owner, qtbot)
    assert dialog.naming.count() > 0
    assert "An erased record" in dialog.naming_label.text()
    assert not dialog.copies_box.isVisible(), "No copy is known."
    assert not dialog.accept_button.isEnabled()
    dialog.sure_box.setChecked(True)
    assert dialog.accept_button.isEnabled()
    assert not dialog.with_copies


def test_known_copies_can_be_reached_too(
    session: Session, owner: QWidget, qtbot: QtBot, tmp_path: object
) -> None:
    store = store_of(session)
    store.copies.plan = CopyPlan(store.path.parent / "kept")
    store.copies.keep()
    dialog = dialog_on(session, "Asim Munir", owner, qtbot)
    assert dialog.copies_box.isVisible()
    assert "kept" in dialog.copies_label.text()
    dialog.copies_box.setChecked(True)
    assert dialog.with_copies


def test_a_record_that_has_gone_is_told(session: Session, owner: QWidget, qtbot: QtBot) -> None:
    dialog = EraseDialog(session, "no such uid", "Nobody", owner)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: session.job is None, timeout=20_000)
    assert "is not on this desk" in dialog.message.text()
    assert not dialog.sure_box.isEnabled()
