"""The form of an event."""

from __future__ import annotations

from db import Event, Participant
from desktop.fields.every_kind import (
    CHECKED,
    CONTACT_SECTION,
    KEEP_UNTIL,
    LAST_SECTIONS,
    MARKING,
    NAMES,
    sources_of,
)
from desktop.fields.field_types import Form, Native, PartsTableSpec, Section, field_of, label_of

PARTICIPANTS = PartsTableSpec(
    "participants",
    label_of(Event, "participants"),
    Participant,
    "participant",
    (
        field_of(Participant, "who", width=6),
        field_of(Participant, "role", width=3),
        field_of(Participant, "side", width=3),
    ),
)

EVENT = Form(
    "event",
    (
        Section(
            "",
            (
                field_of(Event, "title"),
                Native("Native title"),
                field_of(Event, "kind"),
                field_of(Event, "start"),
                field_of(Event, "end"),
                field_of(Event, "status"),
                field_of(Event, "place"),
                field_of(Event, "country"),
                MARKING,
                CHECKED,
                KEEP_UNTIL,
            ),
        ),
        Section("Participants", (PARTICIPANTS,)),
        Section("Outcome", (field_of(Event, "outcome"),)),
        sources_of("event"),
        Section(
            "How and when",
            (
                field_of(Event, "channel"),
                field_of(Event, "local_time", hint="14:30"),
                field_of(Event, "zone", hint="Asia/Karachi"),
                field_of(Event, "initiated_by"),
                field_of(Event, "part_of"),
            ),
        ),
        CONTACT_SECTION,
        Section("Other titles", (NAMES,)),
        *LAST_SECTIONS,
    ),
)
