"""The table of what the window can be told to do is whole and agrees with itself."""

from collections import Counter

import pytest

from desktop.style.icons import GLYPHS
from desktop.window.action_menus import Need
from desktop.window.action_table import ACTIONS, MENUS


def test_every_name_is_one_deed() -> None:
    assert [
        name for name, count in Counter(deed.name for deed in ACTIONS).items() if count > 1
    ] == []


@pytest.mark.parametrize("deed", ACTIONS, ids=lambda deed: deed.name)
def test_a_deed_stands_in_a_menu_with_a_glyph_that_is_there(deed: object) -> None:
    assert deed.menu in MENUS and deed.text
    assert not deed.icon or deed.icon in GLYPHS
    assert deed.needs is None or isinstance(deed.needs, Need)


def test_every_menu_has_deeds_and_begins_without_a_line() -> None:
    for menu in MENUS:
        first = next(deed for deed in ACTIONS if deed.menu == menu)
        assert not first.starts_group
