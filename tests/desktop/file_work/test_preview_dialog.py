"""A dialog with a preview begins one, can be left at any time, and says why there is none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db import DeskError, Progress, Refused, Store
from desktop.file_work.preview_dialog import PreviewDialog
from desktop.session.session import Session
from desktop.widgets.message import Message


class Looked(PreviewDialog):
    """Shows what a job gives."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.message = Message(self)
        self._make_ending("&Go")
        self.shown: list[object] = []
        QVBoxLayout(self).addLayout(self._ending())

    def look(self, job: Callable[[Store, Progress], object]) -> None:
        self._preview("Looking", job, self._take)

    def _take(self, answer: object, _change: object) -> None:
        if self._is_wanted_at_end():
            self.shown.append(answer)
            self.previewed.emit()

    def _refuse(self, refusal: DeskError) -> None:
        if self._is_wanted_at_end():
            self.message.say("error", str(refusal))
            self.previewed.emit()


def give(_store: Store, _progress: Progress) -> str:
    return "found"


def refuse(_store: Store, _progress: Progress) -> str:
    raise Refused("No.")


@pytest.fixture
def dialog(session: Session, owner: QWidget, qtbot: QtBot) -> Looked:
    made = Looked(session, owner)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_a_preview_gives_is_shown_and_why_there_is_none(dialog: Looked, qtbot: QtBot) -> None:
    assert not dialog.accept_button.isEnabled()
    for job in (give, refuse):
        with qtbot.waitSignal(dialog.previewed):
            dialog.look(job)
    assert dialog.shown == ["found"] and dialog.message.text() == "No."


def test_a_dialog_that_was_left_shows_nothing_more(
    dialog: Looked, session: Session, qtbot: QtBot
) -> None:
    dialog.look(give)
    dialog.reject()
    qtbot.waitUntil(lambda: session.job is None)
    assert dialog.shown == [] and dialog.message.isHidden()


def test_enter_on_cancel_cancels(dialog: Looked, qtbot: QtBot) -> None:
    dialog.accept_button.setEnabled(True)
    dialog.cancel_button.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
