"""What stands in place of a list without hits: what was tried, and what may be done about it.

The list pane shows it. Every suggestion is a button, so that it is walked by Tab and named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from db import parse_query
from desktop.style.icon_gap import IconButton
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from db import Line, Query

Suggestion = tuple[str, str, Callable[[], object]]  # glyph, text, what it does


class NothingFound(QWidget):
    """`named` gives the id of a record that was chosen, `query_wanted` another search,
    `exact_dropped` asks that other spellings be looked for too.
    """

    named = Signal(int)
    query_wanted = Signal(str)
    exact_dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.head = self._label("section")
        self.tried = self._label("quiet")
        self._near = self._label("section")
        self._near.setText(self.tr("Similar names"))
        self._buttons: list[QPushButton] = []
        self._query: Query | None = None
        self._lines: Sequence[Line] = ()
        self._elsewhere: Sequence[Suggestion] = ()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(space(5), space(5), space(5), space(5))
        column.setSpacing(space(2))
        for label in (self.head, self.tried):
            column.addWidget(label)
        column.addSpacing(space(2))
        column.addWidget(self._near)
        column.addStretch(1)

    def _label(self, role: str) -> QLabel:
        return PlainLabel(self, role=role, wraps=True)

    def show_query(self, query: Query, name: str) -> None:
        """Say what was tried in the list of this name; the nearest names follow."""
        self._query = query
        self.head.setText(self.tr("Nothing found in {list}").format(list=name))
        self.tried.setText(self._tried_text(query))
        self._elsewhere = ()
        self.show_nearest(())
        self.update()

    def show_empty(self, name: str) -> None:
        """Say how to begin in a list of this name that has no record yet."""
        self._query = None
        self.head.setText(self.tr("{list}: nothing here yet").format(list=name))
        self.tried.setText(
            self.tr(
                "Press Ctrl+N to write the first record, or Ctrl+I to import a table. With another"
                " as-of day or a higher ceiling there may be more to see."
            )
        )
        self._elsewhere = ()
        self.show_nearest(())

    def show_nearest(self, lines: Sequence[Line]) -> None:
        """Offer these records, and the ways to ask for more."""
        self._lines = lines
        self._show_suggestions()

    def show_elsewhere(self, found: Sequence[Suggestion]) -> None:
        """Offer the other lists, which have hits."""
        if [each[:2] for each in found] != [each[:2] for each in self._elsewhere]:
            self._elsewhere = found
            self._show_suggestions()

    def _show_suggestions(self) -> None:
        lines = self._lines
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._near.setVisible(bool(lines))
        ways = [*self._ways()]
        self._buttons = [self._button(*each) for each in (*self._names(), *ways)]
        at = self._column.indexOf(self._near) + 1
        for place, button in enumerate(self._buttons):
            # What is no name stands before the names' heading.
            is_name = place < len(lines)
            where = at + place if is_name else self._column.indexOf(self._near)
            self._column.insertWidget(where, button, 0, Qt.AlignmentFlag.AlignLeading)
            button.show()

    def suggestions(self) -> list[str]:
        """Return the texts of the suggestions."""
        return [button.property("whole_text") for button in self._buttons]

    def _names(self) -> Iterator[Suggestion]:
        for line in self._lines:
            detail = next((cell for cell in line.cells if cell and cell != line.title), "")
            text = f"{line.title} · {detail}" if detail else line.title
            yield line.kind, text, partial(self.named.emit, line.id)

    def _ways(self) -> Iterator[Suggestion]:
        if self._query is None:
            return
        yield from self._elsewhere
        if self._query.is_exact:
            yield "search", self.tr("Search other spellings too"), self.exact_dropped.emit
        from desktop.paper.content.filter_words import (
            filter_words,  # not before something is filtered
        )

        typed = parse_query(self._query.text)
        for item in typed.filters:
            text = self.tr("Search without {filter}").format(filter=f"“{filter_words(item)}”")
            wanted = typed.without(item).text_of()
            yield "close", text, partial(self.query_wanted.emit, wanted)

    def _button(self, glyph: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = IconButton(icon(glyph, "accent"), "", self)
        button.setFlat(True)
        button.setAutoDefault(False)
        button.setProperty("whole_text", text)
        button.setAccessibleName(text)
        button.setToolTip(plain_tip(text))
        button.clicked.connect(lambda: act())
        self._cut(button)
        return button

    def _cut(self, button: QPushButton) -> None:
        """Cut the text of a button where it has no room; the whole stands in its tool tip."""
        room = self.width() - 2 * space(5) - button.iconSize().width() - space(8)
        text = button.fontMetrics().elidedText(
            button.property("whole_text"), Qt.TextElideMode.ElideRight, max(space(20), room)
        )
        button.setText(text.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._buttons:
            self._cut(button)

    def _tried_text(self, query: Query) -> str:
        """Return what was looked for, in sentences."""
        if not any(not word.excluded for word in query.words):
            return self.tr("No record of this kind matches these filters.")
        if query.is_exact:
            says = self.tr("Searched with exact spelling, whole words only.")
        else:
            says = self.tr(
                "Searched for whole words and beginnings of words in all texts, other spellings and"
                " scripts, similar sounds, and some of the words."
            )
        if query.filters:
            says = f"{says} {self.tr('Only records that match the filters above were searched.')}"
        return says
