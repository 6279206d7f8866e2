"""Cuts a sheet of many hundred pages into parts, each beginning on a page of its own.

`typeset` asks it. A chronology is cut before a year or a month, a table between two rows. The parts
are set like sheets, one after the other; the numbers of sources are no links then, for what they
lead to is set in another part.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

# Letters of JSON in one sheet: some three hundred pages, 600 MB for Typst.
MAX_SHEET_LETTERS = 1_400_000
TABLE_WEIGHT = 2.4  # times the memory for a letter in a table
MIN_PART_LETTERS = 250_000  # letters of JSON from which a part may end


def weight(value: Any) -> int:
    """Say how much room something takes on paper, in letters of JSON."""
    return len(json.dumps(value, ensure_ascii=False))


def split_sheet(sheet: Json) -> list[Json]:
    """Return the parts of a sheet, all but the first of them continuing it; mostly it stays
    whole.
    """
    if sum(map(_burden, sheet["blocks"])) <= MAX_SHEET_LETTERS:
        return [sheet]
    parts = list(_parts(_without_links(sheet["blocks"])))
    last = len(parts) - 1
    return [
        {
            **(_continuation_head(sheet) if at else sheet),
            "blocks": blocks,
            "withheld": sheet["withheld"] if at == last else "",
        }
        for at, blocks in enumerate(parts)
    ]


def _burden(block: Json) -> float:
    """Return the weight of a block as Typst's memory feels it."""
    return weight(block) * (TABLE_WEIGHT if block["kind"] == "table" else 1)


def _without_links(value: Any) -> Any:
    """Return JSON values whose numbers of sources lead nowhere."""
    if isinstance(value, list):
        return [_without_links(each) for each in value]
    if isinstance(value, dict):
        return {key: False if key == "to" else _without_links(each) for key, each in value.items()}
    return value


def _continuation_head(sheet: Json) -> Json:
    """Return the head of a part: the title alone, and that it goes on."""
    return {
        **sheet,
        "title": [*sheet["title"], f" ({sheet['continued_word']})"],
        "subtitle": [],
        "native": "",
        "native_region": "",
        "native_hand": None,
        "portrait": None,
        "checked": "",
        "listed": False,
        "continued": True,
    }


def _parts(blocks: list[Json]) -> Iterator[list[Json]]:
    part: list[Json] = []
    size = 0
    for block in blocks:
        for piece, may_begin in _pieces(block):
            if part and may_begin and size > MIN_PART_LETTERS:
                yield part
                part, size = [], 0
            part.append(piece)
            size += weight(piece)
    yield part


def _pieces(block: Json) -> Iterator[tuple[Json, bool]]:
    """Yield a block, a long table as several; each with whether a part may begin with it."""
    if block["kind"] != "table" or weight(block) <= MIN_PART_LETTERS:
        yield block, block["kind"] == "heading" and block["section"]
        return
    rows: list[Any] = []
    size = 0
    has_begun = False
    for row in block["rows"]:
        rows.append(row)
        size += weight(row)
        if size > MIN_PART_LETTERS:
            yield {**block, "rows": rows}, has_begun
            rows, size, has_begun = [], 0, True
    if rows:
        yield {**block, "rows": rows}, has_begun
