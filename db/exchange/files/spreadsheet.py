"""XLSX, XLS and ODS workbooks as rows of text; `table_file` asks once it knows a file for one.

Nothing in a workbook is trusted: sizes are bounded and documents that declare entities refused.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from xml.parsers import expat

from db.errors import Refused
from db.exchange.files import ods, ole, xls
from db.storage.files import disk

MAX_SHEET_BYTES = 256 << 20  # bytes of a sheet; a million rows of ten cells have about 200 MB
MAX_PART_BYTES = 64 << 20  # bytes of a part that is read whole: the shared texts, the styles
MAX_BOOK_BYTES = 512 << 20
MAX_SHEET_ROWS = 1_048_576  # of a sheet, as many as a spreadsheet program can make
# Times that a large part may be smaller packed; cells are so some thirty times.
MAX_PACKING_RATIO = 400
MIN_RATIO_BYTES = 16 << 20  # bytes above which this is asked
MAX_COLUMNS = 16_384  # of a sheet, as many as a spreadsheet program can make
MAX_KEPT_CELLS = 500_000  # cells
MAX_COMPARED_ROWS = 2_000  # rows of each sheet that are looked at to find the fullest
_MAX_FILLED_CELLS = 100_000
_REFERENCE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')

Records = Callable[[], Iterator[list[str]]]
Merged = dict[int, dict[int, int]]


def open_sheet(path: Path, sheet: str | None = None) -> tuple[tuple[str, ...], str, Records, str]:
    """Return (titles of all sheets, that of the sheet, a function giving its rows, a note or "");
    the fullest sheet by default.

    Raises Refused for a file that is no workbook, for one that is damaged or locked, and for one
    that would unpack beyond bounds.
    """
    with disk.open_file(path) as file:
        is_old = file.read(len(ole.MAGIC)) == ole.MAGIC
    if is_old:
        return _choose(path, *_xls(path), sheet, "")
    try:
        with zipfile.ZipFile(path) as book:
            names = set(book.namelist())
            _check(path, book)
    except ods.UNREADABLE as error:
        raise Refused(f"{path.name} is damaged; save it again as .xlsx or CSV.") from error
    if "xl/workbook.xml" in names:
        titles, read, note = _xlsx(path)
    elif "content.xml" in names:
        titles, read, note = ods.open_book(path)
    else:
        raise Refused(f"{path.name} is a zip file, not a spreadsheet; unpack it first.")
    return _choose(path, titles, read, sheet, note)


def _choose(
    path: Path,
    titles: list[str],
    read: Callable[[str], Iterator[list[str]]],
    sheet: str | None,
    note: str,
) -> tuple[tuple[str, ...], str, Records, str]:
    if sheet is not None and sheet not in titles:
        title_list = ", ".join(titles)
        raise Refused(f"{path.name} has no sheet {sheet}; its sheets are {title_list}.", sheet)

    def plain(title: str) -> Iterator[list[str]]:
        return _plain(path, read(title))

    chosen = sheet if sheet is not None else _fullest_sheet(titles, plain)
    others = [title for title in titles if title != chosen]
    if others and sheet is None:
        note = f"Only the sheet {chosen} was read; others are {', '.join(others[:9])}."
    return tuple(titles), chosen, _Kept(lambda: plain(chosen)), note


class _Kept:
    """Rows that are kept after the first full pass, when they are few enough to hold.

    Reading a workbook is slow, and a table is read twice: to guess its mapping and to import it.
    """

    def __init__(self, read: Records) -> None:
        self._read = read
        self._rows: list[list[str]] | None = None

    def __call__(self) -> Iterator[list[str]]:
        return iter(self._rows) if self._rows is not None else self._first()

    def _first(self) -> Iterator[list[str]]:
        rows: list[list[str]] = []
        cells = 0
        for row in self._read():
            cells += len(row) + 1  # a blank row takes room as well
            if cells <= MAX_KEPT_CELLS:
                rows.append(row)
            yield row
        if cells <= MAX_KEPT_CELLS:
            self._rows = rows


def _fullest_sheet(titles: list[str], read: Callable[[str], Iterator[list[str]]]) -> str:
    """Return the sheet with most filled cells in its first rows, the first one of equals."""
    if len(titles) == 1:
        return titles[0]

    def count_cells(title: str) -> int:
        return sum(sum(map(bool, row)) for row in islice(read(title), MAX_COMPARED_ROWS))

    return max(titles, key=count_cells)


def _plain(path: Path, rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield the rows; whatever a damaged workbook makes its reader raise becomes one sentence."""
    try:
        for number, row in enumerate(rows, 1):
            if number > MAX_SHEET_ROWS:
                raise Refused(
                    f"{path.name} has more than {MAX_SHEET_ROWS:,} rows, or says so; save the table"
                    " alone as CSV."
                )
            yield row
    except Refused:
        raise
    except Exception as error:
        raise Refused(f"{path.name} is damaged; save it again as .xlsx or CSV.") from error


def _check(path: Path, book: zipfile.ZipFile) -> None:
    """Check the bounds of what would be unpacked, and that no part has a document type."""
    parts = book.infolist()
    if sum(part.file_size for part in parts) > MAX_BOOK_BYTES or any(map(_is_too_large, parts)):
        raise Refused(f"{path.name} is too large to unpack; save the table alone as CSV.")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and _declares_type(book, part):
            raise Refused(f"{path.name} declares XML entities, which no spreadsheet needs.")


