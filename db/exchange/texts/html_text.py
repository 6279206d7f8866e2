"""The text of a web page: what a reader sees, without scripts and styles; `text_file` asks it.

It goes through the page once, whatever is written in it; a tag that never ends ends the text.
"""

from __future__ import annotations

import html
import re
from typing import Final

_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})")
_OPENING: Final = re.compile(r"\s*(?:<!--|<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.I)
_UNSEEN: Final = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "svg",
        "iframe",
        "object",
        "select",
    )
)
_BLOCKS: Final = frozenset((
    "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "header", "footer", "blockquote", "hr", "dd", "dt", "figure",
    "figcaption", "pre", "nav", "aside", "main",
))  # fmt: skip
_ENDS: Final = {name: re.compile(f"</{name}", re.I) for name in _UNSEEN}
_TITLE: Final = re.compile(r"<title[^>]{0,200}>([^<]{0,1000})", re.I)
_GAPS: Final = re.compile(r"[ \t\r\f\v]+")
_EMPTY_LINES: Final = re.compile(r"\n{2,}")


def is_html(text: str) -> bool:
    """Say whether a text begins as a web page does.

    >>> is_html("<!DOCTYPE html><p>A"), is_html("<3 A heart")
    (True, False)
    """
    return _OPENING.match(text) is not None


def html_text(markup: str) -> tuple[str, str]:
    """Return the text of a page, a line for each block, and its title.

    >>> html_text("<head><title>T</title></head><p>One<br>two<script>alert('x')</script></p>")
    ('One\\ntwo', 'T')
    >>> html_text("<p>a < b <!-- never ends")
    ('a < b', '')
    """
    pieces: list[str] = []
    at = 0
    while at < len(markup):
        opening = markup.find("<", at)
        end = len(markup) if opening < 0 else opening
        pieces.append(markup[at:end].replace("\n", " "))
        if opening < 0:
            break
        at = _after_tag(markup, opening, pieces)
        if at < 0:
            break
    lines = html.unescape(_GAPS.sub(" ", "".join(pieces))).split("\n")
    text = "\n".join(line.strip() for line in lines).strip()
    title = _TITLE.search(markup)
    return _EMPTY_LINES.sub("\n", text), html.unescape(title[1]).strip() if title else ""


def _after_tag(markup: str, opening: int, pieces: list[str]) -> int:
    """Return where the text goes on behind a tag, -1 where it does not."""
    if markup.startswith("<!--", opening):
        end = markup.find("-->", opening + 4)
        return end + 3 if end >= 0 else -1
    tag = _TAG.match(markup, opening)
    if tag is None and not markup.startswith(("<!", "<?"), opening):
        pieces.append("<")
        return opening + 1
    end = markup.find(">", opening)
    if end < 0:
        return -1
    name = tag[1].casefold() if tag else ""
    if name in _BLOCKS:
        pieces.append("\n")
    if name in _UNSEEN and markup[opening + 1] != "/" and markup[end - 1] != "/":
        closing = _ENDS[name].search(markup, end)
        return closing.start() if closing else -1
    return end + 1
