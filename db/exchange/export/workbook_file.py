"""A workbook (XLSX) while it is written, row by row into its zip: texts, whole numbers and days.

`table_output` asks it. A text is written as one and never is a formula; a sheet is never held in
memory, and no cell is an object.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from html import escape  # that of xml.sax brings in what speaks to other machines
from typing import IO, Any, BinaryIO

BookCell = str | int | date | None
ROWS_A_PIECE = 200  # compressed at once
_FIRST_DAY = date(1899, 12, 30)  # from which days of a sheet are counted, from 1 March 1900 on
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows: the same rows are the same file
# What XML has no place for; the others of the control characters are line ends and tabs.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY_STYLE = 1  # the place of days among `cellXfs` in _STYLES

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAKES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    "</cellXfs>"
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
_ROOT = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
# The first row stays in sight.
_VIEW = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
    ' activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>'
    "</sheetViews>"
)


class WorkbookFile:
    """A workbook that is written into an open file; `close` ends it."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._sheets: list[str] = []

    def write_sheet(
        self, name: str, widths: Sequence[int], rows: Iterable[Sequence[BookCell]]
    ) -> None:
        """Write a sheet with its columns' widths in characters; its first row stays in sight."""
        self._sheets.append(name)
        with self._member(f"xl/worksheets/sheet{len(self._sheets)}.xml") as stream:
            stream.write(_head(widths).encode())
            for piece in _pieces(rows, [column_letters(place) for place in range(len(widths))]):
                stream.write(piece.encode())
            stream.write(b"</sheetData></worksheet>")

    def close(self) -> None:
        """Write what tells of the sheets, and end the zip."""
        numbers = range(1, len(self._sheets) + 1)
        styles = len(self._sheets) + 1
        parts = {
            "xl/workbook.xml": (
                f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
                + "".join(
                    f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
                    for number, name in zip(numbers, self._sheets, strict=True)
                )
                + "</sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": (
                f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
                + "".join(
                    f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet"'
                    f' Target="worksheets/sheet{number}.xml"/>'
                    for number in numbers
                )
                + f'<Relationship Id="rId{styles}" Type="{_OFFICE}/styles" Target="styles.xml"/>'
                "</Relationships>"
            ),
            "xl/styles.xml": _STYLES,
            "_rels/.rels": _ROOT,
            "[Content_Types].xml": _content_types(numbers),
        }
        for name, text in parts.items():
            with self._member(name) as stream:
                stream.write(text.encode())
        self._zip.close()

    @contextmanager
    def _member(self, name: str) -> Iterator[IO[bytes]]:
        info = zipfile.ZipInfo(name, _NO_TIME)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        with self._zip.open(info, "w", force_zip64=True) as stream:
            yield stream


def _content_types(numbers: Iterable[int]) -> str:
    kinds = [("workbook", "sheet.main"), ("styles", "styles")]
    kinds += [(f"worksheets/sheet{number}", "worksheet") for number in numbers]
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/xl/{part}.xml" ContentType="{_MAKES}.{kind}+xml"/>'
            for part, kind in kinds
        )
        + "</Types>"
    )


def _head(widths: Sequence[int]) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(widths, start=1)
    )
    columns = f"<cols>{columns}</cols>" if columns else ""
    return f'{_XML}<worksheet xmlns="{_MAIN}">{_VIEW}{columns}<sheetData>'


def _pieces(rows: Iterable[Sequence[BookCell]], letters: Sequence[str]) -> Iterator[str]:
    """Yield the rows of a sheet as XML, many at once."""
    waiting: list[str] = []
    for number, row in enumerate(rows, start=1):
        waiting.append(f'<row r="{number}">')
        for letter, cell in zip(letters, row, strict=True):
            if type(cell) is str:
                if cell:
                    inner = escape(cell, quote=False) if cell.isprintable() else _text_in_xml(cell)
                    space = ' xml:space="preserve"' if inner.strip() != inner else ""
                    waiting.append(
                        f'<c r="{letter}{number}" t="inlineStr"><is><t{space}>{inner}</t></is></c>'
                    )
            elif cell is not None:
                waiting.append(_number_cell(f"{letter}{number}", cell))
        waiting.append("</row>")
        if not number % ROWS_A_PIECE:
            yield "".join(waiting)
            waiting.clear()
    yield "".join(waiting)


def _text_in_xml(text: str) -> str:
    """Return a text with whatever is not printable in it as XML writes it.

    >>> _text_in_xml("a\\x0bb\\r<")
    'ab&#13;&lt;'
    """
    return escape(NOT_IN_XML.sub("", text), quote=False).replace("\r", "&#13;")


def _number_cell(place: str, cell: Any) -> str:
    """Return a cell of a day or a number.

    >>> _number_cell("B2", date(2020, 1, 2)), _number_cell("B3", 5)
    ('<c r="B2" s="1"><v>43832</v></c>', '<c r="B3"><v>5</v></c>')
    """
    if isinstance(cell, date):
        return f'<c r="{place}" s="{_DAY_STYLE}"><v>{(cell - _FIRST_DAY).days}</v></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'


def column_letters(place: int) -> str:
    """Return what a workbook calls a column, counted from 0.

    >>> [column_letters(place) for place in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
