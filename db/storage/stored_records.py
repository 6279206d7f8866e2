"""A record read whole, as far as the lens lets it be seen; the store, paper and exports ask it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache

from db.errors import Damaged, Refused
from db.lens import HIGHEST, Lens
from db.record_types import RECORD_TYPES, OfficeRef, Record, Ref, Source
from db.storage.damage import check_rows
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import (
    TOPICS,
    Names,
    Shape,
    Values,
    from_values,
    part_shapes,
    referenced_ids,
    shape_of,
)
from db.storage.troubles import MEND

ABOUT = (("identifier", "about"), ("citation", "field"))  # columns that name a part by its uid
REF_COLUMNS = ("id", "title", "kind", "marking")
_SHARED = ("id", "uid", "title", "marking", "country", "checked_on", "keep_until", "created")
Stored = dict[str, list[Values]]  # table → the rows that belong to one record
_ByOwner = dict[int, list[Values]]  # line of a record → the rows that stand in it


@dataclass(slots=True)
class Referenced:
    """What the rows of a record refer to, and which of that the lens hides."""

    names: Names
    hidden_records: set[int] = field(default_factory=set)
    hidden_sources: set[int] = field(default_factory=set)
    hidden_offices: set[int] = field(default_factory=set)
    hidden_tenures: set[str] = field(default_factory=set)  # their uids

    @property
    def hides_nothing(self) -> bool:
        """Whether all that the rows refer to is shown."""
        return not (self.hidden_records or self.hidden_sources or self.hidden_offices)

    def hidden_ids(self, sort: str) -> set[int]:
        """Return what the lens hides of records, offices or sources, by the sort of field that
        names them.
        """
        if sort == "ref":
            return self.hidden_records
        return self.hidden_offices if sort == "office" else self.hidden_sources


def select_rows(sql: Sql, table: str, where: str, values: Sequence[object]) -> list[Values]:
    """Return whole rows of a table as dictionaries."""
    columns = sql.columns(table)
    found = sql.rows(f"SELECT {','.join(columns)} FROM {table} WHERE {where}", values)
    return [dict(zip(columns, row, strict=True)) for row in check_rows(sql, table, columns, found)]


def record_row(sql: Sql, record_id: int) -> Values | None:
    """Return the row in `record`, or None."""
    found = select_rows(sql, "record", "id=?", (record_id,))
    return found[0] if found else None


def stored_rows(sql: Sql, record_id: int, kind: str) -> Stored:
    """Return all rows that make up one record, hidden ones included."""
    table = RECORD_TYPES[kind].TABLE
    stored: Stored = {table: select_rows(sql, table, "id=?", (record_id,))}
    names, statement = _question(kind)
    there = sql.rows(statement, (record_id,))[0]
    for name, has_rows in zip(names, there, strict=True):
        # most records have parts in a few tables only
        stored[name] = select_rows(sql, name, _OF_RECORD[name], (record_id,)) if has_rows else []
    return stored


class _Of(dict[str, str]):
    """How the rows of a record are found in a table of parts, and their order."""

    def __missing__(self, table: str) -> str:
        order = "id" if table == "record_tag" else "position, id"
        return self.setdefault(table, f"record_id=? ORDER BY {order}")


_OF_RECORD = _Of()


@cache
def _question(kind: str) -> tuple[tuple[str, ...], str]:
    """Return the tables of a kind's parts, and what asks which of them hold rows of a record."""
    names = [shape.table for shape in part_shapes(shape_of(RECORD_TYPES[kind]))]
    names.append("record_tag")
    conditions = ", ".join(f"EXISTS (SELECT 1 FROM {name} WHERE record_id = ?1)" for name in names)
    return tuple(names), f"SELECT {conditions}"


