"""Scores what reading proposes against what a careful reader makes of the same texts.

The texts lie in `texts/texts.jsonl`, half of them for tuning, half once held out, and in
`texts/unseen.jsonl` and `texts/further.jsonl`: longer ones in the manner of agencies and
ministries. Before anybody looked at what is missed, events had .83/.73 in the unseen and .86/.64
in the further ones, agreements .79/.54 and .94/.56, organizations .84/.88 and .86/.80.
`python -m tests.db.intake.scoring` prints the figures, and the misses of a set that is named.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from db.dates import HistoricalDate
from db.intake import reading
from db.names import fold
from db.vocabulary.countries import country_code, country_name, demonym_code

HERE = Path(__file__).resolve().parent
TEXTS = tuple(HERE / "texts" / f"{name}.jsonl" for name in ("texts", "unseen", "further"))
PHRASES = HERE / "date_phrases.csv"
HALVES = ("tuning", "held_out")
SETS = (*HALVES, "unseen", "further")
Json = Mapping[str, Any]
Reads = Callable[[str, date], Json]  # a text and its day to the document of the contract

#: Words for one and the same type of event or agreement; what is listed nowhere stands for itself.
EVENT_FAMILIES = {
    "phone call": "call", "phone_call": "call", "talks": "meeting", "negotiation": "meeting",
    "change_of_command": "change of command", "conference": "summit", "trip": "visit",
}  # fmt: skip
AGREEMENT_FAMILIES = {
    "mou": ("memorandum",),
    "memorandum of understanding": ("memorandum",),
    "loan": ("money",),
    "grant": ("money",),
    "investment": ("money",),
    "exchange of notes": ("money", "notes"),
    "loan agreement": ("money",),
    "declaration": ("declaration",),
    "joint statement": ("declaration",),
    "statement": ("declaration",),
    "contract": ("agreement",),
    "arrangement": ("agreement",),
    "trade deal": ("agreement",),
    "free trade agreement": ("agreement",),
    "framework": ("agreement",),
    "framework agreement": ("agreement",),
    "accord": ("agreement",),
    "pact": ("agreement",),
    "charter": ("agreement", "charter"),
    "communiqué": ("declaration",),
    "communique": ("declaration",),
    "treaty": ("agreement",),
    "agreement": ("agreement", "money"),
    "ceasefire": ("ceasefire",),
}
LIGHT = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "to",
        "in",
        "at",
        "on",
        "a",
        "an",
        "its",
        "his",
        "her",
        "de",
        "new",
        "s",
        "and",
    ]
)
SAME_WORDS = {
    "ministers": "minister", "secretaries": "secretary", "defense": "defence", "chiefs": "chief",
    "external": "foreign", "spokeswoman": "spokesperson", "spokesman": "spokesperson",
    "programme": "program", "cooperative": "cooperation",
}  # fmt: skip


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
        lambda want, got: float(_same_name(want, got)),
    )
    bodies = _pair(
        expected["organizations"],
        _fields(found, "organizations"),
        lambda want, got: float(_same_name(want, got)),
    )
    names = _NameBook(expected)
    agreements = _pair(
        expected["agreements"], _fields(found, "agreements"), names.agreement_likeness
    )
    events = _pair(expected["events"], _fields(found, "events"), names.event_likeness)
    extra_people = set(map(_key, expected.get("optional_people", ())))
    extra_bodies = set(map(_key, expected.get("optional_organizations", ())))
    spare_events = [
        each
        for each in events.spare
        if not any(names.event_likeness(it, each) for it in expected.get("optional_events", ()))
    ]
    return {
        "people": people.tally(where, lambda got: not _bears(got, extra_people)),
        "ranks": _details(where, people, "rank"),
        "countries": _details(where, people, "country"),
        "offices": _offices(where, people, extra_people),
        "organizations": bodies.tally(where, lambda got: not _bears(got, extra_bodies)),
        "agreements": agreements.tally(where),
        "events": events.tally(where, lambda got: got in spare_events),
        "event dates": _dates(where, events),
        "event people": names.event_people(where, events),
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


# names


def _key(name: str) -> str:
    """Return a name as it is compared: folded, no article, no possessive.

    >>> _key("The World Bank's"), _key("MORIYAMA Kenji")
    ('world bank', 'moriyama kenji')
    """
    bare = re.sub(r"['’]s$", "", name.strip())
    return " ".join(fold(bare).split()).removeprefix("the ")


def _names_of(record: Json) -> set[str]:
    names = {_key(record["name"]), *map(_key, record.get("aliases") or ())}
    if record.get("acronym"):
        names.add(_key(record["acronym"]))
    return names - {""}


def _same_name(want: Json, got: Json) -> bool:
    """Say whether either is called by the main name of the other."""
    return _key(got["name"]) in _names_of(want) or _key(want["name"]) in _names_of(got)


def _bears(got: Json, names: set[str]) -> bool:
    return not names.isdisjoint(_names_of(got))


@lru_cache(maxsize=4096)
def code_of(name: str) -> str:
    """Return the code of a country by its name, its people or its code; empty for none."""
    if len(name) == 2 and name.isupper():
        return name.casefold()
    return country_code(name) or demonym_code(name) or ""


def _words(text: str) -> frozenset[str]:
    folded = (SAME_WORDS.get(word, word) for word in fold(text).split())
    return frozenset(word for word in folded if word not in LIGHT)


# offices


@lru_cache(maxsize=4096)
def title_words(title: str) -> frozenset[str]:
    """Return what an office is called without the country that it is of.

    >>> sorted(title_words("Minister for Foreign Affairs of Japan"))
    ['affairs', 'foreign', 'minister']
    """
    words = title.replace("-", " ").split()
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            piece = " ".join(words[at : at + size]).strip(",.")
            if piece[:1].isupper() and (len(piece) > 3 or piece.isupper()) and code_of(piece):
                return title_words(" ".join(words[:at] + words[at + size :]))
    return _words(" ".join(words))


def is_same_office(want: Json, got: Json, person: Json) -> bool:
    body = _words(got.get("organization") or "") | _words(want.get("organization") or "")
    body |= _words(country_name(person["country"].casefold()) if person.get("country") else "")
    wanted, found = title_words(want["title"]), title_words(got["title"])
    affairs = frozenset(("affairs",))
    if wanted - body - affairs == found - body - affairs:
        return bool(found - body) or wanted == found
    return False


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
        if not _bears(got, extra):
            total += _Pairs([], [], list(got.get("offices") or [])).tally(f"{where}: {got['name']}")
    return total


# agreements and events


class _NameBook:
    """Who is who in one text: everybody's names, and whose country is whose."""

    def __init__(self, expected: Json) -> None:
        self._by_name: dict[str, set[str]] = {}
        self._countries: dict[str, str] = {}
        self._people: set[str] = set()
        for record in (*expected["people"], *expected["organizations"]):
            for name in _names_of(record):
                self._by_name.setdefault(name, set()).add(_key(record["name"]))
            if record.get("country"):
                self._countries[_key(record["name"])] = record["country"].casefold()
        self._people = {_key(each["name"]) for each in expected["people"]}

    def known(self, names: Iterable[str]) -> set[str]:
        """Return who is meant: a country's code, or the main name."""
        meant: set[str] = set()
        for name in names:
            meant |= (
                {code} if (code := code_of(name)) else self._by_name.get(_key(name), {_key(name)})
            )
        return meant

    def event_likeness(self, want: Json, got: Json) -> float:
        """Return how well an event fits: its type, a date that may be the same, who took part."""
        if _family(want["type"]) != _family(got["type"]):
            return 0.0
        if not may_be_one_day(want["date"], got["date"]):
            return 0.0
        wanted = self.known(want["participants"])
        found = self.known(got["participants"]) | {
            code.casefold() for code in got.get("countries") or ()
        }
        people = wanted & self._people
        if people and not people & found and _family(want["type"]) != "summit":
            return 0.0  # who met is the meeting; a summit is that of its body
        both = len(wanted & found)
        if both < max(1, (len(wanted) + 1) // 2):
            return 0.0
        return both / len(wanted | (found & self._people)) + 0.1 * is_right_day(
            want["date"], got["date"]
        )

    def event_people(self, where: str, events: _Pairs) -> Tally:
        """Compare the people of each event that was found: none too few, none too many."""
        total = Tally()
        for want, got in events.matched:
            wanted = self.known(want["participants"]) & self._people
            found = self.known(got["participants"]) & self._people
            total.right += len(wanted & found)
            total.missed += len(wanted - found)
            total.wrong += len(found - wanted)
            for name in sorted(wanted ^ found):
                total.misses.append(f"{where}: {name} in {_short(got)} for {_short(want)}")
        return total

    def agreement_likeness(self, want: Json, got: Json) -> float:
        """Return how well an agreement fits: its type, its parties, a word of its subject."""
        families = AGREEMENT_FAMILIES.get(want["type"].casefold(), (want["type"].casefold(),))
        other = AGREEMENT_FAMILIES.get(got["type"].casefold(), (got["type"].casefold(),))
        if not set(families) & set(other):
            return 0.0
        wanted, found = self.known(want["parties"]), self.known(got["parties"])
        found |= {self._countries[name] for name in found if name in self._countries}
        both = len(wanted & found)
        if both < max(1, (len(wanted) + 1) // 2):
            return 0.0
        subject = _words(want["subject"])
        said = _words(f"{got.get('subject') or ''} {got.get('title') or ''}")
        if subject and not subject & said:
            return 0.0
        return both / len(wanted) + len(subject & said) / (len(subject) or 1)


def _family(kind: str) -> str:
    return EVENT_FAMILIES.get(kind.casefold(), kind.casefold())


def _days(edtf: str) -> tuple[str, str]:
    date = HistoricalDate.parse(edtf)
    return date.first or "0000-01-01", date.last or "9999-12-31"


def may_be_one_day(one: str | None, other: str | None) -> bool:
    """Say whether two dates have a day in common; one that is not known may be any.

    >>> may_be_one_day("2025-07", "2025-07-25"), may_be_one_day("2025-07", "2025-08-01")
    (True, False)
    """
    if not one or not other:
        return True
    (first, last), (begin, end) = _days(one), _days(other)
    return first <= end and begin <= last


def is_right_day(wanted: str | None, found: str | None) -> bool:
    """Say whether a date lies wholly within the one that is wanted.

    >>> is_right_day("2025-07", "2025-07-25"), is_right_day("2025-07-25", "2025-07")
    (True, False)
    """
    if not wanted:
        return True
    if not found:
        return False
    (first, last), (begin, end) = _days(wanted), _days(found)
    return first <= begin and end <= last


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
        if found and _days(found) in map(_days, meant):
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
