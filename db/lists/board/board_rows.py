"""The offices of a scope with all who ever held them, as rows that need no desk any more.

`office_board` answers any day from them: a date that is dragged asks the desk nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from db.dates import HistoricalDate
from db.dates.stored import stored_date
from db.errors import Refused
from db.lens import Lens, shows
from db.lists.titles.dated_names import DatedNames, read_dated_names
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.tables.references import Ref

MAX_BOARD_OFFICES: Final = 10_000  # offices of one board
_BELOW: Final = (
    "WITH RECURSIVE below(id) AS (SELECT ?1 UNION SELECT p.record_id FROM below b"
    " JOIN parent p ON p.parent_id = b.id JOIN record r ON r.id = p.record_id"
    f" WHERE {shows('r.marking', '?2')}) SELECT id FROM below"
)
_OF_COUNTRY: Final = "SELECT id FROM record WHERE kind = 'organization' AND country = ?"
_OF_PEOPLE: Final = (
    "SELECT DISTINCT o.record_id FROM tenure t JOIN office o ON o.id = t.office_id"
    f" WHERE t.record_id IN ({LISTED})"
)


@dataclass(frozen=True, slots=True)
class BoardScope:
    """Whose offices a board has: those of a body and what is below it, of a country, of bodies, or
    those that some people hold or held; `title` is what the board is called.
    """

    title: str
    body: int = 0
    country: str = ""
    bodies: tuple[int, ...] = ()
    people: tuple[int, ...] = ()


class Bounds(NamedTuple):
    """The first and last possible day of a start and of an end; None is open."""

    since_first: str | None = None
    since_last: str | None = None
    until_first: str | None = None
    until_last: str | None = None

    def may_be_on(self, day: str) -> bool:
        """Say whether a day may lie in it.

        >>> Bounds("2020-01-01", "2020-12-31").may_be_on("2020-06-01"), Bounds().may_be_on("2020")
        (True, True)
        """
        return not (
            (self.since_first is not None and self.since_first > day)
            or (self.until_last is not None and self.until_last < day)
        )

    def exists_on(self, day: str) -> bool:
        """Say whether what is made and abolished may be there on a day: on that of its end it is
        not.

        >>> Bounds(None, None, "2020-05-01", "2020-05-01").exists_on("2020-05-01")
        False
        """
        return not (
            (self.since_first is not None and self.since_first > day)
            or (self.until_last is not None and self.until_last <= day)
        )


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body of the board; `parents` are those it stands under, each with when."""

    ref: Ref
    kind: str
    country: str
    sort_key: str
    life: Bounds
    founded: HistoricalDate | None
    dissolved: HistoricalDate | None
    parents: tuple[tuple[int, Bounds, HistoricalDate | None, HistoricalDate | None], ...]


