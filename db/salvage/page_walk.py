"""The rows of one tree of pages after the other, going on past what is broken.

`damaged_desk` asks. What a broken page leaves open is a hole: the numbers that the rows have which
were below it. Pages that no tree leads to any more are then tried in the holes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from db.salvage import page_cells
from db.salvage.page_cells import Cell, Child
from db.salvage.page_file import PageFile

MIN_ROW, MAX_ROW = -(1 << 63), (1 << 63) - 1
MAX_DEPTH: Final = 30  # of a tree; SQLite itself allows some 20
FREE_TRUNK_AT, FREE_COUNT_AT = 32, 36  # bytes from the start of the file
Holds = Callable[[Cell], bool]


@dataclass
class Hole:
    """Numbers above `low` and up to `high` that rows may have which were not found."""

    low: int
    high: int

    def has(self, number: int) -> bool:
        """Say whether a row of this number would lie in it."""
        return self.low < number <= self.high


@dataclass
class PageWalk:
    """What was read of a file so far: the pages that are somebody's, and the holes by table."""

    pages: PageFile
    claimed: set[int] = field(default_factory=set)
    free: set[int] = field(default_factory=set)  # pages that are kept for later
    holes: dict[str, list[Hole]] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)  # rows that are there and broken

    def rows(self, table: str, root: int, holds: Holds) -> Iterator[Cell]:
        """Yield the rows of a table, in the order of their numbers."""
        self.holes.setdefault(table, [])
        yield from self._rows_below(table, Child(root, MAX_ROW), MIN_ROW, holds, 0)

    def _rows_below(
        self, table: str, child: Child, low: int, holds: Holds, depth: int
    ) -> Iterator[Cell]:
        number, high = child.page, MAX_ROW if child.last is None else child.last
        page = None if number in self.claimed else self.pages.page(number)
        kind = page_cells.kind_of(page, number) if page is not None else 0
        if page is None or depth > MAX_DEPTH or kind in _OF_INDEXES:
            self._note_hole(table, low, high)
        elif kind == page_cells.TABLE_INNER:
            self.claimed.add(number)
            yield from self._rows_of_children(table, child, low, holds, depth)
        else:
            yield from self._rows_of_leaf(table, number, Hole(low, high), holds)

    def _rows_of_children(
        self, table: str, child: Child, low: int, holds: Holds, depth: int
    ) -> Iterator[Cell]:
        page = self.pages.page(child.page)
        assert page is not None
        high = MAX_ROW if child.last is None else child.last
        for below in page_cells.children(page, child.page, self.pages.usable):
            last = high if below.last is None else below.last
            if not low <= last <= high:  # a broken number; the rows below tell theirs
                last = high
            yield from self._rows_below(table, Child(below.page, last), low, holds, depth + 1)
            low = last if last < high else low

    def _rows_of_leaf(self, table: str, number: int, hole: Hole, holds: Holds) -> Iterator[Cell]:
        """Yield the rows of a leaf; a page whose rows are not the table's is somebody else's."""
        page = self.pages.page(number)
        assert page is not None
        usable, get = self.pages.usable, self.pages.page
        cells = list(page_cells.rows(page, number, usable, get))
        good = [cell for cell in cells if cell and hole.has(cell.number) and holds(cell)]
        if 2 * len(good) < len(cells) or (not good and not _is_empty_leaf(page, number)):
            self._note_hole(table, hole.low, hole.high)
            return
        self.claimed.add(number)
        low = hole.low
        for cell in cells:
            if cell is None or not (hole.has(cell.number) and holds(cell)):
                self.unread[table] = self.unread.get(table, 0) + 1
                continue
            if cell.number <= low:
                continue  # a number that was there already
            low = cell.number
            self.claimed.update(cell.overflow)
            yield cell
        if len(good) < len(cells):
            self._note_hole(table, hole.low, hole.high)

    def _note_hole(self, table: str, low: int, high: int) -> None:
        if low < high:
            self.holes.setdefault(table, []).append(Hole(low, high))

    def claim_tree(self, root: int, *, is_index: bool) -> None:
        """Take all pages of a tree of which nothing is read, as those of the full text."""
        sorts = _OF_INDEXES if is_index or self._is_index(root) else _OF_TABLES
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = None if number in self.claimed else self.pages.page(number)
            kind = page_cells.kind_of(page, number) if page is not None else 0
            if page is None or kind not in sorts:
                continue
            self.claimed.add(number)
            if kind in (page_cells.TABLE_INNER, page_cells.INDEX_INNER):
                below = page_cells.children(page, number, self.pages.usable)
                waiting += [each.page for each in below]

    def _is_index(self, root: int) -> bool:
        """Say whether a tree is kept as an index is, as tables without row numbers are."""
        page = self.pages.page(root)
        return page is not None and page_cells.kind_of(page, root) in _OF_INDEXES

    def keys(self, root: int) -> Iterator[Cell]:
        """Yield the keys of an index in no order, past what is broken."""
        usable, get = self.pages.usable, self.pages.page
        waiting, seen = [root], set[int]()
        while waiting:
            number = waiting.pop()
            page = None if number in seen else get(number)
            kind = page_cells.kind_of(page, number) if page is not None else 0
            if page is None or kind not in _OF_INDEXES:
                continue
            seen.add(number)
            yield from filter(None, page_cells.keys(page, number, usable, get))
            if kind == page_cells.INDEX_INNER:
                waiting += [each.page for each in page_cells.children(page, number, usable)]

    def learn_free_pages(self) -> None:
        """Learn the pages that SQLite keeps for later: what they hold was deleted."""
        first = self.pages.page(1)
        if first is None:
            return
        trunk = int.from_bytes(first[FREE_TRUNK_AT : FREE_TRUNK_AT + 4], "big")
        while trunk and trunk not in self.claimed and trunk not in self.free:
            page = self.pages.page(trunk)
            if page is None or trunk > self.pages.count:
                return
            self.free.add(trunk)
            count = int.from_bytes(page[4:8], "big")
            if count > self.pages.usable // 4 - 2:
                return
            free_pages = (
                int.from_bytes(page[8 + 4 * at : 12 + 4 * at], "big") for at in range(count)
            )
            self.free.update(each for each in free_pages if 1 < each <= self.pages.count)
            trunk = int.from_bytes(page[:4], "big")

    def stray_leaves(self) -> Iterator[tuple[int, list[Cell]]]:
        """Yield the leaves of tables that no tree leads to, with the rows that can be read."""
        for number in range(2, self.pages.count + 1):
            if number in self.claimed:
                continue
            page = self.pages.page(number)
            if page is None or page_cells.kind_of(page, number) != page_cells.TABLE_LEAF:
                continue
            cells = page_cells.rows(page, number, self.pages.usable, self.pages.page)
            if found := [cell for cell in cells if cell is not None]:
                yield number, found


_OF_TABLES = (page_cells.TABLE_LEAF, page_cells.TABLE_INNER)
_OF_INDEXES = (page_cells.INDEX_LEAF, page_cells.INDEX_INNER)


def _is_empty_leaf(page: bytes, number: int) -> bool:
    start = page_cells.FILE_HEADER_BYTES if number == 1 else 0
    kind = page_cells.kind_of(page, number)
    return kind == page_cells.TABLE_LEAF and page[start + 3 : start + 5] == b"\0\0"
