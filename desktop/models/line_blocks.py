"""The lines of a list that are in sight or were lately, in blocks; the record model asks it.

However long the list, only some thousand lines are ever held.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from db import DeskError, Lens, Line, Query, Reader, Reason

BLOCK = 64  # rows read at a time: more than fit on a screen, few enough for a frame
KEPT = 48  # blocks


@dataclass(slots=True)
class Block:
    """The lines of some rows, None where there is none to show; `why` by record."""

    lines: list[Line | None]
    refusal: str = ""
    why: dict[int, Reason] = field(default_factory=dict)
    is_reasoned: bool = False


class LineBlocks:
    """Reads the block that a row lies in when it is asked for, and forgets the oldest."""

    def __init__(self) -> None:
        self._blocks: OrderedDict[int, Block] = OrderedDict()

    def clear(self) -> None:
        """Forgets all lines, because something has changed."""
        self._blocks.clear()

    def block(self, row: int, ids: array[int], reader: Reader, lens: Lens) -> Block:
        """The block of a row. A refusal is kept in it, for painting must never raise."""
        number = row // BLOCK
        block = self._blocks.get(number)
        if block is None:
            block = _read(ids[number * BLOCK : (number + 1) * BLOCK], reader, lens)
            self._blocks[number] = block
            if len(self._blocks) > KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block

    def why(self, block: Block, line: Line, query: Query, reader: Reader, lens: Lens) -> str:
        """Why a hit was found; the reasons of its block are read when the first is asked for."""
        if not block.is_reasoned:
            block.is_reasoned = True
            ids = [each.id for each in block.lines if each is not None]
            try:
                block.why = reader.reasons(line.kind, ids, query, lens)
            except DeskError:
                return ""  # The lines stand; the block says nothing more about them.
        return str(block.why.get(line.id, ""))


def _read(ids: Sequence[int], reader: Reader, lens: Lens) -> Block:
    try:
        found = {line.id: line for line in reader.lines(ids, lens)}
    except DeskError as refusal:
        return Block([None] * len(ids), str(refusal))
    return Block([found.get(key) for key in ids])
