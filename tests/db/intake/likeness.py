"""Says whether what a text proposes is what a careful reader wrote down: names, offices, days,
events and agreements as a person would compare them. `scoring` asks it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from db.dates import HistoricalDate
from db.names import fold
from db.vocabulary.countries import country_code, country_name, demonym_code

Json = Mapping[str, Any]

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


# names


def name_key(name: str) -> str:
    """Return a name as it is compared: folded, no article, no possessive.

    >>> name_key("The World Bank's"), name_key("MORIYAMA Kenji")
    ('world bank', 'moriyama kenji')
    """
    bare = re.sub(r"['’]s$", "", name.strip())
    return " ".join(fold(bare).split()).removeprefix("the ")


def names_of(record: Json) -> set[str]:
    names = {name_key(record["name"]), *map(name_key, record.get("aliases") or ())}
    if record.get("acronym"):
        names.add(name_key(record["acronym"]))
    return names - {""}


def is_same_name(want: Json, got: Json) -> bool:
    """Say whether either is called by the main name of the other."""
    return name_key(got["name"]) in names_of(want) or name_key(want["name"]) in names_of(got)


def bears_one_of(got: Json, names: set[str]) -> bool:
    return not names.isdisjoint(names_of(got))


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


# agreements and events


class NameBook:
    """Who is who in one text: everybody's names, and whose country is whose."""

    def __init__(self, expected: Json) -> None:
        self._by_name: dict[str, set[str]] = {}
        self._countries: dict[str, str] = {}
        self.people: set[str] = set()
        for record in (*expected["people"], *expected["organizations"]):
            for name in names_of(record):
                self._by_name.setdefault(name, set()).add(name_key(record["name"]))
            if record.get("country"):
                self._countries[name_key(record["name"])] = record["country"].casefold()
        self.people = {name_key(each["name"]) for each in expected["people"]}

    def known(self, names: Iterable[str]) -> set[str]:
        """Return who is meant: a country's code, or the main name."""
        meant: set[str] = set()
        for name in names:
            meant |= (
                {code}
                if (code := code_of(name))
                else self._by_name.get(name_key(name), {name_key(name)})
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
        people = wanted & self.people
        if people and not people & found and _family(want["type"]) != "summit":
            return 0.0  # who met is the meeting; a summit is that of its body
        both = len(wanted & found)
        if both < max(1, (len(wanted) + 1) // 2):
            return 0.0
        return both / len(wanted | (found & self.people)) + 0.1 * is_right_day(
            want["date"], got["date"]
        )

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


def days_of(edtf: str) -> tuple[str, str]:
    date = HistoricalDate.parse(edtf)
    return date.first or "0000-01-01", date.last or "9999-12-31"


def may_be_one_day(one: str | None, other: str | None) -> bool:
    """Say whether two dates have a day in common; one that is not known may be any.

    >>> may_be_one_day("2025-07", "2025-07-25"), may_be_one_day("2025-07", "2025-08-01")
    (True, False)
    """
    if not one or not other:
        return True
    (first, last), (begin, end) = days_of(one), days_of(other)
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
    (first, last), (begin, end) = days_of(wanted), days_of(found)
    return first <= begin and end <= last
