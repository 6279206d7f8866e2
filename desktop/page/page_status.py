"""What the head of a page says at a glance: the line under the name and the chips; no Qt widgets.

The page's header asks it. Days are ISO days; tones are those of the palette.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from db import (
    HELD,
    MARKINGS,
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Organization,
    Person,
    Reading,
    Record,
    choice_text,
    country_name,
    plain_status,
    status_on,
    tenure_certainty,
    today,
)
from desktop.paper.content.first_letters import open_label, open_sentence
from desktop.paper.content.isolates import isolate, isolate_each

say = QCoreApplication.translate

MAX_FRESH_DAYS: Final = 90  # days after which a record should be looked at again

STATUS_TONES: Final = {
    "in force": "good",
    "provisionally applied": "good",
    "terminated": "bad",
    "held": "good",
    "partly signed": "warn",
    "partly initialled": "warn",
    "planned": "warn",
    "postponed": "warn",
    "cancelled": "bad",
    "reported": "warn",
}


class PageStatus(NamedTuple):
    """One chip: its words and its tone."""

    text: str
    tone: str


def subtitle(reading: Reading, lens: Lens) -> str:
    """Return what the record is on the lens's day, in one line."""
    record = reading.record
    return _SUBTITLES[record.KIND](record, reading, lens)


def chips(reading: Reading, lens: Lens) -> list[PageStatus]:
    """Return the chips in their order: country, what holds now, how old the knowledge is,
    marking.
    """
    record = reading.record
    found = [PageStatus(country_name(record.country), "accent")] if record.country else []
    found.extend(_STANDINGS[record.KIND](record, lens))
    found.append(check_status(record.checked_on, today()))
    if record.marking:
        tone = "bad" if record.marking > 1 else "warn"
        found.append(PageStatus(capital(MARKINGS[record.marking]), tone))
    return found


def check_status(day: str | None, now: str) -> PageStatus:
    """Say how long ago a record was checked.

    >>> check_status("2025-09-03", "2025-09-15")
    PageStatus(text='checked 12 days ago', tone='good')
    >>> check_status("2025-09-14", "2025-09-15").text, check_status(None, "2025-09-15")
    ('checked yesterday', PageStatus(text='never checked', tone='warn'))
    >>> check_status("2025-01-01", "2025-09-15")
    PageStatus(text='checked 257 days ago', tone='warn')
    """
    if not day:
        return PageStatus(say("Page", "never checked"), "warn")
    days = (date.fromisoformat(now) - date.fromisoformat(day)).days
    if days <= 0:
        return PageStatus(say("Page", "checked today"), "good")
    if days == 1:
        return PageStatus(say("Page", "checked yesterday"), "good")
    tone = "good" if days <= MAX_FRESH_DAYS else "warn"
    return PageStatus(say("Page", "checked {days} days ago").format(days=days), tone)


def capital(text: str) -> str:
    """Return a text with its first letter large, the others as they are.

    >>> capital("memorandum on UNSC reform")
    'Memorandum on UNSC reform'
    """
    return text[:1].upper() + text[1:]


def date_words(date_known: HistoricalDate | None) -> str:
    """Return a date in words, empty where there is none."""
    return date_known.phrase() if date_known else ""


def over(date_known: HistoricalDate | None, day: str) -> bool:
    """Say whether something that ends on a date is certainly over on a day."""
    return date_known is not None and date_known.last is not None and date_known.last <= day


def _isolate_texts(*parts: str) -> str:
    return " · ".join(isolate(part) for part in parts if part)


def _person_line(_: Record, reading: Reading, lens: Lens) -> str:
    return open_sentence(isolate_each(reading.title))


def _organization_line(record: Any, _: Reading, lens: Lens) -> str:
    return _isolate_texts(open_label(record.kind), country_name(record.country), record.acronym)


def _agreement_line(record: Any, _: Reading, lens: Lens) -> str:
    return _isolate_texts(
        open_label(record.kind) or say("Page", "Agreement"),
        status_on(record, lens.as_of),
        date_words(record.concluded),
    )


def _event_line(record: Any, _: Reading, lens: Lens) -> str:
    when = " – ".join(
        dict.fromkeys(filter(None, (date_words(record.start), date_words(record.end))))
    )
    clock = " ".join(filter(None, (record.local_time, record.zone)))
    return _isolate_texts(open_label(record.kind), when, clock, record.place)


def _person_standing(record: Any, lens: Lens) -> Iterator[PageStatus]:
    if over(record.died, lens.as_of):
        yield PageStatus(say("Page", "died {when}").format(when=date_words(record.died)), "warn")
        return
    known = {tenure_certainty(tenure, lens.as_of) for tenure in record.tenures} - {""}
    if HELD in known:
        yield PageStatus(say("Page", "in office"), "good")
    elif known:
        yield PageStatus(say("Page", "end of office not known"), "warn")
    elif record.tenures:
        yield PageStatus(say("Page", "not in office"), "accent")


def _organization_standing(record: Any, lens: Lens) -> Iterator[PageStatus]:
    if over(record.dissolved, lens.as_of):
        yield PageStatus(
            say("Page", "dissolved {when}").format(when=date_words(record.dissolved)), "bad"
        )


def _agreement_standing(record: Any, lens: Lens) -> Iterator[PageStatus]:
    status = status_on(record, lens.as_of)
    if status == "not stated":
        yield PageStatus(say("Page", "status not stated"), "warn")
    else:
        yield PageStatus(status, STATUS_TONES.get(plain_status(status), "accent"))


def _event_standing(record: Any, _: Lens) -> Iterator[PageStatus]:
    if record.status:
        yield PageStatus(choice_text(record.status), STATUS_TONES.get(record.status, "accent"))


_SUBTITLES: Final[dict[str, Callable[[Any, Reading, Lens], str]]] = {
    Person.KIND: _person_line,
    Organization.KIND: _organization_line,
    Agreement.KIND: _agreement_line,
    Event.KIND: _event_line,
}
_STANDINGS: Final[dict[str, Callable[[Any, Lens], Iterator[PageStatus]]]] = {
    Person.KIND: _person_standing,
    Organization.KIND: _organization_standing,
    Agreement.KIND: _agreement_standing,
    Event.KIND: _event_standing,
}
