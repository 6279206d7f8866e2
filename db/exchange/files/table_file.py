"""A file becomes a table: headings and numbered rows of text; import asks, whatever the format.

The format is found in the content, never in the file's name. Rows are read as they are asked for.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

from db.errors import Refused, Unavailable
from db.exchange.files import dialect, encoding, header, spreadsheet
from db.exchange.files.asides import leave_out_asides
from db.exchange.files.markup import refuse_markup
from db.exchange.files.odd_cells import OddCell, look_at_cells
from db.exchange.files.ole import MAGIC
from db.storage.files import disk

SAMPLE_BYTES = 256 * 1024
MAX_CELL_LETTERS = 16 * 1024 * 1024
MAX_TEXTS_ABOVE = 20  # over the headings
MAX_LINE_LETTERS = 16 << 20  # characters of one line

_CONTROLS = re.compile("[\0-\x08\x0e-\x1f]")  # what no table of text holds
Row = tuple[int, tuple[str, ...]]
_Records = Callable[[], Iterator[list[str]]]
_FOREIGN = (
    (b"SQLite format 3", "is a database, not a table; export the table as CSV first"),
    (b"%PDF", "is a PDF, not a table; save the table as CSV or .xlsx first"),
    (b"\x1f\x8b", "is compressed; unpack it first"),
    (b"\x89PNG", "is a picture, not a table; type or export the table as CSV or .xlsx"),
    (b"\xff\xd8\xff", "is a picture, not a table; type or export the table as CSV or .xlsx"),
)


@dataclass(frozen=True, slots=True)
class TableFile:
    """One table of a file.

    `rows` gives (row number, cells) as often as it is iterated; a row number counts records as a
    spreadsheet shows them, from 1, blank rows too. Every row is as wide as `headers`. `flags`
    fills while rows are read: (row number, one sentence), 0 for the whole file. `header_row` is the
    row of the headings, 0 where there is none; `sheets` are all of a workbook. `above` are the
    texts over the headings. `asks`: what must be said before the rows can be believed.
    """

    path: str
    sheet: str
    encoding: str
    delimiter: str
    headers: tuple[str, ...]
    rows: Iterable[Row]
    flags: list[tuple[int, str]]
    header_row: int = 0
    sheets: tuple[str, ...] = ()
    asks: str = ""
    above: tuple[str, ...] = ()
    odd: list[OddCell] = field(default_factory=list)

    def odd_cells(self) -> Iterator[tuple[int, str, str, str]]:
        """Yield of each odd cell of the data its row, its heading, its text and a sentence."""
        for row, place, value, why in self.odd:
            if row > self.header_row and place < len(self.headers):
                heading = self.headers[place]
                yield row, heading, value, f"“{value}” in {heading} {why}."


def open_table(
    path: Path,
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> TableFile:
    """Return the table in a CSV, TSV, semicolon, pipe, XLSX, XLS or ODS file.

    What is not said is found in the content; `header_row` counts from 1, 0 says that there are no
    headings. Raises Unavailable when the file cannot be read and Refused when it holds no table.
    """
    try:
        with disk.open_file(path) as file:
            head = file.read(4096)
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    if not head.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise Refused(f"{path.name} is empty; choose a file with a heading row and data.")
    for magic, says in _FOREIGN:
        if head.startswith(magic):
            raise Refused(f"{path.name} {says}.")
    refuse_markup(path, head)
    if head.startswith((b"PK\x03\x04", MAGIC)):
        return _sheet_table(path, sheet, header_row)
    return _text_table(path, encoding, header_row)


def _sheet_table(path: Path, sheet: str | None, header_row: int | None) -> TableFile:
    titles, title, records, note = spreadsheet.open_sheet(path, sheet)
    flags = [(0, note)] if note else []
    table = _table(path, records, header_row, sheet=title, encoding="", delimiter="", flags=flags)
    return replace(table, sheets=titles)


def _text_table(path: Path, encoding_name: str | None, header_row: int | None) -> TableFile:
    found = encoding.Encoding(encoding_name, "replace") if encoding_name else encoding.detect(path)
    try:
        with disk.open_text(path, found.codec, found.errors) as file:
            sample = file.read(SAMPLE_BYTES)
    except LookupError as error:
        raise Refused(
            f"{encoding_name} is no encoding; name one such as utf-8 or cp1252."
        ) from error
    except UnicodeError as error:
        raise Refused(f"{path.name} is not text in {found.codec}; save it as UTF-8.") from error
    flags = _text_flags(path, sample, found)
    cut = dialect.sniff(_whole_lines(sample.replace("\0", "")))
    records = _csv_records(path, found, cut)
    table = _table(
        path,
        records,
        header_row,
        sheet="",
        encoding=found.codec,
        delimiter=cut.delimiter,
        flags=flags,
    )
    return replace(table, asks=_question(path, found)) if found.rivals else table


def _question(path: Path, found: encoding.Encoding) -> str:
    """Return what is asked of a text whose encoding does not show itself."""
    return (
        f"{path.name} does not show its encoding; it may be {', '.join(found.rivals[:-1])} or"
        f" {found.rivals[-1]}. Choose it (--encoding), or save the file as UTF-8."
    )


def _text_flags(path: Path, sample: str, found: encoding.Encoding) -> list[tuple[int, str]]:
    if len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise Refused(f"{path.name} is not a table of text; save it as CSV, .xlsx or .ods.")
    flags = []
    if found.nul:
        flags.append((0, "The file holds NUL characters, which were left out."))
    if found.codec not in ("utf-8", "utf-8-sig"):
        flags.append((0, f"The file was read as {found.codec}; check that accents look right."))
    if "\ufffd" in sample:
        flags.append((0, "Some characters could not be read and are shown as \ufffd."))
    return flags


def _whole_lines(sample: str) -> str:
    """Return the sample without the line that its end cut through."""
    if len(sample) < SAMPLE_BYTES:
        return sample
    end = max(sample.rfind("\n"), sample.rfind("\r"))
    return sample[: end + 1] if end > 0 else sample


def _csv_records(path: Path, found: encoding.Encoding, cut: dialect.Dialect) -> _Records:
    def records() -> Iterator[list[str]]:
        csv.field_size_limit(MAX_CELL_LETTERS)
        with disk.open_text(path, found.codec, found.errors) as file:
            reader = csv.reader(
                _lines(path, file),
                delimiter=cut.delimiter,
                skipinitialspace=cut.skip_space,
                escapechar=cut.escape,
            )
            if cut.declared:
                next(reader)
                yield []
            yield from _guard_reader(path, reader)

    return records


def _lines(path: Path, file: TextIO) -> Iterator[str]:
    """Yield the lines of a text; one without an end is refused before it fills the memory."""
    number = 0
    while line := file.readline(MAX_LINE_LETTERS + 1):
        number += 1
        if len(line) > MAX_LINE_LETTERS:
            raise Refused(
                f"{path.name}, line {number}, is longer than {MAX_LINE_LETTERS >> 20} million"
                " characters; save the table as CSV again."
            )
        yield line


def _guard_reader(path: Path, reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield the reader's rows; a cell without an end becomes a sentence, not an exception."""
    try:
        yield from reader
    except csv.Error as error:
        line = getattr(reader, "line_num", 0)
        raise Refused(
            f"{path.name}, line {line}, cannot be cut into cells: a quotation mark is probably "
            "not closed; close it and import again."
        ) from error
    except UnicodeError as error:
        raise Refused(f"{path.name} is damaged: its text breaks off; save it as UTF-8.") from error


