"""Finds dates in words within a sentence and resolves them by the day of publication: "earlier this
month", "back in July", "on Monday", "will visit in November". Events and agreements ask it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from db.dates import HistoricalDate
from db.errors import Refused
from db.intake.text.date_bounds import (
    BOUNDS,
    RELATIVE_DAYS,
    as_bound,
    end_of_period,
    relative_day,
    split_bound,
)

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
)
_WEEKDAYS = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Mon\.?|Tues?\.?|Wed\.?|Thurs?\.?|Fri\.?|Sat\.?|Sun\.?"
)
_FULL_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_TO = r"\s?(?:-|–|—|to|until|till|through|and|&)\s?"
_COUNT = (
    r"(?:\d{1,3}|[Aa]|[Aa]n|[Oo]ne|[Tt]wo|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_PART = (
    r"(?:(?:very\s)?(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]"
    r"|(?:the\s)?(?:beginning|start|middle|end)\sof\s(?:the\s)?)"
)
_UNIT = "week|month|year"

#: Months as other languages and calendars call them; read with a day and a year alone.
_OTHER_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember"
    "|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro"
)
_HIJRI_MONTHS = (
    r"Muharram|Safar|Rabi[’'`]?\s(?:al-|ul-|II|I)?\w+|Jumada\s\S+|Rajab|Sha[’'`]?ban|Ramadan|Shawwal"
    r"|Dhu\sal-\w+|Dhul?-?\w+|Zul?-?[Hh]ij\w+|Zil\w+"
)

#: Each a shape of dates, the longer first; a month or a year alone needs a word before it.
_SHAPES = (
    RELATIVE_DAYS,
    BOUNDS,
    rf"(?:[Bb]y|[Bb]efore|[Uu]ntil)\s{_PART}(?:{_MONTHS})(?:,?\s{_YEAR})?(?!\s?\d)",
    rf"\d{{1,2}}\.?\s(?:de\s)?(?:{_OTHER_MONTHS})\s(?:de\s)?{_YEAR}",
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_HIJRI_MONTHS}),?\s1[34]\d\d|(?:{_HIJRI_MONTHS})\s\d{{1,2}},\s1[34]\d\d",
    rf"(?:{_MONTHS})\s\d{{1,2}}/{_YEAR}",
    r"(?:[Ii]n\s|[Ss]ince\s|[Dd]uring\s)?the\s(?:early\s|late\s|mid-)?(?:1[89]|20)\d0s",
    rf"(?:[Aa]bout|[Aa]round|[Cc]irca)\s{_YEAR}(?=$|[.,;)]|\s(?:and|when|but|by|in|to)\b)",
    rf"{_YEAR}-[01]\d-[0-3]\d",
    rf"(?:[Ff]rom\s)?{_DAY}\s(?:{_MONTHS})(?:,?\s{_YEAR})?\s?(?:-|–|—|to|until|through)\s?{_DAY}\s(?:of\s)?(?:{_MONTHS})(?:,?\s{_YEAR})?",
    rf"(?:[Ff]rom\s)?(?:{_MONTHS})\s{_DAY}\s?(?:-|–|—|to|until|through)\s?(?:{_MONTHS})\s{_DAY}(?:,?\s{_YEAR})?",
    rf"(?:[Ff]rom\s)?(?:the\s)?{_DAY}{_TO}(?:the\s)?{_DAY}\s(?:of\s)?(?:{_MONTHS})(?:,?\s{_YEAR})?",
    rf"(?:[Ff]rom\s)?(?:{_MONTHS})\s{_DAY}{_TO}{_DAY}(?:,?\s{_YEAR})?",
    rf"(?:(?:{_WEEKDAYS}),?\s)?(?:the\s)?{_DAY}(?:\sday)?\s(?:of\s)?(?:{_MONTHS})(?:,?\s{_YEAR})?(?!\d)",
    rf"(?:(?:{_WEEKDAYS}),?\s)?(?:{_MONTHS})\s(?:the\s)?{_DAY}(?:,?\s{_YEAR})?(?![\d,]\d)",
    rf"(?:the\s)?(?:first|second|third|fourth|last|latter|1st|2nd|3rd|4th)\s(?:week|half|days|quarter|decade)\sof\s(?:{_MONTHS}|{_YEAR}|this\syear|next\syear|last\syear|(?:next|this|last)\smonth)(?:,?\s{_YEAR})?",
    rf"{_PART}(?:{_MONTHS})(?:,?\s{_YEAR})?(?!\s?\d)",
    rf"(?:[Ff]rom\s|[Bb]etween\s)?(?:{_MONTHS}){_TO}(?:{_MONTHS})\s{_YEAR}",
    rf"(?:[Ff]rom|[Bb]etween)\s{_YEAR}{_TO}{_YEAR}",
    rf"(?:[Nn]ext|[Ll]ast)\s(?:{_FULL_WEEKDAYS})\sand\s(?:{_FULL_WEEKDAYS})",
    r"(?:[Oo]ver|[Dd]uring|[Aa]t)\sthe\s(?:past\s|last\s)?weekend|[Ll]ast\sweekend",
    rf"{_PART}(?:(?:this|next|last)\s(?:{_UNIT})|{_YEAR}s?)",
    rf"(?:[Ii]n\s|[Bb]ack\sin\s)?(?:{_MONTHS}),?\s(?:of\s)?(?:this\syear|last\syear|next\syear|{_YEAR})",
    rf"(?:[Ee]arly|[Ee]arlier|[Ll]ater|[Ll]ate|[Bb]ack)\s(?:in\s)?(?:this|last|next)\s(?:week|month|year|summer|autumn|spring|winter|{_FULL_WEEKDAYS}|{_MONTHS})",
    rf"(?:(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:{_FULL_WEEKDAYS}),?\s)?(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\sprevious|the\spast|the\scoming)\s(?:{_UNIT}|weekend|summer|autumn|fall|spring|winter|{_FULL_WEEKDAYS}|(?:{_MONTHS})(?!\s\d))\b",
    r"(?:[Ee]arlier|[Ll]ater)\s(?:today|on\s(?:in\sthe\s)?day)|the\sday\s(?:before\syesterday|after\stomorrow)"
    r"|[Tt]his\s(?:morning|afternoon|evening)|last\snight|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight",
    rf"(?:[Oo]n\s|[Ll]ate\s|[Ee]arly\s)?(?:{_FULL_WEEKDAYS})(?:\s(?:morning|afternoon|evening|night))?",
    rf"{_COUNT}\s(?:days?|weeks?|months?|years?)\s(?:ago|earlier|from\snow)",
    rf"[Ii]n\s{_COUNT}\s(?:days|weeks|months|years)(?:'\stime)?",
    rf"(?:spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}",
    rf"(?:first|second|third|fourth)\s(?:quarter|half)\s(?:of\s)?{_YEAR}|Q[1-4]\s{_YEAR}",
    r"[0-3]?\d[./][01]?\d[./](?:19|20)\d\d",
    rf"(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|of|[Bb]ack\sin|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his|before|after|from|for|through)[\s-](?:the\smonth\sof\s)?(?:{_MONTHS})(?!\s?\d|\w)(?!\.?\s?(?:\d|{_YEAR}))",
    rf"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|before|after|during|of|from)\s{_YEAR}(?![\d/-])",
)  # fmt: skip
_MONTH_ALONE = re.compile(
    rf"(?:in|since|during|by|until|of|back in|early|late|mid|this|before|after|from|for|through)"
    rf"[\s-](?:the month of )?({_MONTHS})",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(rf"(?:in|during|of|from) ({_YEAR})", re.IGNORECASE)
_LEADS = re.compile(rf"^(?!in {_COUNT} )(?:on|in|back in|during|of|the month of) ", re.IGNORECASE)
_FROM_RANGE = re.compile(r"^[Ff]rom (?=.*\d\s?[-–—]\s?\d)")
_HAS_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_WHOLE_SET = re.compile(r"\[(\d{4})-(\d\d)-(\d\d)\.\.(\d{4})-(\d\d)-(\d\d)\]")
_CLOCK = re.compile(r"(?<!this)(?<!This)(?<!last)(?<!Last)\s(?:morning|afternoon|evening|night)$")
#: A day without a year that lay so long ago and comes so soon again is the one to come.
FAR_PAST_DAYS, NEAR_FUTURE_DAYS = 270, 75
#: A day that lay so few days ago is meant even in a sentence about what will be.
RECENT_DAYS = 20
#: A range that began so few days ago may go on still.
MAX_RANGE_DAYS = 10


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in words: where it stands, and what it is as EDTF with its first and last day."""

    start: int
    end: int
    words: str
    edtf: str
    first: str
    last: str

    @property
    def is_bound(self) -> bool:
        """Say whether it bounds when something was, and tells no day of it: "since 2020"."""
        return self.words.lower().startswith(("since ", "until ", "till ", "before ", "after "))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w$€£.,])(?:" + "|".join(f"(?:{each})" for each in _SHAPES) + r")(?!\w)"
    )


