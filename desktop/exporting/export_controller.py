"""From what is on show to a file: the chosen rows, or the whole list in the order that it has.

The window has one. What is read and written runs beside the window and can be cancelled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from db import DeskError, Stopped
from desktop.models.tab_kinds import TAB_KINDS
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import ExportReport, Progress, Reader
    from desktop.background.job import Job
    from desktop.dialogs.ask import Ask
    from desktop.models.list_request import ListRequest
    from desktop.models.shown_records import ShownRecords
    from desktop.session.session import Session

MAX_LOSSES_TOLD = 3  # kinds of what a format has no place for, in the line of the window


class ExportController(QObject):
    """Follow the open desk with `show_session`. `noticed` gives a `Notice`, `work_started` the
    `Job`. `records_on_show` says what is on show; None: a form does not let go.
    """

    noticed = Signal(object)
    work_started = Signal(object)

    def __init__(
        self, ask: Ask, records_on_show: Callable[[], ShownRecords | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._records_on_show = records_on_show
        self._parent = parent
        self._session: Session | None = None
        self._job: Job | None = None

    def show_session(self, session: Session | None) -> None:
        """Take another desk from now on; give up what is being written."""
        if self._job is not None:
            self._job.close()
            self._job = None
        self._session = session

    def export(self) -> None:
        """Ask for a file and write the chosen rows into it, the whole list where none is chosen."""
        records = self._records_on_show()
        if records is None or self._session is None or self._is_busy():
            return
        tab = QCoreApplication.translate("Tabs", _tab_name(records.kind))
        path = self._ask.save_path(self._parent, self.tr("Export"), f"{tab}.csv", self._formats())
        if path is not None:
            chosen = records.ids() if records.chosen > 1 else None
            self._begin(path, records.question, chosen)

    def _is_busy(self) -> bool:
        if self._job is None:
            return False
        text = self.tr("Another export is still being written; start this one when it has ended.")
        self.noticed.emit(Notice("warn", text))
        return True

    def _formats(self) -> str:
        return ";;".join(
            (
                self.tr("Table (*.csv)"),
                self.tr("Workbook (*.xlsx)"),
                self.tr("Popolo (*.json)"),
                self.tr("FollowTheMoney (*.ftm.jsonl)"),
                self.tr("Address cards (*.vcf)"),
                self.tr("Calendar (*.ics)"),
                self.tr("Bundle of this program, nothing lost (*.zip)"),
            )
        )

    def _begin(self, path: Path, question: ListRequest, chosen: Sequence[int] | None) -> None:
        session = self._session
        assert session is not None
        what = self.tr("Exporting to {name}").format(name=path.name)
        job = session.start_reading(what, partial(write_list, path, question, chosen))
        self._job = job
        job.succeeded.connect(self._finish)
        job.refused.connect(self._refuse)
        job.finished.connect(partial(self._forget, job))
        self.work_started.emit(job)

    def _forget(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _finish(self, report: ExportReport) -> None:
        text = self._report_text(report)
        show = partial(self._show_folder, report.file.parent)
        self.noticed.emit(Notice("done", text, self.tr("Show the folder"), show))

    def _show_folder(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _report_text(self, report: ExportReport) -> str:
        """Say how many records are in the file, and what it has no place for."""
        count = QLocale().toString(report.written.total())
        text = self.tr("{n} records exported to {name}.").format(n=count, name=report.file.name)
        losses = [(what, number) for what, number in report.lost.most_common() if number > 0]
        if losses:
            losses_text = ", ".join(
                f"{what} ({number:,})" for what, number in losses[:MAX_LOSSES_TOLD]
            )
            if len(losses) > MAX_LOSSES_TOLD:
                losses_text = self.tr("{what} and more").format(what=losses_text)
            text += " " + self.tr("The format has no place for: {what}.").format(what=losses_text)
        return text

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            self.noticed.emit(Notice("info", self.tr("The export was stopped; no file is left.")))
        else:
            self.noticed.emit(Notice("error", str(refusal)))


def write_list(
    path: Path,
    question: ListRequest,
    chosen: Sequence[int] | None,
    reader: Reader,
    progress: Progress,
) -> ExportReport:
    """Write the chosen records, or all that a list shows in its order, on the job's thread."""
    from db import export_records

    ids = question.shown_ids(reader) if chosen is None else chosen
    return export_records(reader, path, {question.kind: ids}, question.lens, progress=progress)


def _tab_name(kind: str) -> str:
    return next(each.name for each in TAB_KINDS if each.kind == kind)
