"""The question on saving a new holder of an office that another still holds; the window asks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from desktop.widgets.plain import PlainBox

END, KEEP, STAY = "end", "keep", "stay"
_SAYS: Final = QMessageBox.StandardButton


@dataclass(slots=True)
class EndPredecessor:
    """Somebody's tenure may end with that of the next one; who is asked writes `answer`, and
    whether an event is to tell of it.
    """

    name: str
    office: str
    day: str
    is_certain: bool = True
    answer: str = KEEP
    adds_event: bool = False


class EndPredecessorBox(PlainBox):
    """Asks in a sentence; Enter ends the tenure, Esc goes back to the form."""

    def __init__(self, question: EndPredecessor, parent: QWidget) -> None:
        super().__init__(parent)
        self._question = question
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("New holder of an office"))
        says = (
            self.tr("{name} also holds this office. End that tenure on {day}?")
            if question.is_certain
            else self.tr("{name} may still hold this office. End that tenure on {day}?")
        )
        self.setText(says.format(name=question.name, day=question.day))
        self.setInformativeText(question.office)
        self.setStandardButtons(_SAYS.Yes | _SAYS.No | _SAYS.Cancel)
        self.button(_SAYS.Yes).setText(self.tr("&End it"))
        self.button(_SAYS.No).setText(self.tr("&Both hold it"))
        self.setDefaultButton(_SAYS.Yes)
        self.setEscapeButton(_SAYS.Cancel)
        self.event_box = QCheckBox(self.tr("&Add the event to the timeline"), self)
        self.setCheckBox(self.event_box)

    def tell_answer(self) -> None:
        """Write into the question what was chosen."""
        chosen = self.standardButton(self.clickedButton())
        self._question.answer = {_SAYS.Yes: END, _SAYS.No: KEEP}.get(chosen, STAY)
        self._question.adds_event = self.event_box.isChecked()
