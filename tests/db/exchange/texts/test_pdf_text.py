"""A PDF gives the text of its pages; one that unpacks beyond bounds is refused before that."""

from __future__ import annotations

import zlib

import pytest

from db import Refused
from db.exchange.texts import pdf_text as module
from db.exchange.texts.pdf_text import pdf_text, refuse_bomb


def made(*pages: bytes, filters: bytes = b"") -> bytes:
    """A PDF with these content streams, its cross-reference left to be mended."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * at) for at in range(len(pages)))
    parts = [
        b"%PDF-1.4",
        b"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
        b"2 0 obj <</Type/Pages/Kids[%s]/Count %d>> endobj" % (kids, len(pages)),
        b"3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj",
        b"4 0 obj <</Title (A communique)>> endobj",
    ]
    for at, content in enumerate(pages):
        parts.append(
            b"%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>> endobj" % (10 + 2 * at, 11 + 2 * at)
        )
        parts.append(
            b"%d 0 obj <</Length %d%s>> stream\n%s\nendstream endobj"
            % (11 + 2 * at, len(content), filters, content)
        )
    return b"\n".join([*parts, b"trailer <</Root 1 0 R/Info 4 0 R>>", b"%%EOF"])


def words(text: str) -> bytes:
    return b"BT /F 12 Tf 20 200 Td (%s) Tj ET" % text.encode()


def test_the_pages_and_the_title_of_a_pdf_are_read() -> None:
    text, title = pdf_text(made(words("Dar met Rubio"), words("in Washington")), "a.pdf")
    assert text.split("\n") == ["Dar met Rubio", "in Washington"]
    assert title == "A communique"


def test_packed_pages_are_read() -> None:
    packed = zlib.compress(words("Dar met Rubio"))
    assert pdf_text(made(packed, filters=b"/Filter/FlateDecode"), "a.pdf")[0] == "Dar met Rubio"


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_UNPACKED_BYTES", 4 << 20)
    bomb = made(zlib.compress(b" " * (8 << 20)), filters=b"/Filter/FlateDecode")
    assert len(bomb) < 20_000
    with pytest.raises(Refused, match="too large to unpack"):
        pdf_text(bomb, "a.pdf")
    many = made(*[zlib.compress(b" " * (1 << 20))] * 6, filters=b"/Filter/FlateDecode")
    with pytest.raises(Refused, match="too large to unpack"):
        refuse_bomb(many, "a.pdf")


def test_a_stream_packed_twice_is_refused() -> None:
    twice = zlib.compress(zlib.compress(words("a")))
    with pytest.raises(Refused, match="packed twice"):
        pdf_text(made(twice, filters=b"/Filter[/FlateDecode /FlateDecode]"), "a.pdf")


@pytest.mark.parametrize(("limit", "value"), [("MAX_PAGES", 1), ("MAX_LETTERS", 5)])
def test_too_many_pages_or_letters_are_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(module, limit, value)
    with pytest.raises(Refused, match="over"):
        pdf_text(made(words("Dar met Rubio"), words("b")), "a.pdf")


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(Refused, match="damaged or needs a password"):
        pdf_text(b"%PDF-1.4\nnothing of it", "a.pdf")
