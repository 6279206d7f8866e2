"""The form of an agreement."""

from __future__ import annotations

from db import Agreement, AgreementLink, Amount, Party, PartyAction
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES
from desktop.fields.field_types import Form, Native, PartsTableSpec, Section, declared, label_of

ACTORS = ("organization", "person")
ACTIONS = PartsTableSpec(
    "actions",
    label_of(Party, "actions"),
    PartyAction,
    "signature or ratification",
    (
        declared(PartyAction, "action", width=3),
        declared(PartyAction, "date"),
        declared(PartyAction, "date_of"),
        declared(PartyAction, "signatory", width=3),
        declared(PartyAction, "note"),
    ),
)
PARTIES = PartsTableSpec(
    "parties",
    label_of(Agreement, "parties"),
    Party,
    "party",
    (
        declared(Party, "who", width=5),
        declared(Party, "side"),
        declared(Party, "capacity", width=3),
    ),
    inner=ACTIONS,
)
AMOUNTS = PartsTableSpec(
    "amounts",
    label_of(Agreement, "amounts"),
    Amount,
    "amount",
    (
        declared(Amount, "qualifier"),
        declared(Amount, "number", width=3, hint="500000000"),
        declared(Amount, "currency", width=1, hint="USD"),
        declared(Amount, "stage"),
        declared(Amount, "as_of"),
        declared(Amount, "note", width=3),
    ),
)
AGREEMENT_LINKS = PartsTableSpec(
    "agreement_links",
    label_of(Agreement, "agreement_links"),
    AgreementLink,
    "agreement",
    (
        declared(AgreementLink, "nature"),
        declared(AgreementLink, "other", width=6),
    ),
)

AGREEMENT = Form(
    "agreement",
    (
        Section(
            "",
            (
                declared(Agreement, "title"),
                Native("Native title"),
                declared(Agreement, "kind"),
                declared(Agreement, "reference"),
                declared(Agreement, "concluded"),
                declared(Agreement, "place"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Parties and their acts", (PARTIES,)),
        Section(
            "Dates and terms",
            (
                declared(Agreement, "stage"),
                declared(Agreement, "binding"),
                declared(Agreement, "provisional"),
                declared(Agreement, "in_force"),
                declared(Agreement, "in_force_clause"),
                declared(Agreement, "duration", hint="five years"),
                declared(Agreement, "renewal"),
                declared(Agreement, "notice_period", hint="six months"),
                declared(Agreement, "terminated"),
            ),
        ),
        Section("Amounts", (AMOUNTS,)),
        Section("Related agreements", (AGREEMENT_LINKS,)),
        Section(
            "Description",
            (
                declared(Agreement, "summary"),
                declared(Agreement, "level"),
                declared(Agreement, "laterality"),
                declared(Agreement, "languages", hint="English, Urdu"),
                declared(Agreement, "depositary"),
                declared(Agreement, "registration", hint="UNTS 54321"),
                declared(Agreement, "country"),
            ),
        ),
        Section("Other titles", (NAMES,)),
        CONTACT_SECTION,
        *LAST_SECTIONS,
    ),
)
