"""Memberships of a Popolo file as tenures of offices, a person's all at once.

What an officer corrected of a tenure stays; a changed day of the file goes to the tenure it wrote.
An end that the file does not give is not known: silence does not say that somebody still serves.
"""

from __future__ import annotations

from collections.abc import Mapping

from db.dates import HistoricalDate
from db.exchange.mapping import cells
from db.exchange.mapping.row_values import Value
from db.exchange.placing.corrected import corrected_columns
from db.exchange.placing.drafts import TenureFacts
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault
from db.exchange.placing.tenures import Stay
from db.exchange.popolo.popolo_posts import find_body, find_post, place_post
from db.exchange.popolo.popolo_ties import Ties
from db.exchange.popolo.popolo_values import Thing, is_before
from db.vocabulary.choices import CLOSED

USED = frozenset((
    "id", "label", "role", "person", "person_id", "member", "member_id", "organization",
    "organization_id", "post", "post_id", "on_behalf_of", "on_behalf_of_id", "area", "area_id",
    "legislative_period", "legislative_period_id", "start_date", "end_date", "note", "notes",
    "acting", "end_state",
))  # fmt: skip
MEMBER = "member"  # the role that a membership has when the file names none
Memberships = list[tuple[Thing, TenureFacts]]


def read_membership(thing: Thing, at: RowContext, ties: Ties) -> tuple[int, TenureFacts]:
    """Return the person and the stay that a membership tells. Raises RowFault."""
    own = thing.span("start_date", "end_date")
    name = "person" if thing.tie("person_id") or thing.text("person") else "member"
    person = ties.find(thing, name, "persons", at)
    if not person:
        raise RowFault(thing.at("person_id"), "", "The membership names nobody.")
    office, post = _office(thing, at, ties)
    period = ties.thing(thing, "legislative_period", "events")
    serves = cells.is_open_end(thing.text("end_date"))  # it says so, as 9999-12-31 or "present"
    since, until = own if serves and own[0] else _days(own, period)
    facts = TenureFacts(office, since, None if serves else until)
    facts.key = ties.file.key(thing.id) if thing.id else None
    facts.note = _note(thing, post, period, ties)
    if serves:
        facts.end_state = "ongoing"
    elif until is not None:
        facts.end_state = "ended"
    elif (state := thing.word("end_state")) in CLOSED["tenure.end_state"]:
        facts.end_state = state
    if thing.fields.get("acting") is True or _is_acting(thing, post):
        facts.acting = True
    return person, facts


def _is_acting(thing: Thing, post: Thing | None) -> bool:
    """Say whether the role is the office of the post, held for the time being."""
    label = post.text("label", "role") if post else ""
    return bool(label) and thing.text("role").casefold() == f"acting {label}".casefold()


def _office(thing: Thing, at: RowContext, ties: Ties) -> tuple[int, Thing | None]:
    post = ties.thing(thing, "post", "posts")
    if post is not None and "posts" in ties.taken_lists:
        return ties.record_of(thing, "post_id", post), post
    if post is not None:
        return place_post(post, at, ties), post
    title = thing.text("post", "role", "label") or MEMBER
    if tie := thing.tie("post_id"):
        return find_post(thing, tie, at, ties), None
    body = find_body(thing, at, ties)
    return at.posts.find(body, Value(title, thing.at("role"), create=True)), None


def _days(
    own: tuple[HistoricalDate | None, HistoricalDate | None], period: Thing | None
) -> tuple[HistoricalDate | None, HistoricalDate | None]:
    """Return a membership's own days, else those of its legislative period where they fit."""
    since, until = own
    if period is None or (since and until):
        return own
    first, last = period.span("start_date", "end_date")  # what is no date is told of the period
    if since is None and not is_before(until, first):
        since = first
    if until is None and not is_before(last, since):
        until = last
    return since, until


def _note(thing: Thing, post: Thing | None, period: Thing | None, ties: Ties) -> str:
    """Return what else the file says: the area, the party, the period, a label beside the role."""
    area = ties.name_of(thing, "area", "areas") or (
        ties.name_of(post, "area", "areas") if post else ""
    )
    party = ties.name_of(thing, "on_behalf_of", "organizations")
    label, role = thing.text("label"), thing.text("role")
    when = period.text("name", "label") if period else thing.text("legislative_period")
    phrases = [
        area and f"for {area}",
        party and f"on behalf of {party}",
        when,
        label if label != role and (role or post) else "",
        role if post and role.casefold() not in (post.text("label", "role").casefold(), MEMBER)
        and not _is_acting(thing, post) else "",
        thing.text("note", "notes"),
    ]  # fmt: skip
    return "; ".join(dict.fromkeys(filter(None, phrases)))


