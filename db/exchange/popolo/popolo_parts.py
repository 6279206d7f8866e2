"""What persons, bodies and events of Popolo share: identifiers, contacts, links, sources, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.changes.validate import breaches
from db.exchange.placing.drafts import RowDraft, own_words
from db.exchange.placing.row_context import ROW_SCHEME
from db.exchange.placing.tally import RowFault
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_values import Thing
from db.record_types import Citation, Contact, Identifier, Note, Source

# registers whose numbers mean one thing wherever they stand; others may be a file's own
REGISTERS = frozenset(("wikidata", "viaf", "isni", "gnd", "lcauth", "bnf", "orcid", "freebase"))
WIKIDATA = re.compile(r"Q[1-9]\d*")
_WIKIDATA_PAGE = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q[1-9]\d*)")
# a contact's type in Popolo → ours; another type stays as it is
CONTACT_KINDS = {
    "cell": "mobile", "cellphone": "mobile", "tel": "phone", "telephone": "phone",
    "voice": "phone", "e-mail": "email", "mail": "email", "url": "website", "web": "website",
    "homepage": "website", "postal": "address", "text": "mobile",
}  # fmt: skip


def read_identifiers(thing: Thing, draft: RowDraft, file: PopoloFile) -> None:
    """Read the own id and those of registers; the own and the great ones tell who it is."""
    if thing.id:
        draft.is_wary = True
        draft.keys.append(file.key(thing.id))
        if WIKIDATA.fullmatch(thing.id):
            draft.keys.append(("wikidata", thing.id))
    identifiers: dict[tuple[str, str], None] = {}
    for each in thing.things("identifiers"):
        value, scheme = each.text("identifier", "value", ""), each.text("scheme").casefold()
        if page := _WIKIDATA_PAGE.fullmatch(value):
            scheme, value = "wikidata", page[1]
        if value:
            identifiers[scheme, value] = None
        else:
            each.miss("identifier")
        pass_on(each, thing)
    for name in ("wikidata", "wikidata_id"):
        if value := thing.word(name):
            identifiers["wikidata", value] = None
    draft.record.identifiers += [Identifier(scheme=scheme, value=v) for scheme, v in identifiers]
    draft.keys += [key for key in identifiers if key[0] in REGISTERS and key not in draft.keys]


def read_contacts(thing: Thing, draft: RowDraft) -> None:
    """Read the ways to reach somebody, and pages and pictures on the web."""
    lines = draft.record.contacts
    if email := thing.word("email"):
        lines.append(Contact(kind="email", value=email))
    for each in thing.things("contact_details"):
        kind = each.text("type").casefold()
        note = ", ".join(filter(None, (each.text("label"), each.text("note"))))
        value = each.text("value", "")
        if not value:
            each.miss("value")
        kind = CONTACT_KINDS.get(kind, kind) or _contact_kind(value)
        lines.append(Contact(kind=kind, value=value, note=note))
        pass_on(each, thing)
    if website := thing.word("website", "homepage"):
        lines.append(Contact(kind="website", value=website))
    for each in thing.things("links"):
        lines.append(_page(each, each.text("note")))
        pass_on(each, thing)
    for each in [*thing.things("image"), *thing.things("images")]:
        lines.append(_page(each, each.text("note") or "picture"))
        pass_on(each, thing)
    for name in ("twitter", "facebook"):
        if value := thing.word(name):
            lines.append(Contact(kind="website", value=value, note=name))
    draft.record.contacts = _distinct(lines)


def _distinct(lines: list[Contact]) -> list[Contact]:
    """Return each contact once for each note it has."""
    contacts: list[Contact] = []
    for line in lines:
        alike = [each for each in contacts if (each.kind, each.value) == (line.kind, line.value)]
        known = next((each for each in alike if line.note in ("", each.note)), None)
        bare = next((each for each in alike if not each.note), None)
        if known is None and bare is not None:
            bare.note = line.note
        elif known is None and line.value:
            contacts.append(line)
    return contacts


def _contact_kind(value: str) -> str:
    """Return what sort of contact a value is that comes without one.

    >>> [_contact_kind(text) for text in ("a@b.pt", "https://b.pt", "+351 21", "Rua 1")]
    ['email', 'website', 'phone', 'address']
    """
    if "@" in value and " " not in value:
        return "email"
    if value.startswith(("http://", "https://", "www.")):
        return "website"
    return "phone" if re.fullmatch(r"[+\d][\d\s()/.-]+", value) else "address"


def _page(each: Thing, note: str) -> Contact:
    note = "" if note.casefold() in ("website", "homepage") else note
    url = each.text("url", "")
    if not url:
        each.miss("url")
    return Contact(kind="website", value=url, note=note)


def read_sources(thing: Thing, draft: RowDraft) -> None:
    """Read the pages that the file names as its sources, cited for the whole record."""
    found: dict[tuple[str, str], None] = {}
    for each in thing.things("sources"):
        url = each.text("url", "")
        if url or each.text("note"):
            found[url, each.text("note")] = None
        else:
            each.miss("url")
        pass_on(each, thing)
    draft.record.citations += [
        Citation(source=Source(title=note or url, url=url)) for url, note in found
    ]


def read_notes(thing: Thing, draft: RowDraft, *names: str) -> None:
    """Read the texts that have no field of their own."""
    for name in names:
        if isinstance(thing.fields.get(name), list):
            texts = [each.prose("") for each in thing.things(name)]
        else:
            texts = [thing.prose(name)]
        draft.record.notes += [Note(text=text) for text in texts if text]


def pass_on(inner: Thing, owner: Thing) -> None:
    """Let the owner tell what is wrong with an object within it."""
    owner.remarks |= inner.remarks


def complete_draft(thing: Thing, draft: RowDraft, file: PopoloFile, facts: Sequence[str]) -> None:
    """Read what persons, bodies and events have alike; without an id the facts tell who it is.

    Raises RowFault when the desk could not hold the record.
    """
    read_identifiers(thing, draft, file)
    read_contacts(thing, draft)
    read_sources(thing, draft)
    topics = dict.fromkeys(each.text("") for each in thing.things("topics"))
    draft.record.topics = [topic for topic in topics if topic]
    if not draft.keys:
        draft.keys.append((ROW_SCHEME + file.scheme, own_words(facts)))
    for path, says in breaches(draft.record):
        name = "name" if path == "title" else path
        raise RowFault(thing.at(name), thing.text("name")[:80], says)
