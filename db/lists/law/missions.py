"""The missions accredited to a state, with their members by rank: what a diplomatic list prints.

`Reader` asks it. A mission's staff are those who hold an office in its embassy on the day: the body
in which its head holds one, or the embassy of the sending state that names the receiving one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.law.heads_of_mission import receiving_state
from db.lens import Lens, shows
from db.lists.board.board_rows import Bounds
from db.lists.board.state_rules import StateRules, read_state_rules
from db.lists.law.diplomatic_list import state_order
from db.lists.titles.names_then import read_names_then
from db.lists.titles.references_then import with_names
from db.lists.titles.tenure_titles import NOT_HELD, certainty
from db.names import fold
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.tables.references import OfficeRef, Ref
from db.vocabulary.countries import country_code, country_name

EMBASSY: Final = "embassy"
#: Titles of a mission's staff in the order of their ranks; the first that fits counts.
_STAFF: Final = (
    (r"deputy (head|chief|high)|minister[- ]counsell?or|\bminister\b", 2),
    (r"ambassador|high commissioner|nuncio|(head|chief) of mission", 1),
    (r"charg", 2),
    (r"counsell?or", 3),
    (r"first secretary", 4),
    (r"second secretary", 5),
    (r"third secretary", 6),
    (r"attach", 7),
)
NO_RANK: Final = 8


@dataclass(frozen=True, slots=True)
class MissionContact:
    """A way to reach a mission or a person, as it is recorded."""

    kind: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MissionMember:
    """One of a mission's staff on the day, `certainty` as of the tenure; the spouse by name."""

    person: Ref
    office: OfficeRef
    acting: bool
    certainty: str
    spouse: str = ""
    contacts: tuple[MissionContact, ...] = ()


@dataclass(frozen=True, slots=True)
class MissionHead:
    """A head of mission at a place in the order, with the reason for it."""

    person: Ref
    place: int
    mission_class: str
    since: str
    reason: str
    spouse: str = ""
    contacts: tuple[MissionContact, ...] = ()


@dataclass(frozen=True, slots=True)
class Mission:
    """A state's mission: its heads in order, or why there is none, its bodies and its staff."""

    state: str
    heads: tuple[MissionHead, ...] = ()
    vacancy: str = ""
    bodies: tuple[Ref, ...] = ()
    contacts: tuple[MissionContact, ...] = ()
    members: tuple[MissionMember, ...] = ()


def staff_rank(title: str) -> int:
    """Return the place of a title among a mission's staff, 1 the highest.

    >>> [staff_rank(title) for title in ("Minister-Counsellor", "Counsellor", "Press Attaché")]
    [2, 3, 7]
    >>> staff_rank("Second Secretary (Political)"), staff_rank("Driver")
    (5, 8)
    """
    plain = title.casefold()
    return next((rank for pattern, rank in _STAFF if re.search(pattern, plain)), NO_RANK)


def read_missions(sql: Sql, text: str, lens: Lens) -> list[Mission]:
    """Return the missions to a state on the lens's day, in the order of precedence of their heads;
    those without a head follow by name. All are called as they were on that day.
    """
    _, order = state_order(sql, text, lens)
    people = sorted({place.head.key for place in order.order})
    reached, spouses = _contacts(sql, people, lens), _spouses(sql, people, lens)
    heads: dict[str, list[MissionHead]] = {}
    for place in order.order:
        key = place.head.key
        heads.setdefault(receiving_state(place.head.state), []).append(
            MissionHead(
                Ref(key, place.head.person, "person"),
                place.place,
                place.head.class_words,
                place.since.text,
                place.reason,
                spouses.get(key, ""),
                reached.get(key, ()),
            )
        )
    vacant = {receiving_state(state): why for state, why in order.vacant}
    found, rules = [], read_state_rules(sql, lens)
    for state in (*heads, *(each for each in vacant if each not in heads)):
        own = tuple(heads.get(state, ()))
        bodies = _bodies(sql, state, receiving_state(text), [each.person.id for each in own], lens)
        ids = [body.id for body in bodies]
        contacts = tuple(each for one in _contacts(sql, ids, lens).values() for each in one)
        members = _members(sql, ids, {each.person.id for each in own}, rules, lens)
        name = country_name(state) if country_code(state) else state
        found.append(Mission(name, own, vacant.get(state, ""), bodies, contacts, members))
    return list(with_names(found, read_names_then(sql, _named_in(found), lens)))


def _named_in(found: Sequence[Mission]) -> set[int]:
    ids = {body.id for mission in found for body in mission.bodies}
    for mission in found:
        ids.update(head.person.id for head in mission.heads)
        for member in mission.members:
            ids.add(member.person.id)
    return ids


