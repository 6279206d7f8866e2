"""The text of a file, with its title and day where the file says them; intake asks it.

What a file is is told by its content. Sizes are bounded, nothing in it is run, and nothing fetched.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from pathlib import Path

from db.dates import HistoricalDate
from db.errors import Refused, Unavailable
from db.exchange.files.encoding import judge
from db.exchange.texts.docx_text import docx_text
from db.exchange.texts.html_text import html_text, is_html
from db.exchange.texts.text_head import MAX_TITLE_LETTERS, text_head
from db.storage.files.disk import open_file

MAX_FILE_BYTES = 64 << 20  # of a file that is read
MAX_PLAIN_BYTES = 8 << 20  # of one that is text throughout
MAX_JUDGED_BYTES = 1 << 16  # by which the code page is told
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class TextOfFile:
    """A text as it was in a file; `published` is the day that a letter or its first lines bear."""

    text: str
    title: str = ""
    published: HistoricalDate | None = None


def read_text_file(path: Path) -> TextOfFile:
    """Return the text of a file; raise Refused for one that holds none."""
    try:
        with open_file(path) as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    return read_text_bytes(data, path.name)


def read_text_bytes(data: bytes, name: str) -> TextOfFile:
    """Return the text that bytes hold; `name` is what a refusal calls them.

    >>> read_text_bytes(b"<html><title>A</title><script>x()</script><p>B &amp; C</html>", "a.html")
    TextOfFile(text='B & C', title='A', published=None)
    >>> read_text_bytes(b"\\nParis, 1 May\\nThe minister said", "a.txt").title
    'Paris, 1 May'
    """
    if len(data) > MAX_FILE_BYTES:
        raise Refused(f"{name} has over {MAX_FILE_BYTES >> 20} MB; give the text alone, as .txt.")
    found = _read(data, name)
    found = replace(found, text=found.text.replace("\0", "").strip())
    if not found.text:
        raise Refused(f"{name} holds no text that can be read; a scanned page is only a picture.")
    head = text_head(found.text)
    title = " ".join(found.title.split())[:MAX_TITLE_LETTERS] or head.title
    return replace(found, title=title, published=found.published or head.published)


def _read(data: bytes, name: str) -> TextOfFile:
    if data.startswith(b"%PDF-"):
        from db.exchange.texts.pdf_text import pdf_text  # PDFium is loaded for a PDF alone

        return TextOfFile(*pdf_text(data, name))
    if data.startswith(b"PK\x03\x04"):
        return TextOfFile(*docx_text(data, name))
    if len(data) > MAX_PLAIN_BYTES:
        raise Refused(f"{name} has over {MAX_PLAIN_BYTES >> 20} MB of text; give a part of it.")
    if name.casefold().endswith(".eml"):
        from db.exchange.texts.mail_text import mail_text  # so are the modules of mail

        return TextOfFile(*mail_text(data, name))
    text = decode(data)
    if is_html(text) or name.casefold().endswith((".html", ".htm")):
        return TextOfFile(*html_text(text))
    return TextOfFile(text)


def decode(data: bytes) -> str:
    """Return bytes as text: by their mark, as UTF-8, or by the likeliest code page.

    >>> decode("Владимир Путин".encode("cp1251")), decode("é".encode("utf-16"))
    ('Владимир Путин', 'é')
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(*judge(data[:MAX_JUDGED_BYTES]))
