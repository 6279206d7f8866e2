"""The form of an organization."""

from __future__ import annotations

from db import Office, Organization, Parent
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES
from desktop.fields.field_types import Form, Native, PartsTableSpec, Section, declared, label_of

OFFICES = PartsTableSpec(
    "offices",
    label_of(Organization, "offices"),
    Office,
    "office",
    (
        declared(Office, "title", width=6),
        declared(Office, "precedence", width=1),
        declared(Office, "seats", width=1),
        declared(Office, "founded"),
        declared(Office, "dissolved"),
    ),
)
PARENTS = PartsTableSpec(
    "parents",
    label_of(Organization, "parents"),
    Parent,
    "parent body",
    (
        declared(Parent, "parent", width=6),
        declared(Parent, "since"),
        declared(Parent, "until"),
    ),
)

ORGANIZATION = Form(
    "organization",
    (
        Section(
            "",
            (
                declared(Organization, "title"),
                Native("Native name"),
                declared(Organization, "acronym"),
                declared(Organization, "kind"),
                declared(Organization, "country"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Offices", (OFFICES,)),
        Section(
            "Details",
            (
                declared(Organization, "founded"),
                declared(Organization, "dissolved"),
                declared(Organization, "predecessor"),
                declared(Organization, "purpose"),
                PARENTS,
            ),
        ),
        CONTACT_SECTION,
        Section("Other names", (NAMES,)),
        *LAST_SECTIONS,
    ),
)
