"""The table of what the window can be told to do is whole and agrees with itself."""

from collections import Counter

import pytest

from desktop.style.icons import GLYPHS
from desktop.window.action_menus import Need
from desktop.window.actions.action_table import ACTIONS, MENUS


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


def letters_of(texts: list[str]) -> list[str]:
    """The letters that choose a line of a menu."""
    return [text.partition("&")[2][0].casefold() for text in texts if "&" in text]


@pytest.mark.parametrize("menu", [*MENUS, "of a row"])
def test_in_a_menu_each_letter_chooses_one_line(menu: str) -> None:
    deeds = [deed for deed in ACTIONS if (deed.on_row if menu == "of a row" else deed.menu == menu)]
    letters = letters_of([deed.text for deed in deeds])
    assert len(letters) == len(deeds)
    assert [letter for letter, count in Counter(letters).items() if count > 1] == []


def test_each_key_does_one_thing() -> None:
    keys = Counter(key for deed in ACTIONS for key in deed.keys)
    assert [key for key, count in keys.items() if count > 1] == []
