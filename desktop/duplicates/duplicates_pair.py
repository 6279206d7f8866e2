"""One pair: why the two may be one, what speaks against it, and both side by side.

`DuplicatesDialog` shows it beside the list.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db import Pair, Record, field_names
from desktop.duplicates.duplicates_compare import CompareTable
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel


class PairView(QWidget):
    """`table` has the choices; `why` and `against` say what the pair rests on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = self._label("")
        self.against = self._label("error")
        self.table = CompareTable(self)
        self._hint = self._label("small")
        self._hint.setText(
            self.tr(
                "Left and Right choose where the two differ. What is not chosen is kept as another "
                "name or in a note."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.why)
        column.addWidget(self.against)
        column.addWidget(self.table, 1)
        column.addWidget(self._hint)

    def show_pair(self, pair: Pair | None, records: tuple[Record, Record] | None) -> None:
        """Show a pair with the record that is to stay first; None for nothing."""
        self.why.setText(pair.why[:1].upper() + pair.why[1:] if pair is not None else "")
        sentences = []
        if pair is not None and pair.against:
            sentences.append(self.tr("Against: {what}").format(what=pair.against))
        if pair is not None and pair.warning:
            sentences.append(pair.warning)
        self.against.setText("\n".join(sentences))
        self.against.setVisible(bool(sentences))
        for widget in (self.table, self._hint):
            widget.setVisible(records is not None)
        if records is not None:
            self.table.compare(*records)

    def show_message(self, text: str) -> None:
        """Say a sentence where there is no pair."""
        self.why.setText(text)

    def _label(self, role: str) -> QLabel:
        label = PlainLabel(self, wraps=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        if role:
            label.setProperty("role", role)
        return label


def amount(record: Record) -> int:
    """Say how much a record says: of two the one with more of it stays."""
    values = (getattr(record, name) for name in field_names(record))
    return sum(len(value) if isinstance(value, list) else bool(value) for value in values)
