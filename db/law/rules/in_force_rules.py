"""Rules of entry into force in one line of words: read, and written back.

The form asks it for the reading, the clock for the day. What the words cannot say is refused with
what cannot be read; the text of the treaty itself is another field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from db.dates import HistoricalDate, day_from_number
from db.dates.lexicon import quote
from db.errors import Refused
from db.law.rules.conditions import Condition, Occasion, read_conditions
from db.law.rules.periods import ON_THE_DAY, Period, number, period_or_none, read_period

_NOT_BEFORE = re.compile(r",?\s+(?:but )?not before (.+)$", re.IGNORECASE)
_IN_FORCE = re.compile(r",?\s+(?:and )?(?:once )?in force: ?(.+)$", re.IGNORECASE)
_ELSE = re.compile(r",?\s+(?:or )?else (?:\+ ?)?(.+)$", re.IGNORECASE)
_FIXED = re.compile(r"(?:on )?(.+?) if (.+)$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*\+\s*|\s*,\s*|\s+(?=on deposit\b)")


@dataclass(frozen=True, slots=True)
class InForceRule:
    """When an agreement enters into force: what must be met, then how long after.

    `fixed_day` is the day if all is met by then, else `otherwise` counts from when it is. `needs`
    are titles of agreements that must be in force as well.
    """

    conditions: tuple[Condition, ...]
    period: Period = ON_THE_DAY
    fixed_day: int | None = None
    otherwise: Period | None = None
    needs: tuple[str, ...] = ()
    not_before: int | None = None

    def words(self) -> str:
        """Return the words that `read_in_force_rule` reads as this rule."""
        text = " and ".join(condition.words() for condition in self.conditions)
        if self.fixed_day is not None:
            text = f"{day_from_number(self.fixed_day)} if {text}"
        elif self.period != ON_THE_DAY:
            join = " + " if self.period.count else ", "
            text += f"{join}{self.period.words()}"
        if self.otherwise is not None:
            sign = "+ " if self.otherwise.count else ""
            text += f", else {sign}{self.otherwise.words()}"
        if self.needs:
            text += f", and in force: {'; '.join(self.needs)}"
        if self.not_before is not None:
            text += f", not before {day_from_number(self.not_before)}"
        return text

    def later_period(self) -> Period:
        """Return the period that later parties have where no rule of their own says one."""
        return self.period if self.otherwise is None else self.otherwise

    def day_after(self, trigger: int) -> int:
        """Return the first day in force, counted from the day on which all conditions are met."""
        if self.fixed_day is not None and trigger <= self.fixed_day:
            day = self.fixed_day
        else:
            day = self.later_period().after(trigger)
        return day if self.not_before is None else max(day, self.not_before)

    def trigger_name(self) -> str:
        """Return what the day on which the conditions are met is called."""
        if len(self.conditions) == 1:
            return self.conditions[0].trigger_name()
        return "last condition met"

    def is_by_signature(self) -> bool:
        """Say whether signing is consenting."""
        return self.conditions == (Occasion("signature"),)

    def counts_deposits(self) -> bool:
        """Say whether the rule counts instruments, so that a list without some is at least that."""
        return not all(isinstance(condition, Occasion) for condition in self.conditions)


@lru_cache(maxsize=1024)
def read_in_force_rule(text: str) -> InForceRule:
    """Read a rule of entry into force; raise Refused where the words do not say one.

    >>> rule = read_in_force_rule("60 deposits + 60 days, then first of next month")
    >>> rule.conditions, rule.period.words()
    ((Deposits(count=60, names=(), of=()),), '60 days, then first of next month')
    >>> read_in_force_rule("last notification, first of 3rd month").words()
    'last notification, first of 3rd month'
    >>> read_in_force_rule("2 deposits, first of 6th month, and in force: CISG").needs
    ('CISG',)
    """
    rest = " ".join(text.split()).rstrip(".;")
    rest, not_before = _cut(rest, _NOT_BEFORE)
    rest, needs = _cut(rest, _IN_FORCE)
    rest, otherwise = _cut(rest, _ELSE)
    fixed: str | None = None
    if found := _FIXED.fullmatch(rest):
        fixed, rest = found[1], found[2]
    if (fixed is None) != (otherwise is None):
        raise Refused(
            f"{quote(text)} has a day or an “else” without the other; write it as"
            " 1989-01-01 if 11 deposits, else + 90 days."
        )
    conditions, period = _split(rest, text)
    if fixed is not None and period is not None:
        raise Refused(f"{quote(text)} has a fixed day and a period; the period follows “else”.")
    return InForceRule(
        conditions,
        period or ON_THE_DAY,
        None if fixed is None else read_day(fixed),
        None if otherwise is None else read_period(otherwise),
        tuple(title.strip() for title in (needs or "").split(";") if title.strip()),
        None if not_before is None else read_day(not_before),
    )


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, str | None]:
    """Return what stands before a clause, and what it says."""
    found = pattern.search(text)
    return (text, None) if found is None else (text[: found.start()], found[1].strip())


def _split(text: str, whole: str) -> tuple[tuple[Condition, ...], Period | None]:
    """Tell the conditions from the period behind them."""
    for found in _SEPARATOR.finditer(text):
        period = period_or_none(text[found.end() :])
        conditions = read_conditions(text[: found.start()])
        if period is not None and conditions:
            return conditions, period
    if conditions := read_conditions(text):
        return conditions, None
    raise Refused(
        f"{quote(whole)} says no rule of entry into force; write it as 50 deposits + 90 days,"
        " 40 deposits, first of 6th month, or last notification + 30 days."
    )


def read_day(text: str) -> int:
    """Read one exact day; raise Refused for anything else."""
    date = HistoricalDate.parse(text.strip())
    if date.first is None or date.first != date.last:
        raise Refused(f"{quote(text)} is not one day; write it as 1998-09-24.")
    return number(date.first)
