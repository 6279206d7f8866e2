"""An attached file is written where the officer wants it, or the window says why not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Attachment, Lens, Person
from desktop.dialogs.save_attachment import save_attachment
from desktop.session.session import Session
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers

BYTES = b"%PDF-1.7 a letter"


@pytest.fixture
def sha256(session: Session) -> str:
    """The hash of a file that is on the desk."""
    kept = Attachment(file_name="letter.pdf", media_type="application/pdf", data=BYTES)
    record = Person(title="Ann Ashe", attachments=[kept])
    session.save(record)
    saved = session.reader.get(record.id, Lens())
    return saved.attachments[0].sha256


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_bytes_are_those_of_the_desk(
    session: Session, answers: Answers, parent: QWidget, sha256: str, tmp_path: Path
) -> None:
    answers.paths = [tmp_path / "letter.pdf"]
    notice = save_attachment(session, answers, parent, sha256, "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == BYTES
    assert notice is not None and notice.kind == "done"
    assert str(tmp_path / "letter.pdf") in notice.text


def test_no_answer_writes_nothing(
    session: Session, answers: Answers, parent: QWidget, sha256: str
) -> None:
    answers.paths = [None]
    assert save_attachment(session, answers, parent, sha256, "letter.pdf") is None


@pytest.mark.parametrize("which", ["gone", "nowhere"])
def test_what_cannot_be_written_is_a_sentence(
    session: Session, answers: Answers, parent: QWidget, sha256: str, tmp_path: Path, which: str
) -> None:
    answers.paths = [tmp_path / "missing" / "x.pdf" if which == "nowhere" else tmp_path / "x.pdf"]
    wanted = sha256 if which == "nowhere" else "0" * 64
    notice = save_attachment(session, answers, parent, wanted, "x.pdf")
    assert notice is not None and notice.kind == "error"
    assert "cannot be saved there" in notice.text
    assert not (tmp_path / "x.pdf").exists()


def test_the_window_tells_what_came_of_it(window: Window, answers: Answers, tmp_path: Path) -> None:
    kept = Attachment(file_name="letter.pdf", media_type="application/pdf", data=BYTES)
    record = Person(title="Ann Ashe", attachments=[kept])
    window.session.save(record)
    saved = window.session.reader.get(record.id, Lens())
    answers.paths = [tmp_path / "letter.pdf"]
    window.view.tab.attachment_asked.emit(saved.attachments[0].sha256, "letter.pdf")
    assert str(tmp_path / "letter.pdf") in window.message.text()


def test_without_a_desk_nothing_is_asked(start: Window, answers: Answers) -> None:
    start.save_attachment("0" * 64, "x.pdf")
    assert answers.paths == []
