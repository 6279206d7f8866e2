"""Until when what bears a topic is to be kept: listed through a lens, and set as a change.

The window and the command `retention` ask it. A day of a record's own goes before its topics'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from db.changes.unit_of_work import Work
from db.errors import Refused
from db.lens import Lens, shows
from db.storage.engine import Sql
from db.storage.stored_records import select_rows
from db.tables.topics import TagRow

TABLE: Final = "tag"
TOPIC_FIELDS: Final = tuple(
    name for name in TagRow.model_fields if name not in ("id", "parent_id", "text")
)
Topics = dict[str, dict[str, str]]  # the fields of each topic that say something
_TOPICS: Final = (
    "SELECT t.text, t.keep_until, count(r.id) FROM tag t JOIN record_tag rt ON rt.tag_id = t.id"
    f" JOIN record r ON r.id = rt.record_id WHERE {shows('r.marking')} GROUP BY t.id"
    " ORDER BY t.keep_until IS NULL, t.keep_until, t.text"
)


@dataclass(frozen=True, slots=True)
class TopicRetention:
    """A topic, the ISO day until which what bears it is kept ('' for none), and how many do."""

    topic: str
    keep_until: str
    records: int


def list_topic_retentions(sql: Sql, lens: Lens) -> list[TopicRetention]:
    """Return the topics of records that a lens shows, those with a day first, by day."""
    rows = sql.rows(_TOPICS, (lens.ceiling,))
    return [TopicRetention(topic, day or "", count) for topic, day, count in rows]


def read_topic_fields(sql: Sql, lens: Lens, *, only_filled: bool = True) -> Topics:
    """Return what is said of the topics of records that a lens shows, {} of an empty one."""
    columns = ", ".join(f"t.{name}" for name in TOPIC_FIELDS)
    filled = " OR ".join(f"t.{name} IS NOT NULL" for name in TOPIC_FIELDS)
    rows = sql.rows(
        f"SELECT t.text, {columns} FROM tag t WHERE ({filled if only_filled else '1'}) AND EXISTS"
        " (SELECT 1 FROM record_tag rt JOIN record r ON r.id = rt.record_id"
        f" WHERE rt.tag_id = t.id AND {shows('r.marking')})",
        (lens.ceiling,),
    )
    return {
        str(row[0]): {n: str(v) for n, v in zip(TOPIC_FIELDS, row[1:], strict=True) if v}
        for row in rows
    }


def keep_topic_until(work: Work, topic: str, day: str, lens: Lens) -> None:
    """Set the day until which what bears a topic is kept; '' for none."""
    if day and not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise Refused("The day until which it is kept must be one day, as in 6 April 2035.")
    if topic not in {each.topic for each in list_topic_retentions(work.sql, lens)}:
        raise Refused(f"No record on this desk bears the topic “{topic}”.")
    [row] = select_rows(work.sql, TABLE, "text=?", (topic,))
    work.update(TABLE, row, {**row, "keep_until": day or None}, None)
