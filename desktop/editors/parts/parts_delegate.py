"""Edits and paints the cells of a parts table: editors by column, a frame for a problem."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.editors.field_edits import AmountLine, ComboLine, Editor, make_editor
from desktop.editors.field_texts import translated_text
from desktop.editors.office_picker import OfficePicker
from desktop.editors.parts.parts_model import PROBLEM, Index, PartsModel
from desktop.editors.record_picker import PickerDesk
from desktop.editors.suggest_line import SuggestLine
from desktop.editors.word_lines import SourceLine
from desktop.fields.copied_blocks import is_block
from desktop.fields.field_contents import Content
from desktop.style.theme import color, space

_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FILLED = "filled"
NEXT_ROW, FILL_DOWN, PASTE = "next row", "fill down", "paste"


def cell_command(event: QKeyEvent) -> str:
    """Return what a key asks of the table, whether a cell is open or not; '' for nothing."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return PASTE
    if (
        event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        != Qt.KeyboardModifier.ControlModifier
    ):
        return ""
    if event.key() in _ENTERS:
        return NEXT_ROW
    return FILL_DOWN if event.key() == Qt.Key.Key_D else ""


_MIN_LINE_HEIGHTS = 18  # line heights: the width that a line for names has at least


class PartsDelegate(QStyledItemDelegate):
    """`stepped` asks for the next (1) or last (-1) cell, `typed` gives what the editor holds.

    `opened` tells the row in which an editor opens, `commanded` a key that is the table's.
    """

    stepped = Signal(int)
    commanded = Signal(str)
    typed = Signal(object)
    refused = Signal(str)
    opened = Signal(int)

    def __init__(self, desk: PickerDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open: QWidget | None = None

    @property
    def open_editor(self) -> QWidget | None:
        """The editor that is open, if any."""
        return self._open

    def open_list(self) -> None:
        """Show the list of the editor that is open, if it has one."""
        if isinstance(self._open, SuggestLine | ComboLine):
            self._open.open_list()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = _model(index).field(index)
        editor = make_editor(field, self._desk, parent, in_cell=True)
        widget = cast(QWidget, editor)
        widget.setAccessibleName(translated_text(field.label))
        widget.setAutoFillBackground(True)
        editor.edited.connect(lambda: self.typed.emit(editor.content()))
        if isinstance(editor, AmountLine | OfficePicker):
            editor.countries = _model(index).countries()
        if isinstance(editor, SuggestLine):
            editor.taken.connect(lambda: self._finish(widget))
            editor.refused.connect(self.refused)
        self._open = widget
        return widget

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if self._open is editor:
            self._open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor.property(_FILLED):
            return  # a change of the model must not touch what is being typed
        editor.setProperty(_FILLED, True)
        model = _model(index)
        if index.row() < len(model.rows):
            cast(Editor, editor).set_content(index.data(Qt.ItemDataRole.EditRole))
        else:
            cast(Editor, editor).set_content(model.empty_content(index))
        if isinstance(editor, QComboBox) and (line := editor.lineEdit()) is not None:
            line.selectAll()
        elif isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.selectAll()
        self.opened.emit(index.row())

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, SuggestLine):
            editor.settle()
        _model(index).put(index.row(), self.typed_cells(editor, index))

    def typed_cells(self, editor: QWidget, index: Index) -> dict[str, Content]:
        """Return what an editor would put into the cells of its row, by name."""
        content: Content = cast(Editor, editor).content()
        if isinstance(editor, SourceLine):
            return _model(index).source_cells(index.row(), content, editor.picked)
        return {_model(index).field(index).name: content}

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)
        if isinstance(editor, QPlainTextEdit):
            rect.setHeight(editor.height())
        elif isinstance(editor, SuggestLine):  # a name needs room, however narrow its column
            room = cast(QWidget, editor.parent()).width() - rect.x()
            rect.setWidth(
                max(rect.width(), min(_MIN_LINE_HEIGHTS * option.fontMetrics.height(), room))
            )
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and cell_command(event):
            event.accept()  # the table's, before the window's
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if isinstance(editor, QWidget) and self._obey(editor, cell_command(event)):
                return True
            if isinstance(editor, SuggestLine) and editor.wants(event):
                return False
            if isinstance(editor, QWidget) and event.key() in _TABS:
                self.finish(editor)
                self.stepped.emit(_TABS[Qt.Key(event.key())])
                return True
            is_line = isinstance(editor, QWidget) and not isinstance(editor, QPlainTextEdit)
            if is_line and event.key() in _ENTERS:
                self._finish(cast(QWidget, editor))
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        least = option.fontMetrics.height() + space(3)
        return QSize(size.width(), max(size.height() + space(1), least))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.row() >= len(_model(index).rows):
            quiet = color(option.palette, "quiet")
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, quiet)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        frame = "bad" if index.data(PROBLEM) else ""
        if not frame and option.state & QStyle.StateFlag.State_HasFocus:
            frame = "accent"
        if frame:
            painter.save()
            painter.setPen(QPen(color(option.palette, frame), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()

    def finish(self, editor: QWidget) -> None:
        """Take over what an editor shows, the marked line of its list too, and close it."""
        if isinstance(editor, SuggestLine):
            editor.take_before(Qt.Key.Key_Tab)
        if editor is self._open:
            self._finish(editor)

    def _obey(self, editor: QWidget, command: str) -> bool:
        """Close the editor and pass a command on; False where the key is the editor's own."""
        if command == PASTE:
            is_text = isinstance(editor, QPlainTextEdit)
            if not is_block(QGuiApplication.clipboard().text(), lines=not is_text):
                return False
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        elif command:
            self.finish(editor)
        else:
            return False
        self.commanded.emit(command)
        return True

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _model(index: Index) -> PartsModel:
    return cast(PartsModel, index.model())