def _table(
    path: Path, records: _Records, heading_row: int | None, *, sheet: str, encoding: str,
    delimiter: str, flags: list[tuple[int, str]],
) -> TableFile:  # fmt: skip
    odd: list[OddCell] = []
    many = header.MAX_HEADER_ROWS + (heading_row or 0)
    first = list(itertools.islice(look_at_cells(records(), odd), many))
    if not any(cell.strip() for row in first for cell in row):
        raise Refused(f"{path.name} holds no rows; choose a file with a heading row and data.")
    head = (
        header.find_header(first)
        if heading_row is None
        else heading_row - 1
        if heading_row
        else None
    )
    if head is not None and not (head < len(first) and any(first[head])):
        raise Refused(f"{path.name} has no headings in row {heading_row}; name another row.")
    if head is None:
        start = header.first_data(first)
        names = header.name_columns([], max(len(row) for row in first))
        if heading_row is None:
            flags.append((start + 1, "There is no heading row, so the columns are numbered."))
    else:
        start = head + 1
        if two_rows := header.join_headings(first, head):
            start += 1
            names = header.name_columns(two_rows, len(two_rows))
            flags.append((0, f"The headings stand in rows {head + 1} and {head + 2}."))
        else:
            names = header.name_columns(first[head], _width(first, head))
        if heading_row is None and head and not (head == 1 and not first[0]):
            flags.append((0, f"The rows above the headings in row {head + 1} were left out."))
    # A spreadsheet leaves out trailing blanks; in a text file a short row is a fault.
    rows = _Rows(records, start, len(names), flags, odd, quiet=not delimiter)
    row = 0 if head is None else head + 1
    above = tuple(text for cells in first[: head or 0] for cell in cells if (text := cell.strip()))
    return TableFile(
        str(path),
        sheet,
        encoding,
        delimiter,
        names,
        rows,
        flags,
        row,
        above=above[:MAX_TEXTS_ABOVE],
        odd=odd,
    )


