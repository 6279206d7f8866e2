"""An organization of a Popolo file as a draft, and its posts as offices."""

from __future__ import annotations

import re

from db.exchange.placing.drafts import RowDraft
from db.exchange.placing.tally import RowFault
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_names import other_names
from db.exchange.popolo.popolo_parts import complete_draft, read_notes
from db.exchange.popolo.popolo_values import Thing
from db.record_types import Organization, Parent, Ref
from db.vocabulary.choices import choices
from db.vocabulary.countries import country_code

USED = frozenset((
    "id", "name", "other_names", "classification", "acronym", "abbreviation", "short_name",
    "parent", "parent_id", "founding_date", "dissolution_date", "abstract", "description", "email",
    "contact_details", "links", "image", "images", "website", "homepage", "twitter", "facebook",
    "identifiers", "wikidata", "wikidata_id", "sources", "country", "country_code", "jurisdiction",
    "area", "area_id", "memberships", "posts", "children", "events", "note", "notes", "topics",
    "marking",
))  # fmt: skip
# what others call a kind of body → our word; another word stays
KINDS = {
    "legislature": "parliament", "legislative body": "parliament", "assembly": "parliament",
    "chamber": "parliament", "upper house": "parliament", "lower house": "parliament",
    "political party": "party", "country": "state", "sovereign state": "state",
    "corporation": "company", "enterprise": "company", "military": "armed force",
    "ngo": "non-governmental body", "intergovernmental organization": "international body",
    "international organization": "international body",
}  # fmt: skip
_JURISDICTION = re.compile(r"(?:^|/)country:([a-z]{2})(?:/|$)")


def build(thing: Thing, file: PopoloFile, home: frozenset[str], above: int, area: str) -> RowDraft:
    """Return the organization; `above` is the record of the one it stands under, 0 for none; `area`
    the name of its area. Raises RowFault when the name is missing or a date cannot be read.
    """
    body = Organization(title=thing.name("name", "label"))
    draft = RowDraft(body, ["title"])
    if not body.title:
        raise RowFault(thing.at("name"), "", "The object names no organization; give its name.")
    if kind := thing.word("classification", "type"):
        draft.put("kind", body_kind(kind))
    if acronym := thing.text("acronym", "abbreviation", "short_name"):
        draft.put("acronym", acronym)
    founded, dissolved = thing.span("founding_date", "dissolution_date")
    for name, date in (("founded", founded), ("dissolved", dissolved)):
        if date is not None:
            draft.put(name, date)
    if code := _country(thing, area):
        draft.put("country", code)
    about = [thing.prose("abstract"), thing.prose("description")]
    if about[0] and about[0] in about[1]:
        del about[0]
    if purpose := "\n\n".join(filter(None, about)):
        draft.put("purpose", purpose)
    body.names, notes = other_names(thing, body.title, home)
    body.notes += notes
    read_notes(thing, draft, "note", "notes")
    if above:
        body.parents.append(Parent(parent=Ref(above)))
    complete_draft(thing, draft, file, [body.title, body.country])
    return draft


def body_kind(text: str) -> str:
    """Return the word of our list for a body's classification, or the file's own word.

    >>> body_kind("Legislature"), body_kind("party"), body_kind("Select Committee")
    ('parliament', 'party', 'Select Committee')
    """
    plain = " ".join(text.casefold().replace("_", " ").split())
    if plain in choices("organization.kind"):
        return plain
    return KINDS.get(plain, text)


def _country(thing: Thing, area: str) -> str:
    for name in ("country_code", "country", "jurisdiction"):
        value = thing.fields.get(name)
        inner = Thing(thing.at(name), value) if isinstance(value, dict) else None
        text = inner.text("code", "id", "name") if inner else thing.word(name)
        if found := _JURISDICTION.search(text):
            return found[1]
        if text and (code := country_code(text)):
            return code
    return country_code(area) or "" if area else ""
