"""What the head of a page says at a glance: the line under the name and the chips; no Qt widgets.

The page's header asks it. Days are ISO days; tones are those of the palette.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from db import (
    END_UNKNOWN,
    HELD,
    MARKINGS,
    START_UNKNOWN,
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Organization,
    Person,
    Reading,
    choice_text,
    country_name,
    office_text,
    plain_status,
    status_on,
    tenure_certainty,
    today,
)
from desktop.paper.content.blocks import Line, with_field
from desktop.paper.content.first_letters import open_label, open_sentence
from desktop.paper.content.isolates import isolate_each
from desktop.paper.sections.field_lines import join_lines

say = QCoreApplication.translate

MAX_FRESH_DAYS: Final = 90  # days after which a record should be looked at again

_TITLE_BETWEEN: Final = " · "  # rank and offices, as the desk puts them together
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
    """One chip: its words, its tone, and the path of the field that it tells of."""

    text: str
    tone: str
    field: str = ""


def subtitle(reading: Reading, lens: Lens) -> Line:
    """Return what the record is on the lens's day, in one line."""
    record = reading.record
    return _SUBTITLES[record.KIND](record, reading, lens)


def chips(reading: Reading, lens: Lens) -> list[PageStatus]:
    """Return the chips in their order: country, what holds now, how old the knowledge is,
    marking.
    """
    record = reading.record
    country = country_name(record.country)
    found = [PageStatus(country, "accent", "country")] if record.country else []
    found.extend(_STANDINGS[record.KIND](record, lens))
    found.append(check_status(record.checked_on, today()))
    if record.keep_until:
        found.append(retention_status(record.keep_until, today()))
    if record.marking:
        tone = "bad" if record.marking > 1 else "warn"
        found.append(PageStatus(capital(MARKINGS[record.marking]), tone, "marking"))
    return found


def retention_status(day: str, now: str) -> PageStatus:
    """Say until when a record is to be kept, or that this day has come.

    >>> retention_status("2030-05-03", "2025-09-15")
    PageStatus(text='keep until 3 May 2030', tone='good', field='keep_until')
    >>> retention_status("2025-09-15", "2025-09-15").tone
    'warn'
    """
    text = say("Page", "keep until {day}") if day > now else say("Page", "kept until {day}: due")
    tone = "good" if day > now else "warn"
    return PageStatus(text.format(day=HistoricalDate.parse(day).phrase()), tone, "keep_until")


def check_status(day: str | None, now: str) -> PageStatus:
    """Say how long ago a record was checked.

    >>> check_status("2025-09-03", "2025-09-15")
    PageStatus(text='checked 12 days ago', tone='good', field='checked_on')
    >>> check_status("2025-09-14", "2025-09-15").text, check_status(None, "2025-09-15").tone
    ('checked yesterday', 'warn')
    >>> check_status("2025-01-01", "2025-09-15")
    PageStatus(text='checked 257 days ago', tone='warn', field='checked_on')
    """
    text, tone = _check_text(day, now)
    return PageStatus(text, tone, "checked_on")


def _check_text(day: str | None, now: str) -> tuple[str, str]:
    if not day:
        return say("Page", "never checked"), "warn"
    days = (date.fromisoformat(now) - date.fromisoformat(day)).days
    if days <= 0:
        return say("Page", "checked today"), "good"
    if days == 1:
        return say("Page", "checked yesterday"), "good"
    tone = "good" if days <= MAX_FRESH_DAYS else "warn"
    return say("Page", "checked {days} days ago").format(days=days), tone


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


def _facts(**texts: str) -> Line:
    return join_lines((with_field(text, name) for name, text in texts.items()), " · ")


def _person_line(record: Any, reading: Reading, lens: Lens) -> Line:
    """Return rank and offices as `reading.title` has them, each with the field it comes from."""
    paths = {rank.title: f"ranks[{at}].title" for at, rank in enumerate(record.ranks)}
    paths |= {
        office_text(tenure): f"tenures[{at}].office"
        for at, tenure in enumerate(record.tenures)
        if tenure_certainty(tenure, lens.as_of)
    }
    first, *others = reading.title.split(_TITLE_BETWEEN)
    lines = [with_field(open_sentence(isolate_each(first)), paths.get(first, ""))]
    lines += [with_field(isolate_each(part), paths.get(part, "")) for part in others]
    return join_lines(lines, _TITLE_BETWEEN)


def _organization_line(record: Any, _: Reading, lens: Lens) -> Line:
    kind, country = open_label(record.kind), country_name(record.country)
    return _facts(kind=kind, country=country, acronym=record.acronym)


def _agreement_line(record: Any, _: Reading, lens: Lens) -> Line:
    return _facts(
        kind=open_label(record.kind) or say("Page", "Agreement"),
        stage=status_on(record, lens.as_of),
        concluded=date_words(record.concluded),
    )


def _event_line(record: Any, _: Reading, lens: Lens) -> Line:
    start, end = date_words(record.start), date_words(record.end)
    when = [with_field(start, "start"), with_field(end if end != start else "", "end")]
    clock = [with_field(record.local_time, "local_time"), with_field(record.zone, "zone")]
    kind, place = with_field(open_label(record.kind), "kind"), with_field(record.place, "place")
    return join_lines([kind, join_lines(when, " – "), join_lines(clock, " "), place], " · ")


def _person_standing(record: Any, lens: Lens) -> Iterator[PageStatus]:
    if over(record.died, lens.as_of):
        text = say("Page", "died {when}").format(when=date_words(record.died))
        yield PageStatus(text, "warn", "died")
        return
    known = {
        tenure_certainty(tenure, lens.as_of): f"tenures[{at}]"
        for at, tenure in reversed(list(enumerate(record.tenures)))
    }
    not_held = known.pop("", "")
    if HELD in known:
        yield PageStatus(say("Page", "in office"), "good", f"{known[HELD]}.end_state")
    elif END_UNKNOWN in known:
        path = known[END_UNKNOWN]
        yield PageStatus(say("Page", "end of office not known"), "warn", f"{path}.until")
    elif START_UNKNOWN in known:
        path = known[START_UNKNOWN]
        yield PageStatus(say("Page", "start of office not certain"), "warn", f"{path}.since")
    elif not_held:
        yield PageStatus(say("Page", "not in office"), "accent", f"{not_held}.until")


def _organization_standing(record: Any, lens: Lens) -> Iterator[PageStatus]:
    if over(record.dissolved, lens.as_of):
        yield PageStatus(
            say("Page", "dissolved {when}").format(when=date_words(record.dissolved)),
            "bad",
            "dissolved",
        )


def _agreement_standing(record: Any, lens: Lens) -> Iterator[PageStatus]:
    status = status_on(record, lens.as_of)
    if status == "not recorded":
        yield PageStatus(say("Page", "status not recorded"), "warn", "stage")
    else:
        yield PageStatus(status, STATUS_TONES.get(plain_status(status), "accent"), "stage")


def _event_standing(record: Any, _: Lens) -> Iterator[PageStatus]:
    if record.status:
        tone = STATUS_TONES.get(record.status, "accent")
        yield PageStatus(choice_text(record.status), tone, "status")


_SUBTITLES: Final[dict[str, Callable[[Any, Reading, Lens], Line]]] = {
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
