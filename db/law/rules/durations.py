"""How long an agreement lasts and goes on: "10 years, tacit, notice 6 months before the end".

The fields of duration and of renewal are read together, as one line of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from db.dates.lexicon import quote
from db.errors import Refused
from db.law.rules.periods import NUMBER, Period, number_in, period_or_none, plain_words

_SPAN = rf"{NUMBER} (?:day|week|month|year)s?"
_TACIT = re.compile(
    rf"(?:then )?(?:tacit(?:ly)?|automatic(?:ally)?)(?: renew(?:al|ed))?"
    rf"(?: (?:for|by)(?: (?:further|another))?)?(?: ({_SPAN}))?(?: at a time| each)?"
)
_TIMES = re.compile(rf"(once|twice)|({NUMBER}) times")
_NOTICE = re.compile(
    rf"notice ({_SPAN}) before (?:the|its) (?:end|expiry)(?: of (?:the|each) term)?"
)
_AT_MOST = re.compile(rf"at most ({_SPAN})")
_INDEFINITE = frozenset({"indefinite after first term", "indefinite after the first term"})
_UNLIMITED = frozenset({"indefinite", "unlimited", "no end"})
_BY_AGREEMENT = frozenset({"by agreement", "renewal by agreement", "by mutual agreement"})


@dataclass(frozen=True, slots=True)
class Term:
    """A first term, and what follows it: `renewal` is "", tacit, indefinite or by agreement."""

    first: Period | None = None
    renewal: str = ""
    next: Period | None = None
    times: int = 0  # 0: as often as it comes round
    notice: Period | None = None
    at_most: Period | None = None

    def words(self) -> str:
        """Return the words that `read_term` reads as this term."""
        parts = [self.first.words()] if self.first else []
        if self.renewal == "tacit":
            parts.append("tacit" + (f" {self.next.words()}" if self.next else ""))
            if self.times:
                parts.append({1: "once", 2: "twice"}.get(self.times, f"{self.times} times"))
        elif self.renewal == "indefinite":
            parts.append("indefinite after first term" if self.first else "indefinite")
        elif self.renewal == "by agreement":
            parts.append("by agreement")
            if self.at_most:
                parts.append(f"at most {self.at_most.words()}")
        if self.notice:
            parts.append(f"notice {self.notice.words()} before the end")
        return ", ".join(parts)

    def _nth_end(self, since: int, renewals: int, step: Period) -> int:
        assert self.first is not None  # without a first term there is none to renew
        if step.unit == self.first.unit:  # counted from the start: 29 February comes back
            return Period(self.first.count + renewals * step.count, step.unit).after(since)
        return Period(renewals * step.count, step.unit).after(self.first.after(since))

    def end_at(self, since: int, day: int) -> int | None:
        """Return the end of the term that runs on a day; None where none does, or it has none."""
        if self.first is None:
            return None
        first = self.first.after(since)
        if day < first:
            return first
        if self.renewal != "tacit":
            return None
        step = self.next or self.first
        span = step.after(since) - since
        if span <= 0:
            return None
        renewals = max(0, (day - first) // (span + 2))
        while (end := self._nth_end(since, renewals, step)) <= day:
            renewals += 1
            if self.times and renewals > self.times:
                return None
        return end

    def last_end(self, since: int) -> int | None:
        """Return the day on which it ends of itself; None where it goes on."""
        if self.first is None or self.renewal in ("indefinite", "by agreement"):
            return None
        if self.renewal == "tacit":
            if not self.times:
                return None
            return self._nth_end(since, self.times, self.next or self.first)
        return self.first.after(since)

    def last_notice(self, end: int) -> int | None:
        """Return the last day for a notice that stops the term from going on."""
        return None if self.notice is None else self.notice.before(end)

    def exit_day(self, notice: int, since: int) -> int | None:
        """Return the end of the term that a notice stops; None where it must be known otherwise."""
        end = self.end_at(since, notice)
        while end is not None and self.notice and notice > self.notice.before(end):
            end = self.end_at(since, end)
        return end


@lru_cache(maxsize=1024)
def read_term(duration: str, renewal: str = "") -> Term:
    """Read the words of duration and of renewal; raise Refused where they do not say any.

    >>> read_term("10 years, tacit, notice 6 months before the end").words()
    '10 years, tacit, notice 6 months before the end'
    >>> read_term("5 years", "by agreement, at most 5 years").renewal
    'by agreement'
    """
    text = ", ".join(filter(None, (duration.strip(), renewal.strip())))
    values: dict[str, object] = {}
    for part in re.split(r"[,;]| and (?=notice )", plain_words(text)):
        if not _read_clause(part.strip(), values):
            raise Refused(
                f"{quote(text)} says no duration; write it as 10 years, tacit, notice 6 months"
                " before the end, or by agreement, at most 5 years."
            )
    return Term(**values)  # type: ignore[arg-type]


def _read_clause(part: str, values: dict[str, object]) -> bool:
    if part in _INDEFINITE or part in _UNLIMITED:
        values["renewal"] = "indefinite"
    elif part in _BY_AGREEMENT:
        values["renewal"] = "by agreement"
    elif "renewal" not in values and (found := _TACIT.fullmatch(part)):
        values["renewal"] = "tacit"
        values["next"] = period_or_none(found[1]) if found[1] else None
    elif found := _TIMES.fullmatch(part):
        times = {"once": 1, "twice": 2}.get(found[1] or "")
        values["times"] = times or number_in(found[2])
    elif found := _NOTICE.fullmatch(part):
        values["notice"] = period_or_none(found[1])
    elif found := _AT_MOST.fullmatch(part):
        values["at_most"] = period_or_none(found[1])
    elif "first" not in values and (period := period_or_none(part)) and period.count:
        values["first"] = period
    else:
        return False
    return True
