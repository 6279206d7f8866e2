"""The banner names the marking, and is away when there is none."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.widgets.banner import Banner


@pytest.mark.parametrize(("level", "word"), [(1, "restricted"), (3, "secret"), (9, "cosmic")])
def test_a_marking_is_named(qtbot: QtBot, level: int, word: str) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_marking(level, word)
    assert not banner.isHidden() and banner.text() == word.upper()
    assert word in banner.accessibleName()


def test_nothing_marked_is_no_banner(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_marking(2, "confidential")
    banner.show_marking(0, "open")
    assert banner.isHidden() and banner.text() == ""
