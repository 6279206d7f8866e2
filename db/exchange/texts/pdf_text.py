"""The text of a PDF, as PDFium finds it; `text_file` asks it.

PDFium serves one thread at a time, so whoever calls it, the preview as well, holds `PDFIUM_LOCK`.
"""

from __future__ import annotations

import re
import threading
import zlib
from typing import Final

import pypdfium2

from db.errors import Refused

PDFIUM_LOCK: Final = threading.Lock()
MAX_PAGES: Final = 400
MAX_LETTERS: Final = 2_000_000
MAX_UNPACKED_BYTES: Final = 192 << 20  # of all streams of a file
_STREAM: Final = re.compile(rb"stream\r?\n")
_PACKED_TWICE: Final = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")


def pdf_text(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a PDF, page after page, and its title."""
    refuse_bomb(data, name)
    with PDFIUM_LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise Refused(
                f"{name} cannot be read: it is damaged or needs a password; save its text as .txt."
            ) from error
        try:
            return _pages(document, name), str(document.get_metadata_value("Title") or "")
        except pypdfium2.PdfiumError as error:
            raise Refused(f"{name} is damaged; save its text as .txt.") from error
        finally:
            document.close()


def _pages(document: pypdfium2.PdfDocument, name: str) -> str:
    if len(document) > MAX_PAGES:
        raise Refused(f"{name} has over {MAX_PAGES} pages; save those that matter alone.")
    pieces: list[str] = []
    left = MAX_LETTERS
    for at in range(len(document)):
        page = document[at]
        text = page.get_textpage()
        try:
            pieces.append(text.get_text_bounded().replace("\r\n", "\n"))
        finally:
            text.close()
            page.close()
        left -= len(pieces[-1])
        if left < 0:
            raise Refused(f"{name} has over {MAX_LETTERS:,} characters; save a part of it as .txt.")
    return "\n".join(pieces)


def refuse_bomb(data: bytes, name: str) -> None:
    """Refuse a PDF that would unpack beyond bounds, before PDFium tries."""
    if _PACKED_TWICE.search(data):
        raise Refused(f"{name} is packed twice, which no text needs; save its text as .txt.")
    left = MAX_UNPACKED_BYTES
    for found in _STREAM.finditer(data):
        left -= _unpacked_size(data, found.end(), left)
        if left < 0:
            raise Refused(f"{name} is too large to unpack; save its text as .txt.")


def _unpacked_size(data: bytes, start: int, most: int) -> int:
    """Return what a packed stream unpacks to, looking no further than `most`; 0 for another."""
    if data[start : start + 1] not in (b"\x78", b"\x48", b"\x68", b"\x58", b"\x38"):
        return 0
    unpacker = zlib.decompressobj()
    size, at = 0, start
    try:
        while not unpacker.eof and size <= most:
            packed = unpacker.unconsumed_tail
            if not packed:
                packed = data[at : at + (1 << 16)]
                at += len(packed)
            if not packed:
                return size
            size += len(unpacker.decompress(packed, 1 << 20))
    except zlib.error:
        return size  # damaged or no such stream: PDFium will say
    return size
