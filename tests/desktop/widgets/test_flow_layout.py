"""Items flow in rows, break where the width ends, and begin at the right in Arabic."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.flow_layout import FlowLayout


@pytest.fixture
def row(qtbot: QtBot) -> tuple[QWidget, list[QLabel]]:
    """Four labels of 50 by 20 px with 4 px between them."""
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, 4)
    labels = [QLabel(parent) for _ in range(4)]
    for label in labels:
        label.setFixedSize(50, 20)
        flow.addWidget(label)
    return parent, labels


@pytest.mark.parametrize(
    ("width", "height"), [(300, 20), (212, 20), (211, 44), (104, 44), (103, 92), (10, 92)]
)
def test_the_height_follows_the_width(
    row: tuple[QWidget, list[QLabel]], width: int, height: int
) -> None:
    assert row[0].layout().heightForWidth(width) == height


@pytest.mark.parametrize(
    ("direction", "xs"),
    [
        (Qt.LayoutDirection.LeftToRight, [0, 54, 0, 54]),
        (Qt.LayoutDirection.RightToLeft, [60, 6, 60, 6]),
    ],
)
def test_items_begin_where_reading_does(
    row: tuple[QWidget, list[QLabel]], direction: Qt.LayoutDirection, xs: list[int]
) -> None:
    parent, labels = row
    parent.setLayoutDirection(direction)
    parent.resize(110, 60)
    parent.show()
    assert [label.x() for label in labels] == xs
    assert [label.y() for label in labels] == [0, 0, 24, 24]


def test_a_hidden_item_leaves_no_gap(row: tuple[QWidget, list[QLabel]]) -> None:
    parent, labels = row
    labels[0].hide()
    parent.resize(300, 60)
    parent.show()
    assert [label.x() for label in labels[1:]] == [0, 54, 108]
