"""Opening, making, locking and leaving desks: every refusal is one sentence, nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db import Person, make_desk, needs_passphrase
from desktop.dialogs.unlock import UnlockPage
from desktop.settings import LAST_DESK, RECENT_DESKS
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles


def unlock_page(window: Window) -> UnlockPage:
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    return page


def give(window: Window, qtbot: QtBot, passphrase: str) -> None:
    page = unlock_page(window)
    page.line.setText(passphrase)
    page.line.returnPressed.emit()


def test_the_start_offers_three_choices_and_no_desk_needs_one(start: Window) -> None:
    assert start.stack.currentWidget() is start.stack.start
    for name in ("print", "lock", "new", "undo", "search", "back"):
        assert not start.menus.action(name).isEnabled()
    assert start.menus.action("open").isEnabled()


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "does not exist"), (b"", "empty"), (b"hello, this is no desk", "not a desk")],
)
def test_what_is_no_desk_is_refused_in_a_sentence(
    start: Window, tmp_path: Path, content: bytes | None, says: str
) -> None:
    path = tmp_path / "thing.desk"
    if content is not None:
        path.write_bytes(content)
    assert not actions_of(start).desks.open_path(path)
    assert says in start.message.text()
    assert start.stack.currentWidget() is start.stack.start
    assert content is None or path.read_bytes() == content


def test_a_refused_desk_leaves_the_open_one(window: Window, tmp_path: Path) -> None:
    assert not actions_of(window).desks.open_path(tmp_path / "none.desk")
    assert window.view is not None
    assert titles(window)


def test_a_new_desk_is_made_and_opened(
    start: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    def fill(dialog: QDialog) -> bool:
        dialog.name.setText("My own")
        dialog.first.setText("hunter two")
        dialog.second.setText("hunter two")
        return True

    answers.fill = fill
    answers.paths = [tmp_path / "mine"]
    actions_of(start).desks.ask_for_new_desk()
    path = tmp_path / "mine.desk"
    assert start.session.name == "My own"
    assert needs_passphrase(path)
    assert start.settings.get(LAST_DESK) == str(path)
    assert start.settings.get(RECENT_DESKS) == [str(path)]
    assert titles(start) == []


def test_the_sample_opens_as_a_copy_at_once(start: Window, own_home: Path, qtbot: QtBot) -> None:
    desks = actions_of(start).desks
    desks.open_sample()
    settled(qtbot, start)
    assert own_home in start.session.path.parents
    assert "Ishaq Dar" in " ".join(titles(start))
    assert start.session.undo_label() == ""
    assert start.message.text().startswith("This is your copy of the sample")
    start.session.save(Person(title="My own try"))
    desks.open_sample()
    settled(qtbot, start)
    assert "My own try" in " ".join(titles(start))


def test_a_sample_that_cannot_be_copied_is_told(start: Window, own_home: Path) -> None:
    (own_home / "data").write_text("in the way")
    actions_of(start).desks.open_sample()
    assert start.session is None
    assert "cannot be" in start.message.text()


def test_a_wrong_passphrase_is_told_and_can_be_typed_again(
    start: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "locked.desk"
    make_desk(path, "right", "Locked desk")
    assert actions_of(start).desks.open_path(path)
    give(start, qtbot, "wrong")
    assert "passphrase" in unlock_page(start).refusal.text()
    give(start, qtbot, "right")
    assert start.session.name == "Locked desk"


def test_a_lock_shows_nothing_and_keeps_what_is_typed(
    start: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "locked.desk"
    make_desk(path, "right", "Locked desk")
    actions_of(start).desks.open_path(path)
    give(start, qtbot, "right")
    start.view.make()
    line = start.view.tab.pane.form.findChildren(QLineEdit)[1]
    qtbot.keyClicks(line, "no name yet")
    start.menus.action("lock").trigger()
    assert start.session is None
    assert "Locked desk" not in start.windowTitle()
    give(start, qtbot, "right")
    qtbot.waitUntil(lambda: "Unsaved changes" in start.message.text())


def test_a_plain_desk_offers_a_passphrase_in_place_of_a_lock(
    window: Window, answers: Answers, desk: Path
) -> None:
    def fill(dialog: QDialog) -> bool:
        dialog.first.setText("hunter two")
        dialog.second.setText("hunter two")
        return True

    answers.fill = fill
    window.menus.action("lock").trigger()
    assert "no passphrase" in window.message.text()
    window.message.acted.emit()
    assert needs_passphrase(desk)
    window.menus.action("lock").trigger()
    assert window.session is None


def test_closing_the_desk_goes_back_to_the_start(window: Window) -> None:
    window.bar.search.setText("munir")
    window.menus.action("close_desk").trigger()
    assert window.stack.currentWidget() is window.stack.start
    assert window.bar.search.text() == ""
    assert window.session is None
