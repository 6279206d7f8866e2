"""Typing in a list goes to the first row that begins so; the table of a tab asks it.

Letters that follow one another quickly are one word. Keys that do something else by themselves, as
“/” does, never come here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolTip

from desktop.background.delay import TYPE_AHEAD_PAUSE_MS, Delay
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView


class TypeAhead(QObject):
    """Follows what is typed in one table; `find` gives the row, `choose` goes to it."""

    def __init__(
        self,
        table: QTableView,
        find: Callable[[str], int | None],
        choose: Callable[[int], None],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._find = find
        self._choose = choose
        self._typed = ""
        self.delay = Delay(self, TYPE_AHEAD_PAUSE_MS, self.forget)

    @property
    def is_under_way(self) -> bool:
        """Whether what is typed next belongs to what was typed before."""
        return bool(self._typed)

    def forget(self) -> None:
        """Begin another word with the next letter."""
        self.delay.stop()
        self._typed = ""

    def add(self, letters: str) -> None:
        """Go to the first row that begins with all that was typed; where there is none, say so."""
        letters = letters if self._typed else letters.lstrip()
        if not letters.isprintable() or not letters:
            return
        self._typed += letters
        self.delay.start()
        row = self._find(self._typed)
        if row is None:
            text = self.tr("No row begins with “{text}”.").format(text=self._typed)
            under = self._table.viewport().rect().bottomLeft()
            QToolTip.showText(
                self._table.viewport().mapToGlobal(under), plain_tip(text), self._table
            )
            return
        QToolTip.hideText()
        self._choose(row)
