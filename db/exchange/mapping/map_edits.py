"""A Mapping with one thing changed by hand: the window edits a map where it is shown.

Every function returns a new Mapping; what it does not name stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.column_sources import field_map
from db.exchange.mapping.guess.person_columns import NAMED_AS, order_names
from db.exchange.mapping.guess.shapes import read_columns
from db.exchange.mapping.targets import TARGETS

OWN = "id"  # what the columns of a row's own identity become


def targets_by_column(mapping: Mapping) -> dict[str, str]:
    """Return {heading: target} of all columns from which a value is taken as it stands.

    >>> targets_by_column(Mapping("people", "", ("no",), fields={"born": [FieldMap("b")]}))
    {'b': 'born', 'no': 'id'}
    """
    found = {
        each.column: target
        for target, maps in mapping.fields.items()
        for each in maps
        if each.column
    }
    return {**found, **dict.fromkeys(mapping.id_columns, OWN)}


def helpers_by_column(mapping: Mapping) -> dict[str, str]:
    """Return {heading: target} of columns that only give another's identifier or precision."""
    return {
        name: target
        for target, maps in mapping.fields.items()
        for each in maps
        for name in (each.id, each.precision, each.date)
        if name
    }


def made_sources(mapping: Mapping) -> list[tuple[str, FieldMap]]:
    """Return what no single column gives, templates and constants, each with its target."""
    return [
        (target, each)
        for target, maps in mapping.fields.items()
        for each in maps
        if each.column is None
    ]


def give_column(mapping: Mapping, heading: str, target: str, values: Iterable[str]) -> Mapping:
    """Let a column become a target, "" to leave it out; `values` are some of its cells.

    What it was before it is no more. Where a target takes one value, the column that gave it
    before gives way. A template goes on naming its columns.
    """
    fields = {}
    for name, maps in mapping.fields.items():
        if remaining := [each for old in maps if (each := _without(old, heading))]:
            fields[name] = remaining
    own = tuple(name for name in mapping.id_columns if name != heading)
    if target == OWN:
        own = (heading,)
    elif target:
        wanted = TARGETS[mapping.kind][target]
        (column,) = read_columns([heading], [(value,) for value in values])
        beside = fields.get(target, []) if wanted.many else []
        source = field_map(wanted, column)
        if target in NAMED_AS.values() and mapping.kind in NAMED_AS:
            order_names(source, column)
        fields[target] = [*beside, source]
    # What a guess asked to look at of this column has been looked at.
    remarks = tuple(says for says in mapping.remarks if not says.startswith(f"“{heading}”"))
    return _in_order(replace(mapping, id_columns=own, fields=fields, remarks=remarks))


def give_constant(mapping: Mapping, source: FieldMap, target: str) -> Mapping:
    """Let a template or a constant become another target, "" to leave it out."""
    fields = {}
    for name, maps in mapping.fields.items():
        if remaining := [each for each in maps if each is not source]:
            fields[name] = remaining
    if target:
        wanted = TARGETS[mapping.kind][target]
        beside = fields.get(target, []) if wanted.many else []
        create = source.create or bool(wanted.refers)
        fields[target] = [*beside, replace(source, create=create)]
    return _in_order(replace(mapping, fields=fields))


def creates(mapping: Mapping) -> bool | None:
    """Say whether what rows name and the desk has not is made: always, never, or (None) in part.

    >>> creates(Mapping("people", fields={"office": [FieldMap("o", create=True)]}))
    True
    """
    created_by_kind = {
        each.create
        for target, maps in mapping.fields.items()
        if TARGETS[mapping.kind][target].refers
        for each in maps
    }
    return created_by_kind.pop() if len(created_by_kind) == 1 else None if created_by_kind else True


def let_create(mapping: Mapping, create: bool) -> Mapping:
    """Let what rows name and the desk has not be made, or not."""
    fields = {
        target: [replace(each, create=create) for each in maps]
        if TARGETS[mapping.kind][target].refers
        else maps
        for target, maps in mapping.fields.items()
    }
    return replace(mapping, fields=fields)


def _without(source: FieldMap, heading: str) -> FieldMap | None:
    """Return a source that asks nothing more of a column, None where nothing is left of it."""
    if source.column == heading:
        return None
    if source.id == heading:
        source = replace(source, id=None, scheme=source.scheme if source.by == "id" else None)
    if source.date == heading:
        source = replace(source, date=None)
    return replace(source, precision=None) if source.precision == heading else source


def _in_order(mapping: Mapping) -> Mapping:
    order = list(TARGETS[mapping.kind])
    fields = dict(sorted(mapping.fields.items(), key=lambda each: order.index(each[0])))
    return replace(
        mapping, fields=fields, one_per_party=mapping.one_per_party and "party" in fields
    )
