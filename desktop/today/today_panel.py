"""Today in the timeline tab: a button that opens a panel of what is coming, due or overdue.

The tab puts the button on its strip and the panel above its table. What is to be read is asked in
the background, when the panel is open and whenever the desk or the lens changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolButton, QVBoxLayout, QWidget

from desktop.background.delay import TODAY_PAUSE_MS, Delay
from desktop.settings import TODAY_IS_OPEN
from desktop.style.icons import icon
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space
from desktop.today.today_model import TodayModel
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import DeskError, Reader, TodaySection
    from desktop.session.session import Session
    from desktop.settings import Settings

_TOPIC: Final = "today"
_WIDTHS_LETTERS: Final = (20, 40)  # average letters of the first two columns
_MIN_ROWS, _ROWS = 4, 9  # that the panel shows before it scrolls


class TodayTable(QTableView):
    """`opened` gives the record of a line: by Enter or a double click."""

    opened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = TodayModel(self)
        self.setModel(self.lines)
        self.setAccessibleName(self.tr("What is coming, due or overdue; Enter opens the record"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_up_rows(self)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column, letters in enumerate(_WIDTHS_LETTERS):
            self.setColumnWidth(column, letters * self.fontMetrics().averageCharWidth())
        self.doubleClicked.connect(self._open)

    def show_sections(self, sections: list[TodaySection]) -> None:
        """Show these, each under its name."""
        self.clearSpans()
        self.lines.show_sections(sections)
        for row in self.lines.spans():
            self.setSpan(row, 0, 1, self.lines.columnCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if record := self.lines.record_at(index.row()):
            self.opened.emit(record)


class TodayPanel(QWidget):
    """The panel; `button` opens and closes it, `opened` gives a record to be shown.

    `print_button`, which stands beside the other while the panel is open, asks for paper.
    """

    opened = Signal(int)
    print_asked = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self.button = QToolButton(parent)
        self.button.setText(self.tr("Toda&y"))
        self.button.setIcon(icon("today", "quiet"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setCheckable(True)
        self.button.setAccessibleName(self.tr("Today: what is coming, due or overdue"))
        self.button.setToolTip(self.tr("What is coming, due or overdue"))
        self.print_button = QToolButton(parent)
        self.print_button.setIcon(icon("print", "quiet"))
        self.print_button.setAccessibleName(self.tr("Print what is coming, due or overdue"))
        self.print_button.setToolTip(self.tr("Print today (Ctrl+Alt+T)"))
        self.print_button.clicked.connect(self.print_asked)
        self.print_button.hide()
        self.table = TodayTable(self)
        self.table.opened.connect(self.opened)
        self.says = PlainLabel(self, role="quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(1), space(3), space(1))
        column.setSpacing(space(1))
        column.addWidget(self.says)
        column.addWidget(self.table)
        self._delay = Delay(self, TODAY_PAUSE_MS, self._ask)
        session.changed.connect(self._ask_later)
        session.lens_changed.connect(self._ask_later)
        self.button.toggled.connect(self._turn)
        self.setVisible(False)
        self.button.setChecked(settings.get(TODAY_IS_OPEN))

    def end(self) -> None:
        """Ask nothing more, because the tab is about to go."""
        self._delay.stop()
        self._session.background_reader.forget(_TOPIC)

    def _turn(self, is_open: bool) -> None:
        self._settings.put(TODAY_IS_OPEN, is_open)
        self.setVisible(is_open)
        self.print_button.setVisible(is_open)
        self._ask_later()

    def _ask_later(self) -> None:
        if self.button.isChecked():
            self._delay.start()

    def _ask(self) -> None:
        lens = self._session.lens

        def read(reader: Reader) -> list[TodaySection]:
            return reader.today_sections(lens)

        self._session.background_reader.ask(_TOPIC, read, self._show, self._refuse)

    def _show(self, sections: list[TodaySection]) -> None:
        self.table.show_sections(sections)
        is_empty = not self.table.lines.rows
        self.says.setText(self.tr("Nothing is coming, due or overdue.") if is_empty else "")
        self.says.setVisible(is_empty)
        self.table.setVisible(not is_empty)
        height = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        rows = self.table.lines.rowCount()
        self.table.setMinimumHeight(min(_MIN_ROWS, rows) * height + head)
        self.table.setMaximumHeight(min(_ROWS, rows) * height + head)

    def _refuse(self, refusal: DeskError) -> None:
        self.says.setText(str(refusal))
        self.says.show()
