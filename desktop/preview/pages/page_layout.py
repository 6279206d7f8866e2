"""Where the pages of a document lie in the view, one below the other, and how large they are.

Pure sums: the view asks it at each paint, so that nothing is counted through page by page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, QSizeF

PAGE_GAP_PX: Final = 16.0  # px around a page
FIT_WIDTH: Final = "width"
FIT_PAGE: Final = "page"
ZOOM_FACTORS: Final = (
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
    2.5,
    3.0,
    4.0,
)
_POINT: Final = 96 / 72  # px to a point at 100 %, as the screen counts


class Zoom(NamedTuple):
    """How large pages are: fitted to the view, or `factor` times their size on paper."""

    fit: str = FIT_WIDTH
    factor: float = 1.0

    def step(self, now: float, step: int) -> Zoom:
        """Return the next larger or smaller of `ZOOM_FACTORS` from the factor in force.

        >>> Zoom().step(0.95, 1).factor, Zoom().step(1.0, -1).factor, Zoom().step(9, 1)
        (1.0, 0.9, Zoom(fit='', factor=4.0))
        """
        if step > 0:
            factor = next((each for each in ZOOM_FACTORS if each > now * 1.01), ZOOM_FACTORS[-1])
        else:
            factor = next(
                (each for each in reversed(ZOOM_FACTORS) if each < now * 0.99), ZOOM_FACTORS[0]
            )
        return Zoom("", factor)


class PageLayout:
    """Pages of these sizes, in points, in a view of this size, in px."""

    def __init__(self, sizes: Sequence[QSizeF], view: QSize, zoom: Zoom) -> None:
        self._sizes = sizes
        widest = max((size.width() for size in sizes), default=1.0)
        highest = max((size.height() for size in sizes), default=1.0)
        self.scale = self._scale(zoom, QSizeF(widest, highest), view)  # px to a point
        self.width = max(float(view.width()), widest * self.scale + 2 * PAGE_GAP_PX)
        heights = (size.height() * self.scale + PAGE_GAP_PX for size in sizes)
        self._tops = list(accumulate(heights, initial=PAGE_GAP_PX))
        self.height = self._tops[-1]

    def _scale(self, zoom: Zoom, largest: QSizeF, view: QSize) -> float:
        across = (view.width() - 2 * PAGE_GAP_PX) / largest.width()
        if zoom.fit == FIT_WIDTH:
            return max(across, 0.05)
        if zoom.fit == FIT_PAGE:
            return max(min(across, (view.height() - 2 * PAGE_GAP_PX) / largest.height()), 0.05)
        return zoom.factor * _POINT

    @property
    def factor(self) -> float:
        """How many times its size on paper a page is."""
        return self.scale / _POINT

    def rect(self, page: int) -> QRectF:
        """Say where a page lies."""
        size = self._sizes[page] * self.scale
        return QRectF((self.width - size.width()) / 2, self._tops[page], *size.toTuple())

    def page_at(self, y: float) -> int:
        """Return the page that lies at a height, or the last one above it."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._sizes) - 1))

    def pages_between(self, top: float, bottom: float) -> range:
        """Return the pages of which something lies between two heights."""
        if not self._sizes:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)
