"""The dialog of older copies: a copy is compared, records are ticked, a passphrase is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import CopyPlan, local_time, make_desk, open_desk
from desktop.copies.older_copy_dialog import OlderCopyDialog
from desktop.session.session import Session
from tests.desktop.conftest import Answers
from tests.desktop.desk_store import store_of


@pytest.fixture
def copy_path(session: Session, tmp_path: Path) -> Path:
    """A copy from before a person was deleted."""
    path = tmp_path / "copy.desk"
    store_of(session).copies.save(path)
    session.remove(session.reader.all_ids("person", session.lens, "name")[:1])
    return path


def dialog_on(
    session: Session, answers: Answers, owner: QWidget, qtbot: QtBot, *paths: Path
) -> OlderCopyDialog:
    dialog = OlderCopyDialog(session, answers, owner)
    qtbot.addWidget(dialog)
    dialog.show()
    for path in paths:
        answers.paths = [path]
        dialog.other_button.click()
    qtbot.waitUntil(lambda: session.job is None, timeout=20_000)
    return dialog


def test_without_a_copy_a_file_is_asked_for(
    session: Session, answers: Answers, owner: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_on(session, answers, owner, qtbot)
    assert dialog.outcome.text() == "No copy of this desk is kept; choose a file."
    assert not dialog.accept_button.isEnabled()
    answers.paths = [None]
    dialog.other_button.click()
    assert dialog.copies.count() == 0


def test_a_kept_copy_is_named_by_its_day_and_hour_as_the_desk_writes_them(
    session: Session, answers: Answers, owner: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    store_of(session).copies.plan = CopyPlan(tmp_path / "kept")
    store_of(session).copies.keep()
    dialog = dialog_on(session, answers, owner, qtbot)
    (kept,) = session.copying.list_copies()
    assert dialog.copies.item(0).text() == local_time(kept.time)


def test_ticked_records_are_the_choice(
    session: Session, answers: Answers, owner: QWidget, qtbot: QtBot, copy_path: Path
) -> None:
    dialog = dialog_on(session, answers, owner, qtbot, copy_path)
    assert not dialog.accept_button.isEnabled()
    dialog.all_deleted.click()
    assert dialog.accept_button.isEnabled()
    assert dialog.choice.path == copy_path
    assert len(dialog.choice.uids) == 1
    assert dialog.fields.rowCount() > 0


def test_another_copy_chosen_meanwhile_is_the_one_compared(
    session: Session, answers: Answers, owner: QWidget, qtbot: QtBot, copy_path: Path
) -> None:
    later = copy_path.with_name("later.desk")
    store_of(session).copies.save(later)
    dialog = dialog_on(session, answers, owner, qtbot, copy_path, later)
    qtbot.waitUntil(lambda: dialog.outcome.text() != "", timeout=20_000)
    assert dialog.outcome.text() == "Nothing differs from the desk of today."
    dialog.copies.setCurrentRow(0)
    qtbot.waitUntil(lambda: session.job is None and dialog.table.rowCount() > 0, timeout=20_000)
    assert dialog.choice.path == copy_path


def test_a_copy_under_another_passphrase_asks_for_it(
    session: Session, answers: Answers, owner: QWidget, qtbot: QtBot, copy_path: Path
) -> None:
    with open_desk(copy_path) as copy:
        copy.set_passphrase("zebra crossing")
    dialog = dialog_on(session, answers, owner, qtbot, copy_path)
    assert dialog.passphrase_line.isVisible()
    qtbot.keyClicks(dialog.passphrase_line.passphrase, "zebra crossing")
    dialog.passphrase_line.unlock_button.click()
    qtbot.waitUntil(lambda: session.job is None, timeout=20_000)
    assert not dialog.passphrase_line.isVisible()
    assert dialog.table.rowCount() > 0


def test_another_desk_is_refused_in_the_dialog(
    session: Session, answers: Answers, owner: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    make_desk(tmp_path / "other.desk")
    dialog = dialog_on(session, answers, owner, qtbot, tmp_path / "other.desk")
    assert "is no copy of this desk" in dialog.message.text()
