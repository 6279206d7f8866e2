"""An editor with its label and, below, the place for a problem; forms and tables have them."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.editors.field_edits import Editor, make_editor
from desktop.editors.field_texts import translated_text
from desktop.editors.record_picker import PickerDesk
from desktop.editors.suggest_line import SuggestLine
from desktop.fields.field_contents import Content, Unread, reading
from desktop.fields.field_types import FormField
from desktop.style.theme import SIZES, font_of_size, space
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.plain import PlainLabel

#: How wide a field may grow, in steps, by its sort; others take what there is.
MAX_WIDTHS = {"choice": 64, "marking": 40, "date": 80, "day": 80, "country": 80, "number": 24}

_NEWS_SORTS = ("ref", "office", "choice")  # of which something new can be named


def leaf(widget: QWidget) -> QWidget:
    """Return the widget that takes the focus for another, whose place in the order of Tab
    counts.
    """
    inner = widget.focusProxy()
    return leaf(inner) if inner is not None else widget


class LabelledEdit(QWidget):
    """One field of a form; its `label` stands where the layout puts it."""

    edited = Signal()

    def __init__(self, field: FormField, desk: PickerDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = PlainLabel(self, translated_text(field.label))
        self.editor: Editor = make_editor(field, desk, self)
        self._problem = PlainLabel(self, role="error", wraps=True)
        self._problem.hide()
        self._news = PlainLabel(self)  # that a word or a record is new
        self._news.setWordWrap(True)
        self._news.setProperty("role", "small")
        self._news.hide()
        self._hint = PlainLabel(self, role="small", wraps=True)  # how it reads, what a check says
        self._hint.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(1))
        self._column.addWidget(self.widget)
        self._column.addWidget(self._problem)
        self._column.addWidget(self._news)
        self._column.addWidget(self._hint)
        self._dress()
        self.editor.edited.connect(self._clear_problem)
        if isinstance(self.editor, SuggestLine):
            self.editor.refused.connect(self.show_problem)
        if isinstance(self.editor, QComboBox) and (line := self.editor.lineEdit()) is not None:
            line.textChanged.connect(self._show_news)  # a word is completed after it was edited
        if isinstance(self.editor, QLineEdit):
            self.editor.editingFinished.connect(self._show_problem_on_leaving)

    @property
    def widget(self) -> QWidget:
        """The editor as a widget."""
        return cast(QWidget, self.editor)

    def content(self) -> Content:
        """Return what the field holds."""
        return self.editor.content()

    def set_content(self, content: Content) -> None:
        """Show a content, free of problems."""
        self.editor.set_content(content)
        self.show_problem("")
        self._show_news()

    def show_problem(self, says: str) -> None:
        """Show a sentence below the editor and frames it; '' takes both away."""
        shown_by_editor = isinstance(self.editor, DateEdit) and says == self.editor.refusal()
        self._problem.setText("" if shown_by_editor else says)
        self._problem.setVisible(bool(self._problem.text()))
        line = leaf(self.widget)
        if line.property("refused") != bool(says):
            line.setProperty("refused", bool(says))
            line.style().unpolish(line)
            line.style().polish(line)
        line.setAccessibleDescription(says or translated_text(self.field.hint))

    def problem(self) -> str:
        """Return the sentence on show."""
        return self._problem.text()

    def show_hint(self, says: str) -> None:
        """Say below the editor how a rule reads, or what is worth a look; '' for nothing."""
        self._hint.setText(says)
        self._hint.setVisible(bool(says))
        if not self._problem.text():
            leaf(self.widget).setAccessibleDescription(says or translated_text(self.field.hint))

    def hint(self) -> str:
        """Return what is said below the editor that is no problem."""
        return self._hint.text()

    def hang_below(self, widget: QWidget) -> None:
        """Put a widget under the editor, after its problem, and next to it in the order of Tab."""
        self._column.addWidget(widget)
        self.setTabOrder(leaf(self.widget), widget)

    def finish(self) -> None:
        """Settle what was typed, as leaving the field does."""
        if isinstance(self.editor, SuggestLine):
            self.editor.close_list()
            self.editor.settle()

    def news(self) -> str:
        """Return what is said of a new word or record; '' while there is none."""
        return self._news.text()

    def _show_news(self) -> None:
        content = self.editor.content() if self.field.sort in _NEWS_SORTS else None
        says = "" if isinstance(content, Unread) else reading(self.field, content)
        self._news.setText(says)
        self._news.setVisible(bool(says))

    def _clear_problem(self) -> None:
        self.show_problem("")
        self._show_news()
        self.edited.emit()

    def _show_problem_on_leaving(self) -> None:
        content = self.editor.content()
        if isinstance(content, Unread):
            self.show_problem(content.why)

    def _dress(self) -> None:
        widget, name = self.widget, translated_text(self.field.label)
        self.setFocusProxy(leaf(widget))
        self.label.setBuddy(widget)
        self.label.setProperty("role", "quiet")
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        if isinstance(widget, DateEdit):
            widget.name(name)
        else:
            widget.setAccessibleName(name)
        if hasattr(widget, "setPlaceholderText") and self.field.hint:
            widget.setPlaceholderText(translated_text(self.field.hint))
        if self.field.is_title:
            font = font_of_size(self.font(), SIZES.title)
            font.setBold(True)
            widget.setFont(font)
        widest = MAX_WIDTHS.get(self.field.sort)
        if widest:
            self.setMaximumWidth(space(widest) * max(1, self.fontMetrics().height() // 16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
