"""Opening, making, locking and leaving desks: every refusal is one sentence, nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db import (
    Person,
    Unavailable,
    WrongPassphrase,
    join_key_file,
    make_desk,
    make_key_file,
    needs_passphrase,
    open_desk,
)
from desktop.session.session import Session
from desktop.settings import LAST_DESK, RECENT_DESKS, REMEMBER_KEY_FILES, settings_path
from desktop.unlocking.unlock import UnlockPage
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


def full_disk(*_: object) -> None:
    raise Unavailable("The disk is full.")


def test_what_cannot_be_kept_at_a_lock_comes_back_when_it_is_unlocked(
    start: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.desk"
    make_desk(path, "right", "Locked desk")
    actions_of(start).desks.open_path(path)
    give(start, qtbot, "right")
    start.view.make()
    qtbot.keyClicks(start.view.tab.pane.form.findChildren(QLineEdit)[1], "no name yet")
    typed = start.view.tab.pane.form.draft()
    monkeypatch.setattr(Session, "keep_draft", full_disk)
    start.menus.action("lock").trigger()
    assert start.session is None
    assert "could not be kept" in unlock_page(start).refusal.text()
    assert "no name yet" not in unlock_page(start).refusal.text()
    give(start, qtbot, "right")
    assert start.view.tab.pane.form.draft() == typed
    monkeypatch.undo()  # or the window would not close


def test_a_window_does_not_close_over_what_cannot_be_kept(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.view.make()
    pane = window.view.tab.pane
    qtbot.keyClicks(pane.form.findChildren(QLineEdit)[1], "no name yet")
    monkeypatch.setattr(Session, "keep_draft", full_disk)
    assert not window.close()
    assert window.isVisible() and pane.is_editing
    assert "cannot be kept: The disk is full." in window.message.text()
    pane.discard_changes()
    assert window.close()


def test_a_plain_desk_offers_a_passphrase_in_place_of_a_lock(
    window: Window, answers: Answers, desk: Path, qtbot: QtBot
) -> None:
    def fill(dialog: QDialog) -> bool:
        dialog.first.setText("hunter two")
        dialog.second.setText("hunter two")
        return True

    answers.fill = fill
    window.menus.action("lock").trigger()
    assert "no passphrase" in window.message.text()
    window.message.acted.emit()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    assert needs_passphrase(desk)
    window.menus.action("lock").trigger()
    assert window.session is None


def test_closing_the_desk_goes_back_to_the_start(window: Window) -> None:
    window.bar.search.setText("munir")
    window.menus.action("close_desk").trigger()
    assert window.stack.currentWidget() is window.stack.start
    assert window.bar.search.text() == ""
    assert window.session is None


def test_a_desk_with_a_key_file_is_unlocked_with_it_alone(
    start: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    key_file, path = tmp_path / "a.key", tmp_path / "a.desk"
    make_key_file(key_file)
    make_desk(path, join_key_file("right", key_file))
    actions_of(start).desks.open_path(path)
    give(start, qtbot, "right")
    assert "key file" in unlock_page(start).refusal.text()
    unlock_page(start).key_file.line.setText(str(tmp_path / "gone.key"))
    give(start, qtbot, "right")
    assert "it is not there" in unlock_page(start).refusal.text()
    answers.paths = [key_file]
    unlock_page(start).key_file.choose_button.click()
    give(start, qtbot, "right")
    assert start.session is not None


def test_where_a_key_file_lies_is_remembered_only_if_wanted(
    start: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    key_file, path = tmp_path / "a.key", tmp_path / "a.desk"
    make_key_file(key_file)
    make_desk(path, join_key_file("right", key_file))
    settings_file = settings_path()
    for wanted in ("no", "yes"):
        start.settings.put(REMEMBER_KEY_FILES, wanted)
        actions_of(start).desks.open_path(path)
        unlock_page(start).key_file.line.setText(str(key_file))
        give(start, qtbot, "right")
        assert ("a.key" in settings_file.read_text()) == (wanted == "yes")
    start.menus.action("lock").trigger()
    assert unlock_page(start).key_file.path == key_file
    give(start, qtbot, "right")
    assert start.session is not None
    start.settings.put(REMEMBER_KEY_FILES, "no")
    assert "a.key" not in settings_file.read_text()


def test_a_key_file_is_set_with_the_passphrase(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    def fill(dialog: QDialog) -> bool:
        dialog.first.setText("hunter two")
        dialog.second.setText("hunter two")
        answers.paths = [tmp_path / "my.key"]
        dialog.rows.key_file.make_button.click()
        return True

    answers.fill = fill
    path = window.session.path
    actions_of(window).desks.ask_new_passphrase()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    actions_of(window).desks.close()
    with pytest.raises(WrongPassphrase):
        open_desk(path, "hunter two")
    open_desk(path, join_key_file("hunter two", tmp_path / "my.key")).close()
