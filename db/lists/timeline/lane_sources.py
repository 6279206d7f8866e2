"""The statements behind the timeline's lanes, declared once for each way to form lanes.

`lane_spans` asks them piece by piece, for a range of ids or for those of a list. A lane is named by
its key: a country's code, a word of a list, a topic, or the id of a record.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from db.lens import shows

EVENTS, AGREEMENTS, TENURES = "event", "agreement", "tenure"
OPEN: Final = "~"  # stands for an end that never came, after every day

_SHOWN = shows("r.marking", ":ceiling")
_WHO_SHOWN = shows("w.marking", ":ceiling")

# id, first possible day, last possible day. An item without any date has neither.
SPANS: Final = {
    EVENTS: (
        "SELECT r.id, CASE WHEN e.start_edtf IS NULL THEN e.end_first ELSE e.start_first END,"
        " CASE WHEN e.start_edtf IS NULL AND e.end_edtf IS NULL THEN NULL"
        f" ELSE coalesce(CASE WHEN e.end_edtf IS NULL THEN e.start_last ELSE e.end_last END,"
        f" '{OPEN}') END"
        f" FROM event e JOIN record r ON r.id = e.id WHERE {{e.id}} AND {_SHOWN}"
    ),
    AGREEMENTS: (
        "SELECT r.id, coalesce(a.concluded_first, a.adopted_first, a.provisional_first,"
        " a.in_force_first), CASE WHEN a.terminated_edtf IS NOT NULL"
        f" THEN coalesce(a.terminated_last, '{OPEN}') WHEN a.in_force_edtf IS NOT NULL"
        f" OR a.provisional_edtf IS NOT NULL THEN '{OPEN}' WHEN a.concluded_edtf IS NOT NULL"
        f" THEN coalesce(a.concluded_last, '{OPEN}') ELSE a.adopted_last END"
        f" FROM agreement a JOIN record r ON r.id = a.id WHERE {{a.id}} AND {_SHOWN}"
    ),
    # A tenure is told from a record by its sign.
    TENURES: (
        "SELECT -t.id, t.since_first, CASE WHEN t.until_edtf IS NOT NULL"
        f" THEN coalesce(t.until_last, '{OPEN}') WHEN t.since_edtf IS NOT NULL THEN '{OPEN}' END"
        " FROM tenure t JOIN record r ON r.id = t.record_id JOIN office o ON o.id = t.office_id"
        f" JOIN record w ON w.id = o.record_id WHERE {{t.record_id}} AND {_SHOWN} AND {_WHO_SHOWN}"
    ),
}


class LaneSource(NamedTuple):
    """Which lanes the items of a kind stand in: statements of an item's id and a lane's key."""

    kind: str
    lanes: tuple[str, ...]


def _titled_members(table: str, kind: str, column: str = "who_id") -> str:
    return (
        f"SELECT p.record_id, p.{column} FROM {table} p JOIN record w ON w.id = p.{column}"
        f" WHERE {{p.record_id}} AND w.kind = '{kind}' AND {_WHO_SHOWN}"
    )


def _country_of(table: str) -> str:
    return (
        f"SELECT p.record_id, w.country FROM {table} p JOIN record w ON w.id = p.who_id"
        f" WHERE {{p.record_id}} AND w.country <> '' AND {_WHO_SHOWN}"
    )


def _own(table: str, column: str) -> str:
    return f"SELECT p.id, p.{column} FROM {table} p WHERE {{p.id}} AND p.{column} <> ''"


_TOPICS = (
    "SELECT p.record_id, t.text FROM record_tag p JOIN tag t ON t.id = p.tag_id WHERE {p.record_id}"
)
_OWN_COUNTRY = _own("record", "country")
_LINKED = (
    _titled_members("link", AGREEMENTS, "other_id"),
    "SELECT p.other_id, p.record_id FROM link p JOIN record w ON w.id = p.record_id"
    f" WHERE {{p.other_id}} AND w.kind = 'agreement' AND {_WHO_SHOWN}",
)
_TENURE_OF_PERSON = "SELECT -p.id, p.record_id FROM tenure p WHERE {p.record_id}"
_TENURE_OF_BODY = (
    "SELECT -p.id, o.record_id FROM tenure p JOIN office o ON o.id = p.office_id"
    " WHERE {p.record_id}"
)

#: What each way to form lanes shows.
SCHEMES: Final[dict[str, tuple[LaneSource, ...]]] = {
    "country": (
        LaneSource(EVENTS, (_OWN_COUNTRY, _country_of("participant"))),
        LaneSource(AGREEMENTS, (_OWN_COUNTRY, _country_of("party"))),
    ),
    "kind": (
        LaneSource(EVENTS, (_own("event", "kind"),)),
        LaneSource(AGREEMENTS, (_own("agreement", "kind"),)),
    ),
    "person": (
        LaneSource(EVENTS, (_titled_members("participant", "person"),)),
        LaneSource(TENURES, (_TENURE_OF_PERSON,)),
    ),
    "organization": (
        LaneSource(EVENTS, (_titled_members("participant", "organization"),)),
        LaneSource(AGREEMENTS, (_titled_members("party", "organization"),)),
        LaneSource(TENURES, (_TENURE_OF_BODY,)),
    ),
    "agreement": (
        LaneSource(EVENTS, _LINKED),
        LaneSource(AGREEMENTS, ("SELECT p.id, p.id FROM agreement p WHERE {p.id}",)),
    ),
    "topic": (LaneSource(EVENTS, (_TOPICS,)), LaneSource(AGREEMENTS, (_TOPICS,))),
    "none": (LaneSource(EVENTS, ("SELECT p.id, '' FROM event p WHERE {p.id}",)),),
}
#: Those whose lanes are records, of which there may be hundreds of thousands.
RECORD_LANES: Final = frozenset({"person", "organization", "agreement"})
