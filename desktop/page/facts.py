"""Small pieces that the sections of a page are put together from; no Qt widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from db import HistoricalDate, Ref
from desktop.page.standing import say, spoken
from desktop.paper.blocks import Line, Run, runs


class Section(NamedTuple):
    """A part of the page: its name and its rows; rows that say nothing are left out."""

    title: str
    rows: Sequence[tuple[str, Line]]
    level: Literal[1, 2] = 1


def linked(to: Ref | int | None, title: str = "") -> Run:
    """The name of a record as a link.

    >>> linked(Ref(7, "Ishaq Dar")).text, linked(None).text
    ('Ishaq Dar', '')
    """
    if isinstance(to, Ref):
        return Run(to.title, link=to.id)
    return Run(title, link=to) if to else Run(title)


def joined(*parts: str) -> str:
    """What there is of some texts, with points between them.

    >>> joined("signed", "", "Doha")
    'signed · Doha'
    """
    return " · ".join(part for part in parts if part)


def entries(parts: Sequence[Line]) -> Line:
    """What there is of some lines, with points between them, links and all.

    >>> [run.text for run in runs(entries(["Dar", "", "host"]))]
    ['Dar', ' · ', 'host']
    """
    found: list[Run] = []
    for part in parts:
        said = [run for run in runs(part) if run.text]
        if said:
            found += [Run(" · "), *said] if found else said
    return found


def period(since: HistoricalDate | None, until: HistoricalDate | None, end_state: str = "") -> str:
    """From when to when; an end that is not known is said where `end_state` is given.

    >>> day = HistoricalDate.parse
    >>> period(day("2022"), None, "ongoing"), period(day("2017"), day("2020"), "ended")
    ('since 2022', '2017 – 2020')
    >>> period(day("2022"), None, "unknown"), period(None, None, "unknown")
    ('since 2022; end not known', 'dates not known')
    >>> period(None, day("2020")), period(None, None)
    ('until 2020', '')
    """
    first, last = spoken(since), spoken(until)
    if first and last:
        return first if first == last else f"{first} – {last}"
    if last:
        return say("Page", "until {when}").format(when=last)
    if not first:
        return _UNDATED.get(end_state, "")
    return say("Page", _OPEN.get(end_state, "{when}")).format(when=first)


_OPEN = {
    "ongoing": "since {when}",
    "unknown": "since {when}; end not known",
    "ended": "from {when}; ended, day not known",
    "ended-unknown": "from {when}; ended, day not known",
}
_UNDATED = {
    "ongoing": "at present",
    "unknown": "dates not known",
    "ended": "formerly",
    "ended-unknown": "formerly",
}
