"""A block copied out of a spreadsheet, and the columns of a table that its columns go to.

`PartsView` asks it when something is pasted.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from db import HistoricalDate, Refused, fold, typed_day_first
from desktop.fields.act_days import read_act
from desktop.fields.field_types import FormField, PartsTableSpec

MAX_BLOCK_ROWS: Final = 2_000
_STEM_LETTERS: Final = 4  # "Signature", "Signed"; "Ratification", "ratified"
_NAMED: Final = ("ref", "office", "source")  # sorts whose texts are names
_NO_STEMS: Final = frozenset(("of", "or", "and", "the", "in", "into", "by", "on", "date"))


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """Rows of texts, and for each of their columns the field that it goes to, None for none."""

    rows: list[list[str]]
    fields: tuple[FormField | None, ...]
    headings: tuple[str, ...] = ()  # of the block, if its first row was one of headings

    def left_out(self) -> list[str]:
        """Return what each column with a text but without a place is called, or begins with."""
        return [
            self.headings[place] if self.headings else texts[0]
            for place, field in enumerate(self.fields)
            if field is None and (texts := _texts(self.rows, place))
        ]


def is_block(text: str, *, lines: bool = True) -> bool:
    """Say whether a text has several cells; without `lines`, whether it has several columns.

    >>> is_block("Pakistan\\t1994\\n"), is_block("Pakistan\\n"), is_block("one\\ntwo", lines=False)
    (True, False, False)
    """
    inside = text.strip("\r\n")
    return "\t" in inside or (lines and bool(re.search(r"[\r\n]", inside)))


def read_block(text: str) -> list[list[str]]:
    """Return the cells of a text as spreadsheets copy it: tabs between cells, and quotes about one
    with line ends. Rows without any text are left out; raises Refused for more rows than a form
    can hold.

    >>> read_block('Pakistan\\t"12 May\\n1994"\\n\\nIndia\\t\\n')
    [['Pakistan', '12 May\\n1994'], ['India', '']]
    """
    lines = StringIO(text, newline="")
    quoted = bool(re.search(r'(^|[\t\r\n])"', text))
    dialect = csv.excel_tab if quoted and text.count('"') % 2 == 0 else _Unquoted
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, dialect)]
    rows = [row for row in rows if any(row)]
    if len(rows) > MAX_BLOCK_ROWS:
        raise Refused(
            f"{len(rows):,} rows were copied; a form takes {MAX_BLOCK_ROWS:,}. Import them instead."
        )
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def place_block(rows: list[list[str]], parts: PartsTableSpec, start: int) -> PlacedBlock:
    """Return where the columns of a block go: by their headings if the first row has such, else
    from the column `start` on. A column of dates goes past one of names.
    """
    fields = _headed_fields(rows[0], parts) if len(rows) > 1 else None
    if fields is not None:
        return PlacedBlock(rows[1:], fields, tuple(rows[0]))
    acts = tuple(word for field in parts.columns if field.act for word in field.act.words)
    found: list[FormField | None] = []
    left = list(parts.columns[start:])
    for place in range(len(rows[0]) if rows else 0):
        texts = _texts(rows, place)
        are_days = bool(texts) and all(_is_day(text, acts) for text in texts)
        while left and left[0].sort in _NAMED and are_days:
            left.pop(0)
        found.append(left.pop(0) if left else None)
    return PlacedBlock(rows, tuple(found))


class _Unquoted(csv.excel_tab):
    quoting = csv.QUOTE_NONE
    quotechar = None


def _texts(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] for row in rows if row[place]]


def _is_day(text: str, acts: tuple[str, ...]) -> bool:
    """Say whether a text is a date, in a table of acts an act with its date too."""
    try:
        read_act(text, acts) if acts else HistoricalDate.parse(text, day_first=typed_day_first())
    except Refused:
        return False
    return True


def _headed_fields(
    headings: Sequence[str], parts: PartsTableSpec
) -> tuple[FormField | None, ...] | None:
    """Return the field of each heading; None if the row is none of headings."""
    fields = (*parts.columns, *parts.more)
    found: list[FormField | None] = []
    for heading in headings:
        free = [field for field in fields if field not in found]
        found.append(_find_field(heading, free) if heading else None)
    field_count = sum(field is not None for field in found)
    if not field_count or field_count * 2 < sum(map(bool, headings)):
        return None
    if found[0] is None and headings[0] and parts.columns[0] not in found:
        found[0] = parts.columns[0]  # "State", "Country": what a row is of stands first
    return tuple(found)


def _find_field(heading: str, fields: Sequence[FormField]) -> FormField | None:
    folded = fold(heading)
    for field in fields:
        if folded in (fold(field.label), field.name):
            return field
    stems = _stems(folded)
    for field in fields:
        if field.act is not None and field.sort == "act":
            words = f"{fold(field.label)} {' '.join(field.act.words)}"
            if stems & _stems(words):
                return field
    return None


def _stems(text: str) -> set[str]:
    words = re.findall(r"\w+", text)
    return {word[:_STEM_LETTERS] for word in words if word not in _NO_STEMS and len(word) > 3}
