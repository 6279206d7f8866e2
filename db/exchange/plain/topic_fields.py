"""What a desk says of topics beside which record bears them, as until when those are kept.

Couriers, merges and bundles ask. A topic is known by its words; its fields are those that `TagRow`
declares, and a topic that no record bears which a lens shows is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.changes.record_snapshots import RecordHistory
from db.changes.unit_of_work import Work
from db.exchange.plain.three_way import OURS, THEIRS
from db.lens import Lens
from db.lists.today.topic_retention import TABLE, TOPIC_FIELDS, Topics, read_topic_fields
from db.storage.engine import Sql
from db.storage.stored_records import select_rows
from db.tables.topics import TagRow

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def topic_label(topic: str, name: str) -> str:
    """Return what a field of a topic is called.

    >>> topic_label("army", "keep_until")
    'Kept until (topic “army”)'
    """
    return f"{TagRow.model_fields[name].title} (topic “{topic}”)"


@dataclass(frozen=True, slots=True)
class TopicClash:
    """A field of a topic that both sides changed, and not to the same."""

    topic: str
    field: str
    ours: str
    theirs: str

    @property
    def key(self) -> str:
        """What a decision names it by."""
        return f"{self.field} {self.topic}"

    @property
    def label(self) -> str:
        """What it is called."""
        return topic_label(self.topic, self.field)


@dataclass(frozen=True, slots=True)
class TopicValue:
    """What a field of a topic becomes; `side` said it, "" both."""

    topic: str
    field: str
    value: str
    side: str


def touched_topics(sql: Sql, lens: Lens, change: int) -> Topics:
    """Return the topics of which a field was written after a change, as they are; {} of an empty
    one.
    """
    rows = sql.rows(
        "SELECT DISTINCT t.text FROM tag t JOIN revision v ON v.table_name='tag' AND v.row = t.id"
        " WHERE v.change_id > ? AND v.before IS NOT NULL AND v.after IS NOT NULL",
        (change,),
    )
    visible = read_topic_fields(sql, lens, only_filled=False)
    return {text: visible[text] for (text,) in rows if text in visible}


def past_topics(sql: Sql, lens: Lens, change: int) -> Topics:
    """Return what was said of topics after a change, of those that a lens shows today."""
    touched = touched_topics(sql, lens, change)
    rows = {text: key for key, text in sql.rows(f"SELECT id, text FROM {TABLE}") if text in touched}
    past = RecordHistory(sql, [], change).read_by_owner(TABLE, rows.values())
    then = {
        text: {name: str(past[key][name]) for name in TOPIC_FIELDS if past[key].get(name)}
        for text, key in rows.items()
        if key in past
    }
    return {**read_topic_fields(sql, lens), **{topic: {} for topic in touched}, **then}


def merge_topics(
    base: Topics, ours: Topics, theirs: Topics, decide: Callable[[TopicClash], str]
) -> Iterator[TopicValue]:
    """Yield what was written since of the topics that the other side tells of.

    >>> day = lambda value: {"army": {"keep_until": value}}
    >>> [each.value for each in merge_topics({}, {}, day("2030-01-01"), lambda clash: "ours")]
    ['2030-01-01']
    >>> [*merge_topics(day("2030-01-01"), {}, day("2030-01-01"), lambda clash: "ours")]
    [TopicValue(topic='army', field='keep_until', value='', side='ours')]
    """
    for topic in sorted(theirs):
        for name in TOPIC_FIELDS:
            before, mine, other = (
                each.get(topic, {}).get(name, "") for each in (base, ours, theirs)
            )
            if mine == other:
                side = ""
            elif before in (mine, other):
                side = OURS if other == before else THEIRS
            else:
                side = decide(TopicClash(topic, name, mine, other))
            value = other if side == THEIRS else mine
            if side or value != before:
                yield TopicValue(topic, name, value, side)


def write_topic(work: Work, topic: str, values: Mapping[str, str]) -> int | None:
    """Write fields of a topic; returns its row, None where no record bears it."""
    rows = select_rows(work.sql, TABLE, "text=?", (topic,))
    if not rows:
        return None
    fields = {name: value or None for name, value in values.items()}
    work.update(TABLE, rows[0], {**rows[0], **fields}, None)
    return int(rows[0]["id"])


def topics_in(raw: Any) -> Topics | None:
    """Return what a file says of topics; None where it is no such thing.

    >>> topics_in({"army": {"keep_until": "2030-01-01"}})
    {'army': {'keep_until': '2030-01-01'}}
    >>> topics_in({"army": {"keep_until": "soon"}}), topics_in({"army": {"x": ""}}), topics_in([])
    (None, None, None)
    """
    if not isinstance(raw, dict):
        return None
    for fields in raw.values():
        if not isinstance(fields, dict) or not fields.keys() <= {*TOPIC_FIELDS}:
            return None
        if not all(isinstance(each, str) and _DAY.fullmatch(each) for each in fields.values()):
            return None
    return {str(topic): dict(fields) for topic, fields in raw.items()}
