"""Where pages are missing in the midst of a plain file, so that all that follow lie too far ahead.

`page_file` asks where the file is shorter than it says. Nothing tells a page its number; but the
trees do: of each page that an inner page leads to, the sort and the numbers of its rows are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from db.salvage import page_cells
from db.salvage.layouts import kept_tables, known_layouts
from db.salvage.page_cells import INDEX_INNER, INDEX_LEAF, TABLE_INNER, TABLE_LEAF

MIN_SHARE: Final = 0.9  # of what is led to that a place must make right
Get = Callable[[int], bytes | None]
_OF_TABLE, _OF_INDEX = (TABLE_LEAF, TABLE_INNER), (INDEX_LEAF, INDEX_INNER)


class Lead(NamedTuple):
    """What is known of a page that another leads to: its sort, and between which rows it lies."""

    page: int
    kinds: tuple[int, ...]
    low: int
    high: int
    table: str = ""  # whose rows they are, where that is known
    keys: int = 0  # columns of an index, the number of the row counted


def missing_from(slots: int, shift: int, usable: int, get: Get) -> int | None:
    """Return the number of the first page that is missing, `shift` of them; None of a cut file.

    `get` returns what lies at a place of the file, whatever page it is.
    """
    leads = sorted(_leads(slots, usable, get))
    here = [_fits(get(lead.page), lead, usable) for lead in leads]
    ahead = [_fits(get(lead.page - shift), lead, usable) for lead in leads]
    right = sum(ahead)  # all lie ahead: nothing stands before what is missing
    best, place = right, 1
    for at, lead in enumerate(leads):
        right += here[at] - ahead[at]
        if right > best:
            best, place = right, lead.page + 1
    if best <= sum(here) or best < MIN_SHARE * len(leads):
        return None
    return place


def _leads(slots: int, usable: int, get: Get) -> Iterator[Lead]:
    for slot in range(1, slots + 1):
        page = get(slot)
        kind = page_cells.kind_of(page, slot) if page else 0
        if page is None or not kind:
            continue
        if kind in (TABLE_INNER, INDEX_INNER):
            low = -(1 << 63)
            kinds = _OF_TABLE if kind == TABLE_INNER else _OF_INDEX
            for child in page_cells.children(page, slot, usable):
                high = (1 << 63) if child.last is None else child.last
                if 1 < child.page <= 2 * slots:
                    yield Lead(child.page, kinds, low, high)
                low = high if child.last is not None else low
        elif kind == TABLE_LEAF:
            yield from _roots(page, slot, usable)


def _roots(page: bytes, slot: int, usable: int) -> Iterator[Lead]:
    """Yield what the list of tables leads to, where a page is a part of it."""
    for cell in page_cells.rows(page, slot, usable, _nothing):
        if cell is None or len(cell.values) != 5:
            continue
        sort, name, _, root, statement = cell.values
        if sort in ("table", "index") and isinstance(root, int) and root > 1:
            kinds = _OF_TABLE if sort == "table" else _OF_INDEX
            keys = len(str(statement).split(",")) + 1 if sort == "index" and statement else 0
            yield Lead(root, kinds, -(1 << 63), 1 << 63, str(name), keys)


def _fits(page: bytes | None, lead: Lead, usable: int) -> bool:
    if page is None or page[0] not in lead.kinds:
        return False
    if page[0] == TABLE_LEAF:
        first = next(page_cells.rows(page, 2, usable, _nothing), None)
        return first is None or (lead.low < first.number <= lead.high and _is_of(lead, first))
    if lead.keys and page[0] in _OF_INDEX:
        key = next(page_cells.keys(page, 2, usable, _nothing), None)
        return key is None or len(key.values) == lead.keys
    return True


def _is_of(lead: Lead, row: page_cells.Cell) -> bool:
    layouts = known_layouts(lead.table) if lead.table in kept_tables() else ()
    return not layouts or any(layout.holds(row) for layout in layouts)


def _nothing(_number: int) -> None:
    """Return no page: what goes on elsewhere is not followed."""
