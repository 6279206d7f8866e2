"""The table in which a column's target is chosen: a drop-down a row, or the keyboard alone.

Letters choose what the current column becomes, digits go to a column by its number.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from db import fold
from desktop.background.delay import TARGET_PAUSE_MS, Delay
from desktop.importing.column_model import BECOMES, COLUMN, EXAMPLE, ColumnModel
from desktop.style.theme import space

Index = QModelIndex | QPersistentModelIndex
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_F4)


class ColumnTable(QTableView):
    """The current cell is always what a column becomes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = ColumnModel(self)
        self._typed = ""
        self._settling = Delay(self, TARGET_PAUSE_MS, self.settle)
        self.setModel(self.columns)
        self.setItemDelegateForColumn(BECOMES, TargetDelegate(self))
        self.setProperty("plain", True)
        self.setAccessibleName(self.tr("Which column becomes what"))
        if (corner := self.findChild(QAbstractButton)) is not None:
            corner.setAccessibleName(self.tr("All columns"))
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + space(3))
        self.verticalHeader().setHighlightSections(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(EXAMPLE, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(COLUMN, space(52))
        self.setColumnWidth(BECOMES, space(52))
        self.clicked.connect(self._open_target)
        self.columns.modelReset.connect(self._stand_on_doubtful)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.settle()
        opens = event.key() in _OPENING or (
            event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if opens and not self._typed and self.currentIndex().isValid():
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        goes_on = self._typed.isdecimal() == search.isdecimal()
        self._typed = self._typed + search if goes_on else search
        self._settling.start()
        if self._typed.isdecimal():
            self._go_to(int(self._typed) - 1)
        else:
            self._await(self._typed)

    def settle(self) -> None:
        """Let the column become what was typed; not with each letter, since another column may
        have to give way.
        """
        self._settling.stop()
        self._typed, awaited = "", self.columns.awaited
        self.columns.await_target(-1, "")
        if awaited is not None:
            row, target = awaited
            self.columns.setData(self.columns.index(row, BECOMES), target)

    def _go_to(self, row: int) -> None:
        self.columns.await_target(-1, "")
        if 0 <= row < self.columns.rowCount():
            self.setCurrentIndex(self.columns.index(row, BECOMES))

    def _await(self, text: str) -> None:
        """Show the first target whose name begins so; it is chosen when typing pauses."""
        index = self.currentIndex()
        beginning = fold(text)
        if not index.isValid() or not beginning:
            return
        for target in self.columns.targets(index.row()):
            if fold(self.columns.name_of(target)).startswith(beginning):
                self.columns.await_target(index.row(), target)
                return

    def _open_target(self, index: QModelIndex) -> None:
        if index.column() == BECOMES:
            self.edit(index)

    def _stand_on_doubtful(self) -> None:
        self._go_to(self.columns.first_doubtful_row())


class TargetDelegate(QStyledItemDelegate):
    """Paints what a column becomes as a drop-down, and is one once it is opened."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._sample = QComboBox(table)  # never shown: the stylesheet dresses what is painted by it
        self._sample.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sample.hide()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not _model(index).targets(index.row()):
            super().paint(painter, option, index)
            return
        style = QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        box = QStyleOptionComboBox()
        box.rect = option.rect.adjusted(1, 1, -1, -1)
        box.palette = option.palette
        box.direction = option.direction
        box.fontMetrics = option.fontMetrics
        box.currentText = str(index.data() or "")
        box.state = QStyle.StateFlag.State_Enabled | (
            option.state & QStyle.StateFlag.State_HasFocus
        )
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, box, painter, self._sample)
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, box, painter, self._sample)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + space(6), size.height() + space(1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        model = _model(index)
        line = model.lines[index.row()]
        says = self.tr("What the column {column} becomes")
        box.setAccessibleName(says.format(column=line.source))
        for target in model.targets(index.row()):
            box.addItem(model.choice_text(index.row(), target), target)
        view = box.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + space(8))
        box.activated.connect(lambda _row: self._finish(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        box = cast(QComboBox, editor)
        if box.property("opened"):
            return  # a preview that ends must not touch what is being chosen
        box.setProperty("opened", True)
        box.setCurrentIndex(box.findData(index.data(Qt.ItemDataRole.EditRole)))
        box.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, cast(QComboBox, editor).currentData())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(QRect(option.rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            return False  # the list of the drop-down has it now
        return super().eventFilter(editor, event)

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)


def _model(index: Index) -> ColumnModel:
    return cast(ColumnModel, index.model())