def find_dates(
    plain: str,
    start: int,
    end: int,
    published: date | None,
    future: bool = False,
    anchor: date | None = None,
) -> list[DateMention]:
    """Return the dates of a part of a text; `anchor` is the day told of last, that of publication
    if none was.

    >>> text = "He met her back in July and will visit on 3-4 November 2025."
    >>> [each.edtf for each in find_dates(text, 0, len(text), date(2025, 9, 15))]
    ['2025-07', '2025-11-03/2025-11-04']
    """
    found: list[DateMention] = []
    anchor = anchor or published
    for match in _pattern().finditer(plain, start, end):
        words = " ".join(match.group().split())
        reading = relative_day(words, anchor) or resolve_date(words, published, future)
        if reading is None:
            continue
        if reading[1] == reading[2]:
            anchor = date.fromisoformat(reading[1])
        mention = DateMention(match.start(), match.end(), words, *reading)
        gap = plain[found[-1].end : mention.start] if found else ""
        if found and gap.strip() == "(" and len(gap) <= 2 and mention.first == mention.last:
            # "today (May 19, 2025)": the bracket says which day that was
            before = found[-1]
            found[-1] = DateMention(before.start, before.end, before.words, *reading)
            continue
        found.append(mention)
    return found


_TWO_WEEKDAYS = re.compile(rf"((?:next|last) )({_FULL_WEEKDAYS}) and ({_FULL_WEEKDAYS})", re.I)


