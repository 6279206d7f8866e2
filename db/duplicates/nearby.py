"""Who a record that is being made may already be: the form asks it while its name is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from db.duplicates.evidence import names_alike
from db.duplicates.pair_facts import Bearer, read_bearers
from db.lens import Lens
from db.lists.lines import Line, lines
from db.names import fold, split_titles
from db.names.likeness.alike import MIN_PROPOSED_LIKENESS
from db.query import Query, parse_query
from db.storage.engine import Sql

MAX_HITS_A_QUESTION = 40  # hits of each question that are looked at
MAX_ASKED_WORDS = 4
Find = Callable[[Query, int], Sequence[int]]  # the first so many hits of a query
MIN_NAME_LETTERS = 3  # letters of a name that is worth asking for


@dataclass(frozen=True, slots=True)
class Near:
    """A record that the one being made may be, and why."""

    line: Line
    score: float
    why: str


def already_here(
    sql: Sql, kind: str, name: str, lens: Lens, find: Find, limit: int = 3
) -> list[Near]:
    """Return the records whose name is nearest to one that is typed, best first."""
    bare = split_titles(name).name if kind == "person" else name
    if len(fold(bare)) < MIN_NAME_LETTERS:
        return []
    name_rows = sql.rows(
        "SELECT r.id FROM name n JOIN record r ON r.id = n.record_id WHERE n.folded=? AND r.kind=?"
        " LIMIT ?",
        (fold(bare), kind, MAX_HITS_A_QUESTION),
    )
    ids = {row[0] for row in name_rows}
    for query in _questions(bare):
        ids.update(find(query, MAX_HITS_A_QUESTION))
    typed = Bearer(0, bare, "")
    known = read_bearers(sql, kind, sorted(ids), lens)
    found = [(names_alike(kind, typed, other), other.id) for other in known.values()]
    best = sorted(
        ((likeness, key) for likeness, key in found if likeness.score >= MIN_PROPOSED_LIKENESS),
        key=lambda each: (-each[0].score, each[1]),
    )[:limit]
    lines_by_id = {line.id: line for line in lines(sql, [key for _, key in best], lens)}
    return [
        Near(lines_by_id[key], likeness.score, likeness.why)
        for likeness, key in best
        if key in lines_by_id
    ]


def _questions(name: str) -> Iterator[Query]:
    """Yield the whole name, then its words two by two: one may be left out or misspelt."""
    words = sorted(dict.fromkeys(fold(name).split()), key=len, reverse=True)[:MAX_ASKED_WORDS]
    yield parse_query(" ".join(fold(name).split()))
    if len(words) > 2:
        for pair in combinations(words, 2):
            yield parse_query(" ".join(pair))
