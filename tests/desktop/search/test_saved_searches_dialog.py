"""Saved searches are opened, renamed, printed and removed, each a change that can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from db import keep_view
from desktop.search.saved_searches_dialog import SavedSearchesDialog
from desktop.session.session import Session

Opened = Callable[[], SavedSearchesDialog]


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Opened:
    """Opens the dialog on two saved searches."""
    owner = QWidget()
    qtbot.addWidget(owner)
    for name, text in (("Ours", "country:pk"), ("Theirs", "country:us")):
        with session.unit_of_work(name) as work:
            keep_view(work, name, "person", text, lens=session.lens)
    return lambda: SavedSearchesDialog(session, owner)


def names(dialog: SavedSearchesDialog) -> list[str]:
    table = dialog.table
    return [table.item(row, 0).text() for row in range(table.rowCount())]


def told(dialog: SavedSearchesDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_each_is_listed_with_what_it_asks(opened: Opened) -> None:
    dialog = opened()
    assert names(dialog) == ["Ours", "Theirs"]
    assert dialog.table.item(0, 1).text() == "country:pk"
    assert not dialog.table.item(0, 1).flags() & Qt.ItemFlag.ItemIsEditable


def test_the_chosen_one_is_opened(opened: Opened) -> None:
    dialog = opened()
    dialog.table.selectRow(1)
    dialog.open_button.click()
    assert dialog.chosen is not None and dialog.chosen.name == "Theirs"


def test_a_new_name_is_kept_and_its_row_stays_in_hand(opened: Opened, session: Session) -> None:
    dialog = opened()
    dialog.table.item(0, 0).setText("Zealand")
    assert names(dialog) == ["Theirs", "Zealand"]
    assert dialog.table.currentRow() == 1
    session.undo()
    assert names(opened()) == ["Ours", "Theirs"]


@pytest.mark.parametrize("name", ["Theirs", " "])
def test_a_name_that_cannot_be_is_refused_in_words(opened: Opened, name: str) -> None:
    dialog = opened()
    before = told(dialog)
    dialog.table.item(0, 0).setText(name)
    assert names(dialog) == ["Ours", "Theirs"]
    assert len(told(dialog)) > len(before)


def test_removing_says_how_to_get_it_back(opened: Opened, session: Session) -> None:
    dialog = opened()
    dialog.remove_button.click()
    assert names(dialog) == ["Theirs"]
    assert "“Ours” was removed; Undo restores it." in told(dialog)
    dialog.remove_button.click()
    assert not dialog.open_button.isEnabled()
    session.undo()
    assert names(opened()) == ["Theirs"]


def test_printing_is_asked_of_others(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.print_wanted) as caught:
        dialog.print_button.click()
    assert caught.args[0].name == "Ours"
