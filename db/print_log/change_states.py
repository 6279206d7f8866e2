"""What one change of the history did: each record that it touched, as it was before and after.

`Reader` asks it through a lens that shows the change, which no lens does that hides anything that
the change touched, then or since.
"""

from __future__ import annotations

from db.changes.change_log import read_change
from db.changes.record_snapshots import RecordHistory
from db.lens import Lens
from db.print_log.printed_changes import Changed, record_then, shows_record
from db.storage.damage import told_as_damage
from db.storage.engine import Sql

MAX_STATES = 30  # records of one change that are told; an import has thousands


def change_states(
    sql: Sql, change_id: int, lens: Lens, record_id: int | None = None
) -> tuple[list[Changed], int]:
    """Return the first records of a change before and after it, and how many more it touched.

    The record with `record_id` stands before all others.

    A record that is shown no more, or that the change only touched, has nothing in either.
    """
    read_change(sql, change_id, lens)
    ids = sorted(_touched_records(sql, change_id), key=lambda key: (key != record_id, key))
    wanted = ids[:MAX_STATES]
    before = RecordHistory(sql, wanted, change_id - 1)
    after = RecordHistory(sql, wanted, change_id)
    found = []
    for key in wanted:
        if not (shows_record(before, key, lens) and shows_record(after, key, lens)):
            continue
        with told_as_damage(f"the history of the record {key}"):
            then, now = record_then(sql, before, key, lens), record_then(sql, after, key, lens)
        if then is not None or now is not None:
            found.append(Changed(key, then, now, is_about=True))
    return found, len(ids) - len(wanted)


def _touched_records(sql: Sql, change_id: int) -> list[int]:
    """Return the records whose rows a change wrote, runs of new or removed ones included."""
    ids = [
        row[0]
        for row in sql.rows(
            "SELECT DISTINCT record_id FROM revision WHERE change_id=? AND record_id IS NOT NULL",
            (change_id,),
        )
    ]
    runs = sql.rows(
        "SELECT row, row_to FROM revision WHERE change_id=? AND table_name='record'", (change_id,)
    )
    ids += [key for first, last in runs for key in range(first, last + 1)]
    return list(set(ids))
