"""What was saved made a whole desk: values, references, attached bytes and history that fit.

`salvage_desk` asks it last. Each value that its column cannot have, and each line of which the
record is gone, is taken out and told of; nothing is guessed.
"""

from __future__ import annotations

import hashlib
from functools import cache
from itertools import pairwise
from typing import Any, Final

from db.clock import now
from db.dates.stored import holds
from db.desk_file import verify_history, verify_values
from db.lens import HIGHEST, known_marking
from db.record_types import RECORD_TYPES
from db.salvage.damaged_desk import DamagedDesk
from db.salvage.layouts import kept_tables
from db.salvage.lost_records import title_in
from db.salvage.row_writing import RowWriting
from db.salvage.salvage_report import Loss, SalvageReport
from db.storage.row_mapping import shape_of
from db.storage.sql import Sql
from db.storage.uid import new_uid
from db.tables.fields import meaning_of, meanings
from db.tables.rows import DECLARATIONS, column_names
from db.vocabulary.kinds import KINDS

# Tables of which a row with one wrong value is given up: half of it would say something else.
WHOLE_ROWS: Final = frozenset(
    {"draft", "saved_search", "printed", "verdict", "merger", "revision", "change", "blob"}
)
MAX_ROUNDS: Final = 20  # in which references are followed to rows that are gone
LOST_DETAILS: Final = " (details lost)"


def mend_desk(sql: Sql, found: DamagedDesk, written: RowWriting, report: SalvageReport) -> None:
    """Bring all that was written to what a desk can hold, and note each loss by its record."""
    _mend_values(sql, written, report)
    _complete_kinds(sql, report)
    _drop_broken_bytes(sql, report)
    _mend_history(sql, found, report)
    _follow_references(sql, report)
    _note_unread(sql, found, report)


# values


def _mend_values(sql: Sql, written: RowWriting, report: SalvageReport) -> None:
    for table, key, column in written.blanks:
        if table not in WHOLE_ROWS:
            _note(sql, report, table, key, f"its {_label(table, column)} could not be read")
    for table in kept_tables():
        for column, condition in verify_values.wrong_values(sql, table):
            rows = sql.rows(f"SELECT rowid FROM {table} WHERE {condition}")
            for (key,) in rows:
                _mend_value(sql, report, table, key, column)
        _mend_dates(sql, report, table)


def _mend_value(sql: Sql, report: SalvageReport, table: str, key: int, column: str) -> None:
    if table in WHOLE_ROWS:
        sql.run(f"DELETE FROM {table} WHERE rowid = ?", (key,))
        return
    value = _instead(sql, table, key, column)
    sql.run(f'UPDATE OR IGNORE {table} SET "{column}" = ? WHERE rowid = ?', (value, key))
    _note(sql, report, table, key, f"its {_label(table, column)} could not be read")


def _instead(sql: Sql, table: str, key: int, column: str) -> Any:
    """Return what stands in the place of a value that is none."""
    if column == "marking":
        return HIGHEST
    if column == "uid":
        return new_uid()
    if column in ("created", "changed", "time", "written"):
        return now()
    if (table, column) == ("record", "kind"):
        kinds = (k for k in KINDS if sql.value(f"SELECT id FROM {k} WHERE id = ?", (key,)))
        return next(kinds, KINDS[0])
    if (table, column) == ("record", "title"):
        return title_in(sql, key) or f"Record {key}, whose title could not be read"
    default = _defaults(table).get(column)
    if default is not None or column not in sql.required_columns(table):
        return default
    declared = dict(zip(sql.columns(table), sql.types(table), strict=True))[column]
    return {int: 1, bytes: b"", float: 0.0}.get(declared, "")


def _defaults(table: str) -> dict[str, Any]:
    """Return what a new line of a table has in its columns."""
    of = next((each for each in DECLARATIONS if table == each.TABLE), None)
    if of is None:
        return {}
    blank = {name: of.model_fields[name].default for name, _ in meanings(of)}
    plain = {name: value for name, value in blank.items() if isinstance(value, (str, int))}
    return {name: int(v) if isinstance(v, bool) else v for name, v in plain.items()}


