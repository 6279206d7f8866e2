"""The merge dialog: counts, conflicts to decide by key, a passphrase, a file that is no desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Lens, open_desk
from desktop.merging import merge_dialog
from desktop.merging.merge_dialog import MergeDialog
from desktop.session.session import Session
from tests.desktop.conftest import Answers
from tests.desktop.merging.forked import forked_copy


@pytest.fixture
def dialog(session: Session, tmp_path: Path, qtbot: QtBot, owner: QWidget) -> MergeDialog:
    """A preview that is on show."""
    return opened(session, forked_copy(session, tmp_path), qtbot, owner)


def opened(session: Session, path: Path, qtbot: QtBot, owner: QWidget) -> MergeDialog:
    found = MergeDialog(session, path, Answers(), owner)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitUntil(lambda: session.job is None, timeout=10_000)
    return found


def test_it_says_what_would_come_and_what_both_changed(dialog: MergeDialog) -> None:
    assert dialog.outcome.text() == "To add: 1 person; to change: 1 person."
    model = dialog.table.conflicts
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row[1:3] == ["Born", "1950"] and row[4] == "1951" and row[6] == "not decided"
    assert "Not decided" in dialog.summary.text() and dialog.accept_button.isEnabled()


def test_both_values_of_the_marked_row_are_read_whole(dialog: MergeDialog) -> None:
    [conflict] = dialog.table.conflicts.conflicts
    shown = (dialog.values.ours.toPlainText(), dialog.values.theirs.toPlainText())
    assert shown == (conflict.ours, conflict.theirs) == ("1950", "1951")


@pytest.mark.parametrize(
    "key, side",
    [(Qt.Key.Key_Left, "ours"), (Qt.Key.Key_Right, "theirs"), (Qt.Key.Key_Space, "theirs")],
)
def test_a_key_takes_a_side(dialog: MergeDialog, qtbot: QtBot, key: Qt.Key, side: str) -> None:
    qtbot.keyClick(dialog.table, key)
    assert list(dialog.choice.sides.values()) == [side]
    assert "all decided" in dialog.summary.text()


def test_all_can_be_taken_from_one_side(dialog: MergeDialog, qtbot: QtBot) -> None:
    for button, side in (
        (dialog.all_ours, "ours"), (dialog.all_theirs, "theirs"), (dialog.all_newer, "theirs"),
    ):  # fmt: skip
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert list(dialog.choice.sides.values()) == [side]


def test_an_encrypted_desk_asks_for_its_passphrase(
    session: Session, tmp_path: Path, qtbot: QtBot, owner: QWidget
) -> None:
    path = forked_copy(session, tmp_path)
    with open_desk(path) as other:
        other.set_passphrase("correct horse")
    found = opened(session, path, qtbot, owner)
    assert found.passphrase.isVisible() and not found.accept_button.isEnabled()
    for word, is_right in (("wrong one", False), ("correct horse", True)):
        found.passphrase.setText(word)
        with qtbot.waitSignal(found.previewed, timeout=20_000):
            qtbot.keyClick(found.passphrase, Qt.Key.Key_Return)
        assert found.accept_button.isEnabled() == is_right
        assert found.message.isHidden() == is_right
    assert "correct horse" not in repr(found.choice)


def test_a_file_that_is_no_desk_is_refused_in_the_dialog(
    session: Session, tmp_path: Path, qtbot: QtBot, owner: QWidget
) -> None:
    path = tmp_path / "no.desk"
    path.write_text("x")
    found = opened(session, path, qtbot, owner)
    assert "no.desk" in found.message.text() and not found.accept_button.isEnabled()


def test_a_preview_writes_nothing(dialog: MergeDialog, session: Session) -> None:
    assert all(
        "Zed" not in line.title
        for line in session.reader.lines(session.reader.all_ids("person", Lens(), "name"), Lens())
    )


def test_a_bug_in_the_preview_is_told_and_not_waited_for(
    session: Session, tmp_path: Path, qtbot: QtBot, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(merge_dialog, "preview_merge", fail)
    with qtbot.waitSignal(session.failed):
        found = opened(session, forked_copy(session, tmp_path), qtbot, owner)
    assert not found.message.isHidden() and found.progress.isHidden()
    assert not found.accept_button.isEnabled()
