"""The web page says what the paper says, and no text of a record becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.paper.content.blocks import (
    Endnotes,
    Paragraph,
    Portrait,
    Sheet,
    cover,
    split_note_marks,
)
from desktop.paper.content.printable_text import printable
from desktop.paper.page_html import page_html
from tests.desktop.paper.typst.test_typeset import full_sheet, hostile, tight


class Reader(HTMLParser):
    """Collects the text, the tags, the places and the links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.places: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.places += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


attacks = ["<script>alert(1)</script>", '"><img src=x>', "&lt;b&gt;", "</style></title><b>"]


@pytest.mark.parametrize("text", hostile + attacks)
def test_a_text_is_no_markup(text: str) -> None:
    page = Reader(page_html(full_sheet(text)))
    assert tight("".join(page.words)).count(tight(text)) >= 18
    assert not {"script", "img", "b"} & set(page.tags)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
def test_whatever_is_typed_is_a_text(text: str) -> None:
    page = Reader(page_html(full_sheet(text)))
    assert tight("".join(page.words)).count(tight(printable(text))) >= 18
    ours = {*Reader(page_html(full_sheet("x"))).tags, "bdi", "br", "wbr"}
    assert set(page.tags) <= ours


def test_every_link_has_one_place() -> None:
    sheets = [
        Sheet(name, [Paragraph(split_note_marks("Met.", 1, 7)), Endnotes([(1, "a"), (1, "b")])])
        for name in ("Dar", "Munir")
    ]
    page = Reader(page_html([cover("File", sheets, "SECRET"), *sheets]))
    assert len(page.places) == len(set(page.places))
    assert {link.removeprefix("#") for link in page.links} <= set(page.places)
    assert page.links[:2] == ["#s1", "#s2"]


def test_the_page_tells_what_was_withheld_and_its_direction() -> None:
    page = page_html(Sheet("اسحاق ڈار", language="ur", withheld=2, marking="محدود"))
    assert 'lang="ur" dir="rtl"' in page
    assert "2 items withheld" in page
    assert page.count("محدود") == 2


def test_a_portrait_is_within_the_page() -> None:
    page = page_html(Sheet("Dar", portrait=Portrait(b"GIF89a", "image/gif", 'The "man"')))
    assert 'alt="The &quot;man&quot;" src="data:image/gif;base64,R0lGODlh"' in page
    assert "img-src data:" in page
