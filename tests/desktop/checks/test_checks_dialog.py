"""Tools ▸ Checks: findings behind the window, counts in words, and the way to a record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db import (
    KINDS,
    Agreement,
    Amount,
    Citation,
    Event,
    Finding,
    HistoricalDate,
    Lens,
    Source,
    Stopped,
)
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


def cite(session: Session) -> None:
    """Give every record of the desk a source, so that nothing is missing."""
    lens = session.lens
    for kind in KINDS:
        for record in session.reader.records(
            kind, session.reader.all_ids(kind, lens, ""), lens
        ).values():
            record.citations = [Citation(source=Source(title="A list"))]
            record.country = record.country or "ch"
            session.save(record)


@pytest.fixture
def whole(session: Session) -> Session:
    """The session over a desk in which nothing is missing."""
    cite(session)
    return session


def test_a_desk_in_order_is_said_to_be(whole: Session, qtbot: QtBot, owner: QWidget) -> None:
    dialog = opened(whole, qtbot, owner)
    assert [each.says for each in dialog.table.found.findings] == []
    assert dialog.count.text() == "Nothing was found that cannot be or is seldom right."
    assert not (dialog.mend_button.isEnabled() or dialog.right_button.isEnabled())


def test_what_is_missing_is_told_apart(session: Session, qtbot: QtBot, owner: QWidget) -> None:
    session.save(Event(title="Call"))
    dialog = opened(session, qtbot, owner)
    assert dialog.count.text().startswith("Found: missing (")


def test_one_rule_alone_can_be_shown(session: Session, qtbot: QtBot, owner: QWidget) -> None:
    add_wrong(session)
    dialog = opened(session, qtbot, owner)
    texts = [dialog.rules.itemText(row) for row in range(dialog.rules.count())]
    assert "Ended, never in force (1)" in texts
    dialog.rules.setCurrentIndex(texts.index("Ended, never in force (1)"))
    dialog.rules.activated.emit(dialog.rules.currentIndex())
    assert [each.title for each in dialog.table.found.findings] == ["Odd pact"]
    assert "recorded. What ended had begun" in dialog.why.text()


def test_a_finding_is_mended_and_that_is_undone(
    whole: Session, qtbot: QtBot, owner: QWidget
) -> None:
    pact = Agreement(
        title="Loan",
        amounts=[Amount(number="5", currency="USD")],
        citations=[Citation(source=Source(title="A list"))],
    )
    whole.save(pact)
    dialog = opened(whole, qtbot, owner)
    assert dialog.mend_button.text() == "&Mend: Say “about”"
    dialog.mend_button.click()
    assert dialog.table.found.findings == []
    assert whole.undo_label() == "Say “about”: Loan"
    with qtbot.waitSignal(dialog.listed, timeout=20_000):
        dialog.message.acted.emit()
    assert [each.title for each in dialog.table.found.findings] == ["Loan"]


def test_what_is_right_is_remembered(whole: Session, qtbot: QtBot, owner: QWidget) -> None:
    ended = HistoricalDate.parse("1980")
    cited = [Citation(source=Source(title="A list"))]
    whole.save(Agreement(title="Odd pact", terminated=ended, citations=cited))
    dialog = opened(whole, qtbot, owner)
    assert not dialog.mend_button.isEnabled()
    dialog.right_button.click()
    with qtbot.waitSignal(dialog.listed, timeout=20_000):
        dialog.check()
    assert dialog.table.found.findings == []


def test_findings_are_counted_in_words(session: Session, qtbot: QtBot, owner: QWidget) -> None:
    add_wrong(session)
    dialog = opened(session, qtbot, owner)
    assert dialog.count.text().startswith("Found: to know (1)")
    assert dialog.table.found.findings[0].title == "Odd pact"
    assert dialog.again_button.isEnabled() and dialog.progress.isHidden()


def test_checking_again_finds_what_was_mended(
    session: Session, qtbot: QtBot, owner: QWidget
) -> None:
    dialog = opened(session, qtbot, owner)
    before = dialog.table.found.rowCount()
    add_wrong(session)
    with qtbot.waitSignal(dialog.listed, timeout=20_000):
        dialog.again_button.click()
    assert dialog.table.found.rowCount() == before + 2  # it has no source either


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
