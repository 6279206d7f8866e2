"""The form of a person."""

from __future__ import annotations

from db import Rank, Tenure
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES, TITLE
from desktop.fields.field_types import Field, Form, Native, Parts, Section

TENURES = Parts(
    "tenures",
    "Offices held",
    Tenure,
    "office",
    (
        Field("office", "Office", "office", width=5, hint="Foreign Minister, Ministry …"),
        Field("acting", "Acting", "flag", width=1),
        Field("since", "Since", "date"),
        Field("until", "Until", "date"),
        Field("end_state", "End", "choice", "tenure.end_state"),
        Field("note", "Remark"),
    ),
)
RANKS = Parts(
    "ranks",
    "Ranks",
    Rank,
    "rank",
    (
        Field("title", "Rank", width=4),
        Field("service", "Service", "choice", "rank.service", width=3),
        Field("since", "Since", "date"),
        Field("until", "Until", "date"),
    ),
)

PERSON = Form(
    "person",
    (
        Section(
            "",
            (
                TITLE,
                Native("Native name"),
                Field("honorific", "Honorifics", hint="H.E., Mr, Lt. Gen."),
                Field("post_nominals", "Post-nominals", hint="NI(M)"),
                Field("country", "Nationality", "country"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Offices and ranks", (TENURES, RANKS)),
        CONTACT_SECTION,
        Section(
            "Name",
            (
                Field("given", "Given name"),
                Field("particles", "Particles"),
                Field("family", "Family name"),
                Field("name_order", "Order", "choice", "person.name_order"),
                Field("pronunciation", "Pronunciation", hint="iss-HAAK DAAR"),
                Field("spoken_address", "Spoken address", hint="Your Excellency"),
                Field("written_address", "Written address", hint="His Excellency"),
                NAMES,
            ),
        ),
        Section(
            "Life",
            (
                Field("gender", "Gender", "choice", "person.gender"),
                Field("born", "Born", "date"),
                Field("died", "Died", "date"),
                Field("languages", "Languages", hint="Urdu, English"),
                Field("biography", "Biography", "text"),
            ),
        ),
        *LAST_SECTIONS,
    ),
)
