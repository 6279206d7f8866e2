"""The status table of an agreement with two hundred parties, and a what-if that writes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db import Agreement, HistoricalDate, Lens, Party, PartyAction, Ref
from desktop.parties.status_dialog import StatusDialog
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


def ratified(name: str, key: int, day: str) -> Party:
    act = PartyAction(action="ratified", date=HistoricalDate.parse(day))
    return Party(who=Ref(key, name, "organization"), actions=[act])


@pytest.fixture
def dialog(qtbot: QtBot, owner: QWidget) -> StatusDialog:
    parties = [ratified(f"State {n}", n, f"20{n % 25:02}-01-01") for n in range(1, 200)]
    pact = Agreement(title="Pact", in_force_rule="200 deposits + 90 days", parties=parties)
    made = StatusDialog(pact, Lens("2026-06-01"), owner)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_missing_is_said_and_parties_are_counted(dialog: StatusDialog) -> None:
    assert dialog.narrowed.rowCount() == 199
    assert dialog.count.text() == "Signatories 0 · Parties 199"
    assert dialog.answer.text().count("missing 1 more ratification") == 1


def test_words_narrow_the_table(dialog: StatusDialog) -> None:
    dialog.words.setText("State 19")
    assert dialog.narrowed.rowCount() == 12  # 19, 119, 190 to 199


def test_a_what_if_brings_it_into_force(dialog: StatusDialog) -> None:
    dialog.what_if.setText("Kenya ratifies 2026-05-01")
    dialog.suppose_button.click()
    assert dialog.answer.text().startswith("If Kenya ratifies 2026-05-01: ")
    assert "30 July 2026" in dialog.answer.text()
    assert dialog.narrowed.rowCount() == 200
    dialog.what_if.setText("whatever")
    dialog.suppose_button.click()
    assert "does not say who does what when" in dialog.message.text()
    dialog.what_if.clear()
    dialog.suppose_button.click()
    assert dialog.narrowed.rowCount() == 199 and dialog.message.isHidden()


def test_its_print_button_shows_the_summary_of_the_agreement(window: Window, qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, StatusDialog)
        dialog.print_button.click()
        return dialog.result() == QDialog.DialogCode.Accepted

    window.ask.fill = fill
    window.view.show_tab(2)
    settled(qtbot, window)
    window.view.tab.list.table.selectRow(0)
    window.view.tab.catch_up()
    window.menus.action("status_table").trigger()
    printing = actions_of(window).printing
    qtbot.waitUntil(lambda: printing.preview is not None)
    preview = printing.preview
    qtbot.waitUntil(lambda: preview.ready is not None, timeout=20_000)
    assert preview.ready.order.request.form == "agreement"
    (sheet,) = preview.ready.read.sheets
    assert sheet.title == window.view.tab.pane.reading.record.title


def test_the_page_of_an_agreement_leads_to_its_what_if(window: Window, qtbot: QtBot) -> None:
    answers: list[str] = []

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, StatusDialog)
        dialog.what_if.setText("Kenya accedes 2030-03-01")
        dialog.suppose_button.click()
        answers.append(dialog.answer.text())
        return False

    window.ask.fill = fill
    window.view.show_tab(2)
    settled(qtbot, window)
    window.view.tab.list.table.selectRow(0)
    window.view.tab.catch_up()
    window.view.tab.pane.status_asked.emit()
    assert len(answers) == 1 and answers[0].startswith("If Kenya accedes 2030-03-01: Kenya:")
