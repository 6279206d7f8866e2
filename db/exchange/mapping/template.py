"""Texts made of columns, and long texts made short; `mapping` and `row_values` ask.

A template replaces {column} by what the row says there and does no more: nothing is evaluated.
"""

from __future__ import annotations

import re

_PLACE = re.compile(r"\{([^{}]*)\}")
_EMPTY = re.compile(r"\s*(?:\(\s*[,;:/–-]*\s*\)|\[\s*\]|“\s*”|\"\s*\")")
_JOINTS = re.compile(r"\s*([,;:])(?:\s*[,;:])+")
_ENDS = " \t\n,;:–—-/|"


def template_columns(template: str) -> list[str]:
    """Return the columns that a template names.

    >>> template_columns("{name} to {country}")
    ['name', 'country']
    """
    return _PLACE.findall(template)


def fill(template: str, texts: dict[str, str]) -> str:
    """Return a template with its columns put in, and no brackets or commas left around what is
    missing.

    >>> fill("{a} to {b} ({c})", {"a": "Ana", "b": "Peru", "c": ""})
    'Ana to Peru'
    >>> fill("{a.__class__}: {b}", {"b": "{a}"})
    '{a}'
    """
    pieces = _PLACE.split(template)
    pieces[1::2] = [texts.get(name, "") for name in pieces[1::2]]
    text = "".join(pieces)
    if all(pieces[1::2]):
        return text
    text = _JOINTS.sub(r"\1", _EMPTY.sub("", text))
    return re.sub(r"[ \t]{2,}", " ", text).strip(_ENDS)


def shorten(text: str, limit: int) -> str:
    """Return the first sentence, or as many whole words as fit in `limit` letters.

    >>> shorten("Met the King. Left at noon.", 40), shorten("A very long title indeed", 12)
    ('Met the King', 'A very long…')
    """
    text = " ".join(text.split())
    sentence = re.match(r"(.{6,}?[^\W\d_]{4,}[)”\"]?)[.!?](?=\s+[^\W\d_a-z])", text)
    if sentence and len(sentence[1]) <= limit:
        return sentence[1]
    if len(text) <= limit:
        return text.rstrip(".")
    head = text[:limit]
    return head[: head.rfind(" ")].rstrip(_ENDS) + "…" if " " in head else head[:-1] + "…"
