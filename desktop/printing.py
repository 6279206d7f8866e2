"""From what is on show to paper: the record, several, the chronology or the list of the tab.

The window has one. What is printed is read in the lane and set on a thread of its own, so that the
window stays at hand; the file is put in its place at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from db import DeskError
from desktop.long_work import LongWork
from desktop.notice import Notice
from desktop.settings import PAPER
from desktop.sheets import MOST_RECORDS, sheet_of_lines, sheets_of_records
from desktop.tabs.kinds import TAB_KINDS

if TYPE_CHECKING:
    from desktop.long_work import Advance
    from desktop.paper.blocks import Sheet
    from desktop.paper.typeset import Printed
    from desktop.sheets import Job
    from desktop.window import Window

_TOPIC = "print"


def file_name_for(title: str) -> str:
    """A file name that every system takes, from a record's title.

    >>> file_name_for("FWO / USSM: memorandum?")
    'FWO USSM memorandum.pdf'
    >>> file_name_for("...")
    'record.pdf'
    """
    kept = "".join(char if char.isalnum() or char in " -_()’'" else " " for char in title)
    return f"{' '.join(kept.split())[:80].strip() or 'record'}.pdf"


class Printing(QObject):
    """Prints one thing at a time."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._path: Path | None = None  # where what is being printed is to lie
        self._work: LongWork | None = None

    # what

    def print_shown(self) -> None:
        """Prints what is filtered in the timeline, else the chosen records."""
        view = self._window.view
        if view is not None and view.tab.kind == "event":
            self._print_lines("chronology", self.tr("Chronology"))
        else:
            self.print_records()

    def print_records(self) -> None:
        """Prints the chosen records, as they are saved, in one document."""
        view = self._window.view
        if view is None or not view.tab.pane.leave():
            return
        chosen = view.tab.list.chosen_ids()
        reading = view.tab.pane.reading
        if len(chosen) < 2 and reading is not None:
            chosen, name = [reading.record.id], reading.record.title
        else:
            name = f"{self._tab_name()} ({len(chosen)})"
        if not chosen:
            self._tell("info", self.tr("Choose a record first; then print it."))
        elif len(chosen) > MOST_RECORDS:
            says = self.tr("{n} records are too many for one document; choose {most} at most.")
            self._tell("info", says.format(n=len(chosen), most=MOST_RECORDS))
        else:
            self._begin(name, partial(sheets_of_records, chosen))

    def print_list(self) -> None:
        """Prints the list of the tab in front, with its filters named."""
        if self._window.view is not None:
            self._print_lines("list", self._tab_name())

    def _print_lines(self, form: str, title: str) -> None:
        view = self._window.view
        if view is not None and view.tab.pane.leave():
            question = view.tab.list.model.question
            self._begin(title, partial(sheet_of_lines, form, title, question))

    def _tab_name(self) -> str:
        view = self._window.view
        kind = next(kind for kind in TAB_KINDS if view is not None and kind.kind == view.tab.kind)
        return QCoreApplication.translate("Tabs", kind.name)

    # how

    def _begin(self, name: str, sheets: Job) -> None:
        window, session = self._window, self._window.session
        if session is None:
            return
        if self._path is not None or session.work is not None:
            self._tell("info", self.tr("Something else is still running; print when it is done."))
            return
        kinds = self.tr("PDF (*.pdf)")
        path = window.ask.save_path(window, self.tr("Save as PDF"), file_name_for(name), kinds)
        if path is None:
            return
        self._path = path if path.suffix else path.with_suffix(".pdf")
        window.message.dismiss()
        window.progress.start(self.tr("Printing {what}").format(what=name))
        window.progress.cancelled.connect(self.give_up)
        lens, desk = session.lens, f"Aide-Mémoire · {session.name}"
        session.lane.ask(
            _TOPIC, lambda reader: sheets(reader, lens, desk), self._typeset, self._refuse
        )

    def _typeset(self, sheets: list[Sheet]) -> None:
        paper = self._window.settings.get(PAPER)
        work = LongWork(_TOPIC, partial(_set, sheets, paper), self)
        work.ended.connect(self._save)
        self._work = work
        work.begin()

    def _save(self, printed: Any) -> None:
        path = self._path
        self._finish()
        if isinstance(printed, DeskError):
            self._refuse(printed)
        elif isinstance(printed, Exception):
            self._window.failed.emit(printed)
        elif path is not None:
            self._put(printed, path)

    def _put(self, printed: Printed, path: Path) -> None:
        from desktop.paper.save import save

        try:
            path = save(printed.pdf, path)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        says = self.tr("One page now lies in {path}.")
        if printed.pages != 1:
            says = self.tr("{n} pages now lie in {path}.")
        said = says.format(n=printed.pages, path=path)
        if printed.says:
            said = f"{said} {printed.says}"
        kind = "warn" if printed.says else "done"
        self._tell(kind, said, self.tr("Open the folder"), lambda: open_folder(path))

    def _refuse(self, refusal: DeskError) -> None:
        self._finish()
        self._tell("error", str(refusal))

    def give_up(self) -> None:
        """Leaves what is being printed; no file is written."""
        if self._path is None:
            return
        session, work = self._window.session, self._work
        if session is not None:
            session.lane.forget(_TOPIC)
        if work is not None:
            work.ended.disconnect(self._save)
            work.ended.connect(work.deleteLater)
            self._work = None
        self._finish()

    def close(self) -> None:
        """Ends all work, because the desk is about to close."""
        for work in self.findChildren(LongWork):
            work.close()
        self._finish()

    def _finish(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None
        if self._path is not None:
            self._path = None
            self._window.progress.cancelled.disconnect(self.give_up)
            self._window.progress.finish()

    def _tell(
        self, kind: str, text: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self._window.tell(Notice(kind, text, action, act))


def open_folder(path: Path) -> None:
    """Shows the folder of a file in the program that shows folders here."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _set(sheets: list[Sheet], paper: str, _: Advance) -> Printed:
    # Typesetting is loaded by the first print, not by the window.
    from desktop.paper.typeset import typeset

    return typeset(sheets, "us-letter" if paper == "us-letter" else "a4")
