"""A slider of days with the day in words: the board is moved through time with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from db import day_from_number, day_number, iso_day, today
from desktop.paper.sections.print_phrases import day_text
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel, plain_tip

DAYS_A_PAGE: Final = 30  # that Page Up and Page Down move
MAX_DAYS_BACK: Final = 120_000  # days of the slider: before them one types the day
MIN_DAYS_BACK: Final = 365
DAYS_AHEAD: Final = 366


class _Days(QSlider):
    """A slider whose arrows go day by day; with Ctrl they ask for the next change."""

    jumped = Signal(int)  # -1 to the change before, 1 to the next

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.jumped.emit(step)
        else:
            super().keyPressEvent(event)


class DaySlider(QWidget):
    """`moved` gives the ISO day that is stood on, with every step."""

    moved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._changes: list[str] = []
        self.slider = _Days(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("The day of the board"))
        self.slider.setToolTip(
            plain_tip(
                self.tr("Arrows: a day; Page Up and Down: a month; Ctrl+arrows: the next change")
            )
        )
        self.slider.setSingleStep(1)
        self.slider.setPageStep(DAYS_A_PAGE)
        self.slider.setTracking(True)
        self.slider.valueChanged.connect(self._move)
        self.slider.jumped.connect(self.jump)
        self.before = self._button("previous", self.tr("The change before"), -1)
        self.after = self._button("next", self.tr("The next change"), 1)
        self.label = PlainLabel(self)
        self.label.setMinimumWidth(24 * self.fontMetrics().averageCharWidth())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.before)
        row.addWidget(self.slider, 1)
        row.addWidget(self.after)
        row.addWidget(self.label)
        self.setFocusProxy(self.slider)
        self.show_changes([], today())

    @property
    def day(self) -> str:
        """The ISO day that is stood on."""
        return day_from_number(self.slider.value())

    def show_changes(self, days: Sequence[str], day: str) -> None:
        """Show the days from the first of these to a year from now, and one of them."""
        self._changes = list(days)
        now = day_number(today())
        first = min(
            [now - MIN_DAYS_BACK, day_number(day), *(day_number(each) for each in days[:1])]
        )
        last = max([now + DAYS_AHEAD, day_number(day), *(day_number(each) for each in days[-1:])])
        blocker = QSignalBlocker(self.slider)
        self.slider.setRange(max(first, now - MAX_DAYS_BACK), min(last, now + MAX_DAYS_BACK))
        blocker.unblock()
        self.stand_on(day)

    def stand_on(self, day: str) -> None:
        """Show an ISO day."""
        self.slider.setValue(day_number(day))
        self._tell()

    def jump(self, step: int) -> None:
        """Go to the next day on which anything changes, or with -1 to the one before."""
        day = self.day
        at = bisect_right(self._changes, day) if step > 0 else bisect_left(self._changes, day) - 1
        if 0 <= at < len(self._changes):
            self.stand_on(self._changes[at])

    def _move(self, _value: int) -> None:
        self._tell()
        self.moved.emit(self.day)

    def _tell(self) -> None:
        text = day_text(iso_day(self.day) or self.day)
        self.label.setText(text)
        self.slider.setAccessibleDescription(text)

    def _button(self, glyph: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(glyph))
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.clicked.connect(lambda: self.jump(step))
        return button
