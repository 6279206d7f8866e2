"""Reads dates that hang on another: bounds ("by the end of the year", "before August", "since
2020") and days told from the day a text spoke of last ("the following day"). `date_words` asks it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_COUNT = "|".join(_COUNTS)

#: Shapes of days that hang on the last day told of.
RELATIVE_DAYS = (
    r"(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s(?:on\s)?(?:in\s)?the\s(?:same\s)?day"
    r"|(?:[Oo]n\s)?(?:the|that)\s(?:very\s)?same\s(?:day|evening|morning|afternoon)"
    r"|(?:[Oo]n\s)?that\sday|(?:[Oo]n\s)?(?:the|The)\s(?:following|next|previous|preceding)\sday"
    r"|(?:the|The)\sday\s(?:before|after)(?!\s(?:yesterday|tomorrow))"
    rf"|(?:{_COUNT}|A)\s(?:day|days|week|weeks)\s(?:earlier|later|before|afterwards))"
)
_BACK = re.compile(r"\b(?:previous|preceding|before|earlier)\b")
_ON = re.compile(r"\b(?:following|next|after|later|afterwards)\b")
_STEP = re.compile(rf"\b({_COUNT}) (day|days|week|weeks) ", re.IGNORECASE)

_BOUND = re.compile(r"(by|before|until|till|since|after)\b (.+)", re.IGNORECASE)
_END_OF_YEAR = re.compile(
    r"(?:the )?(?:year[ -]end|end of (?:the|this) year|end of (?P<year>\d{4}))", re.IGNORECASE
)
_END_OF_MONTH = re.compile(r"(?:the )?end of (?:the|this) month", re.IGNORECASE)

#: Shapes that begin with a bound; a month or a year alone has shapes of its own.
BOUNDS = (
    r"(?:[Bb]y|[Bb]efore|[Uu]ntil)\s(?:the\s)?(?:year[\s-]end|end\sof\s(?:the|this)\s(?:year|month)"
    r"|end\sof\s(?:1[89]|20)\d\d)"
)


def relative_day(words: str, anchor: date | None) -> tuple[str, str, str] | None:
    """Return the day that words tell from the day told of last; None for other words.

    >>> relative_day("the following day", date(2025, 9, 17))
    ('2025-09-18', '2025-09-18', '2025-09-18')
    >>> relative_day("on the same day", date(2025, 9, 17))[0], relative_day("on Monday", None)
    ('2025-09-17', None)
    """
    if anchor is None or re.fullmatch(RELATIVE_DAYS, words) is None:
        return None
    low = words.lower()
    days = 0
    if " in the " not in low and "same" not in low:
        step = _STEP.search(low + " ")
        size = _COUNTS[step[1]] * (7 if step[2].startswith("week") else 1) if step else 1
        days = -size if _BACK.search(low) else size if _ON.search(low) else 0
    try:
        day = (anchor + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
    return day, day, day


def split_bound(words: str) -> tuple[str, str]:
    """Return the word of a bound and the date behind it; no word for a date that is none.

    >>> split_bound("before the end of June"), split_bound("in June")
    (('before', 'end of June'), ('', 'in June'))
    """
    found = _BOUND.fullmatch(words)
    return (found[1].lower(), found[2].removeprefix("the ")) if found else ("", words)


def end_of_period(text: str, published: date | None) -> tuple[str, str, str] | None:
    """Return the year or the month that "the end of the year" ends.

    >>> end_of_period("end of the year", date(2025, 9, 17))
    ('2025', '2025-01-01', '2025-12-31')
    """
    year = _END_OF_YEAR.fullmatch(text)
    if year:
        number = year["year"] or (f"{published.year:04}" if published else "")
        return (number, f"{number}-01-01", f"{number}-12-31") if number else None
    if published is not None and _END_OF_MONTH.fullmatch(text):
        month = f"{published:%Y-%m}"
        last = (published.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return month, f"{month}-01", last.isoformat()
    return None


def as_bound(
    word: str, reading: tuple[str, str, str], published: date | None
) -> tuple[str, str, str]:
    """Return a date as the bound that "before" makes of it; "by" and "since" leave it.

    >>> as_bound("before", ("2025-08", "2025-08-01", "2025-08-31"), date(2025, 6, 1))
    ('[..2025-07-31]', '2025-06-01', '2025-07-31')
    """
    edtf, first, last = reading
    if word != "before":
        return reading
    if edtf.startswith("["):  # before the end of June: June's last day is the bound
        bound = last
    else:
        bound = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    begin = published.isoformat() if published and published.isoformat() < bound else "0001-01-01"
    return f"[..{bound}]", begin, bound
