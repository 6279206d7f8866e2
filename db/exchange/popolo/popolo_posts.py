"""Posts of a Popolo file as offices, and the body that a post or a membership is in."""

from __future__ import annotations

from db.exchange.mapping.row_values import Value
from db.exchange.placing.office_lines import complete_office
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.popolo.popolo_ties import Ties
from db.exchange.popolo.popolo_values import Thing
from db.record_types import Office

USED = frozenset((
    "id", "label", "role", "name", "organization", "organization_id", "start_date", "end_date",
    "maximum_memberships", "seats", "area", "area_id", "memberships", "country_code",
))  # fmt: skip


def find_body(thing: Thing, at: RowContext, ties: Ties) -> int:
    """Return the body that an object says it is in. Raises RowFault when it is unknown."""
    body = ties.find(thing, "organization", "organizations", at)
    if not body:
        raise RowFault(thing.at("organization_id"), "", "The object names no organization.")
    return body


def find_post(thing: Thing, tie: str, at: RowContext, ties: Ties) -> int:
    """Return the office on the desk that an earlier file gave this id. Raises RowFault."""
    body = find_body(thing, at, ties)
    key = ties.file.key(tie)
    for post in at.posts.of(body):
        if key in post.ids:
            return post.id
    raise RowFault(
        thing.at("post_id"), tie[:80],
        f"No post with the id “{tie[:80]}” is in the file or on the desk.",
    )  # fmt: skip


def _body_of_post(thing: Thing, title: str, at: RowContext, ties: Ties) -> int:
    """Return the body of a post: its organization, its state, or what its title names; a post
    without any keeps its title, as in a table.
    """
    if thing.tie("organization_id") or thing.text("organization"):
        return find_body(thing, at, ties)
    if country := thing.word("country_code"):
        return at.desk.country(Value(country, thing.at("country_code")))
    return at.posts.body(title) or at.posts.without_body(title)


def place_post(thing: Thing, at: RowContext, ties: Ties) -> int:
    """Return the office of a post, made when it is missing. Raises RowFault."""
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
    body = _body_of_post(thing, title, at, ties)
    scheme, value = ties.file.key(thing.id) if thing.id else ("", "")
    cell = Value(title, thing.at("label"), create=True, scheme=scheme, identifier=value)
    key = at.posts.find(body, cell)
    complete_office(at, body, key, office)
    return key