def refs(sql: Sql, ids: Collection[int]) -> dict[int, tuple[Ref, int]]:
    """Return references to records by id, each with its marking."""
    if not ids:
        return {}
    statement = f"SELECT id, title, kind, marking FROM record WHERE id IN ({LISTED})"
    rows = sql.rows(statement, (listed(ids),))
    return {
        key: (Ref(key, title, kind), marking)
        for key, title, kind, marking in check_rows(sql, "record", REF_COLUMNS, rows)
    }


def office_refs(sql: Sql, ids: Collection[int]) -> dict[int, tuple[OfficeRef, int]]:
    """Return references to offices by id, each with the marking of its organization."""
    if not ids:
        return {}
    return {
        key: (OfficeRef(key, title, Ref(owner, name, "organization")), marking)
        for key, title, owner, name, marking in sql.rows(
            "SELECT o.id, o.title, r.id, r.title, r.marking FROM office o"
            f" JOIN record r ON r.id = o.record_id WHERE o.id IN ({LISTED})",
            (listed(ids),),
        )
    }


def sources(sql: Sql, ids: Collection[int]) -> dict[int, Source]:
    """Return sources by id."""
    if not ids:
        return {}
    shape = shape_of(Source)
    columns = ("id", *shape.columns)
    empty = Names({}, {}, {})
    found: dict[int, Source] = {}
    rows = sql.rows(
        f"SELECT {','.join(columns)} FROM source WHERE id IN ({LISTED})", (listed(ids),)
    )
    for row in check_rows(sql, "source", columns, rows):
        values = dict(zip(columns, row, strict=True))
        found[values["id"]] = from_values(shape, values, empty, id=values["id"])
    return found


def named_in(kind: str, stored: Stored) -> tuple[set[int], set[int], set[int]]:
    """Return the ids of the records, offices and sources that the rows of a record name."""
    wanted: tuple[set[int], set[int], set[int]] = (set(), set(), set())

    own = shape_of(RECORD_TYPES[kind])
    for shape in (own, *part_shapes(own)):
        for into, ids in zip(wanted, referenced_ids(shape, stored[shape.table]), strict=True):
            into.update(ids)
    return wanted


def look_up(sql: Sql, kind: str, stored: Stored, lens: Lens) -> Referenced:
    """Return everything the rows name, read in three statements at most."""
    wanted = named_in(kind, stored)
    records = refs(sql, wanted[0])
    offices = office_refs(sql, wanted[1])
    texts = sources(sql, wanted[2])
    hidden_offices = {key for key, (_, marking) in offices.items() if not lens.shows(marking)}
    return Referenced(
        Names(
            {key: ref for key, (ref, marking) in records.items() if lens.shows(marking)},
            {key: ref for key, (ref, marking) in offices.items() if lens.shows(marking)},
            {key: text for key, text in texts.items() if lens.shows(text.marking)},
        ),
        {key for key, (_, marking) in records.items() if not lens.shows(marking)},
        {key for key, text in texts.items() if not lens.shows(text.marking)},
        hidden_offices,
        {row["uid"] for row in stored.get("tenure", ()) if row["office_id"] in hidden_offices},
    )


def is_hidden(shape: Shape, row: Values, known: Referenced, lens: Lens) -> bool:
    """Say whether a part is above the ceiling, itself or by what it names."""
    if not lens.shows(row.get("marking") or 0):
        return True
    about = row.get("field") or row.get("about") or ""
    if about.rpartition(" ")[2] in known.hidden_tenures:
        return True  # what a source or a register says of an office is as hidden as the office
    return any(row[column] in known.hidden_ids(sort) for sort, column in shape.references)


def visible(stored: Stored, kind: str, known: Referenced, lens: Lens) -> tuple[Stored, int]:
    """Return the rows the lens shows, and how many parts and references it withholds."""
    if lens.ceiling >= HIGHEST and known.hides_nothing:
        return stored, 0
    shown_rows: Stored = {**stored}
    own = shape_of(RECORD_TYPES[kind])
    refers = [field.columns[0] for field in own.fields if field.sort == "ref"]
    withheld = sum(stored[own.table][0][name] in known.hidden_records for name in refers)

    def walk(parent: Shape) -> None:
        nonlocal withheld
        for child in parent.children:
            table, shape = child.shape.table, child.shape
            rows = [row for row in stored[table] if not is_hidden(shape, row, known, lens)]
            if child.owner != "record_id":
                owners = {row["id"] for row in shown_rows[parent.table]}
                rows = [row for row in rows if row[child.owner] in owners]
            withheld += len(stored[table]) - len(rows)
            shown_rows[table] = rows
            walk(child.shape)

    walk(own)
    return shown_rows, withheld


