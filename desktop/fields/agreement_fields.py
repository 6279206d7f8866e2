"""The form of an agreement."""

from __future__ import annotations

from db import Agreement, AgreementLink, Amount, Party, PartyAction
from desktop.fields.every_kind import (
    CHECKED,
    CONTACT_SECTION,
    KEEP_UNTIL,
    LAST_SECTIONS,
    MARKING,
    NAMES,
    sources_of,
)
from desktop.fields.field_types import (
    ActColumn,
    Form,
    FormField,
    Native,
    PartsTableSpec,
    Section,
    field_of,
    label_of,
)

SIGNED = ("signed", "signed subject to ratification", "definitively signed")
CONSENT = (
    "ratified", "acceded", "accepted", "approved", "succeeded", "formally confirmed", "notified",
)  # fmt: skip

ACTIONS = PartsTableSpec(
    "actions",
    label_of(Party, "actions"),
    PartyAction,
    "signature or ratification",
    (
        field_of(PartyAction, "action", width=3),
        field_of(PartyAction, "date"),
        field_of(PartyAction, "date_of"),
        field_of(PartyAction, "effect"),
        field_of(PartyAction, "signatory", width=3),
        field_of(PartyAction, "note"),
    ),
    (
        field_of(PartyAction, "territory", hint="Aruba"),
        field_of(PartyAction, "towards"),
        field_of(PartyAction, "text"),
    ),
)
PARTIES = PartsTableSpec(
    "parties",
    label_of(Agreement, "parties"),
    Party,
    "party",
    (
        field_of(Party, "who", width=4),
        FormField("signed", "Signed", "act", act=ActColumn(SIGNED)),
        FormField(
            "signed_by",
            "Signed by",
            "ref",
            kinds=("person",),
            width=3,
            act=ActColumn(SIGNED, "signatory"),
        ),
        FormField("consent", "Ratified, acceded", "act", act=ActColumn(CONSENT)),
        FormField("in_force", "In force", "act", act=ActColumn(("entry into force",))),
    ),
    (field_of(Party, "side"), field_of(Party, "capacity")),
    inner=ACTIONS,
    for_all=("signed", "&All signed on…"),
)
AMOUNTS = PartsTableSpec(
    "amounts",
    label_of(Agreement, "amounts"),
    Amount,
    "amount",
    (
        field_of(Amount, "number", sort="amount", width=4, hint="about USD 500 million, announced"),
        field_of(Amount, "qualifier"),
        field_of(Amount, "currency", width=1, hint="USD"),
        field_of(Amount, "stage"),
        field_of(Amount, "as_of"),
        field_of(Amount, "note", width=3),
    ),
)
AGREEMENT_LINKS = PartsTableSpec(
    "agreement_links",
    label_of(Agreement, "agreement_links"),
    AgreementLink,
    "agreement",
    (
        field_of(AgreementLink, "nature"),
        field_of(AgreementLink, "other", width=6),
        field_of(AgreementLink, "scope", width=3, hint="between its parties"),
    ),
)

AGREEMENT = Form(
    "agreement",
    (
        Section(
            "",
            (
                field_of(Agreement, "title"),
                Native("Native title"),
                field_of(Agreement, "kind"),
                field_of(Agreement, "reference"),
                field_of(Agreement, "concluded"),
                field_of(Agreement, "place"),
                MARKING,
                CHECKED,
                KEEP_UNTIL,
            ),
        ),
        Section("Parties and their acts", (PARTIES,)),
        Section(
            "Dates and terms",
            (
                field_of(Agreement, "stage"),
                field_of(Agreement, "binding"),
                field_of(Agreement, "adopted"),
                field_of(Agreement, "signature_until"),
                field_of(Agreement, "provisional"),
                field_of(Agreement, "provisional_until"),
                field_of(Agreement, "provisional_who", hint="all signatories"),
                field_of(Agreement, "in_force"),
                field_of(Agreement, "in_force_clause"),
                field_of(Agreement, "in_force_rule", hint="50 deposits + 90 days"),
                field_of(Agreement, "share_met"),
                field_of(Agreement, "later_rule", hint="90 days"),
                field_of(Agreement, "parties_complete"),
                field_of(Agreement, "duration", hint="10 years"),
                field_of(Agreement, "renewal", hint="tacit, notice 6 months before the end"),
                field_of(Agreement, "notice_period", hint="six months"),
                field_of(Agreement, "withdrawal_rule", hint="12 months, not before 3 years"),
                field_of(Agreement, "terminated"),
            ),
        ),
        Section("Amounts", (AMOUNTS,)),
        Section("Related agreements", (AGREEMENT_LINKS,)),
        sources_of("agreement"),
        Section(
            "Description",
            (
                field_of(Agreement, "summary"),
                field_of(Agreement, "level"),
                field_of(Agreement, "laterality"),
                field_of(Agreement, "languages", hint="English, Urdu"),
                field_of(Agreement, "depositary"),
                field_of(Agreement, "country"),
            ),
        ),
        Section(
            "Steps at home",
            (
                field_of(Agreement, "authority"),
                field_of(Agreement, "legal_opinion"),
                field_of(Agreement, "laid"),
                field_of(Agreement, "registered"),
                field_of(Agreement, "registration", hint="I-54321"),
                field_of(Agreement, "original_place"),
            ),
        ),
        Section("Other titles", (NAMES,)),
        CONTACT_SECTION,
        *LAST_SECTIONS,
    ),
)
