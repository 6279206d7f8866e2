"""A table of a record's parts with its buttons, the sentence for a cell below, the details of the
chosen row, and a table inside it where a part has parts. The form makes one for each list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QApplication,
    QFileDialog,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db import MAX_ATTACHMENT_BYTES, Refused
from desktop.editors.field_texts import translated_text
from desktop.editors.parts.part_details import PartDetails
from desktop.editors.parts.parts_model import PartsModel
from desktop.editors.parts.parts_view import PartsView, page_area
from desktop.editors.record_picker import PickerDesk
from desktop.fields.field_contents import Content, Unread, reading, show
from desktop.fields.field_types import PartsTableSpec
from desktop.fields.part_rows import PartRow, row_of_file
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pair_layout import PairLayout
from desktop.widgets.plain import PlainLabel, plain_tip
from desktop.widgets.short_label import FootLabel


class PartsTable(QWidget):
    """Rows of parts, edited in place. `saved_as` asks to write out a file: its hash, its name."""

    edited = Signal()
    saved_as = Signal(str, str)

    def __init__(
        self, parts: PartsTableSpec, desk: PickerDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.parts = parts
        self._desk = desk
        self.model = PartsModel(parts)
        self.model.setParent(self)
        self.view = PartsView(self.model, desk, self)
        self.view.setAccessibleName(translated_text(parts.label))
        self._foot = FootLabel(self)
        self.more = PartDetails(parts, desk, self.view, self)
        self.inner = PartsTable(parts.inner, desk, self) if parts.inner else None
        self._fills = False  # whether the open cell is to be filled downwards when it is taken
        self._buttons: list[QToolButton] = []
        self._pushes: list[QPushButton] = []
        self._hint = PlainLabel(self, role="small", wraps=True)  # what the checks say of the rows
        self._hint.hide()
        self._lay_out()
        self._connect()

    def show_hint(self, says: str) -> None:
        """Say below the cells what is worth a look in the rows; '' for nothing."""
        self._hint.setText(says)
        self._hint.setVisible(bool(says))

    def hint(self) -> str:
        """Return what is worth a look."""
        return self._hint.text()

    def show_rows(self, rows: list[PartRow]) -> None:
        """Take over the list of rows, changed in place from here on."""
        self.model.show_rows(rows)
        self._offer_new()
        if self.inner is not None and rows:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._follow_row()

    def finish(self) -> None:
        """Take over what stands in an open cell, and drops rows nothing was typed into."""
        self.finish_cell()
        if self.inner is not None:
            self.inner.finish()
        self.model.drop_blank()

    def finish_cell(self) -> None:
        """Take over what stands in an open cell, of the table inside too."""
        self.view.finish()
        if self.inner is not None:
            self.inner.finish_cell()

    @contextmanager
    def with_open_cell(self) -> Iterator[None]:
        """Take the rows with what stands in an open cell, for as long as the block lasts.

        A draft is written so: the cell stays open, and Esc can still give it back.
        """
        place = self.view.currentIndex().row()
        inner = self.inner.with_open_cell() if self.inner is not None else nullcontext()
        with self.model.with_cells(place, self.view.typed_cells()), inner:
            yield

    def show_problem(self, place: int, path: str, says: str) -> None:
        """Show a sentence at a cell: the row's place and what follows in the path."""
        if self.inner is not None and path.startswith(f"{self.inner.parts.name}["):
            at, _, rest = path.partition("[")[2].partition("].")
            self.view.setCurrentIndex(self.model.index(place, 0))
            self.inner.show_problem(int(at), rest, says)
            return
        name = self._field_name(path)
        self.model.show_problem(place, name, says)
        if not self.view.currentIndex().isValid():
            self._say(says, refused=True)

    def clear_problems(self) -> None:
        """Take all sentences away."""
        self.model.problems.clear()
        self.view.viewport().update()
        if self.inner is not None:
            self.inner.clear_problems()
        self._follow_row()

    def go_to(self, place: int = 0, path: str = "") -> QWidget:
        """Put the focus in a cell and give the widget to bring into sight."""
        if self.inner is not None and path.startswith(f"{self.inner.parts.name}["):
            at, _, rest = path.partition("[")[2].partition("].")
            self.view.setCurrentIndex(self.model.index(place, 0))
            return self.inner.go_to(int(at), rest)
        name = self._field_name(path)
        names = [field.name for field in self.parts.columns]
        has_cell = name in names and name not in self.view.folded_names()
        self.view.go_to(place, names.index(name) if has_cell else 0)
        if not has_cell and self.more.focus_field(name):
            return self.more
        return self.view

    def add_file(self, path: str) -> None:
        """Attach a file; a refusal is said below the table."""
        try:
            row = row_of_file(path, self.parts)
        except Refused as refused:
            self._say(str(refused), refused=True)
            return
        self.model.insert(row)

    def foot(self) -> str:
        """Return the sentence below the table."""
        return self._foot.whole

    def _field_name(self, path: str) -> str:
        """Return the field a path means; `source` alone means the source's first field."""
        names = [field.name for field in self.parts.columns]
        names += [field.name for field in self.parts.more]
        starts = [name for name in names if name == path or name.startswith(f"{path}.")]
        return starts[0] if starts else names[0]

    def order_tabs(self, before: QWidget) -> QWidget:
        """Put the table after a widget in the order of Tab; give what comes last in it."""
        tabbed = [each for each in self._pushes if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for widget in (*tabbed, self.view):
            self.setTabOrder(before, widget)
            before = widget
        before = self.more.order_tabs(before)
        return self.inner.order_tabs(before) if self.inner is not None else before

    # Qt

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk from a row to its details, from these to the next row, and back."""
        focus, index = QApplication.focusWidget(), self.view.currentIndex()
        if not index.isValid():
            return bool(super().focusNextPrevChild(forward))
        if focus is self.view and not forward and index.row() > 0:
            self.view.setCurrentIndex(self.model.index(index.row() - 1, self.view.last_column))
            stops = self._stops()
            if stops:
                self._focus_stop(stops[-1], Qt.FocusReason.BacktabFocusReason)
            return True
        stops = [self.view, *self._stops()]
        place = stops.index(focus) + (1 if forward else -1) if focus in stops else -1
        if forward and place == len(stops) and index.row() < len(self.model.rows):
            self._leave_inner()
            self.view.go_to(index.row() + 1, 0)
        elif place == 0:
            self._leave_inner()
            self.view.go_to(index.row(), self.view.last_column)
        elif 0 < place < len(stops):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            self._focus_stop(stops[place], reason)
        else:
            moved = bool(super().focusNextPrevChild(forward))
            if not self.isAncestorOf(QApplication.focusWidget() or self):
                self.view.leave()
            return moved
        return True

    def _stops(self) -> list[QWidget]:
        """Return what of the current row takes the focus below the cells, in the order of Tab."""
        stops = self.more.stops()
        if self.inner is not None and self.inner.isVisible():
            stops.append(self.inner.view)
        return stops

    def _focus_stop(self, stop: QWidget, reason: Qt.FocusReason) -> None:
        stop.setFocus(reason)
        if stop is not self.view and (area := page_area(self)) is not None:
            area.ensureWidgetVisible(stop, space(2), space(12))

    def _leave_inner(self) -> None:
        if self.inner is not None:
            self.inner.view.leave()

    # making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(self._strip())
        column.addWidget(self.view)
        column.addWidget(self._foot)
        column.addWidget(self._hint)
        inset = QVBoxLayout()
        inset.setContentsMargins(space(4), 0, 0, 0)
        inset.addWidget(self.more)
        if self.inner is not None:
            inset.addWidget(self.inner)
        column.addLayout(inset)

    def _strip(self) -> PairLayout:
        """Return the title and the buttons: below it where a form is narrow, and in rows."""
        label = translated_text(self.parts.label)
        self.title = PlainLabel(self, label, role="quiet", wraps=True)
        buttons = QWidget(self)
        self._button_flow = FlowLayout(buttons, space(1))
        for button in self._make_buttons():
            self._button_flow.addWidget(button)
        strip = PairLayout(gap=space(2), share=0)
        strip.addWidget(self.title)
        strip.addWidget(buttons)
        return strip

    def _make_buttons(self) -> list[QAbstractButton]:
        self.create_button = self._push("", self.model.name_new)
        self.create_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its letter with Alt presses it
        self.create_button.hide()
        if self.parts.takes_files:
            self._push(self.tr("Add a file…"), self._ask_file)
            self._push(self.tr("Save as…"), self._ask_save)
        if self.parts.for_all is not None:
            press = self._push(translated_text(self.parts.for_all[1]), self._ask_for_all)
            press.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its letter with Alt presses it
        one = translated_text(self.parts.one)
        for glyph, text, act in (
            ("up", self.tr("Move the {one} up (Ctrl+Up)"), lambda: self.view.move_row(-1)),
            ("down", self.tr("Move the {one} down (Ctrl+Down)"), lambda: self.view.move_row(1)),
            ("fill-down", self.tr("Fill the empty cells below (Ctrl+D)"), self.view.fill_down),
            ("delete", self.tr("Remove the {one} (Del)"), self.view.remove_row),
        ):
            button = QToolButton(self)
            button.setIcon(icon(glyph))
            button.setToolTip(plain_tip(text.format(one=one)))
            button.setAccessibleName(text.format(one=one))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same from the cells
            button.clicked.connect(act)
            self._buttons.append(button)
        return [*self._pushes, *self._buttons]

    def _push(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setFlat(True)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self._pushes.append(button)
        return button

    def _connect(self) -> None:
        self.model.edited.connect(self._offer_new)
        self.model.edited.connect(self.edited)
        self.view.walked.connect(self._follow_row)
        self.view.folded.connect(lambda: self.more.fold(self.view.folded_names()))
        self.view.cells.typed.connect(self._take_content)
        self.view.cells.closeEditor.connect(self._follow_editor)
        self.view.cells.refused.connect(lambda says: self._say(says, refused=True))
        self.more.put.connect(self._put_detail)
        self.view.told.connect(lambda says: self._say(says, refused=False))
        if self.inner is not None:
            self.inner.edited.connect(self.edited)
            self.inner.edited.connect(self.view.viewport().update)
            self.model.edited.connect(self._reshow_inner)

    # what follows the current cell

    def _follow_row(self) -> None:
        index = self.view.currentIndex()
        place = index.row() if index.isValid() else -1
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        for button in self._buttons:
            button.setEnabled(row is not None)
        self.more.show_row(row)
        says = self.model.problem(index) or self._first_problem()
        self._say(says or self.model.news(index), refused=bool(says))
        if self.inner is not None:
            self.inner.setVisible(row is not None)
            if row is not None and self.inner.model.rows is not row.inner:
                self._show_inner(self.inner, row)

    def _show_inner(self, inner: PartsTable, row: PartRow) -> None:
        inner.show_rows(row.inner)
        name = show(self.parts.columns[0], row.cells[self.parts.columns[0].name])
        inner.title.setText(
            self.tr("{label}: {name}").format(label=translated_text(inner.parts.label), name=name)
        )

    def _ask_for_all(self) -> None:
        """Open the first cell of the column that all rows are to have alike; the rest follow it."""
        assert self.parts.for_all is not None
        names = [field.name for field in self.parts.columns]
        self.view.finish()
        if self.model.rows:
            self.view.go_to(0, names.index(self.parts.for_all[0]))
            self.view.open_cell(self.view.currentIndex())
            self._fills = self.view.is_editing
            says = self.tr("What you write here goes to all that say nothing yet.")
            self._say(says, refused=False)

    def _follow_editor(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        fills, self._fills = self._fills, False
        self._follow_row()
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self._say(self.tr("The cell is as it was."), refused=False)
        elif fills:
            self.view.fill_down()

    def _offer_new(self) -> None:
        """Offer to create the records that names in the cells are of, where there are such."""
        count = len(self.model.unknown_names())
        self.create_button.setText(
            self.tr("&Create the one that is missing")
            if count == 1
            else self.tr("&Create the {n} that are missing").format(n=count)
        )
        self.create_button.setVisible(count > 0)
        self._button_flow.reflow()

    def _reshow_inner(self) -> None:
        """Show the acts anew where a cell of the row has changed them."""
        place = self.view.currentIndex().row()
        if self.inner is not None and 0 <= place < len(self.model.rows):
            self._show_inner(self.inner, self.model.rows[place])

    def _first_problem(self) -> str:
        return next(iter(self.model.problems.values()), "")

    def _take_content(self, content: Content) -> None:
        # Of a name half typed there is nothing to say yet; of a date or a new word there is.
        index = self.view.currentIndex()
        is_said = index.isValid() and not (
            self.model.field(index).sort in ("ref", "office") and isinstance(content, Unread)
        )
        says = reading(self.model.field(index), content) if is_said else ""
        self._say(says, refused=False)
        self.edited.emit()

    def _say(self, says: str, *, refused: bool) -> None:
        """Say a sentence below the cells, in the room that is kept for it."""
        hint = ""
        if self.parts.takes_files and not says:
            hint = self.tr("Files can have up to {size} MB.").format(
                size=MAX_ATTACHMENT_BYTES // 1_000_000
            )
        text = says or hint
        self._foot.show_text(text)
        self._foot.setVisible(bool(text))
        self._foot.setProperty("role", "error" if refused else "small")
        self._foot.style().unpolish(self._foot)
        self._foot.style().polish(self._foot)

    def _put_detail(self, name: str, content: object) -> None:
        self.model.put(self.view.currentIndex().row(), {name: content})

    # files

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a file"))
        if path:
            self.add_file(path)

    def _ask_save(self) -> None:
        place = self.view.currentIndex().row()
        if 0 <= place < len(self.model.rows):
            cells = self.model.rows[place].cells
            self.saved_as.emit(cells["sha256"], cells["file_name"])
