"""The measures of a page follow its width and the size of its text."""

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.page.look import look_of
from desktop.style.palette import DARK, LIGHT, Colors
from desktop.style.theme import palette_of


@pytest.fixture
def body(qapp: QApplication) -> QFont:
    return QFont(qapp.font())


@pytest.mark.parametrize("width,stacked", [(320, True), (400, True), (700, False), (1200, False)])
def test_labels_stand_above_where_there_is_no_room_beside(
    body: QFont, width: int, stacked: bool
) -> None:
    assert look_of(QPalette(), body, width).is_stacked == stacked


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_the_colours_are_those_of_the_palette(body: QFont, colors: Colors) -> None:
    look = look_of(palette_of(colors), body, 700)
    assert look.colors == colors
    assert colors.accent in look.style_sheet() and "$" not in look.style_sheet()
