"""The columns that an officer may choose beside those of every list, each declared once.

A declaration says what the column is called, whether it sorts (`ORDERS` has the order of its key),
and how its cells are read for the rows in sight, only while it is shown: `lines` asks `read_cells`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from db.dates import OPEN_END
from db.dates.stored import stored_date
from db.lens import Lens, shows
from db.lists.record_lists import COLUMNS, Column
from db.lists.timeline.capital_times import text_of_moment
from db.lists.titles.names_then import title_then
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import MAX_TITLE_LETTERS
from db.vocabulary.choices import MARKINGS

MAX_CELL_PARTS: Final = 12  # texts of one cell


@dataclass(frozen=True, slots=True)
class MoreColumn(Column):
    """A column whose cells are `cells`: SQL for ids, each with a text or the four columns of a
    date; what has several rows is joined. It takes the ids and, as `?2` and `?3`, ceiling and day.
    `write` makes of such a text what the cell says.
    """

    cells: str = ""
    write: Callable[[str], str] | None = None


def _of(kind: str, *columns: str) -> str:
    return f"SELECT id, {', '.join(columns)} FROM {kind} WHERE id IN ({{ids}})"


def _day_of(kind: str, name: str) -> str:
    return _of(kind, f"{name}_edtf", f"{name}_first", f"{name}_last", f"{name}_words")


_RANK = (
    "SELECT record_id, title FROM (SELECT record_id, title, max(coalesce(since_first, ''))"
    " FROM rank WHERE record_id IN ({ids}) AND coalesce(since_first, '') <= ?3"
    f" AND coalesce(until_last, '{OPEN_END}') >= ?3 GROUP BY record_id)"
)
_CONTACT = (
    "SELECT record_id, value FROM contact WHERE record_id IN ({{ids}}) AND kind IN ({})"
    " ORDER BY record_id, position"
)
_TELEPHONE = _CONTACT.format("'phone', 'mobile'")
_EMAIL = _CONTACT.format("'email'")
_TOPICS = (
    "SELECT rt.record_id, t.text FROM record_tag rt JOIN tag t ON t.id = rt.tag_id"
    " WHERE rt.record_id IN ({ids}) ORDER BY rt.record_id, rt.id"
)
_PARENT = (
    f"SELECT p.record_id, {title_then('r')} FROM parent p JOIN record r ON r.id = p.parent_id"
    f" WHERE p.record_id IN ({{ids}}) AND {shows('r.marking', '?2')}"
    f" AND coalesce(p.since_first, '') <= ?3 AND coalesce(p.until_last, '{OPEN_END}') >= ?3"
    " ORDER BY p.record_id, p.position"
)
_MARKING = (
    "SELECT id, CASE marking"
    + "".join(f" WHEN {level} THEN '{word.capitalize()}'" for level, word in enumerate(MARKINGS))
    + f" ELSE '{MARKINGS[-1].capitalize()}' END FROM record WHERE id IN ({{ids}})"
)
_CHECKED = (
    "SELECT id, checked_on, checked_on, checked_on, '' FROM record"
    " WHERE id IN ({ids}) AND checked_on IS NOT NULL"
)

_AGREEMENTS = (
    f"SELECT p.record_id, {title_then('w')} FROM link p JOIN record w ON w.id = p.other_id"
    f" WHERE p.record_id IN ({{ids}}) AND w.kind = 'agreement' AND {shows('w.marking', '?2')}"
    f" UNION SELECT p.other_id, {title_then('w')} FROM link p JOIN record w ON w.id = p.record_id"
    f" WHERE p.other_id IN ({{ids}}) AND w.kind = 'agreement' AND {shows('w.marking', '?2')}"
)
# What `text_of_moment` takes apart.
_MOMENT = (
    "SELECT e.id, coalesce(e.start_first, '') || '|' || coalesce(e.start_last, '') || '|'"
    " || e.local_time || '|' || e.zone || '|' || r.country || ',' || coalesce("
    "(SELECT group_concat(DISTINCT w.country) FROM participant p JOIN record w ON w.id = p.who_id"
    f" WHERE p.record_id = e.id AND {shows('w.marking', '?2')}), '')"
    " FROM event e JOIN record r ON r.id = e.id WHERE e.id IN ({ids}) AND e.local_time <> ''"
)

_SHARED: Final = (
    MoreColumn("topics", "Topics", False, _TOPICS),
    MoreColumn("marking", "Marking", True, _MARKING),
    MoreColumn("checked", "Checked on", True, _CHECKED),
)
_REACHED: Final = (
    MoreColumn("telephone", "Telephone", False, _TELEPHONE),
    MoreColumn("email", "E-mail", False, _EMAIL),
)
MORE_COLUMNS: Final[dict[str, tuple[MoreColumn, ...]]] = {
    "person": (
        MoreColumn("rank", "Rank", False, _RANK),
        *_REACHED,
        MoreColumn("born", "Born", True, _day_of("person", "born")),
        *_SHARED,
    ),
    "organization": (
        MoreColumn("parent", "Part of", False, _PARENT),
        *_REACHED,
        MoreColumn("founded", "Founded", True, _day_of("organization", "founded")),
        *_SHARED,
    ),
    "agreement": (
        MoreColumn("reference", "Reference", True, _of("agreement", "reference")),
        MoreColumn("registration", "Registration", True, _of("agreement", "registration")),
        MoreColumn("binding", "Binding", True, _of("agreement", "binding")),
        MoreColumn("laterality", "Laterality", True, _of("agreement", "laterality")),
        MoreColumn("in_force", "Entry into force", True, _day_of("agreement", "in_force")),
        MoreColumn("place", "Place", True, _of("agreement", "place")),
        *_SHARED,
    ),
    "event": (
        MoreColumn("type", "Type", True, _of("event", "kind")),
        MoreColumn("state", "Status", True, _of("event", "status")),
        MoreColumn("agreements", "Agreements", False, _AGREEMENTS),
        MoreColumn("times", "Local times", False, _MOMENT, text_of_moment),
        *_SHARED,
    ),
}


def list_columns(kind: str) -> tuple[Column, ...]:
    """Return every column that a list can show: those of every list first."""
    return (*COLUMNS[kind], *MORE_COLUMNS[kind])


def read_cells(
    sql: Sql, kind: str, ids: Sequence[int], lens: Lens, wanted: Collection[str]
) -> dict[int, tuple[str, ...]]:
    """Return the cells of the chosen columns by id, in the order of `MORE_COLUMNS`; those that are
    not wanted are empty.
    """
    columns = MORE_COLUMNS[kind]
    cells: dict[int, list[str]] = {key: [""] * len(columns) for key in ids}
    for at, column in enumerate(columns):
        if column.key in wanted:
            for key, text in _texts(sql, column, ids, lens):
                cells[key][at] = text
    return {key: tuple(texts) for key, texts in cells.items()}


def _texts(
    sql: Sql, column: MoreColumn, ids: Sequence[int], lens: Lens
) -> Iterable[tuple[int, str]]:
    statement = column.cells.format(ids=LISTED.replace("?", "?1"))
    number = next((at for at in (3, 2) if f"?{at}" in statement), 1)
    used = [listed(ids), lens.ceiling, lens.as_of][:number]
    found: dict[int, list[str]] = {}
    for key, *values in sql.rows(statement, used):
        text = _text_of(values)
        if column.write is not None:
            text = column.write(text)
        if text:
            found.setdefault(key, []).append(text)
    return ((key, ", ".join(texts[:MAX_CELL_PARTS])) for key, texts in found.items())


def _text_of(values: Sequence[Any]) -> str:
    if len(values) == 1:
        return " ".join(str(values[0] or "")[:MAX_TITLE_LETTERS].split())
    date = stored_date(*values)
    return "" if date is None else date.phrase()
