"""What was understood of a date, told back: below a field and within a sentence.

`HistoricalDate` asks it; `spoken` holds the phrases themselves.
"""

from __future__ import annotations

import re

from db.dates.calendars.asian_dates import to_western
from db.dates.calendars.hijri import SIGHTING, read_hijri
from db.dates.calendars.solar_calendars import read_solar
from db.dates.days import DateSpan, Day, shift_day
from db.dates.edtf import read_edtf
from db.dates.lexicon import clean_line
from db.dates.phrasing.spoken import between_days, day_text, sentence_of
from db.errors import Refused

_PREPOSITIONS = frozenset((
    "on", "in", "at", "about", "around", "before", "after", "by", "since", "from", "until", "till",
    "between", "during", "possibly", "perhaps", "probably", "circa", "c.", "ca.", "approximately",
    "roughly", "not", "no", "prior", "later", "earlier", "throughout", "within", "up", "through",
))  # fmt: skip
#: Nouns that want an article in a sentence: "in the first half of July 2025".
_WITH_ARTICLE = re.compile(r"(?!the ).*\b(?:half|third|quarter|week|century|\d{3}0'?s)\b.*", re.I)


def in_sentence(date: DateSpan) -> str:
    """Return a date with the preposition that a sentence needs."""
    if not date.words:
        return sentence_of(date.edtf)
    opening = date.words.split()[0].lower()
    if opening in _PREPOSITIONS or not opening[0].isalnum() or not date.is_one():
        return date.words
    article = "the " if _WITH_ARTICLE.fullmatch(date.words) else ""
    return f"{'on' if date.first == date.last else 'in'} {article}{date.words}"


def read_back(edtf: str, words: str) -> str:
    """Return what was understood of a date, with a note where the words are of another calendar."""
    reading = reading_of(edtf)
    note = calendar_note(words) if words else ""
    return f"{reading} ({note})" if note else reading


def calendar_note(words: str) -> str:
    """Return what to add to the reading of words of another calendar, '' for others."""
    text = clean_line(words).lower()
    try:
        found = read_hijri(text)
        other = None if found else read_solar(text) or to_western(text)
    except Refused:
        return ""
    if other and other[1]:
        return f"{words}; {other[1][0].lower()}{other[1][1:-1]}"
    if found is None:
        return ""
    reckoned = "Umm al-Qura" if found[1] == SIGHTING else "reckoned arithmetically"
    return f"{words}, {reckoned}; a local sighting may differ by a day"


def reading_of(edtf: str) -> str:
    """Return a date as it was understood, in words."""
    extent = read_edtf(edtf)[1]
    first, last = extent.first, extent.last
    if first is None and last is None:
        return "open at both ends"
    if first is None and last is not None:
        return f"before {day_text(shift_day(last, 1))}"
    if last is None and first is not None:
        on = "/" in edtf
        return f"from {day_text(first)} on" if on else f"after {day_text(shift_day(first, -1))}"
    assert first is not None and last is not None
    return _closed_span_text(edtf, first, last)


def _closed_span_text(edtf: str, first: Day, last: Day) -> str:
    if edtf[0] not in "[{" and (edtf[-1] in "~%" or "/" in edtf):
        reading = sentence_of(edtf)
        return reading if reading != edtf else between_days(first, last)
    reading = f"on {day_text(first)}" if first == last else between_days(first, last)
    return f"{reading}, uncertain" if edtf[-1] == "?" else reading
