"""What is known of the records of a few pairs, read in a few statements: `pair_finder` asks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.lens import Lens, shows
from db.storage.engine import Row, Sql
from db.storage.id_lists import FIRST_LISTED, listed, pieces

Bounds = tuple[str | None, str | None]  # first and last possible day; None where open
NOTHING: Bounds = (None, None)


@dataclass(slots=True)
class Bearer:
    """One record, as far as it helps to tell whether another is the same."""

    id: int
    title: str
    country: str
    names: list[str] = field(default_factory=list)
    word: str = ""  # of a person the gender, of others their own kind
    start: Bounds = NOTHING  # born, founded, concluded, begun
    end: Bounds = NOTHING  # died, dissolved, terminated
    reference: str = ""  # of an agreement; of an organization the acronym
    place: str = ""
    identifiers: dict[str, set[str]] = field(default_factory=dict)
    contacts: set[str] = field(default_factory=set)
    offices: dict[int, list[Bounds]] = field(default_factory=dict)
    others: set[int] = field(default_factory=set)  # parties, participants, parents


KIND_ROWS = {
    "person": "SELECT id, gender, born_first, born_last, died_first, died_last, '', ''"
    " FROM person WHERE id IN ({ids})",
    "organization": "SELECT id, kind, founded_first, founded_last, dissolved_first,"
    " dissolved_last, acronym, '' FROM organization WHERE id IN ({ids})",
    "agreement": "SELECT id, kind, concluded_first, concluded_last, terminated_first,"
    " terminated_last, reference, place FROM agreement WHERE id IN ({ids})",
    "event": "SELECT id, kind, start_first, start_last, end_first, end_last, '', place"
    " FROM event WHERE id IN ({ids})",
}
OTHER = (
    "SELECT p.record_id, p.{column} FROM {table} p JOIN record r ON r.id = p.{column}"
    f" WHERE p.record_id IN ({{{{ids}}}}) AND {shows('r.marking', '{{ceiling}}')}"
)
OTHERS = {
    "organization": OTHER.format(table="parent", column="parent_id"),
    "agreement": OTHER.format(table="party", column="who_id"),
    "event": OTHER.format(table="participant", column="who_id"),
}


def read_bearers(sql: Sql, kind: str, ids: Sequence[int], lens: Lens) -> dict[int, Bearer]:
    """Return the records of one kind by id; those that the lens hides are left out."""
    found: dict[int, Bearer] = {}
    for part in pieces(sorted(ids)):
        piece = _Piece(sql, part, lens)
        for key, title, country in piece.rows(
            "SELECT id, title, country FROM record WHERE id IN ({ids})"
            f" AND {shows('marking', '{ceiling}')}"
        ):
            found[key] = Bearer(key, title, country)
        piece.into(found, KIND_ROWS[kind], _take_kind)
        piece.into(
            found,
            "SELECT record_id, text FROM name WHERE record_id IN ({ids}) AND kind <> 'acronym'"
            " ORDER BY record_id, position",
            _take_name,
        )
        piece.into(
            found,
            "SELECT record_id, scheme, value FROM identifier WHERE record_id IN ({ids})"
            " AND about = ''",
            _take_identifier,
        )
        piece.into(
            found,
            "SELECT record_id, fold(value) FROM contact WHERE record_id IN ({ids})",
            _take_contact,
        )
        if kind == "person":
            piece.into(
                found,
                "SELECT t.record_id, t.office_id, t.since_first, t.since_last FROM tenure t"
                " JOIN office o ON o.id = t.office_id JOIN record r ON r.id = o.record_id"
                f" WHERE t.record_id IN ({{ids}}) AND {shows('r.marking', '{ceiling}')}",
                _take_office,
            )
        if kind in OTHERS:
            piece.into(found, OTHERS[kind], _take_other)
    return found


class _Piece:
    """Some ids, about which several questions are asked."""

    def __init__(self, sql: Sql, ids: Sequence[int], lens: Lens) -> None:
        self._sql = sql
        self._ids = (listed(ids),)
        self._lens = lens

    def rows(self, statement: str) -> list[Row]:
        """Return what a statement answers about the ids, through the lens."""
        sql_text = statement.format(ids=FIRST_LISTED, ceiling=int(self._lens.ceiling))
        return self._sql.rows(sql_text, self._ids)

    def into(
        self, found: dict[int, Bearer], statement: str, take: Callable[[Bearer, Any], None]
    ) -> None:
        """Give each row to its record, if that is shown."""
        for row in self.rows(statement):
            if row[0] in found:
                take(found[row[0]], row)


def _take_kind(bearer: Bearer, row: Any) -> None:
    bearer.word = row[1]
    bearer.start, bearer.end = (row[2], row[3]), (row[4], row[5])
    bearer.reference, bearer.place = row[6], row[7]


def _take_name(bearer: Bearer, row: Any) -> None:
    if row[1] != bearer.title:
        bearer.names.append(row[1])


def _take_identifier(bearer: Bearer, row: Any) -> None:
    bearer.identifiers.setdefault(row[1], set()).add(row[2])


def _take_contact(bearer: Bearer, row: Any) -> None:
    if len(row[1]) > 3:
        bearer.contacts.add(row[1])


def _take_office(bearer: Bearer, row: Any) -> None:
    bearer.offices.setdefault(row[1], []).append((row[2], row[3]))


def _take_other(bearer: Bearer, row: Any) -> None:
    bearer.others.add(row[1])
