"""The form of a person."""

from __future__ import annotations

from db import Person, Rank, Tenure
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES
from desktop.fields.field_types import Form, Native, PartsTableSpec, Section, field_of, label_of

TENURES = PartsTableSpec(
    "tenures",
    label_of(Person, "tenures"),
    Tenure,
    "office",
    (
        field_of(Tenure, "office", width=5, hint="Foreign Minister, Ministry …"),
        field_of(Tenure, "acting", width=1),
        field_of(Tenure, "since"),
        field_of(Tenure, "until"),
        field_of(Tenure, "end_state"),
        field_of(Tenure, "note"),
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
            ),
        ),
        Section("Offices and ranks", (TENURES, RANKS)),
        CONTACT_SECTION,
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
        *LAST_SECTIONS,
    ),
)
