"""Taking one change back, today or next month, as a change of its own; the store asks it.

A revert is refused when a later change stands in the way, and says which. It looks only at the
columns the change wrote, so an older edit can be taken back beneath a newer one of another field.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.changes.change_log import shows_change
from db.changes.removing import raise_version
from db.changes.unit_of_work import Work
from db.errors import Conflict, Damaged
from db.lens import Lens
from db.storage.damage import check_rows, need_columns, need_table
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import BOOKKEEPING, Values
from db.storage.stored_records import ABOUT, select_rows
from db.storage.troubles import MEND
from db.storage.unpacking import row_in, rows_in

LINE = ("id", "table_name", "row", "row_to", "record_id", "before", "after")
MAX_NAMED_CHANGES = 3  # changes named in a refusal at most
HIDDEN_CHANGE = "a change above the ceiling"  # neither its number nor its label is told


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of history: a row, or a run of rows made or removed together."""

    id: int
    table: str
    row: int
    row_to: int
    record_id: int | None
    before: bytes | None
    after: bytes | None

    @property
    def is_run(self) -> bool:
        """Whether it stands for more than one row, or for rows a compact work made."""
        return self.row_to > self.row or (self.before is None and self.after is None)


def revert_change(work: Work, change_id: int, label: str, lens: Lens) -> None:
    """Write the opposite of a change; refuses as `Conflict` when later changes stand in the way."""
    lines = _lines(work.sql, change_id)
    tried = work.sql.rows(
        "SELECT id FROM change WHERE reverts=? AND id < ?", (change_id, work.change_id)
    )
    if by := unreverted_changes(work.sql, {row[0] for row in tried}, work.change_id):
        visible = [key for key in by if shows_change(work.sql, key, lens)]
        name = f"change {visible[-1]}" if visible else HIDDEN_CHANGE
        raise Conflict(f"“{label}” has already been undone by {name}.", tuple(visible[-1:]))
    check = _Check(work, change_id, label, lines, lens)
    for line in lines:
        work.flush_table(line.table)
        _revert_line(work, line, check)
    work.flush()
    for table, row, owner in check.given_back:
        _bring_after(work, table, row, owner, check.owners)
    check.nothing_dangles(work)
    _touch_records(work, lines, check.owners)


def _lines(sql: Sql, change_id: int) -> list[Revision]:
    """Return the lines of a change, the last first; refuse those of no table that is written."""
    rows = sql.rows(
        f"SELECT {', '.join(LINE)} FROM revision WHERE change_id=? ORDER BY id DESC", (change_id,)
    )
    lines = [Revision(*row) for row in check_rows(sql, "revision", LINE, rows)]
    for line in lines:
        need_table(line.table, f"line {line.id} of the history")
    return lines


def _revert_line(work: Work, line: Revision, check: _Check) -> None:
    if line.before is None:
        _take_away(work, line, check)
    elif line.after is None:
        _put_back(work, line, check)
    else:
        _set_back(work, line, check)


def _take_away(work: Work, line: Revision, check: _Check) -> None:
    rows = select_rows(
        work.sql, line.table, "id BETWEEN ? AND ? ORDER BY id", (line.row, line.row_to)
    )
    if line.is_run:
        if check.later(line) or len(rows) != line.row_to - line.row + 1:
            raise check.conflict([line])
    elif not rows or not _holds(rows[0], row_in(line.after or b"{}"), whole=True):
        raise check.conflict([line])
    _touch_rows(work, line, rows, check)
    work.delete(line.table, rows, line.record_id)


def _touch_rows(work: Work, line: Revision, rows: Iterable[Values], check: _Check) -> None:
    for row in rows:
        if line.table == "record":
            work.touch(row["id"], row["kind"])
        elif row.get("record_id") is not None:
            check.owners.add(row["record_id"])  # a run's line does not name them


