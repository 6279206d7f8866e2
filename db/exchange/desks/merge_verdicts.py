"""What officers said of pairs of records, brought together: that two are not the same stays.

`merge_desks` asks it after the records are written. Nobody's verdict is taken away by a merge.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from db.changes.record_snapshots import last_rows
from db.changes.unit_of_work import Work
from db.duplicates.verdicts import DIFFERENT, judged_different
from db.lens import Lens, shows
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import json_in, rows_of_line

WAITING = "verdicts on records that are not here"  # a setting
ENDS = ("record_id", "other_id")
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


def read_lost_verdicts(sql: Sql, lens: Lens) -> set[Pair]:
    """Return the pairs whose verdict went with one of the records: it counts again where another
    desk has kept that one.
    """
    rows = [
        row
        for first, before in sql.rows(
            "SELECT v.row, v.before FROM revision v WHERE v.table_name='verdict'"
            " AND v.before IS NOT NULL AND v.after IS NULL AND EXISTS (SELECT 1 FROM revision r"
            " WHERE r.change_id = v.change_id AND r.table_name='record' AND r.after IS NULL"
            " AND r.before IS NOT NULL)"
        )
        for row in rows_of_line(first, before)
    ]
    uids = _visible_uids(sql, lens, {row[name] for row in rows for name in ENDS})
    pairs = (tuple(uids.get(row[name], "") for name in ENDS) for row in rows)
    return {(min(pair), max(pair)) for pair in pairs if all(pair)}


def read_waiting_verdicts(sql: Sql) -> set[Pair]:
    """Return the pairs that another desk judged and of which one is not on this desk."""
    text = sql.value("SELECT value FROM setting WHERE key=?", (WAITING,))
    pairs = json_in(text, "what it remembers of verdicts") if text else []
    found = [tuple(map(str, pair)) for pair in pairs if isinstance(pair, list) and len(pair) == 2]
    return {(min(pair), max(pair)) for pair in found}


def waiting_text(pairs: Iterable[Pair]) -> str:
    """Return what `read_waiting_verdicts` reads."""
    return json.dumps(sorted(pairs))


def _visible_uids(sql: Sql, lens: Lens, ids: Collection[int]) -> dict[int, str]:
    """Return the uids of records that are there, or were, as far as a lens shows them."""
    statement = f"SELECT id, uid, marking FROM record WHERE id IN ({LISTED})"
    found = {key: (uid, marking) for key, uid, marking in sql.rows(statement, (listed(list(ids)),))}
    for key, row in last_rows(sql, "record", set(ids) - found.keys()).items():
        found[key] = str(row["uid"]), row["marking"]
    return {key: uid for key, (uid, marking) in found.items() if lens.shows(marking)}


def write_verdicts(
    work: Work, pairs: Iterable[Pair], former: Mapping[str, str], lens: Lens
) -> tuple[int, set[Pair]]:
    """Keep what was said of pairs that are on this desk; returns how many are new, and the pairs of
    which one is not here.

    `former` leads from records that were merged to those that they are.
    """
    wanted = {(former.get(one, one), former.get(other, other)) for one, other in pairs}
    wanted = {(one, other) for one, other in wanted if one != other}
    if not wanted:
        return 0, set()
    work.flush_rows()
    statement = f"SELECT uid, id, kind, marking FROM record WHERE uid IN ({LISTED})"
    uids = [uid for pair in wanted for uid in pair]
    there = {
        uid: (key, kind)
        for uid, key, kind, marking in work.sql.rows(statement, (listed(uids),))
        if lens.shows(marking)
    }
    known, count = judged_different(work.sql), 0
    waiting: set[Pair] = set()
    for one, other in sorted(wanted):
        if one not in there or other not in there:
            waiting.add((one, other))
            continue
        first, second = sorted((there[one][0], there[other][0]))
        if (first, second) not in known:
            known.add((first, second))
            work.insert(
                "verdict", {"record_id": first, "other_id": second, "says": DIFFERENT}, first
            )
            for uid in (one, other):
                work.touch(*there[uid])
            count += 1
    return count, waiting
