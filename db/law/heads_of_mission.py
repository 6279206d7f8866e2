"""The order of precedence among heads of mission, with the reason for each place.

After Articles 13 to 19 of the Vienna Convention on Diplomatic Relations: by class, then by the date
and time of taking up functions, by one practice of the receiving state for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from db.dates.lexicon import quote
from db.errors import Refused
from db.vocabulary.countries import country_code

PRACTICE = "precedence."  # before the state, in the name of a desk's setting
FIRST_CLASS, SECOND_CLASS, THIRD_CLASS, AD_INTERIM, NO_CLASS = range(1, 6)
#: What a class is called by → its rank; the first that fits counts.
_CLASSES: tuple[tuple[str, int], ...] = (
    (r"a\.? ?i\b|ad interim", AD_INTERIM),
    (r"internuncio", SECOND_CLASS),
    (r"nuncio|ambassador|high commissioner|people's bureau", FIRST_CLASS),
    (r"envoy|minister", SECOND_CLASS),
    (r"charg", THIRD_CLASS),
)
_CLASS_NAMES = {
    FIRST_CLASS: "first class (Article 14)",
    SECOND_CLASS: "second class (Article 14)",
    THIRD_CLASS: "third class (Article 14)",
    AD_INTERIM: "chargé d'affaires ad interim (Article 19)",
    NO_CLASS: "class not recorded",
}
_MINUTES_OF_DAY = 24 * 60


def class_rank(words: str) -> int:
    """Return the rank of a class of heads of mission, 1 the highest.

    >>> [class_rank(words) for words in ("Apostolic nuncio", "internuncio", "chargé d'affaires")]
    [1, 2, 3]
    >>> class_rank("chargé d'affaires a.i."), class_rank("consul")
    (4, 5)
    """
    plain = words.casefold().replace("\u2019", "'")
    return next((rank for pattern, rank in _CLASSES if re.search(pattern, plain)), NO_CLASS)


def is_nuncio(words: str) -> bool:
    """Say whether a class is that of a nuncio: an internuncio is none."""
    return "nuncio" in words.casefold() and "internuncio" not in words.casefold()


class Moment(NamedTuple):
    """A day, as far as known, with the minute of the day where that is known; `text` as written."""

    first: int
    last: int
    minute: int | None = None
    text: str = ""

    def earliest(self) -> tuple[int, int]:
        """Return the first moment that it may be."""
        return self.first, 0 if self.minute is None else self.minute

    def latest(self) -> tuple[int, int]:
        """Return the last moment that it may be."""
        return self.last, _MINUTES_OF_DAY if self.minute is None else self.minute

    def is_before(self, other: Moment) -> bool:
        """Say whether it lies before another for certain."""
        return self.latest() < other.earliest()


@dataclass(frozen=True, slots=True)
class Practice:
    """What the receiving state goes by; `charges_by_class`: of whom they stand in for, first."""

    by_true_copy: bool = False
    is_nuncio_first: bool = False
    charges_by_class: bool = False

    def words(self) -> str:
        """Return the words that `read_practice` reads as this."""
        parts = ["true copy" if self.by_true_copy else "credentials"]
        parts += ["nuncio first"] if self.is_nuncio_first else []
        parts += ["chargés by class"] if self.charges_by_class else []
        return ", ".join(parts)


def read_practice(text: str) -> Practice:
    """Read the practice of a receiving state; raise Refused for any other words.

    >>> read_practice("true copy, nuncio first").words(), read_practice("").words()
    ('true copy, nuncio first', 'credentials')
    """
    clauses = {clause.strip().casefold() for clause in text.split(",") if clause.strip()}
    by_true_copy = bool(clauses & {"true copy", "true copies"})
    rest = clauses - {"true copy", "true copies", "credentials"}
    rest -= {"nuncio first", "chargés by class", "charges by class"}
    if rest or (by_true_copy and "credentials" in clauses):
        raise Refused(
            f"{quote(text)} is no practice of precedence; write credentials or true copy, and"
            " after a comma nuncio first."
        )
    charges = bool(clauses & {"chargés by class", "charges by class"})
    return Practice(by_true_copy, "nuncio first" in clauses, charges)


def practice_words(text: str) -> str:
    """Return a practice of precedence as it is kept; raise Refused for other words.

    >>> practice_words("True copy,  nuncio first")
    'true copy, nuncio first'
    """
    return read_practice(text).words()


def receiving_state(text: str) -> str:
    """Return a state as accreditations name it: its code, or the words of one without.

    >>> receiving_state("Belgium"), receiving_state("Ruritania ")
    ('be', 'Ruritania')
    """
    return country_code(text) or text.strip()


@dataclass(frozen=True, slots=True)
class Head:
    """One accreditation of a head of mission; days are ordinals.

    `farewell` is the last day of functions, `absences` are spans of days away, both ends in it;
    `for_class` is whom a chargé ad interim stands in for.
    """

    person: str
    state: str
    class_words: str
    arrived: Moment | None = None
    true_copy: Moment | None = None
    credentials: Moment | None = None
    notified: Moment | None = None
    farewell: Moment | None = None
    absences: tuple[tuple[int, int], ...] = ()
    for_class: str = ""
    key: int = 0  # the number of the person's record

    def rank(self) -> int:
        """Return the rank of its class."""
        return class_rank(self.class_words)

    def taking_up(self, practice: Practice) -> Moment | None:
        """Return when functions were taken up, by the practice of the receiving state."""
        if self.rank() == AD_INTERIM:
            return self.notified or self.arrived or self.true_copy or self.credentials
        return self.true_copy if practice.by_true_copy else self.credentials

    def is_absent(self, day: int) -> bool:
        """Say whether the head is away on a day."""
        return any(first <= day <= last for first, last in self.absences)


class PrecedencePlace(NamedTuple):
    """A place in the order: who shares one with others cannot be told from them."""

    place: int
    head: Head
    since: Moment
    reason: str


class Precedence(NamedTuple):
    """The order of a day, and the missions without anybody in it, each with the reason."""

    order: list[PrecedencePlace]
    vacant: list[tuple[str, str]]


def order_heads(heads: Iterable[Head], practice: Practice, day: int) -> Precedence:
    """Return the order of precedence of a day."""
    missions = _missions(heads, practice)
    serving: list[tuple[Head, Moment]] = []
    vacant: list[tuple[str, str]] = []
    for state, of_state in missions.items():
        found, why = _represent(of_state, practice, day)
        serving += found
        if not found and why:
            vacant.append((state, why))
    return Precedence(_rank(serving, practice), sorted(vacant))


def _missions(heads: Iterable[Head], practice: Practice) -> dict[str, list[tuple[Head, Moment]]]:
    """Return each mission's heads with the moment that counts; who waits for it has none."""
    missions: dict[str, list[tuple[Head, Moment]]] = {}
    for head in heads:
        mission = missions.setdefault(head.state, [])
        if (moment := head.taking_up(practice)) is not None:
            mission.append((head, moment))
    return missions


