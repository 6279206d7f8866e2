"""The turns of phrase of paper: terms of office, sums, ages, languages; every form asks them.

Pure: the day that counts is always an argument, as an ISO day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from db import HistoricalDate, country_name, language_name, today, write_day
from desktop.paper.content.isolates import isolate

MAX_FRESH_DAYS: Final = 90  # days after which a record should be looked at again

_ENDS: Final = {
    "ongoing": "",
    "ended": "ended, day not stated",
    "ended-unknown": "ended, day not known",
    "unknown": "end not known",
}
# What a date may begin with by itself, so that no second word is put before it.
_OPENINGS: Final = (
    "since", "from", "until", "before", "after", "by ", "on or", "between", "not ",
)  # fmt: skip


_DAYS: Final = re.compile(
    r"(?P<day>\d{1,2}) (?P<month>[^\W\d_]+) (?P<year>\d+) – "
    r"(?P<last>\d{1,2} (?P<last_month>[^\W\d_]+) (?P<last_year>\d+))"
)


#: Words that a citation may have: a part of a year that has a name, in the common calendar.
_NAMED_SPAN: Final = re.compile(
    r"(?:the )?(?:early|mid|middle of|late|end of|beginning of|spring|summer|autumn|winter"
    r"|(?:first|second) half of|\w+ quarter of)[ -](?:[a-z]+ )?\d{4}",
    re.I,
)


def capital(text: str) -> str:
    """Return one of our own words, or of a closed list, with its first letter large.

    What an officer wrote is never passed through here: its first letter is theirs.

    >>> capital("memorandum of understanding")
    'Memorandum of understanding'
    """
    return text[:1].upper() + text[1:]


def join_parts(parts: Iterable[str], between: str = ", ") -> str:
    """Return the parts that say something; one of the other direction is enclosed.

    >>> join_parts(["Lahore", "", "Pakistan"])
    'Lahore, Pakistan'
    >>> join_parts(["Lahore", "لاہور"]) == "Lahore, \\u2068لاہور\\u2069"
    True
    """
    return between.join(isolate(part) for part in parts if part)


def date_phrase(known: HistoricalDate | None) -> str:
    """Return a date as known, for a label or a cell; empty where there is none."""
    return known.phrase() if known else ""


def spoken_in(known: HistoricalDate | None) -> str:
    """Return a date as known, with the preposition that a sentence needs; a remark stands as it is.

    >>> spoken_in(HistoricalDate.parse("July 2025"))
    'in July 2025'
    >>> spoken_in(HistoricalDate("2025-09~", None, None, "recently, as of 15 September"))
    'recently, as of 15 September'
    """
    if known is None:
        return ""
    return known.words if "," in known.words else known.spoken_in()


def span(text: str) -> str:
    """Return two days as one span, without what both have alike; another text stands as it is.

    >>> span("22 May 1953 – 25 May 1953"), span("31 October 1974 – 1 November 1974")
    ('22–25 May 1953', '31 October – 1 November 1974')
    >>> span("December 1974 – 1976")
    'December 1974 – 1976'
    """
    found = _DAYS.fullmatch(text)
    if found is None or found["year"] != found["last_year"]:
        return text
    if found["month"] == found["last_month"]:
        return f"{found['day']}–{found['last']}"
    return f"{found['day']} {found['month']} – {found['last']}"


def treaty_date(known: HistoricalDate | None, style: str = "month-first") -> str:
    """Return a date as Treaties in Force (US Department of State) prints it, or in another style;
    one known less as a phrase.

    >>> [treaty_date(HistoricalDate.parse(text)) for text in ("2021-06-12", "June 2021")]
    ['June 12, 2021', 'in June 2021']
    >>> treaty_date(HistoricalDate.parse("2021-06-12"), "long")
    '12 June 2021'
    """
    if known is None:
        return ""
    if known.words or not known.certain_on() or not (known.first or "")[:1].isdecimal():
        return spoken_in(known)
    year, month, day = known.edtf.split("-")
    return write_day(int(day), int(month), year, style)


def proper_date(known: HistoricalDate | None) -> HistoricalDate | None:
    """Return a date without the words it was given in, if they say more than a date or are of
    another calendar; None of words that were not understood.

    >>> words = "recently, as of 15 September 2025"
    >>> proper_date(HistoricalDate("2025-09~", "2025-08-01", "2025-10-31", words)).phrase()
    'about September 2025'
    >>> proper_date(HistoricalDate.parse("late July 2025")).phrase()
    'late July 2025'
    """
    if known is None or not known.edtf:
        return None
    is_short = known.is_one() and not known.certain_on() and _NAMED_SPAN.fullmatch(known.words)
    return known if is_short else replace(known, words="")


def open_date_phrase(word: str, known: HistoricalDate) -> str:
    """Return a date after "since" or "until", unless it brings such a word itself.

    >>> open_date_phrase("since", HistoricalDate.parse("2022")), open_date_phrase("since", HistoricalDate.parse("2022/.."))
    ('since 2022', 'since 2022')
    """  # noqa: E501
    phrase = known.phrase()
    return phrase if phrase.casefold().startswith(_OPENINGS) else f"{word} {phrase}"


def term(
    since: HistoricalDate | None, until: HistoricalDate | None, end_state: str = ""
) -> tuple[str, str]:
    """Say how long something lasted, and what is not known of it.

    `end_state` is a tenure's; '' is for what has none: a rank, a name, a parent.

    >>> term(HistoricalDate.parse("2019"), HistoricalDate.parse("2022"), "ended")
    ('2019 – 2022', '')
    >>> term(HistoricalDate.parse("2022"), None, "unknown")
    ('since 2022', 'end not known')
    >>> term(None, None, "ongoing")
    ('', 'start not known')
    """
    if since and until:
        return f"{since.phrase()} – {until.phrase()}", ""
    if since:
        over = end_state in ("ended", "ended-unknown")
        return open_date_phrase("from" if over else "since", since), _ENDS.get(end_state, "")
    if until:
        return open_date_phrase("until", until), "start not known" if end_state else ""
    ends = _ENDS.get(end_state, "")
    return "", join_parts(["start not known" if end_state else "", ends])


def begins_after(known: HistoricalDate | None, day: str) -> bool:
    """Say whether something certainly begins only after a day.

    >>> begins_after(HistoricalDate.parse("2026"), "2025-12-31"), begins_after(None, "2025-12-31")
    (True, False)
    """
    return known is not None and known.first is not None and known.first > day


def is_later(known: HistoricalDate | None, day: str) -> bool:
    """Say whether something has happened since a day: a sheet of that day tells none of it. What is
    still to come was agreed before.

    >>> is_later(HistoricalDate.parse("2020"), "2019-12-31")
    True
    >>> is_later(HistoricalDate.parse("9020"), "2019-12-31")
    False
    """
    return begins_after(known, day) and not begins_after(known, today())


def known_by(known: HistoricalDate | None, day: str) -> HistoricalDate | None:
    """Return a date as a sheet of a day may tell it: None where it lay ahead of a day past."""
    return None if is_later(known, day) else known


def day_text(day: str) -> str:
    """Return a day in words.

    >>> day_text("2026-11-23")
    '23 November 2026'
    """
    return HistoricalDate.of_day(day).phrase()


def age_in_days(day: str, now: str) -> int:
    """Return the days from one ISO day to another, never below 0."""
    return max(0, (date.fromisoformat(now) - date.fromisoformat(day[:10])).days)


def check_phrase(day: str | None, now: str) -> str:
    """Say how long ago a record was checked.

    >>> check_phrase("2026-08-19", "2026-11-23"), check_phrase("2026-11-22", "2026-11-23")
    ('checked 96 days ago — verify', 'checked yesterday')
    >>> check_phrase(None, "2026-11-23"), check_phrase("2026-11-23", "2026-11-23")
    ('never checked — verify', 'checked today')
    """
    if not day:
        return "never checked — verify"
    days = age_in_days(day, now)
    if days == 0:
        return "checked today"
    phrase = "checked yesterday" if days == 1 else f"checked {days:,} days ago"
    return f"{phrase} — verify" if days > MAX_FRESH_DAYS else phrase


def checked_all(days: Sequence[str | None], now: str) -> str:
    """Say how long ago the records of a list were checked, and how many never were.

    >>> checked_all(["2026-08-19", "2026-11-22", None], "2026-11-23")
    'checked 1 to 96 days ago, 1 of 3 never — verify'
    >>> checked_all([None, None], "2026-11-23"), checked_all([], "2026-11-23")
    ('never checked — verify', '')
    >>> checked_all(["2026-11-22", "2026-11-22"], "2026-11-23")
    'checked yesterday'
    """
    known = [day for day in days if day]
    if not days or not known or (len(set(known)) == 1 and len(known) == len(days)):
        return check_phrase(known[0] if known else None, now) if days else ""
    newest, oldest = age_in_days(max(known), now), age_in_days(min(known), now)
    ages = f"{newest:,} to {oldest:,} days ago" if newest < oldest else f"{oldest:,} days ago"
    never = len(days) - len(known)
    phrase = f"checked {ages}, {never:,} of {len(days):,} never" if never else f"checked {ages}"
    return f"{phrase} — verify" if never or oldest > MAX_FRESH_DAYS else phrase


def figure(number: str) -> str:
    """Return a decimal in text with its thousands and millions said as paper says them.

    >>> figure("500000000"), figure("1250000"), figure("1234.50"), figure("about a lot")
    ('500 million', '1.25 million', '1,234.50', 'about a lot')
    """
    whole, dot, rest = number.partition(".")
    if not whole.isdecimal():
        return number
    for size, name in ((9, "billion"), (6, "million")):
        head, tail = whole[:-size], whole[-size:].rstrip("0")
        if head and not rest.strip("0") and len(tail) <= 3:
            return f"{int(head):,}{'.' + tail if tail else ''} {name}"
    return f"{int(whole):,}{dot}{rest}"


def languages(text: str) -> str:
    """Return a list of languages, codes or words, as words.

    >>> languages("ur, en; Saraiki")
    'Urdu, English, Saraiki'
    """
    parts = (part.strip() for part in text.replace(";", ",").split(","))
    return join_parts(language_name(part) for part in parts)


def country(code: str) -> str:
    """Return the name of a state by its code; empty for none."""
    return country_name(code) if code else ""
