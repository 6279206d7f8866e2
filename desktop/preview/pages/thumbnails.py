"""The pages small, beside the large ones: where one is and where to go."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.preview.pages.drawing import PageRequest
from desktop.preview.pages.pdf_pages import Pages
from desktop.style.palette import SHEET
from desktop.style.theme import color, space

_WIDTH: Final = space(26)  # px of a small page
MAX_THUMBNAILS: Final = 200  # small pictures
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    """One row a page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document."""
        self.beginResetModel()
        self.pages = pages
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        inner = parent is not None and parent.isValid()
        return 0 if self.pages is None or inner else len(self.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {number}").format(number=index.row() + 1)
        return str(index.row() + 1) if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    """Paints the small page on its white paper, its number below."""

    def __init__(self, owner: Thumbnails) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._owner.height_of(index.row()) + option.fontMetrics.height() + space(4)
        return QSize(_WIDTH + space(6), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = self._owner.palette()
        left = rect.left() + (rect.width() - _WIDTH) // 2
        page = QRect(left, rect.top() + space(2), _WIDTH, self._owner.height_of(index.row()))
        painter.save()
        if is_chosen:
            painter.fillRect(rect, color(palette, "accent_soft"))
        painter.fillRect(page, QColor(SHEET))
        image = self._owner.image(index.row())
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, image)
        tone = "accent" if is_chosen else "edge"
        painter.setPen(QPen(color(palette, tone), 2 if is_chosen else 1))
        painter.drawRect(page)
        painter.setPen(color(palette, "text" if is_chosen else "quiet"))
        below = QRect(rect.left(), page.bottom() + 1, rect.width(), rect.bottom() - page.bottom())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()


class Thumbnails(QListView):
    """`chosen` gives the page to go to, `wanted` says that pictures are `missing`."""

    chosen = Signal(int)
    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.images: OrderedDict[int, QImage] = OrderedDict()
        self.missing: list[PageRequest] = []
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Page thumbnails"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(_WIDTH + space(10))
        self.selectionModel().currentChanged.connect(self._choose)

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document."""
        self.images.clear()
        self.missing = []
        self._model.show_pages(pages)

    def turn_to(self, page: int) -> None:
        """Mark the page that is in front in the large view."""
        index = self._model.index(page)
        selection = self.selectionModel()
        if index.isValid() and index != selection.currentIndex():
            selection.blockSignals(True)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            selection.blockSignals(False)
            self.scrollTo(index)
            self.viewport().update()

    def height_of(self, page: int) -> int:
        """Say how high a small page is."""
        size = self._model.pages.sizes[page] if self._model.pages is not None else None
        return round(_WIDTH * size.height() / size.width()) if size is not None else _WIDTH

    def image(self, page: int) -> QImage | None:
        """Return the small picture of a page; asked for where it is not there yet."""
        image = self.images.get(page)
        if image is not None:
            self.images.move_to_end(page)
        elif self._model.pages is not None:
            width = self._model.pages.sizes[page].width()
            self.missing.append(PageRequest(page, _WIDTH * self.devicePixelRatioF() / width))
        return image

    def takes(self, wanted: PageRequest, image: QImage) -> bool:
        """Take a picture if it is one of the small ones."""
        if wanted not in self.missing:
            return False
        self.missing.remove(wanted)
        self.images[wanted.page] = image
        while len(self.images) > MAX_THUMBNAILS:
            self.images.popitem(last=False)
        self.viewport().update()
        return True

    def paintEvent(self, event: Any) -> None:
        before, self.missing = self.missing, []
        super().paintEvent(event)
        # A paint of a part asks for that part alone; what was wanted before still is.
        self.missing += [each for each in before if each not in self.missing]
        del self.missing[MAX_THUMBNAILS:]
        self.wanted.emit()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())
