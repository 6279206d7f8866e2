"""Enter in the search box opens the best hit wherever it is, also before the hits have come."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.window.main_window import Window
from tests.desktop.conftest import settled


def on_show(window: Window) -> tuple[str, str]:
    reading = window.view.tab.pane.reading
    return window.view.tab.kind, reading.record.title if reading is not None else ""


def enter(window: Window, qtbot: QtBot, typed: str) -> None:
    """Types and presses Enter at once."""
    box = window.bar.search
    box.clear()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settled(qtbot, window)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("rubio", ("person", "Marco Rubio")),
        ("frontier works", ("organization", "Frontier Works Organization")),
        ("memorandum", ("agreement", "Memorandum on critical minerals")),
        ("visit to washington", ("event", "Visit to Washington")),
        ("rubbio", ("person", "Marco Rubio")),
    ],
)
def test_enter_opens_the_best_hit_over_all_tabs(
    window: Window, qtbot: QtBot, typed: str, found: tuple[str, str]
) -> None:
    enter(window, qtbot, typed)
    assert on_show(window) == found


def test_the_tab_in_front_goes_before_its_equals(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    enter(window, qtbot, "minerals")
    assert on_show(window) == ("event", "Call on minerals")


def test_what_was_walked_to_is_opened_instead(window: Window, qtbot: QtBot) -> None:
    box = window.bar.search
    qtbot.keyClicks(box, "munir")
    settled(qtbot, window)
    second = window.view.tab.list.model.line(1).title
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert on_show(window) == ("person", second)


def test_nothing_is_opened_when_something_else_is_typed_meanwhile(
    window: Window, qtbot: QtBot
) -> None:
    before = window.view.tab.kind
    box = window.bar.search
    qtbot.keyClicks(box, "memorandum")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "x")
    settled(qtbot, window)
    assert window.view.tab.kind == before


def test_no_hit_opens_nothing(window: Window, qtbot: QtBot) -> None:
    shown = on_show(window)
    enter(window, qtbot, "qqqqzzzz")
    assert on_show(window)[0] == shown[0]


def test_exact_keeps_out_what_is_spelt_otherwise_and_what_goes_on(
    window: Window, qtbot: QtBot
) -> None:
    model = window.view.tab.list.model
    window.bar.search.setText("rubbio")
    settled(qtbot, window)
    assert len(model.ids) == 1
    window.deeds.of("exact").trigger()
    settled(qtbot, window)
    assert len(model.ids) == 0
    window.bar.search.setText("rubi country:us")
    settled(qtbot, window)
    assert len(model.ids) == 0
    window.view.tab.list._chips.dropped.emit(0)
    assert window.bar.search.text() == "rubi"
    window.deeds.of("exact").trigger()
    settled(qtbot, window)
    assert len(model.ids) == 1
