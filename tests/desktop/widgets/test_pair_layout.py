"""Two items stand side by side as long as the width lets them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.pair_layout import PairLayout


class Box(QWidget):
    """A widget of one size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._hint = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._hint


@pytest.fixture
def pair(qtbot: QtBot) -> tuple[QWidget, Box, Box]:
    """A layout of a wide and a narrow item."""
    owner = QWidget()
    qtbot.addWidget(owner)
    layout = PairLayout(gap=10, share=0)
    first, second = Box(200, 30), Box(80, 20)
    layout.addWidget(first)
    layout.addWidget(second)
    owner.setLayout(layout)
    return owner, first, second


def test_they_stand_at_both_edges_on_one_middle(pair: tuple[QWidget, Box, Box]) -> None:
    owner, first, second = pair
    owner.resize(400, 30)
    owner.show()
    assert first.geometry().left() == 0 and second.geometry().right() == 399
    assert abs(first.geometry().center().y() - second.geometry().center().y()) <= 1


@pytest.mark.parametrize("width,height", [(290, 30), (289, 54)])
def test_the_second_goes_below_where_both_do_not_fit(
    pair: tuple[QWidget, Box, Box], width: int, height: int
) -> None:
    layout = pair[0].layout()
    assert layout is not None and layout.heightForWidth(width) == height


def test_a_hidden_item_takes_no_room(pair: tuple[QWidget, Box, Box]) -> None:
    owner, first, second = pair
    second.hide()
    owner.resize(100, 30)
    owner.show()
    assert first.width() == 100 and owner.layout().heightForWidth(100) == 30


def test_it_is_mirrored_where_one_reads_from_the_right(pair: tuple[QWidget, Box, Box]) -> None:
    from PySide6.QtCore import Qt

    owner, first, second = pair
    owner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    owner.resize(400, 30)
    owner.show()
    assert second.geometry().left() == 0 and first.geometry().right() == 399