def _weekend(published: date) -> tuple[str, str, str]:
    """Return the last Saturday and Sunday before a day, or round it."""
    sunday = published - timedelta(days=(published.weekday() + 1) % 7)
    saturday = sunday - timedelta(days=1)
    return f"{saturday}/{sunday}", saturday.isoformat(), sunday.isoformat()


def _two_days(
    days: re.Match[str], published: date | None, future: bool
) -> tuple[str, str, str] | None:
    """Return "next Monday and Tuesday" as one range."""
    first = resolve_date(days[1] + days[2], published, future)
    second = resolve_date(days[1] + days[3], published, future)
    if first is None or second is None or second[1] < first[1]:
        return first
    return f"{first[0]}/{second[0]}", first[1], second[2]


@lru_cache(maxsize=1 << 12)
def resolve_date(
    words: str, published: date | None, future: bool = False
) -> tuple[str, str, str] | None:
    """Return EDTF, first and last day of a date in words; None if it cannot be told.

    >>> resolve_date("in November", date(2025, 9, 15), True)
    ('2025-11', '2025-11-01', '2025-11-30')
    >>> resolve_date("earlier this month", date(2025, 9, 15))
    ('2025-09', '2025-09-01', '2025-09-15')
    """
    word, bounded = split_bound(words)
    if word:
        return _read_bound(word, bounded, published, future)
    text = _ORDINAL.sub("", _CLOCK.sub("", words))
    text = re.sub(r"^(?:in|during) the (?=\S*\s?\d{3}0s)", "", text, flags=re.IGNORECASE)
    text = text.replace("latter half", "second half").removeprefix("the ")
    if "weekend" in text.lower() and published is not None:
        return _weekend(published)
    days = _TWO_WEEKDAYS.fullmatch(text)
    if days:
        return _two_days(days, published, future)
    alone = _MONTH_ALONE.fullmatch(text)
    if alone and not text.lower().startswith(("since", "by", "until", "before", "after", "from")):
        part = text.split("-")[0].split()[0].lower()
        text = f"{part} {alone[1]}" if part in ("early", "late", "mid", "this") else alone[1]
    year = _YEAR_ALONE.fullmatch(text)
    if year:
        text = year[1]
    text = _LEADS.sub("", text).replace("this coming", "next")
    text = _FROM_RANGE.sub("", text)
    for lead in ("earlier ", "late ", "early "):
        if text.lower() in (f"{lead}today", f"{lead}on in the day", f"{lead}on day"):
            text = "today"
        elif re.fullmatch(rf"{lead}(?:{_FULL_WEEKDAYS})", text, re.IGNORECASE):
            text = text[len(lead) :]
    text = re.sub(r"^(?:earlier|back) (?:in )?(last (?:month|week|year|\w+))$", r"\1", text)
    text = re.sub(r"^(?:later|late) (next \w+)$", r"\1", text)
    text = re.sub(r"^(?:earlier|later) this (?=[A-Z])", "", text)
    text = re.sub(
        rf"\b({_MONTHS}),? (?:of )?this year", rf"\1 {published.year}" if published else r"\1", text
    )
    if published is not None:
        text = re.sub(rf"\b({_MONTHS}),? (?:of )?last year", rf"\1 {published.year - 1}", text)
        text = re.sub(rf"\b({_MONTHS}),? (?:of )?next year", rf"\1 {published.year + 1}", text)
    reading = _parse(text, published)
    if reading is None:
        return None
    if published is not None and not _HAS_YEAR.search(text):
        reading = _turn_to_future(text, reading, published, future)
    return _simple(reading, words)


