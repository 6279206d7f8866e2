"""A new passphrase is set beside the window; a refusal leaves the one from before."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import needs_passphrase
from desktop.settings import Settings
from desktop.widgets.message import Notice
from desktop.window.main_window import Window
from desktop.window.passphrase_controller import PassphraseController
from tests.desktop.conftest import Answers


def fill(dialog: QDialog) -> bool:
    dialog.first.setText("hunter two")
    dialog.second.setText("hunter two")
    return True


def test_it_is_set_followed_and_told(window: Window, answers: Answers, qtbot: QtBot) -> None:
    answers.fill = fill
    notices: list[Notice] = []
    jobs: list[object] = []
    controller = PassphraseController(answers, Settings(), window)
    controller.noticed.connect(notices.append)
    controller.work_started.connect(jobs.append)
    controller.offer(window.session)
    assert len(jobs) == 1 and not needs_passphrase(window.session.path)
    qtbot.waitUntil(lambda: len(notices) == 1, timeout=20_000)
    assert notices[0].text.startswith("The desk is encrypted with the new passphrase.")
    assert needs_passphrase(window.session.path)


def test_cancelled_it_says_that_the_old_one_holds(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    answers.fill = fill
    notices: list[Notice] = []
    controller = PassphraseController(answers, Settings(), window)
    controller.noticed.connect(notices.append)
    controller.work_started.connect(lambda job: job.cancel())
    controller.offer(window.session)
    qtbot.waitUntil(lambda: len(notices) == 1, timeout=20_000)
    assert notices[0].text == "The passphrase is the one from before; nothing was changed."
    assert not needs_passphrase(window.session.path)
