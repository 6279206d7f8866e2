"""What officers said of pairs; finding asks, and the window has it remembered."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from db.changes.unit_of_work import Work
from db.errors import Refused
from db.storage.engine import Sql
from db.storage.statements import table

DIFFERENT = "different"


def judged_different(sql: Sql) -> set[tuple[int, int]]:
    """Return the pairs that are not the same, the smaller id first."""
    columns = table("verdict").c
    rows = sql.ask(select(columns.record_id, columns.other_id).where(columns.says == DIFFERENT))
    return {(min(row), max(row)) for row in rows}


def judge_different(work: Work, one: int, other: int) -> None:
    """Remember that two records are not the same."""
    if one == other:
        raise Refused("A record is the same as itself.")
    record = table("record").c
    kinds: dict[int, str] = dict(
        work.sql.ask(select(record.id, record.kind).where(record.id.in_((one, other))))
    )
    if len(kinds) < 2:
        raise Refused("One of the two records is no longer on this desk.")
    first, second = min(one, other), max(one, other)
    if (first, second) not in judged_different(work.sql):
        row = {"record_id": first, "other_id": second, "says": DIFFERENT}
        work.insert("verdict", row, first)
    for key in (one, other):
        work.touch(key, kinds[key])


def thirds(
    pairs: list[tuple[int, int]], different: set[tuple[int, int]]
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Return for each pair the pairs judged different that would be one if this were one too.

    >>> thirds([(1, 3), (2, 3)], {(1, 2)})
    {(1, 3): [(1, 2)], (2, 3): [(1, 2)]}
    """
    partners: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        partners[one].add(other)
        partners[other].add(one)
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for one, other in sorted(different):
        for third in partners.get(one, set()) & partners.get(other, set()):
            for each in (one, other):
                found[min(each, third), max(each, third)].append((one, other))
    return dict(found)
