"""Which records are looked at as one: those that share a key, never all with all.

`pair_finder` asks it for one kind. What is common says little: where many share a key, only those
are looked at that share their country and their day as well.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from db.duplicates.keys import core_key, initial_key, name_key, near_keys, solid_key, sound_key
from db.lens import Lens, shows
from db.progress import Progress
from db.storage.engine import Sql

MAX_CANDIDATES = 400_000  # pairs of a kind that are looked at closely
MASK = (1 << 40) - 1
KEY_BUCKETS = 256  # that keys are sorted in
ROWS_A_PROGRESS = 50_000  # rows between two words on how far it is


class Candidate(NamedTuple):
    """Two records, the smaller id first, how many share their key, and whether by name."""

    one: int
    other: int
    crowd: int
    way: str


@dataclass(frozen=True, slots=True)
class MeetingKey:
    """How records meet: what is read, the keys of a row, how many may share one unquestioned."""

    name: str
    statement: str
    keys: Callable[..., Iterable[str]]
    few: int
    most: int  # of a crowd, shared country and day included


NAMES = (
    "SELECT n.record_id, n.folded, n.skeleton FROM name n JOIN record r ON r.id = n.record_id"
    f" WHERE r.kind = :kind AND {shows('r.marking', ':ceiling')} AND n.kind <> 'acronym'"
)
TITLES = (
    "SELECT r.id, fold(r.title), coalesce(r.day, '') FROM record r"
    f" WHERE r.kind = :kind AND {shows('r.marking', ':ceiling')}"
)
IDENTIFIERS = (
    "SELECT i.record_id, i.scheme || ' ' || i.value, '' FROM identifier i"
    " JOIN record r ON r.id = i.record_id"
    f" WHERE r.kind = :kind AND {shows('r.marking', ':ceiling')} AND i.about = ''"
)
CONTACTS = (
    "SELECT c.record_id, fold(c.value), '' FROM contact c JOIN record r ON r.id = c.record_id"
    f" WHERE r.kind = :kind AND {shows('r.marking', ':ceiling')}"
)
REFERENCES = (
    "SELECT r.id, fold(a.reference), '' FROM agreement a JOIN record r ON r.id = a.id"
    f" WHERE r.kind = :kind AND {shows('r.marking', ':ceiling')} AND a.reference <> ''"
)
PARTIES = (
    "SELECT r.id, r.day || ' ' || p.who_id, '' FROM party p JOIN record r ON r.id = p.record_id"
    f" WHERE r.kind = :kind AND {shows('r.marking', ':ceiling')} AND r.day IS NOT NULL"
)
PARTICIPANTS = (
    "SELECT r.id, e.start_edtf || ' ' || e.kind || ' ' || p.who_id, '' FROM participant p"
    " JOIN record r ON r.id = p.record_id JOIN event e ON e.id = r.id"
    f" WHERE r.kind = :kind AND {shows('r.marking', ':ceiling')} AND length(e.start_edtf) >= 10"
)


def _whole(text: str, _: str) -> Iterable[str]:
    return (solid_key(text),) if len(text) > 3 else ()


def _same(folded: str, _: str) -> Iterable[str]:
    return (name_key(folded),)


def _name_and_day_keys(folded: str, day: str) -> Iterable[str]:
    return (f"{name_key(folded)} {day}",)


def _sound_keys(_: str, skeleton: str) -> Iterable[str]:
    return (sound_key(skeleton),)


def _core(_: str, skeleton: str) -> Iterable[str]:
    return (core_key(skeleton),)


def _initial(_: str, skeleton: str) -> Iterable[str]:
    return (initial_key(skeleton),)


def _solid_keys(folded: str, _: str) -> Iterable[str]:
    return (solid_key(folded),) if len(folded) > 7 else ()


def _near_behind(folded: str, skeleton: str) -> Iterable[str]:
    return near_keys(folded, skeleton, -1)


IDENTIFIED = MeetingKey("identifier", IDENTIFIERS, _whole, 10, 50)
REACHED = MeetingKey("contact", CONTACTS, _whole, 10, 30)
BY_NAME = (
    MeetingKey("same name", NAMES, _same, 10, 40),
    MeetingKey("written solid", NAMES, _solid_keys, 6, 20),
    MeetingKey("same sound", NAMES, _sound_keys, 8, 30),
    MeetingKey("first and last", NAMES, _core, 6, 20),
    MeetingKey("initial", NAMES, _initial, 6, 12),
    MeetingKey("near", NAMES, near_keys, 8, 12),
    MeetingKey("near, slip in front", NAMES, _near_behind, 8, 12),
)
BY_TITLE = (
    MeetingKey("same title and day", TITLES, _name_and_day_keys, 10, 40),
    MeetingKey("same title", TITLES, _same, 4, 12),
)
WAYS: dict[str, tuple[MeetingKey, ...]] = {
    "person": (IDENTIFIED, REACHED, *BY_NAME),
    "organization": (IDENTIFIED, REACHED, *BY_NAME),
    "agreement": (
        IDENTIFIED,
        MeetingKey("reference", REFERENCES, _whole, 6, 20),
        *BY_TITLE,
        MeetingKey("party and day", PARTIES, _whole, 6, 6),
    ),
    "event": (IDENTIFIED, *BY_TITLE, MeetingKey("participant and day", PARTICIPANTS, _whole, 6, 6)),
}


class Facts:
    """Country and day of every record of a kind, in a few bytes each."""

    def __init__(self, sql: Sql, kind: str) -> None:
        size = int(sql.value("SELECT coalesce(max(id), 0) FROM record") or 0) + 1
        self._countries = array("H", bytes(2 * size))
        self._days = array("I", bytes(4 * size))
        codes: dict[str, int] = {"": 0}
        for key, country, day in sql.stream(
            "SELECT id, country, day FROM record WHERE kind = ?", (kind,)
        ):
            self._countries[key] = codes.setdefault(country, len(codes))
            if day and day[:4].isdecimal():
                self._days[key] = int(day[:10].replace("-", "")) if len(day) > 9 else 0

    def group(self, key: int) -> tuple[int, int] | None:
        """Return country and day, if both are known."""
        country, day = self._countries[key], self._days[key]
        return (country, day) if country and day else None

    def contradict(self, one: int, other: int) -> bool:
        """Say whether two records are of two countries, or of days more than a year apart."""
        ours, theirs = self._countries[one], self._countries[other]
        if ours and theirs and ours != theirs:
            return True
        first, second = self._days[one], self._days[other]
        return bool(first and second and abs(first - second) >= 20_000)


def candidates(sql: Sql, kind: str, lens: Lens, progress: Progress) -> Iterator[Candidate]:
    """Yield the pairs of a kind that are worth a close look, each once, the likeliest way first."""
    facts = Facts(sql, kind)
    seen: set[int] = set()
    ways = WAYS[kind]
    total = int(
        sql.value(
            f"SELECT count(*) FROM record WHERE kind=? AND {shows('marking')}", (kind, lens.ceiling)
        )
        or 0
    )
    values = {"kind": kind, "ceiling": lens.ceiling}
    for at, way in enumerate(ways):

        def report(done: int, at: int = at) -> None:
            progress(min(total, (at * total + min(done, total)) // len(ways)), total)

        for found in _find_meetings(sql, way, values, facts, report):
            mark = found.one << 32 | found.other
            if mark not in seen:
                seen.add(mark)
                yield found
            if len(seen) >= MAX_CANDIDATES:
                return


def _find_meetings(
    sql: Sql, way: MeetingKey, values: dict[str, Any], facts: Facts, report: Callable[[int], None]
) -> Iterator[Candidate]:
    for crowd in _crowds(sql, way, values, report):
        if len(crowd) <= way.few:
            yield from _pairs(crowd, len(crowd), way, facts)
            continue
        groups: dict[tuple[int, int], list[int]] = {}
        for key in crowd:
            group = facts.group(key)
            if group is not None:
                groups.setdefault(group, []).append(key)
        for members in groups.values():
            if 1 < len(members) <= way.most:
                yield from _pairs(members, len(members), way, facts)


def _pairs(members: list[int], crowd: int, way: MeetingKey, facts: Facts) -> Iterator[Candidate]:
    by_name = way not in (IDENTIFIED, REACHED)
    for at, one in enumerate(members):
        for other in members[at + 1 :]:
            if by_name and crowd > 2 and facts.contradict(one, other):
                continue
            yield Candidate(one, other, crowd, way.name)


def _crowds(
    sql: Sql, way: MeetingKey, values: dict[str, Any], report: Callable[[int], None]
) -> Iterator[list[int]]:
    """Yield the ids that share a key; key and id are one number, a million take 40 MB."""
    buckets: list[list[int]] = [[] for _ in range(KEY_BUCKETS)]
    done = 0
    for record_id, text, more in sql.stream(way.statement, values):  # type: ignore[arg-type]
        for key in way.keys(text, more):
            if key:
                mark = hash(key) & MASK
                buckets[mark % KEY_BUCKETS].append(mark << 32 | record_id)
        done += 1
        if done % ROWS_A_PROGRESS == 0:
            report(done)
    report(done)
    for bucket in buckets:
        bucket.sort()  # small ones: a sort lets no other thread have its turn
        yield from _runs(bucket)
        bucket.clear()


def _runs(packed: list[int]) -> Iterator[list[int]]:
    """Yield the ids that follow each other under one key."""
    crowd: list[int] = []
    last = -1
    for number in packed:
        mark, member = number >> 32, number & 0xFFFFFFFF
        if mark != last:
            if len(crowd) > 1:
                yield crowd
            crowd, last = [member], mark
        elif member != crowd[-1]:
            crowd.append(member)
    if len(crowd) > 1:
        yield crowd
