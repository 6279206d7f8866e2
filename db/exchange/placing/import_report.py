"""Importing files into a desk: what is asked for and what is reported.

The window and the `import` command ask. The readers of files are loaded when an import begins, so
that opening a desk does not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from db.lens import Lens

if TYPE_CHECKING:
    from db.progress import Progress
    from db.store import Store


class Rejected(TypedDict):
    """A row that was not taken: where, what it says there, and why not."""

    row: int
    column: str
    value: str
    why: str


class Flagged(TypedDict):
    """A row that was taken and needs a look; row 0 is the whole file. Of a cell that was left out
    `column` and `value` say which.
    """

    row: int
    column: str
    value: str
    why: str


@dataclass(slots=True)
class ImportReport:
    """What an import did. Counts are by kind: people, organizations, offices, tenures, agreements,
    events. `read` is the number of rows; `joined` counts those that are about a thing which an
    earlier row was about. Of the kind that a row is, `read` is the sum of these and the rejected;
    things of that kind that no row is about, made because a row names them, are in `referenced`.
    `mapping` is {target: source}; of the columns in `left_out` nothing is taken.
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


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file is: its name, size in bytes, sheet ("" for text), encoding and delimiter ("" for
    a spreadsheet), its headings, and below each the first value that stands there.

    Of Popolo, `lists` are its lists with their lengths, and a heading is as in `persons.name`.
    """

    name: str
    size: int
    sheet: str
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    examples: tuple[str, ...]
    lists: tuple[tuple[str, int], ...] = ()


def look_at_file(path: Path, kind: str | None = None) -> FileLook:
    """Tell what a table or a Popolo file is, before it is imported; `kind` is what it lists.

    Raises Refused when it holds neither, Unavailable when it cannot be read.
    """
    from db.exchange.file_preview import look_at

    return look_at(path, kind)


def import_files(
    store: Store,
    paths: Sequence[Path],
    lens: Lens,
    *,
    kind: str | None = None,
    map_path: Path | None = None,
    preview: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Take the rows of table files and the objects of Popolo files into the desk as one change;
    `preview` writes nothing.

    `kind` is one of people, organizations, offices, tenures, agreements, events: of Popolo only
    that is taken. `map_path` is a TOML map. Raises Refused when a file holds neither or its columns
    tell nothing, Unavailable when it cannot be read, Stopped when `progress` raises it; nothing is
    changed then.
    """
    from db.exchange.importer import import_files

    return import_files(
        store, paths, lens, kind=kind, map_path=map_path, preview=preview, progress=progress
    )
