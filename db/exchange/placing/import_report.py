"""What an import reports: its counts, the rows that were refused, and what a file is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from db.exchange.mapping.column_mapping import Mapping


class Rejected(TypedDict):
    """A row that was not taken: where, what it says there, and why not."""

    row: int
    column: str
    value: str
    why: str


class Flagged(TypedDict):
    """A row to be looked at, 0 for the whole file; `column` and `value` of a cell left out."""

    row: int
    column: str
    value: str
    why: str


class SplitName(TypedDict):
    """A person's name whose parts were read from it, since the row gave none of them."""

    row: int
    name: str
    given: str
    family: str


@dataclass(slots=True)
class ImportReport:
    """What an import did. Counts are by kind: people, organizations, offices, tenures, agreements,
    events. `read` is the number of rows; `joined` counts those that are about a thing which an
    earlier row was about. Of the kind that a row is, `read` is the sum of these and the rejected;
    things of that kind that no row is about, made because a row names them, are in `referenced`.
    `mapping` is {target: source}; of the columns in `left_out` nothing is taken. `split` counts the
    people made whose given and family name were read from the name; `split_names` are the first.
    `maps` says of each file how it was read, None where that needs no map.
    """

    read: int = 0
    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    joined: dict[str, int] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    flagged: list[Flagged] = field(default_factory=list)
    mapping: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    referenced: dict[str, int] = field(default_factory=dict)
    split: int = 0
    split_names: list[SplitName] = field(default_factory=list)
    maps: list[Mapping | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file is: its name, size in bytes, sheet ("" for text), encoding and delimiter ("" for
    a spreadsheet), its headings, and below each the first value that stands there.

    Of a file that is no table, `format` is its name and `lists` are what it holds, with numbers;
    a heading is as in `persons.name`.
    Of a table, `rows` are the first ones with their numbers, `header_row` is the row of the
    headings (0: there are none), and `sheets` are all that a workbook has.
    """

    name: str
    size: int
    sheet: str
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    examples: tuple[str, ...]
    lists: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    header_row: int = 0
    sheets: tuple[str, ...] = ()
    format: str = "Popolo"
