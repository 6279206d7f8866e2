"""HistoricalDate: what an officer wrote of a date, its EDTF, and the first and last day it may be.

Every record, import and form asks it; it reads no files and knows no clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from db.dates.days import Day, day_of, is_leap, iso_of, moved
from db.dates.edtf import Extent, is_edtf, read_edtf
from db.dates.hijri import SIGHTING, read_hijri
from db.dates.lexicon import UNDATED, cleaned, folded, shown
from db.dates.parts import edtf_of, read_numeric
from db.dates.phrases import read_phrase
from db.dates.ranges import Asked
from db.dates.spoken import between_days, day_text, phrase_of, sentence_of
from db.errors import Refused

LONGEST = 200

#: What must be EDTF if anything: digits and its signs, with blanks only after a comma in a set.
_EDTF_LIKE = re.compile(
    r"(?=.*[0-9X]|\.\./\.\.)"
    r"[0-9XYESTZ\-+/.,:~?%\[\]{}]+(?:\s*,\s*[0-9XYES\-.~?%\]}]+)*"
)
#: ISO 8601 times that EDTF does not know: without seconds, and without separators.
_TIMED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z?|\d{8}T\d{4}(?:\d{2})?Z?")
_PREPOSITIONS = frozenset((
    "on", "in", "at", "about", "around", "before", "after", "by", "since", "from", "until", "till",
    "between", "during", "possibly", "perhaps", "probably", "circa", "c.", "ca.", "approximately",
    "roughly", "not", "no", "prior", "later", "earlier", "throughout", "within", "up", "through",
))  # fmt: skip
#: Nouns that want an article in a sentence: "in the first half of July 2025".
_WITH_ARTICLE = re.compile(r"(?!the ).*\b(?:half|third|quarter|week|century|\d{3}0'?s)\b.*", re.I)
_QUOTED = re.compile(r"“([^”…]*)(…?)”")
_MIDNIGHT = re.compile(r".*[T ]00:?00(?::?00(?:[.,]0+)?)?(?:Z|[+-]00:?00)?")
_MONTH_LENGTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DateJson(TypedDict):
    """What the `date` command prints of one text."""

    text: str
    edtf: str
    first: str | None
    last: str | None
    valid: bool
    why: str


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as precise as it is known.

    `edtf` is canonical; `first` and `last` are the first and last possible day as ISO texts in the
    proleptic Gregorian calendar, None where open; `words` are the officer's own where they say more.

    >>> HistoricalDate.parse("late July 2025")
    HistoricalDate(edtf='[2025-07-21..2025-07-31]', first='2025-07-21', last='2025-07-31', words='late July 2025')
    >>> HistoricalDate.parse("since 2019").edtf
    '2019/..'
    """  # noqa: E501

    edtf: str
    first: str | None
    last: str | None
    words: str = ""

    @classmethod
    def parse(
        cls, text: str, *, day_first: bool | None = None, published: date | None = None
    ) -> HistoricalDate:
        """Reads a date in EDTF or in words; raises Refused in one sentence.

        `day_first` settles 03/04/2025, `published` settles "yesterday" and "in August". Words that
        hang on either are not kept: later they would say something else.
        """
        if _is_plain_day(text):
            return cls(text, text, text)
        return _read(Asked(text, published, day_first))

    def reading(self) -> str:
        """What was understood, for the line below the field.

        >>> HistoricalDate.parse("July 2025").reading()
        'between 1 and 31 July 2025'
        """
        said = _reading(self.edtf)
        hijri = self.words and _is_hijri(self.words)
        return f"{said} ({hijri})" if hijri else said

    def spoken(self) -> str:
        """The date as it stands on paper and in lists: the words, else a natural phrase."""
        return self.words or phrase_of(self.edtf).text

    def spoken_in(self) -> str:
        """The date with the preposition that a sentence needs.

        >>> HistoricalDate.parse("2025-04-06").spoken_in()
        'on 6 April 2025'
        """
        if not self.words:
            return sentence_of(self.edtf)
        opening = self.words.split()[0].lower()
        if opening in _PREPOSITIONS or not opening[0].isalnum() or not self._is_one():
            return self.words
        article = "the " if _WITH_ARTICLE.fullmatch(self.words) else ""
        return f"{'on' if self.first == self.last else 'in'} {article}{self.words}"

    def _is_one(self) -> bool:
        """Whether the date is one day or one named span, not two ends or a choice."""
        return not {"/", ","} & set(self.edtf) and None not in (self.first, self.last)

    def certain_on(self) -> bool:
        """Whether the date is exactly one day."""
        return self.first is not None and self.first == self.last and self.edtf[-1:] not in "?~%"


