"""A text that has no room ends in dots and is still told whole."""

from pytestqt.qtbot import QtBot

from desktop.widgets.short_label import ShortLabel

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