def _put_back(work: Work, line: Revision, check: _Check) -> None:
    rows = _removed_rows(work.sql, line)
    holder = work.sql.value(
        f"SELECT count(*) FROM {line.table} WHERE id BETWEEN ? AND ?", (line.row, line.row_to)
    )
    if holder:
        raise check.conflict([line])
    columns = work.sql.columns(line.table)
    for row in rows:
        work.insert(line.table, {name: row.get(name) for name in columns}, line.record_id)
    _touch_rows(work, line, rows, check)
    check.put_back.setdefault(line.table, []).extend(rows)


def _removed_rows(sql: Sql, line: Revision) -> list[Values]:
    """Return the rows that a line says were removed; refuses those that its table cannot hold."""
    before, what = line.before or b"{}", f"line {line.id} of the history"
    rows = rows_in(before, what) if line.is_run else [row_in(before, what)]
    columns = sql.columns(line.table)
    for row in rows:
        row.setdefault("id", line.row)
        need_columns(sql, line.table, {**dict.fromkeys(columns), **row}, what)
    ids = [row["id"] for row in rows]
    if len(ids) != line.row_to - line.row + 1 or ids != list(range(line.row, line.row + len(ids))):
        raise Damaged(f"The desk is damaged in {what}: its rows are others than it names; {MEND}.")
    return rows


def _set_back(work: Work, line: Revision, check: _Check) -> None:
    what = f"line {line.id} of the history"
    before, after = row_in(line.before or b"{}", what), row_in(line.after or b"{}", what)
    need_columns(work.sql, line.table, before, what)
    rows = select_rows(work.sql, line.table, "id=?", (line.row,))
    if not rows or not _holds(rows[0], after, whole=False):
        raise check.conflict([line])
    work.update(line.table, rows[0], before, line.record_id)
    if before.get("record_id") and rows[0].get("uid"):
        check.given_back.append((line.table, rows[0], before["record_id"]))


def _bring_after(work: Work, table: str, row: Values, owner: int, owners: set[int]) -> None:
    """Move what has been said of a part since it was another record's with the part."""
    for about, column in ABOUT:
        for citation in select_rows(
            work.sql,
            about,
            f"record_id=? AND {column}=?",
            (row["record_id"], f"{table} {row['uid']}"),
        ):
            work.update(about, citation, {**citation, "record_id": owner}, owner)
            owners.update((owner, row["record_id"]))


def _holds(row: Values, citation: Values, *, whole: bool) -> bool:
    """Say whether a row still has the values a change gave it."""
    keys = (row if whole else citation).keys() - BOOKKEEPING
    return all(row.get(key) == citation.get(key) for key in keys)


