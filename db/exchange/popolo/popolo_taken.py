"""Which fields of a Popolo file become what, and which are left out; its report tells it."""

from __future__ import annotations

from collections.abc import Iterator

from db.exchange.popolo import (
    popolo_bodies,
    popolo_events,
    popolo_memberships,
    popolo_people,
    popolo_posts,
)
from db.exchange.popolo.popolo_file import KIND_LISTS, PopoloFile
from db.exchange.popolo.popolo_values import shorten_value

USED = {
    "persons": popolo_people.USED,
    "organizations": popolo_bodies.USED,
    "posts": popolo_posts.USED,
    "events": popolo_events.USED,
    "memberships": popolo_memberships.USED,
    "areas": frozenset(("id", "name", "memberships", "children")),
}
# what becomes what, for the report: kind → {target: field of the file}
TARGETS_TAKEN = {
    "people": {
        "name": "name", "aliases": "other_names", "given_name": "given_name",
        "family_name": "family_name", "honorific": "honorific_prefix", "suffix": "honorific_suffix",
        "gender": "gender", "born": "birth_date", "died": "death_date", "country": "nationality",
        "biography": "biography", "email": "email", "contacts": "contact_details",
        "links": "links", "identifiers": "identifiers", "sources": "sources",
    },
    "organizations": {
        "name": "name", "aliases": "other_names", "type": "classification", "parent": "parent_id",
        "founded": "founding_date", "dissolved": "dissolution_date", "links": "links",
        "identifiers": "identifiers", "sources": "sources",
    },
    "offices": {
        "title": "label", "organization": "organization_id", "created": "start_date",
        "abolished": "end_date",
    },
    "tenures": {
        "person": "person_id", "office": "role", "organization": "organization_id",
        "from": "start_date", "to": "end_date", "note": "on_behalf_of_id",
    },
    "events": {
        "title": "name", "type": "classification", "start": "start_date", "end": "end_date",
        "organizations": "organization_id",
    },
}  # fmt: skip


def left_out(file: PopoloFile) -> Iterator[str]:
    """Yield the fields of objects of which nothing is taken."""
    for name, things in file.lists.items():
        seen = dict.fromkeys(field for thing in things for field in thing.fields)
        for field in seen:
            if field not in USED[name] and not field.startswith("@"):
                yield f"{name}.{shorten_value(field)}"


def told_mapping(file: PopoloFile, kind: str | None) -> dict[str, str]:
    """Return what became of which field, of the fields that the file has."""
    found: dict[str, str] = {}
    for each, targets in TARGETS_TAKEN.items():
        things = file.lists[KIND_LISTS[each]]
        if kind in (None, each) and things:
            seen = {field for thing in things for field in thing.fields}
            name = KIND_LISTS[each]
            found |= {
                f"{each}.{target}": f"{name}.{field}"
                for target, field in targets.items()
                if field in seen
            }
    return found
