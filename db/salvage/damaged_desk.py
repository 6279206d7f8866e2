"""Every row that can be read of a damaged desk, table by table; `salvage_desk` puts them together.

The list of tables leads to the trees. Where it, or a page of a tree, is broken, the pages that
nothing leads to any more are tried in what was left open: by the number and sorts of their
columns, by the words that a column can have, and by what indexes say is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from db.salvage.layouts import (
    DERIVED_TABLES,
    Layout,
    best_fit,
    kept_tables,
    known_layouts,
)
from db.salvage.page_cells import Cell, Value
from db.salvage.page_file import PageFile
from db.salvage.page_walk import MAX_ROW, MIN_ROW, Hole, PageWalk
from db.storage.engine import SCHEMA_VERSION
from db.storage.log_mark import FIRST_FORMAT, digest, logged_pages
from db.storage.schema import normal

MASTER: Final = "sqlite_master"
_MASTER_COLUMNS = 5
_VERSION_AT = 60  # bytes from the start of the file, where the format stands
INDEX_EVIDENCE = 8  # what a row counts that an index of the table says is there
ROWS_A_CLUE = 40  # rows of a page that are looked up in indexes


@dataclass(frozen=True, slots=True)
class ListedObject:
    """A line of the list of tables and indexes."""

    sort: str
    name: str
    table: str
    root: int
    statement: str


class DamagedDesk:
    """A damaged desk's rows; `entry` are the tables and indexes that its own list still names."""

    def __init__(self, pages: PageFile) -> None:
        self.pages = pages
        pages.take_log()
        self._begin()
        if pages.logged and self._is_foreign_log():
            pages.drop_log()
            self._begin()

    def _begin(self) -> None:
        self.walk = PageWalk(self.pages)
        self.objects = self._read_list()
        self.version = self._read_version()
        self.layouts = {table: self._layouts_of(table) for table in kept_tables()}
        self._owned: dict[str, set[tuple[Value, Value]]] = {}

    # what the file says of itself

    def _read_version(self) -> int:
        """Return the format, the present one where the file does not say a possible one."""
        first = self.pages.page(1) or b""
        version = int.from_bytes(first[_VERSION_AT : _VERSION_AT + 4], "big")
        return version if 0 < version <= SCHEMA_VERSION else SCHEMA_VERSION

    def _read_list(self) -> dict[str, ListedObject]:
        found: dict[str, ListedObject] = {}
        cells = list(self.walk.rows(MASTER, 1, _is_object))
        if self.walk.holes[MASTER]:
            for number, strays in self.walk.stray_leaves():
                objects = [cell for cell in strays if _is_object(cell)]
                if 2 * len(objects) > len(strays):
                    self.walk.claimed.add(number)
                    cells += objects
        for cell in cells:
            sort, name, table, root, statement = cell.values
            if isinstance(root, int) and 1 < root <= self.pages.count:
                text = str(statement or "")
                entry = ListedObject(str(sort), str(name), str(table), root, text)
                found.setdefault(entry.name, entry)
        return found

    def _is_foreign_log(self) -> bool:
        """Say whether the log beside the file was written for another state of it."""
        entry = self.objects.get("log_mark")
        if entry is None or self.version < FIRST_FORMAT:
            return False
        [layout, *_] = known_layouts("log_mark")
        marks = list(PageWalk(self.pages).rows("log_mark", entry.root, layout.holds))
        below = marks[0].values[2] if marks else b""
        if not isinstance(below, bytes) or not below:
            return False
        there = digest(self.pages.raw_page(entry.root))
        desk = self.pages.path
        return there not in (below, *(digest(p) for p in logged_pages(desk, entry.root)))

    def _layouts_of(self, table: str) -> tuple[Layout, ...]:
        """Return how the rows of a table may lie: as its own list says, where that is a desk's."""
        entry = self.objects.get(table)
        known = known_layouts(table)
        if entry is None:
            return known
        same = [layout for layout in known if layout.statement == normal(entry.statement)]
        return tuple(same) or known

    def likeliest_layout(self, table: str) -> Layout | None:
        """Return which of the layouts that a table can have its first rows fit best."""
        entry = self.objects.get(table)
        if entry is None:
            return None
        known = known_layouts(table)
        walk = PageWalk(self.pages).rows(table, entry.root, lambda _row: True)
        return best_fit(known, list(islice(walk, ROWS_A_CLUE)))[1]

    @property
    def is_listed(self) -> bool:
        """Whether the list of tables is whole, as far as it can be told."""
        return not self.walk.holes.get(MASTER)

    # rows

    def rows(self) -> Iterator[tuple[Layout, Cell]]:
        """Yield every row of what is kept with how it lies: first by the trees, then the strays."""
        for table in kept_tables():
            entry = self.objects.get(table)
            if entry is None:
                if self._should_have(table):
                    self.walk.holes.setdefault(table, []).append(Hole(MIN_ROW, MAX_ROW))
                continue
            yield from self._rows_of(table, entry.root)
        self._claim_the_rest()
        if any(self.walk.holes.get(table) for table in kept_tables()):
            yield from self._stray_rows()

    def _should_have(self, table: str) -> bool:
        """Say whether a table that is not entry was lost rather than not yet invented."""
        return self.version == SCHEMA_VERSION or not self.is_listed

    def _rows_of(self, table: str, root: int) -> Iterator[tuple[Layout, Cell]]:
        layouts = self.layouts[table]
        if len(layouts) == 1:
            [layout] = layouts
            yield from ((layout, cell) for cell in self.walk.rows(table, root, layout.holds))
            return
        for cell in self.walk.rows(table, root, lambda row: any(x.holds(row) for x in layouts)):
            best = best_fit(layouts, [cell])[1]
            if best is not None:
                yield best, cell

    def _claim_the_rest(self) -> None:
        for entry in self.objects.values():
            if entry.name not in self.layouts:
                self.walk.claim_tree(entry.root, is_index=entry.sort == "index")
        self.walk.learn_free_pages()

    def _stray_rows(self) -> Iterator[tuple[Layout, Cell]]:
        used_keys: set[tuple[str, int]] = set()
        for number, cells in self.walk.stray_leaves():
            layout = self._owner_of(cells, needs_evidence=number in self.walk.free)
            if layout is None:
                continue
            self.walk.claimed.add(number)
            holes = self.walk.holes[layout.table]
            for cell in cells:
                key = layout.table, cell.number
                if layout.holds(cell) and key not in used_keys and _is_in(holes, cell.number):
                    used_keys.add(key)
                    yield layout, cell

    def _owner_of(self, cells: list[Cell], *, needs_evidence: bool) -> Layout | None:
        """Return the layout of the table that a stray page most likely belongs to.

        Of a page that lies where deleted ones are kept an index must say that it is not one.
        """
        best: tuple[int, Layout | None] = (-1, None)
        for table, holes in self.walk.holes.items():
            if table not in self.layouts or not holes:
                continue
            inside = [cell for cell in cells if _is_in(holes, cell.number)]
            if 2 * len(inside) < len(cells) or not inside:
                continue
            score, layout = best_fit(self.layouts[table], inside)
            if layout is None:
                continue
            known = self._known_rows(layout, inside[:ROWS_A_CLUE])
            if known or not needs_evidence:
                score += INDEX_EVIDENCE * known
                best = max(best, (score, layout), key=lambda pair: pair[0])
        return best[1]

    def _known_rows(self, layout: Layout, cells: list[Cell]) -> int:
        """Return how many of these rows an index of the table says are there."""
        owner_column = "uid" if layout.table == "record" else "record_id"
        if owner_column not in layout.columns:
            return 0
        place = layout.columns.index(owner_column)
        owned = self.owned_rows(layout.table)
        return sum(
            len(cell.values) > place and (cell.values[place], cell.number) in owned
            for cell in cells
        )

    def owned_rows(self, table: str) -> set[tuple[Value, Value]]:
        """Return owner, of a record its uid, and number of a table's rows, as an index has them."""
        if table not in self._owned:
            index = f"ix_{table}_record_id" if table != "record" else "sqlite_autoindex_record_1"
            pairs = (cell.values for cell in self.keys(index))
            self._owned[table] = {(v[0], v[1]) for v in pairs if len(v) == 2}
        return self._owned[table]

    def keys(self, index: str) -> Iterator[Cell]:
        """Yield what an index holds, as far as it can be read; nothing where it is not entry."""
        entry = self.objects.get(index)
        return iter(()) if entry is None else self.walk.keys(entry.root)

    @property
    def unread(self) -> dict[str, int]:
        """How many rows of each table are there and cannot be read."""
        return {table: n for table, n in self.walk.unread.items() if table not in DERIVED_TABLES}


def _is_in(holes: list[Hole], number: int) -> bool:
    return any(hole.has(number) for hole in holes)


def _is_object(cell: Cell) -> bool:
    values: list[Value] = cell.values
    return (
        len(values) == _MASTER_COLUMNS
        and values[0] in ("table", "index")
        and isinstance(values[1], str)
        and isinstance(values[2], str)
        and isinstance(values[3], int)
    )
