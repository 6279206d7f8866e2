"""The row of active filters above a list; each chip is a button that drops its filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.style.theme import space
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.plain import plain_tip

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DROPS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(NamedTuple):
    """What a chip says: a filter in words, and whether it keeps its records out."""

    text: str
    is_excluded: bool = False

    @property
    def label(self) -> str:
        """The words of the filter, with what it does."""
        if not self.is_excluded:
            return self.text
        return QCoreApplication.translate("Chips", "not {filter}").format(
            filter=self.text.removeprefix("-")
        )


class _Chip(QPushButton):
    """One filter; Delete drops it, the arrows go to its neighbours."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DROPS:
            self.click()
        elif key in _STEPS:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-_STEPS[key] if mirrored else _STEPS[key])
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """A flow of filters; `dropped` gives the index of the one that the officer takes away.

    The row takes no room while there is none.
    """

    dropped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, space(2))
        self._chips: list[_Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Active filters"))
        self.hide()

    def labels(self) -> list[str]:
        """Return the texts of the chips, in order."""
        return [chip.property("label") for chip in self._chips]

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these filters in place of the last; the focus stays at its index."""
        if [chip.label for chip in chips] == self.labels():
            return
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._make_chip(at, chip) for at, chip in enumerate(chips)]
        self.setVisible(bool(self._chips))
        self._flow.reflow()
        if focused is not None and self._chips:
            self._focus(focused)

    def _make_chip(self, at: int, content: Chip) -> _Chip:
        label = content.label
        # A lone "&" would be taken for a mnemonic.
        chip = _Chip(label.replace("&", "&&") + "  ×", self)
        chip.setProperty("chip", "excluded" if content.is_excluded else "filter")
        chip.setProperty("label", label)
        chip.setAutoDefault(False)
        chip.setAccessibleName(self.tr("Filter {label}").format(label=label))
        chip.setAccessibleDescription(self.tr("Removes this filter."))
        chip.setToolTip(plain_tip(self.tr("Remove the filter “{label}” (Del)").format(label=label)))
        chip.clicked.connect(lambda: self.dropped.emit(at))
        chip.stepped.connect(lambda step: self._focus(at + step))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _focus(self, at: int) -> None:
        at = max(0, min(at, len(self._chips) - 1))
        self._chips[at].setFocus(Qt.FocusReason.TabFocusReason)
