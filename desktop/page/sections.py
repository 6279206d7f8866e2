"""The sections that each kind of record has of its own; the content of the page asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, Final

from db import (
    Agreement,
    Amount,
    Event,
    Holder,
    Lens,
    Organization,
    Party,
    Person,
    Reading,
    country_name,
)
from desktop.page.facts import Section, entries, joined, linked, period
from desktop.page.standing import capital, say, spoken
from desktop.paper.blocks import Line

Row = tuple[str, Line]


def _of_person(reading: Reading, _: Lens) -> Iterator[Section]:
    person: Any = reading.record
    offices = [(_since(held), _office(held)) for held in newest(person.tenures)]
    ranks = [
        (period(rank.since, rank.until, "" if rank.until else "ongoing"), _rank(rank))
        for rank in newest(person.ranks)
    ]
    yield Section(say("Page", "Offices and ranks"), [*offices, *ranks])
    yield Section(
        say("Page", "Person"),
        [
            (say("Page", "Spoken"), person.spoken_address),
            (say("Page", "Written"), person.written_address),
            (say("Page", "Pronounced"), person.pronunciation),
            (say("Page", "Honorific"), joined(person.honorific, person.post_nominals)),
            (say("Page", "Born"), spoken(person.born)),
            (say("Page", "Died"), spoken(person.died)),
            (say("Page", "Gender"), person.gender),
            (say("Page", "Languages"), person.languages),
        ],
    )
    yield _mentions(reading)


def _of_organization(reading: Reading, lens: Lens) -> Iterator[Section]:
    body: Any = reading.record
    related = reading.related
    yield Section("", [("", body.purpose)])
    yield from _holders(body, related.holders)
    yield Section(
        say("Page", "Stands under"),
        [
            (period(parent.since, parent.until), linked(parent.parent))
            for parent in body.parents
            if parent.parent
        ],
    )
    members = [entries([linked(ref)]) for ref in related.members]
    yield Section(say("Page", "Bodies under it"), [("", line) for line in members])
    yield Section(
        say("Page", "Body"),
        [
            (say("Page", "Founded"), spoken(body.founded)),
            (say("Page", "Dissolved"), spoken(body.dissolved)),
            (say("Page", "Came from"), linked(body.predecessor) if body.predecessor else ""),
        ],
    )
    yield _mentions(reading)


def _of_agreement(reading: Reading, _: Lens) -> Iterator[Section]:
    agreed: Any = reading.record
    yield Section(say("Page", "Summary") if agreed.summary else "", [("", agreed.summary)])
    yield Section(
        say("Page", "Amounts"), [(capital(sum_.stage), amount(sum_)) for sum_ in agreed.amounts]
    )
    yield Section(say("Page", "Clock"), _clock(agreed))
    parties = [row for party in agreed.parties if party.who for row in _party(party)]
    yield Section(say("Page", "Parties"), parties)
    yield Section(
        say("Page", "Agreement"),
        [
            (say("Page", "Type"), joined(agreed.kind, agreed.laterality, agreed.level)),
            (say("Page", "Binding"), agreed.binding),
            (say("Page", "Reference"), agreed.reference),
            (say("Page", "Place"), agreed.place),
            (say("Page", "Languages"), agreed.languages),
            (say("Page", "Depositary"), agreed.depositary),
            (say("Page", "Registration"), agreed.registration),
        ],
    )
    others = [
        (capital(link.nature), linked(link.other)) for link in agreed.agreement_links if link.other
    ]
    yield Section(say("Page", "Bears on"), others)


def _of_event(reading: Reading, _: Lens) -> Iterator[Section]:
    event: Any = reading.record
    for side, group in groupby(event.participants, key=lambda one: one.side):
        rows = [(capital(one.role), linked(one.who)) for one in group if one.who]
        yield Section(side or say("Page", "Participants"), rows)
    yield Section(say("Page", "Outcome"), [("", event.outcome)])
    yield Section(
        say("Page", "Event"),
        [
            (say("Page", "When"), _when(event)),
            (say("Page", "Where"), joined(event.place, country_name(event.country))),
            (say("Page", "Channel"), event.channel),
            (say("Page", "Asked for by"), linked(event.initiated_by)),
            (say("Page", "Part of"), linked(event.part_of)),
        ],
    )


def newest(parts: Any) -> list[Any]:
    """Parts with a start, the newest first; those without one last, as they stand."""
    return sorted(parts, key=_start, reverse=True)


def _start(part: Any) -> str:
    return (part.since.first or "") if part.since else ""


def _since(tenure: Any) -> str:
    return period(tenure.since, tenure.until, tenure.end_state)


def _office(tenure: Any) -> Line:
    office = tenure.office
    if office is None:
        return str(tenure.note)
    acting = say("Page", "acting ") if tenure.acting else ""
    body: Line = [", ", linked(office.organization)] if office.organization else ""
    said: list[Any] = [f"{acting}{office.title}", *(body if isinstance(body, list) else [])]
    return [*said, f" · {tenure.note}"] if tenure.note else said


def _rank(rank: Any) -> str:
    return f"{rank.title}, {rank.service}" if rank.service else str(rank.title)


def _holders(body: Any, holders: list[Holder]) -> Iterator[Section]:
    """Each office with those who held it, and the vacancies."""
    for office in sorted(body.offices, key=lambda one: one.precedence or 1_000):
        held = [one for one in holders if one.office.id == office.id]
        rows: list[Row] = [(_held(one), _holder(one)) for one in held]
        if not any(one.certainty for one in held) and office.dissolved is None:
            rows.insert(0, (say("Page", "at present"), say("Page", "no holder is recorded")))
        life = period(office.founded, office.dissolved)
        yield Section(joined(office.title, life), rows)


def _held(holder: Holder) -> str:
    state = "" if holder.until else {"held": "ongoing"}.get(holder.certainty, "unknown")
    if not holder.certainty and not holder.until:
        state = "ended-unknown"
    return period(holder.since, holder.until, state)


def _holder(holder: Holder) -> Line:
    acting = say("Page", " (acting)") if holder.acting else ""
    return [linked(holder.person), acting] if acting else linked(holder.person)


def amount(sum_: Amount) -> str:
    """A sum as it is known, never more exact.

    >>> amount(Amount(number="500000000", currency="USD", qualifier="about"))
    'about USD 500,000,000'
    """
    whole, point, part = sum_.number.partition(".")
    grouped = f"{int(whole):,}{point}{part}" if whole.isdigit() else sum_.number
    figure = " ".join(filter(None, (sum_.qualifier, sum_.currency, grouped)))
    when = say("Page", "as of {when}").format(when=spoken(sum_.as_of)) if sum_.as_of else ""
    return joined(figure, when, sum_.note)


def _clock(agreed: Any) -> list[Row]:
    return [
        (say("Page", "Concluded"), spoken(agreed.concluded)),
        (say("Page", "Provisionally"), spoken(agreed.provisional)),
        (say("Page", "In force"), joined(spoken(agreed.in_force), agreed.in_force_clause)),
        (say("Page", "Duration"), agreed.duration),
        (say("Page", "Renewal"), agreed.renewal),
        (say("Page", "Notice"), agreed.notice_period),
        (say("Page", "Terminated"), spoken(agreed.terminated)),
    ]


def _party(party: Party) -> Iterator[Row]:
    """A party and what it did, one row an act."""
    name = entries([linked(party.who), joined(party.side, party.capacity)])
    if not party.actions:
        yield "", name
    for at, act in enumerate(party.actions):
        of = say("Page", "date of {what}").format(what=act.date_of) if act.date_of else ""
        told: list[Line] = [act.action, linked(act.signatory), joined(of, act.note)]
        yield spoken(act.date), entries([name, *told] if at == 0 else told)


def _when(event: Any) -> str:
    return joined(period(event.start, event.end), event.local_time, event.zone)


def _mentions(reading: Reading) -> Section:
    rows: list[Row] = [
        (capital(mention.nature), linked(mention.other)) for mention in reading.related.mentions
    ]
    return Section(say("Page", "Named by"), rows)


SECTIONS: Final[dict[str, Callable[[Reading, Lens], Iterator[Section]]]] = {
    Person.KIND: _of_person,
    Organization.KIND: _of_organization,
    Agreement.KIND: _of_agreement,
    Event.KIND: _of_event,
}
