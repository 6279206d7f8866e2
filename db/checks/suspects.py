"""Which records a rule may concern, asked of the whole desk at once: all the others are not read.

`checking` asks it. A statement may name too many, never too few; the rule itself has the say. Days
compare as texts, and NULL, an open or unknown day, is never before another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from db.checks.party_rules import (
    CONSENTS,
    IN_FORCE,
    LEAVING,
    RESERVATION,
    SIGNATURES,
    SUBJECT_TO_RATIFICATION,
)
from db.checks.record_rules import is_sent_home, spans_of
from db.record_types import RECORD_TYPES
from db.storage.row_mapping import part_shapes, shape_of
from db.tables.fields import Stored

_YOUNG_YEARS: Final = 19  # one more than the rule has: of years alone


def _words(words: frozenset[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


_ACTS: Final = "SELECT a.record_id FROM party_action a"
_BODY_OF_ACT: Final = (
    "SELECT a.record_id FROM organization o JOIN party p ON p.who_id = o.id"
    " JOIN party_action a ON a.party_id = p.id WHERE"
)
_OF_AGREEMENTS: Final = (
    "SELECT id FROM agreement WHERE in_force_last < concluded_first"
    " OR in_force_last < provisional_first OR terminated_last < in_force_first"
    " OR terminated_edtf IS NOT NULL AND in_force_edtf IS NULL",
    f"{_ACTS} JOIN agreement g ON g.id = a.record_id WHERE a.action IN ({_words(SIGNATURES)})"
    " AND (g.in_force_last < a.date_first OR g.laterality = 'bilateral'"
    " AND (g.concluded_last < a.date_first OR a.date_last < g.concluded_first))",
    "SELECT record_id FROM party GROUP BY record_id, who_id HAVING count(*) > 1",
    "SELECT g.id FROM agreement g JOIN party p ON p.record_id = g.id"
    " WHERE g.laterality = 'bilateral' GROUP BY g.id HAVING count(*) > 2",
    f"{_ACTS} WHERE a.action IN ({_words(CONSENTS)}) GROUP BY a.party_id"
    " HAVING count(DISTINCT a.action) > 1",
    f"{_ACTS} JOIN party_action b ON b.party_id = a.party_id"
    f" AND b.action IN ({_words(SIGNATURES)}) WHERE a.action = 'acceded'",
    f"{_ACTS} JOIN agreement g ON g.id = a.record_id WHERE a.action = 'ratified'"
    " AND g.parties_complete = 'yes'",
    f"{_ACTS} WHERE a.action IN ({_words(LEAVING)}) OR a.action = '{RESERVATION}'",
    f"{_ACTS} JOIN party_action b ON b.party_id = a.party_id"
    f" AND b.action IN ({_words(CONSENTS)}) AND a.date_last < b.date_first"
    f" WHERE a.action = '{IN_FORCE}'",
    f"{_ACTS} JOIN party_action b ON b.party_id = a.party_id"
    f" AND b.action = '{SUBJECT_TO_RATIFICATION}' WHERE a.action = '{IN_FORCE}'",
    f"{_ACTS} JOIN agreement g ON g.id = a.record_id"
    f" WHERE a.action = '{IN_FORCE}' AND a.date_last < g.in_force_first",
    f"{_BODY_OF_ACT} o.founded_edtf IS NOT NULL AND a.date_last < o.founded_first",
    f"{_BODY_OF_ACT} o.dissolved_edtf IS NOT NULL",
    "SELECT record_id FROM agreement_link",
    "SELECT id FROM agreement WHERE in_force_rule <> '' AND parties_complete = 'yes'",
    f"{_ACTS} WHERE a.signatory_id IS NOT NULL",
    "SELECT record_id FROM amount WHERE qualifier = ''",
    "SELECT id FROM agreement WHERE in_force_rule <> '' AND in_force_edtf IS NOT NULL",
    f"{_ACTS} JOIN agreement g ON g.id = a.record_id WHERE (g.in_force_rule <> ''"
    f" OR g.later_rule <> '') AND (a.action = '{IN_FORCE}' OR a.effect_edtf IS NOT NULL)",
    "SELECT id FROM agreement WHERE duration <> '' AND in_force_edtf IS NOT NULL"
    " AND terminated_edtf IS NULL",
    f"{_ACTS} JOIN agreement g ON g.id = a.record_id WHERE g.signature_until_last < a.date_first",
)
_OF_PEOPLE: Final = (
    "SELECT t.record_id FROM person p JOIN tenure t ON t.record_id = p.id"
    " WHERE p.died_last < t.since_first",
    "SELECT p.id FROM person p JOIN tenure t ON t.record_id = p.id WHERE p.born_first IS NOT NULL"
    f" AND substr(t.since_last, 1, 4) - substr(p.born_first, 1, 4) < {_YOUNG_YEARS}",
    "SELECT t.record_id FROM office o JOIN tenure t ON t.office_id = o.id"
    " WHERE o.founded_edtf IS NOT NULL AND t.since_last < o.founded_first"
    " OR o.dissolved_last < t.since_first",
    "SELECT t.record_id FROM organization b JOIN office o ON o.record_id = b.id"
    " JOIN tenure t ON t.office_id = o.id WHERE b.dissolved_last < t.since_first",
    "SELECT record_id FROM accreditation",
)
_OF_EVENTS: Final = (
    "SELECT e.id FROM event e JOIN participant t ON t.record_id = e.id JOIN person p"
    " ON p.id = t.who_id WHERE p.died_last < e.start_first"
    " OR p.born_first > coalesce(e.end_last, e.start_last)",
    "SELECT e.id FROM event e JOIN participant p ON p.record_id = e.id JOIN tenure t"
    " ON t.record_id = p.who_id WHERE e.kind = 'credentials' AND e.start_last < t.since_first",
)
_OWN: Final[dict[str, tuple[str, ...]]] = {
    "person": _OF_PEOPLE,
    "organization": (),
    "agreement": _OF_AGREEMENTS,
    "event": _OF_EVENTS,
}


class OddRows(NamedTuple):
    """A statement that gives more than ids, and what says of a row whether it may be concerned."""

    statement: str
    is_odd: Callable[..., bool]


#: Where a statement alone would name thousands that are right, by kind.
ODD_ROWS: Final[dict[str, OddRows]] = {
    "person": OddRows(
        "SELECT t.record_id, o.title, r.country FROM office o JOIN tenure t ON t.office_id = o.id"
        " JOIN record r ON r.id = t.record_id WHERE r.country <> '' AND (o.title LIKE"
        " '%ambassador%' OR o.title LIKE '%high commissioner%' OR o.title LIKE '%nuncio%'"
        " OR o.title LIKE '%charg%')",
        is_sent_home,
    ),
}


@cache
def suspects(kind: str) -> tuple[str, ...]:
    """Return the statements whose ids are all records of a kind that a rule may concern."""
    return (*_OWN[kind], *_reversed_spans(kind))


def _reversed_spans(kind: str) -> Iterator[str]:
    """Yield a statement for every span that a kind or its parts declare."""
    shape = shape_of(RECORD_TYPES[kind])
    for part in (shape, *part_shapes(shape)):
        owner = "id" if part is shape else "record_id"
        of: type[Stored] = part.of
        for begin, end in spans_of(of):
            yield f"SELECT {owner} FROM {part.table} WHERE {end}_last < {begin}_first"
