"""After a lock nothing of the desk is shown, open or held: neither words nor key; what was typed
lies in the desk, encrypted, and comes back.
"""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import make_desk, open_desk
from desktop.app import show_window
from desktop.settings import Settings
from desktop.unlocking.unlock import UnlockPage
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, fill, settled, title_edit
from tests.desktop.desk_store import store_of

WORDS = ("munir", "plantedword", "army", "unsaid")
SPOKEN = (
    "text", "toPlainText", "toolTip", "statusTip", "whatsThis", "windowTitle", "accessibleName",
    "accessibleDescription", "title", "placeholderText",
)  # fmt: skip


def passphrase() -> str:
    """Made anew at each call, so that no object of the test holds it."""
    return "".join(["horse ", "battery ", "staple"])


def unlock(window: Window, qtbot: QtBot) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.line.setText(passphrase())
    page.line.returnPressed.emit()
    settled(qtbot, window)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Window:
    """A window on an encrypted desk, with a search typed, a page shown and a form typed into."""
    path = tmp_path / "zone.desk"
    make_desk(path, passphrase(), "Unsaid matters")
    with open_desk(path, passphrase()) as store:
        fill(store)
    window = show_window(path, settings=Settings(), ask=Answers())
    qtbot.addWidget(window)
    unlock(window, qtbot)
    window.bar.search.setText("munir")
    settled(qtbot, window)
    tab = window.view.tab
    tab.walk(1)
    tab.catch_up()
    window.menus.action("edit").trigger()
    title_edit(window).setPlainText("Plantedword Munir")
    assert tab.pane.form.is_dirty()
    return window


def words_of(thing: QObject) -> Iterator[str]:
    """Everything that a widget or an action could say."""
    for name in SPOKEN:
        value = getattr(thing, name, None)
        if callable(value):
            yield str(value())
    model = thing.model() if isinstance(thing, QAbstractItemView) else None
    if model is not None:
        for row in range(min(20, model.rowCount())):
            yield from (str(model.index(row, at).data()) for at in range(model.columnCount()))


def things(window: Window) -> list[QObject]:
    return [*QApplication.allWidgets(), *window.findChildren(QAction)]


def lock(window: Window, qtbot: QtBot) -> None:
    window.menus.action("lock").trigger()
    qtbot.wait(1)  # what was to be deleted is


def test_no_widget_and_no_action_says_a_word_of_the_desk(opened: Window, qtbot: QtBot) -> None:
    shown = " ".join(text for each in things(opened) for text in words_of(each)).casefold()
    assert [each for each in WORDS if each not in shown] == []
    lock(opened, qtbot)
    left = [
        f"{type(each).__name__}: {text}"
        for each in things(opened)
        for text in words_of(each)
        if any(word in text.casefold() for word in WORDS)
    ]
    assert left == []


def holders_of(*secrets: str) -> set[str]:
    """The types of what holds a text with one of these in it, garbage included."""
    return {
        type(each).__name__
        for each in gc.get_objects()
        for held in gc.get_referents(each)
        if isinstance(held, str) and held not in secrets and any(one in held for one in secrets)
    }


def test_no_object_holds_the_key(opened: Window, qtbot: QtBot) -> None:
    backwards = store_of(opened.session).copies.key()[2:66][::-1]
    assert holders_of(backwards[::-1])
    gc.disable()  # as while a window is open: garbage is left lying
    try:
        lock(opened, qtbot)
        qtbot.waitUntil(lambda: not holders_of(backwards[::-1], passphrase()), timeout=2_000)
    finally:
        gc.enable()


def test_the_file_is_closed_and_free_for_others(opened: Window, qtbot: QtBot) -> None:
    path = opened.session.path
    lock(opened, qtbot)
    if sys.platform == "linux":
        numbers = os.listdir("/proc/self/fd")
        open_files = [os.path.realpath(f"/proc/self/fd/{each}") for each in numbers]
        assert [each for each in open_files if each.startswith(str(path))] == []
    with open_desk(path, passphrase()) as store:
        assert not store.is_read_only


def test_what_was_typed_lies_encrypted_and_is_resumed(opened: Window, qtbot: QtBot) -> None:
    path, typed = opened.session.path, opened.view.tab.current_id
    changes = opened.session.undo_label()
    lock(opened, qtbot)
    for each in path.parent.iterdir():
        content = each.read_bytes()
        assert b"Plantedword" not in content and b"Munir" not in content
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: "Unsaved changes" in opened.message.text())
    assert opened.session.undo_label() == changes == ""  # nothing was saved unasked
    opened.message.acted.emit()
    assert opened.view.tab.current_id == typed
    assert title_edit(opened).toPlainText() == "Plantedword Munir"


def test_the_preview_goes_too(opened: Window, qtbot: QtBot) -> None:
    opened.view.tab.pane.discard_changes()
    opened.menus.action("print").trigger()

    def shown() -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 2)
    lock(opened, qtbot)
    assert shown() == [opened]
