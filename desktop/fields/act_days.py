"""An act and its day as one cell of the parties' grid says them: "12 May 1994", "acceded 2001".

`field_contents` shows and reads such cells with these; which act a cell stands for is the matter of
`act_columns`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from db import HistoricalDate, typed_day_first

DAY_UNKNOWN: Final = "day not known"
#: How depositaries write an act beside its day, as in "12 May 1994 a".
SHORT_ACTS: Final = {
    "a": "acceded",
    "A": "accepted",
    "AA": "approved",
    "d": "succeeded",
    "r": "ratified",
    "s": "signed",
}
_ANY_DAY: Final = frozenset(("x", "yes", "✓", "✔", DAY_UNKNOWN))
_SHORT_LAST: Final = re.compile(r"(.*\d)\s+\(?([A-Za-z]{1,2})\)?")


@dataclass(frozen=True, slots=True)
class ActDay:
    """An act and its day; `word` is '' for the act that its column is named after, or that its row
    has already.
    """

    word: str = ""
    date: HistoricalDate | None = None


@dataclass(frozen=True, slots=True)
class SeveralActs:
    """More acts than a cell can show as one; they are edited in the table inside."""

    text: str


def show_act(content: ActDay | SeveralActs) -> str:
    """Return what a cell says of an act.

    >>> show_act(ActDay("acceded", HistoricalDate.parse("12 May 1994"))), show_act(ActDay())
    ('acceded 12 May 1994', 'day not known')
    """
    if isinstance(content, SeveralActs):
        return content.text
    if content.date is None:
        return content.word or DAY_UNKNOWN
    return f"{content.word} {content.date.phrase()}".strip()


def read_act(text: str, words: tuple[str, ...]) -> ActDay | None:
    """Return the act that a text means in a column of these acts: a day, an act and a day, or an
    act alone; None for an empty text. Raises Refused for any other.

    >>> read_act("12 May 1994 a", ("ratified", "acceded")).word
    'acceded'
    >>> read_act("accepted", ("ratified", "accepted")), read_act("x", ("signed",))
    (ActDay(word='accepted', date=None), ActDay(word='', date=None))
    """
    plain = " ".join(text.split())
    if not plain:
        return None
    if plain.casefold() in _ANY_DAY:
        return ActDay()
    word, day = _word_and_day(plain, words)
    return ActDay(word, HistoricalDate.parse(day, day_first=typed_day_first()) if day else None)


def act_reading(content: ActDay) -> str:
    """Return the sentence that says how an act was read."""
    day = content.date.reading() if content.date is not None else DAY_UNKNOWN
    return f"{content.word}, {day}" if content.word else day


def _word_and_day(plain: str, words: tuple[str, ...]) -> tuple[str, str]:
    """Return the act that a text names, first or as a letter after the day, and the rest."""
    for word in sorted(words, key=len, reverse=True):
        if plain.casefold() == word or plain.casefold().startswith(f"{word} "):
            return word, plain[len(word) :].removeprefix(" on ").strip()
    found = _SHORT_LAST.fullmatch(plain)
    act = SHORT_ACTS.get(found[2], "") if found else ""
    return (act, found[1]) if found and act in words else ("", plain)
