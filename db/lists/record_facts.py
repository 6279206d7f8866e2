"""Single facts of records that commands, paper and pickers ask for; `Reader` asks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import func, select

from db.errors import Refused
from db.lens import Lens, shows
from db.names import fold
from db.record_types import RECORD_TYPES
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import TOPICS, Children, MappedField, shape_of
from db.storage.statements import is_one_of, is_shown, table

IDS_A_PIECE = 20_000
_HEAD = ("country", "checked_on", "keep_until")  # of all kinds, in the table of records
_HIDDEN = {
    "ref": "SELECT 1 FROM record h WHERE h.id = t.{column} AND NOT ({condition})",
    "office": "SELECT 1 FROM office o JOIN record h ON h.id = o.record_id"
    " WHERE o.id = t.{column} AND NOT ({condition})",
    "source": "SELECT 1 FROM source h WHERE h.id = t.{column} AND NOT ({condition})",
}
Statement = tuple[list[str], str]  # what its columns count, and its text with one list of ids


def uids(sql: Sql, ids: Sequence[int], of: str = "record") -> dict[int, str]:
    """Return the uids of these records, or of the rows of another table."""
    column = table(of).c
    return dict(sql.ask(select(column.id, column.uid).where(is_one_of(column.id, ids))))


def names_of(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, tuple[str, list[str]]]:
    """Return the country of each of these records, and its title with its other names."""
    found: dict[int, tuple[str, list[str]]] = {}
    for key, country, title, name in sql.rows(
        "SELECT r.id, r.country, r.title, n.text FROM record r"
        " LEFT JOIN name n ON n.record_id = r.id"
        f" WHERE r.id IN ({LISTED}) AND {shows('r.marking')} ORDER BY r.id, n.position",
        (listed(ids), lens.ceiling),
    ):
        names = found.setdefault(key, (country or "", [title]))[1]
        if name and name not in names:
            names.append(name)
    return found


def namesakes(sql: Sql, ids: Mapping[str, int], lens: Lens) -> list[str]:
    """Return those of these uids whose records have another of the same kind and name."""
    statement = (
        "SELECT DISTINCT r.id FROM record r JOIN record o ON o.kind = r.kind AND o.id <> r.id"
        f" AND o.sort_key = r.sort_key AND o.sort_title = r.sort_title AND {shows('o.marking')}"
        f" WHERE r.id IN ({LISTED})"
    )
    rows = sql.rows(statement, (lens.ceiling, listed(ids.values())))
    found = {row[0] for row in rows}
    return [uid for uid, key in ids.items() if key in found]


def versions(sql: Sql, ids: Sequence[int]) -> dict[int, int]:
    """Say how often each of these records has been written, in the order of the ids."""
    record = table("record").c
    versions_now = select(record.id, record.version).where(is_one_of(record.id, ids))
    found: dict[int, int] = dict(sql.ask(versions_now))
    return {key: found[key] for key in ids if key in found}


def former_uids(sql: Sql) -> dict[int, list[str]]:
    """Return for each record that others were merged into their uids, sorted."""
    merger = table("merger").c
    found: dict[int, list[str]] = {}
    for key, uid in sql.ask(
        select(merger.record_id, merger.former_uid).order_by(merger.former_uid)
    ):
        found.setdefault(key, []).append(uid)
    return found


def identifiers(sql: Sql, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the identifiers of these records, not of their parts, by scheme."""
    one = table("identifier").c
    found: dict[int, dict[str, str]] = {key: {} for key in ids}
    for key, scheme, value in sql.ask(
        select(one.record_id, one.scheme, one.value)
        .where(one.about == "", is_one_of(one.record_id, ids))
        .order_by(one.id)
    ):
        found[key].setdefault(scheme, value)
    return found


def attachment(sql: Sql, sha256: str, lens: Lens) -> bytes:
    """Return the bytes of a file that the lens shows as attached to a record it shows."""
    blob, attached, record = table("blob"), table("attachment"), table("record")
    rows = sql.ask(
        select(blob.c.data)
        .join(attached, attached.c.sha256 == blob.c.sha256)
        .join(record, record.c.id == attached.c.record_id)
        .where(
            blob.c.sha256 == sha256,
            is_shown(attached.c.marking, lens),
            is_shown(record.c.marking, lens),
        )
        .limit(1)
    )
    if not rows:
        raise Refused("The attached file is not on this desk.")
    return bytes(rows[0][0])


def topics(sql: Sql, lens: Lens) -> list[str]:
    """Return every topic of the records that the lens shows."""
    tag, tagged, record = table("tag"), table("record_tag"), table("record")
    visible = (
        select(tagged.c.tag_id)
        .join(record, record.c.id == tagged.c.record_id)
        .where(is_shown(record.c.marking, lens))
    )
    rows = sql.ask(select(tag.c.text).where(tag.c.id.in_(visible)).order_by(tag.c.text))
    return [row[0] for row in rows]


