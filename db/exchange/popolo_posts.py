"""Posts of a Popolo file as offices, and the body that a post or a membership is in."""

from __future__ import annotations

from db.exchange.corrected import corrected_columns
from db.exchange.popolo_ties import Ties
from db.exchange.popolo_values import Thing
from db.exchange.posts import ABOUT
from db.exchange.row_context import RowContext
from db.exchange.row_values import Value
from db.exchange.tally import RowFault
from db.reading import select_rows
from db.records import Office
from db.rows import shape_of, to_values

USED = frozenset((
    "id", "label", "role", "name", "organization", "organization_id", "start_date", "end_date",
    "maximum_memberships", "seats", "area", "area_id", "memberships",
))  # fmt: skip


def find_body(thing: Thing, at: RowContext, ties: Ties) -> int:
    """The body that an object says it is in. Raises RowFault when it is unknown."""
    body = ties.find(thing, "organization", "organizations", at)
    if not body:
        raise RowFault(thing.at("organization_id"), "", "The object names no organization.")
    return body


def find_post(thing: Thing, tie: str, at: RowContext, ties: Ties) -> int:
    """The office on the desk that an earlier file gave this id. Raises RowFault."""
    body = find_body(thing, at, ties)
    key = ties.file.key(tie)
    for post in at.posts.of(body):
        if key in post.ids:
            return post.id
    raise RowFault(
        thing.at("post_id"), tie[:80],
        f"No post with the id “{tie[:80]}” is in the file or on the desk.",
    )  # fmt: skip


def place_post(thing: Thing, at: RowContext, ties: Ties) -> int:
    """The office of a post, made when it is missing. Raises RowFault."""
    title = thing.name("label", "name", "role")
    if not title:
        raise RowFault(thing.at("label"), "", "The post has no name; give its label or role.")
    office = Office(title=title)
    office.founded, office.dissolved = thing.span("start_date", "end_date")
    seats = thing.word("maximum_memberships", "seats")
    if seats.isdecimal() and len(seats) <= 6:
        office.seats = int(seats)
    elif seats:
        thing.remark(f"{thing.at('seats')}: “{seats[:40]}” is no number of seats.")
    body = find_body(thing, at, ties)
    scheme, value = ties.file.key(thing.id) if thing.id else ("", "")
    cell = Value(title, thing.at("label"), create=True, scheme=scheme, identifier=value)
    key = at.posts.find(body, cell)
    at.tally.met("offices", key)
    _complete(at, body, key, office)
    return key


def _complete(at: RowContext, body: int, key: int, office: Office) -> None:
    """What the post gives, into the office's line; what an officer has set there stays."""
    given = to_values(shape_of(Office), office)
    after = {
        name: value
        for name, value in given.items()
        if value is not None and name not in ("uid", "title", "folded")
    }
    if not after:
        return
    work = at.desk.work
    work.settle("office")
    before = select_rows(work.sql, "office", "id=?", (key,))[0]
    corrected = corrected_columns(work.sql, body, "office", key)
    cited = work.sql.value(
        "SELECT count(DISTINCT source_id) FROM citation WHERE record_id=? AND field=?"
        " AND source_id<>?",
        (body, ABOUT + str(before["uid"]), at.desk.source_id),
    )
    for name in list(after):
        kept = before[name] is not None and (cited or name in corrected)
        if kept and before[name] != after[name] and name.endswith(("_edtf", "seats")):
            at.tally.flag(
                f"The desk has “{before[name]}” for {name.removesuffix('_edtf')} of the office"
                f" “{before['title']}” and the file “{after[name]}”; the former was kept."
            )
        if kept:
            del after[name]
    if work.update("office", before, after, body):
        at.desk.changed(body, "organization")
        at.tally.updated("offices", key)
