"""Letters of other scripts are looked for in the background, script by script, after all else."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.window.font_warmup import SAMPLES, FontWarmup
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


def test_each_script_is_a_question_that_anything_typed_goes_before(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    background_reader, waiting, asked = window.session.background_reader, [], []
    settled(qtbot, window)
    own = background_reader.ask

    def ask(topic: str, job: Any, answered: Any, refused: Any, *, urgent: bool = False) -> None:
        asked.append((topic, urgent))
        waiting.append(len(background_reader.unanswered))
        own(topic, job, answered, refused, urgent=urgent)

    monkeypatch.setattr(background_reader, "ask", ask)
    FontWarmup(window.session, QApplication.font(), window).look_for_next()
    settled(qtbot, window)
    assert asked == [("letters", False)] * len(SAMPLES)
    assert max(waiting) == 0


def test_a_window_looks_for_them_once_all_of_it_is_made(window: Window, qtbot: QtBot) -> None:
    settled(qtbot, window)
    assert window.view.font_warmup.remaining == []
