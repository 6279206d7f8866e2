"""A person of a Popolo file as a draft: names, titles, dates, nationality, contacts, sources."""

from __future__ import annotations

from db.changes.naming import OF_PARTS, complete_name, give_parts, set_by_hand
from db.exchange.placing.drafts import RowDraft
from db.exchange.placing.tally import RowFault
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_names import other_names, whole_name
from db.exchange.popolo.popolo_parts import complete_draft, read_notes
from db.exchange.popolo.popolo_values import Thing
from db.names import split_name
from db.record_types import Note, Person
from db.vocabulary.choices import choices
from db.vocabulary.countries import country_code, demonym_code

USED = frozenset((
    "id", "name", "other_names", "given_name", "additional_name", "patronymic_name", "family_name",
    "sort_name", "honorific_prefix", "honorific_suffix", "gender", "birth_date", "death_date",
    "national_identity", "nationality", "nationalities", "citizenship", "citizenships", "country",
    "country_code", "summary", "biography", "email", "contact_details", "links", "image", "images",
    "website", "homepage", "twitter", "facebook", "identifiers", "wikidata", "wikidata_id",
    "sources", "memberships", "languages", "topics", "marking", "note", "notes",
))  # fmt: skip
NATIONS = (
    "nationality", "nationalities", "citizenship", "citizenships", "country_code", "country",
    "national_identity",
)  # fmt: skip


def build(thing: Thing, file: PopoloFile, home: frozenset[str]) -> RowDraft:
    """Return the person. Raises RowFault when the name is missing or a date cannot be read."""
    person = Person()
    draft = RowDraft(person)
    person.title = _name(thing)
    draft.row_fields.append("title")
    for name, field in (("honorific", "honorific_prefix"), ("post_nominals", "honorific_suffix")):
        if text := thing.text(field):
            draft.put(name, text)
    if gender := thing.word("gender"):
        plain = gender.casefold()
        draft.put("gender", plain if plain in choices("person.gender") else gender)
    born, died = thing.span("birth_date", "death_date")
    for name, date in (("born", born), ("died", died)):
        if date is not None:
            draft.put(name, date)
    _nation(thing, draft)
    _parts(thing, draft)
    _texts(thing, draft)
    names, notes = other_names(thing, person.title, home, person.country)
    person.names, person.notes = names, [*person.notes, *notes]
    facts = [person.title, person.country, born.edtf if born else ""]
    complete_draft(thing, draft, file, facts)
    return draft


def _name(thing: Thing) -> str:
    name = thing.name("name", "full_name", "label")
    if not name:
        name = whole_name(thing) or _usual_order(thing.text("sort_name")) or _main_name(thing)
    if not name:
        raise RowFault(thing.at("name"), "", "The object names nobody; give the person's name.")
    return name


def _main_name(thing: Thing) -> str:
    """Return the other name whose note is "Main", one without an end before the rest."""
    main = [each for each in thing.things("other_names") if each.text("note").casefold() == "main"]
    main.sort(key=lambda each: (not each.word("end_date"), each.word("start_date")))
    return next(filter(None, map(whole_name, reversed(main))), "")


def _usual_order(sort_name: str) -> str:
    """Return a name that begins with the family, in its usual order.

    >>> _usual_order("Ó Snodaigh, Aengus")
    'Aengus Ó Snodaigh'
    """
    family, comma, given = sort_name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else sort_name


def _parts(thing: Thing, draft: RowDraft) -> None:
    """Read given and family name; one that is missing is what the other leaves."""
    person = draft.record
    assert isinstance(person, Person)
    given = " ".join(filter(None, map(thing.text, ("given_name", "additional_name"))))
    family = thing.text("family_name")
    sort_family, comma, sort_given = map(str.strip, thing.text("sort_name").partition(","))
    if comma and sort_family and sort_given and not (given and family):
        given, family = given or sort_given, family or sort_family
    if given and not family:
        read = split_name(person.title, country=person.country or None)
        if read.given == given and read.family:
            given = ""  # split as it would be anyway, particles apart
    if given or family:
        person.given, person.family = given, family
        set_by_hand(person, OF_PARTS)
    complete_name(person)
    for name in ("honorific", "post_nominals"):
        if getattr(person, name) and name not in draft.row_fields:
            draft.row_fields.append(name)
    if given or family:
        give_parts(person, given, family)
        draft.row_fields.extend(["given", "family"])


def _nation(thing: Thing, draft: RowDraft) -> None:
    """Read the nationality: the first that is a country; others, and what is none, are noted."""
    texts = []
    for name in NATIONS:
        value = thing.fields.get(name)
        if isinstance(value, list):
            texts += [each.text("", "name", "code", "id") for each in thing.things(name)]
        elif isinstance(value, dict):
            texts += [Thing(thing.at(name), value).text("name", "code", "id")]
        else:
            texts.append(thing.word(name))
    person, rest = draft.record, []
    for text in dict.fromkeys(filter(None, texts)):
        code = country_code(text) or demonym_code(text)
        if code and not person.country:
            draft.put("country", code)
        elif code != person.country:
            rest.append(text)
    if rest:
        person.notes.append(Note(text=f"Nationality: {', '.join(rest)}"))


def _texts(thing: Thing, draft: RowDraft) -> None:
    summary, biography = thing.prose("summary"), thing.prose("biography")
    if summary and summary not in biography:
        biography = f"{summary}\n\n{biography}".strip()
    if biography:
        draft.put("biography", biography)
    languages = [each.text("", "name", "lang") for each in thing.things("languages")]
    if spoken := ", ".join(filter(None, languages)):
        draft.put("languages", spoken)
    read_notes(thing, draft, "note", "notes")
