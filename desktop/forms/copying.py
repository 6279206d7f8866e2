"""A new record filled in from another one; Duplicate and Add sub-meeting ask it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from db import Event, Part, Participant, Ref, Source, field_names

if TYPE_CHECKING:
    from db import Record

_FRESH = {"id": 0, "uid": "", "version": 0, "created": "", "changed": "", "checked_on": None}


def copy_record(record: Record) -> Record:
    """Return the same again as a record not yet saved.

    Its identifiers and attachments stay behind, because they belong to the one; the sources that
    it cites stay the same sources.

    >>> from db import Name, Person
    >>> one = Person(id=7, uid="x", title="Ann", names=[Name(id=3, text="Anna")])
    >>> two = copy_record(one)
    >>> two.id, two.uid, two.names[0].id, two.names[0].text, one.names[0].id
    (0, '', 0, 'Anna', 3)
    """
    copied = deepcopy(record)
    _refresh(copied)
    copied.identifiers, copied.attachments = [], []
    return copied


def meeting_within(event: Event) -> Event:
    """Return a meeting that is part of an event, with its place, country, marking and people; one
    that is itself a meeting of a visit is followed by another of that visit.

    >>> from db import Event
    >>> made = meeting_within(Event(id=3, title="Visit to Ankara", kind="visit", place="Ankara"))
    >>> made.kind, made.place, made.part_of.title
    ('meeting', 'Ankara', 'Visit to Ankara')
    """
    is_meeting = event.kind == "meeting" and event.part_of is not None
    return Event(
        kind="meeting",
        part_of=event.part_of if is_meeting else Ref(event.id, event.title, "event"),
        start=event.start if event.end is None else None,  # which day of several is not known
        place=event.place,
        country=event.country,
        marking=event.marking,
        status=event.status,
        participants=[
            Participant(who=each.who, role=each.role, side=each.side) for each in event.participants
        ],
    )


def _refresh(part: Record | Part) -> None:
    for name in field_names(part):
        if name in _FRESH:
            setattr(part, name, _FRESH[name])
        value = getattr(part, name)
        if isinstance(value, list):
            for item in value:
                if isinstance(item, Part) and not isinstance(item, Source):
                    _refresh(item)
