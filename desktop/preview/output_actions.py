"""What is done with a document that is set: printer, PDF, Word, clipboard, each beside the window.

The preview asks it with the document that it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

from db import DeskError, Progress, Stopped, marking_level
from desktop.background.job import Job, Run
from desktop.paper.content.file_names import file_name_for
from desktop.paper.outputs import write
from desktop.paper.page_html import page_html
from desktop.paper.plain_text import plain_text
from desktop.paper.save import save
from desktop.preview.pages.pdf_pages import only_pages
from desktop.preview.to_printer import (
    has_printer,
    print_pages,
    printer_for,
    repeat_pages,
    wanted_pages,
)
from desktop.preview.typesetting import Ready
from desktop.widgets.clipboard import copy_to_clipboard
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.ask import Ask


def open_folder(path: Path) -> None:
    """Show the folder of a file in the program that shows folders here."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class OutputActions(QObject):
    """One thing at a time. `started` gives its `Job`, `ended` says that nothing runs any more.

    `noticed` gives a `Notice`, `handed` the document that is on paper or in a file now and what
    was said of it, `failed` a bug, `over` says that all has been told.
    """

    started = Signal(object)
    ended = Signal()
    noticed = Signal(object)
    handed = Signal(object, str)
    failed = Signal(object)
    over = Signal()

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._parent = parent
        self.job: Job | None = None
        self._is_nameless = False  # whether the ceiling was lowered since it began

    # where to

    def print(self, ready: Ready, page: int) -> None:
        """Ask for printer, pages, copies and sides, and print; `page` is the one in front."""
        if self.job is not None:
            return
        if not has_printer():
            message = self.tr(
                "No printer is set up on this computer; the pages can be saved as PDF."
            )
            save = partial(self.save_pdf, ready)
            self.noticed.emit(Notice("info", message, self.tr("Save as PDF"), save))
        printer = printer_for(ready.order.paper)
        printer.setDocName(ready.order.request.name)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.setMinMax(1, len(ready.pages))
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
            QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies,
        ):
            dialog.setOption(option, True)
        is_wanted = self._ask.run(dialog)
        dialog.deleteLater()
        if is_wanted:
            self.print_on(printer, ready, page)

    def print_on(self, printer: QPrinter, ready: Ready, page: int) -> None:
        """Print on a printer that is set up; into a file where the dialog was told so."""
        pages = wanted_pages(printer, len(ready.pages), page)
        if not pages:
            message = self.tr("None of these pages exists: the document has {n}.")
            self.noticed.emit(Notice("error", message.format(n=len(ready.pages))))
            return
        if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
            self._save_pages(ready, pages, Path(printer.outputFileName()))
            return

        def run(progress: Progress) -> int:
            return print_pages(printer, ready.printed.pdf, repeat_pages(printer, pages), progress)

        def count_notice(count: int) -> Notice:
            message = (
                self.tr("Sent {n} pages to {printer}.")
                if count != 1
                else self.tr("Sent one page to {printer}.")
            )
            name = printer.printerName() or self.tr("the printer")
            return Notice(
                "done",
                message.format(n=count, printer=name)
                if count != 1
                else message.format(printer=name),
            )

        self._start(self.tr("Printing"), run, partial(self._hand_over, ready, count_notice))

    def save_pdf(self, ready: Ready) -> None:
        """Ask where the PDF is to lie, and write it."""
        path = self._ask_path(ready, self.tr("Save as PDF"), ".pdf", self.tr("PDF (*.pdf)"))
        if path is not None:
            self._save_pages(ready, list(range(len(ready.pages))), path)

    def _save_pages(self, ready: Ready, pages: list[int], path: Path) -> None:
        def run(_: Progress) -> tuple[Path, int]:
            is_whole = pages == list(range(len(ready.pages)))
            content = ready.printed.pdf if is_whole else only_pages(ready.printed.pdf, pages)
            return save(content, path), len(pages)

        self._start(self.tr("Writing {name}").format(name=path.name), run, self._wrote(ready))

    def save_word(self, ready: Ready) -> None:
        """Ask where the Word file is to lie, and write it."""
        path = self._ask_path(ready, self.tr("Save for Word"), ".docx", self.tr("Word (*.docx)"))
        if path is None:
            return

        def run(progress: Progress) -> tuple[Path, int | None]:
            where, output = write(ready.read.sheets, path, ready.order.paper, progress=progress)
            return where, output.pages

        self._start(self.tr("Writing {name}").format(name=path.name), run, self._wrote(ready))

    def copy_text(self, ready: Ready) -> None:
        """Put the words of the document on the clipboard, plain and as a page."""
        sheets = ready.read.sheets
        is_marked = any(marking_level(sheet.marking or "0") for sheet in sheets)

        def run(progress: Progress) -> tuple[str, str]:
            plain = plain_text(sheets)
            progress(1, 2)
            return plain, page_html(sheets)

        def copy_texts(texts: tuple[str, str]) -> None:
            copy_to_clipboard(*texts, is_marked=is_marked)
            self.noticed.emit(Notice("done", self.tr("Copied the text to the clipboard.")))

        self._start(self.tr("Copying"), run, copy_texts)

    def _ask_path(self, ready: Ready, title: str, ending: str, kinds: str) -> Path | None:
        if self.job is not None:
            return None
        name = file_name_for(ready.order.request.name, ending)
        path = self._ask.save_path(self._parent, title, name, kinds)
        if path is None or path.suffix.lower() == ending:
            return path
        return path.with_name(path.name + ending)

    # how

    def _start(self, what: str, run: Run, done: Callable[[Any], None]) -> None:
        if self.job is not None:
            return
        self._is_nameless = False
        self.job = job = Job(what, run)
        job.succeeded.connect(lambda answer: self._end(partial(done, answer)))
        job.refused.connect(lambda refusal: self._end(partial(self._refuse, refusal)))
        job.failed.connect(lambda error: self._end(partial(self.failed.emit, error)))
        self.started.emit(job)
        job.start()

    def _end(self, answer: Callable[[], Any]) -> None:
        self.job = None
        self.ended.emit()
        answer()
        self.over.emit()

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            message = self.tr("Cancelled; no file was written.")
            self.noticed.emit(Notice("info", message))
        else:
            self.noticed.emit(Notice("error", str(refusal)))

    def _wrote(self, ready: Ready) -> Callable[[Any], None]:
        def saved_notice(answer: tuple[Path, int | None]) -> Notice:
            path, pages = answer
            says = self.tr("Saved the document to {path}.").format(path=path)
            if self._is_nameless:
                says = self.tr("Saved the document.")
            elif pages is not None:
                says = self.tr("Saved {n} pages to {path}.").format(n=pages, path=path)
            if pages == 1 and not self._is_nameless:
                says = self.tr("Saved one page to {path}.").format(path=path)
            return Notice("done", says, self.tr("Open the folder"), partial(open_folder, path))

        return partial(self._hand_over, ready, saved_notice)

    def _hand_over(self, ready: Ready, make_notice: Callable[[Any], Notice], answer: Any) -> None:
        notice = make_notice(answer)
        self.noticed.emit(notice)
        self.handed.emit(ready, notice.text)

    def forget_name(self) -> None:
        """Call what is being written by no name any more: the ceiling was lowered."""
        if self.job is not None:
            self._is_nameless = True
            self.job.label = self.tr("Writing the document")

    def cancel(self) -> None:
        """Give up what is being written or printed."""
        if self.job is not None:
            self.job.cancel()

    def close(self) -> None:
        """End all work, because the preview is about to close."""
        if self.job is not None:
            self.job.close()
            self.job = None
