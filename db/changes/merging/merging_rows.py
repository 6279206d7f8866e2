"""The rows of a record given to another: `merge` asks it, and names no kind or table but a few.

A row that says what one of the other record says already is not kept twice; what hangs on it goes
to that one. A row that would tie the record to itself is told in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.changes.merging.merging_fields import is_said
from db.changes.removing import raise_version
from db.changes.unit_of_work import Work
from db.record_types import Record, Ref
from db.storage.engine import Sql
from db.storage.row_mapping import OWN_TABLES, Values, owner_of, shape_of
from db.storage.stored_records import ABOUT, refs, select_rows

OWN = {"id", "position", "uid"}  # columns that tell nothing of the matter
SILENT = ("verdict",)  # tables whose rows about the two themselves are answered by the merging


class Mover:
    """Gives one record's rows to another; `notes` says in words what could not be kept so."""

    def __init__(self, work: Work, kept_id: int, gone_id: int, of: type[Record]) -> None:
        self.notes: list[str] = []
        self._work = work
        self._kept_id = kept_id
        self._gone_id = gone_id
        self._parts = {child.shape.table for child in shape_of(of).children}

    def dispute(self, fields: Mapping[int, set[str]]) -> None:
        """Let what is cited for a value that was not chosen dispute the one that was."""
        for key, names in fields.items():
            for row in select_rows(self._work.sql, "citation", "record_id=?", (key,)):
                if row["field"] in names and row["stance"] == "supports":
                    self._work.update("citation", row, {**row, "stance": "disputes"}, key)

    def without_self(self, name: str, value: Any) -> Any:
        """Return a field's value, unless it names one of the two: then it is told."""
        if isinstance(value, Ref) and value.id in (self._kept_id, self._gone_id):
            self.notes.append(f"{name.replace('_', ' ')}: {value.title}")
            return None
        return value

    def move_all(self) -> None:
        """Move every row that hangs on the record that goes, or names it."""
        columns: dict[str, list[str]] = {}
        for ref in self._work.sql.references("record"):
            if ref.column != "id":
                columns.setdefault(ref.table, []).append(ref.column)
        for table, column_names in sorted(columns.items(), key=_owners_first):
            self._move(table, column_names)

    def _move(self, table: str, columns: list[str]) -> None:
        where = " OR ".join(f"{column}=?" for column in columns)
        rows = select_rows(
            self._work.sql, table, f"{where} ORDER BY id", [self._gone_id] * len(columns)
        )
        for row in rows:
            if table in OWN_TABLES and row["id"] in (self._kept_id, self._gone_id):
                continue  # settled with the fields
            after = {
                **row,
                **{name: self._kept_id for name in columns if row[name] == self._gone_id},
            }
            self._place(table, columns, row, after)

    def _place(self, table: str, columns: list[str], row: Values, after: Values) -> None:
        work = self._work
        owner = owner_of(table, after)
        assert owner is not None  # it names a record, so it is somebody's
        others = [name for name in columns if name != "record_id"]
        if owner == self._kept_id and any(after[name] == self._kept_id for name in others):
            if table not in SILENT:
                self.notes.append(self._in_words(table, row, others))
            work.delete(table, [row], row["record_id"])
            return
        if table == "verdict":
            ends = sorted((after["record_id"], after["other_id"]))
            after["record_id"], after["other_id"] = ends
        twin = self._twin(table, owner, row, after)
        if twin is not None:
            self._fold(table, row, twin)
        else:
            if "position" in row and row.get("record_id") == self._gone_id:
                after["position"] = next_position(work.sql, table, self._kept_id)
            work.update(table, row, after, owner)
        self._note(owner)

    def _note(self, owner: int) -> None:
        """Note that an owner other than the two has changed too."""
        work = self._work
        if owner not in work.records and owner not in (self._kept_id, self._gone_id):
            kind = work.sql.value("SELECT kind FROM record WHERE id=?", (owner,))
            raise_version(work, owner, kind)

    # rows that say the same

    def _twin(self, table: str, owner: int, row: Values, after: Values) -> Values | None:
        if table in OWN_TABLES or table == "merger":
            return None
        there = select_rows(self._work.sql, table, "record_id=? ORDER BY id", (owner,))
        for each in there:
            if each["id"] == row["id"]:
                continue
            if table == "office":
                if _one_office(each, after):
                    return each
            elif all(each[name] == after[name] for name in after.keys() - OWN):
                return each
        return None

    def _fold(self, table: str, row: Values, twin: Values) -> None:
        """Take a row away whose twin stays; what names it names the twin."""
        work = self._work
        for ref in work.sql.references(table):
            for citing in select_rows(work.sql, ref.table, f"{ref.column}=?", (row["id"],)):
                owner = citing.get("record_id")
                work.update(ref.table, citing, {**citing, ref.column: twin["id"]}, owner)
                if owner is not None:
                    self._note(owner)
        if row.get("uid"):
            self._rename_about(row["uid"], twin["uid"])
        if table == "office":
            filled = {name: v for name, v in row.items() if v is not None and twin[name] is None}
            work.update(table, twin, {**twin, **filled}, self._kept_id)
            if row["title"] != twin["title"]:
                self.notes.append(f"office: {row['title']}")
            work.renamed_records.add(self._kept_id)
        work.delete(table, [row], row.get("record_id"))

    def _rename_about(self, old: str, new: str) -> None:
        """Rename a part where something is said of it by its uid."""
        work = self._work
        for table, column in ABOUT:
            for row in select_rows(
                work.sql, table, "record_id IN (?,?)", (self._kept_id, self._gone_id)
            ):
                if row[column].endswith(old):
                    about = row[column].removesuffix(old) + new
                    work.update(table, row, {**row, column: about}, row["record_id"])

    def _in_words(self, table: str, row: Values, others: list[str]) -> str:
        """Return a tie between the two, as a line of a note."""
        refs_by_id = refs(self._work.sql, [self._kept_id, self._gone_id])
        titles = [refs_by_id[row[name]][0].title for name in others if row[name] in refs_by_id]
        texts = [str(row[name]) for name in ("nature", "role", "side", "note") if row.get(name)]
        dates = [row[name] for name in ("since_edtf", "until_edtf") if row.get(name)]
        return " · ".join([table.replace("_", " "), *titles, *texts, *dates])


def next_position(sql: Sql, table: str, record_id: int) -> int:
    """Return the position behind the last row that a record has in a table."""
    statement = f"SELECT coalesce(max(position), 0) + 1 FROM {table} WHERE record_id=?"
    return int(sql.value(statement, (record_id,)))


def _owners_first(entry: tuple[str, list[str]]) -> tuple[bool, bool, str]:
    """Return offices before tenures, parties before what they did: a twin is found before its rows.

    What is said about parts comes last: when a part has gone to its twin, two lines about the two
    may say the same.
    """
    table = entry[0]
    return table in dict(ABOUT), table not in ("office", "party"), table


def _one_office(one: Values, other: Values) -> bool:
    """Say whether two offices of one title contradict each other in nothing."""
    if one["title"] != other["title"] and (not one["folded"] or one["folded"] != other["folded"]):
        return False
    names = one.keys() - OWN - {"record_id", "title", "folded"}
    return all(
        one[name] == other[name] or not is_said(one[name]) or not is_said(other[name])
        for name in names
    )
