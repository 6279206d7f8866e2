"""Who held what on a day: titles of people, holders of offices; lists, pages and paper ask it.

A tenure whose end is not known never counts as held without saying so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from db.dates import HistoricalDate
from db.dates.stored import stored_date
from db.lens import Lens, shows
from db.lists.titles.names_then import read_names_then
from db.lists.titles.tenure_titles import HELD, NOT_HELD, certainty, office_in
from db.record_types import OfficeRef, Rank, Record, Ref, Tenure
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

MAX_AT_HAND = 8  # offices that are offered before anything is typed
MAX_LATELY = 50  # tenures that are looked through for offices given last
_OFFICES = "SELECT o.id, o.title, r.id, r.title FROM office o JOIN record r ON r.id = o.record_id"


def tenure_certainty(tenure: Tenure, day: str) -> str:
    """Return the `certainty` of a record's tenure."""
    since, until = tenure.since, tenure.until
    return certainty(
        since.first if since else None,
        since.last if since else None,
        until.first if until else None,
        until.last if until else None,
        tenure.end_state,
        day,
    )


def office_text(tenure: Tenure | OfficeRef) -> str:
    """Return an office with its body: "Chief of Army Staff, Pakistan Army"."""
    office = tenure.office if isinstance(tenure, Tenure) else tenure
    if office is None:
        return ""
    body = office.organization.title if office.organization else ""
    acting = "acting " if isinstance(tenure, Tenure) and tenure.acting else ""
    return f"{acting}{office_in(office.title, body)}"


def current_tenures(tenures: Sequence[Tenure], day: str) -> list[Tenure]:
    """Return the tenures that may be held on a day, certain ones first, in their order."""
    found = [(tenure_certainty(tenure, day), tenure) for tenure in tenures]
    current = [tenure for what, tenure in found if what == HELD]
    return current + [tenure for what, tenure in found if what not in (HELD, NOT_HELD)]


def rank_on(ranks: Sequence[Rank], day: str) -> str:
    """Return the highest-standing rank on a day: the latest to begin of those held."""
    fitting = [
        rank
        for rank in ranks
        if not (rank.since and rank.since.first and rank.since.first > day)
        and not (rank.until and rank.until.last and rank.until.last < day)
    ]
    fitting.sort(key=lambda rank: (rank.since.first if rank.since else None) or "", reverse=True)
    return fitting[0].title if fitting else ""


def title_on(record: Record, day: str) -> str:
    """Rank and offices on a day: "Field Marshal · Chief of Army Staff, Pakistan Army"."""
    rank = rank_on(getattr(record, "ranks", []), day)
    offices = [
        office_text(tenure) for tenure in current_tenures(getattr(record, "tenures", []), day)
    ]
    # several sources may tell of one stay, each in a line of its own
    return " · ".join(dict.fromkeys(part for part in (rank, *offices) if part))


@dataclass(frozen=True, slots=True)
class Holder:
    """One who held an office; `certainty` is "held", "end unknown" or "start unknown".

    `tenure` is the uid by which a citation of the person's record names it.
    """

    person: Ref
    office: OfficeRef
    since: HistoricalDate | None
    until: HistoricalDate | None
    acting: bool
    certainty: str
    tenure: str = ""


def tenures_of(sql: Sql, offices: Sequence[int], lens: Lens) -> list[Holder]:
    """Return all who ever held these offices, newest first, each judged on the lens's day."""
    found = sql.rows(
        "SELECT p.id, p.title, o.id, o.title, g.id, g.title, t.acting, t.end_state,"
        " t.since_edtf, t.since_first, t.since_last, t.since_words,"
        " t.until_edtf, t.until_first, t.until_last, t.until_words, t.uid"
        " FROM tenure t JOIN record p ON p.id = t.record_id JOIN office o ON o.id = t.office_id"
        " JOIN record g ON g.id = o.record_id"
        f" WHERE t.office_id IN ({LISTED}) AND {shows('p.marking')} AND {shows('g.marking')}"
        " ORDER BY t.since_first DESC, p.sort_key",
        (listed(offices), lens.ceiling, lens.ceiling),
    )
    names = read_names_then(sql, {row[at] for row in found for at in (0, 4)}, lens)
    return [
        Holder(
            Ref(row[0], names.get(row[0], row[1]), "person"),
            OfficeRef(row[2], row[3], Ref(row[4], names.get(row[4], row[5]), "organization")),
            stored_date(*row[8:12]),
            stored_date(*row[12:16]),
            bool(row[6]),
            certainty(row[9], row[10], row[13], row[14], row[7], lens.as_of),
            row[16],
        )
        for row in found
    ]


def hidden_holders(sql: Sql, offices: Sequence[int], lens: Lens) -> int:
    """Say how many tenures of these offices the lens hides, because it hides who held them."""
    statement = (
        "SELECT count(*) FROM tenure t JOIN record p ON p.id = t.record_id"
        f" WHERE t.office_id IN ({LISTED}) AND NOT ({shows('p.marking')})"
    )
    return int(sql.value(statement, (listed(offices), lens.ceiling)))


def offices_at_hand(
    sql: Sql, countries: Collection[str], lens: Lens, limit: int = MAX_AT_HAND
) -> list[OfficeRef]:
    """Return offices of these countries, the last that somebody was given first; then any others
    that were given last.
    """
    of_country = sql.rows(
        f"{_OFFICES} JOIN (SELECT o.id AS office,"
        f" max(CASE WHEN {shows('p.marking', '?1')} THEN t.id END) AS given"
        " FROM record b JOIN office o ON o.record_id = b.id"
        " LEFT JOIN tenure t ON t.office_id = o.id LEFT JOIN record p ON p.id = t.record_id"
        f" WHERE b.kind = 'organization' AND b.country IN ({LISTED.replace('?', '?2')})"
        f" GROUP BY o.id) ON office = o.id WHERE {shows('r.marking', '?1')}"
        " ORDER BY given DESC, o.precedence IS NULL, o.precedence, o.id LIMIT ?3",
        (lens.ceiling, listed(sorted(countries)), limit),
    )
    lately = sql.rows(
        f"{_OFFICES} JOIN (SELECT t.office_id AS office, t.id AS given FROM tenure t"
        f" JOIN record p ON p.id = t.record_id WHERE {shows('p.marking', '?1')}"
        f" ORDER BY t.id DESC LIMIT {MAX_LATELY}) ON office = o.id"
        f" WHERE {shows('r.marking', '?1')} ORDER BY given DESC",
        (lens.ceiling,),
    )
    found = {row[0]: row for row in (*of_country, *lately)}
    return [
        OfficeRef(row[0], row[1], Ref(row[2], row[3], "organization"))
        for row in list(found.values())[:limit]
    ]
