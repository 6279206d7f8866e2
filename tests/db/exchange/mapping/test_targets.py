"""The table of targets."""

from __future__ import annotations

from db.exchange.mapping.targets import (
    DECLARATIONS,
    KINDS,
    TARGETS,
    declared_targets,
    first_target,
)

SHAPES = {
    "text",
    "prose",
    "sum",
    "name",
    "word",
    "date",
    "end",
    "country",
    "boolean",
    "number",
    "url",
    "wikidata",
}

# What map files may name: none of these is ever taken away.
PROMISED = {
    "people": (
        "name given_name family_name honorific suffix aliases native_name gender born died "
        "country office organization from to languages email phone biography wikidata notes"
    ),
    "organizations": (
        "name acronym aliases type country parent founded dissolved website wikidata notes"
    ),
    "offices": "title organization country seats created abolished",
    "tenures": "person office organization country from to acting end_state note",
    "agreements": (
        "title type laterality binding reference country parties signed in_force terminated "
        "place depositary languages topics summary value currency url notes"
    ),
    "events": (
        "title type start end place channel participants organizations countries outcome "
        "topics agreements notes"
    ),
}


def test_each_promised_target_is_there_in_its_order() -> None:
    for kind, names in PROMISED.items():
        assert [name for name in TARGETS[kind] if name in names.split()] == names.split()


def test_what_a_field_declares_is_a_target_and_reads_as_declared() -> None:
    for kind, of in DECLARATIONS.items():
        declared = declared_targets(of)
        assert declared and all(TARGETS[kind][name] == each for name, (_, each) in declared.items())


def test_every_target_has_a_known_shape_and_refers_to_a_known_kind() -> None:
    every = [target for targets in TARGETS.values() for target in targets.values()]
    assert {target.shape for target in every} <= SHAPES
    assert {target.refers for target in every} <= {*KINDS, ""}


def test_each_kind_names_first_what_it_cannot_do_without() -> None:
    assert {kind: first_target(kind) for kind in KINDS} == {
        "people": "name",
        "organizations": "name",
        "offices": "title",
        "tenures": "person",
        "accreditations": "person",
        "agreements": "title",
        "events": "title",
    }
