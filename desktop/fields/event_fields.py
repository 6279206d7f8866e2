"""The form of an event."""

from __future__ import annotations

from db import Event, Participant
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES
from desktop.fields.field_types import Form, Native, PartsTableSpec, Section, declared, label_of

ACTORS = ("person", "organization")
PARTICIPANTS = PartsTableSpec(
    "participants",
    label_of(Event, "participants"),
    Participant,
    "participant",
    (
        declared(Participant, "who", width=6),
        declared(Participant, "role", width=3),
        declared(Participant, "side", width=3),
    ),
)

EVENT = Form(
    "event",
    (
        Section(
            "",
            (
                declared(Event, "title"),
                Native("Native title"),
                declared(Event, "kind"),
                declared(Event, "start"),
                declared(Event, "end"),
                declared(Event, "status"),
                declared(Event, "place"),
                declared(Event, "country"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Participants", (PARTICIPANTS,)),
        Section("Outcome", (declared(Event, "outcome"),)),
        Section(
            "How and when",
            (
                declared(Event, "channel"),
                declared(Event, "local_time", hint="14:30"),
                declared(Event, "zone", hint="Asia/Karachi"),
                declared(Event, "initiated_by"),
                declared(Event, "part_of"),
            ),
        ),
        CONTACT_SECTION,
        Section("Other titles", (NAMES,)),
        *LAST_SECTIONS,
    ),
)
