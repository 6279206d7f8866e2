"""What a desk remembers of the desks that it exchanges couriers with: what went, and what came.

It lies among the desk's settings, one for each exchange, under the name that the courier which
began it drew. Copies of one desk share all else, so that it is by the exchange and its two sides
that they are told apart. It names numbers, times, authors and desks; no word of a record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from db.changes.revert import unreverted_changes
from db.exchange.desks.merge_memory import NO_LATER_CHANGE
from db.storage.engine import Sql
from db.storage.unpacking import json_in

PREFIX = "exchange "
ChangeStamp = tuple[int, str, str]  # number, time, author


@dataclass(frozen=True, slots=True)
class Sent:
    """A courier that was made: what changed after `since`, None for everything, up to `until`."""

    number: int
    since: ChangeStamp | None
    until: ChangeStamp
    ceiling: int


@dataclass(frozen=True, slots=True)
class Received:
    """A courier that was taken in: up to which change of the other desk, and by which of this one.

    `at` is the last change of this desk then; `change` is None where there was nothing to write.
    `is_open` says that something was left undecided or lay above the ceiling, `still_here` are uids
    of records that the other desk deleted and this one names: it is told that they stay.
    """

    number: int
    until: ChangeStamp
    ceiling: int
    at: int
    change: int | None
    is_open: bool = False
    still_here: tuple[str, ...] = ()


@dataclass(slots=True)
class Exchange:
    """One exchange with a desk; `side` is 0 on the desk that began it, 1 on the other, `fork` the
    last change that both have in common, once that is known.
    """

    uid: str
    name: str
    side: int
    fork: int | None = None
    sent: list[Sent] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    undone: list[Received] = field(default_factory=list)  # since, and not counted; never stored


def read_exchanges(sql: Sql) -> list[Exchange]:
    """Return all exchanges of a desk by the name of the other; what was undone does not count."""
    rows = sql.rows(
        "SELECT key, value FROM setting WHERE substr(key, 1, ?)=?", (len(PREFIX), PREFIX)
    )
    found = parse_exchanges(dict(rows))
    changes = {each.change for one in found for each in one.received if each.change is not None}
    standing = set(unreverted_changes(sql, changes, NO_LATER_CHANGE))
    for one in found:
        while one.received and one.received[-1].change not in (None, *standing):
            one.undone.append(one.received.pop())
    return found


def parse_exchanges(settings: Mapping[str, object]) -> list[Exchange]:
    """Return all exchanges that settings tell of, by the name of the other desk."""
    found = [_exchange_in(key.removeprefix(PREFIX), value) for key, value in settings.items()]
    return sorted(found, key=lambda one: one.name.casefold())


def catch_up(sql: Sql, theirs: Sql, at: int, change: int | None) -> list[Exchange]:
    """Return the exchanges of two desks of which one took in all that the other has, with what it
    sent counted as taken in: a courier that was lost is not missed any more.

    `at` is the last change of the desk that took it in, `change` the one that did.
    """
    sent = {(one.uid, one.side): one.sent for one in read_exchanges(theirs)}
    found = []
    for one in read_exchanges(sql):
        for last in sent.get((one.uid, 1 - one.side), [])[-1:]:
            if not one.received or one.received[-1].number < last.number:
                one.received.append(Received(last.number, last.until, last.ceiling, at, change))
                found.append(one)
    return found


def setting_of(exchange: Exchange) -> tuple[str, str]:
    """Return the key and the value that an exchange is kept by."""
    values = asdict(exchange)
    for name in ("uid", "undone"):
        del values[name]
    return f"{PREFIX}{exchange.uid}", json.dumps(values, ensure_ascii=False)


def keep_exchange(sql: Sql, exchange: Exchange) -> None:
    """Keep an exchange as it is now."""
    sql.run("INSERT OR REPLACE INTO setting VALUES (?,?)", setting_of(exchange))


def unused_name(name: str, exchanges: Iterable[Exchange]) -> str:
    """Return a name that no other desk has here.

    >>> unused_name("Paris", [Exchange("x", "Paris", 0)]), unused_name("Rome", [])
    ('Paris (2)', 'Rome')
    """
    used = {one.name.casefold() for one in exchanges}
    found, number = name, 1
    while found.casefold() in used:
        number += 1
        found = f"{name} ({number})"
    return found


def stamp_in(value: Any) -> ChangeStamp | None:
    """Return a change's number, time and author out of JSON; None for anything else.

    >>> stamp_in([3, "2026", "Anna"]), stamp_in(["3", "", ""])
    ((3, '2026', 'Anna'), None)
    """
    if not isinstance(value, (list, tuple)) or len(value) != 3 or not is_count(value[0]):
        return None
    return (value[0], value[1], value[2]) if all(isinstance(v, str) for v in value[1:]) else None


def is_count(value: object) -> bool:
    """Say whether a value is a number that can be one of a row or a change."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 62


def _exchange_in(uid: str, value: object) -> Exchange:
    read = json_in(value, "what it remembers of an exchange")
    read = read if isinstance(read, dict) else {}
    one = Exchange(uid, str(read.get("name", "")), 1 if read.get("side") == 1 else 0)
    one.fork = read["fork"] if is_count(read.get("fork")) else None
    for raw in _objects(read.get("sent")):
        if (until := stamp_in(raw.get("until"))) is not None:
            number, ceiling = _counts(raw, "number", "ceiling")
            one.sent.append(Sent(number, stamp_in(raw.get("since")), until, ceiling))
    for raw in _objects(read.get("received")):
        if (until := stamp_in(raw.get("until"))) is not None:
            number, ceiling, at = _counts(raw, "number", "ceiling", "at")
            change = raw["change"] if is_count(raw.get("change")) else None
            is_open, uids = raw.get("is_open") is True, raw.get("still_here") or ()
            still_here = tuple(map(str, uids)) if isinstance(uids, list) else ()
            one.received.append(Received(number, until, ceiling, at, change, is_open, still_here))
    return one


def _objects(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _counts(raw: dict[str, Any], *names: str) -> list[int]:
    return [raw[name] if is_count(raw.get(name)) else 0 for name in names]
