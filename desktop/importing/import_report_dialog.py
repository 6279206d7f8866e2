"""What an import left out or remarks on, to be read and to be saved as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db import DeskError, ImportReport
from desktop.dialogs.ask import Ask
from desktop.importing.import_faults import FaultTable, as_csv
from desktop.importing.import_words import done_text
from desktop.paper.save import save
from desktop.style.dialog_layout import open_in_steps
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel


class ImportReportDialog(QDialog):
    """Shows the rows; `ask` is asked where the table is to lie."""

    def __init__(self, report: ImportReport, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self.setWindowTitle(self.tr("Import report"))
        self.message = Message(self)
        text = PlainLabel(self, done_text(report), wraps=True)
        self.table = FaultTable(self)
        self.table.show_report(report)
        self.save_button = QPushButton(self.tr("&Save as CSV…"), self)
        self.save_button.setIcon(icon("save"))
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._save)
        close = QPushButton(self.tr("&Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addWidget(self.message)
        column.addWidget(text)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        open_in_steps(self, 220, 120)
        self.table.setFocus()

    def _save(self) -> None:
        title, kinds = self.tr("Save the report"), self.tr("Tables (*.csv)")
        path = self._ask.save_path(self, title, self.tr("import report.csv"), kinds)
        if path is None:
            return
        try:
            content = as_csv(self.table.faults.faults)
            saved_to = save(content, path if path.suffix else path.with_suffix(".csv"))
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        self.message.say("done", self.tr("Saved the report to {path}.").format(path=saved_to))
