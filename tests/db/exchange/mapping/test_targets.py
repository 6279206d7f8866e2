"""The table of targets."""

from __future__ import annotations

from db.exchange.mapping.targets import KINDS, TARGETS, first_target

SHAPES = {"text", "name", "word", "date", "end", "country", "boolean", "number", "url", "wikidata"}


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
        "agreements": "title",
        "events": "title",
    }
