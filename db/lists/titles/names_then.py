"""What records were called on a day: of a name with dates the one that was valid then.

Lists, pages, pickers, the timeline and paper ask it for all that they name at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from db.dates import OPEN_END
from db.lens import Lens
from db.storage.engine import Sql
from db.storage.id_lists import FIRST_LISTED, listed
from db.storage.unpacking import MAX_TITLE_LETTERS

Names = Mapping[int, str]


def title_then(record: str) -> str:
    """Return what gives the name of a record on the day `?3`, within a statement."""
    return (
        f"coalesce((SELECT n.text FROM name n WHERE n.record_id = {record}.id"
        " AND n.kind IN ('former', 'primary')"
        " AND (n.since_first IS NOT NULL OR n.until_last IS NOT NULL)"
        f" AND coalesce(n.since_first, '') <= ?3 AND coalesce(n.until_last, '{OPEN_END}') >= ?3"
        f" ORDER BY n.position LIMIT 1), {record}.title)"
    )


def read_names_then(sql: Sql, ids: Collection[int], lens: Lens) -> Names:
    """Return the names of those of these records that were called otherwise on the lens's day.

    A name without any date of its own is of no day; of several that were valid the first counts.
    """
    if not ids:
        return {}
    rows = sql.rows(
        f"SELECT n.record_id, substr(n.text, 1, {MAX_TITLE_LETTERS}) FROM name n"
        f" WHERE n.record_id IN ({FIRST_LISTED}) AND n.kind IN ('former', 'primary')"
        " AND (n.since_first IS NOT NULL OR n.until_last IS NOT NULL)"
        f" AND coalesce(n.since_first, '') <= ?2 AND coalesce(n.until_last, '{OPEN_END}') >= ?2"
        " ORDER BY n.position DESC",
        (listed(ids), lens.as_of),
    )
    return dict(rows)
