"""Making one record of two, with nothing lost: the window asks it inside a unit of work.

Every row that hangs on the record that goes, or names it, is given to the one that stays. What is
not chosen is kept in a note, and what is said for it as disputing. Undo and revert take it apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from db.changes.merging.merging_fields import (
    NAME_PARTS,
    OURS,
    field_pairs,
    left_over,
    takes_their_name,
)
from db.changes.merging.merging_rows import Mover, next_position
from db.changes.removing import raise_version
from db.changes.unit_of_work import Work
from db.changes.writing import insert_part, record_values
from db.errors import Conflict, Refused
from db.lens import HIGHEST, Lens
from db.record_types import Name, Note, Record
from db.storage.engine import Sql
from db.storage.row_mapping import Values, shape_of, to_values
from db.storage.stored_records import read_record, record_row, select_rows
from db.vocabulary.kinds import NAMED_KINDS

ALL = Lens(ceiling=HIGHEST)


def merge_label(kept_title: str, gone_title: str) -> str:
    """Return what the change is called."""
    return (
        f"Merge {gone_title} into {kept_title}"
        if kept_title != gone_title
        else f"Merge {gone_title} with its double"
    )


def count_ties(sql: Sql, record_id: int) -> int:
    """Say how many rows hang on a record or name it: so many a merging touches."""
    return sum(
        int(sql.value(f"SELECT count(*) FROM {ref.table} WHERE {ref.column}=?", (record_id,)))
        for ref in sql.references("record")
    )


def merge_records(
    work: Work,
    kept_id: int,
    gone_id: int,
    choices: Mapping[str, str],
    lens: Lens,
    versions: tuple[int, int] | None = None,
) -> None:
    """Give all of `gone_id` to `kept_id`. `choices` says for a field “ours” (of the one kept, the
    default) or “theirs”. Refuses what is not there or not shown; `versions` are those that were
    compared, and a change since is a `Conflict`.
    """
    work.flush_rows()
    rows = _check_pair(work, kept_id, gone_id, lens, versions)
    ours, theirs = (read_record(work.sql, key, ALL)[0] for key in (kept_id, gone_id))
    titles = ours.title, theirs.title
    over = left_over(ours, theirs, choices)
    mover = Mover(work, kept_id, gone_id, type(ours))
    mover.dispute(_unchosen_fields(ours, theirs, choices))
    mover.move_all()
    _settle_fields(work, ours, theirs, choices, rows, mover)
    _settle_names(work, ours, titles)
    marking = max(row["marking"] for row in rows)
    _keep_notes(work, ours.id, theirs.title, [*map(_line, over), *mover.notes], marking)
    former = {"record_id": kept_id, "former_id": gone_id, "former_uid": rows[1]["uid"]}
    work.insert("merger", former, kept_id)
    _remove(work, rows[1])
    work.raised_markings.append(
        ("record", gone_id, marking)
    )  # its history is the other's from now on
    work.renamed_records.add(kept_id)
    raise_version(work, kept_id, ours.KIND)


def _check_pair(
    work: Work, kept_id: int, gone_id: int, lens: Lens, versions: tuple[int, int] | None
) -> tuple[Values, Values]:
    if kept_id == gone_id:
        raise Refused("A record cannot be merged with itself.")
    kept_row, gone_row = record_row(work.sql, kept_id), record_row(work.sql, gone_id)
    if (
        kept_row is None
        or gone_row is None
        or not (lens.shows(max(kept_row["marking"], gone_row["marking"])))
    ):
        raise Refused("The record is not on this desk, or is above the ceiling.")
    if kept_row["kind"] != gone_row["kind"]:
        raise Refused(f"“{kept_row['title']}” and “{gone_row['title']}” are not of one kind.")
    if versions is not None and versions != (kept_row["version"], gone_row["version"]):
        raise Conflict("One of the two records was changed since they were compared; look again.")
    return kept_row, gone_row


def _unchosen_fields(
    ours: Record, theirs: Record, choices: Mapping[str, str]
) -> dict[int, set[str]]:
    """Return for each of the two records the fields in which the other was chosen."""
    found: dict[int, set[str]] = {ours.id: set(), theirs.id: set()}
    for pair in field_pairs(ours, theirs):
        if pair.differs:
            loser = theirs if choices.get(pair.name, OURS) == OURS else ours
            found[loser.id].add(pair.name)
    return found


def _settle_fields(
    work: Work,
    ours: Record,
    theirs: Record,
    choices: Mapping[str, str],
    rows: tuple[Values, Values],
    mover: Mover,
) -> None:
    takes_name = takes_their_name(ours, theirs, choices)
    for pair in field_pairs(ours, theirs):
        stays, _ = pair.resolve(choices.get(pair.name, OURS))
        setattr(ours, pair.name, mover.without_self(pair.name, stays))
    for name in NAME_PARTS & type(ours).model_fields.keys():
        if takes_name or not getattr(ours, name):
            setattr(ours, name, getattr(theirs, name))
    ours.marking = max(row["marking"] for row in rows)
    shape = shape_of(type(ours))
    [before] = select_rows(work.sql, shape.table, "id=?", (ours.id,))
    work.update(shape.table, before, {**before, **to_values(shape, ours)}, ours.id)
    work.update("record", rows[0], {**rows[0], **record_values(ours, work.language)}, ours.id)


def _settle_names(work: Work, ours: Record, titles: tuple[str, str]) -> None:
    """Make the main name that was not chosen another name, unless it is one already."""
    if ours.KIND in NAMED_KINDS:
        _settle_primary(work, ours.id, ours.title)
        return
    names = select_rows(work.sql, "name", "record_id=?", (ours.id,))
    for title in dict.fromkeys(titles):
        if title != ours.title and title not in [row["text"] for row in names]:
            place = next_position(work.sql, "name", ours.id)
            insert_part(work, Name(text=title), place, ours.id, {})


def _settle_primary(work: Work, key: int, title: str) -> None:
    rows = select_rows(work.sql, "name", "record_id=? ORDER BY position, id", (key,))
    main = next(row for row in rows if row["kind"] == "primary" and row["text"] == title)
    work.update("name", main, {**main, "position": 0}, key)
    texts = [row["text"] for row in rows]
    for row in rows:
        if row is main or row["kind"] != "primary":
            continue
        if texts.count(row["text"]) > 1:
            work.delete("name", [row], key)
        else:
            place = max(1, row["position"])
            work.update("name", row, {**row, "kind": "alias", "position": place}, key)


def _line(texts: tuple[str, str]) -> str:
    return f"{texts[0]}: {texts[1]}"


def _keep_notes(work: Work, key: int, title: str, lines: Sequence[str], marking: int) -> None:
    """Write one note with everything that was not chosen."""
    if not lines:
        return
    text = "\n".join([f"Left over from the merging with “{title}”:", *lines])
    place = next_position(work.sql, "note", key)
    insert_part(work, Note(text=text, marking=marking), place, key, {})


def _remove(work: Work, row: Values) -> None:
    """Remove the bare rows of a record from which everything has been taken."""
    key: int = row["id"]
    work.touch(key, row["kind"])
    work.created.discard(key)
    own: list[dict[str, Any]] = select_rows(work.sql, row["kind"], "id=?", (key,))
    work.delete(row["kind"], own, key)
    work.delete("record", [row], key)
