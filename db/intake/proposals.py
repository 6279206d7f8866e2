"""What reading a text proposes: records to be, each with the words it came from and why.

`reading.read` makes them; matching, the screen and the `intake` command take them from there.
Countries are codes in small letters, as everywhere in the desk; the JSON writes them as ISO does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, Generic, Protocol, TypeVar

#: From this confidence on a proposal is ticked when it is shown.
TICKED_FROM: Final = 0.6
#: Fields whose values are country codes.
_COUNTRY_FIELDS: Final = frozenset(("country", "countries"))


@dataclass(frozen=True, slots=True)
class ProposedOffice:
    """An office that a text gives a person; `acting` and `former` as the text says."""

    title: str
    organization: str = ""
    country: str = ""
    acting: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class PersonFields:
    """One person, by the fullest name that the text has."""

    name: str
    aliases: tuple[str, ...] = ()
    rank: str = ""
    country: str = ""
    offices: tuple[ProposedOffice, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationFields:
    """One body; `type` is a word of the desk's list of kinds or empty."""

    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    type: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class ProposedValue:
    """A sum: `amount` is an exact decimal in text, `currency` a code or empty."""

    amount: str
    currency: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class AgreementFields:
    """One agreement; parties are names of bodies and countries, `date` is EDTF or None."""

    title: str
    type: str = ""
    status: str = ""
    parties: tuple[str, ...] = ()
    subject: str = ""
    value: ProposedValue | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class OutcomeSentence:
    """What somebody undertook or holds, apart from what happened.

    `kind` is "undertaking", "view" or "" for what was talked about.
    """

    text: str
    speaker: str = ""
    kind: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class EventFields:
    """One event: who took part as the clause says, when as EDTF or None, and what came of it.

    `own_states` are those of the countries for which somebody who took part is named; a record
    has no need of them, and the command prints them among the countries.
    """

    type: str
    date: str | None = None
    participants: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: str = ""
    status: str = ""
    outcome: tuple[OutcomeSentence, ...] = ()
    own_states: tuple[str, ...] = ()


Fields = TypeVar(
    "Fields", PersonFields, OrganizationFields, AgreementFields, EventFields, covariant=True
)


@dataclass(frozen=True, slots=True)
class Proposal(Generic[Fields]):
    """A record to be, beside the words it came from: `start` and `end` are places in the text.

    `match` is the uid of the record that it is, once somebody has looked into a desk, and
    `candidates` are the ids of those that it may be, likeliest first.
    """

    fields: Fields
    sentence: str
    start: int
    end: int
    confidence: float
    reasons: tuple[str, ...] = ()
    match: str | None = None
    spans: tuple[tuple[int, int], ...] = ()  # every place in the text that says so
    candidates: tuple[int, ...] = ()

    @property
    def is_ticked(self) -> bool:
        """Say whether the confidence is high enough to propose it ticked."""
        return self.confidence >= TICKED_FROM

    def as_json(self) -> dict[str, Any]:
        """Return the object that the `intake` command prints of it."""
        fields = asdict(self.fields)
        fields.pop("own_states", None)
        return {
            "fields": _in_capitals(fields),
            "sentence": self.sentence,
            "start": self.start,
            "end": self.end,
            "match": self.match,
            "confidence": round(self.confidence, 2),
            "ticked": self.is_ticked,
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class TextNote:
    """A remark on a part of the text, as that its sentences were not read."""

    says: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that one text proposes."""

    people: tuple[Proposal[PersonFields], ...] = ()
    organizations: tuple[Proposal[OrganizationFields], ...] = ()
    agreements: tuple[Proposal[AgreementFields], ...] = ()
    events: tuple[Proposal[EventFields], ...] = ()
    notes: tuple[TextNote, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the document that the `intake` command prints.

        >>> Proposals().as_json()
        {'people': [], 'organizations': [], 'agreements': [], 'events': [], 'notes': []}
        """
        kinds = ("people", "organizations", "agreements", "events")
        document: dict[str, Any] = {
            kind: [each.as_json() for each in getattr(self, kind)] for kind in kinds
        }
        return document | {"notes": [asdict(note) for note in self.notes]}


class Known(Protocol):
    """What the desk knows, as far as reading asks it."""

    def kind_of(self, name: str) -> str:
        """Say what a name as written is to the desk: "person", "organization" or ""."""
        ...

    def holder_of(self, title: str, organization: str, country: str, day: date) -> str:
        """Return the name of who held an office on a day; empty if nobody or several did."""
        ...


class NothingKnown:
    """An empty desk."""

    def kind_of(self, name: str) -> str:
        """Say that the name is not known."""
        return ""

    def holder_of(self, title: str, organization: str, country: str, day: date) -> str:
        """Say that no holder is known."""
        return ""


#: A second opinion on names: the text gives (start, end, "person" or "organization").
Recogniser = Callable[[str], Iterable[tuple[int, int, str]]]


def _in_capitals(value: Any, field: str = "") -> Any:
    """Return fields as JSON has them: lists for tuples, country codes in capitals."""
    if isinstance(value, dict):
        return {key: _in_capitals(each, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_capitals(each, field) for each in value]
    return value.upper() if field in _COUNTRY_FIELDS and isinstance(value, str) else value
