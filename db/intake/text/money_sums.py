"""Finds sums of money in a text: currency, exact decimal and qualifier; agreements and events that
are about money ask it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from db.amounts.amount_phrases import read_amount
from db.amounts.currencies import CODES, NAMES
from db.errors import Refused
from db.intake.proposals import ProposedValue

_QUALIFIERS = (
    r"(?:(?:about|around|approximately|nearly|almost|some|roughly|an\sestimated|estimated|up\sto|at"
    r"\sleast|more\sthan|over|no\sless\sthan|at\smost|exceeding|in\sexcess\sof)\s)?"
)
_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = (
    r"(?:\s?-?\s?(?:hundred\s)?(?:(?i:thousand|million|billion|trillion|crores?|lakhs?|lakh\scrores?|bn"
    r"|mn|mln|bln|tn)|[mMbBkK])(?![A-Za-z]))?"
)
_QUALIFIER_WORDS = {"exceeding": "more than", "in excess of": "more than"}


@dataclass(frozen=True, slots=True)
class SumMention:
    """A sum where it stands."""

    start: int
    end: int
    value: ProposedValue


@cache
def _pattern() -> re.Pattern[str]:
    codes = "|".join(sorted(CODES))
    words = [name for name in NAMES if name[0].isalpha() and len(name) > 2]
    names = "|".join(
        re.escape(name) + ("s?" if name[-1].isalpha() else "")
        for name in sorted(words, key=len, reverse=True)
    )
    signs = "|".join(
        re.escape(name)
        for name in sorted(NAMES, key=len, reverse=True)
        if not name[-1].isalpha() or len(name) <= 3
    )
    before = rf"(?:{codes}|(?i:{signs}))\s?(?:{_NUMBER}){_SCALE}(?:\s(?:US\s)?dollars)?"
    after = rf"(?:{_NUMBER}){_SCALE}\s?-?\s?(?:{codes}|(?i:{names})|€|£|US\sdollars)(?![A-Za-z])"
    return re.compile(rf"(?<![\w.,$€£])(?P<q>(?i:{_QUALIFIERS}))(?P<s>{before}|{after})")


def find_sums(
    plain: str, start: int, end: int, countries: Collection[str] = ()
) -> list[SumMention]:
    """Return the sums of a part of a text; `countries` say whose rupee is meant.

    >>> text = "Pakistan secured about $ 500 million investments and a 1.2 billion euro loan."
    >>> [(each.value.qualifier, each.value.amount, each.value.currency)
    ...  for each in find_sums(text, 0, len(text))]
    [('about', '500000000', 'USD'), ('', '1200000000', 'EUR')]
    """
    found: list[SumMention] = []
    if not any(map(str.isdigit, plain[start:end])):
        return found
    for match in _pattern().finditer(plain, start, end):
        value = _read(match["q"], match["s"], countries)
        if value is not None:
            found.append(SumMention(match.start(), match.end(), value))
    return found


def _read(qualifier: str, text: str, countries: Collection[str]) -> ProposedValue | None:
    words = " ".join(qualifier.lower().split())
    phrase = " ".join(text.replace("-", " ").split())
    phrase = re.sub(r"(?i)(\$\s?[\d.,]+.*?)\s(?:us\s)?dollars$", r"\1", phrase)
    phrase = re.sub(r"(?i)lakh crores?", "lakh crore", phrase)
    try:
        amount = read_amount(
            f"{_QUALIFIER_WORDS.get(words, words)} {phrase}".strip(), countries, "."
        )
    except Refused:
        return None
    if not amount.currency:
        return None
    return ProposedValue(amount.number, amount.currency, amount.qualifier)
