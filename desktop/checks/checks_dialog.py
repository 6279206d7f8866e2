"""The checks of a desk in a window: they run behind it, and a line is mended, said to be right, or
leads to its record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QWidget

from db import (
    KINDS,
    SEVERITIES,
    DeskError,
    Finding,
    Invalid,
    Lens,
    Progress,
    Reader,
    Stopped,
    confirm_finding,
    mend_label,
    mend_record,
)
from desktop.checks.findings_table import SEVERITY_TEXTS, FindingsTable
from desktop.checks.rule_words import rule_words
from desktop.style.dialog_layout import open_in_steps, stack_in_dialog
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from db import Record
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
        self._findings: list[Finding] = []
        self.setWindowTitle(self.tr("Checks"))
        self.message = Message(self)
        self.message.acted.connect(self._undo)
        self.count = PlainLabel(self, role="quiet", wraps=True)
        self.rules = QComboBox(self)
        self.rules.setAccessibleName(self.tr("Which findings are shown"))
        self.rules.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rules.activated.connect(self._filter)
        self.table = FindingsTable(self)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._follow_row)
        self.why = PlainLabel(self, role="quiet", wraps=True)
        self.progress = ProgressLine(self)
        self.progress.cancelled.connect(self._cancel)
        self.mend_button = self._button(self.tr("&Mend"), self._mend)
        self.right_button = self._button(self.tr("This is &right"), self._confirm)
        self.open_button = self._button(self.tr("&Open record"), self._open_current)
        self.again_button = self._button(self.tr("&Check again"), self.check)
        self.close_button = self._button(self.tr("C&lose"), self.reject)
        self._lay_out()
        open_in_steps(self, 250, 150)
        self._follow_row()
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

    # what was found

    def _show(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._list_rules()
        self._filter()
        if findings:
            self.table.setFocus()
        self._end()

    def _list_rules(self) -> None:
        """Offer each rule that found something, with how often, and keep the one chosen."""
        chosen, number = self.rules.currentData(), QLocale().toString
        counts = Counter(finding.rule for finding in self._findings)
        self.rules.clear()
        everything = self.tr("Everything found ({n})").format(n=number(len(self._findings)))
        self.rules.addItem(everything, "")
        for rule, count in sorted(counts.items(), key=lambda item: rule_words(item[0]).name):
            self.rules.addItem(f"{rule_words(rule).name} ({number(count)})", rule)
        self.rules.setCurrentIndex(max(0, self.rules.findData(chosen)))

    def _filter(self) -> None:
        rule = self.rules.currentData()
        rows = [each for each in self._findings if rule in ("", None, each.rule)]
        self.table.found.show_findings(rows)
        self.count.setText(self._count_text(self._findings))
        if rows:
            self.table.selectRow(0)
        self._follow_row()

    def _count_text(self, findings: list[Finding]) -> str:
        wrong = [finding for finding in findings if not finding.is_gap]
        counts = Counter(finding.severity for finding in wrong)
        number = QLocale().toString
        texts = [
            f"{QCoreApplication.translate('Checks', SEVERITY_TEXTS[each])} ({number(counts[each])})"
            for each in SEVERITIES
            if counts[each]
        ]
        if missing := len(findings) - len(wrong):
            texts.append(self.tr("missing ({n})").format(n=number(missing)))
        if not texts:
            return self.tr("Nothing was found that cannot be or is seldom right.")
        return self.tr("Found: {counts}.").format(counts=", ".join(texts))

    def _follow_row(self) -> None:
        """Say why the chosen line asks, and what can be done about it."""
        found = self.table.current()
        says = f"{found.place}: {found.says} {rule_words(found.rule).why}" if found else ""
        self.why.setText(says)
        self.why.setVisible(found is not None)
        is_writable = found is not None and not self._session.is_read_only
        mend = mend_label(found) if found is not None else ""
        text = QCoreApplication.translate("Checks", mend)
        self.mend_button.setText(
            self.tr("&Mend: {what}").format(what=text) if mend else self.tr("&Mend")
        )
        self.mend_button.setEnabled(is_writable and bool(mend))
        self.right_button.setEnabled(is_writable)
        self.open_button.setEnabled(found is not None)

    # what is done about it

    def _mend(self) -> None:
        found = self.table.current()
        if found is not None and self.mend_button.isEnabled():
            day = self._session.lens.as_of
            label = f"{mend_label(found)}: {found.title}"
            self._save(found, lambda record: mend_record(record, found, day), label)

    def _confirm(self) -> None:
        found = self.table.current()
        if found is not None:
            label = f"Confirm {found.title}"
            self._save(found, lambda record: confirm_finding(record, found), label)

    def _save(self, found: Finding, change: Callable[[Record], Record], label: str) -> None:
        """Save what answers a finding, and take its line away; a refusal is told."""
        try:
            record = self._session.reader.get(found.record_id, self._session.lens)
            self._session.save(change(record), label)
        except Invalid as refusal:
            self.message.say("error", " ".join(refusal.problems.values()))
            return
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        row = self.table.currentIndex().row()
        self._findings.remove(found)
        self._list_rules()
        self._filter()
        self.table.selectRow(min(row, self.table.found.rowCount() - 1))
        self._follow_row()
        self.message.say("done", label, self.tr("&Undo"))

    def _undo(self) -> None:
        try:
            self._session.undo()
        except DeskError as refusal:
            self.message.say("error", str(refusal))
        else:
            self.check()

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

    def _open_current(self) -> None:
        found = self.table.current()
        if found is not None:
            self._open(found.record_id)

    def _open(self, record_id: int) -> None:
        self.open_wanted.emit(record_id)
        self.accept()

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _lay_out(self) -> None:
        top, doing, ending = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.count, 1)
        top.addWidget(self.rules)
        for button in (self.mend_button, self.right_button, self.open_button):
            doing.addWidget(button)
        doing.addStretch(1)
        ending.addWidget(self.progress, 1)
        ending.addStretch(0)
        ending.addWidget(self.again_button)
        ending.addWidget(self.close_button)
        column = stack_in_dialog(self, self.message, top)
        column.addWidget(self.table, 1)
        column.addWidget(self.why)
        column.addLayout(doing)
        column.addLayout(ending)
