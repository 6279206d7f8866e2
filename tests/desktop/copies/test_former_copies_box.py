"""Copies that a new passphrase leaves as they were are told with their number and their age."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db import CopyPlan, FormerCopy, Person
from desktop.copies.former_copies_box import FormerCopiesBox, former_sentence
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers
from tests.desktop.desk_store import store_of

NOW = datetime(2026, 4, 12, 10)


def copies(*days: int) -> list[FormerCopy]:
    return [FormerCopy(Path(f"{n}.desk"), NOW - timedelta(days=n), n > 99) for n in days]


def test_number_and_age_are_told() -> None:
    assert former_sentence([], NOW) == ""
    assert former_sentence(copies(0), NOW).startswith(
        "1 copy made before opens as before, of today;"
    )
    assert "3 copies" in former_sentence(copies(400, 5, 1), NOW)
    assert "the oldest of 400 days ago;" in former_sentence(copies(400, 5, 1), NOW)
    assert "the oldest of yesterday;" in former_sentence(copies(1, 0), NOW)


def test_each_is_listed_with_its_age_and_what_opens_it(owner: QWidget) -> None:
    text = FormerCopiesBox(copies(400, 5, 1), NOW, owner).informativeText()
    assert "400.desk\nof 400 days ago, without a passphrase\n" in text
    assert text.endswith("1.desk\nof yesterday, former passphrase")
    assert (
        FormerCopiesBox(copies(*range(40, 0, -1)), NOW, owner).informativeText().endswith("28 more")
    )


def test_the_window_tells_them_after_a_new_passphrase(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    shown: list[QDialog] = []

    def fill(dialog: QDialog) -> bool:
        if isinstance(dialog, FormerCopiesBox):
            shown.append(dialog)
            return True
        dialog.first.setText("hunter two")
        dialog.second.setText("hunter two")
        return True

    store_of(window.session).copies.plan = CopyPlan(tmp_path / "copies")
    window.session.save(Person(title="Dar"))
    answers.fill = fill
    actions_of(window).desks.ask_new_passphrase()
    qtbot.waitUntil(lambda: bool(window.message.text()), timeout=20_000)
    assert "1 copy made before opens as before, of today" in window.message.text()
    window.message.acted.emit()
    assert len(shown) == 1 and "without a passphrase" in shown[0].informativeText()
