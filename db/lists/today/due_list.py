"""All that an officer should see in the morning, section by section, through a lens."""

from __future__ import annotations

from dataclasses import replace

from db.lens import Lens
from db.lists.titles.names_then import Names, read_names_then
from db.lists.today.anniversaries import find_anniversaries
from db.lists.today.due_agreements import find_announcements, find_dead_letters, find_due
from db.lists.today.due_people import find_coming, find_stale_checks, find_unmet
from db.lists.today.due_retention import find_retention_due
from db.lists.today.today_line import TodaySection, read_days, section_of
from db.storage.engine import Sql


def read_today(sql: Sql, lens: Lens) -> list[TodaySection]:
    """Return the sections of the lens's day in their order, also those with nothing in them."""
    days = read_days(sql)
    sections = [
        section_of("coming", find_coming(sql, lens, days)),
        section_of("due", find_due(sql, lens, days)),
        section_of("announced", find_announcements(sql, lens)),
        section_of("dead", find_dead_letters(sql, lens)),
        section_of("anniversaries", find_anniversaries(sql, lens)),
        section_of("unmet", find_unmet(sql, lens, days)),
        find_stale_checks(sql, lens, days),
        find_retention_due(sql, lens),
    ]
    ids = {line.record_id for section in sections for line in section.lines}
    names = read_names_then(sql, ids, lens)
    return [_with_names(section, names) for section in sections] if names else sections


def _with_names(section: TodaySection, names: Names) -> TodaySection:
    """Return a section with its records called as they were on the day."""
    lines = [line._replace(title=names.get(line.record_id, line.title)) for line in section.lines]
    return replace(section, lines=tuple(lines))
