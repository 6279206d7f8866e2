"""Objects of a Popolo file that stand within others are taken out and name each other by id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.exchange.popolo.popolo_values import Thing, plain

Lists = dict[str, list[Thing]]
# list → (field that holds a list of objects, the list these belong to, what they say of the owner)
INNER = {
    "persons": (("memberships", "memberships", "person_id"),),
    "organizations": (
        ("memberships", "memberships", "organization_id"),
        ("posts", "posts", "organization_id"),
        ("children", "organizations", "parent_id"),
        ("events", "events", "organization_id"),
    ),
    "posts": (("memberships", "memberships", "post_id"),),
    "areas": (("memberships", "memberships", "area_id"), ("children", "areas", "parent_id")),
    "memberships": (),
    "events": (),
}
# list → (field that holds one object, the list it belongs to)
SINGLE = {
    "persons": (),
    "organizations": (("parent", "organizations"), ("area", "areas")),
    "posts": (("organization", "organizations"), ("area", "areas")),
    "memberships": (
        ("person", "persons"),
        ("organization", "organizations"),
        ("post", "posts"),
        ("on_behalf_of", "organizations"),
        ("area", "areas"),
        ("legislative_period", "events"),
    ),
    "events": (("organization", "organizations"), ("area", "areas"), ("parent", "events")),
    "areas": (("parent", "areas"),),
}


def hoist(lists: Lists) -> None:
    """Take inner objects out; each owner and each inner object then name each other by id."""
    known = {name: {thing.key: thing for thing in things} for name, things in lists.items()}
    waiting = [(name, thing) for name, things in lists.items() for thing in things]
    while waiting:
        name, thing = waiting.pop()
        for into, inner in [*_inner(name, thing), *_single(name, thing)]:
            there = known[into].get(inner.key)
            if there is None:
                known[into][inner.key] = inner
                lists[into].append(inner)
                inner.number = len(lists[into])
                waiting.append((into, inner))
            elif there.where != inner.where:
                for field, value in inner.fields.items():
                    if there.fields.get(field) is None:
                        there.fields[field] = value
                    elif there.fields[field] != value and plain(value) is not None:
                        there.remark(
                            f"{inner.at(field)} is “{plain(value)}”, which {there.at(field)} says"
                            " otherwise; the latter was taken."
                        )
                waiting.append((into, Thing(inner.where, _inner_only(into, inner))))


def _inner_only(name: str, thing: Thing) -> dict[str, Any]:
    """Return what an object that is known already still holds within itself."""
    inner_fields = [field for field, *_ in (*INNER[name], *SINGLE[name])]
    return {
        "id": thing.key,
        **{field: thing.fields[field] for field in inner_fields if field in thing.fields},
    }


def _inner(name: str, thing: Thing) -> Iterator[tuple[str, Thing]]:
    for name_in, into, back in INNER[name]:
        value = thing.fields.get(name_in)
        if not isinstance(value, list):
            continue
        thing.fields = {**thing.fields, name_in: None}
        for place, item in enumerate(value):
            if isinstance(item, dict):
                fields = {**item, back: item.get(back) or thing.key}
                yield into, Thing(f"{thing.at(name_in)}[{place}]", fields)
            elif item is not None and plain(item) is None:
                thing.remark(f"{thing.at(name_in)}[{place}] is no object; it was left out.")


def _single(name: str, thing: Thing) -> Iterator[tuple[str, Thing]]:
    for name_in, into in SINGLE[name]:
        value = thing.fields.get(name_in)
        if not isinstance(value, dict):
            continue
        inner = Thing(thing.at(name_in), value)
        own = thing.fields.get(f"{name_in}_id")
        if own is not None and not inner.id and (text := plain(own)):
            inner.key = text
            inner.fields = {**value, "id": text}
        thing.fields = {**thing.fields, name_in: None, f"{name_in}_id": inner.key}
        yield into, inner
