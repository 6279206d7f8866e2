"""The theme puts on what is chosen and follows the system where it is left to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.style import theme
from desktop.style.palette import DARK, LIGHT
from desktop.style.stylesheet import stylesheet
from desktop.style.theme import (
    SIZES,
    Theme,
    color,
    colors_of,
    font_of_size,
    palette_of,
    space,
    tabular,
)

DESKTOP = Path(theme.__file__).parents[1]


@pytest.fixture
def worn(qapp: QApplication) -> Iterator[Theme]:
    """A theme on the application, taken off again."""
    font, palette = qapp.font(), qapp.palette()
    made = Theme(qapp)
    yield made
    made.choose("system")
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize(("choice", "colors"), [("light", LIGHT), ("dark", DARK)])
def test_a_forced_scheme_reaches_every_widget(
    qtbot: QtBot, worn: Theme, choice: str, colors: object
) -> None:
    label = QLabel("Asim Munir")
    qtbot.addWidget(label)
    worn.choose(choice)
    assert worn.colors == colors
    assert colors_of(label.palette()) == colors


def test_the_system_is_followed_and_then_overruled(qtbot: QtBot, worn: Theme) -> None:
    hints = QApplication.styleHints()
    with qtbot.waitSignal(worn.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn.colors == DARK
    assert colors_of(QApplication.palette()) == DARK
    worn.choose("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn.colors == LIGHT


def test_an_unknown_scheme_is_refused(worn: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        worn.choose("sepia")


@pytest.mark.parametrize(("percent", "body"), [(100, 13), (150, 20), (200, 26), (900, 26)])
def test_all_text_grows_with_the_chosen_size(worn: Theme, percent: int, body: int) -> None:
    worn.resize(percent)
    font = QApplication.font()
    assert font.pixelSize() == body
    assert font_of_size(font, SIZES.title).pixelSize() == round(24 * body / 13)
    assert font_of_size(font, SIZES.small).pixelSize() == round(11 * body / 13)


@pytest.mark.parametrize("make", [QToolButton, QPushButton])
def test_icons_of_buttons_grow_with_the_text(
    worn: Theme, qtbot: QtBot, make: type[QAbstractButton]
) -> None:
    button = make()
    qtbot.addWidget(button)
    sides = []
    for percent in (100, 200):
        worn.resize(percent)
        sides.append(button.iconSize().width())
    assert sides[1] >= 2 * sides[0] > 0


def test_the_colours_follow_the_palette_of_the_widget() -> None:
    assert colors_of(palette_of(DARK)) == DARK
    assert color(palette_of(LIGHT), "accent") == QColor(LIGHT.accent)


def test_a_disabled_text_is_fainter() -> None:
    palette = palette_of(LIGHT)
    dimmed = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert dimmed == QColor(LIGHT.faint)


def test_spaces_are_steps_of_four() -> None:
    assert [space(n) for n in range(4)] == [0, 4, 8, 12]


def test_tabular_figures_are_asked_of_the_font(qapp: QApplication) -> None:
    assert any(tag.toString() == b"tnum" for tag in tabular(qapp.font()).featureTags())


def test_the_stylesheet_has_no_gap_left() -> None:
    assert "$" not in stylesheet(LIGHT, 13, 11)


def test_only_the_palette_names_a_colour() -> None:
    """A colour written elsewhere would be wrong in one of the two schemes."""
    named = [
        f"{path.relative_to(DESKTOP)}:{number}"
        for path in sorted(DESKTOP.rglob("*.py"))
        if path.name != "palette.py" and "paper" not in (*path.parts, path.stem)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any(
            f"{quote}#" in line and line.split(f"{quote}#", 1)[1][:3].isalnum()
            for quote in ('"', "'")
        )
    ]
    assert named == []
