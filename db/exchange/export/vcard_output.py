"""People and organizations as vCards, version 3.0, which telephones and mail programs take.

RFC 2426. A person's card has the offices of the lens's day; a marking stands as CLASS and beside it
in words.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from db.dates import HistoricalDate
from db.exchange.export.export_job import ExportJob
from db.lists.offices import current_tenures
from db.record_types import Organization, Person, Record
from db.vocabulary.choices import MARKINGS

#: The class of each marking, from open to secret.
CLASSES = ("PUBLIC", "PRIVATE", "CONFIDENTIAL", "CONFIDENTIAL")
_CONTACTS = {
    "phone": ("tel", "VOICE"), "mobile": ("tel", "CELL"), "fax": ("tel", "FAX"),
    "assistant": ("tel", "WORK"), "email": ("email", "INTERNET"), "website": ("url", ""),
}  # fmt: skip
_PICTURES = {
    f"image/{name}": name.upper() for name in ("jpeg", "png", "gif", "bmp", "webp", "tiff")
}
_PLACES = frozenset(("work", "home"))  # remarks of contacts that a card has a type for
_SHARED = frozenset(("title", "names", "contacts", "topics", "notes", "attachments"))
_PERSON = _SHARED | {
    "given", "family", "particles", "honorific", "post_nominals", "born", "died", "tenures",
}  # fmt: skip
_ORGANIZATION = _SHARED | {"acronym"}


def write_vcards(job: ExportJob, file: BinaryIO) -> None:
    """Write a card for each person and each organization."""
    job.lose_kinds("person", "organization")
    for record in job.records("person", "organization"):
        file.write(card_of(job, record).serialize().encode("utf-8"))


def card_of(job: ExportJob, record: Record) -> Any:
    """Return the card of a person or an organization."""
    from vobject import vCard

    card = vCard()
    card.add("uid").value = f"urn:uuid:{record.uid}"
    card.add("fn").value = record.title
    card.add("rev").value = record.changed
    card.add("class").value = CLASSES[record.marking]
    card.add("x-marking").value = MARKINGS[record.marking]
    _add_name(job, card, record)
    _add_contacts(job, card, record)
    if record.topics:
        card.add("categories").value = [*record.topics]
    for note in record.notes:
        card.add("note").value = note.text
    job.report.lose_of_parts("notes", record.notes, frozenset(("text",)))
    _add_pictures(job, card, record)
    return card


def _add_pictures(job: ExportJob, card: Any, record: Record) -> None:
    """Add the pictures kept with a record; other files have no place on a card."""
    for each in record.attachments:
        if (picture_type := _PICTURES.get(each.media_type)) is None:
            job.report.lost["Attachments"] += 1
            continue
        photo = card.add("photo")
        photo.encoding_param, photo.type_param = "b", picture_type
        photo.value = job.reader.attachment(each.sha256, job.lens)


def _add_other_names(job: ExportJob, card: Any, record: Record) -> None:
    for name in record.names:
        card.add("nickname").value = name.text
        is_acronym = isinstance(record, Organization) and name.text.isupper()
        is_alias = name.kind == "alias" and not is_acronym  # a body's in capitals is read as one
        has_kind = ("kind",) if is_alias else ()
        fields = frozenset(("text", "language", *has_kind))
        job.report.lose_of_parts("other names", [name], fields)


def _add_day(job: ExportJob, card: Any, name: str, what: str, day: HistoricalDate | None) -> None:
    if day is not None and day.edtf == day.first:
        card.add(name).value = day.edtf
    elif day is not None:
        job.report.lost[what] += 1


def _add_name(job: ExportJob, card: Any, record: Record) -> None:
    from vobject.vcard import Name

    if isinstance(record, Person):
        job.report.lose_fields(record, _PERSON)
        job.report.lost["Particles"] += bool(record.particles)  # they stand with the family name
        family = " ".join(filter(None, (record.particles, record.family)))
        card.add("n").value = Name(
            family=family if family or record.given else record.title,
            given=record.given,
            prefix=record.honorific,
            suffix=record.post_nominals,
        )
        _add_offices(job, card, record)
        _add_day(job, card, "bday", "Born", record.born)
        _add_day(job, card, "x-deathdate", "Died", record.died)
    elif isinstance(record, Organization):
        job.report.lose_fields(record, _ORGANIZATION)
        card.add("n").value = Name(family=record.title)
        card.add("org").value = [record.title]
        card.add("x-abshowas").value = "COMPANY"
        if record.acronym:
            card.add("nickname").value = record.acronym
    _add_other_names(job, card, record)


def _add_offices(job: ExportJob, card: Any, record: Person) -> None:
    """Add the offices of the day, each with its body; the others are counted."""
    current = [each for each in current_tenures(record.tenures, job.lens.as_of) if each.office]
    job.report.lost["Offices held"] += len(record.tenures) - len(current)
    job.report.lose_of_parts("offices held", current, frozenset(("office", "acting", "end_state")))
    job.report.lost["End (offices held)"] += sum(each.end_state == "ongoing" for each in current)
    for number, tenure in enumerate(current, 1):
        assert tenure.office is not None
        title = card.add("title")
        title.value = f"Acting {tenure.office.title}" if tenure.acting else tenure.office.title
        if len(current) > 1:
            title.group = f"office{number}"
        if body := tenure.office.organization:
            org = card.add("org")
            org.value = [body.title]
            if len(current) > 1:
                org.group = f"office{number}"


def _add_contacts(job: ExportJob, card: Any, record: Record) -> None:
    from vobject.vcard import Address

    for contact in record.contacts:
        place = contact.note.upper() if contact.note in _PLACES else ""
        if contact.kind == "address":
            line, kind = card.add("adr"), ""
            line.value = Address(street=contact.value)
        elif contact.kind in _CONTACTS:
            name, kind = _CONTACTS[contact.kind]
            line = card.add(name)
            line.value = contact.value
        else:
            job.report.lost["Contact details"] += 1
            continue
        if kind or place:
            line.params["TYPE"] = list(filter(None, (kind, place)))
        job.report.lost["Remarks of contact details"] += bool(contact.note and not place)