class _Check:
    """What came after the change that is being taken back."""

    def __init__(
        self, work: Work, change_id: int, label: str, lines: Sequence[Revision], lens: Lens
    ) -> None:
        self.sql = work.sql
        self.own_id = work.change_id
        self.change_id = change_id
        self.label = label
        self.lines = lines
        self.lens = lens
        self.put_back: dict[str, list[Values]] = {}
        self.given_back: list[tuple[str, Values, int]] = []  # table, row, the record it was of
        self.owners: set[int] = set()  # records that lines were taken from or given back to

    def later(self, line: Revision) -> list[int]:
        """Return the later changes that touched the same rows and still stand."""
        found = self.sql.rows(
            "SELECT DISTINCT change_id FROM revision WHERE table_name=? AND change_id > ?"
            " AND row <= ? AND row_to >= ?",
            (line.table, self.change_id, line.row_to, line.row),
        )
        return unreverted_changes(self.sql, {row[0] for row in found} - {self.own_id}, self.own_id)

    def conflict(self, lines: Iterable[Revision]) -> Conflict:
        """Return the refusal that names the later changes of these lines."""
        ids = sorted({key for line in lines for key in self.later(line)})
        return self.refusal(ids)

    def refusal(self, ids: Sequence[int]) -> Conflict:
        """Return the refusal that names these changes."""
        visible = [key for key in ids if shows_change(self.sql, key, self.lens)]
        names = [self._change_name(key) for key in visible[:MAX_NAMED_CHANGES]]
        more = (
            f" and {len(visible) - MAX_NAMED_CHANGES} more"
            if len(visible) > MAX_NAMED_CHANGES
            else ""
        )
        if len(visible) < len(ids):
            names.append(HIDDEN_CHANGE)
        what = ", ".join(names) + more if names else "a later change"
        return Conflict(
            f"“{self.label}” cannot be undone, because {what} came after it and touched the"
            " same lines; undo that first.",
            tuple(visible),
        )

    def _change_name(self, key: int) -> str:
        return f"change {key} “{self.sql.value('SELECT label FROM change WHERE id=?', (key,))}”"

    def nothing_dangles(self, work: Work) -> None:
        """Check that what is back finds what it names, and nobody names what is taken away."""
        for table, rows in self.put_back.items():
            self._find_missing_targets(table, rows)
        for line in self.lines:
            if line.before is None:
                self._find_naming(line)

    def _find_missing_targets(self, table: str, rows: Sequence[Values]) -> None:
        for _, column, target in foreign_keys(self.sql, table):
            wanted = {row[column] for row in rows if row.get(column) is not None}
            there = self.sql.rows(
                f"SELECT id FROM {target} WHERE id IN ({LISTED})", (listed(wanted),)
            )
            for key in sorted(wanted - {row[0] for row in there}):
                raise self.refusal(self._touching(target, key))

    def _find_naming(self, line: Revision) -> None:
        for ref in self.sql.references(line.table):
            key = self.sql.value(
                f"SELECT id FROM {ref.table} WHERE {ref.column} BETWEEN ? AND ? LIMIT 1",
                (line.row, line.row_to),
            )
            if key is not None:
                raise self.refusal(self._touching(ref.table, key))

    def _touching(self, table: str, key: int) -> list[int]:
        return self.later(Revision(0, table, key, key, None, None, None))


def foreign_keys(sql: Sql, table: str) -> list[tuple[str, str, str]]:
    """Return (table, column, table named) for the columns of a table that name rows."""
    return [
        (table, row[0], row[1])
        for row in sql.rows('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,))
    ]


def unreverted_changes(sql: Sql, ids: set[int], before: int) -> list[int]:
    """Return those of these changes that no later change has taken back, reverts of others left
    out.

    A change and its revert cancel out; so does a revert and the revert of it. `before` is the
    change being made, which does not count yet.
    """
    if not ids:
        return []
    pairs: dict[int, int] = dict(
        sql.rows(
            "SELECT reverts, max(id) FROM change WHERE reverts < id AND id < ? GROUP BY 1",
            (before,),
        )
    )

    def stands(key: int) -> bool:
        steps = 0  # of undoing and redoing, of which there may be thousands
        while key in pairs:
            key, steps = pairs[key], steps + 1
        return steps % 2 == 0

    reverts: dict[int, int] = dict(sql.rows("SELECT id, reverts FROM change WHERE reverts < id"))

    def counts(key: int) -> bool:
        return stands(key) and not (key in reverts and reverts[key] in ids)

    return sorted(key for key in ids if counts(key))


def _touch_records(work: Work, lines: Sequence[Revision], owners: set[int]) -> None:
    """Note each record as changed whose rows were written and that is still there."""
    ids = owners | {line.record_id for line in lines if line.record_id is not None}
    ids.update(
        key
        for line in lines
        if line.table == "record"
        for key in range(line.row, line.row_to + 1)
        if line.after is not None or line.before is not None
    )
    work.renamed_records.update(
        line.row for line in lines if line.table == "record" and not line.is_run
    )
    work.changed_sources.update(
        line.row for line in lines if line.table == "source" and not line.is_run
    )
    work.renamed_records.update(
        line.record_id for line in lines if line.table == "office" and line.record_id is not None
    )
    for key in sorted(ids - work.records.keys()):
        kind = work.sql.value("SELECT kind FROM record WHERE id=?", (key,))
        if kind is not None:
            raise_version(work, key, kind)