def _label(table: str, column: str) -> str:
    """Return what a column is called on the form, or by its own name.

    >>> _label("person", "born_edtf"), _label("revision", "after")
    ('“Born”', 'after')
    """
    for of in DECLARATIONS:
        if table == of.TABLE:
            for name, meaning in meanings(of):
                if column in column_names(name, meaning):
                    return f"“{meaning.label}”"
    return column


def _mend_dates(sql: Sql, report: SalvageReport, table: str) -> None:
    for name in sql.columns(table):
        if not name.endswith("_edtf"):
            continue
        stem = name.removesuffix("_edtf")
        columns = [f"{stem}{tail}" for tail in ("_edtf", "_first", "_last")]
        for key, *values in sql.rows(
            f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE coalesce("
            f"{', '.join(columns)}) IS NOT NULL"
        ):
            if not holds(*values):
                blank = ", ".join(f"{column} = NULL" for column in columns)
                sql.run(f"UPDATE {table} SET {blank} WHERE rowid = ?", (key,))
                _note(sql, report, table, key, f"its {_label(table, name)} could not be read")


# rows that belong together


def _complete_kinds(sql: Sql, report: SalvageReport) -> None:
    """Give each record the row of its kind, blank where it is lost; drop rows of no record."""
    for kind in KINDS:
        lost = sql.rows(
            f"SELECT r.id FROM record r LEFT JOIN {kind} k ON k.id = r.id"
            " WHERE r.kind = ? AND k.id IS NULL",
            (kind,),
        )
        for (key,) in lost:
            _write_blank(sql, kind, key)
            _note(sql, report, kind, key, "what only its kind has could not be read")
        sql.run(
            f"DELETE FROM {kind} WHERE id NOT IN (SELECT id FROM record WHERE kind = ?)", (kind,)
        )


def _write_blank(sql: Sql, kind: str, key: int) -> None:
    defaults = _defaults(kind)
    values: dict[str, Any] = {"id": key}
    for name in sql.required_columns(kind) - {"id"}:
        values[name] = defaults.get(name, "")
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join("?" * len(values))
    sql.run(f"INSERT INTO {kind} ({names}) VALUES ({places})", tuple(values.values()))


def _drop_broken_bytes(sql: Sql, report: SalvageReport) -> None:
    """Drop attached bytes that are not what was attached, and the lines that name them."""
    for key, sha256 in sql.rows("SELECT rowid, sha256 FROM blob"):
        data = sql.value("SELECT data FROM blob WHERE rowid = ?", (key,))
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
            sql.run("DELETE FROM blob WHERE rowid = ?", (key,))
    for key, name in sql.rows(
        "SELECT id, file_name FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM blob)"
    ):
        _note(sql, report, "attachment", key, f"the attached file “{name}” could not be read")
        sql.run("DELETE FROM attachment WHERE id = ?", (key,))


def _follow_references(sql: Sql, report: SalvageReport) -> None:
    """Take out what names a row that is gone, until nothing does."""
    for _ in range(MAX_ROUNDS):
        wrong = sql.rows("PRAGMA foreign_key_check")
        if not wrong:
            return
        for table, key, target, number in wrong:
            [column] = [
                row[3] for row in sql.rows(f"PRAGMA foreign_key_list({table})") if row[0] == number
            ]
            if column in sql.required_columns(table) or column == "id":
                if column != "record_id":
                    says = f"a line of its {_lines_label(table)} named a {target} that is lost"
                    _note(sql, report, table, key, says)
                sql.run(f"DELETE FROM {table} WHERE rowid = ?", (key,))
            else:
                says = f"its {_label(table, column)} named a {target} that is lost"
                _note(sql, report, table, key, says)
                sql.run(f'UPDATE {table} SET "{column}" = NULL WHERE rowid = ?', (key,))


@cache
def _lines_label(table: str) -> str:
    """Return what a record's lines in a table are called on the form.

    >>> _lines_label("tenure"), _lines_label("party_action")
    ('“Offices held”', 'party action')
    """
    for of in RECORD_TYPES.values():
        for child in shape_of(of).children:
            if child.shape.table == table:
                return f"“{meaning_of(of, child.name).label}”"
    return table.replace("_", " ")


# history


def _mend_history(sql: Sql, found: DamagedDesk, report: SalvageReport) -> None:
    """Keep the changes that are whole; of others the line stays, and says that its details went."""
    sql.run("DELETE FROM revision WHERE change_id NOT IN (SELECT id FROM change)")
    incomplete = _gaps(sql, found) | verify_history.broken_changes(sql)
    for change in incomplete:
        sql.run("DELETE FROM revision WHERE change_id = ?", (change,))
        sql.run("UPDATE change SET label = label || ? WHERE id = ?", (LOST_DETAILS, change))
    sql.run("UPDATE change SET reverts = NULL WHERE reverts NOT IN (SELECT id FROM change)")
    sql.run("UPDATE change SET reverts = NULL WHERE reverts >= id")
    report.changes_lost = len(incomplete)
    report.changes = int(sql.value("SELECT count(*) FROM change"))


def _gaps(sql: Sql, found: DamagedDesk) -> set[int]:
    """Return the changes of which a line may be lost: on either side of a gap, and between."""
    incomplete: set[int] = set()
    for hole in found.walk.holes.get("revision", ()):
        lines = sql.rows(
            "SELECT id, change_id FROM revision WHERE id BETWEEN"
            " coalesce((SELECT max(id) FROM revision WHERE id <= ?1), ?1) AND"
            " coalesce((SELECT min(id) FROM revision WHERE id > ?2), ?2) ORDER BY id",
            (hole.low, hole.high),
        )
        edges = [(hole.low, 0), *lines] if not lines or lines[0][0] > hole.low else list(lines)
        for (one, before), (other, after) in pairwise(edges):
            if other > one + 1:
                incomplete.update(range(max(before, 1), after + 1))
        if lines and lines[-1][0] <= hole.high:  # the end of the history is lost
            last = int(sql.value("SELECT max(id) FROM change") or 0)
            incomplete.update(range(lines[-1][1], last + 1))
    there = {key for (key,) in sql.rows("SELECT id FROM change")}
    return incomplete & there


# telling


def _note(sql: Sql, report: SalvageReport, table: str, key: int, says: str) -> None:
    """Note a loss by the record that it is of."""
    owner = key
    if table not in ("record", *KINDS):
        if "record_id" not in sql.columns(table):
            report.notes.append(f"Row {key} of the table {table}: {says}.")
            return
        owner = int(sql.value(f"SELECT record_id FROM {table} WHERE rowid = ?", (key,)) or 0)
    if table not in ("record", *KINDS) and says.startswith("its "):
        says = f"in a line of its {_lines_label(table)}, {says}"
    _note_of(sql, report, owner, says)


def _note_of(sql: Sql, report: SalvageReport, owner: int, says: str) -> None:
    line = sql.one("SELECT kind, title, marking FROM record WHERE id = ?", (owner,))
    kind, title, marking = line or ("", title_in(sql, owner), HIGHEST)
    report.add_loss(Loss(owner, str(kind), str(title), says, known_marking(marking)))


def _note_unread(sql: Sql, found: DamagedDesk, report: SalvageReport) -> None:
    """Note the lines that are gone: by their record where an index still names it."""
    for table in kept_tables():
        by_record = _note_lost_lines(sql, found, report, table)
        count = found.unread.get(table, 0) - by_record
        if count > 0:
            rows = "1 row" if count == 1 else f"{count} rows"
            report.notes.append(f"{rows} of the table {table} could not be read.")


def _note_lost_lines(sql: Sql, found: DamagedDesk, report: SalvageReport, table: str) -> int:
    holes = found.walk.holes.get(table, ())
    owned = found.owned_rows(table) if holes and table != "record" else ()
    there = {key for (key,) in sql.rows(f"SELECT id FROM {table}")} if owned else set()
    lost = 0
    for owner, key in owned:
        if not (isinstance(owner, int) and isinstance(key, int)) or key in there:
            continue
        if any(hole.has(key) for hole in holes):
            lost += 1
            _note_of(sql, report, owner, f"a line of its {_lines_label(table)} could not be read")
    return lost
