"""A line of what an officer should see in the morning, its section, and how far it looks.

The sections make lines; the panel, the command and the printed list show them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from db.dates import as_sortable, day_at, day_from_number, day_number
from db.storage.engine import Sql

#: The sections in their order.
SECTIONS: Final = (
    "coming", "due", "announced", "dead", "anniversaries", "unmet", "unchecked", "retention",
)  # fmt: skip
MAX_SECTION_LINES: Final = 100  # lines of one section; the rest is counted
ANNIVERSARY_DAYS: Final = 30  # days ahead in which anniversaries are told
#: The settings of a desk and their defaults in days; 0 is never.
HORIZON, RHYTHM = "today-days", "contact-rhythm"
UNCHECKED_OFFICES, UNCHECKED_TELEPHONES = "unchecked-offices", "unchecked-telephones"
UNCHECKED_BIRTHS = "unchecked-births"
DAYS_BY_SETTING: Final = {
    HORIZON: 180,
    RHYTHM: 180,
    UNCHECKED_OFFICES: 90,
    UNCHECKED_TELEPHONES: 365,
    UNCHECKED_BIRTHS: 0,
}
TOPIC_RHYTHM: Final = "rhythm."  # before a topic: the rhythm of its contacts
MAX_SETTING_DAYS: Final = 36_500


class TodayLine(NamedTuple):
    """What is to be seen: its day as it is stored ("" for none), the record, and a sentence.

    `record_id` is 0 where no record of the desk is meant, as for a national day; `edtf` is the
    date where the day alone would say more than is known.
    """

    day: str
    record_id: int
    kind: str
    title: str
    says: str
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class TodaySection:
    """The lines of a section; `total` counts those that are left out as well."""

    name: str
    lines: tuple[TodayLine, ...] = ()
    total: int = 0


def section_of(name: str, lines: Iterable[TodayLine]) -> TodaySection:
    """Return a section with as many of its lines as are shown."""
    every = tuple(lines)
    return TodaySection(name, every[:MAX_SECTION_LINES], len(every))


@dataclass(frozen=True, slots=True)
class TodayDays:
    """How many days a desk looks ahead and back; `rhythms` by topic."""

    days: dict[str, int] = field(default_factory=lambda: dict(DAYS_BY_SETTING))
    rhythms: dict[str, int] = field(default_factory=dict)

    def rhythm_of(self, topic: str) -> int:
        """Return after how many days a contact of a topic should have been met; 0 is never."""
        return self.rhythms.get(topic.casefold(), self.days[RHYTHM])


def read_days(sql: Sql) -> TodayDays:
    """Return what a desk has chosen; what is no number of days is the default."""
    found = TodayDays()
    for key, value in sql.rows("SELECT key, value FROM setting"):
        if not (value.isdecimal() and int(value) <= MAX_SETTING_DAYS):
            continue
        if key in found.days:
            found.days[key] = int(value)
        elif key.startswith(TOPIC_RHYTHM):
            found.rhythms[key.removeprefix(TOPIC_RHYTHM).casefold()] = int(value)
    return found


def day_after(day: str, days: int) -> str:
    """Return the day so many days after one, as it is stored; before it for a negative number.

    >>> day_after("2025-12-30", 5), day_after("2025-01-03", -5)
    ('2026-01-04', '2024-12-29')
    """
    return stored_day(day_number(day) + days)


def stored_day(number: int) -> str:
    """Return the day of a number as it is stored.

    >>> stored_day(day_number("2025-12-30"))
    '2025-12-30'
    """
    return as_sortable(day_from_number(number)) or ""


def age_words(day: str, now: str) -> str:
    """Return how long ago a day was, in the largest unit that says something.

    >>> age_words("1998-05-03", "2025-06-01"), age_words("2025-01-15", "2025-06-01")
    ('27 years ago', '4 months ago')
    >>> age_words("2025-05-20", "2025-06-01"), age_words("2025-05-31", "2025-06-01")
    ('12 days ago', '1 day ago')
    """
    then, today = day_at(day_number(day)), day_at(day_number(now))
    months = 12 * (today[0] - then[0]) + today[1] - then[1] - (today[2] < then[2])
    days = day_number(now) - day_number(day)
    for count, unit in ((months // 12, "year"), (months, "month"), (days, "day")):
        if count > 0:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "today"
