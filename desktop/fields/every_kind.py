"""What the forms of all kinds have in common: names, sources, notes, files, links and the like."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from db import (
    Attachment,
    Citation,
    Confirmation,
    Contact,
    Identifier,
    Link,
    Name,
    Note,
    Record,
    Source,
)
from desktop.fields.field_types import FormField, PartsTableSpec, Section, field_of, label_of

MARKING = field_of(Record, "marking")
CHECKED = field_of(Record, "checked_on", hint="the day this was last checked")
KEEP_UNTIL = field_of(Record, "keep_until", hint="listed when due; nothing is erased by itself")

NAMES = PartsTableSpec(
    "names",
    label_of(Record, "names"),
    Name,
    "name",
    (
        field_of(Name, "text", width=5),
        field_of(Name, "kind"),
        field_of(Name, "language", hint="Urdu, or ur"),
        field_of(Name, "since"),
        field_of(Name, "until"),
    ),
    (field_of(Name, "script", hint="found from the letters, as in Arab or Cyrl"),),
)


def follow_contact(before: dict[str, Any], cells: dict[str, Any]) -> None:
    """Say of what type a contact is that was just typed, as far as its signs tell; a type that the
    officer chose stands.

    >>> before = {"kind": "phone", "value": ""}
    >>> cells = before | {"value": "ann@example.org"}
    >>> follow_contact(before, cells)
    >>> cells["kind"]
    'email'
    """
    value = cells["value"]
    if before["value"] or cells["kind"] != "phone" or not isinstance(value, str):
        return
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value.strip()):
        cells["kind"] = "email"
    elif re.match(r"(https?://|www\.)", value.strip(), re.IGNORECASE):
        cells["kind"] = "website"


CONTACTS = PartsTableSpec(
    "contacts",
    label_of(Record, "contacts"),
    Contact,
    "contact",
    (
        field_of(Contact, "kind"),
        field_of(Contact, "value", width=5),
        field_of(Contact, "note", width=3),
    ),
    starts_at="value",
    follow=follow_contact,
)
CITATIONS = PartsTableSpec(
    "citations",
    label_of(Record, "citations"),
    Citation,
    "source",
    (
        field_of(Source, "title", before="source.", sort="source", width=4),
        field_of(Citation, "passage", width=5),
        field_of(Citation, "field", hint="the whole record", sort="fact"),
        field_of(Citation, "confidence"),
        field_of(Citation, "stance"),
    ),
    (
        field_of(Source, "publisher", before="source."),
        field_of(Source, "author", before="source."),
        field_of(Source, "published", before="source."),
        field_of(Source, "url", before="source."),
        field_of(Source, "text", before="source."),
        field_of(Source, "marking", before="source."),
    ),
    unseen=(field_of(Source, "id", before="source."), field_of(Source, "uid", before="source.")),
)
NOTES = PartsTableSpec(
    "notes",
    label_of(Record, "notes"),
    Note,
    "note",
    (
        field_of(Note, "text", width=7),
        field_of(Note, "author", width=3),
        field_of(Note, "date", width=3),
        field_of(Note, "marking"),
    ),
)
ATTACHMENTS = PartsTableSpec(
    "attachments",
    label_of(Record, "attachments"),
    Attachment,
    "file",
    (
        field_of(Attachment, "file_name", width=5),
        field_of(Attachment, "size", width=1),
        field_of(Attachment, "marking"),
    ),
    takes_files=True,
    unseen=(field_of(Attachment, "media_type"), field_of(Attachment, "sha256")),
)
LINKS = PartsTableSpec(
    "links",
    label_of(Record, "links"),
    Link,
    "related record",
    (
        field_of(Link, "nature"),
        field_of(Link, "other", width=4),
        field_of(Link, "since"),
        field_of(Link, "until"),
        field_of(Link, "note", width=3),
    ),
)
IDENTIFIERS = PartsTableSpec(
    "identifiers",
    label_of(Record, "identifiers"),
    Identifier,
    "identifier",
    (
        field_of(Identifier, "scheme", hint="wikidata", width=3),
        field_of(Identifier, "value", width=4),
        field_of(Identifier, "about", hint="the record", sort="fact"),
    ),
)
CONFIRMATIONS = PartsTableSpec(
    "confirmations",
    label_of(Record, "confirmations"),
    Confirmation,
    "finding",
    (
        field_of(Confirmation, "rule", width=4, hint="as Tools ▸ Checks calls it"),
        field_of(Confirmation, "note", width=6),
    ),
    unseen=(field_of(Confirmation, "digest"),),
)

TOPICS = Section("Topics", (FormField("topics", "Topics", "topics", hint="minerals, trade"),))
CONTACT_SECTION = Section("Contact details", (CONTACTS,))


def sources_of(kind: str) -> Section:
    """Return the sources on the form of a kind, which says where: soon after its own facts. What a
    source supports is called as that form calls it.
    """
    columns = tuple(
        replace(column, kinds=(kind,)) if column.sort == "fact" else column
        for column in CITATIONS.columns
    )
    return Section("Sources", (replace(CITATIONS, columns=columns),))


LAST_SECTIONS = (
    TOPICS,
    Section("Notes", (NOTES,)),
    Section("Attachments", (ATTACHMENTS,)),
    Section("Related records", (LINKS,)),
    Section("Identifiers", (IDENTIFIERS,)),
    Section("Findings that are right", (CONFIRMATIONS,)),
)
