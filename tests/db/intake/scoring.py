"""Scores what reading proposes against what a careful reader makes of the same texts.

The texts lie in `texts/texts.jsonl`, half of them for tuning, half once held out, and in the longer
sets beside it: in the manner of agencies and ministries, those of `verdict` in the very forms of
press that was read for them. Precision and recall of each before anybody looked at what is missed:

| set | events | agreements | organizations |
|---|---|---|---|
| unseen | .83/.73 | .79/.54 | .84/.88 |
| further | .86/.64 | .94/.56 | .86/.80 |
| fresh | .81/.59 | .50/.29 | .82/.74 |
| last | .91/.71 | .91/.63 | .88/.75 |
| world | .87/.68 | .81/.68 | .89/.86 |
| closing | .84/.74 | .50/.41 | .86/.80 |
| verdict | .83/.39 | .90/.60 | .88/.92 |
| blind | .89/.73 | .89/.80 | .88/.91 |
| held | 1.0/.72 | .83/.50 | .79/.85 |

`python -m tests.db.intake.scoring` prints the figures, and the misses of a set that is named.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from db.intake import reading
from tests.db.intake.likeness import (
    Json,
    NameBook,
    bears_one_of,
    days_of,
    is_right_day,
    is_same_name,
    is_same_office,
    name_key,
)

HERE = Path(__file__).resolve().parent
LONGER = ("unseen", "further", "fresh", "last", "world", "closing", "verdict", "blind", "held")
TEXTS = tuple(HERE / "texts" / f"{name}.jsonl" for name in ("texts", *LONGER))
PHRASES = HERE / "date_phrases.csv"
HALVES = ("tuning", "held_out")
SETS = (*HALVES, *LONGER)
Reads = Callable[[str, date], Json]  # a text and its day to the document of the contract


@dataclass
class Tally:
    """How many of one thing were right, wrongly proposed, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right; 1 of nothing."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was proposed; 1 of nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __iadd__(self, other: Tally) -> Tally:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.misses += other.misses
        return self


NAMES = (
    "people", "ranks", "countries", "offices", "organizations", "agreements", "events",
    "event dates", "event people", "event states", "values",
)  # fmt: skip
Scores = dict[str, Tally]


def texts(half: str | None = None) -> list[Json]:
    """Return the texts with the records that a careful reader makes, of one set or all."""
    lines = [line for path in TEXTS for line in path.read_text(encoding="utf-8").splitlines()]
    return [each for each in map(json.loads, lines) if half in (None, each["half"])]


def score_texts(read: Reads, half: str | None = None) -> Scores:
    """Return the scores of all texts of a set together."""
    total = {name: Tally() for name in NAMES}
    for text in texts(half):
        found = read(text["text"], date.fromisoformat(text["published_on"]))
        for name, tally in score(text, found).items():
            total[name] += tally
    return total


def score(expected: Json, found: Json) -> Scores:
    """Compare one text's proposals with what a careful reader makes of it."""
    where = expected.get("id", "?")
    people = _pair(
        expected["people"],
        _fields(found, "people"),
        lambda want, got: float(is_same_name(want, got)),
    )
    bodies = _pair(
        expected["organizations"],
        _fields(found, "organizations"),
        lambda want, got: float(is_same_name(want, got)),
    )
    names = NameBook(expected)
    agreements = _pair(
        expected["agreements"], _fields(found, "agreements"), names.agreement_likeness
    )
    events = _pair(expected["events"], _fields(found, "events"), names.event_likeness)
    extra_people = set(map(name_key, expected.get("optional_people", ())))
    extra_bodies = set(map(name_key, expected.get("optional_organizations", ())))
    spare_events = [
        each
        for each in events.spare
        if not any(names.event_likeness(it, each) for it in expected.get("optional_events", ()))
    ]
    spare_agreements = [
        each
        for each in agreements.spare
        if not any(
            names.agreement_likeness(it, each) for it in expected.get("optional_agreements", ())
        )
    ]
    return {
        "people": people.tally(where, lambda got: not bears_one_of(got, extra_people)),
        "ranks": _details(where, people, "rank"),
        "countries": _details(where, people, "country"),
        "offices": _offices(where, people, extra_people),
        "organizations": bodies.tally(where, lambda got: not bears_one_of(got, extra_bodies)),
        "agreements": agreements.tally(where, lambda got: got in spare_agreements),
        "events": events.tally(where, lambda got: got in spare_events),
        "event dates": _dates(where, events),
        "event people": _event_people(where, events, names),
        "event states": _details(where, events, "status"),
        "values": _values(where, agreements),
    }


def _fields(found: Json, kind: str) -> list[Json]:
    return [each["fields"] for each in found[kind]]


@dataclass
class _Pairs:
    """What was expected beside what was found, and what stands alone on either side."""

    matched: list[tuple[Json, Json]]
    lacking: list[Json]
    spare: list[Json]

    def tally(self, where: str, counts: Callable[[Json], bool] = lambda got: True) -> Tally:
        """Return the figures; a spare find counts as wrong unless it may be there."""
        wrong = [each for each in self.spare if counts(each)]
        misses = [f"{where}: missed {_short(each)}" for each in self.lacking]
        misses += [f"{where}: wrong {_short(each)}" for each in wrong]
        return Tally(len(self.matched), len(wrong), len(self.lacking), misses)