def _width(first: list[list[str]], head: int) -> int:
    """Return a width: the heading's, or most rows' where they have a nameless index more."""
    heading = first[head]
    while heading and not heading[-1].strip():
        heading = heading[:-1]
    below = [row for row in first[head + 1 :] if row]
    wider = [len(row) for row in below if any(cell.strip() for cell in row[len(heading) :])]
    return min(wider) if below and len(wider) * 2 > len(below) else max(len(heading), 1)


class _Rows:
    """The data rows, evened out; each pass reads the file again and flags anew."""

    def __init__(
        self,
        records: _Records,
        start: int,
        width: int,
        flags: list[tuple[int, str]],
        odd: list[OddCell],
        *,
        quiet: bool,
    ) -> None:
        self._records = records
        self._start = start
        self._width = width
        self._flags = flags
        self._odd = odd
        self._own = len(flags)
        self._quiet = quiet

    def __iter__(self) -> Iterator[Row]:
        del self._flags[self._own :]
        self._odd.clear()
        return leave_out_asides(self._even_rows(), self._width, self._flags)

    def _even_rows(self) -> Iterator[Row]:
        start, width = self._start, self._width
        for number, cells in enumerate(look_at_cells(self._records(), self._odd), 1):
            if number <= start or not any(cells):
                continue
            if len(cells) != width:
                if header.is_comment(cells) and width > 1:
                    continue
                cells = self._even(number, cells)
            elif not cells[0].strip() and not "".join(cells).strip():
                continue
            yield number, tuple(cells)

    def _even(self, number: int, cells: list[str]) -> list[str]:
        width = self._width
        if len(cells) < width:
            if not self._quiet:
                count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
                self._flags.append((number, f"The row has {count} where {width} are expected."))
            return cells + [""] * (width - len(cells))
        extra = [cell.strip() for cell in cells[width:] if cell.strip()]
        if extra:
            text = ", ".join(f"“{cell[:60]}”" for cell in extra[:5])
            self._flags.append((number, f"Cells beyond the last heading were left out: {text}."))
        return cells[:width]
