"""The form of an organization."""

from __future__ import annotations

from db import Office, OfficeRule, Organization, Parent
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

OFFICES = PartsTableSpec(
    "offices",
    label_of(Organization, "offices"),
    Office,
    "office",
    (
        field_of(Office, "title", width=6),
        field_of(Office, "precedence", width=1),
        field_of(Office, "seats", width=1),
        field_of(Office, "founded"),
        field_of(Office, "dissolved"),
    ),
)
OFFICE_RULES = PartsTableSpec(
    "office_rules",
    label_of(Organization, "office_rules"),
    OfficeRule,
    "place in the order",
    (
        field_of(OfficeRule, "title", width=6),
        field_of(OfficeRule, "body", width=4),
    ),
)
PARENTS = PartsTableSpec(
    "parents",
    label_of(Organization, "parents"),
    Parent,
    "parent body",
    (
        field_of(Parent, "parent", width=6),
        field_of(Parent, "since"),
        field_of(Parent, "until"),
    ),
)

ORGANIZATION = Form(
    "organization",
    (
        Section(
            "",
            (
                field_of(Organization, "title"),
                Native("Native name"),
                field_of(Organization, "acronym"),
                field_of(Organization, "kind"),
                field_of(Organization, "country"),
                MARKING,
                CHECKED,
                KEEP_UNTIL,
            ),
        ),
        Section("Offices", (OFFICES,)),
        Section(
            "Details",
            (
                field_of(Organization, "founded"),
                field_of(Organization, "dissolved"),
                field_of(Organization, "predecessor"),
                field_of(Organization, "purpose"),
                PARENTS,
            ),
        ),
        Section("Order of offices", (OFFICE_RULES,)),
        CONTACT_SECTION,
        sources_of("organization"),
        Section("Other names", (NAMES,)),
        *LAST_SECTIONS,
    ),
)
