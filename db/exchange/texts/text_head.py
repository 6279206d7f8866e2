"""What a text says of itself in its first lines: the day it bears, and its title.

Whatever brings a text to be read asks it: a file, a text that is pasted, the command.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from db.dates import HistoricalDate
from db.errors import Refused

MAX_HEAD_LINES: Final = 8  # in which a release bears its day
MAX_DAY_LETTERS: Final = 60  # of a line that is nothing but a day
MAX_TITLE_LETTERS: Final = 200
_BULLETS: Final = " \t-–—•*#|"
_LABEL: Final = re.compile(r"(?:date|dated|issued|posted|published|released)(?: on)?\s*:?\s+", re.I)
_PLACE: Final = re.compile(r"[^\d,:.]{2,40},\s+(?=.*\d)")  # Islamabad, 8 August 2025
_CLOCK: Final = re.compile(r"\s*(?:[|,–-]|\bat\b)?\s*\d{1,2}[:.]\d\d.*$")
# What stands above a title and is none.
_NOTICES: Final = re.compile(
    r"(?:for immediate release|for release|unclassified|(?:press|media|news|joint press) "
    r"(?:release|statement|note|communiqu[eé])s?|communiqu[eé] de presse|pressemitteilung|"
    r"comunicado(?: de prensa)?|comunicato stampa|readouts?|news|statements? and releases)"
    r"(?: (?:no|nr|n[°º])?\.?\s*[\d/.-]+)?",
    re.I,
)


class TextHead(NamedTuple):
    """The title of a text, "" for none, and the day that it bears."""

    title: str
    published: HistoricalDate | None


def text_head(text: str) -> TextHead:
    r"""Return what the first lines say; a line that is a day or a notice is no title.

    >>> text_head("August 8, 2025\nFOR IMMEDIATE RELEASE\n\nTAMPA, Fla. – General Kurilla")
    ... # doctest: +NORMALIZE_WHITESPACE
    TextHead(title='TAMPA, Fla. – General Kurilla',
             published=HistoricalDate(edtf='2025-08-08', first='2025-08-08', last='2025-08-08', words=''))
    >>> text_head("- Talks on ports\n- In 2024 trade grew\nParis, 1 May")
    TextHead(title='Talks on ports', published=None)
    """  # noqa: E501
    lines = [line.strip(_BULLETS) for line in text[: MAX_HEAD_LINES * 1_000].splitlines()]
    head = [line for line in lines if line][:MAX_HEAD_LINES]
    days = {line: day for line in head if (day := day_of_line(line)) is not None}
    titles = (each for each in head if each not in days and not _NOTICES.fullmatch(each))
    title = " ".join(next(titles, head[0] if head else "").split())[:MAX_TITLE_LETTERS]
    return TextHead(title, next(iter(days.values()), None))


def day_of_line(line: str) -> HistoricalDate | None:
    """Return the one day that a line names and nothing else, a place or a clock beside it.

    >>> [day and day.edtf for day in map(day_of_line, (
    ...     "Islamabad, 8 August 2025", "Posted on: 8 août 2025 | 10:15", "08/05/2025", "In 2024"))]
    ['2025-08-08', '2025-08-08', None, None]
    """
    if len(line) > MAX_DAY_LETTERS or not re.search(r"\d{4}", line):
        return None
    bare = _LABEL.sub("", line, count=1).strip(_BULLETS)
    placeless = _PLACE.sub("", bare, count=1)
    for words in (bare, _CLOCK.sub("", bare), placeless, _CLOCK.sub("", placeless)):
        try:
            day = HistoricalDate.parse(words)
        except Refused:
            continue
        if day.certain_on():
            return HistoricalDate.of_day(day.first or "")
    return None
