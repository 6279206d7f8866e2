"""An address is copied from every output as it is: no hidden sign, no hyphen more or less."""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from shutil import which

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.content.addresses import address_parts
from desktop.paper.content.blocks import Bullets, Endnotes, Fields, Paragraph, Quotation, Run, Sheet
from desktop.paper.content.blocks import TableBlock as Table
from desktop.paper.outputs import OUTPUTS
from desktop.paper.typst.typeset import typeset

ADDRESSES = [
    "https://example.org/short",
    "https://example.org/a/very/long/path/that/goes/on-and-on/for/ever?query=one&two=three#here",
    "https://www.mofa.gov.pk/" + "x" * 90 + "/end",
    "www.example.org/abc/def/ghijklmnopqrstuvwxyz/0123456789/abcdefghijklmnop",
    "a.very.long.address.of.somebody.in.a.ministry@foreign-affairs.example.gov.pk",
    "correspondence@foreignaffairs.example",
    "+92 (51) 111-222-333-444-555",
    "https://de.wikipedia.org/wiki/Stra%C3%9Fe_(Begriffskl%C3%A4rung)",
    "http://xn--mgbh0fb.xn--kgbechtv/%D8%B9%D8%A7%D8%B5%D9%85-%D9%85%D9%86%DB%8C%D8%B1-%D8%B9",
]
SHEET = Sheet(
    "Addresses",
    [
        Endnotes([(at, ("“A title”, 2025.", Run(f" {each}", direction="ltr")))
                  for at, each in enumerate(ADDRESSES, 1)]),
        Fields([("Website", each) for each in ADDRESSES]),
        Bullets([f"Seen at {each}, on a day in the midst of the week" for each in ADDRESSES]),
        *(Paragraph(f"It is said, and was said before, that {each} tells more of it at length.")
          for each in ADDRESSES),
        *(Quotation(f"see {each}") for each in ADDRESSES),
        Table(("A", "B"), [(each, f"or {each}") for each in ADDRESSES]),
    ],
)  # fmt: skip
PLACES = 7


def without_line_ends(text: str) -> str:
    return re.sub(r"\s", "", text)


def check(text: str) -> None:
    assert not re.search("[\u200b\u2060\u00ad\ufeff]", text)
    plain = without_line_ends(text)
    for address in ADDRESSES:
        assert plain.count(without_line_ends(address)) >= PLACES, address


def test_pdfium_copies_the_very_address() -> None:
    document = pypdfium2.PdfDocument(typeset(SHEET).pdf)
    check("\n".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not on this computer")
def test_pdftotext_copies_the_very_address(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(typeset(SHEET).pdf)
    check(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout)


def test_a_web_page_and_word_hold_the_very_address() -> None:
    html = OUTPUTS[".html"]([SHEET], "a4", None).content.decode()
    check(re.sub("<[^>]*>", "", html).replace("&amp;", "&"))
    with zipfile.ZipFile(BytesIO(OUTPUTS[".docx"]([SHEET], "a4", None).content)) as whole:
        text = whole.read("word/document.xml").decode()
    check("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", text)).replace("&amp;", "&"))


@given(st.text(alphabet="ab/-.@:+0123 ?#w(é\u0301“”", max_size=120), st.booleans())
def test_the_parts_of_a_text_are_the_text(text: str, is_narrow: bool) -> None:
    parts = address_parts(text, is_narrow=is_narrow)
    said = "".join(part if isinstance(part, str) else "".join(part) for part in parts)
    assert said.replace("\u200b", "") == text
    for part in parts:
        if not isinstance(part, str):
            assert not any(piece.endswith("-") for piece in part[:-1])


def test_long_words_that_are_no_addresses_bear_no_hidden_sign_either() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    sheet = Sheet(word, [Paragraph(word), Table(("A", "B"), [(word, word)])], native=word)
    document = pypdfium2.PdfDocument(typeset(sheet).pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    assert "\u200b" not in text and without_line_ends(text).count(word) == 5
