"""Workbooks of Excel 5.0 to 2003 (BIFF5 and BIFF8) as rows of values; `spreadsheet` asks.

A library would read them too, but none that a hostile file cannot keep busy without end (decision
301). Here every byte is read once, cells and shared texts are counted, formulas and names are not
evaluated: a cell's last value stands beside its formula. Records are those of [MS-XLS].
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from db.errors import Refused
from db.exchange.files.ole import CompoundFile
from db.storage.files import disk

MAX_FILE_BYTES = 64 << 20  # bytes; 65,536 rows of twenty cells have about 20 MB
MAX_CELLS = 3_000_000  # cells of all sheets together
MAX_SHARED_TEXTS = 1_500_000
MAX_SHEETS = 1_000
MAX_COLUMNS = 256  # as many as these programs could make
_BIFF8 = 0x0600
_GLOBALS, _SHEET = 0x0005, 0x0010
_STREAMS = ("Workbook", "Book")
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
           0x24: "#NUM!", 0x2A: "#N/A"}  # fmt: skip
#: Built-in formats of days and times; 27 to 36 and 50 to 58 are those of East Asian calendars.
_DAY_FORMATS = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))
_CODE_PAGES = {1200: "utf-16-le", 10000: "mac_roman", 32768: "mac_roman", 32769: "cp1252"}

Ranges = list[tuple[int, int, int, int]]  # first and last row, first and last column, from 0


@dataclass(slots=True)
class OldSheet:
    """The cells of a sheet by rows, and which of them are merged."""

    rows: dict[int, list[Any]] = field(default_factory=dict)
    merged: Ranges = field(default_factory=list)

    def values(self) -> Iterator[list[Any]]:
        """Yield the rows from the first to the last, blank ones too."""
        for number in range(max(self.rows, default=-1) + 1):
            yield self.rows.get(number, [])

    def put(self, row: int, column: int, value: Any) -> None:
        """Put a value into a cell; None is a blank one."""
        if column >= MAX_COLUMNS:
            raise ValueError(f"column {column}")
        cells = self.rows.setdefault(row, [])
        if column >= len(cells):
            cells += [None] * (column + 1 - len(cells))
        cells[column] = value


def read_book(path: Path) -> dict[str, OldSheet]:
    """Return the sheets of a workbook by their titles; Refused for one that is none or locked."""
    with disk.open_file(path) as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise Refused(f"{path.name} is larger than {MAX_FILE_BYTES >> 20} MB; save it as .xlsx.")
    try:
        book = CompoundFile(data)
        name = next((name for name in _STREAMS if name in book), None)
        if "EncryptedPackage" in book:
            raise Refused(f"{path.name} is locked; save it without a password.")
        if name is None:
            raise Refused(f"{path.name} is an Office file but no workbook; save the table as CSV.")
        sheets = _Book(path, book.stream(name)).sheets()
    except (ValueError, IndexError, KeyError, struct.error, OverflowError) as error:
        raise Refused(f"{path.name} is damaged; save it again as .xlsx or CSV.") from error
    if not sheets:
        raise Refused(f"{path.name} has no sheet with cells; choose another file.")
    return sheets


class _Book:
    """What the records of a workbook say of its sheets: texts, formats and the day that counts."""

    def __init__(self, path: Path, stream: bytes) -> None:
        self._path = path
        self._stream = stream
        self._texts: list[str] = []
        self._formats: dict[int, str] = {}
        self._cell_formats: list[int] = []
        self._places: list[tuple[int, str]] = []  # where each sheet begins, and its title
        self._is_1904 = False
        self._codec = "cp1252"
        self._cells_left = MAX_CELLS
        self._bytes_left = 2 * len(stream)
        self._is_wide = True  # texts of BIFF8
        self._days: dict[int, bool] = {}

    def sheets(self) -> dict[str, OldSheet]:
        """Return each sheet with cells; raise Refused beyond bounds."""
        self._read_globals()
        found: dict[str, OldSheet] = {}
        for at, title in self._places[:MAX_SHEETS]:
            if title not in found:
                found[title] = self._sheet(at)
        return found

    def _records(self, at: int) -> Iterator[tuple[int, list[bytes]]]:
        """Yield the code and the pieces of each record of a part of the stream, up to its end."""
        data, depth = self._stream, 0
        while at + 4 <= len(data):
            code, length = struct.unpack_from("<HH", data, at)
            pieces = [data[at + 4 : at + 4 + length]]
            at += 4 + length
            while data[at : at + 2] == b"\x3c\x00" and at + 4 <= len(data):  # it goes on
                (length,) = struct.unpack_from("<H", data, at + 2)
                pieces.append(data[at + 4 : at + 4 + length])
                at += 4 + length
            self._bytes_left -= 4 + sum(map(len, pieces))
            if self._bytes_left < 0:
                raise ValueError("sheets that lie in each other")
            depth += (code == 0x0809) - (code == 0x000A)
            if depth <= 0:
                return
            if depth == 1:  # a chart within a sheet is another part
                yield code, pieces

    def _read_globals(self) -> None:
        if len(self._stream) < 8 or struct.unpack_from("<H2xH", self._stream)[0] != 0x0809:
            raise ValueError("no workbook of Excel 5 or later")
        version, kind = struct.unpack_from("<HH", self._stream, 4)
        if kind != _GLOBALS:
            raise ValueError("no workbook")
        self._is_wide = version >= _BIFF8
        for code, pieces in self._records(0):
            if take := _GLOBAL_RECORDS.get(code):
                take(self, pieces)

    def refuse_lock(self, _: Sequence[bytes]) -> None:
        """Refuse a workbook that is encrypted."""
        raise Refused(f"{self._path.name} is locked; save it without a password.")

    def take_code_page(self, pieces: Sequence[bytes]) -> None:
        """Take how the letters of BIFF5 are written."""
        (page,) = struct.unpack_from("<H", pieces[0])
        codec = _CODE_PAGES.get(page, f"cp{page}")
        try:
            b"".decode(codec)
        except LookupError:
            return
        self._codec = codec

    def take_first_day(self, pieces: Sequence[bytes]) -> None:
        """Take the day that days are counted from."""
        self._is_1904 = struct.unpack_from("<H", pieces[0])[0] == 1

    def take_format(self, pieces: Sequence[bytes]) -> None:
        """Take a format of numbers of the book's own."""
        (number,) = struct.unpack_from("<H", pieces[0])
        self._formats[number] = self._text(pieces, 2, 2 if self._is_wide else 1)

    def take_cell_format(self, pieces: Sequence[bytes]) -> None:
        """Take the format of numbers of a style of cells."""
        self._cell_formats.append(struct.unpack_from("<H", pieces[0], 2)[0])

    def take_place(self, pieces: Sequence[bytes]) -> None:
        """Take where a sheet with cells begins."""
        at, _, kind = struct.unpack_from("<IBB", pieces[0])
        if kind == 0:
            self._places.append((at, self._text(pieces, 6, 1)))

    def take_shared_texts(self, pieces: Sequence[bytes]) -> None:
        """Take the texts that cells name by number."""
        (count,) = struct.unpack_from("<I", pieces[0], 4)
        if count > MAX_SHARED_TEXTS:
            self._refuse_size(f"{MAX_SHARED_TEXTS:,} texts")
        reader = _Pieces(pieces, 8)
        self._texts = [reader.shared_text() for _ in range(count) if not reader.is_at_end()]

    def _refuse_size(self, most: str) -> None:
        raise Refused(f"{self._path.name} has more than {most}; save the table alone as CSV.")

    def _text(self, pieces: Sequence[bytes], at: int, length_bytes: int) -> str:
        """Return a text that its length in one or two bytes stands before."""
        data = pieces[0]
        count = data[at] if length_bytes == 1 else struct.unpack_from("<H", data, at)[0]
        at += length_bytes
        if self._is_wide:
            return _Pieces(pieces, at).letters(count)
        return data[at : at + count].decode(self._codec, "replace")

    # the cells of a sheet

    def _sheet(self, at: int) -> OldSheet:
        sheet = OldSheet()
        waiting: tuple[int, int] | None = None  # the cell whose formula gave a text
        for code, pieces in self._records(at):
            if code == 0x00E5:
                sheet.merged += _merged_cells(pieces[0])
            elif code == 0x0207 and waiting is not None:
                sheet.put(*waiting, self._text(pieces, 0, 2))
                waiting = None
            elif read := _CELL_RECORDS.get(code):
                for row, column, value in read(self, pieces):
                    if value is _TEXT_FOLLOWS:
                        waiting = row, column
                        continue
                    self._cells_left -= 1
                    if self._cells_left < 0:
                        self._refuse_size(f"{MAX_CELLS:,} cells")
                    sheet.put(row, column, value)
        return sheet

    def read_number(self, pieces: Sequence[bytes]) -> Cells:
        """Yield a number of eight bytes."""
        row, column, style, value = struct.unpack_from("<HHHd", pieces[0])
        yield row, column, self._day_or_number(value, style)

    def read_short_number(self, pieces: Sequence[bytes]) -> Cells:
        """Yield a number of four bytes."""
        row, column, style, packed = struct.unpack_from("<HHHI", pieces[0])
        yield row, column, self._day_or_number(_unpack_number(packed), style)

    def read_short_numbers(self, pieces: Sequence[bytes]) -> Cells:
        """Yield such numbers side by side."""
        data = pieces[0]
        row, first = struct.unpack_from("<HH", data)
        for number, at in enumerate(range(4, len(data) - 7, 6)):
            style, packed = struct.unpack_from("<HI", data, at)
            yield row, first + number, self._day_or_number(_unpack_number(packed), style)

    def read_shared_text(self, pieces: Sequence[bytes]) -> Cells:
        """Yield one of the shared texts."""
        row, column, number = struct.unpack_from("<HH2xI", pieces[0])
        yield row, column, self._texts[number]

    def read_label(self, pieces: Sequence[bytes]) -> Cells:
        """Yield a text of the cell's own."""
        row, column = struct.unpack_from("<HH", pieces[0])
        yield row, column, self._text(pieces, 6, 2)

    def read_truth(self, pieces: Sequence[bytes]) -> Cells:
        """Yield yes or no, or an error by its name."""
        row, column, value, is_error = struct.unpack_from("<HH2xBB", pieces[0])
        yield row, column, _ERRORS.get(value, "#N/A") if is_error else bool(value)

    def read_formula(self, pieces: Sequence[bytes]) -> Cells:
        """Yield the last value of a formula, which is a number where its end does not say else."""
        data = pieces[0]
        row, column, style = struct.unpack_from("<HHH", data)
        if data[12:14] != b"\xff\xff":
            yield row, column, self._day_or_number(struct.unpack_from("<d", data, 6)[0], style)
        elif data[6] == 0:
            yield row, column, _TEXT_FOLLOWS
        elif data[6] == 1:
            yield row, column, bool(data[8])
        elif data[6] == 2:
            yield row, column, _ERRORS.get(data[8], "#N/A")

    def _day_or_number(self, value: float, style: int) -> Any:
        """Return a number, or the day that its cell's format shows it as."""
        if style >= len(self._cell_formats) or not self._shows_day(self._cell_formats[style]):
            return value
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

        epoch: datetime = MAC_EPOCH if self._is_1904 else WINDOWS_EPOCH
        try:
            return from_excel(value, epoch)
        except (ValueError, OverflowError):
            return value

    def _shows_day(self, number: int) -> bool:
        if number not in self._days:
            from openpyxl.styles.numbers import is_date_format

            own = self._formats.get(number)
            self._days[number] = number in _DAY_FORMATS if own is None else is_date_format(own)
        return self._days[number]


