"""An attached file is written where the officer wants it, or the window says why not."""

from pathlib import Path

import pytest

from db import Attachment, Lens, Person
from desktop.dialogs.save_attachment import save_attachment
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers

BYTES = b"%PDF-1.7 a letter"


@pytest.fixture
def sha256(window: Window) -> str:
    """The hash of a file that is on the desk."""
    kept = Attachment(file_name="letter.pdf", media_type="application/pdf", data=BYTES)
    record = Person(title="Ann Ashe", attachments=[kept])
    window.session.save(record)
    saved = window.session.reader.get(record.id, Lens())
    return saved.attachments[0].sha256


def test_the_bytes_are_those_of_the_desk(
    window: Window, answers: Answers, sha256: str, tmp_path: Path
) -> None:
    answers.paths = [tmp_path / "letter.pdf"]
    save_attachment(window, sha256, "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == BYTES
    assert "now lies in" in window.message.text()


def test_no_answer_writes_nothing(window: Window, answers: Answers, sha256: str) -> None:
    answers.paths = [None]
    save_attachment(window, sha256, "letter.pdf")
    assert window.message.isHidden()


@pytest.mark.parametrize("which", ["gone", "nowhere"])
def test_what_cannot_be_written_is_a_sentence(
    window: Window, answers: Answers, sha256: str, tmp_path: Path, which: str
) -> None:
    answers.paths = [tmp_path / "missing" / "x.pdf" if which == "nowhere" else tmp_path / "x.pdf"]
    save_attachment(window, sha256 if which == "nowhere" else "0" * 64, "x.pdf")
    assert "cannot be saved there" in window.message.text()
    assert not (tmp_path / "x.pdf").exists()


def test_without_a_desk_nothing_is_asked(start: Window, answers: Answers) -> None:
    save_attachment(start, "0" * 64, "x.pdf")
    assert answers.paths == []
