"""The arrow over the sorted column of a list grows with the text."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QStandardItemModel
from PySide6.QtWidgets import QWidget

from desktop.tabs.list_header import ListHeader


def arrow_ink(header: ListHeader) -> QRect:
    """Return where the first section has ink that it has not while the other is the sorted one."""
    pictures = []
    for section in (0, 1):
        header.setSortIndicator(section, Qt.SortOrder.AscendingOrder)
        picture = QImage(header.size(), QImage.Format.Format_RGB32)
        header.render(picture, QPoint())
        pictures.append(picture)
    sorted_by, plain = pictures
    inked = [
        QPoint(x, y)
        for x in range(header.sectionSize(0))
        for y in range(plain.height())
        if sorted_by.pixel(x, y) != plain.pixel(x, y)
    ]
    across, down = [at.x() for at in inked], [at.y() for at in inked]
    return QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down)))


def test_the_arrow_is_twice_as_large_at_twice_the_text(owner: QWidget) -> None:
    widths = []
    for size in (13, 26):
        header = ListHeader(owner)
        font = header.font()
        font.setPixelSize(size)
        header.setFont(font)
        header.setSortIndicatorShown(True)
        header.setModel(QStandardItemModel(1, 2, header))
        header.resize(2 * header.sectionSize(0), 60)
        arrow = arrow_ink(header)
        assert arrow.left() > header.sectionSize(0) // 2
        widths.append(arrow.width())
    assert 1.7 < widths[1] / widths[0] < 2.3
