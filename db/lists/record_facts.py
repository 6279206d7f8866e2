"""Single facts of records that commands, paper and pickers ask for; `Reader` asks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from db.errors import Refused
from db.lens import Lens, shows
from db.names import fold
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.statements import is_one_of, is_shown, table


def uids(sql: Sql, ids: Sequence[int], of: str = "record") -> dict[int, str]:
    """Return the uids of these records, or of the rows of another table."""
    column = table(of).c
    return dict(sql.ask(select(column.id, column.uid).where(is_one_of(column.id, ids))))


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