def _is_plain_day(text: str) -> bool:
    """Whether a text is YYYY-MM-DD and a day: most of an import, so asked before all else."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        return False
    year, month, day = text[:4], text[5:7], text[8:]
    if not (year.isdigit() and month.isdigit() and day.isdigit()):
        return False
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= _MONTH_LENGTHS[int(month)]):
        return False
    return text[5:] != "02-29" or is_leap(int(year))


def _read(asked: Asked) -> HistoricalDate:
    if len(asked.text) > LONGEST:
        raise Refused(
            f"{shown(asked.text)} is longer than {LONGEST} characters; write the date alone."
        )
    text = cleaned(asked.text)
    _refuse_undated(text, asked)
    notation = text.replace("x", "X")
    if _EDTF_LIKE.fullmatch(notation):
        return _read_notation(notation, asked)
    edtf = _read_words(text, asked)
    canonical, extent = _extent(edtf, asked)
    keeps_words = edtf[0] == "[" or bool(asked.notes)
    return _dated(canonical, extent, asked, keeps_words)


def _dated(edtf: str, extent: Extent, asked: Asked, keeps_words: bool) -> HistoricalDate:
    keeps_words = keeps_words and _stands_alone(asked, edtf)
    words = " ".join(asked.text.split()) if keeps_words else ""
    return HistoricalDate(edtf, _iso(extent.first), _iso(extent.last), words)


def _read_words(text: str, asked: Asked) -> str:
    lower = text.lower()
    try:
        return read_phrase(lower.rstrip("."), asked)
    except Refused as refused:
        if len(lower) != len(text):
            raise
        says = _QUOTED.sub(lambda quote: _as_written(quote, lower, text), str(refused))
        raise Refused(says) from None


def _as_written(quote: re.Match[str], lower: str, text: str) -> str:
    """A part of the phrase as it was written: the rules see it in lower case only."""
    start = lower.find(quote[1])
    return quote[0] if start < 0 else f"“{text[start : start + len(quote[1])]}{quote[2]}”"


def _extent(edtf: str, asked: Asked) -> tuple[str, Extent]:
    try:
        return read_edtf(edtf)
    except Refused as refused:
        if "ends before" in str(refused):
            says = "ends before it starts; exchange the dates."
        else:
            says = "cannot be read as a date; write it as 14 July 2025, July 2025 or 2025."
        raise Refused(f"{shown(asked.text)} {says}") from None


def _iso(day: Day | None) -> str | None:
    return iso_of(day) if day is not None else None


def _refuse_undated(text: str, asked: Asked) -> None:
    if not text:
        raise Refused("No date is given; leave the field empty if it is not known.")
    if text[0] in "123456789":
        return
    word = folded(text)
    says_nothing = text in ("-1", "0") or text.startswith("0000-00") or not word
    if word in UNDATED or (says_nothing and text != "../.."):
        raise Refused(f"{shown(asked.text)} says the date is not known; leave the field empty.")


def _read_notation(text: str, asked: Asked) -> HistoricalDate:
    """What is written in digits and signs: EDTF strictly, or a numeric date as people write it."""
    try:
        edtf, extent = read_edtf(text)
    except Refused as refused:
        edtf = _read_numbers(text, asked, refused)
        extent = _extent(edtf, asked)[1]
    return _dated(edtf, extent, asked, "T" in text and not _MIDNIGHT.fullmatch(text))


def _read_numbers(text: str, asked: Asked, refused: Refused) -> str:
    bare = text.rstrip("?~%")
    parts = read_numeric(bare, asked.day_first)
    if parts:
        mark = text[len(bare) :]
        return edtf_of(parts) + ("%" if len(mark) > 1 else mark)
    if _TIMED.fullmatch(text):
        return read_phrase(text.lower(), asked)
    raise refused


def _stands_alone(asked: Asked, edtf: str) -> bool:
    """Whether the words say the same without the published day and the order of day and month."""
    if asked.published is None and asked.day_first is None:
        return True
    try:
        return HistoricalDate.parse(asked.text).edtf == edtf
    except Refused:
        return False


def _is_hijri(words: str) -> str:
    """What to add to the reading of words that are Hijri, '' for others."""
    try:
        found = read_hijri(cleaned(words).lower())
    except Refused:
        return ""
    if found is None:
        return ""
    reckoned = "Umm al-Qura" if found[1] == SIGHTING else "reckoned arithmetically"
    return f"{words}, {reckoned}; a local sighting may differ by a day"


def _reading(edtf: str) -> str:
    extent = read_edtf(edtf)[1]
    first, last = extent.first, extent.last
    if first is None and last is None:
        return "open at both ends"
    if first is None and last is not None:
        return f"before {day_text(moved(last, 1))}"
    if last is None and first is not None:
        on = "/" in edtf
        return f"from {day_text(first)} on" if on else f"after {day_text(moved(first, -1))}"
    assert first is not None and last is not None
    return _closed(edtf, first, last)


def _closed(edtf: str, first: Day, last: Day) -> str:
    if edtf[0] not in "[{" and (edtf[-1] in "~%" or "/" in edtf):
        said = sentence_of(edtf)
        return said if said != edtf else between_days(first, last)
    said = f"on {day_text(first)}" if first == last else between_days(first, last)
    return f"{said}, uncertain" if edtf[-1] == "?" else said


def describe_date(
    text: str, *, published: date | None = None, day_first: bool | None = None
) -> DateJson:
    """One text as the `date` command prints it; never raises, a refusal is `valid` False and why.

    >>> describe_date("2016-02-30")["valid"], describe_date("July 2025")["why"]
    (False, 'between 1 and 31 July 2025')
    """
    asked = Asked(text, published, day_first)
    try:
        found = _read(asked)
    except Refused as refused:
        return DateJson(text=text, edtf="", first=None, last=None, valid=False, why=str(refused))
    why = " ".join([f"{found.reading()}.", *asked.notes]) if asked.notes else found.reading()
    return DateJson(
        text=text, edtf=found.edtf, first=found.first, last=found.last, valid=True, why=why
    )


def parse_range(text: str) -> tuple[str | None, str | None]:
    """The first and last day of a RANGE: a date, or `A..B` where either may be missing.

    >>> parse_range("2019..June 2020"), parse_range("..2019"), parse_range("2025-07")
    (('2019-01-01', '2020-06-30'), (None, '2019-12-31'), ('2025-07-01', '2025-07-31'))
    """
    plain = text.strip()
    if ".." not in plain or is_edtf(plain):
        found = HistoricalDate.parse(plain)
        return found.first, found.last
    low, _, high = plain.partition("..")
    first = HistoricalDate.parse(low).first if low.strip() else None
    last = HistoricalDate.parse(high).last if high.strip() else None
    if first is not None and last is not None and _later(first, last):
        raise Refused(f"{shown(text)} ends before it starts; exchange the two dates.")
    return first, last


def _later(first: str, last: str) -> bool:
    return day_of(first) > day_of(last)
