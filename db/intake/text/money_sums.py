"""Finds sums of money in a text: currency, exact decimal and qualifier; agreements and events that
are about money ask it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from db.amounts.amount_phrases import read_amount
from db.amounts.currencies import CODES, NAMES
from db.errors import Refused
from db.intake.lexicons.word_files import lexicon
from db.intake.proposals import ProposedValue

_QUALIFIERS = (
    r"(?:(?:about|around|approximately|nearly|almost|some|roughly|an\sestimated|estimated|up\sto|at"
    r"\sleast|more\sthan|over|no\sless\sthan|at\smost|exceeding|in\sexcess\sof|as\smuch\sas)\s)?"
)
_FIGURES = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:[.,]\d{1,2}(?!\d)|\.\d+)?"
_SCALES = (
    r"(?i:thousand|millions?|billions?|trillions?|crores?|lakhs?|lakh\scrores?"
    r"|bn|mn|mln|bln|tn|trn)"
)
_SCALE = rf"(?:\s?-?\s?(?:hundred\s)?(?:{_SCALES}|[mMbBkK])(?![A-Za-z]))?"
_QUALIFIER_WORDS = {"exceeding": "more than", "in excess of": "more than", "as much as": "up to"}
#: "$3-4 billion" and "between $2 billion and $3 billion"; "3-4 billion euros", "between 3 and 4".
_AHEAD = re.compile(
    rf"\s?(?:[-–]\s?(?:US)?[$€£]?|(?:and|to)\s(?:US)?[$€£])\s?\d[\d.]*(?P<scale>\s?-?\s?{_SCALES})?"
)
_BEHIND = re.compile(r"(?:(?<!\d)(\d[\d.]*)\s?[-–]|(?:between|from)\s(\d[\d.]*)\s(?:and|to)\s)\s?$")
BEHIND_LETTERS = 24
_RATE = re.compile(
    r"\s(?:(?:a|per|each|every)\s(?:year|annum|month|day)|annually|yearly|monthly)\b", re.IGNORECASE
)
#: Numbers in words before a scale and a currency: "half a billion dollars".
_NUMBERS = {
    "half a": "0.5", "a": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twenty": "20",
}  # fmt: skip
#: What a second sum in brackets behind a first is: the same in another currency.
_IS_CONVERTED = re.compile(r"[^\n.;()]{0,12}\([^\d()]{0,24}$")


@dataclass(frozen=True, slots=True)
class SumMention:
    """A sum where it stands; a rate is so much each year."""

    start: int
    end: int
    value: ProposedValue
    is_rate: bool = False


@cache
def _signs() -> dict[str, str]:
    """Return signs that are read before figures alone, with the code they stand for."""
    return dict(lexicon("money")["signs"])


@cache
def _home_signs() -> dict[str, dict[str, str]]:
    """Return signs that are letters, by state: in a text of Nigeria N is the naira."""
    return dict(lexicon("money")["home_signs"])


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
    letters = {sign for table in _home_signs().values() for sign in table}
    shorts = "|".join(map(re.escape, sorted({*_signs(), *letters}, key=len, reverse=True)))
    words_of_numbers = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    lead = rf"{codes}|(?:{shorts})(?=\s?\d)|(?i:{signs}|us\sdollars|euros?)"
    before = rf"(?:{lead})\s?(?:{_FIGURES}){_SCALE}(?:\s(?:US\s)?dollars)?"
    unit = rf"{codes}|(?i:{names})|€|£|US\sdollars"
    after = rf"(?:{_FIGURES}){_SCALE}\s?-?\s?(?:of\s)?(?:{unit})(?![A-Za-z])"
    spelt = rf"(?i:{words_of_numbers})\s{_SCALES}\s(?:{unit})(?![A-Za-z])"
    return re.compile(rf"(?<![\w.,$€£])(?P<q>(?i:{_QUALIFIERS}))(?P<s>{before}|{after}|{spelt})")


def find_sums(
    plain: str, start: int, end: int, countries: Collection[str] = (), home: str = ""
) -> list[SumMention]:
    """Return the sums of a part of a text; `home`, else `countries`, say whose rupee is meant.

    >>> text = "Pakistan secured about $ 500 million investments and a 1.2 billion euro loan."
    >>> [(each.value.qualifier, each.value.amount, each.value.currency)
    ...  for each in find_sums(text, 0, len(text))]
    [('about', '500000000', 'USD'), ('', '1200000000', 'EUR')]
    """
    own = "" if home in _dollars() and any(sign in plain for sign in _FOREIGN_DOLLARS) else home
    return [_in_own_dollars(plain, each, own) for each in _sums(plain, start, end, countries, home)]


#: What a text writes that tells its own dollars from those of the United States.
_FOREIGN_DOLLARS = ("US$", "A$", "NZ$", "C$", "CAD", "AUD", "NZD", "USD", "U.S. dollars", "Reuters")


@cache
def _dollars() -> dict[str, str]:
    """Return the states in whose texts a plain $ is their own dollar, with its code."""
    return dict(lexicon("money")["dollars"])


def _in_own_dollars(plain: str, mention: SumMention, home: str) -> SumMention:
    """Return a sum with a plain $ in the dollars of the state that the text is written from."""
    code = _dollars().get(home, "")
    if not code or mention.value.currency != "USD" or "$" not in plain[mention.start : mention.end]:
        return mention
    value = ProposedValue(mention.value.amount, code, mention.value.qualifier)
    return SumMention(mention.start, mention.end, value, mention.is_rate)


def _sums(
    plain: str, start: int, end: int, countries: Collection[str], home: str
) -> Iterator[SumMention]:
    if not (_says_scale(plain, start, end) or any(map(str.isdigit, plain[start:end]))):
        return
    last = -1
    for match in _pattern().finditer(plain, start, end):
        text, qualifier, stop = match["s"], match["q"], match.end()
        if match.start() < last or (last >= 0 and _IS_CONVERTED.match(plain[last : match.start()])):
            continue
        if ahead := _AHEAD.match(plain, stop):
            has_scale = re.search(_SCALES, text) is not None
            text, qualifier = text + ("" if has_scale else ahead["scale"] or ""), "at least"
            stop = ahead.end()
        elif behind := _BEHIND.search(
            plain[max(start, match.start() - BEHIND_LETTERS) : match.start()]
        ):
            text, qualifier = (
                re.sub(r"\d[\d.,]*", behind[1] or behind[2], text, count=1),
                "at least",
            )
        value = _read_where(qualifier, text, countries, home)
        if value is None:
            continue
        last = stop
        yield SumMention(match.start(), stop, value, _RATE.match(plain, stop) is not None)


def _read_where(
    qualifier: str, text: str, countries: Collection[str], home: str
) -> ProposedValue | None:
    """Return what a sum is by the state that the text is written from, else by all it names."""
    value = _read(qualifier, text, {home}) if home else None
    return value or _read(qualifier, text, countries)


def _says_scale(plain: str, start: int, end: int) -> bool:
    part = plain[start:end]
    return "illion" in part or "crore" in part


def _read(qualifier: str, text: str, countries: Collection[str]) -> ProposedValue | None:
    words = " ".join(qualifier.lower().split())
    phrase = _with_code(" ".join(text.replace("-", " ").split()), countries)
    phrase = re.sub(r"(?i)(\$\s?[\d.,]+.*?)\s(?:us\s)?dollars$", r"\1", phrase)
    phrase = re.sub(r"(?i)lakh crores?", "lakh crore", phrase)
    phrase = re.sub(r"(?<![\d,])(\d+),(\d{1,2})(?![\d,])", r"\1.\2", phrase)
    phrase = re.sub(r"(?i)(illion)s? of ", r"\1 ", phrase)
    try:
        amount = read_amount(
            f"{_QUALIFIER_WORDS.get(words, words)} {phrase}".strip(), countries, "."
        )
    except Refused:
        return None
    if not amount.currency:
        return None
    return ProposedValue(amount.number, amount.currency, amount.qualifier)


def _with_code(phrase: str, countries: Collection[str]) -> str:
    """Return a sum with its code for a sign of one state, and figures for a number in words."""
    for word, figures in _NUMBERS.items():
        if phrase.lower().startswith(f"{word} "):
            return f"{figures}{phrase[len(word) :]}"
    sign = re.match(r"\D*", phrase)
    written = sign[0].strip() if sign else ""
    code = _signs().get(written, "")
    for state in countries:
        code = code or _home_signs().get(state, {}).get(written, "")
    if written in ("US dollars", "US Dollars", "Euro", "Euros"):
        code = "USD" if written[0] == "U" else "EUR"
    return f"{code} {phrase[len(written) :].strip()}" if code else phrase
