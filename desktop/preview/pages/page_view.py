"""The pages as paper, one below the other: zoom, pan, and what was looked for marked on them.

It paints what pictures are there and asks `Drawing` for the rest, so that painting never waits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.preview.pages.drawing import PageRequest
from desktop.preview.pages.page_layout import PAGE_GAP_PX, PageLayout, Zoom
from desktop.preview.pages.pdf_pages import Pages, WordHit
from desktop.style.palette import CHOSEN_EDGE, CHOSEN_MARKER, MARKER, SHEET
from desktop.style.theme import color, space

MAX_PICTURE_BYTES: Final = 96 * 1024 * 1024  # bytes of pictures that are kept
_PAPER: Final = QColor(SHEET)
_MARK: Final = QColor(MARKER)
_CHOSEN: Final = QColor(CHOSEN_MARKER)
_LINE_PX: Final = 60  # px of one line
_KEYS: Final = {
    Qt.Key.Key_Down: ("line", 1),
    Qt.Key.Key_Up: ("line", -1),
    Qt.Key.Key_PageDown: ("view", 1),
    Qt.Key.Key_PageUp: ("view", -1),
    Qt.Key.Key_Space: ("view", 1),
    Qt.Key.Key_Home: ("end", -1),
    Qt.Key.Key_End: ("end", 1),
}


class PageView(QAbstractScrollArea):
    """`turned` gives the page in front, `zoomed` says that another size is in force; `wanted` that
    pictures are `missing`.
    """

    turned = Signal(int)
    zoomed = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._zoom = Zoom()
        self._layout = self._laid_out()
        self.images: dict[PageRequest, QImage] = {}  # the last used at the end
        self._hits: dict[int, list[WordHit]] = {}
        self._chosen: WordHit | None = None
        self.missing: list[PageRequest] = []
        self._page = -1
        self._grip: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # Always there: a fitted width must not change when the bar comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._follow_page)

    # what is shown

    @property
    def page(self) -> int:
        """The page in front, counted from 0."""
        return max(self._page, 0)

    @property
    def zoom(self) -> Zoom:
        """How large the pages are."""
        return self._zoom

    @property
    def factor(self) -> float:
        """How many times its size on paper a page is now."""
        return self._layout.factor

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document, at the place where the one before was read."""
        where = self.place_at(0.0)
        self._pages = pages
        self.images.clear()
        self.missing = []
        self.show_hits([], None)
        self._lay_out(where, 0.0)
        self._page = -1
        self._follow_page()

    def put(self, wanted: PageRequest, image: QImage) -> None:
        """Take a picture that was wanted."""
        self.images[wanted] = image
        used = sum(each.sizeInBytes() for each in self.images.values())
        for old in list(self.images):
            if used <= MAX_PICTURE_BYTES or old == wanted:
                break
            used -= self.images.pop(old).sizeInBytes()
        self.viewport().update()

    def show_hits(self, hits: Sequence[WordHit], chosen: WordHit | None) -> None:
        """Mark what was found; the chosen one is brought into sight."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.page, []).append(hit)
        is_new = chosen is not None and chosen is not self._chosen
        self._chosen = chosen
        if is_new and chosen is not None and chosen.boxes:
            self._bring(self.box_on_view(chosen.page, chosen.boxes[0]))
        self.viewport().update()

    # size and place

    def set_zoom(self, zoom: Zoom, anchor: float | None = None) -> None:
        """Show the pages larger or smaller; what lies at the height `anchor` stays there."""
        at = self.viewport().height() / 2 if anchor is None else anchor
        where = self.place_at(at)
        self._zoom = zoom
        self._lay_out(where, at)
        self.zoomed.emit()

    def step_zoom(self, step: int, anchor: float | None = None) -> None:
        """Zoom one step larger or smaller."""
        self.set_zoom(self._zoom.step(self.factor, step), anchor)

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if self._pages is not None and 0 <= page < len(self._pages):
            top = self._layout.rect(page).top() - PAGE_GAP_PX
            self.verticalScrollBar().setValue(round(top))

    def _laid_out(self) -> PageLayout:
        sizes = self._pages.sizes if self._pages is not None else []
        return PageLayout(sizes, self.viewport().size(), self._zoom)

    def place_at(self, at: float) -> tuple[int, float]:
        """Return what lies at a height of the view: a page and how far down on it, in points."""
        y = self.verticalScrollBar().value() + at
        if self._pages is None or y <= 0:
            return 0, -inf  # the very top, the room above the first page with it
        page = self._layout.page_at(y)
        return page, (y - self._layout.rect(page).top()) / self._layout.scale

    def _lay_out(self, where: tuple[int, float], at: float) -> None:
        """Lay the pages out anew with a place of theirs at a height of the view."""
        self._layout = self._laid_out()
        view = self.viewport().size()
        for bar, length, visible in (
            (self.verticalScrollBar(), self._layout.height, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setRange(0, max(0, round(length) - visible))
            bar.setPageStep(visible)
            bar.setSingleStep(_LINE_PX)
        across = self.horizontalScrollBar()
        across.setValue(across.maximum() // 2)
        if self._pages is not None and len(self._pages):
            page, down = min(where[0], len(self._pages) - 1), where[1]
            y = self._layout.rect(page).top() + down * self._layout.scale - at
            self.verticalScrollBar().setValue(round(max(y, 0)))
        self._follow_page()
        self.viewport().update()

    def box_on_view(self, page: int, box: QRectF) -> QRectF:
        """Return a box on a page, in points, as a box on the whole length of the pages."""
        scale, corner = self._layout.scale, self._layout.rect(page).topLeft()
        return QRectF(box.topLeft() * scale + corner, box.size() * scale)

    def _bring(self, rect: QRectF) -> None:
        view = self.viewport()
        for bar, first, last, visible in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), view.height()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), view.width()),
        ):
            if not bar.value() <= first <= last <= bar.value() + visible:
                bar.setValue(round(first - visible / 4))  # high enough for its page to be in front

    def _follow_page(self) -> None:
        if self._pages is None:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = self._layout.page_at(middle)
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color(self.palette(), "line"))
        if self._pages is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = self.verticalScrollBar().value()
        shift = QPointF(-self.horizontalScrollBar().value(), -top)
        seen = self._layout.pages_between(top, top + self.viewport().height())
        missing = []
        for page in seen:
            wanted = self.wanted_of(page)
            if not self._paint_page(painter, page, wanted, shift):
                missing.append(wanted)
        # The neighbours too, so that turning the page finds them there.
        ahead = [page for page in (seen.stop, seen.start - 1) if 0 <= page < len(self._pages)]
        near = [self.wanted_of(page) for page in ahead]
        self.missing = [*missing, *(each for each in near if each not in self.images)]
        if self.hasFocus():
            painter.setPen(QPen(color(self.palette(), "accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        self.wanted.emit()

    def wanted_of(self, page: int) -> PageRequest:
        """Return the picture of a page in the size in which it stands now."""
        return PageRequest(page, round(self._layout.scale * self.devicePixelRatioF(), 4))

    def _paint_page(
        self, painter: QPainter, page: int, wanted: PageRequest, shift: QPointF
    ) -> bool:
        """Paint a page; False when its picture in this size is not there yet."""
        rect = self._layout.rect(page).translated(shift)
        whole = QRectF(rect.toAlignedRect())
        painter.fillRect(whole, _PAPER)
        image = self.images.pop(wanted, None)
        if image is not None:
            self.images[wanted] = image
            painter.drawImage(whole, image)
        else:
            other = [key for key in self.images if key.page == page]
            if other:
                painter.drawImage(whole, self.images[max(other, key=lambda key: key.scale)])
        self._paint_hits(painter, page, shift)
        painter.setPen(QPen(color(self.palette(), "edge"), 1))
        painter.drawRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5))
        return image is not None

    def _paint_hits(self, painter: QPainter, page: int, shift: QPointF) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for hit in self._hits.get(page, ()):
            is_chosen = hit is self._chosen
            for box in hit.boxes:
                around = self.box_on_view(page, box).translated(shift).adjusted(-1, -1, 1, 1)
                painter.fillRect(around, _CHOSEN if is_chosen else _MARK)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self._chosen is not None and self._chosen.page == page:
            painter.setPen(QPen(QColor(CHOSEN_EDGE), 2))
            for box in self._chosen.boxes:
                painter.drawRect(
                    self.box_on_view(page, box).translated(shift).adjusted(-2, -2, 2, 2)
                )

    # keys and mouse

    def resizeEvent(self, event: QResizeEvent) -> None:
        where = self.place_at(0.0)
        self._lay_out(where, 0.0)
        self.zoomed.emit()

    def sizeHint(self) -> QSize:
        return QSize(space(150), space(160))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        moves: dict[str, Callable[[int], int]] = {
            "line": lambda sign: bar.value() + sign * _LINE_PX,
            "view": lambda sign: bar.value() + sign * (bar.pageStep() - _LINE_PX),
            "end": lambda sign: bar.maximum() if sign > 0 else 0,
        }
        kind, sign = _KEYS.get(Qt.Key(event.key()), ("", 0))
        if not kind or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(moves[kind](sign))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                self.step_zoom(1 if turn > 0 else -1, event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = event.position().toPoint() - self._grip
            self._grip = event.position().toPoint()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
