"""Conditions of entry into force: how many must have consented, who by name, what share.

`in_force_rules` reads rules of them; `thresholds` says on which day they are met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from db.law.rules.periods import NUMBER, count_of, number_in, ordinal
from db.names import fold
from db.vocabulary.countries import country_code

#: States that go on under another code: a rule that names the one means the other.
_CONTINUED = {"suhh": "ru", "zrcd": "cd", "bumm": "mm"}

_INSTRUMENTS = (
    r"(?:deposits?|ratifications?|instruments?(?: of (?:ratification|consent))?|acceptances?"
    r"|approvals?|accessions?|consents?|parties|states)"
)
_DEPOSITS = re.compile(
    rf"(?:at least )?({NUMBER}) {_INSTRUMENTS}"
    r"(?:,? (?:incl\.?|including) (?P<names>.+)| (?:of|by|from) (?P<of>.+))?",
    re.IGNORECASE,
)
_ALL_OF = re.compile(r"all of (.+)", re.IGNORECASE)
_PROPORTION = re.compile(
    r"(?:a |the )?(?:(?P<majority>majority)|(?P<part>\d{1,3})/(?P<whole>\d{1,3}))"
    r" of (?:the |all )?(?P<others>other )?signatories",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:at least )?(\d{1,3}(?:\.\d{1,4})?) ?(?:%|per ?cent) of (.+)", re.IGNORECASE
)
_JOINT_FIRST = re.compile(r"^(?:and\s+)+", re.IGNORECASE)
_NO_NAME = re.compile(r"[\d+%:]")  # what no name of a party has: a period, a share
#: What else sets the clock going, and what it is called with its day.
OCCASIONS = {
    "signature": "signature",
    "all signatories": "last signatory's deposit",
    "exchange of notes": "exchange of notes",
    "exchange of instruments": "exchange of instruments",
    "last notification": "last notification",
}
_OTHER_OCCASIONS = {
    "on signature": "signature",
    "the signature": "signature",
    "all signatories deposits": "all signatories",
    "deposit by all signatories": "all signatories",
    "exchange of ratifications": "exchange of instruments",
    "exchange of instruments of ratification": "exchange of instruments",
    "the last notification": "last notification",
    "later notification": "last notification",
}


@lru_cache(maxsize=4096)
def party_key(name: str) -> str:
    """Return what a party is told by, however it is written: a state's code, else its name folded.

    >>> party_key("USSR") == party_key("Russian Federation") == party_key("RU")
    True
    >>> party_key("OPEC Fund")
    'opec fund'
    """
    code = country_code(name)
    return fold(name) if code is None else _CONTINUED.get(code, code)


def is_state(name: str) -> bool:
    """Say whether a name is that of a state: a group such as "ASEAN members" is none."""
    return country_code(name) is not None


@dataclass(frozen=True, slots=True)
class Occasion:
    """One act that sets the clock going, a key of `OCCASIONS`."""

    what: str

    def words(self) -> str:
        """Return the words that `read_conditions` reads as this."""
        return self.what

    def trigger_name(self) -> str:
        """Return what the day it is met on is called."""
        return OCCASIONS[self.what]


@dataclass(frozen=True, slots=True)
class Deposits:
    """So many instruments of consent, of these parties only, or with these among them."""

    count: int
    names: tuple[str, ...] = ()
    of: tuple[str, ...] = ()

    def words(self) -> str:
        """Return the words that `read_conditions` reads as this."""
        if not self.count:
            return f"all of {', '.join(self.names)}"
        tail = f" incl. {', '.join(self.names)}" if self.names else ""
        return count_of(self.count, "deposit") + (f" of {', '.join(self.of)}" if self.of else tail)

    def trigger_name(self) -> str:
        """Return what the day it is met on is called."""
        if not self.count:
            return "last deposit of those named"
        if self.names:
            return f"{ordinal(self.count)} deposit with those named"
        return f"{ordinal(self.count)} deposit{' of ' + ', '.join(self.of) if self.of else ''}"


@dataclass(frozen=True, slots=True)
class Proportion:
    """A part of the signatories, or of those that the rule does not name; majority is 1/2 and 1."""

    part: int
    whole: int
    is_majority: bool
    is_of_others: bool

    def words(self) -> str:
        """Return the words that `read_conditions` reads as this."""
        size = "majority" if self.is_majority else f"{self.part}/{self.whole}"
        return f"{size} of {'other ' if self.is_of_others else ''}signatories"

    def trigger_name(self) -> str:
        """Return what the day it is met on is called."""
        return f"{self.words()} reached"

    def least_of(self, electorate: int) -> int:
        """Return how many of so many that is.

        >>> Proportion(1, 2, True, False).least_of(46), Proportion(2, 3, False, False).least_of(46)
        (24, 31)
        """
        if self.is_majority:
            return electorate // 2 + 1
        return -(-electorate * self.part // self.whole)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a quantity, in per cent: the day that it is reached is given by hand."""

    percent: str
    of: str

    def words(self) -> str:
        """Return the words that `read_conditions` reads as this."""
        return f"{self.percent}% of {self.of}"

    def trigger_name(self) -> str:
        """Return what the day it is met on is called."""
        return f"{self.words()} reached"


