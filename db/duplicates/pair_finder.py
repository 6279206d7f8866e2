"""Pairs of records that may be one, best first, each with score and reason; none is merged here."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import exp

from db.duplicates.candidates import Candidate, candidates
from db.duplicates.evidence import commonness, names_alike, weigh
from db.duplicates.pair_facts import Bearer, read_bearers
from db.duplicates.verdicts import judged_different, thirds
from db.lens import Lens, shows
from db.names.likeness.alike import MIN_PROPOSED_LIKENESS
from db.progress import Progress
from db.storage.engine import Sql
from db.storage.stored_records import refs
from db.tables.references import Ref
from db.vocabulary.kinds import KINDS

PAIRS_A_BATCH = 1_000  # pairs that are looked at together
MAX_PAIRS = 5_000  # pairs of all that are told, the best
IDENTIFIED = 0.7  # what a shared identifier makes of two names that are not alike
EVENTFUL = 0.6  # what one day, one kind and one participant make of two titles
EVIDENCE_KINDS = {
    "identifier": IDENTIFIED,
    "participant and day": EVENTFUL,
    "party and day": EVENTFUL,
}
NEAR_LIKENESS = 0.75  # of the names, from which on a shared country and the like count
MIN_STRONG_WEIGHT = 0.1  # a weight that counts in any case
MIN_NAME_LIKENESS = 0.55  # of the names alone, below which nothing else is looked at


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of a kind that may be one; `warning` names a verdict this would contradict."""

    kind: str
    a: Ref
    b: Ref
    score: float
    why: str
    against: str = ""
    warning: str = ""

    def summary(self) -> str:
        """Tell for and against in one line."""
        against = f"against: {self.against}" if self.against else ""
        return "; ".join(part for part in (self.why, against, self.warning) if part)


@dataclass(frozen=True, slots=True, order=True)
class _Found:
    score: float
    one: int
    other: int
    kind: str
    why: str
    against: str


def find_pairs(
    sql: Sql, kinds: Sequence[str], lens: Lens, progress: Progress, most: int = MAX_PAIRS
) -> list[Pair]:
    """Return the likeliest pairs, best first; `progress` may raise to give up."""
    different = judged_different(sql)
    counted = f"SELECT count(*) FROM record WHERE kind=? AND {shows('marking')}"
    sizes = {
        kind: int(sql.value(counted, (kind, lens.ceiling)) or 0)
        for kind in (kind for kind in KINDS if kind in kinds)
    }
    total, before = sum(sizes.values()), 0
    best: list[_Found] = []
    for kind, size in sizes.items():

        def report(done: int, _: int, before: int = before) -> None:
            progress(before + done, total)

        for found in _find_pairs(sql, kind, lens, report):
            if (found.one, found.other) in different:
                continue
            if len(best) < most:
                heapq.heappush(best, found)
            else:
                heapq.heappushpop(best, found)
        before += size
        progress(before, total)
    best.sort(key=lambda found: (-found.score, found.one, found.other))
    return list(_pairs(sql, best, different))


def _find_pairs(sql: Sql, kind: str, lens: Lens, progress: Progress) -> Iterator[_Found]:
    last = (0, 0)

    def report(done: int, total: int) -> None:
        nonlocal last
        last = done, total
        progress(done, total)

    waiting = candidates(sql, kind, lens, report)
    while batch := list(islice(waiting, PAIRS_A_BATCH)):
        progress(*last)  # no further, but here too it can be given up
        yield from look_closely(sql, kind, batch, lens)


def look_closely(sql: Sql, kind: str, batch: Iterable[Candidate], lens: Lens) -> Iterator[_Found]:
    """Yield those of a few candidates that are to be proposed."""
    looked_at = list(batch)
    ids = {key for each in looked_at for key in (each.one, each.other)}
    known = read_bearers(sql, kind, sorted(ids), lens)
    for each in looked_at:
        one, other = known.get(each.one), known.get(each.other)
        if one is not None and other is not None:
            found = compare(kind, one, other, each)
            if found is not None:
                yield found


def compare(kind: str, one: Bearer, other: Bearer, partner: Candidate) -> _Found | None:
    """Return a pair with its score, None when it is not to be proposed."""
    evidence = weigh(kind, one, other)
    # Not even one name would make up for what speaks against: most pairs end here.
    if (
        1.0 - commonness(partner.crowd) + sum(item.weight for item in evidence)
        < MIN_PROPOSED_LIKENESS
    ):
        return None
    likeness = names_alike(kind, one, other)
    base = max(likeness.score, EVIDENCE_KINDS.get(partner.way, 0.0))
    if base < MIN_NAME_LIKENESS:
        return None
    # What many records share does not make one of two whose names contradict each other.
    counted = [
        e.weight for e in evidence if base >= NEAR_LIKENESS or not 0 < e.weight < MIN_STRONG_WEIGHT
    ]
    score = score_of(base - commonness(partner.crowd) + sum(counted))
    if score < MIN_PROPOSED_LIKENESS:
        return None
    speaking = [item.says for item in evidence if item.weight > 0]
    against = [item.says for item in evidence if item.weight < 0]
    if likeness.score >= MIN_NAME_LIKENESS:
        speaking.insert(0, likeness.why)
    else:
        against.insert(0, likeness.why)
    return _Found(score, partner.one, partner.other, kind, ", ".join(speaking), ", ".join(against))


def score_of(sum_of_weights: float) -> float:
    """Return a sum as a score from 0 to 1: from .9 on it takes ever more to come nearer to 1.

    >>> score_of(-.2), score_of(.85), score_of(1.0), score_of(1.4)
    (0.0, 0.85, 0.949, 0.996)
    """
    if sum_of_weights <= 0.9:
        return round(max(0.0, sum_of_weights), 3)
    return round(1 - 0.1 * exp((0.9 - sum_of_weights) / 0.15), 3)


def _pairs(sql: Sql, found: list[_Found], different: set[tuple[int, int]]) -> Iterator[Pair]:
    warned = thirds([(each.one, each.other) for each in found], different)
    ids = {key for each in found for key in (each.one, each.other)}
    ids |= {key for verdicts in warned.values() for pair in verdicts for key in pair}
    refs_by_id = {key: ref for key, (ref, _) in refs(sql, ids).items()}
    for each in found:
        pair = Pair(
            each.kind,
            refs_by_id[each.one],
            refs_by_id[each.other],
            each.score,
            each.why,
            each.against,
        )
        verdicts = warned.get((each.one, each.other))
        if verdicts:
            first, second = (refs_by_id[key].title for key in verdicts[0])
            warning = (
                f"“{first}” and “{second}” were judged not the same, and both may be one with a"
                " third"
            )
            pair = replace(pair, warning=warning)
        yield pair
