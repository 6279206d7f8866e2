"""The form of a person."""

from __future__ import annotations

from db import Person, Rank, Tenure
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES
from desktop.fields.field_types import Form, Native, PartsTableSpec, Section, declared, label_of

TENURES = PartsTableSpec(
    "tenures",
    label_of(Person, "tenures"),
    Tenure,
    "office",
    (
        declared(Tenure, "office", width=5, hint="Foreign Minister, Ministry …"),
        declared(Tenure, "acting", width=1),
        declared(Tenure, "since"),
        declared(Tenure, "until"),
        declared(Tenure, "end_state"),
        declared(Tenure, "note"),
    ),
)
RANKS = PartsTableSpec(
    "ranks",
    label_of(Person, "ranks"),
    Rank,
    "rank",
    (
        declared(Rank, "title", width=4),
        declared(Rank, "service", width=3),
        declared(Rank, "since"),
        declared(Rank, "until"),
    ),
)

PERSON = Form(
    "person",
    (
        Section(
            "",
            (
                declared(Person, "title"),
                Native("Native name"),
                declared(Person, "honorific", hint="H.E., Mr, Lt. Gen."),
                declared(Person, "post_nominals", hint="NI(M)"),
                declared(Person, "country"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Offices and ranks", (TENURES, RANKS)),
        CONTACT_SECTION,
        Section(
            "Name",
            (
                declared(Person, "given"),
                declared(Person, "particles"),
                declared(Person, "family"),
                declared(Person, "name_order"),
                declared(Person, "pronunciation", hint="iss-HAAK DAAR"),
                declared(Person, "spoken_address", hint="Your Excellency"),
                declared(Person, "written_address", hint="His Excellency"),
                NAMES,
            ),
        ),
        Section(
            "Life",
            (
                declared(Person, "gender"),
                declared(Person, "born"),
                declared(Person, "died"),
                declared(Person, "languages", hint="Urdu, English"),
                declared(Person, "biography"),
            ),
        ),
        *LAST_SECTIONS,
    ),
)
