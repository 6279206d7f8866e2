"""What layouts of our own share: items come and go, and what is hidden takes no room."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.item_layout import ItemLayout


class Row(ItemLayout):
    """Items one beside the other."""

    def arrange(self, rect: QRect, *, place: bool) -> int:
        x = rect.x()
        for item in self.visible_items():
            size = item.sizeHint()
            if place:
                item.setGeometry(self.mirror(QRect(x, rect.y(), size.width(), 20), rect))
            x += size.width() + 4
        return 20

    def minimumSize(self) -> QSize:
        return QSize()


@pytest.fixture
def row(qtbot: QtBot) -> tuple[Row, list[QLabel]]:
    """Three labels of 50 by 20 px with 4 px between them."""
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = Row(parent, 4)
    labels = [QLabel(parent) for _ in range(3)]
    for label in labels:
        label.setFixedSize(50, 20)
        layout.addWidget(label)
    return layout, labels


def test_a_hidden_item_takes_no_room(row: tuple[Row, list[QLabel]]) -> None:
    layout, labels = row
    assert layout.sizeHint() == QSize(158, 20)
    labels[1].hide()
    assert layout.sizeHint() == QSize(104, 20)


def test_margins_stand_around_the_items(row: tuple[Row, list[QLabel]]) -> None:
    row[0].setContentsMargins(1, 2, 3, 4)
    assert row[0].sizeHint() == QSize(162, 26)


def test_an_item_can_be_taken_out(row: tuple[Row, list[QLabel]]) -> None:
    layout, labels = row
    taken = layout.takeAt(0)
    assert taken is not None and taken.widget() is labels[0]
    assert layout.count() == 2 and layout.takeAt(2) is None and layout.itemAt(-1) is None
