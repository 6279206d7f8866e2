"""A plain value for the reader's eye: what a clash shows of either side."""

from __future__ import annotations

from typing import Any

from db.dates import HistoricalDate
from db.dates.edtf import is_edtf

MAX_TEXT_LETTERS = 200


def plain_text(value: Any, *, is_date: bool = False) -> str:
    """Return a plain value in words; "nothing" where there is none.

    >>> plain_text({"uid": "x", "title": "Peru", "kind": "organization"}), plain_text(None)
    ('Peru', 'nothing')
    >>> plain_text("1950-05-12", is_date=True), plain_text({"edtf": "2019~", "words": "about 2019"})
    ('12 May 1950', 'about 2019')
    """
    if isinstance(value, dict):
        return _object_text(value)
    if isinstance(value, list):
        return "; ".join(map(plain_text, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value == "":
        return "nothing"
    if is_date and isinstance(value, str) and is_edtf(value):
        return HistoricalDate.parse(value).phrase()
    return _short(str(value))


def _object_text(value: dict[str, Any]) -> str:
    for name in ("words", "title", "text", "value", "file_name", "passage", "edtf"):
        if isinstance(found := value.get(name), str) and found:
            return _short(found)
    for name in ("office", "who", "other", "parent", "source"):
        if isinstance(found := value.get(name), dict):
            return _object_text(found)
    texts = (str(each) for name, each in value.items() if isinstance(each, str) and name != "uid")
    return _short(" · ".join(texts))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MAX_TEXT_LETTERS else f"{line[: MAX_TEXT_LETTERS - 1]}…"
