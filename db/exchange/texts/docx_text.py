"""The text of a Word document; `text_file` asks it once it has seen that a file is a zip.

Only the document's own words are read, out of a part of bounded size: what was deleted, field codes
and anything embedded are not.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, Final
from xml.parsers import expat

from db.errors import Refused

MAX_PART_BYTES: Final = 32 << 20  # of a part, unpacked
MAX_PARTS: Final = 10_000
_DOCUMENT, _CORE = "word/document.xml", "docProps/core.xml"
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, KeyError,
)  # fmt: skip
_BREAKS = {"p": "\n", "br": "\n", "cr": "\n", "tab": "\t"}
_UNSEEN = frozenset(("del", "instrText", "delText", "moveFrom"))


def docx_text(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a document, a line for each paragraph, and its title."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if len(package.infolist()) > MAX_PARTS or _DOCUMENT not in package.namelist():
                raise Refused(f"{name} is a zip file, not a Word document; unpack it first.")
            text = _texts(_part(package, _DOCUMENT, name), "t", name)
            is_titled = _CORE in package.namelist()
            title = _texts(_part(package, _CORE, name), "title", name) if is_titled else ""
    except _UNREADABLE as error:
        raise Refused(f"{name} is damaged; save it again as .docx or .txt.") from error
    return text, title.strip()


def _part(package: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Return a part unpacked, whatever size the file says it has."""
    with package.open(part) as file:
        content = file.read(MAX_PART_BYTES + 1)
    if len(content) > MAX_PART_BYTES:
        raise Refused(f"{name} is too large to unpack; save its text alone as .txt.")
    return content


def _texts(xml: bytes, wanted: str, name: str) -> str:
    """Return what elements of one name hold, by local names."""
    pieces: list[str] = []
    open_elements: list[str] = []
    unseen = 0

    def begin(element: str, _attributes: Any) -> None:
        nonlocal unseen
        local = element.rpartition(":")[2]
        open_elements.append(local)
        unseen += local in _UNSEEN
        if local in _BREAKS and local != "p":
            pieces.append(_BREAKS[local])

    def finish(element: str) -> None:
        nonlocal unseen
        local = open_elements.pop()
        unseen -= local in _UNSEEN
        if local == "p":
            pieces.append("\n")

    def take(text: str) -> None:
        if not unseen and open_elements and open_elements[-1] == wanted:
            pieces.append(text)

    def refuse_type(*_: object) -> None:
        raise Refused(f"{name} declares XML entities, which no document needs.")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.CharacterDataHandler = take
    parser.StartDoctypeDeclHandler = refuse_type
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise Refused(f"{name} is damaged; save it again as .docx or .txt.") from error
    return "".join(pieces)
