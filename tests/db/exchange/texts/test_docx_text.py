"""A Word document gives its paragraphs; a bomb, an entity and another zip are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest

from db import Refused
from db.exchange.texts import docx_text as module
from db.exchange.texts.docx_text import docx_text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: Mapping[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return into.getvalue()


def document(body: str) -> bytes:
    return packed({"word/document.xml": f"<w:document {W}><w:body>{body}".encode()
                   + b"</w:body></w:document>"})  # fmt: skip


def test_paragraphs_and_cells_of_a_document_are_read_with_its_title() -> None:
    made = docx.Document()
    made.core_properties.title = "A readout"
    made.add_heading("Dar meets Rubio")
    made.add_paragraph("They met\nin Washington.")
    made.add_table(1, 1).cell(0, 0).text = "a cell"
    into = io.BytesIO()
    made.save(into)
    text, title = docx_text(into.getvalue(), "a.docx")
    assert text.split("\n")[:4] == ["Dar meets Rubio", "They met", "in Washington.", "a cell"]
    assert title == "A readout"


def test_what_was_deleted_and_field_codes_are_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"
    )
    assert docx_text(document(body), "a.docx")[0] == "kept\n"


def test_a_bomb_is_refused_whatever_size_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PART_BYTES", 1 << 16)
    bomb = document("<w:p/>" * 100_000)
    assert len(bomb) < 10_000
    with pytest.raises(Refused, match="too large to unpack"):
        docx_text(bomb, "a.docx")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (packed({"a.txt": b"a"}), "not a Word document"),
        (packed({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "entities"),
        (packed({"word/document.xml": b"<a>"}), "is damaged"),
        (document("a")[:-30], "is damaged"),
        (b"PK\x03\x04", "is damaged"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(Refused, match=says):
        docx_text(data, "a.docx")


def test_a_document_nested_without_end_is_read_without_recursion() -> None:
    depth = 20_000
    text, _ = docx_text(document("<w:x>" * depth + "</w:x>" * depth), "a.docx")
    assert text == ""
