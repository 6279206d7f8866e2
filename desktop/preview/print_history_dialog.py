"""The documents that were printed, newest first: what has changed since, or the same once more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db import PrintedDocument, local_time
from desktop.paper.sections.print_phrases import day_text
from desktop.paper.sheets.sheet_forms import SHEET_FORMS
from desktop.printing.print_request import PrintRequest, changes_request, from_values
from desktop.session.session import Session
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel


class PrintedDialog(QDialog):
    """`asked` is what is to be shown in the preview once the dialog was accepted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._documents = session.reader.printed_documents(session.lens)
        self.request: PrintRequest | None = None
        self.setWindowTitle(self.tr("Printed documents"))
        self.table = self._table()
        self.changes = QPushButton(self.tr("&Changes since printing"), self)
        self.changes.setDefault(True)
        self.changes.clicked.connect(self._show_changes)
        self.again = QPushButton(self.tr("&Print again…"), self)
        self.again.clicked.connect(self._print_again)
        close = QPushButton(self.tr("C&lose"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.changes)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing())
        column.addLayout(buttons)
        line = self.fontMetrics().height()
        self.resize(44 * line, 26 * line)
        for button in (self.changes, self.again):
            button.setEnabled(bool(self._documents))

    def _table(self) -> QTableWidget:
        heads = (self.tr("When"), self.tr("Document"), self.tr("Form"), self.tr("As of"))
        table = QTableWidget(len(self._documents), len(heads), self)
        table.setHorizontalHeaderLabels(list(heads))
        table.setAccessibleName(self.tr("Printed documents, newest first"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setProperty("plain", True)
        set_up_rows(table)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for row, document in enumerate(self._documents):
            for column, text in enumerate(_texts(document)):
                table.setItem(row, column, QTableWidgetItem(text))
        if self._documents:
            table.selectRow(0)
        table.itemDoubleClicked.connect(lambda _: self._show_changes())
        return table

    def _nothing(self) -> QLabel:
        label = PlainLabel(
            self,
            self.tr("Nothing was printed or saved from the preview yet."),
            role="quiet",
            wraps=True,
        )
        label.setVisible(not self._documents)
        return label

    def selected_document(self) -> PrintedDocument | None:
        """Return the document that is chosen."""
        row = self.table.currentRow()
        return self._documents[row] if 0 <= row < len(self._documents) else None

    def _show_changes(self) -> None:
        document = self.selected_document()
        if document is not None:
            self.request = changes_request(document)
            self.accept()

    def _print_again(self) -> None:
        document = self.selected_document()
        if document is not None:
            self.request = from_values(dict(document.asked), self._session.lens)
            self.accept()


def _texts(document: PrintedDocument) -> tuple[str, ...]:
    form = SHEET_FORMS[document.form].name if document.form in SHEET_FORMS else document.form
    return (
        local_time(document.time),
        document.title,
        QCoreApplication.translate("Forms", form),
        day_text(document.lens.as_of),
    )