def _read_bound(
    word: str, text: str, published: date | None, future: bool
) -> tuple[str, str, str] | None:
    """Return the date behind "by", "before" or "since"; by and before mean one to come."""
    is_past = word in ("since", "after")
    reading = end_of_period(text, published)
    if reading is None:
        lead = "in " if re.fullmatch(rf"{_MONTHS}|{_YEAR}", text) else ""
        reading = resolve_date(lead + text, published, future or not is_past)
    if reading is None:
        return None
    return as_bound(word, reading, published)


def _parse(text: str, published: date | None) -> HistoricalDate | None:
    try:
        found = HistoricalDate.parse(text, published=published)
    except (Refused, ValueError, OverflowError):
        return None
    return found if found.first and found.last else None


def _turn_to_future(
    text: str, reading: HistoricalDate, published: date, future: bool
) -> HistoricalDate:
    """Return the date to come of the same words where the sentence speaks of what will be."""
    last = date.fromisoformat(reading.last or "")
    is_turned = _is_weekday(text) or (future and re.search(r"\d", text) is None)
    if last >= published or ((published - last).days <= RECENT_DAYS and not is_turned):
        return reading
    low = text.lower()
    if _is_weekday(text):
        if not future:
            return reading
        day = last + timedelta(days=7)
        return _parse(day.isoformat(), published) or reading
    if not re.search(rf"\b(?:{_MONTHS})", text) or low.startswith("last "):
        return reading
    later = _parse(_with_year(text, last.year + 1), published)
    if later is None:
        return reading
    if future:
        return later
    coming = date.fromisoformat(later.first or "") - published
    is_far = (published - last).days > FAR_PAST_DAYS and re.search(r"\d", text) is not None
    if is_far and -MAX_RANGE_DAYS <= coming.days < NEAR_FUTURE_DAYS:
        return later
    return reading


def _is_weekday(text: str) -> bool:
    return re.fullmatch(rf"(?:{_FULL_WEEKDAYS})", text, re.IGNORECASE) is not None


def _with_year(text: str, year: int) -> str:
    bare = re.sub(r"^(?:this|next) ", "", text)
    if re.search(rf"(?:{_MONTHS}) \d", bare):
        return f"{bare}, {year}"
    return f"{bare} {year}"


def _simple(reading: HistoricalDate, words: str) -> tuple[str, str, str]:
    """Return "earlier this month" as the month; other dates as they are."""
    edtf, first, last = reading.edtf, reading.first or "", reading.last or ""
    is_part = words.lower().startswith(("earlier this", "later this"))
    if is_part and "month" in words:
        edtf = first[:7]
    elif is_part and "year" in words:
        edtf = first[:4]
    return edtf, first, last
