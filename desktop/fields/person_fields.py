"""The form of a person."""

from __future__ import annotations

from typing import Any

from db import Accreditation, Person, Rank, Tenure
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


def follow_end(before: dict[str, Any], cells: dict[str, Any]) -> None:
    """Say what is known of a tenure's end once its days are typed: who serves since a day and has
    no end is in office. What the officer says of the end stands.

    >>> from db import HistoricalDate
    >>> before = {"since": None, "until": None, "end_state": "unknown"}
    >>> cells = before | {"since": HistoricalDate.parse("2025")}
    >>> follow_end(before, cells)
    >>> cells["end_state"]
    'ongoing'
    """
    state, since, until = cells["end_state"], cells["since"], cells["until"]
    if state != before["end_state"]:
        return
    if until is not None and before["until"] is None and state in ("unknown", "ongoing"):
        cells["end_state"] = "ended"
    elif until is None and before["until"] is not None and state == "ended":
        cells["end_state"] = "ongoing" if since is not None else "unknown"
    elif until is None and since is not None and before["since"] is None and state == "unknown":
        cells["end_state"] = "ongoing"


TENURES = PartsTableSpec(
    "tenures",
    label_of(Person, "tenures"),
    Tenure,
    "office",
    (
        field_of(Tenure, "office", width=5, hint="Foreign Minister, Ministry …"),
        field_of(Tenure, "since"),
        field_of(Tenure, "until"),
        field_of(Tenure, "end_state"),
        field_of(Tenure, "acting", width=1),
        field_of(Tenure, "note"),
    ),
    follow=follow_end,
)
ACCREDITATIONS = PartsTableSpec(
    "accreditations",
    label_of(Person, "accreditations"),
    Accreditation,
    "accreditation",
    (
        field_of(Accreditation, "state", width=3),
        field_of(Accreditation, "receiving", width=3),
        field_of(Accreditation, "mission_class", width=3),
        field_of(Accreditation, "credentials"),
        field_of(Accreditation, "farewell"),
    ),
    (
        field_of(Accreditation, "residence"),
        field_of(Accreditation, "agrement"),
        field_of(Accreditation, "appointed"),
        field_of(Accreditation, "arrived"),
        field_of(Accreditation, "arrived_time", hint="10:30"),
        field_of(Accreditation, "true_copy"),
        field_of(Accreditation, "true_copy_time", hint="10:30"),
        field_of(Accreditation, "credentials_time", hint="10:30"),
        field_of(Accreditation, "notified"),
        field_of(Accreditation, "notified_time", hint="10:30"),
        field_of(Accreditation, "for_class"),
        field_of(Accreditation, "absent_from"),
        field_of(Accreditation, "absent_until"),
        field_of(Accreditation, "note"),
    ),
)
RANKS = PartsTableSpec(
    "ranks",
    label_of(Person, "ranks"),
    Rank,
    "rank",
    (
        field_of(Rank, "title", width=4),
        field_of(Rank, "service", width=3),
        field_of(Rank, "since"),
        field_of(Rank, "until"),
    ),
)

PERSON = Form(
    "person",
    (
        Section(
            "",
            (
                field_of(Person, "title"),
                Native("Native name"),
                field_of(Person, "honorific", hint="H.E., Mr, Lt. Gen."),
                field_of(Person, "post_nominals", hint="NI(M)"),
                field_of(Person, "country"),
                MARKING,
                CHECKED,
                KEEP_UNTIL,
            ),
        ),
        Section("Offices and ranks", (TENURES, RANKS)),
        CONTACT_SECTION,
        sources_of("person"),
        Section(
            "Name",
            (
                field_of(Person, "given"),
                field_of(Person, "particles"),
                field_of(Person, "family"),
                field_of(Person, "name_order"),
                field_of(Person, "pronunciation", hint="iss-HAAK DAAR"),
                field_of(Person, "spoken_address", hint="Your Excellency"),
                field_of(Person, "written_address", hint="His Excellency"),
                NAMES,
            ),
        ),
        Section(
            "Life",
            (
                field_of(Person, "gender"),
                field_of(Person, "born"),
                field_of(Person, "died"),
                field_of(Person, "languages", hint="Urdu, English"),
                field_of(Person, "biography"),
            ),
        ),
        Section("Accreditations", (ACCREDITATIONS,)),
        *LAST_SECTIONS,
    ),
)
