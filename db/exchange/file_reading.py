"""How one file is to be read where its content is not to decide; the window and the command say."""

from __future__ import annotations

from dataclasses import dataclass

from db.exchange.mapping.column_mapping import Mapping


@dataclass(frozen=True, slots=True)
class FileReading:
    """What is None is found in the file, or is as its map says.

    `kind` counts where there is no map. `header_row` counts as a spreadsheet does, 0: there are no
    headings. The rows in `skipped_rows` are passed over.
    """

    kind: str | None = None
    mapping: Mapping | None = None
    encoding: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    skipped_rows: frozenset[int] = frozenset()
