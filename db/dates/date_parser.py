"""How a text becomes a date: EDTF strictly, numbers as people write them, then the phrases.

`HistoricalDate.parse` asks it for what is not plainly a day, the `date` command for everything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TypedDict

from db.dates.calendars.asian_dates import to_western
from db.dates.days import DateSpan, Day, iso_day, sortable_day
from db.dates.edtf import Extent, is_edtf, read_edtf
from db.dates.foreign_words import Translation, translate
from db.dates.lexicon import UNDATED, clean_line, fold_word, quote
from db.dates.phrases import UNREADABLE, read_phrase
from db.dates.phrasing.date_readback import read_back, reading_of
from db.dates.phrasing.date_style import typed_day_first
from db.dates.ranges import RangeText
from db.dates.single_dates import edtf_of, read_numeric
from db.errors import Refused

MAX_DATE_LETTERS = 200

#: What must be EDTF if anything: digits and its signs, with blanks only after a comma in a set.
_EDTF_LIKE = re.compile(
    r"(?=.*[0-9X]|\.\./\.\.)"
    r"[0-9XYESTZ\-+/.,:~?%\[\]{}]+(?:\s*,\s*[0-9XYES\-.~?%\]}]+)*"
)
#: ISO 8601 times that EDTF does not know: without seconds, and without separators.
_TIMED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z?|\d{8}T\d{4}(?:\d{2})?Z?")
_OPEN_END = re.compile(r"(\d{4}(?:-\d{2}){0,2})-")  # 1941-: it is not reading whether it ended
_QUOTED = re.compile(r"“([^”…]*)(…?)”")
_MIDNIGHT = re.compile(r".*[T ]00:?00(?::?00(?:[.,]0+)?)?(?:Z|[+-]00:?00)?")


class DateJson(TypedDict):
    """What the `date` command prints of one text."""

    text: str
    edtf: str
    first: str | None
    last: str | None
    valid: bool
    why: str


def read_date(
    text: str,
    published: date | None = None,
    day_first: bool | None = None,
    languages: frozenset[str] = frozenset(),
) -> DateSpan:
    """Read a date by EDTF or by the phrases; raises Refused in one sentence."""
    return _read(RangeText(text, published, day_first, languages=languages))


def _read(range_text: RangeText) -> DateSpan:
    if len(range_text.text) > MAX_DATE_LETTERS:
        raise Refused(
            f"{quote(range_text.text)} is longer than {MAX_DATE_LETTERS} characters; write the date"
            " alone."
        )
    text = clean_line(range_text.text)
    _refuse_dateless(text, range_text)
    if western := to_western(text):
        text, note = western
        range_text.notes.extend([note] if note else [])
    notation = text.replace("x", "X")
    if _EDTF_LIKE.fullmatch(notation):
        return _read_notation(notation, range_text)
    edtf = _read_words(text, range_text)
    canonical, extent = _extent(edtf, range_text)
    keeps_words = edtf[0] == "[" or bool(range_text.notes)
    return _date_span(canonical, extent, range_text, keeps_words)


def _date_span(edtf: str, extent: Extent, range_text: RangeText, keeps_words: bool) -> DateSpan:
    keeps_words = keeps_words and _stands_alone(range_text, edtf)
    words = " ".join(range_text.text.split()) if keeps_words else ""
    return DateSpan(edtf, _sortable(extent.first), _sortable(extent.last), words)


def _read_words(text: str, range_text: RangeText) -> str:
    lower = text.lower()
    try:
        return read_phrase(lower.rstrip("."), range_text)
    except Refused as refused:
        if (edtf := _read_foreign(lower, range_text)) is not None:
            return edtf
        if len(lower) != len(text):
            raise
        says = _QUOTED.sub(lambda quote: _original_text(quote, lower, text), str(refused))
        raise Refused(says) from None


def _read_foreign(lower: str, range_text: RangeText) -> str | None:
    """Return the EDTF of a date in another language; None where it is in none.

    Raises Refused where two languages read it as different dates, and for a day that there is not.
    """
    found, refusal = _readings(translate(lower), range_text)
    if len(found) > 1 and range_text.languages:
        found = _readings(translate(lower, range_text.languages), range_text)[0] or found
    if len(found) > 1:
        readings = " or ".join(reading_of(edtf) for edtf in found)
        raise Refused(
            f"{quote(range_text.text)} may be {readings}, by its language; write the month in"
            " English."
        )
    for edtf, notes in found.items():
        range_text.notes.extend(notes)
        return edtf
    if refusal is not None:
        typed = quote(range_text.text)  # not the translation
        raise Refused(_QUOTED.sub(lambda _: typed, str(refusal), count=1))
    return None


def _readings(
    translations: list[Translation], range_text: RangeText
) -> tuple[dict[str, list[str]], Refused | None]:
    """Return the dates that translations say, each with its notes, and why one is none."""
    found: dict[str, list[str]] = {}
    refusal: Refused | None = None
    for english, note in translations:
        attempt = replace(range_text, notes=[note] if note else [])
        try:
            found.setdefault(read_phrase(english, attempt), attempt.notes)
        except Refused as refused:
            if UNREADABLE not in str(refused):
                refusal = refused
    return found, refusal


def _original_text(quote: re.Match[str], lower: str, text: str) -> str:
    """Return a part of the phrase as it was written: the rules see it in lower case only."""
    start = lower.find(quote[1])
    return quote[0] if start < 0 else f"“{text[start : start + len(quote[1])]}{quote[2]}”"


def _extent(edtf: str, range_text: RangeText) -> tuple[str, Extent]:
    try:
        return read_edtf(edtf)
    except Refused as refused:
        if "ends before" in str(refused):
            says = "ends before it starts; exchange the dates."
        else:
            says = "cannot be read as a date; write it as 14 July 2025, July 2025 or 2025."
        raise Refused(f"{quote(range_text.text)} {says}") from None


def _sortable(day: Day | None) -> str | None:
    return sortable_day(day) if day is not None else None


def _refuse_dateless(text: str, range_text: RangeText) -> None:
    if not text:
        raise Refused("No date is given; leave the field empty if it is not known.")
    if text[0] in "123456789":
        return
    word = fold_word(text)
    says_nothing = text in ("-1", "0") or text.startswith("0000-00") or not word
    if word in UNDATED or (says_nothing and text != "../.."):
        raise Refused(
            f"{quote(range_text.text)} says the date is not known; leave the field empty."
        )


def _read_notation(text: str, range_text: RangeText) -> DateSpan:
    """Return a date in digits and signs: EDTF strictly, or a numeric date as people write it."""
    try:
        edtf, extent = read_edtf(text)
    except Refused as refused:
        edtf = _read_numbers(text, range_text, refused)
        extent = _extent(edtf, range_text)[1]
    return _date_span(edtf, extent, range_text, "T" in text and not _MIDNIGHT.fullmatch(text))


def _read_numbers(text: str, range_text: RangeText, refused: Refused) -> str:
    bare = text.rstrip("?~%")
    if re.fullmatch(r"[0/.-]+", bare):
        raise Refused(
            f"{quote(range_text.text)} says the date is not known; leave the field empty."
        )
    if found := _OPEN_END.fullmatch(text):
        return f"{found[1]}/"
    parts = read_numeric(bare, range_text.day_first)
    if parts:
        mark = text[len(bare) :]
        return edtf_of(parts) + ("%" if len(mark) > 1 else mark)
    if _TIMED.fullmatch(text):
        return read_phrase(text.lower(), range_text)
    raise refused


def _stands_alone(range_text: RangeText, edtf: str) -> bool:
    """Say whether the words say the same without published day and order of day and month."""
    if range_text.published is None and range_text.day_first is None:
        return True
    try:
        return read_date(range_text.text).edtf == edtf
    except Refused:
        return False


def describe_date(
    text: str, *, published: date | None = None, day_first: bool | None = None
) -> DateJson:
    """Return one text as the `date` command prints it; never raises, a refusal is `valid` False and
    why.

    >>> describe_date("2016-02-30")["valid"], describe_date("July 2025")["why"]
    (False, 'between 1 and 31 July 2025')
    """
    range_text = RangeText(text, published, day_first)
    try:
        found = _read(range_text)
    except Refused as refused:
        return DateJson(text=text, edtf="", first=None, last=None, valid=False, why=str(refused))
    reading = read_back(found.edtf, found.words)
    why = " ".join([f"{reading}.", *range_text.notes]) if range_text.notes else reading
    first, last = iso_day(found.first), iso_day(found.last)
    return DateJson(text=text, edtf=found.edtf, first=first, last=last, valid=True, why=why)


def parse_range(text: str) -> tuple[str | None, str | None]:
    """Return the first and last day of a RANGE: a date, or `A..B` where either may be missing.

    >>> parse_range("2019..June 2020"), parse_range("..2019"), parse_range("2025-07")
    (('2019-01-01', '2020-06-30'), (None, '2019-12-31'), ('2025-07-01', '2025-07-31'))
    """
    plain, first_is_day = text.strip(), typed_day_first()
    if ".." not in plain or is_edtf(plain):
        found = read_date(plain, None, first_is_day)
        return found.first, found.last
    low, _, high = plain.partition("..")
    first = read_date(low, None, first_is_day).first if low.strip() else None
    last = read_date(high, None, first_is_day).last if high.strip() else None
    if first is not None and last is not None and first > last:
        raise Refused(f"{quote(text)} ends before it starts; exchange the two dates.")
    return first, last
