"""The form of an organization."""

from __future__ import annotations

from db import Office, Parent
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES, TITLE
from desktop.fields.field_types import Field, Form, Native, Parts, Section

OFFICES = Parts(
    "offices",
    "Offices",
    Office,
    "office",
    (
        Field("title", "Office", width=6),
        Field("precedence", "Precedence", "number", width=1),
        Field("seats", "Seats", "number", width=1),
        Field("founded", "Created", "date"),
        Field("dissolved", "Abolished", "date"),
    ),
)
PARENTS = Parts(
    "parents",
    "Stands under",
    Parent,
    "body",
    (
        Field("parent", "Body", "ref", kinds=("organization",), width=6),
        Field("since", "Since", "date"),
        Field("until", "Until", "date"),
    ),
)

ORGANIZATION = Form(
    "organization",
    (
        Section(
            "",
            (
                TITLE,
                Native("Native name"),
                Field("acronym", "Acronym"),
                Field("kind", "Kind", "choice", "organization.kind"),
                Field("country", "Country", "country"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Offices", (OFFICES,)),
        Section(
            "Body",
            (
                Field("founded", "Founded", "date"),
                Field("dissolved", "Dissolved", "date"),
                Field("predecessor", "Predecessor", "ref", kinds=("organization",)),
                Field("purpose", "Purpose", "text"),
                PARENTS,
            ),
        ),
        CONTACT_SECTION,
        Section("Other names", (NAMES,)),
        *LAST_SECTIONS,
    ),
)
