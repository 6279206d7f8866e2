"""A text that has no room ends in dots and is still told whole."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.short_label import FootLabel, ShortLabel

LONG = "Open read-only; held by a colleague on a machine with a long name"


def shown(qtbot: QtBot, text: str, width: int) -> ShortLabel:
    label = ShortLabel()
    qtbot.addWidget(label)
    label.show_text(text)
    label.resize(width, 20)
    label.show()
    return label


def test_a_text_with_room_stands_whole(qtbot: QtBot) -> None:
    label = shown(qtbot, "All changes saved", 400)
    assert label.text() == "All changes saved" and label.toolTip() == ""


def test_a_text_without_room_ends_in_dots(qtbot: QtBot) -> None:
    label = shown(qtbot, LONG, 120)
    assert label.text().endswith("…") and len(label.text()) < len(LONG)
    assert label.toolTip() == label.accessibleName() == label.whole == LONG
    label.resize(1000, 20)
    assert label.text() == LONG and label.toolTip() == ""


def test_it_never_holds_a_window_wide(qtbot: QtBot) -> None:
    label = shown(qtbot, LONG, 400)
    assert label.minimumSizeHint().width() == 0 < label.sizeHint().width()


@pytest.mark.parametrize("width", [200, 500, 1200])
def test_the_line_below_a_table_pushes_nothing_down_whatever_is_said(
    qtbot: QtBot, width: int
) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    foot, below = FootLabel(box), QLineEdit(box)
    column.addWidget(foot)
    column.addWidget(below)
    box.resize(width, 200)
    box.show()
    places = set()
    for text in ("", "The end is before the start.", LONG, f"{LONG}. {LONG}. {LONG}. {LONG}."):
        foot.show_text(text)
        foot.setVisible(bool(text))
        qtbot.wait(0)
        places.add(below.y())
        assert foot.whole == foot.accessibleName() == text
        room = QRect(0, 0, foot.width(), 1 << 20)
        needed = foot.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, foot.text())
        assert needed.height() <= foot.height()
        assert foot.toolTip() == ("" if foot.text() == text else text)
    assert len(places) == 1
    assert foot.text().endswith("…")
    foot.show_text(LONG)
    assert foot.text() == LONG or width == 200
