"""What cannot be of a person, a body or an event: reversed spans, lives, offices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from db.checks.finding import Around, Rule, Says
from db.checks.sure_order import is_before, phrase
from db.dates import HistoricalDate
from db.record_types import Event, Office, OfficeRef, Part, Person, Record, parts_of
from db.tables.fields import Stored, meaning_of
from db.vocabulary.countries import country_code, country_name

ADULT_YEARS: Final = 18
#: Offices that come by descent, at any age.
_INHERITED: Final = re.compile(
    r"\b(?:kings?|queens?|emperor|empress|tsar|tsaritsa|czar|sultan|sultana|emir|amir|shah|khan|"
    r"maharaja|raja|prince|princess|duke|duchess|dalai lama|panchen lama|pharaoh|caliph|imam|"
    r"sheikh|head of state)\b",
    re.I,
)
#: Roles and kinds of events in which somebody dead may stand.
_REMEMBERED: Final = frozenset(("honoured", "deceased", "commemorated", "remembered"))
_SPANS: Final = (("since", "until"), ("start", "end"), ("born", "died"), ("founded", "dissolved"))
_TO_STATE: Final = re.compile(
    r"\b(?:ambassador|high commissioner|nuncio|chargé d.affaires)\b.*?\bto (?:the )?([^,()]+)$",
    re.I,
)
_SENT: Final = re.compile(r"\b(?:ambassador|high commissioner|nuncio|chargé|envoy)\b", re.I)


def _find_reversed_spans(record: Record, _around: Around) -> Iterator[Says]:
    for item, path in _items_of(record):
        for begin, end in spans_of(type(item)):
            start, stop = getattr(item, begin), getattr(item, end)
            if is_before(stop, start):
                says = f"Ends {phrase(stop)}, begins {phrase(start)}."
                yield Says(says, _name_of(item, record), f"{path}{end}")


def _items_of(record: Record) -> Iterator[tuple[Record | Part, str]]:
    """Yield a record and its parts, each with the path to its fields."""
    yield record, ""
    places: Counter[str] = Counter()
    for name, part in parts_of(record):
        path = f"{name}[{places[name]}]." if name in type(record).model_fields else f"{name}."
        places[name] += 1
        yield part, path


@cache
def spans_of(of: type[Stored]) -> tuple[tuple[str, str], ...]:
    """Return the fields in which a declaration says from when to when something was.

    >>> spans_of(Person)
    (('born', 'died'),)
    """
    return tuple(span for span in _SPANS if set(span) <= set(of.model_fields))


def _name_of(item: Any, record: Record) -> str:
    """Return what a part of a record is called."""
    if item is record:
        return ""
    for name in ("office", "other", "parent", "title", "text"):
        value = getattr(item, name, None)
        if value:
            return value if isinstance(value, str) else str(value.title)
    return meaning_of(type(item), "since").label


def _find_office_after_death(person: Person, _around: Around) -> Iterator[Says]:
    for place, tenure in enumerate(person.tenures):
        if person.died is not None and is_before(person.died, tenure.since):
            title = tenure.office.title if tenure.office is not None else ""
            says = f"Died {person.died.spoken_in()}, in office {phrase(tenure.since)}."
            yield Says(says, title, f"tenures[{place}].since")


def _find_young_holder(person: Person, _around: Around) -> Iterator[Says]:
    for tenure in person.tenures:
        title = tenure.office.title if tenure.office is not None else ""
        age = _greatest_age(person.born, tenure.since)
        if age is not None and 0 <= age < ADULT_YEARS and not _INHERITED.search(title):
            yield Says(f"{_count_text(age)} years old on taking office.", "", "born")


def _greatest_age(born: HistoricalDate | None, day: HistoricalDate | None) -> int | None:
    """Return how many years somebody has at most on a day; None where it is not known.

    >>> parse = HistoricalDate.parse
    >>> _greatest_age(parse("1990"), parse("1998-06-01")), _greatest_age(None, parse("1998"))
    (8, None)
    """
    if born is None or day is None or born.first is None or day.last is None:
        return None
    try:
        birth, then = date.fromisoformat(born.first), date.fromisoformat(day.last)
    except ValueError:  # before the year 1
        return None
    return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day))


_WORDS: Final = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    "Eleven", "Twelve",
)  # fmt: skip


def _count_text(count: int) -> str:
    return _WORDS[count] if count < len(_WORDS) else str(count)


def _find_later_office(person: Person, around: Around) -> Iterator[Says]:
    for place, tenure in enumerate(person.tenures):
        office = _office(tenure.office, around)
        if office is not None and is_before(tenure.since, office.founded):
            creation = f"the office was created {phrase(office.founded)}"
            says = f"In office {phrase(tenure.since)}; {creation}."
            yield Says(says, office.title, f"tenures[{place}].since")


def _find_ended_office(person: Person, around: Around) -> Iterator[Says]:
    for place, tenure in enumerate(person.tenures):
        office = _office(tenure.office, around)
        if office is None or tenure.office is None or tenure.office.organization is None:
            continue
        body = around.bodies[tenure.office.organization.id]
        for ended, what in ((office.dissolved, "the office"), (body.dissolved, body.title)):
            if is_before(ended, tenure.since):
                says = f"In office {phrase(tenure.since)}; {what} ended {phrase(ended)}."
                yield Says(says, office.title, f"tenures[{place}].since")
                break


def _find_own_country(person: Person, _around: Around) -> Iterator[Says]:
    """Yield heads of mission to the state that they are of, or that sends them."""
    for place, each in enumerate(person.accreditations):
        if each.receiving and each.receiving in (person.country, _code(each.state)):
            yield Says(
                f"Accredited to {country_name(each.receiving)}, the state that they are of.",
                "",
                f"accreditations[{place}].receiving",
            )
    for place, tenure in enumerate(person.tenures):
        title = tenure.office.title if tenure.office is not None else ""
        if is_sent_home(title, person.country):
            says = f"Sent to {country_name(person.country)}, of which they are a national."
            yield Says(says, title, f"tenures[{place}].office")


def is_sent_home(title: str, country: str) -> bool:
    """Say whether who holds an office of this title is sent to their own country.

    >>> is_sent_home("Ambassador to France", "fr"), is_sent_home("Ambassador to France", "de")
    (True, False)
    """
    return bool(country) and _receiving_country(title) == country


@lru_cache(maxsize=1 << 12)  # a few titles are held by thousands
def _receiving_country(title: str) -> str:
    found = _TO_STATE.search(title)
    return _code(found[1]) if found else ""


def _code(state: str) -> str:
    return country_code(state) or state


def _office(ref: OfficeRef | None, around: Around) -> Office | None:
    body = ref.organization if ref is not None else None
    found = around.bodies.get(body.id) if body is not None else None
    offices = found.offices if found is not None else []
    return next((each for each in offices if ref is not None and each.id == ref.id), None)


def _people_of(event: Event, around: Around) -> Iterator[tuple[Person, str]]:
    """Yield those who took part, each with the path of the participant."""
    for place, each in enumerate(event.participants):
        person = around.people.get(each.who.id) if each.who is not None else None
        if person is not None and each.role not in _REMEMBERED:
            yield person, f"participants[{place}].who"


def _find_dead_participant(event: Event, around: Around) -> Iterator[Says]:
    if event.kind == "ceremony":
        return  # a funeral, an unveiling
    for person, at in _people_of(event, around):
        if person.died is not None and is_before(person.died, event.start):
            yield Says(f"{person.title} died {person.died.spoken_in()}.", person.title, at)


def _find_unborn_participant(event: Event, around: Around) -> Iterator[Says]:
    for person, at in _people_of(event, around):
        if person.born is not None and is_before(event.end or event.start, person.born):
            yield Says(f"{person.title} was born {person.born.spoken_in()}.", person.title, at)


def _find_early_credentials(event: Event, around: Around) -> Iterator[Says]:
    if event.kind != "credentials":
        return
    for person, at in _people_of(event, around):
        sent = [each for each in person.tenures if each.office and _SENT.search(each.office.title)]
        if sent and all(is_before(event.start, each.since) for each in sent):
            says = f"{person.title} took up the post {phrase(sent[0].since)}."
            yield Says(says, person.title, at)


RECORD_RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "person": (
        Rule("end-before-start", "error", _find_reversed_spans),
        Rule("after-death", "error", _find_office_after_death),
        Rule("too-young", "warn", _find_young_holder),
        Rule("before-office", "error", _find_later_office),
        Rule("after-office", "error", _find_ended_office),
        Rule("own-country", "warn", _find_own_country),
    ),
    "organization": (Rule("end-before-start", "error", _find_reversed_spans),),
    "agreement": (Rule("end-before-start", "error", _find_reversed_spans),),
    "event": (
        Rule("end-before-start", "error", _find_reversed_spans),
        Rule("after-death", "error", _find_dead_participant),
        Rule("before-birth", "error", _find_unborn_participant),
        Rule("credentials-before-office", "ask", _find_early_credentials),
    ),
}
