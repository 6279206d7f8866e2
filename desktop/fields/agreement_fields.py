"""The form of an agreement."""

from __future__ import annotations

from db import AgreementLink, Amount, Party, PartyAction
from desktop.fields.every_kind import CHECKED, CONTACT_SECTION, LAST_SECTIONS, MARKING, NAMES, TITLE
from desktop.fields.field_types import Field, Form, Native, Parts, Section

ACTORS = ("organization", "person")
ACTIONS = Parts(
    "actions",
    "What it did",
    PartyAction,
    "act",
    (
        Field("action", "Act", "choice", "party_action.action", width=3),
        Field("date", "Date", "date"),
        Field("date_of", "Date is of", "choice", "party_action.date_of"),
        Field("signatory", "By the hand of", "ref", kinds=("person",), width=3),
        Field("note", "Remark"),
    ),
)
PARTIES = Parts(
    "parties",
    "Parties",
    Party,
    "party",
    (
        Field("who", "Party", "ref", kinds=ACTORS, width=5),
        Field("side", "Side"),
        Field("capacity", "Capacity", width=3),
    ),
    inner=ACTIONS,
)
AMOUNTS = Parts(
    "amounts",
    "Amounts",
    Amount,
    "amount",
    (
        Field("qualifier", "Exact?", "choice", "amount.qualifier"),
        Field("number", "Number", width=3, hint="500000000"),
        Field("currency", "Currency", width=1, hint="USD"),
        Field("stage", "Stage", "choice", "amount.stage"),
        Field("as_of", "As of", "date"),
        Field("note", "Remark", width=3),
    ),
)
AGREEMENT_LINKS = Parts(
    "agreement_links",
    "Bears on",
    AgreementLink,
    "agreement",
    (
        Field("nature", "How", "choice", "agreement_link.nature"),
        Field("other", "Agreement", "ref", kinds=("agreement",), width=6),
    ),
)

AGREEMENT = Form(
    "agreement",
    (
        Section(
            "",
            (
                TITLE,
                Native("Native title"),
                Field("kind", "Kind", "choice", "agreement.kind"),
                Field("reference", "Reference"),
                Field("concluded", "Concluded", "date"),
                Field("place", "Place"),
                MARKING,
                CHECKED,
            ),
        ),
        Section("Parties and what each did", (PARTIES,)),
        Section(
            "Force",
            (
                Field("stage", "Stage before", "choice", "agreement.stage"),
                Field("binding", "Binding", "choice", "agreement.binding"),
                Field("provisional", "Provisional", "date"),
                Field("in_force", "Entry into force", "date"),
                Field("in_force_clause", "By which clause", "text"),
                Field("duration", "Duration", hint="five years"),
                Field("renewal", "Renewal"),
                Field("notice_period", "Notice period", hint="six months"),
                Field("terminated", "Terminated", "date"),
            ),
        ),
        Section("Amounts", (AMOUNTS,)),
        Section("Other agreements", (AGREEMENT_LINKS,)),
        Section(
            "Description",
            (
                Field("summary", "Summary", "text"),
                Field("level", "Level", "choice", "agreement.level"),
                Field("laterality", "Laterality", "choice", "agreement.laterality"),
                Field("languages", "Languages", hint="English, Urdu"),
                Field("depositary", "Depositary"),
                Field("registration", "Registration", hint="UNTS 54321"),
                Field("country", "Country", "country"),
            ),
        ),
        Section("Other titles", (NAMES,)),
        CONTACT_SECTION,
        *LAST_SECTIONS,
    ),
)
