"""What every drawing of the timeline needs: painter, plot, scale, palette and font.

Colours and texts are made once for a look, not for each bar.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPalette, QStaticText

from desktop.style.theme import color
from desktop.timeline.timeline_scale import Scale, Tick, Unit, ticks, unit_for

_MARK_GAP_HEIGHTS: Final = 5  # marks stand at least so many heights of text apart
MAX_TEXTS: Final = 4_000  # texts that are kept set


class PaintCache:
    """Colours and set texts of one look; a band keeps it until fonts or colours change.

    An opaque one is for paper and pictures: what reads these draws gradients that let something
    through as if they did not.
    """

    def __init__(self, *, is_opaque: bool = False) -> None:
        self._is_opaque = is_opaque
        self._colors: dict[tuple[str, float], QColor] = {}
        self._texts: dict[str, QStaticText] = {}

    def color(self, palette: QPalette, name: str, opacity: float) -> QColor:
        """Return a colour of the palette, more or less see-through; not to be changed."""
        found = self._colors.get((name, opacity))
        if found is None:
            found = color(palette, name)
            if self._is_opaque:
                found = _over(color(palette, "surface"), found, opacity)
            else:
                found.setAlphaF(opacity)
            self._colors[name, opacity] = found
        return found

    def text(self, text: str, font: QFont) -> QStaticText:
        """Return a text that is set already."""
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) > MAX_TEXTS:
                self._texts.clear()
            found = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(font=font)
            self._texts[text] = found
        return found


def _over(ground: QColor, tone: QColor, opacity: float) -> QColor:
    """Return what a see-through colour looks like over a ground."""
    return QColor.fromRgbF(
        ground.redF() + (tone.redF() - ground.redF()) * opacity,
        ground.greenF() + (tone.greenF() - ground.greenF()) * opacity,
        ground.blueF() + (tone.blueF() - ground.blueF()) * opacity,
    )


def in_pixels(font: QFont) -> QFont:
    """Return a font sized in px: in points it would be larger on paper as its dots are finer."""
    sized = QFont(font)
    sized.setPixelSize(QFontInfo(font).pixelSize())
    return sized


@dataclass(slots=True)
class Canvas:
    """What every drawing needs: the painter, the plot in px of the widget, scale and palette."""

    painter: QPainter
    plot: QRectF
    scale: Scale
    palette: QPalette
    font: QFont
    cache: PaintCache = field(default_factory=PaintCache)

    def color(self, name: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the palette, more or less see-through."""
        return self.cache.color(self.palette, name, opacity)

    def x_of(self, day: float) -> float:
        """Say where a day begins in the widget."""
        return self.plot.left() + self.scale.x_of(day)

    @property
    def unit(self) -> Unit:
        """The step between the marks at this scale."""
        return unit_for(self.scale.pace, _MARK_GAP_HEIGHTS * QFontMetrics(self.font).height())

    def marks(self, unit: Unit) -> list[Tick]:
        """Return the marks of a unit that the plot shows."""
        end = self.scale.day_of(self.plot.width())
        return ticks(unit, self.scale.left, end)
