"""Lists of ids or words in a statement: one value, however long; every module that reads asks it.

`WHERE id IN ({LISTED})`, with `listed(ids)` as the value. The statement is one for every length,
so SQLite keeps it compiled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

LISTED: Final = "SELECT value FROM json_each(?)"
FIRST_LISTED: Final = "SELECT value FROM json_each(?1)"  # asked for more than once in a statement
RECORDS_A_PIECE = 500  # that are held whole at a time


def listed(values: Iterable[int] | Iterable[str]) -> str:
    """Return the value for `LISTED`.

    >>> listed({3: "a", 4: "b"}), listed(["Dar"]), listed([])
    ('[3, 4]', '["Dar"]', '[]')
    """
    found = list(values)
    if found and isinstance(found[0], str):
        return json.dumps(found)
    return str(found)  # whole numbers are written so in JSON too, and sooner


def pieces(ids: Sequence[int], size: int = RECORDS_A_PIECE) -> Iterator[Sequence[int]]:
    """Cut ids into pieces, where all that is read of them at once would take too much room.

    >>> list(pieces([1, 2, 3], 2)), list(pieces([]))
    ([[1, 2], [3]], [])
    """
    for at in range(0, len(ids), size):
        yield ids[at : at + size]
