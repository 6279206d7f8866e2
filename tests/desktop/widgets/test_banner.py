"""The banner names the marking, and keeps its place once it has one."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.widgets.banner import Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("level", "word"), [(1, "restricted"), (3, "secret"), (9, "cosmic")])
def test_a_marking_is_named(banner: Banner, level: int, word: str) -> None:
    banner.show_marking(level, word)
    assert not banner.isHidden() and banner.text() == word.upper()
    assert word in banner.accessibleName()


def test_there_is_no_banner_before_something_is_marked(banner: Banner) -> None:
    banner.show_marking(0, "open")
    assert banner.isHidden()


def test_the_banner_keeps_its_place_when_nothing_in_sight_is_marked(banner: Banner) -> None:
    banner.show_marking(2, "confidential")
    height = banner.sizeHint().height()
    banner.show_marking(0, "open")
    assert not banner.isHidden() and banner.sizeHint().height() == height
    assert banner.text() == "OPEN"
    assert banner.accessibleName() == "Nothing on screen is marked."


def test_another_ceiling_takes_the_banner_away(banner: Banner) -> None:
    banner.show_marking(2, "confidential")
    banner.dismiss()
    banner.show_marking(0, "open")
    assert banner.isHidden() and banner.text() == ""


def test_the_banner_has_the_room_that_the_sheet_gives_it(banner: Banner) -> None:
    banner.setStyleSheet(
        'QLabel[banner] { padding: 0; } QLabel[banner="warn"] { padding: 10px 0; }'
    )
    banner.show_marking(1, "restricted")
    plain = banner.sizeHint().height()
    banner.show_marking(2, "confidential")
    assert banner.sizeHint().height() == plain + 20
