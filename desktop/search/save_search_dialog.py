"""Asks for the name under which a search is kept, and who may see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from db import HIGHEST, MARKINGS, fold
from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.widgets.plain import PlainLabel


class SaveSearchDialog(QDialog):
    """A name, proposed by the search itself; says when it would take the place of another view."""

    def __init__(
        self, parent: QWidget, text: str, names: Sequence[str], ceiling: int = HIGHEST
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save this search"))
        self._names = {fold(name): name for name in names}
        searched = PlainLabel(self, text, wraps=True)
        self._name = QLineEdit(text[:60], self)
        self._name.setMaxLength(100)
        self._name.setAccessibleName(self.tr("Name of the search"))
        self._name.selectAll()
        self._name.textChanged.connect(self._judge)
        form = QFormLayout()
        form.addRow(self.tr("Search"), searched)
        form.addRow(self.tr("&Name"), self._name)
        self._marking = QComboBox(self)
        self._marking.addItems([word.capitalize() for word in MARKINGS[: ceiling + 1]])
        self._marking.setCurrentIndex(ceiling)
        self._marking.setAccessibleName(self.tr("Marking of the search"))
        self._marking.setToolTip(
            self.tr("Its name and its words are shown only under this ceiling or a higher one.")
        )
        form.addRow(self.tr("&Marking"), self._marking)
        self.state = PlainLabel(self, role="small", wraps=True)
        self._buttons = accept_and_cancel(self, QDialogButtonBox.StandardButton.Save)
        stack_in_dialog(self, form, self.state, self._buttons)
        widen(self, 100)
        self._judge()

    def name(self) -> str:
        """Return the name in one line."""
        return " ".join(self._name.text().split())

    def marking(self) -> int:
        """Say how high the view is marked."""
        return self._marking.currentIndex()

    def set_name(self, name: str) -> None:
        """Put a name in."""
        self._name.setText(name)

    def _judge(self) -> None:
        folded = fold(self.name())
        other = self._names.get(folded)
        if not folded:
            says = self.tr("Give the search a name with letters or digits in it.")
        elif other is not None:
            says = self.tr("This replaces the saved search “{name}”.").format(name=other)
        else:
            says = self.tr("The day and the ceiling are not saved with a search.")
        self.state.setText(says)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(folded))