def _pair(
    wanted: Sequence[Json], found: Sequence[Json], likeness: Callable[[Json, Json], float]
) -> _Pairs:
    """Pair each expected record with the likeliest find that nobody else has, likeliest first."""
    scored = [
        (likeness(want, got), -at, -to)
        for at, want in enumerate(wanted)
        for to, got in enumerate(found)
    ]
    taken: dict[int, int] = {}
    for points, at, to in sorted(scored, reverse=True):
        if points > 0 and -at not in taken and -to not in taken.values():
            taken[-at] = -to
    return _Pairs(
        [(wanted[at], found[to]) for at, to in sorted(taken.items())],
        [want for at, want in enumerate(wanted) if at not in taken],
        [got for to, got in enumerate(found) if to not in taken.values()],
    )


def _offices(where: str, people: _Pairs, extra: set[str]) -> Tally:
    total = Tally()
    for want, got in people.matched:
        named = f"{where}: {want['name']}"
        pairs = _pair(
            want["offices"],
            got.get("offices") or [],
            lambda one, other, who=want: float(is_same_office(one, other, who)),  # type: ignore[misc]
        )
        total += pairs.tally(named)
    for want in people.lacking:
        total += _Pairs([], list(want["offices"]), []).tally(f"{where}: {want['name']}")
    for got in people.spare:
        if not bears_one_of(got, extra):
            total += _Pairs([], [], list(got.get("offices") or [])).tally(f"{where}: {got['name']}")
    return total


def _event_people(where: str, events: _Pairs, names: NameBook) -> Tally:
    """Compare the people of each event that was found: none too few, none too many."""
    total = Tally()
    for want, got in events.matched:
        wanted = names.known(want["participants"]) & names.people
        found = names.known(got["participants"]) & names.people
        total.right += len(wanted & found)
        total.missed += len(wanted - found)
        total.wrong += len(found - wanted)
        for name in sorted(wanted ^ found):
            total.misses.append(f"{where}: {name} in {_short(got)} for {_short(want)}")
    return total


def _dates(where: str, events: _Pairs) -> Tally:
    total = Tally()
    for want, got in events.matched:
        if want["date"] and is_right_day(want["date"], got["date"]):
            total.right += 1
        elif want["date"]:
            total.missed += 1
            total.misses.append(f"{where}: {_short(want)} dated {got['date']}")
    return total


def _details(where: str, pairs: _Pairs, name: str) -> Tally:
    """Compare one word of each record that was found."""
    total = Tally()
    for want, got in pairs.matched:
        one, other = want.get(name) or "", got.get(name) or ""
        if one.casefold() == other.casefold():
            total.right += bool(one)
            continue
        total.missed += bool(one)
        total.wrong += bool(other)
        total.misses.append(f"{where}: {name} {other or 'nothing'} for {_short(want)}")
    return total


def _values(where: str, agreements: _Pairs) -> Tally:
    total = Tally()
    for want, got in agreements.matched:
        _judge_value(total, where, want["value"], got.get("value"))
    for want in agreements.lacking:
        _judge_value(total, where, want["value"], None)
    return total


def _judge_value(total: Tally, where: str, want: Json | None, got: Json | None) -> None:
    if want and got and _sum_of(want) == _sum_of(got):
        total.right += 1
        return
    total.missed += bool(want)
    total.wrong += bool(got)
    if want or got:
        total.misses.append(f"{where}: value {_short(got)} for {_short(want)}")


def _sum_of(value: Json) -> tuple[Decimal | None, str]:
    try:
        return Decimal(str(value["amount"])), value.get("currency") or ""
    except InvalidOperation:
        return None, ""


def _short(record: Json | None) -> str:
    if not record:
        return "nothing"
    telling = {
        key: value
        for key, value in record.items()
        if value and key in ("name", "title", "type", "parties", "participants", "date", "amount",
                             "currency", "subject", "organization")
    }  # fmt: skip
    return json.dumps(telling, ensure_ascii=False)


# date phrases


def phrases() -> list[tuple[str, date, list[str]]]:
    """Return date phrases, the day of the text that has them, and what each may be read as."""
    with PHRASES.open(encoding="utf-8", newline="") as file:
        return [
            (row["phrase"], date.fromisoformat(row["published"]), row["edtf"].split(" | "))
            for row in csv.DictReader(file)
        ]


def score_phrases(read: Callable[[str, date], str | None]) -> Tally:
    """Return how many phrases were read as just the days that they mean."""
    total = Tally()
    for phrase, published, meant in phrases():
        found = read(phrase, published)
        if found and days_of(found) in map(days_of, meant):
            total.right += 1
        else:
            total.missed += 1
            total.misses.append(f"{phrase} ({published}): {found} for {meant[0]}")
    return total


def read_as_json(text: str, published: date) -> Json:
    """Read a text as an empty desk does, into the document of the contract."""
    return reading.read(text, published).as_json()


def lines_of(scores: Scores) -> list[str]:
    """Return the figures as lines for people."""
    return [
        f"{name:14} precision {tally.precision:.3f}  recall {tally.recall:.3f}"
        f"  ({tally.right} right, {tally.wrong} wrong, {tally.missed} missed)"
        for name, tally in scores.items()
    ]


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each set, and the misses of the sets or kinds that are named."""
    for half in SETS:
        scores = score_texts(read_as_json, half)
        print(half, *lines_of(scores), sep="\n  ")
        for name, tally in scores.items():
            if half in arguments and (name in arguments or not set(NAMES) & set(arguments)):
                print(*Counter(tally.misses), sep="\n    ")


if __name__ == "__main__":
    main(sys.argv[1:])
