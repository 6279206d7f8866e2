"""What the forms of all kinds have in common: names, sources, notes, files, links and the like."""

from __future__ import annotations

from db import Attachment, Citation, Contact, Identifier, Link, Name, Note, Record, Source
from desktop.fields.field_types import FormField, PartsTableSpec, Section, declared, label_of

MARKING = declared(Record, "marking")
CHECKED = declared(Record, "checked_on", hint="the day this was last checked")

NAMES = PartsTableSpec(
    "names",
    label_of(Record, "names"),
    Name,
    "name",
    (
        declared(Name, "text", width=5),
        declared(Name, "kind"),
        declared(Name, "language", hint="Urdu, or ur"),
        declared(Name, "since"),
        declared(Name, "until"),
    ),
    (declared(Name, "script", hint="found from the letters, as in Arab or Cyrl"),),
)
CONTACTS = PartsTableSpec(
    "contacts",
    label_of(Record, "contacts"),
    Contact,
    "contact",
    (
        declared(Contact, "kind"),
        declared(Contact, "value", width=5),
        declared(Contact, "note", width=3),
    ),
)
CITATIONS = PartsTableSpec(
    "citations",
    label_of(Record, "citations"),
    Citation,
    "source",
    (
        declared(Source, "title", before="source.", sort="source", width=4),
        declared(Citation, "passage", width=5),
        declared(Citation, "field", hint="the whole record"),
        declared(Citation, "confidence"),
        declared(Citation, "stance"),
    ),
    (
        declared(Source, "publisher", before="source."),
        declared(Source, "author", before="source."),
        declared(Source, "published", before="source."),
        declared(Source, "url", before="source."),
        declared(Source, "text", before="source."),
        declared(Source, "marking", before="source."),
    ),
    unseen=(declared(Source, "id", before="source."), declared(Source, "uid", before="source.")),
)
NOTES = PartsTableSpec(
    "notes",
    label_of(Record, "notes"),
    Note,
    "note",
    (
        declared(Note, "text", width=7),
        declared(Note, "author", width=3),
        declared(Note, "date", width=3),
        declared(Note, "marking"),
    ),
)
ATTACHMENTS = PartsTableSpec(
    "attachments",
    label_of(Record, "attachments"),
    Attachment,
    "file",
    (
        declared(Attachment, "file_name", width=5),
        declared(Attachment, "size", width=1),
        declared(Attachment, "marking"),
    ),
    takes_files=True,
    unseen=(declared(Attachment, "media_type"), declared(Attachment, "sha256")),
)
LINKS = PartsTableSpec(
    "links",
    label_of(Record, "links"),
    Link,
    "related record",
    (
        declared(Link, "nature"),
        declared(Link, "other", width=4),
        declared(Link, "since"),
        declared(Link, "until"),
        declared(Link, "note", width=3),
    ),
)
IDENTIFIERS = PartsTableSpec(
    "identifiers",
    label_of(Record, "identifiers"),
    Identifier,
    "identifier",
    (
        declared(Identifier, "scheme", hint="wikidata", width=3),
        declared(Identifier, "value", width=4),
        declared(Identifier, "about", hint="the record"),
    ),
)

TOPICS = Section("Topics", (FormField("topics", "Topics", "topics", hint="minerals, trade"),))
CONTACT_SECTION = Section("Contact details", (CONTACTS,))
LAST_SECTIONS = (
    TOPICS,
    Section("Sources", (CITATIONS,)),
    Section("Notes", (NOTES,)),
    Section("Attachments", (ATTACHMENTS,)),
    Section("Related records", (LINKS,)),
    Section("Identifiers", (IDENTIFIERS,)),
)
