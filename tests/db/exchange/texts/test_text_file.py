"""A text is read out of any file that holds one, and refused in a sentence where none is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import DeskError, Refused, TextOfFile, Unavailable, read_text_bytes, read_text_file
from db.exchange.texts import text_file


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_plain_text_is_read_in_its_encoding(tmp_path: Path, codec: str) -> None:
    text = "Москва, 1 мая. Министр сказал, что встреча состоится."
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(codec))
    assert read_text_file(path) == TextOfFile(text, text, None)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.txt", "holds no text"),
        (b" \n\t ", "a.txt", "holds no text"),
        (b"\0\0\0", "a.txt", "holds no text"),
        (b"<html><script>alert(1)</script></html>", "a.html", "holds no text"),
        (b"%PDF-1.7 nothing", "a.pdf", "cannot be read"),
        (b"PK\x03\x04 nothing", "a.docx", "is damaged"),
    ],
)
def test_a_file_without_text_is_refused(data: bytes, name: str, says: str) -> None:
    with pytest.raises(Refused, match=says) as refused:
        read_text_bytes(data, name)
    assert str(refused.value).startswith(name)


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_file, "MAX_PLAIN_BYTES", 100)
    with pytest.raises(Refused, match="of text; give a part"):
        read_text_bytes(b"a " * 100, "a.txt")
    monkeypatch.setattr(text_file, "MAX_FILE_BYTES", 100)
    with pytest.raises(Refused, match="give the text alone"):
        read_text_bytes(b"%PDF-" + b"a " * 100, "a.pdf")


def test_a_folder_a_pipe_and_nothing_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", ".", "missing.txt"):
        with pytest.raises(Unavailable):
            read_text_file(tmp_path / name)


def test_the_title_is_the_first_line_where_the_file_has_none() -> None:
    found = read_text_bytes(b"\n\n  A   headline \nand more " + b"x" * 300, "a.txt")
    assert found.title == "A headline"
    assert read_text_bytes(b"- A point\nb", "a.txt").title == "A point"
    assert len(read_text_bytes(b"x" * 500, "a.txt").title) == text_file.MAX_TITLE_LETTERS


def test_nul_is_no_letter_of_a_text() -> None:
    assert read_text_bytes(b"a\0b", "a.txt").text == "ab"


@given(
    st.binary(max_size=400),
    st.sampled_from((b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"Subject: a\n\n")),
    st.sampled_from(("a.txt", "a.html", "a.eml", "a.pdf", "a.docx")),
)
def test_any_bytes_are_text_or_refused(data: bytes, head: bytes, name: str) -> None:
    try:
        found = read_text_bytes(head + data, name)
    except DeskError as refusal:
        assert str(refusal)
    else:
        assert found.text.strip()
        assert "\0" not in found.text
