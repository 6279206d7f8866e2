"""What officers said of pairs of records, brought together: that two are not the same stays.

`merge_desks` asks it after the records are written. Nobody's verdict is taken away by a merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from db.changes.unit_of_work import Work
from db.duplicates.verdicts import DIFFERENT, judged_different
from db.exchange.plain.plain_writing import ids_by_uid
from db.lens import Lens, shows
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

Pair = tuple[str, str]  # the uids of two records that are not the same, the lesser first


def read_verdicts(sql: Sql, lens: Lens, among: Iterable[int] | None = None) -> set[Pair]:
    """Return the pairs that are not the same and that a lens shows, of some records or of all."""
    where = "" if among is None else f" AND v.record_id IN ({LISTED})"
    values = (DIFFERENT, lens.ceiling, lens.ceiling)
    rows = sql.rows(
        "SELECT a.uid, b.uid FROM verdict v JOIN record a ON a.id = v.record_id"
        f" JOIN record b ON b.id = v.other_id WHERE v.says=? AND {shows('a.marking')}"
        f" AND {shows('b.marking')}{where}",
        values if among is None else (*values, listed(list(among))),
    )
    return {(min(row), max(row)) for row in rows}


def write_verdicts(
    work: Work, pairs: Iterable[Pair], former: Mapping[str, str], kinds: Mapping[str, str]
) -> int:
    """Keep what the other desk said of pairs that are on this one; returns how many are new.

    `former` leads from records that were merged to those that they are, `kinds` are by uid.
    """
    wanted = {(former.get(one, one), former.get(other, other)) for one, other in pairs}
    wanted = {(one, other) for one, other in wanted if one != other}
    if not wanted:
        return 0
    work.flush_rows()
    ids = ids_by_uid(work.sql, "record", {uid for pair in wanted for uid in pair})
    known, count = judged_different(work.sql), 0
    for one, other in sorted(wanted):
        if one not in ids or other not in ids:
            continue
        first, second = sorted((ids[one], ids[other]))
        if (first, second) not in known:
            known.add((first, second))
            work.insert(
                "verdict", {"record_id": first, "other_id": second, "says": DIFFERENT}, first
            )
            for uid in (one, other):
                work.touch(ids[uid], _kind_of(work.sql, ids[uid], kinds.get(uid)))
            count += 1
    return count


def _kind_of(sql: Sql, record_id: int, known: str | None) -> str:
    return known or str(sql.value("SELECT kind FROM record WHERE id=?", (record_id,)))
