"""Tools ▸ Checks: findings behind the window, counts in words, and the way to a record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db import Agreement, Finding, HistoricalDate, Lens, Stopped
from desktop.checks.checks_dialog import ChecksDialog
from desktop.session.session import Session
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled


def opened(session: Session, qtbot: QtBot, owner: QWidget) -> ChecksDialog:
    dialog = ChecksDialog(session, owner)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.listed, timeout=20_000):
        pass
    return dialog


def add_wrong(session: Session) -> None:
    ended = HistoricalDate.parse("1980")
    session.save(Agreement(title="Odd pact", terminated=ended))


def test_a_desk_in_order_is_said_to_be(session: Session, qtbot: QtBot, owner: QWidget) -> None:
    dialog = opened(session, qtbot, owner)
    assert dialog.table.found.rowCount() == 0
    assert dialog.count.text() == "Nothing was found that cannot be or is seldom right."


def test_findings_are_counted_in_words(session: Session, qtbot: QtBot, owner: QWidget) -> None:
    add_wrong(session)
    dialog = opened(session, qtbot, owner)
    assert dialog.count.text() == "Found: to know (1)."
    assert dialog.table.found.findings[0].title == "Odd pact"
    assert dialog.again_button.isEnabled() and dialog.progress.isHidden()


def test_checking_again_finds_what_was_mended(
    session: Session, qtbot: QtBot, owner: QWidget
) -> None:
    dialog = opened(session, qtbot, owner)
    add_wrong(session)
    with qtbot.waitSignal(dialog.listed, timeout=20_000):
        dialog.again_button.click()
    assert dialog.table.found.rowCount() == 1


def test_what_was_stopped_is_said(
    session: Session, qtbot: QtBot, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> list[Finding]:
        raise Stopped("stopped")

    monkeypatch.setattr("desktop.checks.checks_dialog.find_findings", stop)
    dialog = opened(session, qtbot, owner)
    assert dialog.message.text() == "The checks were stopped."


def test_enter_leads_to_the_record_in_the_window(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    assert window.session is not None and window.view is not None
    add_wrong(window.session)
    settled(qtbot, window)

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, ChecksDialog)
        qtbot.waitUntil(lambda: bool(dialog.table.found.findings), timeout=20_000)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        return dialog.result() == QDialog.DialogCode.Accepted

    answers.fill = fill
    window.menus.action("checks").trigger()
    settled(qtbot, window)
    assert window.view.tab.kind == "agreement"
    key = window.view.tab.pane.record_id
    assert key is not None
    assert window.session.reader.get(key, Lens()).title == "Odd pact"
