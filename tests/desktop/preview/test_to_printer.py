"""A printer gets the pages, the copies and the order it was told; one that fails is told of."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from db import Stopped, Unavailable
from desktop.paper.content.blocks import Sheet
from desktop.paper.typst.typeset import typeset
from desktop.preview import cups, to_printer
from desktop.preview.pages.pdf_pages import Pages
from desktop.preview.to_printer import print_pages, printer_for, repeat_pages, wanted_pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset([Sheet("One"), Sheet("Two"), Sheet("Three")]).pdf


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    made = printer_for("a4")
    made.setOutputFileName(str(tmp_path / "paper.pdf"))
    return made


class Jammed(QPrinter):
    """Takes one page and no more."""

    def newPage(self) -> bool:
        return False


def quietly(_done: int, _total: int) -> None:
    pass


@pytest.mark.parametrize(
    ("chosen", "ranges", "backwards", "pages"),
    [
        (QPrinter.PrintRange.AllPages, None, False, [0, 1, 2, 3]),
        (QPrinter.PrintRange.AllPages, None, True, [3, 2, 1, 0]),
        (QPrinter.PrintRange.CurrentPage, None, False, [2]),
        (QPrinter.PrintRange.PageRange, (2, 3), False, [1, 2]),
        (QPrinter.PrintRange.PageRange, (3, 99), True, [3, 2]),
    ],
)
def test_the_pages_that_are_wanted(
    printer: QPrinter,
    chosen: QPrinter.PrintRange,
    ranges: tuple[int, int] | None,
    backwards: bool,
    pages: list[int],
) -> None:
    printer.setPrintRange(chosen)
    if ranges:
        printer.setFromTo(*ranges)
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 4, 2) == pages


class Simple(QPrinter):
    """Makes no copies by itself."""

    def supportsMultipleCopies(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("collates", "pages"), [(True, [0, 1, 0, 1, 0, 1]), (False, [0, 0, 0, 1, 1, 1])]
)
def test_copies_of_a_printer_that_makes_none(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, collates: bool, pages: list[int]
) -> None:
    printer = Simple()
    monkeypatch.setattr(printer, "copyCount", lambda: 3, raising=False)
    monkeypatch.setattr(printer, "collateCopies", lambda: collates, raising=False)
    assert repeat_pages(printer, [0, 1]) == pages


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_every_page_comes_out_up_to_its_edge(
    qapp: QApplication, pdf: bytes, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    path = tmp_path / "paper.pdf"
    printer = printer_for(paper)
    printer.setOutputFileName(str(path))
    assert print_pages(printer, pdf, [0, 2], quietly) == 2
    pages = Pages(path.read_bytes())
    assert [each.toSize().toTuple() for each in pages.sizes] == [size] * 2
    image = pages.image(0, 1.0)
    pages.close()
    dark = [
        y
        for y in range(image.height())
        for x in range(60, 200, 3)
        if image.pixelColor(x, y).lightness() < 100
    ]
    assert 60 < min(dark) < 120  # the name stands where the sheet has it


def test_a_printer_that_jams_is_told_of(qapp: QApplication, pdf: bytes, tmp_path: Path) -> None:
    printer = Jammed(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with pytest.raises(Unavailable, match="1 of 3 pages were sent"):
        print_pages(printer, pdf, [0, 1, 2], quietly)


def test_printing_can_be_given_up(printer: QPrinter, pdf: bytes) -> None:
    def stop(done: int, _: int) -> None:
        if done == 1:
            raise Stopped("enough")

    with pytest.raises(Stopped):
        print_pages(printer, pdf, [0, 1, 2], stop)


class Watched(QPrinter):
    """Counts how often its job is taken back; the printer behind it takes `most` pages."""

    most = 99
    pages = aborted = 0

    def newPage(self) -> bool:
        self.pages += 1
        return self.pages < self.most and super().newPage()

    def abort(self) -> bool:
        self.aborted += 1
        return super().abort()


@pytest.mark.parametrize("why", [Stopped("enough"), Unavailable("gone"), MemoryError(), None])
def test_a_job_that_does_not_end_well_is_taken_back_from_the_printer(
    qapp: QApplication, pdf: bytes, tmp_path: Path, why: Exception | None
) -> None:
    printer = Watched(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    if why is None:
        printer.most = 1

    def stop(done: int, _: int) -> None:
        if done == 1 and why is not None:
            raise why

    with pytest.raises(type(why) if why is not None else Unavailable):
        print_pages(printer, pdf, [0, 1, 2], stop)
    assert printer.aborted == 1


def test_a_job_that_ends_well_is_left_to_the_printer(
    qapp: QApplication, pdf: bytes, tmp_path: Path
) -> None:
    printer = Watched(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert print_pages(printer, pdf, [0, 1], quietly) == 2
    assert printer.aborted == 0


@pytest.mark.no_qt_log
def test_a_printer_that_is_not_there_is_told_of(
    qapp: QApplication, pdf: bytes, tmp_path: Path
) -> None:
    printer = printer_for("a4")
    printer.setOutputFileName(str(tmp_path / "none" / "paper.pdf"))
    with pytest.raises(Unavailable, match="did not take the pages"):
        print_pages(printer, pdf, [0], quietly)


def test_a_printer_of_cups_gets_the_pages_as_they_are(
    printer: QPrinter, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(cups, "takes", lambda _: True)
    monkeypatch.setattr(cups, "send", lambda _, part, *__: sent.append(part) or "")
    assert print_pages(printer, pdf, [2, 0], quietly) == 2
    texts = [page.extract_text() for page in PdfReader(BytesIO(sent[0])).pages]
    assert ["Three" in texts[0], "One" in texts[1], len(texts)] == [True, True, 2]


def test_a_printer_of_cups_that_takes_no_jobs_is_told_of(
    printer: QPrinter, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "takes", lambda _: True)
    monkeypatch.setattr(cups, "send", lambda *_: "“office” is not accepting jobs.")
    with pytest.raises(Unavailable, match="is not accepting jobs"):
        print_pages(printer, pdf, [0], quietly)


@pytest.mark.parametrize("height", [1, 31, 32, 33, 250])
@pytest.mark.parametrize("scale", [1, 2])
def test_the_strips_of_a_page_leave_no_gap(qapp: QApplication, height: int, scale: int) -> None:
    ink = QImage(20, height, QImage.Format.Format_Grayscale8)
    ink.fill(Qt.GlobalColor.black)
    paper = QImage(20 * scale, height * scale, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    to_printer.draw_strips(painter, paper.rect(), ink)
    painter.end()
    assert all(paper.pixelColor(10, y).lightness() == 0 for y in range(paper.height()))
