"""A desk with a passphrase locks itself after the chosen time, and no other does."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from db import Lens, Person, Progress, Store, make_desk
from db.changes import saving
from desktop.app import show_window
from desktop.session.auto_lock import AutoLock
from desktop.settings import LOCK_AFTER, Settings
from desktop.unlocking.unlock import UnlockPage
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Window:
    """A window on a desk with a passphrase, to be locked after five minutes."""
    make_desk(tmp_path / "a.desk", "correct horse battery")
    settings = Settings()
    settings.put(LOCK_AFTER, 5)
    window = show_window(tmp_path / "a.desk", settings=settings, ask=Answers())
    qtbot.addWidget(window)
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.unlocked.emit("correct horse battery")
    settled(qtbot, window)
    return window


def locking_of(window: Window) -> AutoLock:
    found = window.findChild(AutoLock)
    assert isinstance(found, AutoLock)
    return found


def test_it_locks_when_the_time_is_over(opened: Window) -> None:
    delay = locking_of(opened).delay
    assert delay.isActive() and delay.interval() == 300_000
    delay.timeout.emit()
    assert opened.session is None
    assert isinstance(opened.stack.currentWidget(), UnlockPage)
    assert not delay.isActive()


def test_every_key_begins_the_time_anew(opened: Window, qtbot: QtBot) -> None:
    delay = locking_of(opened).delay
    delay.stop()
    qtbot.keyClick(opened.findChild(QLineEdit), Qt.Key.Key_A)
    assert delay.isActive()


def test_a_dialog_is_closed_first_and_the_desk_locked_after_it(
    opened: Window, qtbot: QtBot
) -> None:
    delay, dialog = locking_of(opened).delay, QDialog(opened)
    dialog.open()
    delay.timeout.emit()
    assert not dialog.isVisible() and opened.session is not None
    qtbot.waitUntil(lambda: opened.session is None, timeout=1_000)


def test_a_menu_is_closed_first(opened: Window, qtbot: QtBot) -> None:
    menu = opened.menus.menu("file")
    menu.popup(opened.mapToGlobal(opened.rect().center()))
    locking_of(opened).delay.timeout.emit()
    assert not menu.isVisible()
    qtbot.waitUntil(lambda: opened.session is None, timeout=1_000)


def test_long_work_is_broken_off_and_that_is_said_at_unlocking(
    opened: Window, qtbot: QtBot
) -> None:
    assert opened.session is not None
    is_inside = threading.Event()

    def write(store: Store, progress: Progress) -> None:
        with store.unit_of_work("Import") as work:
            saving.write_records(work, [Person(title="Half Imported")], Lens())
            is_inside.set()
            while True:  # as in a long statement, nothing tells how far it is
                store.setting("name")
                work.sql.value("SELECT count(*) FROM record")

    opened.session.start("Importing people.csv", write, print, print)
    assert is_inside.wait(5)
    locking_of(opened).delay.timeout.emit()
    assert opened.session is None
    page = opened.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.unlocked.emit("correct horse battery")
    settled(qtbot, opened)
    assert opened.session is not None
    assert opened.session.reader.count("person", Lens()) == 0
    says = "The lock broke off “Importing people.csv”; nothing of it was kept."
    assert says in [each.text() for each in opened.findChildren(QLabel)]


def test_it_is_turned_off(opened: Window) -> None:
    opened.settings.put(LOCK_AFTER, 0)
    locking_of(opened).follow_preference()
    assert not locking_of(opened).delay.isActive()


def test_a_desk_without_a_passphrase_is_never_locked(window: Window) -> None:
    window.settings.put(LOCK_AFTER, 1)
    locking = locking_of(window)
    locking.follow_preference()
    assert not locking.delay.isActive()
    locking.lock_now()
    assert window.session is not None
