"""The line that stands while long work runs: what, how far, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.style.theme import space, tabular
from desktop.widgets.plain import PlainLabel


class ProgressLine(QWidget):
    """Hidden until `start`; `cancelled` asks once that the work be given up."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = PlainLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._far = PlainLabel(self, role="quiet")
        self._far.setFont(tabular(self._far.font()))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self._request_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(2), space(3), space(2))
        row.setSpacing(space(3))
        row.addWidget(self._what)
        row.addWidget(self._bar, 1)
        row.addWidget(self._far)
        row.addWidget(self._cancel)
        self.hide()

    def start(self, what: str, *, can_cancel: bool = True, cancel: str = "") -> None:
        """Show the line for a piece of work, how far not being known yet.

        `cancel` says on the button what is stopped, where another button says Cancel as well.
        """
        self._cancel.setVisible(can_cancel)
        self._cancel.setText(cancel or self.tr("Cancel"))
        self._far.clear()
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.rename(what)
        self.show()

    def rename(self, what: str) -> None:
        """Call the work otherwise, for how it was called may lie above the ceiling now."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        name = self.tr("{button}: {what}").format(button=self._cancel.text(), what=what)
        self._cancel.setAccessibleName(name.replace("&", ""))

    def advance(self, done: int, total: int) -> None:
        """Say how far it is; a total of 0 is not known."""
        # In thousandths, since Qt's bar counts in 32 bits and bytes do not fit there.
        known = total > 0
        self._bar.setRange(0, 1000 if known else 0)
        if known:
            self._bar.setValue(min(1000, done * 1000 // total))
        locale = QLocale()
        count = locale.toString(done)
        if known:
            count = self.tr("{done} of {total}").format(done=count, total=locale.toString(total))
        self._far.setText(count)

    def finish(self) -> None:
        """Take the line away."""
        self.hide()

    def _request_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._what.setText(self.tr("Stopping…"))
        self.cancelled.emit()
