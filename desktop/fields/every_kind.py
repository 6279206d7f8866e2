"""What the forms of all kinds have in common: names, sources, notes, files, links and the like."""

from __future__ import annotations

from db import KINDS, Attachment, Citation, Contact, Identifier, Link, Name, Note
from desktop.fields.field_types import Field, Parts, Section

ANY = KINDS
TITLE = Field("title", "Name", "text", is_title=True)
MARKING = Field("marking", "Marking", "marking")
CHECKED = Field("checked_on", "Checked on", "day", hint="the day this was last checked")

NAMES = Parts(
    "names",
    "Other names",
    Name,
    "name",
    (
        Field("text", "Name", width=5),
        Field("kind", "Kind", "choice", "name.kind"),
        Field("language", "Language", "language", hint="Urdu, or ur"),
        Field("since", "Since", "date"),
        Field("until", "Until", "date"),
    ),
    (Field("script", "Script", hint="found from the letters, as in Arab or Cyrl"),),
)
CONTACTS = Parts(
    "contacts",
    "Contacts",
    Contact,
    "contact",
    (
        Field("kind", "Kind", "choice", "contact.kind"),
        Field("value", "Number, address or site", width=5),
        Field("note", "Remark", width=3),
    ),
)
CITATIONS = Parts(
    "citations",
    "Sources",
    Citation,
    "source",
    (
        Field("source.title", "Source", "source", width=4),
        Field("passage", "Passage", "text", width=5),
        Field("field", "Of what", hint="the whole record"),
        Field("confidence", "Confidence", "choice", "citation.confidence"),
        Field("stance", "Stance", "choice", "citation.stance"),
    ),
    (
        Field("source.publisher", "Publisher"),
        Field("source.author", "Author"),
        Field("source.published", "Published", "date"),
        Field("source.url", "Address (URL)"),
        Field("source.text", "Text of the source", "text"),
        Field("source.marking", "Marking", "marking"),
    ),
    unseen=(Field("source.id", "", "number"), Field("source.uid", "")),
)
NOTES = Parts(
    "notes",
    "Notes",
    Note,
    "note",
    (
        Field("text", "Note", "text", width=7),
        Field("author", "Author", width=3),
        Field("date", "Date", "date", width=3),
        Field("marking", "Marking", "marking"),
    ),
)
ATTACHMENTS = Parts(
    "attachments",
    "Attached files",
    Attachment,
    "file",
    (
        Field("file_name", "File", width=5),
        Field("media_type", "Type", width=3),
        Field("size", "Size", "size", width=1),
        Field("sha256", "SHA-256", "hash", width=3),
        Field("marking", "Marking", "marking"),
    ),
    takes_files=True,
)
LINKS = Parts(
    "links",
    "Other ties",
    Link,
    "tie",
    (
        Field("nature", "Nature", "choice", "link.nature"),
        Field("other", "Record", "ref", kinds=ANY, width=4),
        Field("since", "Since", "date"),
        Field("until", "Until", "date"),
        Field("note", "Remark", width=3),
    ),
)
IDENTIFIERS = Parts(
    "identifiers",
    "Identifiers",
    Identifier,
    "identifier",
    (
        Field("scheme", "Register", hint="wikidata", width=3),
        Field("value", "Number or code", width=4),
        Field("about", "Of what", hint="the record"),
    ),
)

TOPICS = Section("Topics", (Field("topics", "Topics", "topics", hint="minerals, trade"),))
CONTACT_SECTION = Section("Contacts", (CONTACTS,))
LAST_SECTIONS = (
    TOPICS,
    Section("Sources", (CITATIONS,)),
    Section("Notes", (NOTES,)),
    Section("Attachments", (ATTACHMENTS,)),
    Section("Ties to other records", (LINKS,)),
    Section("Identifiers", (IDENTIFIERS,)),
)
