"""The question before a new record is left: save it, discard it, or stay; the window asks it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.widgets.plain import PlainBox

SAVE, DISCARD, STAY = "save", "discard", "stay"


@dataclass(slots=True)
class LeaveNew:
    """A new record of this title is about to be left; who is asked writes its `answer`."""

    title: str
    answer: str = SAVE


class LeaveNewBox(PlainBox):
    """Asks in a sentence with three buttons; Esc and closing the box stay."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("New record"))
        question = self.tr("Save the new record “{title}”?").format(title=title)
        self.setText(question if title else self.tr("Save the new record?"))
        self.setInformativeText(self.tr("It is not on the desk yet."))
        button = QMessageBox.StandardButton
        self.setStandardButtons(button.Save | button.Discard | button.Cancel)
        self.setDefaultButton(button.Save)
        self.setEscapeButton(button.Cancel)

    def answer(self) -> str:
        """Return what was chosen."""
        button = QMessageBox.StandardButton
        chosen = self.standardButton(self.clickedButton())
        return {button.Save: SAVE, button.Discard: DISCARD}.get(chosen, STAY)