def write_stays(person: int, reported: Memberships, at: RowContext) -> None:
    """Write a person's stays: new ones, and what has changed of old ones."""
    stays = list(at.tenures.stays(person))
    unmet: Memberships = []
    for thing, facts in _join_memberships(reported, at):
        own = (stay for stay in stays if facts.key in stay.ids and _is_same(stay, facts))
        open_ones = (stay for stay in stays if _is_open(stay, facts) and _is_same(stay, facts))
        stay = next(own, None) or next(open_ones, None)
        if stay is None:
            unmet.append((thing, facts))
            continue
        stays.remove(stay)
        at.tally.row = thing.number
        at.tenures.meet(person, stay, facts)
    for thing, facts in unmet:
        at.tally.row = thing.number
        own = (stay for stay in stays if facts.key in stay.ids and _is_one(stay, facts))
        open_ones = (
            stay for stay in stays if _is_open(stay, facts) and _may_be(at, person, stay, facts)
        )
        stay = next(own, None) or next(open_ones, None)
        if stay is None:
            at.tenures.add(person, facts)
        else:
            stays.remove(stay)
            _correct(at, person, stay, facts)


def _is_open(stay: Stay, facts: TenureFacts) -> bool:
    """Say whether a stay may be a membership's: it has no other identity in this file."""
    return facts.key is None or not any(scheme == facts.key[0] for scheme, _ in stay.ids)


def _is_one(stay: Stay, facts: TenureFacts) -> bool:
    return bool(stay.row["office_id"] == facts.office)


def _join_memberships(reported: Memberships, at: RowContext) -> Memberships:
    """Join memberships of one office and the same days to one stay, unless they have own ids."""
    joined: dict[tuple[object, ...], tuple[Thing, TenureFacts]] = {}
    for thing, facts in reported:
        key = (facts.office, _edtf(facts.since), _edtf(facts.until), facts.key)
        known = joined.get(key)
        if known is None:
            joined[key] = (thing, facts)
            continue
        at.tally.count_repeat("tenures")
        if "ongoing" in (facts.end_state, known[1].end_state):
            known[1].end_state = "ongoing"
        if facts.note not in known[1].note.split("\n"):
            known[1].note = "\n".join(filter(None, (known[1].note, facts.note)))
    # what is known least goes first, so that it meets no stay that another is about
    return sorted(joined.values(), key=lambda pair: (pair[1].since is not None, pair[0].number))


def _edtf(date: HistoricalDate | None) -> str | None:
    return date.edtf if date else None


def _is_same(stay: Stay, facts: TenureFacts) -> bool:
    row = stay.row
    return (row["office_id"], row["since_edtf"], row["until_edtf"]) == (
        facts.office,
        _edtf(facts.since),
        _edtf(facts.until),
    )


def _differing(row: Mapping[str, object], facts: TenureFacts) -> list[str]:
    """Return those of the two days that the file gives otherwise than the desk."""
    days = (("since", facts.since), ("until", facts.until))
    return [name for name, day in days if day and row[f"{name}_edtf"] != day.edtf]


def _may_be(at: RowContext, person: int, stay: Stay, facts: TenureFacts) -> bool:
    """Say whether a stay that this file wrote is the one it now tells with other days.

    A day that an officer has changed may differ; any other only while the second day stands.
    """
    row = stay.row
    if row["office_id"] != facts.office or stay.sources != {at.desk.source_id}:
        return False
    corrected = corrected_columns(at.desk.work.sql, person, "tenure", row["id"])
    days = {"since": _edtf(facts.since), "until": _edtf(facts.until)}
    other = [name for name, day in days.items() if row[f"{name}_edtf"] != day]
    if all(f"{name}_edtf" in corrected for name in other):
        return True
    stands = [name for name in days if name not in other]
    return len(other) == 1 and days[stands[0]] is not None and days[other[0]] is not None


def _correct(at: RowContext, person: int, stay: Stay, facts: TenureFacts) -> None:
    """Give a stay the days that the file has now, save those an officer has set."""
    corrected = corrected_columns(at.desk.work.sql, person, "tenure", stay.row["id"])
    for name in _differing(stay.row, facts):
        day = facts.since if name == "since" else facts.until
        assert day is not None
        if f"{name}_edtf" in corrected:
            stored_day = stay.row[f"{name}_words"] or stay.row[f"{name}_edtf"]
            which = "start" if name == "since" else "end"
            at.tally.flag(
                f"The desk has “{stored_day or 'not known'}” for the {which} of the tenure and the"
                f" file “{day.phrase()}”; the former was kept."
            )
        else:
            at.tenures.set_day(person, stay, name, day)
    at.tenures.meet(person, stay, TenureFacts(facts.office, note=facts.note, key=facts.key))
