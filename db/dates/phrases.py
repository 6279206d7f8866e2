"""Takes apart what an officer writes ("late July", "before August", "1-4 July 2025") into EDTF.

Each rule is one row of `PHRASE_RULES`: how the phrase looks and what makes EDTF of it. What is left
when every word around it is gone is one date, which `parts`, `hijri` or `relative` reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from db.dates.calendars.hijri import read_hijri
from db.dates.calendars.solar_calendars import read_solar
from db.dates.days import Day, iso_of, shift_day
from db.dates.edtf import is_edtf, read_edtf
from db.dates.lexicon import ONGOING, UNKNOWN_END, quote
from db.dates.portions import read_portion, third_of
from db.dates.ranges import RangeText, are_halves, complete_sides, without_filler
from db.dates.relative import read_relative, with_year
from db.dates.single_dates import edtf_of, read_parts
from db.errors import Refused

UNREADABLE = (
    "cannot be read as a date; write it as 14 July 2025, July 2025, 2025, or with before, after,"
    " about or between."
)

Reader = Callable[[re.Match[str], RangeText], str | None]


def read_phrase(text: str, range_text: RangeText) -> str:
    """Return the EDTF of a phrase in lower case; raises Refused in one sentence.

    >>> read_phrase("late july 2025", RangeText("late July 2025"))
    '[2025-07-21..2025-07-31]'
    """
    if _EDTF_SHAPE.fullmatch(text.upper()) and is_edtf(text.upper()):
        return read_edtf(text.upper())[0]
    for pattern, reader in phrase_rules():
        found = pattern.fullmatch(text)
        edtf = reader(found, range_text) if found else None
        if edtf is not None:
            return edtf
    edtf = _one_date(text, range_text)
    if edtf is None:
        raise Refused(f"{quote(range_text.text)} {UNREADABLE}")
    return edtf


def _one_date(text: str, range_text: RangeText) -> str | None:
    """Return a day, month or year with nothing around it."""
    bare = without_filler(text)
    refusal: Refused | None = None
    try:
        parts = read_parts(bare, range_text.day_first)
        if parts:
            return edtf_of(with_year(parts, range_text.published, range_text.text))
    except Refused as refused:
        refusal = refused
    # "March 3-5" looks like a year of two digits until the hyphen is seen to join two days.
    if joined := _HYPHENATED.fullmatch(bare):
        edtf = _join_halves(joined, range_text)
        if edtf is not None:
            return edtf
    if refusal:
        raise refusal
    return (
        _other_calendar(bare, range_text)
        or read_relative(text, range_text.published)
        or read_relative(bare, range_text.published)
    )


def _other_calendar(text: str, range_text: RangeText) -> str | None:
    for read in (read_hijri, read_solar):
        if found := read(text, range_text.day_first):
            range_text.notes.append(found[1])
            return found[0]
    return None


def _join_halves(found: re.Match[str], range_text: RangeText) -> str | None:
    if are_halves(found[1], found[2], range_text):
        return _pair(found[1], found[2], range_text, "{}/{}")
    try:
        return _pair(found[1], found[2], range_text, "{}/{}")
    except Refused:
        return None


def _pair(low: str, high: str, range_text: RangeText, form: str) -> str:
    """Return two dates in one frame; one says what the other leaves out ("1-4 July 2025")."""
    if low in UNKNOWN_END or high in UNKNOWN_END or high in ONGOING:
        return _half_open(low, high, range_text)
    start, end = complete_sides(low, high, range_text)
    return form.format(_side(start, range_text, 0), _side(end, range_text, 1))


def _half_open(low: str, high: str, range_text: RangeText) -> str:
    start = "" if low in UNKNOWN_END else _side(low, range_text, 0)
    if high in UNKNOWN_END or high in ONGOING:
        return f"{start}/{'' if high in UNKNOWN_END else '..'}"
    return f"{start}/{_side(high, range_text, 1)}"


def _side(text: str, range_text: RangeText, place: int) -> str:
    """Return one side of a range as a plain date: of a set, its first or its last day."""
    edtf = read_phrase(text, range_text)
    if edtf[0] not in "[{" and "/" not in edtf:
        return edtf
    extent = read_edtf(edtf)[1]
    day = extent.core_last if place else extent.core_first
    if day is None:
        raise _unreadable_range(range_text)
    return iso_of(day) + ("~" if "~" in edtf else "")


def _unreadable_range(range_text: RangeText) -> Refused:
    return Refused(
        f"{quote(range_text.text)} has a side that is open already; write both dates in full."
    )


def _marking(mark: str) -> Reader:
    """Return a reader that puts `?` or `~` on every date of what it stands before."""

    def read(found: re.Match[str], range_text: RangeText) -> str | None:
        edtf = read_phrase(found[1].strip(), range_text)
        return _DATE.sub(lambda date: _with_mark(date[0], mark), edtf)

    return read


def _with_mark(edtf: str, mark: str) -> str:
    if edtf[-1] in "?~%":
        return edtf if edtf[-1] in (mark, "%") else edtf[:-1] + "%"
    return edtf + mark


def _before(found: re.Match[str], range_text: RangeText) -> str:
    edtf = read_phrase(found[1], range_text)
    extent = read_edtf(edtf)[1]
    if edtf[-1] in "~%":
        return (
            f"[..{edtf}]" if edtf[0] != "[" else f"[..{_bound_text(extent.core_last, range_text)}]"
        )
    return f"[..{_bound_text(extent.core_first, range_text, -1)}]"


def _after(found: re.Match[str], range_text: RangeText) -> str:
    edtf = read_phrase(found[1], range_text)
    extent = read_edtf(edtf)[1]
    if edtf[-1] in "~%":
        return (
            f"[{edtf}..]" if edtf[0] != "[" else f"[{_bound_text(extent.core_first, range_text)}..]"
        )
    return f"[{_bound_text(extent.core_last, range_text, 1)}..]"


def _bound_text(day: Day | None, range_text: RangeText, step: int = 0) -> str:
    if day is None:
        raise _unreadable_range(range_text)
    return iso_of(shift_day(day, step))


def _until(found: re.Match[str], range_text: RangeText) -> str:
    return f"[..{_side(found[1], range_text, 1)}]"


def _or_later(found: re.Match[str], range_text: RangeText) -> str:
    return f"[{_side(found[1], range_text, 0)}..]"


def _unknown_end(found: re.Match[str], range_text: RangeText) -> str:
    """Read an open end: "2019–" says when it began; that it goes on still is not said."""
    return f"{_side(found[1], range_text, 0)}/"


def _unknown_start(found: re.Match[str], range_text: RangeText) -> str:
    return f"/{_side(found[1], range_text, 1)}"


def _since(found: re.Match[str], range_text: RangeText) -> str:
    return f"{_side(found[1], range_text, 0)}/.."


def _either(found: re.Match[str], range_text: RangeText) -> str:
    start, end = complete_sides(found[1], found[2], range_text)
    return f"[{_side(start, range_text, 0)},{_side(end, range_text, 1)}]"


def _all_of(found: re.Match[str], range_text: RangeText) -> str | None:
    """Read a set of days of one month: "21, 22 and 23 February 2010"."""
    last = _one_date(found[2], range_text)
    if last is None or not _DAY_EDTF.fullmatch(last):
        return None
    days = (f"{last[:-2]}{int(day):02}" for day in re.findall(r"\d+", found[1]))
    return f"{{{','.join([*days, last])}}}"


def _both(found: re.Match[str], range_text: RangeText) -> str:
    """Read a set: "4 and 5 July 2025" is all of a set, not one of it."""
    start, end = complete_sides(found[1], found[2], range_text)
    return f"{{{_side(start, range_text, 0)},{_side(end, range_text, 1)}}}"


def _daytime(found: re.Match[str], range_text: RangeText) -> str:
    return read_phrase(found[1], range_text)


def _between(found: re.Match[str], range_text: RangeText) -> str:
    return _pair(found[1], found[2], range_text, "[{}..{}]")


def _from_to(found: re.Match[str], range_text: RangeText) -> str:
    return _pair(found[1], found[2], range_text, "{}/{}")


def _third(found: re.Match[str], range_text: RangeText) -> str:
    edtf = third_of(found[1], read_phrase(found[2], range_text))
    if edtf is None:
        raise Refused(
            f"{quote(range_text.text)} cannot be divided so; early, mid and late go with a month, "
            "a year, a decade or a century."
        )
    return edtf


def _some(found: re.Match[str], range_text: RangeText) -> str:
    """Read an unknown part: "Some day in June 2004" is 2004-06-XX."""
    edtf = read_phrase(found[2], range_text)
    steps = {"day": 3, "month": 2}[found[1]] - edtf.lstrip("-").count("-") - 1
    if not edtf.lstrip("-").replace("-", "").isdecimal() or steps < 1:
        raise Refused(
            f"{quote(range_text.text)} needs a month or a year after it, as in June 2004."
        )
    return edtf + "-XX" * steps


def _with_time(found: re.Match[str], range_text: RangeText) -> str:
    if int(found[2]) > 24 or int(found[3]) > 59:
        raise Refused(f"{quote(range_text.text)} has no such time of day; hours end at 24:00.")
    range_text.notes.append("The time of day stays in the words.")
    return read_phrase(found[1], range_text)


def _portion(found: re.Match[str], range_text: RangeText) -> str | None:
    """Return a half, quarter, week, season, decade or century, with what reads the rest."""
    return read_portion(found[0], lambda text: read_phrase(text, range_text))


_DAY_EDTF = re.compile(r"\d{4}-\d{2}-\d{2}")
_EDTF_SHAPE = re.compile(r"[0-9XYES\-/.,?~%\[\]{}]*[0-9X][0-9XYES\-/.,?~%\[\]{}]*")
_HYPHENATED = re.compile(r"([^-]+)-([^-]+)")
_DATE = re.compile(r"Y?-?[0-9X]{4,}(?:E\d+)?(?:S\d+)?(?:-[0-9X]{2}){0,2}[?~%]?")

PHRASE_RULES: tuple[tuple[str, Reader], ...] = (
    (r"(?:in |some ?time )?between (.+?) (?:and|&|to|-|–) (.+)", _between),
    (r"from (.+?)(?: to | until | till | up to | through | - | ?– ?)(.+)", _from_to),
    (r"(?:from|since|starting|beginning|as from) (?!of )(.+?)"
     r"(?: on| onwards?| forward| [-–])?", _since),
    (r"(?:possibly|perhaps|probably|maybe|presumably|likely|uncertain:?) (.+)", _marking("?")),
    (r"(.+?) ?(?:\?|\(\?\)|\(uncertain\))", _marking("?")),
    (r"(?:(?:about|around|approximately|circa|roughly|some ?time (?:around|about)|on or about"
     r"|abt\.?|est\.?|estimated) |(?:approx\.?|ca?\.|ca?(?= ?\d)|ca? |~|≈) ?)(.+)",
     _marking("~")),
    (r"(.+?) (?:or so|approximately|approx\.?|or thereabouts|\(approx\.?\))", _marking("~")),
    (r"(?:before|by|until|prior to) (?:the )?end of (.+)", _until),
    (r"(?:after|following) (?:the )?end of (.+)", _after),
    (r"(?:before|bef\.?|prior to|earlier than|<) ?(.+)", _before),
    (r"(?:after|aft\.?|later than|following|>) ?(.+)", _after),
    (r"(?:until|till|to|up to|by|(?:not|no) later than|through|on or before) (.+)", _until),
    (r"(.+?) (?:or|and) (?:earlier|before)", _until),
    (r"(?:on or after|(?:not|no) (?:earlier|before)(?: than)?) (.+)", _or_later),
    (r"(.+?) (?:or|and) (?:later|after)", _or_later),
    (r"(.+?) (?:onwards?|and onwards)", _since),
    (r"(?:the )?(?:northern |southern )?(?:spring|summer|autumn|fall|winter)"
     r"(?: of)?,? \d{4}(?: ?[-/–] ?\d{2,4})?", _portion),
    (r"(.+?)(?: to | until | till | through | thru | - | ?– ?)(.+)", _from_to),
    (r"(.+?) ?[-–]", _unknown_end),
    (r"[-–] ?(.+)", _unknown_start),
    (r"(.+?) or (.+)", _either),
    (r"(\d{1,2}(?:, ?\d{1,2})+),? (?:and|&) (.+)", _all_of),
    (r"(.+?) (?:and|&) (.+)", _both),
    (r"(?!last |this )(.+?),? (?:morning|afternoon|evening|night)", _daytime),
    (r"(?:on |in |at |during )?(?:the |very )*(early|beginning|start|mid|middle|late|end)"
     r"(?: in| of|-part of|)(?: the|)[ -](.+)", _third),
    (r"some (day|month) (?:in|of) (.+)", _some),
    (r"(.+?)(?:,? at |,? | t|t)(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
     r" ?(?:[ap]\.?m\.?|z|utc|gmt|hours|hrs|local time"
     r"|pkt|ist|gst|msk|jst|est|edt|et|pst|pdt|bst|cet|cest|eet|[+-]\d{2}:?\d{2})?", _with_time),
    (r"(\d{8})t(\d{2})(\d{2})(?:\d{2})?z?", _with_time),
    (r".+", _portion),
)  # fmt: skip


@cache
def phrase_rules() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the rules, compiled when the first phrase is read."""
    return tuple((re.compile(pattern), reader) for pattern, reader in PHRASE_RULES)
