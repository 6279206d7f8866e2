"""The office board: who holds the offices of a body, a country or a list on a day that is dragged.

`BoardController` opens it. A day can be kept to compare with: what differs stands below the board.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from db import BoardScope, DeskError, OfficeBoard, Reader, board_changes
from desktop.board.board_table import BoardTable
from desktop.board.day_slider import DaySlider
from desktop.paper.offices.board_scope import find_scope
from desktop.paper.offices.board_sheet import board_subtitle
from desktop.paper.offices.board_words import CHANGE_HEADINGS, change_text
from desktop.paper.sections.print_phrases import day_text
from desktop.style.dialog_layout import open_in_steps, stack_in_dialog
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import Change, OfficeRef
    from desktop.session.session import Session

_TOPIC = "board"


class BoardDialog(QDialog):
    """`open_wanted` gives the id of a record to show, `succession_wanted` an office with the day,
    `print_wanted` a form with the scope, the day and the day that it is compared with.
    """

    open_wanted = Signal(int)
    succession_wanted = Signal(object, str)
    print_wanted = Signal(str, object, str, str)
    day_wanted = Signal(str)
    filled = Signal()

    def __init__(self, session: Session, parent: QWidget | None, scope: BoardScope | None) -> None:
        super().__init__(parent)
        self._session = session
        self._scope = scope
        self._kept_day = ""
        self.setWindowTitle(self.tr("Office board"))
        self.scope_line = QLineEdit(self)
        self.scope_line.setAccessibleName(self.tr("Body, country or filters"))
        self.scope_line.setPlaceholderText(
            self.tr("A body, a country, or filters as in type:ministry country:pk")
        )
        self.scope_line.returnPressed.connect(self._find)
        self.message = Message(self)
        self.count = PlainLabel(self, role="quiet", wraps=True)
        self.table = BoardTable(self)
        self.table.can_write = not session.is_read_only
        self.table.opened.connect(self._open)
        self.table.succession_wanted.connect(self._ask_new_holder)
        self.differences = QListWidget(self)
        self.differences.setAccessibleName(self.tr("What differs from the day that is kept"))
        self.differences.setWordWrap(True)
        self.differences.hide()
        self.slider: DaySlider = DaySlider(self)
        self.slider.moved.connect(self._show_day)
        self.keep_button = self._button(self.tr("&Compare from this day"), self._keep_day)
        self.day_button = self._button(self.tr("Show the &desk as of this day"), self._ask_day)
        self.succeed_button = self._button(self.tr("&New holder…"), self._ask_new_holder)
        self.print_button = QPushButton(icon("print"), self.tr("&Print"), self)
        self.print_button.setAutoDefault(False)
        self.print_button.setMenu(self._print_menu())
        self.close_button = self._button(self.tr("C&lose"), self.reject)
        self._lay_out()
        open_in_steps(self, 260, 170)
        session.changed.connect(self._follow)
        session.lens_changed.connect(self.read)
        self.table.selectionModel().currentRowChanged.connect(self._judge)
        self.slider.show_changes([], session.lens.as_of)
        self._judge()
        if scope is not None:
            self.scope_line.setText(scope.title)
            self.table.setFocus()
            self.read()
        else:
            self.scope_line.setFocus()

    @property
    def board(self) -> OfficeBoard | None:
        """The board on show."""
        return self.table.rows.board

    def read(self) -> None:
        """Read the board anew; the day that is stood on stays."""
        scope, lens = self._scope, self._session.lens
        if scope is None:
            return

        def job(reader: Reader) -> OfficeBoard:
            return reader.board(scope, lens)

        self._session.background_reader.ask(_TOPIC, job, self._take, self._refuse, urgent=True)

    def end(self) -> None:
        """Give up what is being read, because the dialog is about to go."""
        self._session.background_reader.forget(_TOPIC)

    def done(self, result: int) -> None:
        self.end()
        super().done(result)

    def _find(self) -> None:
        """Read the board of what is typed."""
        text, lens = self.scope_line.text(), self._session.lens

        def job(reader: Reader) -> tuple[BoardScope, OfficeBoard]:
            scope = find_scope(reader, text, lens)
            return scope, reader.board(scope, lens)

        def take(found: tuple[BoardScope, OfficeBoard]) -> None:
            self._scope = found[0]
            self.scope_line.setText(found[0].title)
            self._take(found[1])
            self.table.setFocus()

        self._session.background_reader.ask(_TOPIC, job, take, self._refuse, urgent=True)

    def _take(self, board: OfficeBoard) -> None:
        self.message.dismiss()
        office = self.table.chosen_office()
        self.table.rows.show_board(board, self.slider.day)
        self.slider.show_changes(board.change_days(), self.slider.day)
        self._choose(office)
        self._show_day(self.slider.day)
        self.filled.emit()

    def _refuse(self, refusal: DeskError) -> None:
        self.message.say("error", str(refusal))
        self.filled.emit()

    def _show_day(self, day: str) -> None:
        board = self.board
        if board is None:
            return
        office, row = self.table.chosen_office(), self.table.chosen_row
        self.table.rows.show_day(day)
        if self.table.chosen_row < 0 <= row:
            self._choose(office)
        self.count.setText(board_subtitle(board, day).partition(" · ")[2])
        self._show_differences(board, day)
        self._judge()

    def _choose(self, office: OfficeRef | None) -> None:
        """Choose the row of an office, or the first."""
        rows = self.table.rows
        row = rows.row_of(office.id) if office is not None else None
        if rows.rows:
            self.table.selectRow(row or 0)

    def _show_differences(self, board: OfficeBoard, day: str) -> None:
        self.differences.setVisible(bool(self._kept_day))
        if not self._kept_day:
            return
        changes = board_changes(board, self._kept_day, day)
        self.differences.clear()
        self.differences.addItems(
            [f"{CHANGE_HEADINGS[each.what]}: {change_text(each)}" for each in changes]
            or [self.tr("Nothing that this desk knows of changed between the two days.")]
        )

    def _keep_day(self) -> None:
        self._kept_day = "" if self._kept_day else self.slider.day
        text = self.tr("&Compare from this day")
        if self._kept_day:
            day = day_text(self._kept_day)
            text = self.tr("End &comparison with {day}").format(day=day)
        self.keep_button.setText(text)
        self._show_day(self.slider.day)

    def _ask_new_holder(self) -> None:
        office = self.table.chosen_office()
        if office is not None:
            self.succession_wanted.emit(office, self.slider.day)

    def _ask_day(self) -> None:
        self.day_wanted.emit(self.slider.day)

    def _open(self, record_id: int) -> None:
        self.open_wanted.emit(record_id)
        self.accept()

    def _follow(self, _change: Change) -> None:
        self.read()

    def _judge(self) -> None:
        """Let only be done what can be."""
        has_office = self.table.chosen_office() is not None
        self.succeed_button.setEnabled(has_office and not self._session.is_read_only)
        has_board = self.board is not None
        for button in (self.keep_button, self.day_button, self.print_button):
            button.setEnabled(has_board)
        self._reshuffle.setEnabled(bool(self._kept_day) and self._kept_day != self.slider.day)

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        for form, text in (
            ("board", self.tr("The &board of this day")),
            ("organigram", self.tr("An &organigram over pages")),
            ("organigram-a3", self.tr("An organigram on A&3")),
        ):
            menu.addAction(text, partial(self._print, form))
        self._reshuffle = menu.addAction(
            self.tr("The &reshuffle between the two days"), partial(self._print, "reshuffle")
        )
        return menu

    def _print(self, form: str) -> None:
        kept_day = self._kept_day if form == "reshuffle" else ""
        self.print_wanted.emit(form, self._scope, self.slider.day, kept_day)

    def _button(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: run())
        return button

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.table)
        parts.addWidget(self.differences)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        column = stack_in_dialog(self, self.scope_line, self.message, self.count)
        column.addWidget(parts, 1)
        column.addWidget(self.slider)
        column.addLayout(self._ending())

    def _ending(self) -> QVBoxLayout:
        """Lay the buttons on two lines: what is done with a row, and the rest."""
        first, second, both = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for button in (self.succeed_button, self.keep_button):
            first.addWidget(button)
        first.addStretch(1)
        second.addWidget(self.day_button)
        second.addStretch(1)
        for button in (self.print_button, self.close_button):
            second.addWidget(button)
        both.setSpacing(space(2))
        both.addLayout(first)
        both.addLayout(second)
        return both
