"""The panel of the timeline tab: opened by its button, read in the background, one Enter away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Agreement, HistoricalDate
from desktop.session.session import Session
from desktop.settings import TODAY_IS_OPEN, Settings
from desktop.today.today_panel import TodayPanel
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The officer's settings of this test alone."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def panel(session: Session, settings: Settings, owner: QWidget, qtbot: QtBot) -> TodayPanel:
    made = TodayPanel(session, settings, owner)
    qtbot.addWidget(made)
    return made


def dead_letter(session: Session) -> Agreement:
    signed = HistoricalDate.parse("1998-05-03")
    letter = Agreement(title="Dead letter", concluded=signed)
    session.save(letter)
    return letter


def test_it_is_read_when_it_is_opened_and_follows_the_desk(
    panel: TodayPanel, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    assert panel.isHidden()
    panel.button.click()
    assert settings.get(TODAY_IS_OPEN)
    letter = dead_letter(session)
    titles = lambda: [row.title for row in panel.table.lines.rows if not isinstance(row, str)]  # noqa: E731
    qtbot.waitUntil(lambda: "Dead letter" in titles(), timeout=20_000)
    row = [getattr(each, "title", "") for each in panel.table.lines.rows].index("Dead letter")
    panel.table.setCurrentIndex(panel.table.lines.index(row, 0))
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert opened.args == [letter.id]
    panel.end()


def test_the_name_of_a_section_leads_nowhere(
    panel: TodayPanel, session: Session, qtbot: QtBot
) -> None:
    dead_letter(session)
    panel.button.click()
    qtbot.waitUntil(lambda: bool(panel.table.lines.rows), timeout=20_000)
    panel.table.setCurrentIndex(panel.table.lines.index(0, 0))
    with qtbot.assertNotEmitted(panel.opened):
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    panel.end()


def test_it_is_printed_by_its_button_while_it_is_open(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    settled(qtbot, window)
    panel = window.view.tab.today
    if panel.button.isChecked():
        panel.button.click()
    assert panel.print_button.isHidden()
    panel.button.click()
    assert not panel.print_button.isHidden()
    panel.print_button.click()
    printing = actions_of(window).printing
    qtbot.waitUntil(lambda: printing.preview is not None)
    preview = printing.preview
    qtbot.waitUntil(lambda: preview.ready is not None, timeout=20_000)
    (sheet,) = preview.ready.read.sheets
    assert sheet.title.startswith("Today, ")
    panel.button.click()
