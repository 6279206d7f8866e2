"""The kinds by name, as lists and commands know them before any record is read."""

from db.record_types import RECORD_TYPES
from db.vocabulary.kinds import KINDS, NAMED_KINDS, PLURALS


def test_the_kinds_are_those_that_have_a_record() -> None:
    assert tuple(RECORD_TYPES) == KINDS == tuple(PLURALS)
    assert set(NAMED_KINDS) < set(KINDS)
