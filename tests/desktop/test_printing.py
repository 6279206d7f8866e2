"""Print writes the sheet of the record on show where the officer wants it, or says why not."""

from pathlib import Path

import pytest

from desktop.window import Window
from tests.desktop.conftest import Answers


def test_the_record_on_show_becomes_a_pdf(window: Window, answers: Answers, tmp_path: Path) -> None:
    answers.paths = [tmp_path / "sheet"]
    window.deeds.of("print").trigger()
    path = tmp_path / "sheet.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in window.message.text()


def test_a_folder_that_is_not_there_is_told(
    window: Window, answers: Answers, tmp_path: Path
) -> None:
    answers.paths = [tmp_path / "none" / "sheet.pdf"]
    window.deeds.of("print").trigger()
    assert "no folder" in window.message.text()


@pytest.mark.parametrize("path", [None])
def test_no_answer_prints_nothing(window: Window, answers: Answers, path: None) -> None:
    answers.paths = [path]
    window.deeds.of("print").trigger()
    assert window.message.isHidden()
