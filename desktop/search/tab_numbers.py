"""How many hits each tab has, written beside its name; the view of the desk asks it.

The four lists answer a key one after the other. Each number that is written sets the whole row of
tabs anew, and the window around it, so they are written together, after the list is painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from desktop.background.delay import TAB_COUNTS_PAUSE_MS, Delay
from desktop.models.tab_kinds import TAB_KINDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

    from desktop.models.record_model import RecordModel
    from desktop.tabs.nothing_found import Suggestion
    from desktop.tabs.tab_stack import TabStack


class TabNumbers(QObject):
    """Belongs to one row of tabs. `written` says that the numbers are those of the lists again,
    `tab_wanted` gives the place of another tab that was chosen for its hits.
    """

    written = Signal()
    tab_wanted = Signal(int)

    def __init__(self, bar: QTabBar, stack: TabStack, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._stack = stack
        self.count_delay = Delay(self, TAB_COUNTS_PAUSE_MS, self.write)

    @property
    def is_waiting(self) -> bool:
        """Whether a number may be an old one."""
        return self.count_delay.isActive()

    def write_soon(self) -> None:
        """Write them in a moment, which further numbers do not put off."""
        self.count_delay.start_once()

    def write(self) -> None:
        """Write those that are new."""
        self.count_delay.stop()
        for at, tab in self._stack.built_tabs().items():
            model = tab.list.model
            if model.is_asking:
                continue  # its rows are those of the search before
            text = QCoreApplication.translate("Tabs", TAB_KINDS[at].name)
            if not model.query.is_empty:
                text = f"{text}  {_number(model)}"
            if self._bar.tabText(at) != text:
                self._bar.setTabText(at, text)
        front = self._stack.built_tabs().get(self._bar.currentIndex())
        if front is not None:
            front.list.show_elsewhere(list(self._elsewhere()))
        self.written.emit()

    def _elsewhere(self) -> Iterator[Suggestion]:
        """Yield the lists behind that have hits of what is typed."""
        for at, tab in self._stack.built_tabs().items():
            model = tab.list.model
            if at == self._bar.currentIndex() or model.is_asking or model.query.is_empty:
                continue
            if model.ids:
                kind = TAB_KINDS[at]
                name = QCoreApplication.translate("Tabs", kind.name)
                text = self.tr("{number} in {list}").format(number=_number(model), list=name)
                yield kind.icon, text, partial(self.tab_wanted.emit, at)

    def stop(self) -> None:
        """Write nothing more, because the session is about to close."""
        self.count_delay.stop()


def _number(model: RecordModel) -> str:
    return QLocale().toString(len(model.ids)) + "+" * model.is_capped
