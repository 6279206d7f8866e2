"""The period after which an agreement binds a later party, by act where the acts differ.

"30 days" for all, or "30 days, acceded: 90 days"; where nothing is said, that of the rule itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from db.law.acts import ACT_FORMS, CONSENTS
from db.law.rules.periods import ON_THE_DAY, Period, plain_words, read_period

_ACTS = {**{act: act for act in CONSENTS}, **{k: v for k, v in ACT_FORMS.items() if v in CONSENTS}}
_OF_ACT = re.compile(rf"[,;] ?(?:for )?({'|'.join(sorted(_ACTS, key=len, reverse=True))}):? +")


@dataclass(frozen=True, slots=True)
class LaterRule:
    """The period for later parties, and those of single acts that differ."""

    period: Period = ON_THE_DAY
    by_act: tuple[tuple[str, Period], ...] = ()

    def period_for(self, act: str) -> Period:
        """Return the period that follows an act of consent."""
        return dict(self.by_act).get(act, self.period)

    def words(self) -> str:
        """Return the words that `read_later_rule` reads as this rule."""
        parts = [f"; {act}: {period.words()}" for act, period in self.by_act]
        return self.period.words() + "".join(parts)


@lru_cache(maxsize=1024)
def read_later_rule(text: str) -> LaterRule:
    """Read the period of later parties; raise Refused where the words do not say one.

    >>> read_later_rule("3 months, then first of next month").words()
    '3 months, then first of next month'
    >>> read_later_rule("30 days, accession 90 days").period_for("acceded").words()
    '90 days'
    """
    first, *rest = _OF_ACT.split(plain_words(text))
    by_act = zip(rest[::2], rest[1::2], strict=True)
    return LaterRule(
        read_period(first.removeprefix("+ ")),
        tuple((_ACTS[act], read_period(period)) for act, period in by_act),
    )
