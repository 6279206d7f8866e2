"""How an agreement hangs together with others: what it replaces, and what became of those.

The page and the sheet of an agreement show it as a small tree, rooted in the agreement itself.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from db.lens import Lens
from db.lists.titles.names_then import read_names_then
from db.lists.titles.references_then import with_names
from db.record_types import Ref
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.stored_records import refs

MAX_GENERATIONS: Final = 4
MAX_RELATIVES: Final = 60  # agreements in one tree; a page is no archive
#: What a relation is called from its other end.
TURNED_NATURES: Final = {
    "amends": "amended by",
    "supplements": "supplemented by",
    "implements": "implemented by",
    "replaces": "replaced by",
    "renews": "renewed by",
    "extends": "extended by",
    "terminates": "terminated by",
}


class Relative(NamedTuple):
    """An agreement that hangs on another: by what relation, seen from that one."""

    nature: str
    other: Ref


def read_lineage(sql: Sql, agreement: int, lens: Lens) -> dict[int, list[Relative]]:
    """Return the relatives that hang on each agreement of the tree, by its id; each stands once and
    is called as it was on the lens's day.
    """
    tree: dict[int, list[Relative]] = {}
    seen, level = {agreement}, [agreement]
    for _ in range(MAX_GENERATIONS):
        rows = sql.rows(
            "SELECT record_id, other_id, nature FROM agreement_link WHERE record_id IN"
            f" ({LISTED}) OR other_id IN ({LISTED}) ORDER BY record_id, position",
            (listed(level),) * 2,
        )
        found = refs(sql, sorted({key for row in rows for key in row[:2]} - seen))
        following: list[int] = []
        for owner, other, value in rows:
            nature = str(value or "")
            for one, two, words in (
                (owner, other, nature),
                (other, owner, TURNED_NATURES.get(nature) or nature),
            ):
                is_shown = two in found and lens.shows(found[two][1])
                if one in level and two not in seen and is_shown and len(seen) < MAX_RELATIVES:
                    seen.add(two)
                    following.append(two)
                    tree.setdefault(one, []).append(Relative(words, found[two][0]))
        level = following
        if not level:
            break
    names = read_names_then(sql, seen, lens)
    return {key: with_names(relatives, names) for key, relatives in tree.items()}
