"""Of a web page its words are read, never its scripts, in one pass whatever it holds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.texts.html_text import html_text, is_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>One <b>bold</b>\nword</p>", "One bold word"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("Tom &amp; Jerry &#8217;s", "Tom & Jerry ’s"),
        ("<SCRIPT>alert('x')</SCRIPT>seen", "seen"),
        ("<script>never ends", ""),
        ("<script src=x />seen", "seen"),
        ("<style>p{}</style><svg><text>no</text></svg>yes", "yes"),
        ("<!-- hidden --> seen", "seen"),
        ("<!-- never ends", ""),
        ("a < b and 3 > 2", "a < b and 3 > 2"),
        ("<a href='javascript:x()'>a link</a>", "a link"),
        ('<p onclick="x()">a</p', "a"),
        ("<?xml version='1'?><!DOCTYPE html><p>a", "a"),
        ("<head><title>T</title><meta></head><body>b", "b"),
    ],
)
def test_the_words_of_a_page_are_read(markup: str, text: str) -> None:
    assert html_text(markup)[0] == text


def test_the_title_is_that_of_the_page() -> None:
    assert html_text("<html><head><TITLE lang=en> Dar &amp; Rubio </TITLE></head>x")[1] == (
        "Dar & Rubio"
    )
    assert html_text("<p>none")[1] == ""


@pytest.mark.parametrize(
    ("text", "is_page"),
    [("<!DOCTYPE html>", True), (" \n<HTML lang=en>", True), ("<3", False), ("Text <html>", False)],
)
def test_a_page_is_known_by_how_it_begins(text: str, is_page: bool) -> None:
    assert is_html(text) is is_page


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<script>", "</script", "<!", "<p", "&#", "&amp", "<title>", "\n"]
)
def test_a_page_is_read_in_one_pass_whatever_it_repeats(piece: str) -> None:
    def spent(times: int) -> float:
        begun = time.process_time()
        html_text(piece * times)
        return time.process_time() - begun

    spent(1_000)
    assert spent(80_000) < 20 * spent(10_000) + 0.2  # eight times the work, a square would be 64


@given(st.text(alphabet="<>!-/ascript pt=\"'&;\n", max_size=80))
def test_any_markup_is_read(markup: str) -> None:
    text, _ = html_text(markup)
    assert "\n\n" not in text
