"""An event of a Popolo file as a draft: an election, a legislative period, a sitting."""

from __future__ import annotations

import re

from db.exchange.placing.drafts import RowDraft
from db.exchange.placing.tally import RowFault
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_names import other_names
from db.exchange.popolo.popolo_parts import complete_draft, read_notes
from db.exchange.popolo.popolo_values import Thing
from db.record_types import Event, Participant, Ref
from db.vocabulary.choices import choices
from db.vocabulary.countries import country_code

USED = frozenset((
    "id", "name", "other_names", "classification", "start_date", "end_date", "start_time",
    "end_time", "location", "status", "description", "organization", "organization_id", "attendees",
    "parent", "parent_id", "area", "area_id", "identifiers", "wikidata", "wikidata_id", "links",
    "image", "images", "website", "sources", "note", "notes", "contact_details", "email",
    "country_code", "outcome", "topics", "marking",
))  # fmt: skip
STATES = {"confirmed": "planned", "tentative": "planned", "passed": "held", "past": "held",
          "canceled": "cancelled"}  # fmt: skip
_ELECTION = re.compile(r".*\belections?", re.I)


def build(
    thing: Thing, file: PopoloFile, area: str, people: list[tuple[int, str]], part_of: int
) -> RowDraft:
    """Return the event; `people` are the records that took part, bodies too, each with its role.

    Raises RowFault.
    """
    kind = thing.word("classification", "type")
    event = Event(title=thing.name("name", "label") or kind)
    draft = RowDraft(event, ["title"])
    if not event.title:
        raise RowFault(thing.at("name"), "", "The event has no name; give it one.")
    if kind:
        draft.put("kind", event_kind(kind))
    start, end = thing.span(*_days(thing))
    for name, date in (("start", start), ("end", end)):
        if date is not None:
            draft.put(name, date)
    if code := country_code(thing.word("country_code")):
        draft.put("country", code)
    if outcome := thing.prose("outcome"):
        draft.put("outcome", outcome)
    if place := thing.text("location") or area:
        draft.put("place", place)
    status = thing.word("status").casefold()
    status = STATES.get(status, status)
    if status in choices("event.status") and status:
        draft.put("status", status)
    elif status:
        read_notes(thing, draft, "status")
    if part_of:
        draft.put("part_of", Ref(part_of))
    roles = {key: role for key, role in reversed(people) if key}
    keys = dict.fromkeys(key for key, _ in people if key)
    event.participants = [Participant(who=Ref(key), role=roles[key]) for key in keys]
    event.names, notes = other_names(thing, event.title, frozenset())
    event.notes += notes
    read_notes(thing, draft, "description", "note", "notes")
    facts = [event.title, thing.text(_days(thing)[0]), thing.tie("organization_id")]
    complete_draft(thing, draft, file, facts)
    return draft


def _days(thing: Thing) -> tuple[str, str]:
    start = "start_date" if thing.text("start_date") else "start_time"
    return start, "end_date" if thing.text("end_date") else "end_time"


def event_kind(text: str) -> str:
    """Return the word of our list for an event's classification, or the file's own word.

    >>> event_kind("General election"), event_kind("legislative period")
    ('election', 'legislative period')
    """
    plain = text.casefold()
    if plain in choices("event.kind"):
        return plain
    return "election" if _ELECTION.fullmatch(plain) else text
