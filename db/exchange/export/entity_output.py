"""Records as FollowTheMoney entities, one JSON object a line.

https://followthemoney.tech. An office becomes a Position, a tenure an Occupancy. Agreements have no
place in it; a date is as precise as it allows, year, month or day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from db.exchange.export.export_job import ExportJob
from db.exchange.export.export_report import OFFICE_FIELDS, ExportReport
from db.lists.offices import tenure_certainty
from db.lists.titles.tenure_titles import HELD
from db.names import script_of
from db.record_types import Event, Office, Organization, Person, Record, Tenure
from db.vocabulary.choices import MARKINGS

Properties = dict[str, list[str]]
#: Types of body that are companies, and those that no state has.
_COMPANIES = frozenset(("company", "state company", "bank"))
_PRIVATE = frozenset(("party", "university", "media", "non-governmental organization", ""))
_ALIASES = {"former": "previousName", "acronym": "weakAlias"}
_CONTACTS = {
    "phone": "phone", "mobile": "phone", "email": "email", "website": "website",
    "address": "address",
}  # fmt: skip
_SHARED = frozenset((
    "title", "names", "contacts", "identifiers", "citations", "notes", "topics", "country",
))  # fmt: skip
_PERSON = _SHARED | {
    "given", "family", "particles", "honorific", "post_nominals", "gender", "born", "died",
    "biography", "tenures", "languages",
}  # fmt: skip
_ORGANIZATION = _SHARED | {
    "kind", "acronym", "founded", "dissolved", "purpose", "parents", "offices",
}  # fmt: skip
_EVENT = _SHARED | {"kind", "start", "end", "place", "outcome", "participants"}


def write_entities(job: ExportJob, file: BinaryIO) -> None:
    """Write an entity for each person, body, office, tenure and event."""
    job.lose_kinds("person", "organization", "event")
    for record in job.records("person", "organization", "event"):
        for entity in _entities(job, record):
            file.write(json.dumps(entity, ensure_ascii=False).encode("utf-8") + b"\n")


def _entities(job: ExportJob, record: Record) -> Iterator[dict[str, Any]]:
    if isinstance(record, Person):
        job.report.lose_fields(record, _PERSON)
        yield _entity("Person", record.uid, _person(record, job.report), record.marking)
        for tenure in record.tenures:
            if tenure.office:
                properties = _occupancy(job, record, tenure)
                yield _entity("Occupancy", tenure.uid, properties, record.marking)
    elif isinstance(record, Organization):
        job.report.lose_fields(record, _ORGANIZATION)
        job.report.lose_of_parts("offices", record.offices, OFFICE_FIELDS)
        yield _entity(_schema(record), record.uid, _organization(job, record), record.marking)
        for office in record.offices:
            yield _entity("Position", office.uid, _position(record, office, job), record.marking)
    elif isinstance(record, Event):
        job.report.lose_fields(record, _EVENT)
        yield _entity("Event", record.uid, _event(job, record), record.marking)


def _entity(schema: str, key: str, properties: Properties, marking: int) -> dict[str, Any]:
    """Return an entity; its marking stands beside the properties, which the model has none for."""
    non_empty = {name: [text for text in texts if text] for name, texts in properties.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: texts for name, texts in non_empty.items() if texts},
        "marking": MARKINGS[marking],
    }


def _schema(record: Organization) -> str:
    if record.kind in _COMPANIES:
        return "Company"
    return "Organization" if record.kind in _PRIVATE else "PublicBody"


def _common_properties(record: Record, report: ExportReport) -> Properties:
    properties: Properties = {
        "name": [record.title],
        "country": [record.country],
        "keywords": [*record.topics],
        "notes": [note.text for note in record.notes],
        "sourceUrl": [each.source.url for each in record.citations],
        "modifiedAt": [record.changed[:10]],
        "wikidataId": [each.value for each in record.identifiers if each.scheme == "wikidata"],
    }
    report.lose_of_parts("notes", record.notes, frozenset(("text",)))
    for name in record.names:
        is_read_so = script_of(name.text) == script_of(record.title)  # else as the native one
        is_told = (name.kind == "alias" and is_read_so) or name.kind in _ALIASES
        fields = frozenset(("text", "language", *(("kind",) if is_told else ())))
        report.lose_of_parts("other names", [name], fields)
        properties.setdefault(_ALIASES.get(name.kind, "alias"), []).append(name.text)
    for contact in record.contacts:
        if contact.kind in _CONTACTS:
            properties.setdefault(_CONTACTS[contact.kind], []).append(contact.value)
            kept_fields = ("kind", "value") if contact.kind != "mobile" else ("value",)
            report.lose_of_parts("contact details", [contact], frozenset(kept_fields))
        else:
            report.lost["Contact details"] += 1
    others = [each for each in record.identifiers if each.scheme != "wikidata" and not each.about]
    properties["idNumber"] = [each.value for each in others]
    report.lost["Registers of identifiers"] += sum(bool(each.scheme) for each in others)
    without_page = sum(not each.source.url for each in record.citations)
    report.lost["Sources without an address"] += without_page
    return properties


def _person(record: Person, report: ExportReport) -> Properties:
    shared = _common_properties(record, report)
    report.lost["Particles"] += bool(record.particles)  # they stand with the family name
    return {
        **shared,
        "nationality": [record.country],
        "country": [],
        "firstName": [record.given],
        "lastName": [" ".join(filter(None, (record.particles, record.family)))],
        "title": [record.honorific],
        "nameSuffix": [record.post_nominals],
        "gender": [record.gender],
        "birthDate": [report.plain_date(record.born)],
        "deathDate": [report.plain_date(record.died)],
        "biography": [record.biography],
        "spokenLanguage": [record.languages],
        "position": [each.office.title for each in record.tenures if each.office],
    }


def _organization(job: ExportJob, record: Organization) -> Properties:
    shared = _common_properties(record, job.report)
    return {
        **shared,
        "weakAlias": [*shared.get("weakAlias", []), record.acronym],
        "classification": [record.kind],
        "incorporationDate": [job.report.plain_date(record.founded)],
        "dissolutionDate": [job.report.plain_date(record.dissolved)],
        "description": [record.purpose],
        "parent": [job.uid(each.parent) for each in record.parents if each.parent],
    }


def _position(record: Organization, office: Office, job: ExportJob) -> Properties:
    return {
        "name": [f"{office.title}, {record.title}"],
        "organization": [record.uid],
        "country": [record.country],
        "numberOfSeats": [str(office.seats) if office.seats else ""],
        "inceptionDate": [job.report.plain_date(office.founded)],
        "dissolutionDate": [job.report.plain_date(office.dissolved)],
    }


def _occupancy(job: ExportJob, record: Person, tenure: Tenure) -> Properties:
    assert tenure.office is not None
    ended = tenure.until is not None or tenure.end_state.startswith("ended")
    is_held = tenure_certainty(tenure, job.lens.as_of) == HELD
    return {
        "holder": [record.uid],
        "post": [job.office_uid(tenure.office)],
        "startDate": [job.report.plain_date(tenure.since)],
        "endDate": [job.report.plain_date(tenure.until)],
        "status": ["ended" if ended else "current" if is_held else "unknown"],
        "description": ["acting" if tenure.acting else "", tenure.note],
    }


def _event(job: ExportJob, record: Event) -> Properties:
    job.report.lose_of_parts("participants", record.participants, frozenset(("who",)))
    return {
        **_common_properties(record, job.report),
        "startDate": [job.report.plain_date(record.start)],
        "endDate": [job.report.plain_date(record.end)],
        "location": [record.place],
        "description": [record.kind],
        "summary": [record.outcome],
        "involved": [job.uid(each.who) for each in record.participants if each.who],
    }
