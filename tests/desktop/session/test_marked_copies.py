"""What is copied from marked records goes from the clipboard after the time chosen, whichever way
it was copied; what was copied elsewhere stays, and so does what comes from open records.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db import Contact, Person
from desktop.session import marked_copies
from desktop.session.marked_copies import MarkedCopies
from desktop.settings import CLEAR_CLIPBOARD, Settings
from desktop.widgets.clipboard import NOT_TO_BE_KEPT, copy_to_clipboard
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit

SECRET, OPEN = "Hidden Envoy", "Plain Clerk"


@pytest.fixture
def board(qapp: QObject) -> QClipboard:
    board = QGuiApplication.clipboard()
    board.clear()
    return board


class Copies(QObject):
    """A listener to the clipboard, in front of marked records or not."""

    def __init__(self, *, is_marked: bool = True) -> None:
        super().__init__()
        self.settings, self.sentences = Settings(), []
        self.copies = MarkedCopies(self.settings, lambda: is_marked, self)
        self.copies.mentioned.connect(self.sentences.append)

    @property
    def is_waiting(self) -> bool:
        return self.copies.delay.isActive()


def test_it_is_cleared_after_the_time_chosen_and_said(board: QClipboard) -> None:
    copies = Copies()
    copies.settings.put(CLEAR_CLIPBOARD, 10)
    board.setText("secret words")
    assert copies.is_waiting and copies.copies.delay.interval() == 10_000
    assert copies.sentences == ["Copied from marked records: it can be pasted for 10 seconds."]
    copies.copies.delay.timeout.emit()
    assert board.text() == "" and not copies.is_waiting


def test_what_was_copied_elsewhere_meanwhile_stays(
    board: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = Copies()
    board.setText("secret words")
    monkeypatch.setattr(marked_copies, "is_own", lambda mode: False)
    board.setText("a shopping list")
    assert not copies.is_waiting
    copies.copies.clear_now()
    assert board.text() == "a shopping list"
    board.clear()


def test_a_later_text_is_left_alone_where_no_signal_told_of_it(board: QClipboard) -> None:
    copies = Copies()
    board.setText("secret words")
    board.blockSignals(True)
    board.setText("a shopping list")
    board.blockSignals(False)
    copies.copies.delay.timeout.emit()
    assert board.text() == "a shopping list"
    board.clear()


def test_open_records_and_never_leave_it_alone_and_a_lock_clears_it_at_once(
    board: QClipboard,
) -> None:
    plain = Copies(is_marked=False)
    board.setText("open words")
    assert not plain.is_waiting
    copy_to_clipboard("words of marked rows", is_marked=True)
    assert plain.is_waiting
    plain.copies.show_session(None)
    assert board.text() == ""
    plain.settings.put(CLEAR_CLIPBOARD, 0)
    copy_to_clipboard("words of marked rows", is_marked=True)
    assert not plain.is_waiting
    board.clear()


def test_programs_that_keep_what_is_copied_are_asked_not_to(board: QClipboard) -> None:
    copy_to_clipboard("words", is_marked=True)
    assert {*NOT_TO_BE_KEPT} <= {*board.mimeData().formats()}
    copy_to_clipboard("words")
    assert not {*NOT_TO_BE_KEPT} & {*board.mimeData().formats()}
    board.clear()


def copy_page(window: Window, qtbot: QtBot) -> None:
    text = window.view.tab.pane.page.focusProxy()
    text.setFocus()
    text.selectAll()
    qtbot.keyClick(text, "c", QKeySequence("Ctrl+C")[0].keyboardModifiers())


def copy_rows(window: Window, qtbot: QtBot) -> None:
    window.view.tab.list.table.setFocus()
    window.menus.action("copy").trigger()
    settled(qtbot, window)


def copy_name(window: Window, qtbot: QtBot) -> None:
    window.menus.action("copy_name").trigger()


def copy_from_menu(window: Window, qtbot: QtBot) -> None:
    """A telephone number, an address or a citation, from the menu of the page."""
    window.view.tab.pane.page.focusProxy().setFocus()
    menu = window.menus.row_menu(window, ["+92 51 9876"])
    next(each for each in menu.actions() if "9876" in each.text()).trigger()


def copy_in_form(window: Window, qtbot: QtBot) -> None:
    window.view.tab.edit()
    edit = title_edit(window)
    edit.setFocus()
    edit.selectAll()
    edit.copy()
    window.view.tab.pane.discard_changes()


def copy_in_dialog(window: Window, qtbot: QtBot) -> None:
    """In any other window of the program: it may show whatever the desk has."""
    line = QLineEdit("from a dialog")
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    line.setFocus()
    line.selectAll()
    line.copy()
    line.hide()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def copy_preview(window: Window, qtbot: QtBot) -> None:
    printing = actions_of(window).printing
    printing.print_records()
    qtbot.waitUntil(lambda: printing.preview is not None and printing.preview.ready is not None)
    printing.preview.copy_text()
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    printing.preview.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


WAYS: tuple[Callable[[Window, QtBot], None], ...] = (
    copy_page, copy_rows, copy_name, copy_from_menu, copy_in_form, copy_in_dialog, copy_preview,
)  # fmt: skip


def test_every_way_of_copying_is_heard(window: Window, qtbot: QtBot, board: QClipboard) -> None:
    phone = Contact(kind="phone", value="+92 51 9876")
    window.session.save(Person(title=SECRET, marking=3, contacts=[phone]))
    window.session.save(Person(title=OPEN))
    listening = window.findChild(MarkedCopies)
    assert isinstance(listening, MarkedCopies)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for name, is_marked in ((SECRET, True), (OPEN, False)):
        window.bar.search.setText(name)
        settled(qtbot, window)
        window.view.tab.list.choose_first()
        window.view.tab.catch_up()
        assert window.view.tab.pane.reading.record.title == name
        for copy in WAYS if is_marked else WAYS[:5]:
            board.clear()
            copy(window, qtbot)
            assert board.text(), copy.__name__
            assert listening.delay.isActive() == is_marked, (copy.__name__, board.text())
    board.setMimeData(QMimeData())
