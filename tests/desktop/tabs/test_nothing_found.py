"""A search without hits says what was tried and offers what comes near."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.tabs.nothing_found import NothingFound
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles


def nothing(window: Window) -> NothingFound:
    return window.view.tab.list.nothing_found


def search(window: Window, qtbot: QtBot, text: str) -> None:
    window.bar.search.setText(text)
    settled(qtbot, window)


def click(window: Window, qtbot: QtBot, text: str) -> None:
    buttons = nothing(window).findChildren(QPushButton)
    next(each for each in buttons if each.property("whole_text").startswith(text)).click()
    settled(qtbot, window)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (
            "rubio country:fr",
            ["Marco Rubio · Secretary of State, Department of State", "Search without “France”"],
        ),
        ("status:in-force", ["Search without “in force”"]),
        ("rubio -rubio", ["Marco Rubio · Secretary of State, Department of State"]),
    ],
)
def test_what_comes_near_is_offered(
    window: Window, qtbot: QtBot, typed: str, offered: list[str]
) -> None:
    search(window, qtbot, typed)
    assert nothing(window).isVisible()
    assert nothing(window).suggestions() == offered
    assert "People" in nothing(window).head.text() and nothing(window).tried.text()


def test_a_name_that_comes_near_is_opened(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "rubio country:fr")
    click(window, qtbot, "Marco Rubio")
    assert window.view.tab.pane.reading.record.title == "Marco Rubio"


def test_a_filter_is_dropped(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "rubio country:fr")
    click(window, qtbot, "Search without")
    assert window.bar.search.text() == "rubio"
    assert titles(window) == ["Marco Rubio"] and not nothing(window).isVisible()


def test_exactness_is_dropped(window: Window, qtbot: QtBot) -> None:
    window.menus.action("exact").trigger()
    search(window, qtbot, "rubi")
    assert "whole words only" in nothing(window).tried.text()
    click(window, qtbot, "Search other spellings too")
    assert not window.menus.action("exact").isChecked()
    assert titles(window) == ["Marco Rubio"]


def test_an_empty_box_shows_the_list_again(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "rubio country:fr")
    search(window, qtbot, "")
    assert window.view.tab.list.table.isVisible()


def test_another_list_that_has_hits_is_offered_and_brought(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "minerals")
    assert "1 in Agreements" in nothing(window).suggestions()
    click(window, qtbot, "1 in Agreements")
    assert window.view.tab.kind == "agreement" and len(titles(window)) == 1
    window.view.show_tab(1)
    settled(qtbot, window)
    assert "1 in Agreements" in nothing(window).suggestions()
