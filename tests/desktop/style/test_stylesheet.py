"""The stylesheet names every colour by its tone and grows with the text."""

import re

import pytest

from desktop.style.palette import DARK, LIGHT, Colors
from desktop.style.stylesheet import TONES, stylesheet


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_nothing_is_left_to_fill_in_and_every_colour_is_of_the_palette(colors: Colors) -> None:
    sheet = stylesheet(colors, 13, 11)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= set(colors)


def test_icons_and_small_text_grow_with_the_body() -> None:
    def sizes(sheet: str, name: str) -> list[int]:
        return [int(found) for found in re.findall(rf"{name}: (\d+)px", sheet)]

    normal, large = stylesheet(LIGHT, 13, 11), stylesheet(LIGHT, 26, 22)
    for name in ("icon-size", "font-size"):
        assert [2 * size for size in sizes(normal, name)] == sizes(large, name)


@pytest.mark.parametrize("what", ["chip", "message", "banner"])
def test_every_tone_can_be_worn(what: str) -> None:
    sheet = stylesheet(LIGHT, 13, 11)
    assert all(f'[{what}="{tone}"]' in sheet for tone in TONES)