def _represent(
    heads: Sequence[tuple[Head, Moment]], practice: Practice, day: int
) -> tuple[list[tuple[Head, Moment]], str]:
    """Return who represents a mission on a day, or why nobody does."""
    started = [each for each in heads if each[1].first <= day]
    here = [each for each in started if each[0].farewell is None or day <= each[0].farewell.last]
    titular = _once_each([each for each in here if each[0].rank() != AD_INTERIM])
    interim = [each for each in here if each[0].rank() == AD_INTERIM]
    present = [each for each in titular if not each[0].is_absent(day)]
    if interim and titular and not any(each[0].absences for each in titular):
        # Who was notified after the head took up functions stands in: the head is away.
        interim = [each for each in interim if any(each[1].first > of[1].first for of in titular)]
        present = [] if interim else present
    if present:
        return present, ""
    if interim:
        return interim[-1:], ""
    if titular:
        return titular, ""  # away, and nobody notified in the place
    if started:
        last = max(started, key=lambda each: each[1].earliest())[0]
        return [], f"{last.person} took leave"
    return [], "nobody has taken up functions"


def _once_each(heads: list[tuple[Head, Moment]]) -> list[tuple[Head, Moment]]:
    """Return each person once: further letters change nothing, a new class counts from its own."""
    found: dict[str, tuple[Head, Moment]] = {}
    for head, moment in sorted(heads, key=lambda each: each[1].earliest()):
        if head.person not in found or found[head.person][0].rank() != head.rank():
            found[head.person] = (head, moment)
    return list(found.values())


def _rank(serving: list[tuple[Head, Moment]], practice: Practice) -> list[PrecedencePlace]:
    ordered = sorted(serving, key=lambda each: (*_group(each[0], practice), *_order(each)))
    places: list[PrecedencePlace] = []
    number = 1
    for position, (head, moment) in enumerate(ordered):
        tied = [
            other[0].person
            for other in ordered
            if other[0] is not head and _is_tied((head, moment), other, practice)
        ]
        before = ordered[position - 1] if position else None
        if before is None or not _is_tied(before, (head, moment), practice):
            number = position + 1
        reason = _reason(head, moment, practice, tied, position == 0)
        places.append(PrecedencePlace(number, head, moment, reason))
    return places


def _group(head: Head, practice: Practice) -> tuple[int, int]:
    """Return what comes before any date: the class, and within it what the practice puts first."""
    rank = head.rank()
    if rank == AD_INTERIM and practice.charges_by_class:
        return rank, class_rank(head.for_class)
    return rank, 0 if practice.is_nuncio_first and is_nuncio(head.class_words) else 1


def _order(each: tuple[Head, Moment]) -> tuple[tuple[int, int], tuple[int, int]]:
    head, moment = each
    if moment.minute is None and head.arrived is not None:
        return moment.earliest(), head.arrived.earliest()
    return moment.earliest(), (0, 0)


def _is_tied(one: tuple[Head, Moment], other: tuple[Head, Moment], practice: Practice) -> bool:
    """Say whether two cannot be told apart: by the moment, nor by the arrival (Article 13)."""
    if _group(one[0], practice) != _group(other[0], practice):
        return False
    if one[1].is_before(other[1]) or other[1].is_before(one[1]):
        return False
    first, second = one[0].arrived, other[0].arrived
    if first is None or second is None:
        return True
    return not (first.is_before(second) or second.is_before(first))


def _reason(head: Head, moment: Moment, practice: Practice, tied: list[str], is_first: bool) -> str:
    by = "true copy of credentials" if practice.by_true_copy else "credentials"
    if head.rank() == AD_INTERIM:
        by = "notified"
    parts = [_CLASS_NAMES[head.rank()], f"{by} {moment.text}"]
    if practice.is_nuncio_first and is_nuncio(head.class_words):
        parts.insert(1, "nuncio first by local practice (Article 16)")
    if head.rank() == AD_INTERIM and practice.charges_by_class and head.for_class:
        parts.insert(1, f"in place of the {head.for_class}, by local practice")
    if tied:
        parts.append(f"not to be told from {', '.join(tied)}: hour and arrival are not recorded")
    if is_first and not tied and head.rank() == FIRST_CLASS:
        parts.append("dean of the corps")
    return "; ".join(parts)
