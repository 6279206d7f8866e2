"""Numbers of hits are written together, and never of rows that are no hits of what is typed."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.window.main_window import Window
from tests.desktop.conftest import settled

NAMES = ["People", "Organizations", "Agreements", "Timeline"]


def told(window: Window) -> list[str]:
    return window.view.tab_texts()


def test_a_key_writes_all_numbers_together(window: Window, qtbot: QtBot) -> None:
    window.view.numbers.count_delay.setInterval(500)  # a slow machine answers later
    written: list[bool] = []
    window.view.counted.connect(lambda: written.append(True))
    window.searching.search("minerals")
    settled(qtbot, window)
    assert written == [True]
    numbers = [len(tab.list.model.ids) for tab in window.view.tabs]
    assert told(window) == [f"{name}  {n}" for name, n in zip(NAMES, numbers, strict=True)]


def test_no_number_is_told_of_rows_that_are_no_hits(window: Window, qtbot: QtBot) -> None:
    window.searching.search("minerals")
    window.view.numbers.write()
    assert told(window) == NAMES
    settled(qtbot, window)
    window.searching.search("")
    settled(qtbot, window)
    assert told(window) == NAMES


def test_numbers_ask_nothing_of_the_desk_and_enable_nothing(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.searching.search("dar")
    qtbot.waitUntil(lambda: window.shown_label.text() == "1 of 6 people")
    settled(qtbot, window)  # the row that is chosen has enabled what can be done with it
    refreshed: list[bool] = []
    monkeypatch.setattr(window.menus, "enable", lambda _met: refreshed.append(True))
    with qtbot.waitSignal(window.view.counted):
        window.view.numbers.write_soon()
    QApplication.processEvents()
    assert refreshed == []
