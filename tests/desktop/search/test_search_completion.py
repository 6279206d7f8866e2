"""The search box of a window goes on with what the desk knows, and with the last searches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from db import FILTERS, Organization
from desktop.widgets.popup_list import PopupList
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles
from tests.desktop.test_above_ceiling import texts


@pytest.fixture
def typing(window: Window, qtbot: QtBot) -> Window:
    window.activateWindow()
    window.searching.focus_box()
    qtbot.waitUntil(window.bar.search.hasFocus)
    return window


def test_a_filter_is_typed_by_two_tabs(typing: Window, qtbot: QtBot) -> None:
    box = typing.bar.search
    qtbot.keyClicks(box, "cou")
    qtbot.waitUntil(lambda: box.is_offering)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "country:"
    qtbot.keyClicks(box, "uni")
    qtbot.waitUntil(lambda: "country:us" in box.offer_texts())
    for _ in range(box.offer_texts().index("country:us") + 1):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settled(qtbot, typing)
    assert box.text() == "country:us "
    assert titles(typing) == ["Marco Rubio"]
    assert not box.is_offering


def test_a_plain_word_offers_nothing_and_enter_opens(typing: Window, qtbot: QtBot) -> None:
    box = typing.bar.search
    qtbot.keyClicks(box, "rubio")
    settled(qtbot, typing)
    assert not box.is_offering
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settled(qtbot, typing)
    assert typing.view.tab.pane.reading.record.title == "Marco Rubio"


def test_the_last_searches_come_back_by_alt_down(typing: Window, qtbot: QtBot) -> None:
    box = typing.bar.search
    for text in ("rubio", "dar"):
        actions_of(typing).saved_searches.note(text)
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.offer_texts() == ["dar", "rubio"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settled(qtbot, typing)
    assert titles(typing) == ["Ishaq Dar"]


@pytest.mark.parametrize("is_offered", [True, False], ids=["offered", "asked"])
def test_nothing_is_offered_that_was_asked_under_a_higher_ceiling(
    typing: Window, qtbot: QtBot, is_offered: bool
) -> None:
    typing.session.save(Organization(title="Zebra Bureau", marking=3))
    settled(qtbot, typing)
    box = typing.bar.search
    qtbot.keyClicks(box, "in:Zeb")
    if is_offered:
        qtbot.waitUntil(lambda: box.is_offering)
        assert any("Zebra" in way for way in box.offer_texts())
    typing.session.limit(1)
    settled(qtbot, typing)
    assert not box.is_offering
    assert not [said for said in texts(typing) if "Zebra" in said]


def test_the_button_lists_every_filter_with_what_it_takes(typing: Window, qtbot: QtBot) -> None:
    box = typing.bar.search
    qtbot.keyClicks(box, "rubio")
    settled(qtbot, typing)
    typing.view.tab.list.setFocus()
    typing.menus.action("filter").trigger()
    assert box.hasFocus() and box.offer_texts() == [f"{kind.name}:" for kind in FILTERS]
    (popup,) = typing.findChildren(PopupList)
    lines = popup.texts()
    assert all(kind.explanation in line for kind, line in zip(FILTERS, lines, strict=True))
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "rubio country:"
    qtbot.keyClicks(box, "us")
    settled(qtbot, typing)
    assert titles(typing) == ["Marco Rubio"]


def test_giving_up_the_filters_leaves_what_was_typed(typing: Window, qtbot: QtBot) -> None:
    box = typing.bar.search
    qtbot.keyClicks(box, "rubio")
    typing.menus.action("filter").trigger()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == "rubio" and not box.is_offering


def test_a_colon_lists_the_filters_too(typing: Window, qtbot: QtBot) -> None:
    box = typing.bar.search
    qtbot.keyClicks(box, ":")
    qtbot.waitUntil(lambda: box.is_offering)
    assert box.offer_texts() == [f"{kind.name}:" for kind in FILTERS]
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "country:"


def test_the_page_of_keys_explains_them(typing: Window, answers: Answers) -> None:
    told: list[str] = []

    def read(dialog: QDialog) -> bool:
        (table,) = dialog.findChildren(QTableWidget)
        told.extend(table.item(row, 1).text() for row in range(table.rowCount()))
        return False

    answers.fill = read
    typing.menus.action("keyboard").trigger()
    assert {kind.explanation for kind in FILTERS} <= set(told)