def _bodies(
    sql: Sql, state: str, receiving: str, heads: Sequence[int], lens: Lens
) -> tuple[Ref, ...]:
    """Return the embassy in which a head holds office, else that whose name tells where it is."""
    rows = sql.rows(
        "SELECT DISTINCT r.id, r.title, r.country, t.since_first, t.since_last, t.until_first,"
        " t.until_last, t.end_state FROM tenure t JOIN office o ON o.id = t.office_id"
        " JOIN record r ON r.id = o.record_id JOIN organization g ON g.id = r.id"
        f" WHERE t.record_id IN ({LISTED}) AND g.kind = ? AND {shows('r.marking')}"
        " ORDER BY r.sort_key",
        (listed(heads), EMBASSY, lens.ceiling),
    )
    own = {
        row[0]: Ref(row[0], row[1], "organization")
        for row in rows
        if certainty(*Bounds(*row[3:7]), row[7], lens.as_of) != NOT_HELD
        and (not country_code(state) or row[2] in ("", state))
    }
    # Who is accredited to several states holds an office in each embassy, or in one for them all.
    here = {key: ref for key, ref in own.items() if _names(ref.title, receiving)}
    if here or len(own) == 1:
        return tuple((here or own).values())
    if not country_code(state):
        return tuple(own.values())
    return tuple(
        Ref(key, title, "organization")
        for key, title in sql.rows(
            "SELECT r.id, r.title FROM record r JOIN organization g ON g.id = r.id"
            f" WHERE g.kind = ? AND r.country = ? AND {shows('r.marking')} ORDER BY r.sort_key",
            (EMBASSY, state, lens.ceiling),
        )
        if _names(title, receiving)
    )


def _names(title: str, country: str) -> bool:
    """Say whether the name of an embassy names the state that it is in.

    >>> _names("Embassy of France in Belgium", "be"), _names("Embassy of France", "be")
    (True, False)
    """
    name = fold(country_name(country) if country_code(country) else country)
    return f" {name} " in f" {fold(title)} "


def _members(
    sql: Sql, bodies: Sequence[int], heads: set[int], rules: StateRules, lens: Lens
) -> tuple[MissionMember, ...]:
    """Return a mission's staff on the day by the rules of its state, the precedence of their
    offices, then by rank; its heads stand before them and are not among them.
    """
    rows = sql.rows(
        "SELECT p.id, p.title, o.id, o.title, r.id, r.title, o.precedence, t.acting, p.sort_key,"
        " t.since_first, t.since_last, t.until_first, t.until_last, t.end_state, r.country"
        " FROM office o JOIN tenure t ON t.office_id = o.id JOIN record p ON p.id = t.record_id"
        " JOIN record r ON r.id = o.record_id"
        f" WHERE o.record_id IN ({LISTED}) AND {shows('p.marking')} AND {shows('r.marking')}",
        (listed(bodies), lens.ceiling, lens.ceiling),
    )
    judged = [(row, certainty(*Bounds(*row[9:13]), row[13], lens.as_of)) for row in rows]
    serving = [(row, what) for row, what in judged if row[0] not in heads and what != NOT_HELD]
    serving.sort(
        key=lambda each: (
            rules.place_in(each[0][14], each[0][3], Ref(each[0][4], each[0][5], "organization")),
            each[0][6] is None, each[0][6] or 0, staff_rank(each[0][3]), each[0][9] or "~",
            each[0][8] or "",
        )
    )  # fmt: skip
    people = sorted({row[0] for row, _ in serving})
    reached, spouses = _contacts(sql, people, lens), _spouses(sql, people, lens)
    members: dict[tuple[int, int], MissionMember] = {}
    for row, what in serving:
        office = OfficeRef(row[2], row[3], Ref(row[4], row[5], "organization"))
        members.setdefault(
            (row[0], row[2]),
            MissionMember(
                Ref(row[0], row[1], "person"),
                office,
                bool(row[7]),
                what,
                spouses.get(row[0], ""),
                reached.get(row[0], ()),
            ),
        )
    return tuple(members.values())


def _contacts(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, tuple[MissionContact, ...]]:
    found: dict[int, list[MissionContact]] = {}
    for key, kind, value, note in sql.rows(
        "SELECT c.record_id, c.kind, c.value, c.note FROM contact c"
        f" JOIN record r ON r.id = c.record_id WHERE c.record_id IN ({LISTED})"
        f" AND {shows('r.marking')} ORDER BY c.record_id, c.position",
        (listed(ids), lens.ceiling),
    ):
        found.setdefault(key, []).append(MissionContact(kind, value, note))
    return {key: tuple(each) for key, each in found.items()}


def _spouses(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, str]:
    """Return the spouses on the lens's day, whichever of the two records names the other."""
    found: dict[int, list[str]] = {}
    for own, other in (("record_id", "other_id"), ("other_id", "record_id")):
        rows = sql.rows(
            f"SELECT l.{own}, r.id, r.title FROM link l JOIN record r ON r.id = l.{other}"
            f" WHERE l.{own} IN ({LISTED}) AND l.nature = 'spouse of' AND r.kind = 'person'"
            f" AND {shows('r.marking')} AND coalesce(l.since_first, '') <= ?"
            " AND coalesce(l.until_last, '~') >= ? ORDER BY l.id",
            (listed(ids), lens.ceiling, lens.as_of, lens.as_of),
        )
        names = read_names_then(sql, {row[1] for row in rows}, lens)
        for key, spouse, name in rows:
            found.setdefault(key, []).append(names.get(spouse, name))
    return {key: ", ".join(dict.fromkeys(names)) for key, names in found.items()}