Cells = Iterator[tuple[int, int, Any]]
_TEXT_FOLLOWS: Final = object()
_GLOBAL_RECORDS: Final[dict[int, Callable[[_Book, Sequence[bytes]], None]]] = {
    0x002F: _Book.refuse_lock,
    0x0042: _Book.take_code_page,
    0x0022: _Book.take_first_day,
    0x041E: _Book.take_format,
    0x00E0: _Book.take_cell_format,
    0x0085: _Book.take_place,
    0x00FC: _Book.take_shared_texts,
}
_CELL_RECORDS: Final[dict[int, Callable[[_Book, Sequence[bytes]], Cells]]] = {
    0x0203: _Book.read_number,
    0x027E: _Book.read_short_number,
    0x00BD: _Book.read_short_numbers,
    0x00FD: _Book.read_shared_text,
    0x0204: _Book.read_label,
    0x00D6: _Book.read_label,  # with letters of several faces
    0x0205: _Book.read_truth,
    0x0006: _Book.read_formula,
}


def _unpack_number(packed: int) -> float:
    """Return a number of four bytes: a whole one or the upper half of a fraction, or its hundred.

    >>> _unpack_number(0x3FF00000), _unpack_number(3 << 2 | 2), _unpack_number(314 << 2 | 3)
    (1.0, 3.0, 3.14)
    """
    if packed & 2:
        value = float((packed - (1 << 32) if packed & 0x80000000 else packed) >> 2)
    else:
        value = float(struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0])
    return value / 100 if packed & 1 else value


