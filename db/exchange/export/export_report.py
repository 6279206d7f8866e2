"""What an export tells: how many records were written, and what the format cannot hold.

Every format counts into one; the command and the window show it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.dates import HistoricalDate
from db.record_types import Part, Record
from db.tables.fields import meanings

#: Fields that no officer wrote, which no other program needs.
OWN_BOOKKEEPING = frozenset((
    "id", "uid", "created", "changed", "version", "marking", "name_by_hand", "name_order", "script",
))  # fmt: skip


#: What Popolo and FollowTheMoney both say of an office.
OFFICE_FIELDS = frozenset(("title", "seats", "founded", "dissolved"))
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?")


@dataclass(slots=True)
class ExportReport:
    """How an export went. `lost` counts, by its name, what the format has no place for."""

    file: Path
    written: Counter[str] = field(default_factory=Counter)  # by plural of the kind
    lost: Counter[str] = field(default_factory=Counter)
    withheld: int = 0  # records and parts above the ceiling

    def lose_fields(self, record: Record, fields: frozenset[str]) -> None:
        """Count every field of a record that says something and is not among these."""
        for name, meaning in meanings(type(record)):
            if name not in fields and name not in OWN_BOOKKEEPING and _says(getattr(record, name)):
                value = getattr(record, name)
                self.lost[meaning.label] += len(value) if isinstance(value, list) else 1

    def lose_of_parts(
        self, what: str, parts: Sequence[Part], kept_fields: frozenset[str] = frozenset()
    ) -> None:
        """Count what the parts of a record say that is not among these fields."""
        for part in parts:
            for name, meaning in meanings(type(part)):
                if (
                    name not in kept_fields
                    and name not in OWN_BOOKKEEPING
                    and _says(getattr(part, name))
                ):
                    self.lost[f"{meaning.label} ({what})"] += 1

    def plain_date(self, date: HistoricalDate | None) -> str:
        """Return a date as YYYY, YYYY-MM or YYYY-MM-DD; what is more precise or less is counted.

        >>> report = ExportReport(Path("x"))
        >>> report.plain_date(HistoricalDate.parse("late July 2025")), report.lost
        ('2025-07', Counter({'Precision of dates': 1}))
        """
        if date is None:
            return ""
        plain, is_whole = shared_date(date)
        if not is_whole:
            self.lost["Precision of dates"] += 1
        return plain


def shared_date(date: HistoricalDate) -> tuple[str, bool]:
    """Return what all days of a date share, year, month or day, and whether that is all of it.

    >>> [shared_date(HistoricalDate.parse(text)) for text in ("2025-07", "about 2019", "2025-22")]
    [('2025-07', True), ('2019', False), ('2025', False)]
    """
    bare = date.edtf.rstrip("?~%")
    if _PLAIN.fullmatch(bare):
        return bare, bare == date.edtf
    if date.first is None or date.last is None or not date.first[:1].isdecimal():
        return "", False
    for length in (10, 7, 4):
        if date.first[:length] == date.last[:length]:
            return date.first[:length], False
    return "", False


def _says(value: object) -> bool:
    return value is not None and value is not False and value not in ("", [])