def build(row: Values, rows: Stored, names: Names, topics: list[str]) -> Record:
    """Return the record from its rows."""
    shape = shape_of(RECORD_TYPES[row["kind"]])
    shared = {key: row[key] for key in _SHARED}
    record: Record = from_values(
        shape,
        rows[shape.table][0],
        names,
        **shared,
        changed=row["changed"],
        version=row["version"],
        **{TOPICS: topics},
        **_build_parts(shape, row["id"], rows, names, {}),
    )
    return record


def _build_parts(
    parent: Shape, owner_id: int, rows: Stored, names: Names, by_owner: dict[str, _ByOwner]
) -> dict[str, list[object]]:
    """Return the parts of a record, or of a part of it; `by_owner` keeps what is parted for it."""
    lists: dict[str, list[object]] = {}
    for child in parent.children:
        shape, found = child.shape, rows[child.shape.table]
        if found and child.owner != "record_id":
            if shape.table not in by_owner:
                by_owner[shape.table] = _part_by(child.owner, found)
            found = by_owner[shape.table].get(owner_id, [])
        elif shape.table == "name":
            found = [values for values in found if values["kind"] != "primary"]
        lists[child.name] = [
            from_values(
                shape,
                values,
                names,
                id=values["id"],
                **_build_parts(shape, values["id"], rows, names, by_owner),
            )
            for values in found
        ]
    return lists


def _part_by(owner: str, rows: list[Values]) -> _ByOwner:
    """Return rows by the line that each stands in: an agreement has hundreds of parties."""
    found: _ByOwner = {}
    for values in rows:
        found.setdefault(values[owner], []).append(values)
    return found


def read_topics(sql: Sql, record_id: int) -> list[str]:
    """Return the topics of a record in the order they were given."""
    return [
        row[0]
        for row in sql.rows(
            "SELECT t.text FROM record_tag rt JOIN tag t ON t.id = rt.tag_id"
            " WHERE rt.record_id=? ORDER BY rt.id",
            (record_id,),
        )
    ]


def read_record(sql: Sql, record_id: int, lens: Lens) -> tuple[Record, int]:
    """Return a record and how many parts the lens withholds; refuse what it does not show."""
    row = record_row(sql, record_id)
    if row is None or not lens.shows(row["marking"]):
        raise Refused("The record is not on this desk, or is above the ceiling.")
    if row["kind"] not in RECORD_TYPES:
        raise Damaged(f"The record {record_id} is damaged: it is of no kind; {MEND}.")
    stored = stored_rows(sql, record_id, row["kind"])
    if not stored[RECORD_TYPES[row["kind"]].TABLE]:
        raise Damaged(f"The record {record_id} is damaged: it has lost its own row; {MEND}.")
    known = look_up(sql, row["kind"], stored, lens)
    shown_rows, withheld = visible(stored, row["kind"], known, lens)
    return build(row, shown_rows, known.names, read_topics(sql, record_id)), withheld


def find_uid(sql: Sql, uid: str, lens: Lens) -> int | None:
    """Return the id of the record with this uid, or merged from it, if the lens shows it."""
    row = sql.one("SELECT id, marking FROM record WHERE uid=?", (uid,)) or sql.one(
        "SELECT r.id, r.marking FROM merger m JOIN record r ON r.id = m.record_id"
        " WHERE m.former_uid=?",
        (uid,),
    )
    return row[0] if row is not None and lens.shows(row[1]) else None
