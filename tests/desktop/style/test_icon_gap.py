"""An icon keeps a gap from the words behind it that grows with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.style.icon_gap import IconButton, icon_size
from desktop.style.icons import icon
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


@pytest.mark.parametrize(("side", "gap"), [(14, 0), (18, 1), (27, 4), (36, 7)])
def test_the_gap_grows_with_the_icon(side: int, gap: int) -> None:
    assert icon_size(side, has_words=True) == QSize(side + gap, side)
    assert icon_size(side, has_words=False) == QSize(side, side)


def painted_columns(size: QSize) -> list[int]:
    image = icon("print").pixmap(size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sorted({x for x, y in points if image.pixelColor(x, y).alpha() > 60})


def test_a_glyph_stands_at_the_left_of_a_wide_icon(qapp: QApplication) -> None:
    assert painted_columns(QSize(50, 36)) == painted_columns(QSize(36, 36))


def gaps(window: Window) -> dict[str, int]:
    """How much wider than high the icons before words are that are in sight."""
    tools = (each for each in window.bar.findChildren(QToolButton) if each.text())
    buttons = [*tools, *window.findChildren(IconButton)]
    return {
        each.text(): each.iconSize().width() - each.iconSize().height()
        for each in buttons
        if each.isVisible() and not each.icon().isNull()
    }


def test_icons_of_toolbar_and_page_move_off_in_large_type(window: Window, qtbot: QtBot) -> None:
    window.resize(1600, 1000)
    window.theme.resize(200)
    settled(qtbot, window)
    qtbot.wait(0)
    try:
        wide = gaps(window)
        assert {wide[name] for name in ("Edit", "Print", "Filter", "New")} == {7}
        assert wide["Lock"] == 0, "It stands alone."
        window.theme.resize(100)
        settled(qtbot, window)
        qtbot.wait(0)
        assert gaps(window)["Edit"] == 1
    finally:
        window.theme.resize(100)
