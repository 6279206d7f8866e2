"""What speaks for and against two records being one, beside their names: a table of rules.

`pair_finder` adds the weights to the likeness of the names. Pure: what is known is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import log2
from typing import NamedTuple

from db.dates import iso_day
from db.duplicates.pair_facts import Bearer, Bounds
from db.names import fold
from db.names.likeness.alike import Likeness, alike
from db.names.scripts import script_of
from db.vocabulary.countries import country_name

MAX_COMPARED_NAMES = 6  # of each record
SURE_LIKENESS = 0.95  # from here on no nearer name is looked for
INITIAL = re.compile(r"\b\w\b")
COMMON = 0.03  # what a doubling of those who bear a name takes from it


class Evidence(NamedTuple):
    """A weight, above 0 for one record and below for two, and what it is in words."""

    weight: float
    says: str


Rule = Callable[[Bearer, Bearer], Evidence | None]


def apart(one: Bounds, other: Bounds) -> bool:
    """Say whether two dates cannot be the same day; what is open or unknown can be any.

    >>> apart(("1950-01-01", "1950-12-31"), ("1950-03-02", "1950-03-02"))
    False
    >>> apart(("1950-01-01", "1950-12-31"), ("1961-03-02", "1961-03-02"))
    True
    """
    return bool(
        (one[1] and other[0] and one[1] < other[0]) or (other[1] and one[0] and other[1] < one[0])
    )


def exact(bounds: Bounds) -> bool:
    """Say whether a date is a single day."""
    return bounds[0] is not None and bounds[0] == bounds[1]


def _year(bounds: Bounds) -> str:
    """Return the day or the year that bounds begin with, as it is written.

    >>> _year(("1950-01-01", "1950-12-31")), _year(("!9999999999999570-01-01", None))
    ('1950', '-0430')
    """
    day = iso_day(bounds[0] or bounds[1]) or ""
    return day if exact(bounds) else day.rsplit("-", 2)[0]


def _dates(name: str, same_day: float, contradicted: float) -> Rule:
    def rule(one: Bearer, other: Bearer) -> Evidence | None:
        ours, theirs = one.start, other.start
        if apart(ours, theirs):
            return Evidence(contradicted, f"{name} {_year(ours)} and {_year(theirs)}")
        if exact(ours) and ours == theirs:
            return Evidence(same_day, f"both {name} {ours[0]}")
        return None

    return rule


def _ends(name: str) -> Rule:
    def rule(one: Bearer, other: Bearer) -> Evidence | None:
        if apart(one.end, other.end):
            return Evidence(-0.3, f"{name} {_year(one.end)} and {_year(other.end)}")
        return None

    return rule


def _countries(same: float, different: float) -> Rule:
    def rule(one: Bearer, other: Bearer) -> Evidence | None:
        if not one.country or not other.country:
            return None
        if one.country == other.country:
            return Evidence(same, f"both of {country_name(one.country)}")
        names = f"{country_name(one.country)} and {country_name(other.country)}"
        return Evidence(different, f"of two countries, {names}")

    return rule


def _words(different: float, name: str) -> Rule:
    def rule(one: Bearer, other: Bearer) -> Evidence | None:
        ours, theirs = fold(one.word), fold(other.word)
        if ours and theirs and ours != theirs:
            return Evidence(different, f"{name} “{one.word}” and “{other.word}”")
        return None

    return rule


def _identifiers(one: Bearer, other: Bearer) -> Evidence | None:
    for scheme in sorted(one.identifiers.keys() & other.identifiers.keys()):
        ours, theirs = one.identifiers[scheme], other.identifiers[scheme]
        if ours & theirs:
            return Evidence(0.35, f"the same {scheme} {min(ours & theirs)}")
    for scheme in sorted(one.identifiers.keys() & other.identifiers.keys()):
        ours, theirs = one.identifiers[scheme], other.identifiers[scheme]
        # Registers list some people twice: with a birthday in common this is told, not hidden.
        return Evidence(-0.25, f"{scheme} {min(ours)} and {min(theirs)}")
    return None


def _contacts(one: Bearer, other: Bearer) -> Evidence | None:
    shared = one.contacts & other.contacts
    return Evidence(0.12, f"the same contact {min(shared)}") if shared else None


def _offices(one: Bearer, other: Bearer) -> Evidence | None:
    for office in sorted(one.offices.keys() & other.offices.keys()):
        for ours in one.offices[office]:
            for theirs in other.offices[office]:
                if exact(ours) and ours == theirs:
                    return Evidence(0.12, f"both held one office from {ours[0]}")
                if not apart(ours, theirs):
                    return Evidence(0.06, "both held one office")
    return None


def _references(name: str, same: float) -> Rule:
    def rule(one: Bearer, other: Bearer) -> Evidence | None:
        ours, theirs = fold(one.reference), fold(other.reference)
        if not ours or not theirs:
            return None
        if ours == theirs:
            return Evidence(same, f"the same {name} {one.reference}")
        return Evidence(-0.1, f"{name} {one.reference} and {other.reference}")

    return rule


def _others(name: str, same: float, none: float) -> Rule:
    def rule(one: Bearer, other: Bearer) -> Evidence | None:
        if not one.others or not other.others:
            return None
        shared = one.others & other.others
        if not shared:
            return Evidence(none, f"no {name} in common")
        share = len(shared) / min(len(one.others), len(other.others))
        return Evidence(same * share, f"{name} in common: {len(shared)}")

    return rule


def _places(one: Bearer, other: Bearer) -> Evidence | None:
    ours, theirs = fold(one.place), fold(other.place)
    if ours and ours == theirs:
        return Evidence(0.03, f"both in {one.place}")
    return None


RULES: dict[str, tuple[Rule, ...]] = {
    "person": (
        _identifiers,
        _dates("born", 0.1, -0.45),
        _ends("died"),
        _countries(0.03, -0.15),
        _words(-0.3, "gender"),
        _contacts,
        _offices,
    ),
    "organization": (
        _identifiers,
        _countries(0.03, -0.35),
        _dates("founded", 0.05, -0.15),
        _words(-0.1, "a kind of"),
        _references("acronym", 0.04),
        _others("bodies above", 0.05, -0.1),
        _contacts,
    ),
    "agreement": (
        _identifiers,
        _dates("concluded", 0.08, -0.35),
        _words(-0.1, "a kind of"),
        _references("reference", 0.15),
        _others("parties", 0.1, -0.3),
        _places,
    ),
    "event": (
        _identifiers,
        _dates("on", 0.05, -0.45),
        _words(-0.1, "a kind of"),
        _others("participants", 0.15, -0.2),
        _places,
    ),
}


def weigh(kind: str, one: Bearer, other: Bearer) -> list[Evidence]:
    """Return everything but the names."""
    return [found for rule in RULES[kind] if (found := rule(one, other)) is not None]


def names_alike(kind: str, one: Bearer, other: Bearer) -> Likeness:
    """Return the nearest two names; of two scripts only where the records share none."""
    best = alike(one.title, other.title, kind)
    if best.score >= SURE_LIKENESS or not (one.names or other.names):
        return best
    for ours, theirs in _comparable(one, other):
        found = alike(ours, theirs, kind)
        if found.score > best.score:
            sentence = (
                f"both called “{ours}”"
                if ours == theirs
                else f"“{ours}” and “{theirs}”: {found.why}"
            )
            best = Likeness(found.score, sentence)
    return best


def _comparable(one: Bearer, other: Bearer) -> list[tuple[str, str]]:
    """Return the names without initials: F. Dar may stand for Farah and for Faisal."""
    pairs = [
        (ours, theirs)
        for ours in (one.title, *one.names[:MAX_COMPARED_NAMES])
        for theirs in (other.title, *other.names[:MAX_COMPARED_NAMES])
        if not (INITIAL.search(ours) or INITIAL.search(theirs))
    ]
    alone = [(ours, theirs) for ours, theirs in pairs if script_of(ours) == script_of(theirs)]
    return alone if alone and script_of(one.title) == script_of(other.title) else pairs


def commonness(crowd: int) -> float:
    """Return what is taken from a name that so many bear.

    >>> commonness(2), round(commonness(9), 2)
    (0.0, 0.09)
    """
    return min(0.15, COMMON * log2(max(1, crowd - 1)))
