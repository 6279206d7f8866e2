"""The checks of a desk in a window: they run behind it, and a line leads to its record."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from db import KINDS, SEVERITIES, DeskError, Finding, Lens, Progress, Reader, Stopped
from desktop.checks.findings_table import SEVERITY_TEXTS, FindingsTable
from desktop.style.dialog_layout import stack_in_dialog
from desktop.style.theme import space
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from desktop.background.job import Job
    from desktop.session.session import Session


def find_findings(lens: Lens, reader: Reader, progress: Progress) -> list[Finding]:
    """Check all records that the lens shows."""
    return reader.findings(KINDS, lens, progress)


class ChecksDialog(QDialog):
    """`open_wanted` gives the id of a record to show in the window; the dialog closes then.

    `listed` says that the checks have ended.
    """

    open_wanted = Signal(int)
    listed = Signal()

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Checks"))
        self.message = Message(self)
        self.count = PlainLabel(self, role="quiet", wraps=True)
        self.table = FindingsTable(self)
        self.table.opened.connect(self._open)
        self.progress = ProgressLine(self)
        self.progress.cancelled.connect(self._cancel)
        self.again_button = QPushButton(self.tr("&Check again"), self)
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(self.check)
        self.close_button = QPushButton(self.tr("C&lose"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.resize(space(250), space(150))
        self.check()

    def check(self) -> None:
        """Check the desk; what is on show stays until that has ended."""
        what = self.tr("Checking the desk")
        self.again_button.setEnabled(False)
        self.message.dismiss()
        self.progress.start(what)
        check = partial(find_findings, self._session.lens)
        self._job = job = self._session.start_reading(what, check)
        job.progressed.connect(self.progress.advance)
        job.succeeded.connect(self._show)
        job.refused.connect(self._refuse)
        job.failed.connect(lambda _error: self._end())  # the window reports it

    def stop(self) -> None:
        """Give the checks up, because the dialog is about to go."""
        job, self._job = self._job, None
        if job is not None:
            job.close()

    def done(self, result: int) -> None:
        self.stop()
        super().done(result)

    def _show(self, findings: list[Finding]) -> None:
        self.table.found.show_findings(findings)
        self.count.setText(self._count_text(findings))
        if findings:
            self.table.selectRow(0)
            self.table.setFocus()
        self._end()

    def _count_text(self, findings: list[Finding]) -> str:
        if not findings:
            return self.tr("Nothing was found that cannot be or is seldom right.")
        counts = Counter(finding.severity for finding in findings)
        number = QLocale().toString
        texts = (
            f"{QCoreApplication.translate('Checks', SEVERITY_TEXTS[each])} ({number(counts[each])})"
            for each in SEVERITIES
            if counts[each]
        )
        return self.tr("Found: {counts}.").format(counts=", ".join(texts))

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            self.message.say("info", self.tr("The checks were stopped."))
        else:
            self.message.say("error", str(refusal))
        self._end()

    def _end(self) -> None:
        self._job = None
        self.progress.finish()
        self.again_button.setEnabled(True)
        self.listed.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _open(self, record_id: int) -> None:
        self.open_wanted.emit(record_id)
        self.accept()

    def _lay_out(self) -> None:
        ending = QHBoxLayout()
        ending.addWidget(self.progress, 1)
        ending.addStretch(0)
        ending.addWidget(self.again_button)
        ending.addWidget(self.close_button)
        column = stack_in_dialog(self, self.message, self.count)
        column.addWidget(self.table, 1)
        column.addLayout(ending)
