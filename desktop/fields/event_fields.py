"""The form of an event."""

from __future__ import annotations

from db import Participant
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES, TITLE
from desktop.fields.field_types import Field, Form, Native, Parts, Section

ACTORS = ("person", "organization")
PARTICIPANTS = Parts(
    "participants",
    "Participants",
    Participant,
    "participant",
    (
        Field("who", "Who", "ref", kinds=ACTORS, width=6),
        Field("role", "As what", "choice", "participant.role", width=3),
        Field("side", "Side", width=3),
    ),
)

EVENT = Form(
    "event",
    (
        Section(
            "",
            (
                TITLE,
                Native("Native title"),
                Field("kind", "Kind", "choice", "event.kind"),
                Field("start", "Start", "date"),
                Field("end", "End", "date"),
                Field("status", "Status", "choice", "event.status"),
                Field("place", "Place"),
                Field("country", "Country", "country"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Participants", (PARTICIPANTS,)),
        Section("Outcome", (Field("outcome", "Outcome", "text"),)),
        Section(
            "How and when",
            (
                Field("channel", "Channel", "choice", "event.channel"),
                Field("local_time", "Local time", hint="14:30"),
                Field("zone", "Time zone", hint="Asia/Karachi"),
                Field("initiated_by", "Initiated by", "ref", kinds=ACTORS),
                Field("part_of", "Part of", "ref", kinds=("event",)),
            ),
        ),
        CONTACT_SECTION,
        Section("Other titles", (NAMES,)),
        *LAST_SECTIONS,
    ),
)
