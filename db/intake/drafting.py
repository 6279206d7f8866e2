"""A proposal as a record: what the form edits, and what accepting saves.

What the text names and no record is known of is a reference without an id, which saving makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

from db.dates import HistoricalDate
from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    ProposedOffice,
    ProposedValue,
)
from db.record_types import (
    Agreement,
    Amount,
    Event,
    Name,
    OfficeRef,
    Organization,
    Participant,
    Party,
    PartyAction,
    Person,
    Rank,
    Record,
    Ref,
    Tenure,
)
from db.vocabulary.countries import country_code, country_name
from db.vocabulary.kinds import NO_BODY

_STAGES: Final = frozenset(("planned", "negotiating", "announced"))
_SIGNED: Final = frozenset(("signed", "ratified", "in force"))
_TITLES: Final = {  # of an event, by its type; any other is told as “Type: who”
    "visit": "Visit of {who} to {place}",
    "credentials": "Credentials of {who}",
    "appointment": "Appointment of {who}",
    "signing": "Signing by {who}",
    "statement": "Statement by {who}",
}
_TITLES_OF_SIDES: Final = {  # where more than one takes part
    "meeting": "Meeting of {first} with {others}",
    "call": "Telephone call of {first} with {others}",
    "conflict": "Conflict between {who}",
    "ceasefire": "Ceasefire between {who}",
    "negotiation": "Talks between {who}",
}
#: Beginnings of names of states that an article stands before.
_WITH_ARTICLE: Final = (
    "United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros",
    "Democratic Republic", "Central African Republic", "Dominican Republic", "Czech Republic",
    "Republic of", "Solomon Islands", "Marshall Islands", "Seychelles",
)  # fmt: skip
_MAX_NAMED: Final = 3  # in the title of an event


class KnownNames(Protocol):
    """Finds records and offices by the names that a text has."""

    def record(self, name: str, kind: str) -> Ref:
        """Return the record of a name, or a reference that is new; kind "" is person or body."""
        ...

    def office(self, office: ProposedOffice, country: str) -> OfficeRef:
        """Return the office of a title, or one that is new."""
        ...


class NewNames:
    """Knows nobody: every name is a new record, of the kind that is asked for or a body."""

    def record(self, name: str, kind: str) -> Ref:
        """Return a new reference."""
        return Ref(0, name, kind or "organization")

    def office(self, office: ProposedOffice, country: str) -> OfficeRef:
        """Return a new office in its body, or where none is named in its state.

        >>> NewNames().office(ProposedOffice("Foreign Minister"), "pk").organization.title
        'Pakistan'
        """
        return OfficeRef(0, office.title, self.record(body_name(office, country), "organization"))


def body_name(office: ProposedOffice, country: str) -> str:
    """Return what the body of an office is called: by the text, else its state.

    >>> body_name(ProposedOffice("Minister"), "")
    'Body not named'
    """
    state = office.country or country
    return office.organization or (country_name(state) if state else NO_BODY)


def draft_record(fields: object, names: KnownNames | None = None) -> Record:
    """Return a proposal's fields as a record that is not saved yet.

    >>> person = draft_record(PersonFields("Ishaq Dar", ("DPM Dar",), country="pk"))
    >>> person.title, person.country, [name.text for name in person.names]
    ('Ishaq Dar', 'pk', ['DPM Dar'])
    """
    record: Record = _DRAFTS[type(fields)](fields, names or NewNames())
    return record


def _person(fields: PersonFields, names: KnownNames) -> Person:
    return Person(
        title=fields.name,
        names=list(_aliases(fields.name, fields.aliases)),
        country=fields.country,
        ranks=[Rank(title=fields.rank)] if fields.rank else [],
        tenures=[
            Tenure(
                office=names.office(office, fields.country),
                acting=office.acting,
                end_state="ended-unknown" if office.former else "unknown",
            )
            for office in fields.offices
        ],
    )


def _organization(fields: OrganizationFields, _names: KnownNames) -> Organization:
    return Organization(
        title=fields.name,
        names=list(_aliases(fields.name, fields.aliases, fields.acronym)),
        acronym=fields.acronym,
        kind=fields.type,
        country=fields.country,
    )


def _agreement(fields: AgreementFields, names: KnownNames) -> Agreement:
    day = HistoricalDate.parse(fields.date) if fields.date else None
    is_signed = fields.status in _SIGNED
    acts = [PartyAction(action="signed", date=day)] if is_signed else []
    return Agreement(
        title=fields.title,
        kind=fields.type,
        stage=fields.status if fields.status in _STAGES else "",
        concluded=day if is_signed else None,
        summary=fields.subject,
        amounts=[_amount(fields.value, is_signed)] if fields.value else [],
        parties=[
            Party(who=names.record(name, ""), actions=[*map(_copy_act, acts)])
            for name in fields.parties
        ],
    )


def _copy_act(act: PartyAction) -> PartyAction:
    return PartyAction(action=act.action, date=act.date)


def _amount(value: ProposedValue, is_signed: bool) -> Amount:
    return Amount(
        number=value.amount,
        currency=value.currency,
        qualifier=value.qualifier,
        stage="committed" if is_signed else "announced",
    )


def _event(fields: EventFields, names: KnownNames) -> Event:
    countries = [
        Participant(who=names.record(country_name(code), "organization"), role="country")
        for code in fields.countries
        if code not in fields.own_states and country_name(code) not in fields.participants
    ]
    return Event(
        title=event_title(fields),
        kind=fields.type,
        start=HistoricalDate.parse(fields.date) if fields.date else None,
        place=fields.place,
        status=fields.status,
        outcome="\n".join(_outcome_lines(fields)),
        participants=[Participant(who=names.record(name, "")) for name in fields.participants]
        + countries,
    )


def event_title(fields: EventFields) -> str:
    """Return what an event of these fields is called.

    >>> event_title(EventFields("call", participants=("Ishaq Dar", "Marco Rubio")))
    'Telephone call of Ishaq Dar with Marco Rubio'
    >>> event_title(EventFields("visit", participants=("Asim Munir",), place="Washington"))
    'Visit of Asim Munir to Washington'
    """
    states = [name for code in fields.countries if (name := country_name(code)) != fields.place]
    everybody = fields.participants or tuple(states)
    who = _listing(everybody)
    template = _TITLES.get(fields.type, "")
    if len(everybody) > 1:
        template = _TITLES_OF_SIDES.get(fields.type, template)
    if who and template and (fields.place or "{place}" not in template):
        first, others = _with_article(everybody[0]), _listing(everybody[1:])
        place = _with_article(fields.place)
        return template.format(who=who, first=first, others=others, place=place)
    kind = fields.type[:1].upper() + fields.type[1:]
    return ": ".join(filter(None, (kind, who or fields.place)))


def _listing(names: Sequence[str]) -> str:
    """Return names as a list of words: "A", "A and B", "A, B and others"."""
    words = [*map(_with_article, names[:_MAX_NAMED])]
    if len(names) > _MAX_NAMED:
        words = [*words[:-1], "others"]
    return " and ".join(filter(None, (", ".join(words[:-1]), "".join(words[-1:]))))


def _with_article(name: str) -> str:
    is_state = name.startswith(_WITH_ARTICLE) and country_code(name) is not None
    return f"the {name}" if is_state else name


def _outcome_lines(fields: EventFields) -> Iterator[str]:
    for line in fields.outcome:
        yield f"{line.speaker}: {line.text}" if line.speaker else line.text


def _aliases(name: str, aliases: tuple[str, ...], acronym: str = "") -> Iterator[Name]:
    for alias in dict.fromkeys(aliases):
        if alias not in (name, acronym):
            yield Name(text=alias)


_DRAFTS: Final[dict[type, Any]] = {
    PersonFields: _person,
    OrganizationFields: _organization,
    AgreementFields: _agreement,
    EventFields: _event,
}
