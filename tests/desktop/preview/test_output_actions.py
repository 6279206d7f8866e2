"""What is set goes to a printer, a file or the clipboard whole, or a sentence says why not."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.preview.preview_window import PreviewWindow
from tests.desktop.conftest import Answers
from tests.desktop.preview.conftest import is_still


def said(preview: PreviewWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: is_still(preview) and not preview.message.isHidden(), timeout=20_000)
    return preview.message.text()


def test_the_pdf_lies_where_it_was_asked_for(
    preview: PreviewWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "people"]
    preview.buttons["pdf"].click()
    assert said(preview, qtbot) == f"Saved 4 pages to {tmp_path / 'people.pdf'}."
    assert len(PdfReader(tmp_path / "people.pdf").pages) == 4
    assert preview.progress.isHidden()


def test_the_folder_can_be_opened(
    preview: PreviewWindow,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    answers.paths = [tmp_path / "people.pdf"]
    preview.save_pdf()
    said(preview, qtbot)
    preview.message.acted.emit()
    assert opened == [str(tmp_path)]


@pytest.mark.parametrize("output", ["pdf", "word"])
def test_a_folder_that_is_not_there_is_told(
    preview: PreviewWindow, answers: Answers, tmp_path: Path, qtbot: QtBot, output: str
) -> None:
    answers.paths = [tmp_path / "none" / "people"]
    preview.buttons[output].click()
    assert "no folder" in said(preview, qtbot)
    assert list(tmp_path.glob("none*")) == []


def test_a_full_disk_leaves_what_stood_there(
    preview: PreviewWindow,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "people.pdf"
    path.write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desktop.paper.save.os.fsync", full)
    answers.paths = [path]
    preview.save_pdf()
    assert "no room" in said(preview, qtbot)
    assert path.read_bytes() == b"before"
    assert sorted(each.name for each in tmp_path.glob("*people*")) == ["people.pdf"]
    assert not list(tmp_path.glob(".aside*"))


def test_no_answer_writes_nothing(
    preview: PreviewWindow, answers: Answers, printers: list[str]
) -> None:
    for spec in (preview.save_pdf, preview.save_word):
        answers.paths = [None]
        spec()
        assert preview.message.isHidden() and preview.out.job is None
    preview.print()
    assert preview.message.isHidden() and preview.out.job is None


def test_the_text_is_on_the_clipboard(preview: PreviewWindow, qtbot: QtBot) -> None:
    preview.buttons["copy"].click()
    assert "clipboard" in said(preview, qtbot)
    data = QGuiApplication.clipboard().mimeData()
    assert "ASIM MUNIR\n" in data.text() and "عاصم منیر" in data.text()
    assert "<h1" in data.html()


def test_printing_into_a_file_takes_the_pages_that_were_asked_for(
    preview: PreviewWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "some.pdf"
    answers.fill = into(path, 2, 3)
    preview.buttons["print"].click()
    assert said(preview, qtbot) == f"Saved 2 pages to {path}."
    texts = [page.extract_text() for page in PdfReader(path).pages]
    assert "Asim Munir" in texts[0] and "Marco Rubio" in texts[1]


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The printers of this computer, as a test says."""
    names = ["office"]
    info = "desktop.preview.to_printer.QPrinterInfo.availablePrinterNames"
    monkeypatch.setattr(info, lambda: names)
    return names


def test_where_no_printer_is_set_up_a_sentence_says_so(
    preview: PreviewWindow, printers: list[str], answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.buttons["print"].click()
    assert preview.message.isHidden()
    printers.clear()
    preview.buttons["print"].click()
    assert "No printer is set up on this computer" in said(preview, qtbot)
    assert len(answers.dialogs) == 2  # a file is still a way out
    answers.paths = [tmp_path / "people.pdf"]
    preview.message.acted.emit()
    assert "Saved 4 pages to" in said(preview, qtbot)


def test_pages_that_are_not_in_the_document_are_told_of(
    preview: PreviewWindow, printers: list[str], answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.fill = into(tmp_path / "some.pdf", 7, 9)
    preview.buttons["print"].click()
    assert "the document has 4" in said(preview, qtbot)
    assert list(tmp_path.glob("*.pdf")) == []


def into(path: Path, first: int, last: int) -> Callable[[QDialog], bool]:
    """The answer of an officer who prints some pages into a file."""

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, QPrintDialog)
        printer = dialog.printer()
        printer.setOutputFileName(str(path))
        printer.setPrintRange(printer.PrintRange.PageRange)
        printer.setFromTo(first, last)
        return True

    return fill
