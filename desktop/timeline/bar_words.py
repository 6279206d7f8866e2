"""When an item of the timeline was, in the words of its dates. No Qt here.

Rows of the band's table, tips and screen readers ask it: a bar shows possible days, "about 2019"
stays what an officer wrote.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desktop.paper.sections.print_phrases import join_parts, open_date_phrase, term

if TYPE_CHECKING:
    from db import BarDetail, HistoricalDate

MAX_WORDS_LETTERS: Final = 24  # characters of an officer's own date, as in the list of events
#: What stands before the days of an agreement, in their order.
_DAYS: Final = {
    "concluded": "concluded",
    "adopted": "adopted",
    "provisional": "applied provisionally from",
    "in_force": "in force from",
    "terminated": "ended",
}


def when_words(detail: BarDetail) -> str:
    """Return the dates of an item in words; "" where it has none."""
    dates = {name: _short(date) for name, date in detail.dates.items()}
    if detail.sort == "tenure":
        return join_parts(term(dates.get("since"), dates.get("until"), detail.status))
    known = [(words, dates[name]) for name, words in _DAYS.items() if name in dates]
    phrases = [open_date_phrase(words, date) for words, date in known]
    return join_parts(phrases) if detail.sort == "agreement" else detail.when


def _short(date: HistoricalDate) -> HistoricalDate:
    """Return a date without words for which a row has no room; the page gives them."""
    return replace(date, words="") if date.edtf and len(date.words) > MAX_WORDS_LETTERS else date