def _is_too_large(part: zipfile.ZipInfo) -> bool:
    """Say whether a part unpacks to more than a table needs, or is packed tighter than cells."""
    is_sheet = part.filename == "content.xml" or "worksheets/" in part.filename
    is_read = part.filename.endswith((".xml", ".rels"))
    most = MAX_SHEET_BYTES if is_sheet or not is_read else MAX_PART_BYTES
    is_bomb = part.file_size > MIN_RATIO_BYTES and part.file_size > MAX_PACKING_RATIO * max(
        part.compress_size, 1
    )
    return part.file_size > most or is_bomb


def _declares_type(book: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Say whether an XML part has a DOCTYPE; reads no further than its first element."""
    seen = {"type": False, "element": False}
    parser = expat.ParserCreate()

    def note_type(*_: object) -> None:
        seen["type"] = True

    def note_element(*_: object) -> None:
        seen["element"] = True

    parser.StartDoctypeDeclHandler = note_type
    parser.StartElementHandler = note_element
    with book.open(part) as file:
        while not any(seen.values()) and (chunk := file.read(4096)):
            try:
                parser.Parse(chunk)
            except expat.ExpatError:
                break  # not well-formed: its own reader will say so
    return seen["type"]


def _xlsx(path: Path) -> tuple[list[str], Callable[[str], Iterator[list[str]]], str]:
    import openpyxl  # 0.2 s, so only when a workbook is read

    # It warns of styles and extensions that it does not know; a table has no need of them.
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        titles = [sheet.title for sheet in book.worksheets]
        book.close()
    except Exception as error:
        raise Refused(f"{path.name} is damaged; save it again as .xlsx or CSV.") from error
    if not titles:
        raise Refused(f"{path.name} has no sheet with cells; choose another file.")

    def read(title: str) -> Iterator[list[str]]:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            sheet = next(each for each in book.worksheets if each.title == title)
            sheet.reset_dimensions()  # what a file says of its size is often wrong
            part = str(getattr(sheet, "_worksheet_path", ""))
            merged = _covered_cells(_merged_ranges(path, part))
            yield from _cell_texts(sheet.iter_rows(values_only=True), merged)
        finally:
            book.close()

    return titles, read, ""


def _xls(path: Path) -> tuple[list[str], Callable[[str], Iterator[list[str]]]]:
    sheets = xls.read_book(path)

    def read(title: str) -> Iterator[list[str]]:
        sheet = sheets[title]
        ranges = ((left, top + 1, bottom + 1) for top, bottom, left, _ in sheet.merged)
        return _cell_texts(sheet.values(), _covered_cells(ranges))

    return list(sheets), read


def _cell_texts(rows: Iterator[Sequence[Any]], merged: Merged) -> Iterator[list[str]]:
    """Yield cells as text; one that a merged cell covers from above repeats what stands there.

    A cell merged sideways is a title or a group of headings, and says nothing of the columns.
    """
    texts: dict[tuple[int, int], str] = {}
    for number, values in enumerate(rows, 1):
        if len(values) > MAX_COLUMNS:
            need_columns(values[MAX_COLUMNS:], number)
        cells = [cell_text(value) for value in values[:MAX_COLUMNS]]
        for column, top in merged.get(number, {}).items():
            cells += [""] * (column + 1 - len(cells))
            if top == number:
                texts[top, column] = cells[column]
            cells[column] = texts.get((top, column), "")
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def need_columns(beyond: Sequence[Any], row: int) -> None:
    """Refuse a row in which anything stands beyond the last column that there can be."""
    if any(cell_text(value) for value in beyond):
        raise Refused(
            f"The sheet has cells beyond its column {MAX_COLUMNS:,}, in row {row:,}; save the table"
            " with fewer columns."
        )


def _covered_cells(ranges: Iterable[tuple[int, int, int]]) -> Merged:
    """Return {row: {column: top row}} of cells merged downwards, rows from 1 and columns from 0.

    >>> _covered_cells([(0, 2, 3), (1, 2, 2)])
    {2: {0: 2}, 3: {0: 2}}
    """
    found: Merged = {}
    filled = 0
    for left, top, bottom in ranges:
        filled += bottom - top
        if filled > _MAX_FILLED_CELLS or left >= MAX_COLUMNS:
            break
        for row in range(top, bottom + 1) if bottom > top else ():
            found.setdefault(row, {})[left] = top
    return found


def _merged_ranges(path: Path, part: str) -> Iterator[tuple[int, int, int]]:
    """Yield column, first and last row of the merged cells of an XLSX sheet."""
    with zipfile.ZipFile(path) as book:
        if part.lstrip("/") not in book.namelist():
            return
        with book.open(part.lstrip("/")) as file:
            rest = b""
            while chunk := file.read(1 << 20):
                text = rest + chunk
                matches = list(_REFERENCE.finditer(text))
                rest = text[max(matches[-1].end() if matches else 0, len(text) - 200) :]
                for match in matches:
                    yield _column(match[1]), int(match[2]), int(match[4])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def cell_text(value: object) -> str:
    """Return a cell's value as an officer would type it; days in ISO 8601.

    >>> import datetime
    >>> cell_text(datetime.datetime(1901, 2, 22)), cell_text(3.0), cell_text(True)
    ('1901-02-22', '3', 'TRUE')
    >>> cell_text(0.1 + 0.2), cell_text(None)
    ('0.3', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return format(value, ".15g") if abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return str(value)
