"""Records and topics whose retention date has come: listed, and erased by nobody but an officer."""

from __future__ import annotations

from typing import Final

from db.dates import HistoricalDate
from db.lens import Lens, shows
from db.lists.today.today_line import MAX_SECTION_LINES, TodayLine, TodaySection
from db.storage.engine import Sql

_RECORDS: Final = (
    "SELECT r.keep_until, r.id, r.kind, r.title FROM record r"
    f" WHERE r.keep_until IS NOT NULL AND r.keep_until <= ? AND {shows('r.marking')}"
    " ORDER BY r.keep_until, r.id"
)
#: A day of its own goes before that of its topics.
_TOPICS: Final = (
    "SELECT t.keep_until, t.text, count(r.id) FROM tag t JOIN record_tag rt ON rt.tag_id = t.id"
    " JOIN record r ON r.id = rt.record_id AND r.keep_until IS NULL"
    f" WHERE t.keep_until IS NOT NULL AND t.keep_until <= ? AND {shows('r.marking')}"
    " GROUP BY t.id ORDER BY t.keep_until, t.text"
)
TOPIC: Final = "topic"  # the kind of a line that is of no record


def find_retention_due(sql: Sql, lens: Lens) -> TodaySection:
    """Return what is to be kept no longer than to the lens's day."""
    found = []
    for day, key, kind, title in sql.rows(_RECORDS, (lens.as_of, lens.ceiling)):
        found.append(TodayLine(day, key, kind, title, f"To be kept until {_words(day)}."))
    for day, topic, count in sql.rows(_TOPICS, (lens.as_of, lens.ceiling)):
        what = "record bears" if count == 1 else "records bear"
        says = f"To be kept until {_words(day)}; {count:,} {what} it."
        found.append(TodayLine(day, 0, TOPIC, topic, says))
    found.sort()
    return TodaySection("retention", tuple(found[:MAX_SECTION_LINES]), len(found))


def _words(day: str) -> str:
    return HistoricalDate.parse(day).phrase()