Condition = Occasion | Deposits | Proportion | Share


@lru_cache(maxsize=1024)
def read_conditions(text: str) -> tuple[Condition, ...] | None:
    """Read conditions joined by "and"; None where any of the words says none.

    >>> read_conditions("6 deposits incl. NL, NO, SU, GB and US")
    (Deposits(count=6, names=('NL', 'NO', 'SU', 'GB', 'US'), of=()),)
    >>> read_conditions("55 deposits and 55% of emissions")
    (Deposits(count=55, names=(), of=()), Share(percent='55', of='emissions'))
    >>> read_conditions("3 deposits of Allied and Associated Powers")[0].of
    ('Allied and Associated Powers',)
    >>> read_conditions("43 deposits and RU, GB, US")[0].words()
    '43 deposits incl. RU, GB, US'
    """
    found: list[Condition] = []
    for piece in _pieces(text):
        if (condition := _condition(piece)) is not None:
            found.append(condition)
        elif not all(is_state(name) for name in _names(piece)):
            if not found or (longer := _condition(f"{found[-1].words()} and {piece}")) is None:
                return None
            found[-1] = longer  # the name of a group or of a quantity goes on
        elif found and isinstance(found[-1], Deposits):
            found[-1] = _with_names(found[-1], _names(piece))
        else:
            found.append(Deposits(0, _names(piece)))
    if any(isinstance(each, Deposits) and not (each.count or each.names) for each in found):
        return None
    if any(_NO_NAME.search(name) for each in found for name in _names_in(each)):
        return None
    return tuple(found) or None


def _pieces(text: str) -> list[str]:
    """Return what stands between the "and"s, those within a state's name aside."""
    pieces: list[str] = []
    text = _JOINT_FIRST.sub("", " ".join(text.split()))  # “and Chad”: no name begins so
    for piece in re.split(r"\s*,?\s+and\s+(?:by\s+)?", text, flags=re.IGNORECASE):
        if pieces:
            last, first = re.split(r", |incl\. | of ", pieces[-1])[-1], piece.split(",")[0]
            if not _starts_condition(piece) and is_state(f"{last} and {first}"):
                pieces[-1] += f" and {piece}"
                continue
        pieces.append(piece)
    return pieces


def _starts_condition(piece: str) -> bool:
    return _condition(piece) is not None


def _condition(text: str) -> Condition | None:
    plain = text.strip(" ,").casefold()
    if (occasion := _OTHER_OCCASIONS.get(plain, plain)) in OCCASIONS:
        return Occasion(occasion)
    if found := _PROPORTION.fullmatch(text):
        part, whole = (1, 2) if found["majority"] else (int(found["part"]), int(found["whole"]))
        if not 0 < part <= whole:
            return None
        return Proportion(part, whole, bool(found["majority"]), bool(found["others"]))
    if found := _SHARE.fullmatch(text):
        return Share(found[1], found[2].strip()) if 0 < float(found[1]) <= 100 else None
    if found := _ALL_OF.fullmatch(text):
        return Deposits(0, _names(found[1]))
    if found := _DEPOSITS.fullmatch(text):
        count = number_in(found[1].casefold())
        return Deposits(count, _names(found["names"]), _names(found["of"])) if count else None
    return None


def _names(text: str | None) -> tuple[str, ...]:
    pieces = (piece.strip() for piece in (text or "").split(","))
    return tuple(piece.removeprefix("the ") for piece in pieces if piece)


def _names_in(condition: Condition) -> tuple[str, ...]:
    return condition.names + condition.of if isinstance(condition, Deposits) else ()


def _with_names(condition: Deposits, names: tuple[str, ...]) -> Deposits:
    if condition.of:
        return Deposits(condition.count, (), condition.of + names)
    return Deposits(condition.count, condition.names + names)