def topics_by_record(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, list[str]]:
    """Return the topics of each of these records that the lens shows, in their order."""
    found: dict[int, list[str]] = {}
    for key, text in sql.rows(
        "SELECT rt.record_id, t.text FROM record_tag rt JOIN tag t ON t.id = rt.tag_id"
        " JOIN record r ON r.id = rt.record_id"
        f" WHERE rt.record_id IN ({LISTED}) AND {shows('r.marking')}"
        " ORDER BY rt.record_id, rt.id",
        (listed(ids), lens.ceiling),
    ):
        found.setdefault(key, []).append(text)
    return found


def sources(sql: Sql, text: str, lens: Lens, limit: int) -> list[tuple[int, str]]:
    """Return the ids and titles of sources whose title holds a text, newest first."""
    source = table("source").c
    holds = func.instr(func.fold(source.title), fold(text)) > 0
    newest = select(source.id, source.title).where(is_shown(source.marking, lens), holds)
    return [(key, title) for key, title in sql.ask(newest.order_by(source.id.desc()).limit(limit))]


def field_counts(sql: Sql, kind: str, ids: Sequence[int], lens: Lens) -> Counter[str]:
    """Return {field: how many say something there}; of a list of parts how many there are, and
    `list.field` for each field of these.
    """
    found: Counter[str] = Counter()
    every = len(ids) > IDS_A_PIECE and len(ids) == _count(sql, kind, lens)
    for names, statement in _statements(kind, lens, every=every):
        for start in range(0, 1 if every else len(ids), IDS_A_PIECE):
            values = () if every else (listed(ids[start : start + IDS_A_PIECE]),)
            for name, count in zip(names, sql.one(statement, values) or (), strict=False):
                found[name] += count or 0
    return +found


def _count(sql: Sql, kind: str, lens: Lens) -> int:
    statement = f"SELECT count(*) FROM record WHERE kind=? AND {shows('marking')}"
    return int(sql.value(statement, (kind, lens.ceiling)) or 0)


def _statements(kind: str, lens: Lens, *, every: bool) -> Iterator[Statement]:
    """Yield what is counted, of some ids or of all that a lens shows of a kind."""
    shape = shape_of(RECORD_TYPES[kind])

    def of(what: str, table: str, owner: str) -> str:
        if not every:
            return f"SELECT {what} FROM {table} t WHERE t.{owner} IN ({LISTED})"
        condition = shows("r.marking", str(int(lens.ceiling)))
        return (
            f"SELECT {what} FROM {table} t CROSS JOIN record r ON r.id = t.{owner}"
            f" WHERE r.kind = '{kind}' AND {condition}"
        )

    yield (
        list(_HEAD),
        of(", ".join(f"sum(coalesce(t.{name}, '') <> '')" for name in _HEAD), "record", "id"),
    )
    own = ", ".join(f"sum({_says(each)})" for each in shape.fields)
    yield [each.name for each in shape.fields], of(own, shape.table, "id")
    yield [TOPICS], of("count(*)", "record_tag", "record_id")
    for child in shape.children:
        yield from _of_parts(child, lens, of)


def _of_parts(
    child: Children, lens: Lens, of: Callable[[str, str, str], str]
) -> Iterator[Statement]:
    shape = child.shape
    seen = "".join(_lens_condition(each, lens) for each in shape.fields)
    if shape.table == "name":
        seen += " AND t.kind <> 'primary'"  # the record's own
    sums = ["count(*)", *(f"sum({_says(each)})" for each in shape.fields)]
    names = [child.name, *(f"{child.name}.{each.name}" for each in shape.fields)]
    yield names, of(", ".join(sums), shape.table, child.owner) + seen
    for inner in shape.children:
        lines = f"(SELECT count(*) FROM {inner.shape.table} i WHERE i.{inner.owner} = t.id)"
        counted = of(f"sum({lines})", shape.table, child.owner) + seen
        yield [f"{child.name}.{inner.name}"], counted


def _says(field: MappedField) -> str:
    """Return the term that is 1 where a field says something."""
    column = f"t.{field.columns[0]}"
    if field.sort in ("date", *_HIDDEN):
        return f"{column} IS NOT NULL"
    return f"coalesce({column}, '') NOT IN ('', 0)"


def _lens_condition(field: MappedField, lens: Lens) -> str:
    """Return the condition that leaves out what a lens does not show."""
    ceiling = str(int(lens.ceiling))
    if field.name == "marking":
        return f" AND {shows('t.marking', ceiling)}"
    if field.sort not in _HIDDEN:
        return ""
    condition = shows("h.marking", ceiling)
    hidden = _HIDDEN[field.sort].format(column=field.columns[0], condition=condition)
    return f" AND NOT EXISTS ({hidden})"
