"""What a page shows beside a record's own parts: contacts, agreements, holders, members."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.dates import OPEN_END
from db.lens import HIGHEST, Lens
from db.lists.law.lineage import Relative, read_lineage
from db.lists.lines import Line, lines
from db.lists.offices import Holder, hidden_holders, tenures_of
from db.lists.titles.names_then import read_names_then
from db.lists.titles.references_then import with_names
from db.record_types import Agreement, Organization, Record, Ref
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.stored_records import refs

MAX_SECTION_LINES = 500  # lines of one section; a page says how many more there are


@dataclass(frozen=True, slots=True)
class Mention:
    """Another record that names this one: how, and where in time, in words."""

    other: Ref
    nature: str


@dataclass(slots=True)
class Related:
    """The sections of a page that are read from other records; `withheld` counts what is hidden,
    `roles` are the record's own in the events, by their ids.
    """

    events: list[Line] = field(default_factory=list)
    roles: dict[int, list[str]] = field(default_factory=dict)
    agreements: list[Line] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    members: list[Ref] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    lineage: dict[int, list[Relative]] = field(
        default_factory=dict
    )  # by the agreement they hang on
    event_count: int = 0
    agreement_count: int = 0
    withheld: int = 0


@dataclass(slots=True)
class Reading:
    """A record with what others say of it: what a page shows and paper prints."""

    record: Record
    related: Related
    title: str  # rank and offices on the lens's day, or the agreement's status
    withheld: int


# CROSS JOIN: from the few that are tied to the record, never from all of a kind in their order.
EVENTS = (
    "SELECT r.id, r.marking, r.day FROM"
    " (SELECT record_id AS id FROM participant WHERE who_id = ?1"
    "  UNION SELECT id FROM event WHERE part_of_id = ?1 OR initiated_by_id = ?1"
    "  UNION SELECT record_id FROM link WHERE other_id = ?1"
    "  UNION SELECT other_id FROM link WHERE record_id = ?1"
    " ) x CROSS JOIN record r ON r.id = x.id WHERE r.kind = 'event'"
    " ORDER BY r.day DESC, r.id DESC"
)
AGREEMENTS = (
    "SELECT r.id, r.marking, r.day FROM"
    " (SELECT record_id AS id FROM party WHERE who_id = ?1"
    "  UNION SELECT record_id FROM party_action WHERE signatory_id = ?1"
    "  UNION SELECT record_id FROM agreement_link WHERE other_id = ?1"
    "  UNION SELECT record_id FROM link WHERE other_id = ?1"
    "  UNION SELECT other_id FROM link WHERE record_id = ?1"
    " ) x CROSS JOIN record r ON r.id = x.id WHERE r.kind = 'agreement'"
    " ORDER BY r.day DESC, r.id DESC"
)
ROLES = (
    f"SELECT record_id, role FROM participant WHERE record_id IN ({LISTED})"
    " AND who_id = ? AND role != '' ORDER BY record_id, position"
)
MEMBERS = (
    "SELECT r.id, r.marking FROM parent p JOIN record r ON r.id = p.record_id"
    " WHERE p.parent_id = ?1 AND coalesce(p.since_first, '') <= ?2"
    f" AND coalesce(p.until_last, '{OPEN_END}') >= ?2"
    " UNION SELECT id, (SELECT marking FROM record r WHERE r.id = o.id)"
    " FROM organization o WHERE o.predecessor_id = ?1 AND coalesce(o.founded_first, '') <= ?2"
)
MENTIONS = (
    "SELECT l.record_id, l.nature FROM link l JOIN record r ON r.id = l.record_id"
    " WHERE l.other_id = ?1 AND r.kind IN ('person', 'organization')"
)


def read_related_records(sql: Sql, record: Record, lens: Lens) -> Related:
    """Return everything other records say of this one, through the lens."""
    related = Related()
    related.events, related.event_count = _lines(sql, EVENTS, record.id, lens, related)
    for event, role in sql.rows(ROLES, (listed([line.id for line in related.events]), record.id)):
        related.roles.setdefault(event, []).append(role)
    related.agreements, related.agreement_count = _lines(sql, AGREEMENTS, record.id, lens, related)
    if isinstance(record, Agreement):
        related.lineage = read_lineage(sql, record.id, lens)
    if isinstance(record, Organization):
        offices = [office.id for office in record.offices]
        related.holders = tenures_of(sql, offices, lens) if offices else []
        if offices and lens.ceiling < HIGHEST:
            related.withheld += hidden_holders(sql, offices, lens)
    rows = sql.rows(MEMBERS, (record.id, lens.as_of))  # those of the day
    visible = [row for row in rows if lens.shows(row[1])]
    related.withheld += len(rows) - len(visible)
    members = [ref for ref, _ in refs(sql, [row[0] for row in visible]).values()]
    related.members = with_names(members, read_names_then(sql, [ref.id for ref in members], lens))
    related.members.sort(key=lambda ref: ref.title.casefold())
    _read_mentions(sql, record.id, lens, related)
    return related


def dated_ids(sql: Sql, record_id: int, lens: Lens) -> list[int]:
    """Return the ids of all events and agreements that a record is in, for a chronology."""
    rows = [*sql.rows(EVENTS, (record_id,)), *sql.rows(AGREEMENTS, (record_id,))]
    return [row[0] for row in rows if lens.shows(row[1])]


def _lines(
    sql: Sql, statement: str, record_id: int, lens: Lens, related: Related
) -> tuple[list[Line], int]:
    rows = sql.rows(statement, (record_id,))
    visible = [row[0] for row in rows if lens.shows(row[1])]
    related.withheld += len(rows) - len(visible)
    return lines(sql, visible[:MAX_SECTION_LINES], lens), len(visible)


def _read_mentions(sql: Sql, record_id: int, lens: Lens, related: Related) -> None:
    rows = sql.rows(MENTIONS, (record_id,))
    found = refs(sql, [row[0] for row in rows])
    visible = [(key, nature) for key, nature in rows if lens.shows(found[key][1])]
    mentions = [Mention(found[key][0], nature) for key, nature in visible]
    related.mentions = with_names(mentions, read_names_then(sql, found, lens))
    related.withheld += len(rows) - len(visible)
