"""Records as Popolo JSON: persons, organizations, posts, memberships and events.

https://www.popoloproject.com/specs. Agreements have no place in it; a date is as precise as it
allows, year, month or day.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from db.exchange.export.export_job import ExportJob
from db.exchange.export.export_report import OFFICE_FIELDS, ExportReport
from db.record_types import Event, Office, Organization, Person, Record, Tenure
from db.vocabulary.choices import MARKINGS

Thing = dict[str, Any]
_NOT_A_LINK = ("email", "phone", "mobile", "fax", "address", "assistant")
_SHARED = frozenset(("title", "names", "contacts", "identifiers", "citations", "notes"))
_PERSON = _SHARED | {
    "country", "given", "family", "particles", "honorific", "post_nominals", "gender", "born",
    "died", "biography", "tenures",
}  # fmt: skip
_ORGANIZATION = _SHARED | {
    "country", "kind", "acronym", "founded", "dissolved", "purpose", "parents", "offices",
}  # fmt: skip
_EVENT = _SHARED | {"kind", "start", "end", "place", "outcome", "participants", "part_of", "status"}


def write_popolo(job: ExportJob, file: BinaryIO) -> None:
    """Write persons, organizations and events with posts and memberships, a line each."""
    job.lose_kinds("person", "organization", "event")
    things: dict[str, list[Thing]] = {
        name: [] for name in ("persons", "organizations", "posts", "memberships", "events")
    }
    for record in job.records("person", "organization", "event"):
        if isinstance(record, Person):
            things["persons"].append(_person(record, job.report))
            things["memberships"] += [_membership(job, record, each) for each in record.tenures]
            job.report.lose_fields(record, _PERSON)
        elif isinstance(record, Organization):
            things["organizations"].append(_organization(job, record))
            things["posts"] += [_post(record, office, job.report) for office in record.offices]
            job.report.lose_fields(record, _ORGANIZATION)
            job.report.lose_of_parts("offices", record.offices, OFFICE_FIELDS)
        elif isinstance(record, Event):
            things["events"].append(_event(job, record))
            job.report.lose_fields(record, _EVENT)
    text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
    text.write("{")
    for number, (name, items) in enumerate(things.items()):
        text.write(",\n" if number else "\n")
        text.write(f'"{name}": [{_lines(items)}]')
    text.write("\n}\n")
    text.flush()
    text.detach()


def _lines(items: Iterable[Thing]) -> str:
    return ",".join(f"\n{json.dumps(item, ensure_ascii=False)}" for item in items)


def _without_empty(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value not in ("", None, [])}


def _common_fields(record: Record, report: ExportReport) -> Thing:
    report.lose_of_parts("notes", record.notes, frozenset(("text",)))
    report.lost["Notes that stand as one"] += max(len(record.notes) - 1, 0)
    return {
        "id": record.uid,
        "name": record.title,
        "other_names": [
            _without_empty({
                "name": name.text,
                "note": name.kind,
                "lang": name.language,
                "start_date": report.plain_date(name.since),
                "end_date": report.plain_date(name.until),
            })
            for name in record.names
        ],
        "identifiers": [
            {"scheme": each.scheme, "identifier": each.value}
            for each in record.identifiers
            if not each.about
        ],
        "contact_details": [
            _without_empty({"type": each.kind, "value": each.value, "note": each.note})
            for each in record.contacts
            if each.kind in _NOT_A_LINK
        ],
        "links": [
            _without_empty({"url": each.value, "note": each.note})
            for each in record.contacts
            if each.kind not in _NOT_A_LINK
        ],
        "sources": list(_sources(record)),
        "notes": "\n\n".join(note.text for note in record.notes),
        "marking": MARKINGS[record.marking],
        "updated_at": record.changed,
    }  # fmt: skip


def _sources(record: Record) -> Iterator[Thing]:
    seen = set()
    for citation in record.citations:
        source = citation.source
        if (source.url, source.title) not in seen and (source.url or source.title):
            seen.add((source.url, source.title))
            yield _without_empty({"url": source.url, "note": source.title})


def _person(record: Person, report: ExportReport) -> Thing:
    report.lost["Particles"] += bool(record.particles)  # they stand with the family name
    return _without_empty(
        {
            **_common_fields(record, report),
            "given_name": record.given,
            "family_name": " ".join(filter(None, (record.particles, record.family))),
            "honorific_prefix": record.honorific,
            "honorific_suffix": record.post_nominals,
            "gender": record.gender,
            "birth_date": report.plain_date(record.born),
            "death_date": report.plain_date(record.died),
            "national_identity": record.country,
            "biography": record.biography,
        }
    )


def _organization(job: ExportJob, record: Organization) -> Thing:
    report = job.report
    parents = [each.parent for each in record.parents if each.parent]
    if len(parents) > 1:
        report.lost["Part of"] += len(parents) - 1
    return _without_empty(
        {
            **_common_fields(record, report),
            "classification": record.kind,
            "abbreviation": record.acronym,
            "parent_id": job.uid(parents[0]) if parents else "",
            "founding_date": report.plain_date(record.founded),
            "dissolution_date": report.plain_date(record.dissolved),
            "description": record.purpose,
            "country_code": record.country,
        }
    )


def _post(record: Organization, office: Office, report: ExportReport) -> Thing:
    return _without_empty(
        {
            "id": office.uid,
            "label": office.title,
            "role": office.title,
            "organization_id": record.uid,
            "maximum_memberships": office.seats,
            "start_date": report.plain_date(office.founded),
            "end_date": report.plain_date(office.dissolved),
        }
    )


def _membership(job: ExportJob, record: Person, tenure: Tenure) -> Thing:
    office, report = tenure.office, job.report
    body = office.organization if office else None
    if tenure.end_state == "ended-unknown" and tenure.until is None:
        report.lost["Ends whose day is not known"] += 1
    if tenure.end_state == "ongoing" and tenure.until is None:
        report.lost["Offices said to be held still"] += 1
    return _without_empty(
        {
            "id": tenure.uid,
            "person_id": record.uid,
            "organization_id": job.uid(body) if body else "",
            "post_id": job.office_uid(office) if office else "",
            "role": f"acting {office.title}"
            if office and tenure.acting
            else office and office.title,
            "start_date": report.plain_date(tenure.since),
            "end_date": report.plain_date(tenure.until),
            "note": tenure.note,
        }
    )


def _event(job: ExportJob, record: Event) -> Thing:
    report = job.report
    whole = job.uid(record.part_of) if record.part_of else ""
    report.lose_of_parts("participants", record.participants, frozenset(("who", "role")))
    return _without_empty(
        {
            **_common_fields(record, report),
            "classification": record.kind,
            "start_date": report.plain_date(record.start),
            "end_date": report.plain_date(record.end),
            "location": record.place,
            "parent_id": whole,
            "status": record.status,
            "description": record.outcome,
            "attendees": [
                _without_empty({"id": job.uid(each.who), "name": each.who.title, "role": each.role})
                for each in record.participants
                if each.who
            ],
        }
    )
