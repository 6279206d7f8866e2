"""Urdu in its own hand: short texts drawn in Nastaliq, while the words stay words in the file.

`compiling` asks it where the computer has the font. The joined strokes of Nastaliq cannot be read
back from a PDF, so they are drawn as a picture over the same text in Naskh, which nobody sees but
every search and every screen reader finds.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, Final

import typst

FONT: Final = "Noto Nastaliq Urdu"
LANGUAGES: Final = ("ur", "ks")
# Letters that are drawn in one piece; a longer text has to be broken in lines.
MAX_DRAWN_LETTERS: Final = 60
SIZE_POINTS: Final = 10  # points in which it is drawn; one em of the text that it stands in
ABOVE, BELOW = 1.9, 1.3  # ems above and below the line that its strokes take

_WIDTH: Final = re.compile(r'width="([\d.]+)pt"')
_SOURCE: Final = f"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: "{FONT}", size: {SIZE_POINTS}pt, dir: rtl, lang: "ur", top-edge: {ABOVE}em,
  bottom-edge: -{BELOW}em)
#let texts = json(bytes(sys.inputs.texts))
#texts.map(each => box(each)).join(pagebreak())
"""


def hands(texts: tuple[str, ...], fonts: typst.Fonts) -> dict[str, dict[str, Any]]:
    """Return each text drawn: an SVG as `svg` and its width in ems as `w`."""
    return dict(zip(texts, _draw(texts, fonts), strict=True)) if texts else {}


@lru_cache(maxsize=256)
def _draw(texts: tuple[str, ...], fonts: typst.Fonts) -> list[dict[str, Any]]:
    pages = typst.compile(
        _SOURCE.encode(),
        format="svg",
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"texts": json.dumps(texts)},
    )
    all_pages = pages if isinstance(pages, list) else [pages]
    drawn = []
    for page in all_pages:
        svg = page.decode() if isinstance(page, bytes) else page
        found = _WIDTH.search(svg)
        drawn.append({"svg": svg, "w": float(found[1]) / SIZE_POINTS if found else 0.0})
    return drawn


def is_short(text: str) -> bool:
    """Say whether a text can be drawn in one piece.

    >>> is_short("اسحاق ڈار"), is_short("x" * 61), is_short("a\\nb")
    (True, False, False)
    """
    return 0 < len(text) <= MAX_DRAWN_LETTERS and "\n" not in text and bool(text.strip())


def texts_to_draw(value: Any) -> set[str]:
    """Return the texts among JSON values that are to be drawn: short runs in Urdu, and the native
    name.
    """
    found: set[str] = set()
    if isinstance(value, dict):
        if value.get("l") in LANGUAGES and value.get("d") == "rtl":
            found.add(value["t"])
        if value.get("native_language") in LANGUAGES and value["native_direction"] == "rtl":
            found.add(value["native"])
    if isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            found |= texts_to_draw(each)
    return set(filter(is_short, found))


def with_hands(value: Any, drawn: dict[str, dict[str, Any]]) -> Any:
    """Return JSON values in which the texts that were drawn bear their drawing."""
    if isinstance(value, list):
        return [with_hands(each, drawn) for each in value]
    if not isinstance(value, dict):
        return value
    values = {key: with_hands(each, drawn) for key, each in value.items()}
    if value.get("l") in LANGUAGES and value.get("d") == "rtl":
        values.update(drawn.get(value["t"], {}))
    if value.get("native_language") in LANGUAGES:
        values["native_hand"] = drawn.get(value["native"])
    return values
