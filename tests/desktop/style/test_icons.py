"""Every meaning has a glyph, and its colour follows the theme and the state."""

from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmapCache
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.style import icons
from desktop.style.icons import GLYPHS, icon
from desktop.style.palette import DARK, LIGHT, Colors
from desktop.style.theme import palette_of

SIDE = 32


def ink(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, on: bool = False) -> QColor | None:
    """The colour of the most opaque point of an icon, None when nothing is painted."""
    state = QIcon.State.On if on else QIcon.State.Off
    image = made.pixmap(QSize(SIDE, SIDE), mode, state).toImage()
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    points = [image.pixelColor(x, y) for x in range(SIDE) for y in range(SIDE)]
    best = max(points, key=QColor.alpha)
    return QColor(best.rgb()) if best.alpha() > 200 else None


def test_every_meaning_paints_a_glyph(qapp: QApplication) -> None:
    assert [meaning for meaning in GLYPHS if ink(icon(meaning)) is None] == []


def test_an_unknown_meaning_is_no_icon(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icon("unicorn")


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_one_icon_is_right_in_both_schemes(qtbot: QtBot, colors: Colors) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.palette()
    made = icon("person")
    try:
        app.setPalette(palette_of(colors))
        assert ink(made) == QColor(colors.text)
        assert ink(made, on=True) == QColor(colors.accent)
        assert ink(made, QIcon.Mode.Disabled) == QColor(colors.faint)
        assert ink(icon("error", "bad")) == QColor(colors.bad)
    finally:
        app.setPalette(before)


def test_a_copied_icon_still_paints(qapp: QApplication) -> None:
    copy = QIcon(icon("person"))
    copy.setIsMask(True)  # takes the copy apart from the first
    assert ink(copy) is not None


def test_a_glyph_is_drawn_once_in_each_colour_and_size(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    QPixmapCache.clear()
    drawn: list[bool] = []
    own = icons.load_family

    def family() -> Any:
        drawn.append(True)
        return own()

    monkeypatch.setattr(icons, "load_family", family)
    made = icon("person")
    once = ink(made), len(drawn)
    assert (ink(made), len(drawn)) == once
    made.pixmap(QSize(SIDE // 2, SIDE // 2))
    assert len(drawn) == 2 * once[1]
