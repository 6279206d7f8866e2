"""A sum of money in words, as a form or a file gives it, and how it was understood.

Forms show the reading while one types, as with dates; imports take a cell so. What can mean two
things is refused with both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from db.amounts.currencies import CODES, choose_code, find_codes
from db.amounts.figures import FIGURES, read_figures, to_ascii
from db.dates import HistoricalDate
from db.errors import Refused

MAX_PHRASE_LETTERS: Final = 300
_SCALES: Final = {
    "thousand": 3, "k": 3, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5,
    "million": 6, "millions": 6, "mn": 6, "mln": 6, "mio": 6, "mio.": 6, "m": 6,
    "crore": 7, "crores": 7, "cr": 7, "cr.": 7,
    "billion": 9, "billions": 9, "bn": 9, "bln": 9, "b": 9, "mrd": 9, "mrd.": 9, "milliard": 9,
    "milliards": 9, "trillion": 12, "trillions": 12, "trn": 12, "tn": 12,
}  # fmt: skip
# In whose text a comma groups and a point parts: these words are English, those are not.
_ENGLISH: Final = re.compile(
    r"\b(thousand|millions?|mn|mln|billions?|bn|bln|trillions?|trn|tn|lakhs?|lacs?|crores?|about"
    r"|approximately|around|roughly|some|up to|at most|at least|more than|over|announced|committed"
    r"|disbursed|dollars?|pounds?|rupees?|exactly|nearly|almost|as of)\b",
    re.IGNORECASE,
)
_COMMA_LAND: Final = re.compile(r"\b(mio|mrd|milliards?)\b", re.IGNORECASE)
_QUALIFIERS: Final = {
    "about": ("approximately", "approx.", "approx", "about", "around", "circa", "ca.", "ca", "c.",
              "roughly", "some", "nearly", "almost", "an estimated", "estimated", "~", "≈"),
    "up to": ("up to", "at most", "no more than", "not more than", "a maximum of", "maximum",
              "max.", "max", "≤"),
    "at least": ("at least", "no less than", "not less than", "more than", "over",
                 "a minimum of", "minimum", "min.", "min", "≥", ">"),
    "exact": ("exactly", "exact"),
}  # fmt: skip
_STAGES: Final = ("announced", "committed", "disbursed")
_BY_LENGTH: Final = sorted(
    ((word, qualifier) for qualifier, words in _QUALIFIERS.items() for word in words),
    key=lambda pair: -len(pair[0]),
)
_SEPARATORS: Final = " ,;()"
# What may follow a sum without a comma; any other word may change it: 3 Millionen, 5 tonnes.
_REMARKS: Final = frozenset((
    "a", "an", "annually", "as", "at", "by", "credit", "each", "for", "from", "grant", "in",
    "investment", "loan", "of", "on", "over", "package", "per", "since", "through", "to", "under",
    "until", "with", "within", "worth", "yearly",
))  # fmt: skip
_RUPEE_STROKE: Final = re.compile(r"^\s*/[-=]")  # Rs 500/-
_RANGE: Final = re.compile(r"\s*(?:[-–—]|(?:to|or|and|bis|à)\b)\s*(?:[^\W\d]{1,3}|[^\w\s])?\s*\d")


@dataclass(frozen=True, slots=True)
class AmountPhrase:
    """A sum as it was understood: `number` is a decimal in text, `currency` a code or ''."""

    number: str
    currency: str = ""
    qualifier: str = ""
    stage: str = ""
    as_of: HistoricalDate | None = None
    note: str = ""

    def phrase(self) -> str:
        """Return the sum in words that are read as the same.

        >>> read_amount("about $ 5m, announced").phrase()
        'about 5,000,000 USD, announced'
        """
        sum_text = " ".join(
            part for part in (self.qualifier, show_number(self.number), self.currency) if part
        )
        day = f"as of {self.as_of.phrase()}" if self.as_of is not None else ""
        return ", ".join(part for part in (sum_text, self.stage, day, self.note) if part)


def show_number(number: str) -> str:
    """Return a stored number with its groups; what is no number stays as it is.

    >>> show_number("500000000"), show_number("1234.50"), show_number("many")
    ('500,000,000', '1,234.50', 'many')
    """
    whole, point, decimals = number.partition(".")
    if not whole.removeprefix("-").isdecimal():
        return number
    return f"{int(whole):,}{point}{decimals}"


def read_amount(text: str, countries: Collection[str] = (), point: str = "") -> AmountPhrase:
    """Return what a phrase says of a sum. `countries` are those concerned, which decide whose
    rupee is meant; `point` is the mark before decimals, where it is known.

    Raises Refused with the reason, and with all readings of what can mean more than one thing.

    >>> found = read_amount("Rs 3 crore, committed", {"pk"})
    >>> found.number, found.currency, found.stage
    ('30000000', 'PKR', 'committed')
    """
    if len(text) > MAX_PHRASE_LETTERS:
        raise Refused("The text is too long for an amount; write the rest as a remark.")
    plain = " ".join(to_ascii(text).split())
    found = FIGURES.search(plain)
    if found is None:
        raise Refused(f"“{plain}” has no number; write the sum in figures, as in USD 500 million.")
    before, after = plain[: found.start()], plain[found.end() :]
    scale, after = _read_scale(after)
    number = read_figures(found.group(), point or _point_of(plain)).scaleb(scale)
    before, is_negative = _read_sign(before)
    qualifier, before = _read_qualifier(before)
    if after.startswith("+"):
        qualifier, after = "at least", after[1:]
    currency_read, rest = _read_currency(before.strip(), after)
    rest = _RUPEE_STROKE.sub("", rest)
    _refuse_unread(rest, is_surely_sum=bool(scale or currency_read))
    amount = AmountPhrase(
        _plain_number(-number if is_negative else number),
        _one_code(currency_read, countries),
        qualifier,
    )
    return _read_rest(amount, rest)


def _point_of(plain: str) -> str:
    """Return the mark before decimals that the words of a text speak for; '' if none do."""
    if _COMMA_LAND.search(plain):
        return ","
    return "." if _ENGLISH.search(plain) else ""


def _plain_number(number: Decimal) -> str:
    whole = number.to_integral_value()
    return format(whole if whole == number else number, "f")


def _read_scale(after: str) -> tuple[int, str]:
    """Return by which power of ten the words after a number raise it, and what follows them."""
    power, rest = 0, after
    while found := re.match(r"\s*([A-Za-z]+\.?)(?![A-Za-z])", rest):
        word = found[1].casefold()
        raised = _SCALES.get(word) or _SCALES.get(word.removesuffix("."))
        if not raised or (power and raised < 6):
            break
        power, rest = power + raised, rest[found.end() :]
    return power, rest


def _refuse_unread(rest: str, *, is_surely_sum: bool) -> None:
    """Refuse what follows a sum, with no comma between, where that may make it another sum."""
    if _RANGE.match(rest):
        raise Refused("A range is no sum; write “at least” or “up to”, and the other as a remark.")
    part = re.split(r"[,;()]", rest)[0].strip().strip(".")
    word = part.split(" ")[0]
    is_parted = rest[:1] not in "%/‰" and not rest[:1].isalnum()
    is_known = word.casefold() in (*_REMARKS, *_STAGES)
    is_known |= is_surely_sum and _read_day(part) is not None
    if part and not (is_parted and is_known):
        raise Refused(
            f"“{word}” after the number is not understood; write the sum in figures, as in USD 500"
            " million, and a remark after a comma."
        )


def _read_sign(before: str) -> tuple[str, bool]:
    found = re.fullmatch(r"(.*?)[-−]", before)
    return (found[1], True) if found else (before, False)


def _read_qualifier(before: str) -> tuple[str, str]:
    plain = before.lstrip()
    for word, qualifier in _BY_LENGTH:
        follows = plain[len(word) : len(word) + 1]
        is_whole = not word[-1].isalpha() or not follows.strip()
        if is_whole and plain.casefold().startswith(word):
            return qualifier, plain[len(word) :]
    return "", before


def _read_currency(before: str, after: str) -> tuple[str, str]:
    """Return how the currency is named, before or after the number, and what follows it."""
    if before:
        if not find_codes(before):
            raise Refused(
                f"“{before}” is not understood before a number; write a currency’s code, as in USD."
            )
        return before, after
    plain = after.lstrip()
    for end in _word_ends(plain):
        if find_codes(plain[:end]):
            return plain[:end], plain[end:]
    unknown = re.match(r"[A-Z]{3}\b", plain)
    if unknown and unknown[0] not in CODES:
        raise Refused(f"“{unknown[0]}” is no currency’s code; write one as in USD.")
    return "", after


def _word_ends(plain: str) -> Iterator[int]:
    """Yield where the first three words of a text end, the longest first, and its first sign."""
    ends = [found.end() for found in re.finditer(r"[^\s,;()]+", plain)][:3]
    yield from reversed(ends)
    if plain and not plain[0].isalnum():
        yield 1


def _one_code(currency_text: str, countries: Collection[str]) -> str:
    codes = find_codes(currency_text)
    code = choose_code(codes, countries)
    if codes and not code:
        raise Refused(
            f"“{currency_text}” may be {', '.join(codes[:-1])} or {codes[-1]};"
            " write the code instead."
        )
    return code


def _read_rest(amount: AmountPhrase, rest: str) -> AmountPhrase:
    """Return an amount with stage and day as what follows the sum says; the rest is its note."""
    notes = []
    for part in re.split(r"[,;()]", rest):
        part = part.strip(_SEPARATORS)
        stage = next((each for each in _STAGES if re.match(rf"{each}\b", part.casefold())), "")
        if stage and not amount.stage:
            amount, part = replace(amount, stage=stage), part[len(stage) :].strip()
        day = _read_day(part) if part and amount.as_of is None else None
        if day is not None:
            amount = replace(amount, as_of=day)
        elif part:
            notes.append(part)
    return replace(amount, note=", ".join(notes))


def _read_day(text: str) -> HistoricalDate | None:
    try:
        return HistoricalDate.parse(text)
    except Refused:
        return None
