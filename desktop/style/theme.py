"""The look: one palette of our own in light and dark, spacing, text sizes and the one stylesheet.

The application makes one `Theme`; painters ask `colors_of(widget.palette())` for the colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.style.palette import DARK, LIGHT
from desktop.style.stylesheet import stylesheet

if TYPE_CHECKING:
    from desktop.style.palette import Colors

STEP_PX: Final = 4  # px; every space is a multiple of it
BODY_PX: Final = 13  # px at 100 %


class TextSizes(NamedTuple):
    """The three text sizes in px at 100 %."""

    small: int = 11
    body: int = BODY_PX
    title: int = 24


SIZES: Final = TextSizes()

_FORCED: Final[Mapping[str, Qt.ColorScheme]] = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

_ROLES: Final[Mapping[QPalette.ColorRole, str]] = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}
_DIMMED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def space(steps: int) -> int:
    """Return so many steps of spacing, in px."""
    return steps * STEP_PX


def palette_of(colors: Colors) -> QPalette:
    """Return the palette that Qt's own drawing takes its colours from."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colors, name)))
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.faint))
    return palette


def colors_of(palette: QPalette) -> Colors:
    """Return the colours that belong to a widget's palette: dark ones on a dark window."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def color(palette: QPalette, name: str) -> QColor:
    """Return one colour of the palette by its name in `Colors`, ready to paint with."""
    return QColor(getattr(colors_of(palette), name))


def font_of_size(font: QFont, size: int) -> QFont:
    """Return a copy of the application's body font in one of `SIZES`, scaled as the body is."""
    scaled = QFont(font)
    body = QApplication.font().pixelSize()
    scaled.setPixelSize(round(size * (body if body > 0 else BODY_PX) / BODY_PX))
    return scaled


def tabular(font: QFont) -> QFont:
    """Return a copy of a font whose figures are all as wide as each other, where the font can."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


class Theme(QObject):
    """Keeps an application in the palette that the officer or the system asks for.

    `changed` is emitted after the colours or the text size have been put on.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        self._percent = 100
        app.setStyle("Fusion")
        self._system = app.styleHints().colorScheme()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._put_on()

    @property
    def colors(self) -> Colors:
        """The colours in force."""
        scheme = _FORCED.get(self._choice, self._system)
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def choose(self, choice: str) -> None:
        """Take `light`, `dark` or `system`, which follows the system as it changes."""
        if choice != "system" and choice not in _FORCED:
            raise ValueError(f"{choice!r} is no colour scheme")
        self._choice = choice
        hints = self._app.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
            self._system = hints.colorScheme()
        else:
            # Also the window frame and the system's own dialogs follow.
            hints.setColorScheme(_FORCED[choice])
        self._put_on()

    def resize(self, percent: int) -> None:
        """Set all text to so many per cent of its normal size, 75 to 200."""
        self._percent = max(75, min(200, percent))
        self._put_on()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._system = scheme
            self._put_on()

    def _put_on(self) -> None:
        font = QFont(self._app.font())
        body = round(BODY_PX * self._percent / 100)
        font.setPixelSize(body)
        self._app.setFont(font)
        self._app.setPalette(palette_of(self.colors))
        small = round(SIZES.small * self._percent / 100)
        self._app.setStyleSheet(stylesheet(self.colors, body, small))
        self.changed.emit()
