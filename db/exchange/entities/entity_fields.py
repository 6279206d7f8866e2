"""Which property of a FollowTheMoney entity is which field of Popolo: tables; pure.

`entity_file` asks. The first value of a property counts where a field takes one; the others are
returned as left over, with all that has no field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.exchange.popolo.popolo_values import plain
from db.vocabulary.choices import choices
from db.vocabulary.countries import country_name

Properties = Mapping[str, Sequence[Any]]
Left = list[tuple[str, Any]]
BODIES = ("Organization", "PublicBody", "Company")
STAYS = ("Occupancy", "Membership", "Directorship", "Employment")
LIST_OF_SCHEMA = {
    "Person": "persons", **dict.fromkeys(BODIES, "organizations"), "Position": "posts",
    **dict.fromkeys(STAYS, "memberships"), "Event": "events",
}  # fmt: skip
SCHEMAS = tuple(LIST_OF_SCHEMA)
#: What programs write down for themselves: listed as left out, not told entity by entity.
HOUSEKEEPING = frozenset((
    "modifiedAt", "retrievedAt", "createdAt", "indexText", "indexUpdatedAt", "recordId", "proof",
    "publisher", "publishingCountry", "sourceId",
))  # fmt: skip

# schema → {property: field} of the properties of which one value counts
_ONE_PERSON = {
    "birthDate": "birth_date", "deathDate": "death_date", "gender": "gender",
    "title": "honorific_prefix", "nameSuffix": "honorific_suffix",
}  # fmt: skip
_ONE_BODY = {
    "classification": "classification", "incorporationDate": "founding_date",
    "dissolutionDate": "dissolution_date", "parent": "parent_id",
}  # fmt: skip
_ONE_POST = {
    "organization": "organization_id", "inceptionDate": "start_date",
    "dissolutionDate": "end_date", "numberOfSeats": "maximum_memberships",
    "country": "country_code",
}  # fmt: skip
_ONE_EVENT = {"startDate": "start_date", "endDate": "end_date", "location": "location"}
_ONE_STAY = {"startDate": "start_date", "endDate": "end_date"}
_OF_STAY = {
    "Occupancy": {"holder": "person_id", "post": "post_id", "politicalGroup": "on_behalf_of_id"},
    "Membership": {"member": "person_id", "organization": "organization_id", "role": "role"},
    "Directorship": {"director": "person_id", "organization": "organization_id", "role": "role"},
    "Employment": {"employee": "person_id", "employer": "organization_id", "role": "role"},
}  # fmt: skip
_ONE = {
    "Person": _ONE_PERSON, **dict.fromkeys(BODIES, _ONE_BODY), "Position": _ONE_POST,
    "Event": _ONE_EVENT, **{schema: {**_ONE_STAY, **_OF_STAY[schema]} for schema in STAYS},
}  # fmt: skip
#: schema → {field: property}, for remarks.
PROPERTY_OF = {
    schema: {
        "name": "name", "label": "name", "other_names": "alias", "given_name": "firstName",
        "family_name": "lastName", "nationalities": "nationality", "country_code": "country",
        "identifiers": "idNumber", "attendees": "involved", "seats": "numberOfSeats",
        **{field: name for name, field in one.items()},
    }
    for schema, one in _ONE.items()
}  # fmt: skip
_ALIASES = {
    "alias": "", "previousName": "former", "weakAlias": "", "abbreviation": "acronym",
}  # fmt: skip
_GIVEN = ("firstName", "secondName", "middleName")
_COUNTRIES = ("nationality", "citizenship", "country")
_BODY_COUNTRIES = ("jurisdiction", "mainCountry", "country")
_CONTACTS = {
    "phone": "phone", "email": "email", "website": "website", "address": "address",
    "addressEntity": "address",
}  # fmt: skip
_NOTES = ("notes", "summary", "description")
_NOTED = {
    "motherName": "Mother", "birthPlace": "Born in", "deathPlace": "Died in",
    "education": "Education",
    "political": "Political party", "religion": "Religion", "ethnicity": "Ethnicity",
    "profession": "Profession", "sector": "Sector", "legalForm": "Legal form", "status": "Status",
    "birthCountry": "Country of birth", "appearance": "Appearance",
    "sectorDescription": "Sector", "programs": "Programme", "program": "Programme",
}  # fmt: skip
_REGISTERS = {
    "wikidataId": "wikidata", "idNumber": "", "passportNumber": "passport", "taxNumber": "tax",
    "registrationNumber": "registration", "leiCode": "lei", "innCode": "inn", "ogrnCode": "ogrn",
    "okpoCode": "okpo", "vatCode": "vat", "dunsCode": "duns", "swiftBic": "swift",
    "isin": "isin", "permId": "permid", "imoNumber": "imo", "socialSecurityNumber": "social"
    " security", "opencorporatesUrl": "opencorporates", "icijId": "icij", "giiNumber": "giin",
    "uscCode": "usc", "npiCode": "npi", "cageCode": "cage",
}  # fmt: skip
_ROLES = {"Directorship": "director", "Employment": "employee"}  # where none is given
_STATES = {"current": "ongoing", "ended": "ended-unknown"}


def fields_of(
    schema: str, properties: Properties, addresses: Mapping[str, str], schemas: Mapping[str, str]
) -> tuple[dict[str, Any], Left]:
    """Return the fields of Popolo that an entity gives, and what is left over.

    `addresses` are those that are entities of their own, `schemas` what each entity is.
    """
    left = {name: list(values) for name, values in properties.items() if values}
    fields: dict[str, Any] = {}
    for name, field in _ONE[schema].items():
        if name in left and field not in fields:
            fields[field] = left[name].pop(0)
    _FILLS[LIST_OF_SCHEMA[schema]](fields, left, addresses, schemas)
    if schema in _ROLES and not fields.get("role"):
        fields["role"] = _ROLES[schema]
    rest = [(name, value) for name, values in left.items() for value in values]
    return fields, rest


def _take(left: dict[str, list[Any]], name: str) -> list[str]:
    """Take the texts of a property; what is no text stays behind."""
    values = left.pop(name, [])
    texts = [text for value in values if (text := plain(value))]
    if odd := [value for value in values if plain(value) is None]:
        left[name] = odd
    return list(dict.fromkeys(texts))


Fill = Callable[[dict[str, Any], dict[str, list[Any]], Mapping[str, str], Mapping[str, str]], None]


def _share(
    fields: dict[str, Any], left: dict[str, list[Any]], addresses: Mapping[str, str]
) -> None:
    """Read what people, bodies and events have alike."""
    name, *others = _take(left, "name") or [""]
    fields["name"] = name
    names = [{"name": text} for text in others]
    for each, note in _ALIASES.items():
        names += [{"name": text, "note": note} for text in _take(left, each)]
    fields["other_names"] = names
    fields["contact_details"] = [
        {"type": kind, "value": addresses.get(text) or text}
        for each, kind in _CONTACTS.items()
        for text in _take(left, each)
    ]
    fields["identifiers"] = [
        {"scheme": scheme, "identifier": text}
        for each, scheme in _REGISTERS.items()
        for text in _take(left, each)
    ]
    sources = [*_take(left, "sourceUrl"), *_take(left, "publisherUrl")]
    fields["sources"] = [{"url": text} for text in sources]
    fields["topics"] = [*_take(left, "keywords"), *_take(left, "topics")]


def _add_notes(fields: dict[str, Any], left: dict[str, list[Any]], *names: str) -> None:
    notes = [text for name in names for text in _take(left, name)]
    for name, label in _NOTED.items():
        if texts := _take(left, name):
            notes.append(f"{label}: {', '.join(texts)}")
    fields["notes"] = notes


def _fill_person(
    fields: dict[str, Any], left: dict[str, list[Any]], addresses: Mapping[str, str],
    schemas: Mapping[str, str],
) -> None:  # fmt: skip
    _share(fields, left, addresses)
    fields["given_name"] = " ".join(text for name in _GIVEN for text in _take(left, name)[:1])
    if father := _take(left, "fatherName"):
        fields["patronymic_name"] = father[0]
    if family := _take(left, "lastName"):
        fields["family_name"], rest = family[0], family[1:]
        fields["other_names"] += [{"name": text} for text in rest if " " in text]
        left["lastName"] = [text for text in rest if " " not in text]
    fields["nationalities"] = [text for name in _COUNTRIES for text in _take(left, name)]
    fields["languages"] = _take(left, "spokenLanguage")
    biographies = _take(left, "biography")
    if biographies:
        fields["biography"] = "\n\n".join(biographies)
    _add_notes(fields, left, *_NOTES)
    fields["positions"] = _take(left, "position")  # told as remarks unless a stay says the same


def _fill_body(
    fields: dict[str, Any], left: dict[str, list[Any]], addresses: Mapping[str, str],
    schemas: Mapping[str, str],
) -> None:  # fmt: skip
    short = [text for text in left.get("weakAlias", []) if _is_acronym(text)]
    if short:
        fields["abbreviation"] = short[0]
        left["weakAlias"] = [text for text in left["weakAlias"] if text != short[0]]
    _share(fields, left, addresses)
    countries = list(dict.fromkeys(t for name in _BODY_COUNTRIES for t in _take(left, name)))
    if countries:
        fields["country_code"] = countries[0]
        left["country"] = list(countries[1:])
    texts = _take(left, "description")
    if texts:
        fields["description"] = "\n\n".join(texts)
    _add_notes(fields, left, "notes", "summary")


def _is_acronym(text: Any) -> bool:
    return isinstance(text, str) and " " not in text and text.isupper() and len(text) > 1


def _fill_post(
    fields: dict[str, Any], left: dict[str, list[Any]], addresses: Mapping[str, str],
    schemas: Mapping[str, str],
) -> None:  # fmt: skip
    name, *others = _take(left, "name") or [""]
    fields["label"] = name
    left["name"] = list(others)
    if country := country_name(str(fields.get("country_code", "")).casefold()):
        fields["country_code"] = country
    left.pop("topics", None)


def _fill_stay(
    fields: dict[str, Any], left: dict[str, list[Any]], addresses: Mapping[str, str],
    schemas: Mapping[str, str],
) -> None:  # fmt: skip
    texts = _take(left, "description") + _take(left, "summary")
    if "acting" in texts:
        fields["acting"] = True
        texts.remove("acting")
    texts += [f"for {text}" for text in _take(left, "constituency")]
    fields["note"] = "; ".join(texts)
    for status in _take(left, "status"):
        state = _STATES.get(status.casefold(), "")
        if state and "end_date" not in fields:
            fields["end_state"] = state
        elif not state and status.casefold() != "unknown":
            left.setdefault("status", []).append(status)


def _fill_event(
    fields: dict[str, Any], left: dict[str, list[Any]], addresses: Mapping[str, str],
    schemas: Mapping[str, str],
) -> None:  # fmt: skip
    if "start_date" not in fields and (days := _take(left, "date")):
        fields["start_date"], left["date"] = days[0], list(days[1:])
    _share(fields, left, addresses)
    involved = [*_take(left, "organizer"), *_take(left, "involved")]
    fields["attendees"] = [{"id": text} for text in involved]
    texts = _take(left, "description")
    if kinds := [text for text in texts if text.casefold() in choices("event.kind")]:
        fields["classification"] = kinds[0]
        texts.remove(kinds[0])
    elif len(texts) == 1 and len(texts[0]) < 30 and "." not in texts[0]:
        fields["classification"] = texts.pop()
    if summaries := _take(left, "summary"):
        fields["outcome"] = "\n\n".join(summaries)
    if countries := _take(left, "country"):
        fields["country_code"], left["country"] = countries[0], list(countries[1:])
    _add_notes(fields, left, "notes")
    fields["notes"] += texts


_FILLS: dict[str, Fill] = {
    "persons": _fill_person, "organizations": _fill_body, "posts": _fill_post,
    "memberships": _fill_stay, "events": _fill_event,
}  # fmt: skip

# kind → {target: property}, in the order of the report
_TARGETS = {
    "people": ("Person", {
        "name": "name", "aliases": "alias", "given_name": "firstName", "family_name": "lastName",
        "honorific": "title", "suffix": "nameSuffix", "gender": "gender", "born": "birthDate",
        "died": "deathDate", "country": "nationality", "languages": "spokenLanguage",
        "biography": "biography", "email": "email", "phone": "phone", "identifiers": "idNumber",
        "topics": "keywords", "notes": "notes",
    }),
    "organizations": ("", {
        "name": "name", "acronym": "weakAlias", "type": "classification", "country": "country",
        "parent": "parent", "founded": "incorporationDate", "dissolved": "dissolutionDate",
        "website": "website", "topics": "keywords", "notes": "notes",
    }),
    "offices": ("Position", {
        "title": "name", "organization": "organization", "seats": "numberOfSeats",
        "created": "inceptionDate", "abolished": "dissolutionDate",
    }),
    "tenures": ("", {"from": "startDate", "to": "endDate", "note": "description"}),
    "events": ("Event", {
        "title": "name", "start": "startDate", "end": "endDate", "place": "location",
        "outcome": "summary", "participants": "involved",
    }),
}  # fmt: skip
_SCHEMAS_OF = {"organizations": BODIES, "tenures": STAYS}


def mapping_of(samples: Mapping[str, str]) -> dict[str, str]:
    """Return what became of which property, of those that a file has.

    >>> mapping_of({"Person.name": "Ana", "PublicBody.name": "Senate"})
    {'people.name': 'Person.name', 'organizations.name': 'PublicBody.name'}
    """
    found = {}
    for kind, (own, targets) in _TARGETS.items():
        schemas = _SCHEMAS_OF.get(kind, (own,))
        for target, name in targets.items():
            sources = [f"{schema}.{name}" for schema in schemas if f"{schema}.{name}" in samples]
            if sources:
                found[f"{kind}.{target}"] = ", ".join(sources)
    return found
