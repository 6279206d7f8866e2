"""How a table file is read: sheet, encoding, row of the headings, order of day and month, mark of
decimals, and whether what rows name is made. The import dialog shows it above the columns.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from db import FileLook, FileReading, Mapping, creates, typed_day_first
from desktop.importing.import_words import ENCODINGS, encoding_text
from desktop.style.theme import space
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.plain import PlainLabel

MAX_HEADER_ROW = 999  # rows


class ReadingBar(QWidget):
    """`sheet_chosen`, `encoding_chosen` and `header_chosen` give what the file is read by,
    `order_chosen` (day first, month first, or None: as the file shows), `decimal_chosen` (point,
    comma, or None) and `create_chosen` what its map says.
    """

    sheet_chosen = Signal(object)
    encoding_chosen = Signal(object)
    header_chosen = Signal(int)
    order_chosen = Signal(object)
    decimal_chosen = Signal(object)
    create_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = QComboBox(self)
        self.encoding = QComboBox(self)
        self.header = QSpinBox(self)
        self.header.setRange(0, MAX_HEADER_ROW)
        self.header.setSpecialValueText(self.tr("none"))
        self.header.setKeyboardTracking(False)
        self.order = QComboBox(self)
        for text, day_first in (
            (self._order_of_file(), None),
            (self.tr("day first: 3 April"), True),
            (self.tr("month first: 4 March"), False),
        ):
            self.order.addItem(text, day_first)
        self.decimal = QComboBox(self)
        for text, mark in (
            (self.tr("as the file shows"), None),
            (self.tr("point before decimals: 1,234.50"), "."),
            (self.tr("comma before decimals: 1.234,50"), ","),
        ):
            self.decimal.addItem(text, mark)
        self.create_missing = QCheckBox(self.tr("Create what is missi&ng"), self)
        self.create_missing.setToolTip(
            self.tr("People, bodies and offices that rows name and the desk has not are made.")
        )
        self._pairs: dict[QWidget, QWidget] = {}
        line = FlowLayout(self, gap=space(4))
        for text, widget in (
            (self.tr("S&heet"), self.sheet),
            (self.tr("&Encoding"), self.encoding),
            (self.tr("Headings in &row"), self.header),
            (self.tr("&Dates like 03/04/2025"), self.order),
            (self.tr("Sums &like 1.234"), self.decimal),
        ):
            line.addWidget(self._pair(text, widget))
        line.addWidget(self.create_missing)
        for box in (self.sheet, self.encoding, self.order, self.decimal):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheet.activated.connect(lambda _: self.sheet_chosen.emit(self.sheet.currentData()))
        self.encoding.activated.connect(
            lambda _: self.encoding_chosen.emit(self.encoding.currentData())
        )
        self.header.valueChanged.connect(self.header_chosen)
        self.order.activated.connect(lambda _: self.order_chosen.emit(self.order.currentData()))
        self.decimal.activated.connect(
            lambda _: self.decimal_chosen.emit(self.decimal.currentData())
        )
        self.create_missing.clicked.connect(self._choose_create)
        self.show_file(None, FileReading(), None)

    def show_file(self, look: FileLook | None, how: FileReading, mapping: Mapping | None) -> None:
        """Show how a file is read; what does not apply to it is hidden."""
        is_table = look is not None and not look.lists
        self._show(self.sheet, bool(look and len(look.sheets) > 1))
        self._show(self.encoding, bool(is_table and look and look.delimiter))
        self._show(self.header, is_table)
        self._show(self.order, is_table and mapping is not None)
        has_sums = mapping is not None and "value" in mapping.fields
        self._show(self.decimal, is_table and has_sums)
        self.create_missing.setVisible(is_table and mapping is not None)
        if look is not None:
            self._show_look(look, how)
        if mapping is not None:
            day_first = how.mapping.day_first if how.mapping else None
            self.order.setCurrentIndex(self.order.findData(day_first))
            self.decimal.setCurrentIndex(self.decimal.findData(mapping.decimal))
            kinds = creates(mapping)
            states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
            self.create_missing.setCheckState(states.get(kinds is True, Qt.CheckState.Unchecked))
            if kinds is None:
                self.create_missing.setCheckState(Qt.CheckState.PartiallyChecked)

    def _order_of_file(self) -> str:
        """Say what holds where nobody says the order: the file, and where that is silent the
        desk.
        """
        says: dict[bool | None, str] = {
            True: self.tr("as the file shows, else day first (this desk)"),
            False: self.tr("as the file shows, else month first (this desk)"),
        }
        return says.get(typed_day_first(), self.tr("as the file shows"))

    def _show_look(self, look: FileLook, how: FileReading) -> None:
        self.sheet.clear()
        for title in look.sheets:
            self.sheet.addItem(title, title)
        self.sheet.setCurrentIndex(self.sheet.findData(look.sheet))
        self.encoding.clear()
        found = encoding_text(look.encoding)
        detected = self.tr("detected: {encoding}").format(encoding=found)
        self.encoding.addItem(self.tr("detected") if how.encoding else detected, None)
        for name in ENCODINGS:
            self.encoding.addItem(encoding_text(name), name)
        if how.encoding and self.encoding.findData(how.encoding) < 0:
            self.encoding.addItem(encoding_text(how.encoding), how.encoding)
        self.encoding.setCurrentIndex(self.encoding.findData(how.encoding))
        self.header.blockSignals(True)
        self.header.setValue(look.header_row)
        self.header.blockSignals(False)

    def _pair(self, text: str, widget: QWidget) -> QWidget:
        """Return a field with its name before it, which no break of the line parts."""
        pair = self._pairs[widget] = QWidget(self)
        label = PlainLabel(pair, text)
        label.setBuddy(widget)
        widget.setAccessibleName(text.replace("&", ""))
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(1))
        line.addWidget(label)
        line.addWidget(widget)
        return pair

    def _show(self, widget: QWidget, wanted: bool) -> None:
        self._pairs[widget].setVisible(wanted)

    def _choose_create(self) -> None:
        """Take the tick as one for all: one for a part is only what a map says."""
        self.create_missing.setTristate(False)
        self.create_chosen.emit(self.create_missing.isChecked())
