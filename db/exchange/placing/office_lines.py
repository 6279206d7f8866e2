"""What a row or an object says of an office, put into the line of the office on the desk.

Lists of offices and the posts of Popolo ask. What an officer set, another source said or an earlier
row of the file gave stays, and what differs from it is told.
"""

from __future__ import annotations

from db.exchange.placing.corrected import corrected_columns
from db.exchange.placing.new_rows import insert_line
from db.exchange.placing.posts import ABOUT
from db.exchange.placing.row_context import RowContext
from db.record_types import Note, Office
from db.storage.row_mapping import Values, shape_of, to_values
from db.storage.stored_records import select_rows

_COMPARED_ENDS = ("_edtf", "seats", "precedence")  # ends of the columns that stand for what is said


def complete_office(at: RowContext, body: int, key: int, office: Office) -> None:
    """Put what a row gives, and only that, into an office's line, and count the row."""
    was_met = at.tally.has_mention("offices", key)
    at.tally.count_mention("offices", key)
    values = to_values(shape_of(Office), office)
    after = {
        name: value
        for name, value in values.items()
        if value is not None and name not in ("uid", "title", "folded")
    }
    if not after:
        return
    work = at.desk.work
    work.flush_table("office")
    before = select_rows(work.sql, "office", "id=?", (key,))[0]
    keeps = was_met or _is_cited(at, body, before)
    corrected = corrected_columns(work.sql, body, "office", key)
    for stem in dict.fromkeys(_stem(name) for name in after):
        columns = [name for name in after if _stem(name) == stem]
        is_kept = any(before[name] is not None and (keeps or name in corrected) for name in columns)
        if is_kept:
            _tell_differing(at, before, after, columns)
            for name in columns:
                del after[name]
    if work.update("office", before, after, body):
        at.desk.note_change(body, "organization")
        at.tally.count_updated("offices", key)


def keep_words(at: RowContext, body: int, words: list[str]) -> None:
    """Keep what no date of an office could be read from as notes of its body, once each."""
    if not words:
        return
    work = at.desk.work
    work.flush_table("note")
    there = [row["text"] for row in select_rows(work.sql, "note", "record_id=?", (body,))]
    for text in words:
        if text not in there:
            insert_line(work, Note(text=text), len(there), body)
            there.append(text)
            at.desk.note_change(body, "organization")


def _stem(column: str) -> str:
    """Return the field that a column belongs to: the four of a date are one."""
    for tail in ("_edtf", "_first", "_last", "_words"):
        column = column.removesuffix(tail)
    return column


def _is_cited(at: RowContext, body: int, before: Values) -> bool:
    """Say whether another source than this file speaks for the office, or nobody's file does."""
    own, others = at.desk.work.sql.rows(
        "SELECT coalesce(sum(source_id=?1), 0), coalesce(sum(source_id<>?1), 0) FROM citation"
        " WHERE record_id=?2 AND field=?3",
        (at.desk.source_id, body, ABOUT + str(before["uid"])),
    )[0]
    return bool(others) or not own


def _tell_differing(at: RowContext, before: Values, after: Values, columns: list[str]) -> None:
    for name in columns:
        if name.endswith(_COMPARED_ENDS) and before[name] != after[name]:
            at.tally.flag(
                f"The desk has “{before[name]}” for {name.removesuffix('_edtf')} of the office"
                f" “{before['title']}” and the file “{after[name]}”; the former was kept.",
                at.column(name.removesuffix("_edtf")),
                str(after[name]),
            )