def _merged_cells(data: bytes) -> Ranges:
    (count,) = struct.unpack_from("<H", data)
    whole = min(count, (len(data) - 2) // 8)
    return [struct.unpack_from("<4H", data, 2 + 8 * number) for number in range(whole)]


class _Pieces:
    """Reads texts out of a record and what continues it; a cut text says its width anew."""

    def __init__(self, pieces: Sequence[bytes], at: int) -> None:
        self._pieces = pieces
        self._piece = 0
        self._at = at

    def is_at_end(self) -> bool:
        """Say whether nothing is left; goes on to the next piece where this one is read."""
        while self._piece < len(self._pieces) and self._at >= len(self._pieces[self._piece]):
            self._at -= len(self._pieces[self._piece])
            self._piece += 1
        return self._piece >= len(self._pieces)

    def letters(self, count: int) -> str:
        """Return so many characters, behind the byte that says how wide they are."""
        return self._letters(count, self._byte())

    def shared_text(self) -> str:
        """Return one of the shared texts, without its faces and its reading aid."""
        count, flags = self._number(2), self._byte()
        runs = self._number(2) if flags & 8 else 0
        aid = self._number(4) if flags & 4 else 0
        text = self._letters(count, flags)
        self._at += 4 * runs + aid
        return text

    def _letters(self, count: int, flags: int) -> str:
        parts: list[str] = []
        while True:
            width = 1 + (flags & 1)
            data = self._pieces[self._piece]
            part = data[self._at : self._at + min(count, (len(data) - self._at) // width) * width]
            self._at += len(part)
            count -= len(part) // width
            # halves of characters are told by cell, as those of other files
            wide = part[: len(part) // 2 * 2]
            parts.append(
                wide.decode("utf-16-le", "surrogatepass") if width == 2 else part.decode("latin-1")
            )
            if count <= 0 or self._piece + 1 >= len(self._pieces):
                return "".join(parts)
            self._piece, self._at = self._piece + 1, 0
            flags = self._byte()

    def _byte(self) -> int:
        return self._number(1)

    def _number(self, size: int) -> int:
        if self.is_at_end():
            raise ValueError("a text that breaks off")
        data = self._pieces[self._piece][self._at : self._at + size]
        self._at += size
        return int.from_bytes(data, "little")
