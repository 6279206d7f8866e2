"""What can be done and chosen in the preview: printer and files first; form, ceiling and paper,
zoom, page, and words to look for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from db import MARKINGS
from desktop.preview.pages.page_layout import FIT_PAGE, FIT_WIDTH, Zoom
from desktop.preview.pages.page_number import PageNumber
from desktop.style.icon_gap import IconButton, fit_icon
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.plain import PlainLabel, plain_tip

PAPERS: Final = {
    "a4": QT_TRANSLATE_NOOP("Preview", "A4"),
    "us-letter": QT_TRANSLATE_NOOP("Preview", "US Letter"),
}
FITS: Final = {
    FIT_WIDTH: QT_TRANSLATE_NOOP("Preview", "Fit width"),
    FIT_PAGE: QT_TRANSLATE_NOOP("Preview", "Fit page"),
}
# Heights of a line, from which width on every button has room for its words.
_MIN_WIDE_LINE_HEIGHTS: Final = 40
_PERCENTS: Final = (50, 75, 100, 125, 150, 200, 300, 400)


def tip_with_key(text: str, key: str) -> str:
    """Return a tool tip with the key that does the same.

    >>> tip_with_key("Print", "Ctrl+P")
    'Print (Ctrl+P)'
    """
    return f"{text} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})"


class BarActionSpec(NamedTuple):
    """What a button does: its name in code, its text and its key for people."""

    name: str
    text: str
    glyph: str
    key: str
    act: Callable[[], object]


class GlyphButton(QToolButton):
    """A button of one glyph, as large as the text beside it."""

    def __init__(self, glyph: str, text: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(icon(glyph))
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(tip_with_key(text, key)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))


class SearchLine(QLineEdit):
    """Enter and Shift+Enter go from hit to hit, Escape empties the line."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PreviewBar(QWidget):
    """`form_chosen`, `ceiling_chosen` and `paper_chosen` give what is wanted now; `zoom_wanted` a
    `Zoom` and `zoom_stepped` a step; `page_wanted` a page counted from 0; `looked_for` words;
    `hit_stepped` a step from hit to hit; `thumbnails_wanted` whether they are to be shown.
    """

    form_chosen = Signal(str)
    ceiling_chosen = Signal(int)
    paper_chosen = Signal(str)
    zoom_wanted = Signal(object)
    zoom_stepped = Signal(int)
    page_wanted = Signal(int)
    looked_for = Signal(str)
    hit_stepped = Signal(int)
    thumbnails_wanted = Signal(bool)

    def __init__(self, parent: QWidget, actions: Sequence[BarActionSpec]) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, space(3))
        self._flow.setContentsMargins(space(3), space(2), space(3), space(2))
        self._specs = actions
        self.buttons = {spec.name: self._action_button(spec) for spec in actions}
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self.form = self._combo(self.tr("&Form"))
        self.form.activated.connect(lambda: self.form_chosen.emit(self.form.currentData()))
        self.ceiling = self._combo(self.tr("&Ceiling"))
        self.ceiling.activated.connect(lambda: self.ceiling_chosen.emit(self.ceiling.currentData()))
        self.paper = self._combo(self.tr("Pa&per"))
        for name, text in PAPERS.items():
            self.paper.addItem(QCoreApplication.translate("Preview", text), name)
        self.paper.activated.connect(lambda: self.paper_chosen.emit(self.paper.currentData()))
        self._add_zoom()
        self._add_pages()
        self._add_search()

    # making

    def _group(self, *widgets: QWidget) -> QWidget:
        """Return widgets that stay side by side where the bar breaks."""
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1))
        for widget in widgets:
            row.addWidget(widget)
        self._flow.addWidget(group)
        return group

    def _combo(self, text: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setAccessibleName(text.replace("&", ""))
        label = PlainLabel(self, text)
        label.setBuddy(combo)
        self._group(label, combo)
        return combo

    def _action_button(self, spec: BarActionSpec) -> IconButton:
        button = IconButton(icon(spec.glyph), spec.text, self)
        name = spec.text.replace("&", "").rstrip("…")
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(tip_with_key(name, spec.key)))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: spec.act())
        QShortcut(QKeySequence(spec.key), self, button.click)
        return button

    def _button(self, glyph: str, text: str, key: str, act: Callable[[], object]) -> GlyphButton:
        button = GlyphButton(glyph, text, key, self)
        button.clicked.connect(lambda: act())
        QShortcut(QKeySequence(key), self, button.click)  # a button's own would wait a moment
        return button

    def _add_zoom(self) -> None:
        smaller = self._button(
            "zoom-out", self.tr("Smaller"), "Ctrl+-", lambda: self.zoom_stepped.emit(-1)
        )
        self.zoom = QComboBox(self)
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setToolTip(self.tr("Zoom: Ctrl+1 fits the width, Ctrl+2 the page"))
        for fit, text in FITS.items():
            self.zoom.addItem(QCoreApplication.translate("Preview", text), Zoom(fit))
        for percent in _PERCENTS:
            self.zoom.addItem(f"{percent} %", Zoom("", percent / 100))
        self.zoom.setMinimumContentsLength(10)
        self.zoom.activated.connect(lambda: self.zoom_wanted.emit(self.zoom.currentData()))
        larger = self._button(
            "zoom-in", self.tr("Larger"), "Ctrl++", lambda: self.zoom_stepped.emit(1)
        )
        self._group(smaller, self.zoom, larger)

    def _add_pages(self) -> None:
        self.thumbnails = self._button(
            "pages",
            self.tr("Thumbnails"),
            "F9",
            lambda: self.thumbnails_wanted.emit(self.thumbnails.isChecked()),
        )
        self.thumbnails.setCheckable(True)
        self.page = PageNumber(self)
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setToolTip(plain_tip(tip_with_key(self.tr("Go to page"), "Ctrl+G")))
        self.page.chosen.connect(lambda number: self.page_wanted.emit(number - 1))
        label = PlainLabel(self, self.tr("Pa&ge"))
        label.setBuddy(self.page)
        self.of_pages = PlainLabel(self)
        self._group(self.thumbnails, label, self.page, self.of_pages)

    def _add_search(self) -> None:
        self.search = SearchLine(self)
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find in the document"))
        self.search.setToolTip(plain_tip(tip_with_key(self.tr("Find in the document"), "Ctrl+F")))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(space(45))
        self.search.textChanged.connect(self.looked_for)
        self.search.stepped.connect(self.hit_stepped)
        before = self._button(
            "up", self.tr("Previous match"), "Shift+F3", lambda: self.hit_stepped.emit(-1)
        )
        after = self._button("down", self.tr("Next match"), "F3", lambda: self.hit_stepped.emit(1))
        self.hit_buttons = (before, after)
        self.hits = PlainLabel(self, role="quiet")
        self.hits.setMinimumWidth(self.fontMetrics().horizontalAdvance("000 / 0000"))
        self._group(self.search, before, after, self.hits)
        self.show_hits("", 0, 0)

    # showing

    def show_forms(self, forms: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show the forms, each by its name in the table and for people."""
        self.form.clear()
        for name, text in forms:
            self.form.addItem(text, name)
        self.form.setCurrentIndex(self.form.findData(chosen))

    def show_ceilings(self, highest: int, chosen: int) -> None:
        """Show the markings up to the ceiling of the window."""
        self.ceiling.clear()
        for level, word in enumerate(MARKINGS[: highest + 1]):
            self.ceiling.addItem(word.capitalize(), level)
        self.ceiling.setCurrentIndex(self.ceiling.findData(chosen))

    def show_paper(self, paper: str) -> None:
        """Show the paper that is chosen."""
        self.paper.setCurrentIndex(self.paper.findData(paper))

    def show_zoom(self, zoom: Zoom, factor: float) -> None:
        """Show the zoom in force: fitted, one of the list, or any other written out."""
        at = next((n for n in range(self.zoom.count()) if self.zoom.itemData(n) == zoom), -1)
        self.zoom.setCurrentIndex(at)
        if at < 0:
            self.zoom.setPlaceholderText(f"{round(factor * 100)} %")

    def show_page(self, page: int, count: int) -> None:
        """Show the page in front, counted from 0, of how many."""
        self.page.show_page(page + 1, count)
        total = QLocale().toString(count)
        self.of_pages.setText(self.tr("of {count}").format(count=total))
        text = self.tr("Page {number} of {count}").format(number=page + 1, count=total)
        self.page.setAccessibleName(text)

    def show_hits(self, words: str, at: int, count: int, *, is_whole: bool = True) -> None:
        """Show which hit of how many is chosen; more may be found until the whole was looked
        through.
        """
        text = ""
        if count:
            text = self.tr("{at} of {count}").format(
                at=QLocale().toString(at),
                count=f"{QLocale().toString(count)}{'' if is_whole else '+'}",
            )
        elif words:
            text = self.tr("Not found") if is_whole else self.tr("Searching…")
        self.hits.setText(text)
        self.hits.setAccessibleName(text)
        for button in self.hit_buttons:
            button.setEnabled(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the buttons after the first, in a narrow window, glyphs alone."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= _MIN_WIDE_LINE_HEIGHTS * self.fontMetrics().height()
        for number, spec in enumerate(self._specs):
            button = self.buttons[spec.name]
            button.setText(spec.text if is_wide or not number else "")
            fit_icon(button)
