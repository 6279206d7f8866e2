"""The head of a page: name, native form, what the record is, chips, buttons and small timeline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db import Lens, Reading, direction, language_name, native_language, today
from desktop.page.line_label import LineLabel
from desktop.page.page_status import PageStatus, chips, subtitle
from desktop.page.record_strip import RecordStrip
from desktop.page.strip_items import strip_items
from desktop.paper.content.blocks import with_field
from desktop.style.icon_gap import IconButton
from desktop.style.icons import icon
from desktop.style.theme import SIZES, space
from desktop.style.type_of_language import set_type
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pair_layout import PairLayout
from desktop.widgets.plain import PlainLabel, plain_tip

_NATIVE_NAME_PX = 20  # px at 100 %: large letters, but not as heavy as the name


class PageHeader(QWidget):
    """Real widgets with accessible names, above the text of the page and scrolled with it."""

    edit_asked = Signal(str)  # the path of the field to begin with, '' for the first
    print_asked = Signal()
    check_asked = Signal()
    status_asked = Signal()  # whom the agreement binds, and what would follow if
    link_clicked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = LineLabel(SIZES.title, self, bold=True)
        self.native = LineLabel(_NATIVE_NAME_PX, self)
        self.native.setProperty("role", "quiet")
        self.subtitle = LineLabel(15, self)
        self.edit_button = self._button("edit", self.tr("Edit"), "F2")
        self.print_button = self._button("print", self.tr("Print"), "Ctrl+P")
        self.check_button = self._button("check", self.tr("Checked today"), "Ctrl+Shift+T")
        self.status_button = self._button("agreement", self.tr("Status, what if"), "Ctrl+Shift+B")
        self.edit_button.clicked.connect(lambda: self.edit_asked.emit(""))
        for label in (self.title, self.native, self.subtitle):
            label.field_asked.connect(self.edit_asked)
        self.check_button.clicked.connect(self.check_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.status_button.clicked.connect(self.status_asked)
        self.strip = RecordStrip(self)
        self.strip.clicked.connect(self.link_clicked)
        self.chips = QWidget(self)
        self._flow = FlowLayout(self.chips, space(2))
        self._shown_chips: list[QLabel] = []
        self._arrange()

    def _arrange(self) -> None:
        names = PairLayout()
        names.addWidget(self.title)
        names.addWidget(self.native)
        buttons = QWidget(self)
        self._button_flow = row = FlowLayout(buttons, space(1))
        row.addWidget(self.edit_button)
        row.addWidget(self.print_button)
        row.addWidget(self.status_button)
        row.addWidget(self.check_button)
        chip_row = PairLayout(share=0)
        chip_row.addWidget(self.chips)
        chip_row.addWidget(buttons)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, space(6), 0, 0)
        column.setSpacing(space(2))
        column.addLayout(names)
        column.addWidget(self.subtitle)
        column.addLayout(chip_row)
        column.addWidget(self.strip)

    def _button(self, glyph: str, text: str, key: str) -> IconButton:
        button = IconButton(icon(glyph, "accent"), text, self)
        button.setFlat(True)
        button.setAutoDefault(False)
        button.setToolTip(plain_tip(f"{text} ({key})"))
        button.setAccessibleDescription(key)
        return button

    def show_reading(self, reading: Reading, lens: Lens) -> None:
        """Show the head of a record as the lens sees it."""
        record = reading.record
        self.title.show_line(with_field(record.title, "title"))
        name = next((name for name in record.names if name.kind == "native"), None)
        native = name.text if name else ""
        language = (name.language or native_language(native, record.country)) if name else ""
        self.native.show_line(with_field(native, "native"))
        self.native.setFont(set_type(self.native.font(), language))
        word = language_name(language)
        self.native.setToolTip(plain_tip(word))
        self.native.setAccessibleDescription(word)
        is_rtl = direction(native) == "rtl"
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        self.native.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.subtitle.show_line(subtitle(reading, lens))
        self._show_chips(chips(reading, lens))
        self.status_button.setVisible(record.KIND == "agreement")
        self.check_button.setVisible(record.checked_on != today())
        self._button_flow.reflow()
        self.strip.show_items(strip_items(reading, lens), lens.as_of)
        # Now, not when Qt comes to it: the page asks at once how high the head is.
        self._column.activate()

    def lines(self) -> list[str]:
        """Return name, native name and what the record is, for the clipboard."""
        labels = (self.title, self.native, self.subtitle)
        return [label.accessibleName() for label in labels if label.accessibleName()]

    def clear(self, lens: Lens) -> None:
        """Say nothing of the record that was on show: it may lie above the ceiling now."""
        for label in (self.title, self.native, self.subtitle):
            label.show_line("")
        self._show_chips([])
        self.strip.show_items([], lens.as_of)

    def _show_chips(self, standings: list[PageStatus]) -> None:
        """Show these; chips are kept and said anew, for a new one costs the sheet its look."""
        spare = self._shown_chips
        self._shown_chips = []
        while self._flow.takeAt(0) is not None:
            pass
        for text, tone, field in standings:
            chip = next((each for each in spare if each.property("chip") == tone), None)
            if chip is None:
                chip = PlainLabel(self.chips)
                chip.setProperty("chip", tone)
                chip.installEventFilter(self)
            else:
                spare.remove(chip)
            chip.setText(text)
            chip.setProperty("field", field)
            self._flow.addWidget(chip)
            chip.show()
            self._shown_chips.append(chip)
        for chip in spare:
            chip.hide()
            chip.deleteLater()
        self._flow.reflow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the field of a chip that is clicked twice."""
        field = watched.property("field")
        if event.type() == QEvent.Type.MouseButtonDblClick and field:
            self.edit_asked.emit(field)
            return True
        return bool(super().eventFilter(watched, event))

    def restyle(self) -> None:
        """Take the sizes of the text from the theme anew."""
        for label in (self.title, self.native, self.subtitle):
            label.restyle()
        self.strip.arrange()