@dataclass(frozen=True, slots=True)
class StayRow:
    """A tenure of an office."""

    uid: str
    person: Ref
    acting: bool
    since: HistoricalDate | None
    until: HistoricalDate | None
    bounds: Bounds
    end_state: str


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office of the board with all its tenures, the latest to begin first."""

    id: int
    uid: str
    title: str
    body: int
    seats: int
    precedence: int | None
    life: Bounds
    founded: HistoricalDate | None
    dissolved: HistoricalDate | None
    stays: tuple[StayRow, ...]


@dataclass(frozen=True, slots=True)
class BoardRows:
    """All that a board is made of; `withheld` counts bodies and tenures above the ceiling, `names`
    are those of bodies and holders that have days.
    """

    scope: BoardScope
    bodies: Mapping[int, BodyRow]
    offices: Sequence[OfficeRow]
    withheld: int
    names: DatedNames = field(default_factory=dict)


def read_board_rows(sql: Sql, scope: BoardScope, lens: Lens) -> BoardRows:
    """Return the offices of a scope with their bodies and tenures; raise Refused if there are too
    many.
    """
    found = _body_ids(sql, scope, lens)
    bodies = _bodies(sql, found, lens)
    number = int(
        sql.value(f"SELECT count(*) FROM office WHERE record_id IN ({LISTED})", (listed(bodies),))
    )
    if number > MAX_BOARD_OFFICES:
        raise Refused(
            f"{scope.title} has {number:,} offices, too many for one board; choose a body or"
            f" filter the list to {MAX_BOARD_OFFICES:,} at most."
        )
    stays, hidden = _stays(sql, bodies, lens)
    people = {stay.person.id for of_office in stays.values() for stay in of_office}
    return BoardRows(
        scope,
        bodies,
        _offices(sql, bodies, stays),
        hidden + len(found) - len(bodies),
        read_dated_names(sql, [*bodies, *people]),
    )


def _body_ids(sql: Sql, scope: BoardScope, lens: Lens) -> list[int]:
    if scope.body:
        return [row[0] for row in sql.rows(_BELOW, (scope.body, lens.ceiling))]
    if scope.country:
        return [row[0] for row in sql.rows(_OF_COUNTRY, (scope.country,))]
    if scope.people:
        return [row[0] for row in sql.rows(_OF_PEOPLE, (listed(scope.people),))]
    return list(scope.bodies)


def _bodies(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, BodyRow]:
    parents: dict[int, list[tuple[int, Bounds, HistoricalDate | None, HistoricalDate | None]]] = {}
    for row in sql.rows(
        "SELECT p.record_id, p.parent_id, p.since_edtf, p.since_first, p.since_last, p.since_words,"
        " p.until_edtf, p.until_first, p.until_last, p.until_words FROM parent p"
        f" JOIN record q ON q.id = p.parent_id WHERE p.record_id IN ({LISTED})"
        f" AND {shows('q.marking')} ORDER BY p.record_id, p.position",
        (listed(ids), lens.ceiling),
    ):
        since, until = stored_date(*row[2:6]), stored_date(*row[6:10])
        parents.setdefault(row[0], []).append((row[1], _bounds(since, until), since, until))
    bodies: dict[int, BodyRow] = {}
    for row in sql.rows(
        "SELECT r.id, r.title, r.country, coalesce(r.sort_key, r.sort_title), g.kind,"
        " g.founded_edtf, g.founded_first, g.founded_last, g.founded_words,"
        " g.dissolved_edtf, g.dissolved_first, g.dissolved_last, g.dissolved_words"
        " FROM record r JOIN organization g ON g.id = r.id"
        f" WHERE r.id IN ({LISTED}) AND {shows('r.marking')}",
        (listed(ids), lens.ceiling),
    ):
        founded, dissolved = stored_date(*row[5:9]), stored_date(*row[9:13])
        bodies[row[0]] = BodyRow(
            Ref(row[0], row[1], "organization"),
            row[4],
            row[2],
            row[3],
            _bounds(founded, dissolved),
            founded,
            dissolved,
            tuple(parents.get(row[0], ())),
        )
    return bodies


def _bounds(since: HistoricalDate | None, until: HistoricalDate | None) -> Bounds:
    return Bounds(
        since.first if since else None,
        since.last if since else None,
        until.first if until else None,
        until.last if until else None,
    )


def _stays(
    sql: Sql, bodies: Mapping[int, BodyRow], lens: Lens
) -> tuple[dict[int, list[StayRow]], int]:
    """Return the tenures by office, and how many the lens hides with who held them."""
    found: dict[int, list[StayRow]] = {}
    people: dict[int, Ref] = {}
    hidden = 0
    for row in sql.rows(
        "SELECT t.office_id, t.uid, p.id, p.title, p.marking, t.acting, t.end_state,"
        " t.since_edtf, t.since_first, t.since_last, t.since_words,"
        " t.until_edtf, t.until_first, t.until_last, t.until_words"
        " FROM office o JOIN tenure t ON t.office_id = o.id JOIN record p ON p.id = t.record_id"
        f" WHERE o.record_id IN ({LISTED}) ORDER BY t.since_first DESC, p.sort_key",
        (listed(bodies),),
    ):
        if not lens.shows(row[4]):
            hidden += 1
            continue
        person = people.setdefault(row[2], Ref(row[2], row[3], "person"))
        since, until = stored_date(*row[7:11]), stored_date(*row[11:15])
        stay = StayRow(
            row[1], person, bool(row[5]), since, until, _bounds(since, until), row[6] or ""
        )
        found.setdefault(row[0], []).append(stay)
    return found, hidden


def _offices(
    sql: Sql, bodies: Mapping[int, BodyRow], stays: Mapping[int, Sequence[StayRow]]
) -> list[OfficeRow]:
    offices: list[OfficeRow] = []
    for row in sql.rows(
        "SELECT o.id, o.uid, o.title, o.record_id, o.seats, o.precedence,"
        " o.founded_edtf, o.founded_first, o.founded_last, o.founded_words,"
        " o.dissolved_edtf, o.dissolved_first, o.dissolved_last, o.dissolved_words FROM office o"
        f" WHERE o.record_id IN ({LISTED})"
        " ORDER BY o.record_id, o.precedence IS NULL, o.precedence, o.position, o.id",
        (listed(bodies),),
    ):
        founded, dissolved = stored_date(*row[6:10]), stored_date(*row[10:14])
        offices.append(
            OfficeRow(
                row[0],
                row[1],
                row[2],
                row[3],
                row[4] or 1,
                row[5],
                _bounds(founded, dissolved),
                founded,
                dissolved,
                tuple(stays.get(row[0], ())),
            )
        )
    return offices
