"""OpenDocument spreadsheets as rows of text; `spreadsheet` asks after it has checked the zip.

Element and attribute names are those of OpenDocument 1.3, part 3 (OASIS). A document that declares
entities is refused before it comes here (`markup`).
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree  # nosec B405

from db.errors import Refused

MAX_COLUMNS = 16_384  # of a sheet, as many as a spreadsheet program can make
# what a zip that is damaged makes its reader raise
UNREADABLE = (
    zipfile.BadZipFile,
    OSError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    ValueError,
    KeyError,
    struct.error,
    OverflowError,
)
_MAX_REPEATS = 10_000
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SPACE = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_HIDDEN = (f"{_OFFICE}annotation",)


def open_book(path: Path) -> tuple[list[str], Callable[[str], Iterator[list[str]]], str]:
    """Return sheet titles, what gives a sheet's rows, and ""; raise Refused when damaged."""
    try:
        titles = list(_titles(path))
    except (ElementTree.ParseError, *UNREADABLE) as error:
        raise Refused(f"{path.name} is damaged; save it again as .ods or CSV.") from error
    if not titles:
        raise Refused(f"{path.name} has no sheet with cells; choose another file.")
    return titles, lambda title: _rows(path, title), ""


def _titles(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as book, book.open("content.xml") as file:
        for event, element in ElementTree.iterparse(file, ("start", "end")):  # nosec B314
            if event == "start" and element.tag == f"{_TABLE}table":
                yield element.get(f"{_TABLE}name", "")
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                element.clear()


def _rows(path: Path, title: str) -> Iterator[list[str]]:
    inside = False
    above: dict[int, tuple[int, str]] = {}
    with zipfile.ZipFile(path) as book, book.open("content.xml") as file:
        for event, element in ElementTree.iterparse(file, ("start", "end")):  # nosec B314
            if element.tag == f"{_TABLE}table":
                if event == "end" and inside:
                    return
                inside = event == "start" and element.get(f"{_TABLE}name", "") == title
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                if inside:
                    repeats = _count(element, "number-rows-repeated")
                    cells = _cells(element, above)
                    for _ in range(min(repeats, _MAX_REPEATS)):
                        yield list(cells)
                element.clear()


def _cells(row: ElementTree.Element, above: dict[int, tuple[int, str]]) -> list[str]:
    """Return the texts of a row; `above` carries what a merged cell says in the rows below it."""
    cells: list[str] = []
    blanks = 0  # that stand behind these cells; a row often ends in thousands
    for cell in row:
        covered = cell.tag == f"{_TABLE}covered-table-cell"
        if not covered and cell.tag != f"{_TABLE}table-cell":
            continue
        text = "" if covered else _cell(cell)
        down = 0 if covered else _count(cell, "number-rows-spanned") - 1
        repeats = _count(cell, "number-columns-repeated")
        if not (text or covered or down):
            for column in [each for each in above if 0 <= each - len(cells) - blanks < repeats]:
                del above[column]
            blanks += repeats
            continue
        cells += [""] * min(blanks, MAX_COLUMNS - len(cells))
        blanks = 0
        if text and len(cells) + repeats > MAX_COLUMNS:
            raise Refused(
                f"The sheet has cells beyond its column {MAX_COLUMNS:,}; save the table with fewer"
                " columns."
            )
        for _ in range(min(repeats, MAX_COLUMNS - len(cells))):
            column = len(cells)
            rows_left, content = above.pop(column, (0, ""))
            if covered and rows_left:
                cells.append(content)
                above[column] = (rows_left - 1, content)
            else:
                cells.append(text)
                if down:
                    above[column] = (down, text)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _count(element: ElementTree.Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return max(int(text), 1) if text.isdecimal() else 1


def _cell(cell: ElementTree.Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value", "").upper()
    if kind == "float":
        value = cell.get(f"{_OFFICE}value", "")
        return value.removesuffix(".0")
    return "\n".join(_paragraph_text(part) for part in cell if part.tag == f"{_TEXT}p")


def _paragraph_text(element: ElementTree.Element) -> str:
    """Return all text of a paragraph, its runs of spaces and breaks written out, notes left out."""
    if element.tag in _HIDDEN:
        return ""
    if element.tag in _SPACE:
        times = element.get(f"{_TEXT}c", "1")
        return _SPACE[element.tag] * (min(int(times), 1000) if times.isdecimal() else 1)
    parts = [element.text or ""]
    for child in element:
        parts += [_paragraph_text(child), child.tail or ""]
    return "".join(parts)
