"""The glyphs by meaning, one family (Material Design Icons); only here is QtAwesome imported.

An icon takes its colour from the application's palette each time it is painted, so that it is
right after a change of theme without anyone setting it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import qtawesome
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
    QPixmapCache,
)

from desktop.style.theme import color

GLYPHS: Final[Mapping[str, str]] = {
    "person": "account",
    "people": "account-multiple-outline",
    "organization": "bank-outline",
    "agreement": "file-sign",
    "event": "calendar-blank-outline",
    "timeline": "timeline-clock-outline",
    "office": "seat-outline",
    "country": "flag-outline",
    "source": "format-quote-close",
    "note": "note-text-outline",
    "topic": "tag-outline",
    "attachment": "paperclip",
    "link": "link-variant",
    "place": "map-marker-outline",
    "phone": "phone-outline",
    "email": "email-outline",
    "back": "arrow-left",
    "forward": "arrow-right",
    "new": "plus",
    "add": "plus",
    "search": "magnify",
    "exact": "format-letter-matches",
    "view": "bookmark-outline",
    "clear": "close-circle",
    "close": "close",
    "as-of": "calendar-clock",
    "ceiling": "shield-outline",
    "print": "printer-outline",
    "save-as": "file-pdf-box",
    "document": "file-word-outline",
    "lock": "lock-outline",
    "preferences": "cog-outline",
    "unlock": "lock-open-outline",
    "edit": "pencil-outline",
    "save": "content-save-outline",
    "delete": "trash-can-outline",
    "undo": "undo",
    "redo": "redo",
    "history": "history",
    "import": "import",
    "export": "export",
    "merge": "call-merge",
    "intake": "text-box-search-outline",
    "duplicates": "account-multiple-check-outline",
    "check": "clipboard-check-outline",
    "backup": "database-outline",
    "open": "folder-open-outline",
    "sample": "star-outline",
    "settings": "cog-outline",
    "help": "help-circle-outline",
    "columns": "view-column-outline",
    "filter": "filter-outline",
    "lanes": "swap-vertical",
    "today": "calendar-today-outline",
    "pages": "dock-left",
    "copy": "content-copy",
    "changed": "file-compare",
    "zoom-in": "magnify-plus-outline",
    "zoom-out": "magnify-minus-outline",
    "zoom-all": "fit-to-page-outline",
    "up": "chevron-up",
    "down": "chevron-down",
    "rising": "menu-down",  # from A on top to Z below
    "falling": "menu-up",
    "fill-down": "arrow-collapse-down",
    "previous": "chevron-left",
    "next": "chevron-right",
    "info": "information-outline",
    "warn": "alert-outline",
    "error": "alert-circle-outline",
    "done": "check-circle-outline",
}

_FAMILY: Final = "mdi6"
_FONT: Final = "materialdesignicons6-webfont"
_FILL: Final = 0.96  # of the height: the glyphs of the family keep their own margin


class _Glyph(QIconEngine):
    """Paints one glyph in the colour that the palette gives to the state it is in."""

    def __init__(self, meaning: str, tone: str) -> None:
        super().__init__()
        self._glyph = GLYPHS[meaning]
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ink = color(QGuiApplication.palette(), self._tone_of(mode, state)).name()
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), _picture(self._glyph, ink, rect.size(), scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap(size)  # a button that has no room yet
        ink = color(QGuiApplication.palette(), self._tone_of(mode, state)).name()
        return _picture(self._glyph, ink, size, 1.0)

    def _tone_of(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "faint"
        if state == QIcon.State.On and self._tone in ("text", "quiet"):
            return "accent"
        return self._tone

    def clone(self) -> _Glyph:
        copy = _Glyph.__new__(_Glyph)
        QIconEngine.__init__(copy)
        vars(copy).update(vars(self))
        return copy


def icon(meaning: str, tone: str = "text") -> QIcon:
    """Return the icon that stands for a meaning of `GLYPHS`, in a colour of the palette by its
    name.

    The tones "text" and "quiet" turn to the accent where the icon is on, as on the tab in front.
    KeyError for a meaning that the table does not have.
    """
    return QIcon(_Glyph(meaning, tone))


def _picture(glyph: str, ink: str, size: QSize, scale: float) -> QPixmap:
    """Return a glyph in a colour, drawn once: every key repaints the icons of the tabs and of the
    box.
    """
    key = f"{_FAMILY} {glyph} {ink} {size.width()}x{size.height()} {scale}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(size * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QColor(ink))
        painter.setFont(load_family().font(_FAMILY, max(1, round(size.height() * _FILL))))
        letter = load_family().charmap[_FAMILY][glyph]
        # In one that is wider than high, what is left over is the gap before the words.
        square = QSize(min(size.width(), size.height()), size.height())
        painter.drawText(QRect(QPoint(0, 0), square), Qt.AlignmentFlag.AlignCenter, letter)
    QPixmapCache.insert(key, picture)
    return picture


@cache
def load_family() -> Any:
    """Return the font and its letters, read when the first glyph is painted.

    QtAwesome's own functions read and check all twelve fonts that it brings; one is wanted.
    """
    files = qtawesome.get_fonts_info()[1]
    font = next(name for name in files if name.startswith(_FONT))
    letters = font.replace(_FONT, f"{_FONT}-charmap").replace(".ttf", ".json")
    return qtawesome.IconicFont((_FAMILY, font, letters))
