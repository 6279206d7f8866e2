"""A sentence as a row of units: each person with title and apposition, each body, place, date and
unresolved office is one, every other token is a word. Clauses and events are read off the row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.marks import MarkedSentence, place_of
from db.intake.text.date_words import DateMention


@dataclass(slots=True)
class SentenceUnit:
    """`kind` is person, body, place, date, office or word; `low` is a word as lexicons have it."""

    kind: str
    start: int  # tokens
    end: int
    low: str
    entity: Any = None
    country: str = ""
    form: str = ""


@dataclass(slots=True)
class Participants:
    """Who takes part: people and bodies by entity, states by code."""

    people: list[Any]
    bodies: list[Any]
    countries: list[str]
    unnamed: list[str]  # states of offices whose holders the text does not name

    def __len__(self) -> int:
        return len(self.people) + len(self.bodies) + len(self.countries) + len(self.unnamed)

    def add(self, other: Participants) -> None:
        """Add others who are not there yet."""
        for mine, theirs in (
            (self.people, other.people),
            (self.bodies, other.bodies),
            (self.countries, other.countries),
            (self.unnamed, other.unnamed),
        ):
            for each in theirs:
                if not any(each is old or each == old for old in mine):
                    mine.append(each)


def no_participants() -> Participants:
    """Return nobody."""
    return Participants([], [], [], [])


def units_of(marked: MarkedSentence, dates: Iterable[DateMention]) -> list[SentenceUnit]:
    """Return the row of units of a sentence."""
    tokens = marked.tokens
    day_at = {
        at: each for each in dates for at, token in enumerate(tokens)
        if each.start <= token.start < each.end
    }  # fmt: skip
    owner: dict[int, Any] = {}
    for mark in marked.marks():
        if mark.kind == "person":
            mention = mark.value
            for step in range(mention.outer_start, mention.outer_end):
                owner.setdefault(step, mark)
            for step in range(mark.start, mark.end):
                owner[step] = mark
    office_at = {
        step: office for office in marked.offices for step in range(office.start, office.end)
    }  # fmt: skip
    for mark in marked.marks():
        if mark.kind == "person":
            for office in mark.value.offices:
                if not mark.value.outer_start <= office.start < mark.value.outer_end:
                    _skip_office(office_at, office)
    units: list[SentenceUnit] = []
    at = 0
    while at < len(tokens):
        unit = _unit_at(marked, at, owner, office_at, day_at)
        before = units[-1] if units else None
        at = unit.end
        is_person = unit.kind == "person" and unit.entity is not None
        if before is not None and is_person and before.entity is unit.entity:
            before.end = unit.end
        else:
            units.append(unit)
            _close_bracket(units, tokens)
            _take_owner_of_board(units)
    return units


def _close_bracket(units: list[SentenceUnit], tokens: list[Token]) -> None:
    """Make one of a name with its acronym in brackets: "the Rapid Support Forces (RSF)"."""
    if len(units) < 4 or units[-1].low != ")" or units[-3].low != "(":
        return
    owner, inside = units[-4], units[-2]
    if owner.kind not in ("person", "body", "office") or inside.end - inside.start != 1:
        return
    is_same = inside.kind == owner.kind and inside.entity is owner.entity
    if is_same or tokens[inside.start].is_upper:
        owner.end = units[-1].end
        del units[-3:]


def _take_owner_of_board(units: list[SentenceUnit]) -> None:
    """Let a body do what its board does: "The World Bank's Board of Executive Directors"."""
    if len(units) < 3 or units[-1].kind != "body" or units[-1].entity is None:
        return
    owner = units[-3]
    is_board = units[-1].entity.name.startswith(("Board", "Executive Board"))
    if is_board and units[-2].low == "'s" and owner.kind == "body" and owner.entity is not None:
        owner.end = units[-1].end
        del units[-2:]


def _skip_office(office_at: dict[int, Any], office: Any) -> None:
    """Leave out an office that stands away from whom it belongs to."""
    for step in range(office.start, office.end):
        if step in office_at:
            office_at[step] = None


def _unit_at(
    marked: MarkedSentence,
    at: int,
    owner: dict[int, Any],
    office_at: dict[int, Any],
    day_at: dict[int, DateMention],
) -> SentenceUnit:
    tokens = marked.tokens
    if at in owner:
        mark = owner[at]
        end = at
        while end < len(tokens) and owner.get(end) is mark:
            end += 1
        country = mark.entity.country if mark.entity is not None else ""
        return SentenceUnit("person", at, end, "", mark.entity, country)
    if at in day_at:
        end = at
        while end < len(tokens) and day_at.get(end) is day_at[at]:
            end += 1
        return SentenceUnit("date", at, end, "", day_at[at])
    if at in office_at:
        office = office_at[at]
        end = at
        if office is None:
            return SentenceUnit("word", at, at + 1, "himself")
        while end < len(tokens) and office_at.get(end) is office and end not in owner:
            end += 1
        return SentenceUnit(
            "office", at, end, "", office, office.country, "plural" if office.is_plural else ""
        )
    mark = marked.mark_at[at]
    end = at + 1
    while mark is not None and end < mark.end and end not in day_at:
        end += 1  # "at Jamaica House on Wednesday"
    if mark is not None and mark.kind == "body":
        return SentenceUnit("body", at, end, "", mark.entity, mark.value.country)
    place = place_of(mark)
    if mark is not None and place is not None:
        return SentenceUnit("place", at, end, tokens[at].low, place, place.code, place.form)
    low = "h.e." if tokens[at].text == "HE" else tokens[at].low  # no pronoun
    return SentenceUnit("word", at, at + 1, low)


def find_unit(units: list[SentenceUnit], token: int) -> int:
    """Return which unit covers a token."""
    low, high = 0, len(units)
    while low < high:
        middle = (low + high) // 2
        if units[middle].end <= token:
            low = middle + 1
        else:
            high = middle
    return low


_JOINTS = frozenset(("and", "/", "plus", "&", ",", ";", "with", "alongside", "as", "well"))


def takes_part(unit: SentenceUnit) -> bool:
    """Say whether a unit can be somebody who does something."""
    if unit.kind == "place":
        return unit.form in ("name", "people", "city", "seat") and bool(unit.country)
    return unit.kind in ("person", "body", "office")


def chain_from(
    units: list[SentenceUnit], at: int, tokens: list[Token], places: bool = True, most: int = 12
) -> tuple[Participants, int]:
    """Return those who stand in a row from a unit on, "A, B and C", and where the row ends."""
    found = no_participants()
    end = step = at
    gap = 0
    while step < len(units) and len(found) < most and gap <= MAX_GAP_UNITS:
        unit = units[step]
        if unit.kind == "body" and (owned := _person_of_body(units, step)) > 0:
            step = owned  # "the IDB's new representative, X"
            continue
        if takes_part(unit) and (places or unit.kind != "place"):
            if not (unit.kind == "place" and _is_adjective(units, step)):
                add_unit(found, unit)
                end = step = step + 1
                gap = 0
                continue
            if len(found) and units[step - 1].low not in ("and", ",", "&"):
                break
            if _is_state_side(units, step):
                if units[step + 1].low in ("counterpart", "peer"):
                    found.unnamed.append(unit.country)  # "his Italian counterpart"
                else:
                    add_unit(found, unit)
                end = step = step + 2
                gap = 0
            else:
                step, gap = step + 1, gap + 1
            continue
        further = _next_of_row(units, step, tokens, is_begun=bool(len(found)), at=at, gap=gap)
        if not further:
            break
        gap += 1
        step = further
    return found, end


def _next_of_row(
    units: list[SentenceUnit], step: int, tokens: list[Token], *, is_begun: bool, at: int, gap: int
) -> int:
    """Return the next unit of a row behind a joint, an article or a bracket; 0 if it ends here."""
    unit = units[step]
    if unit.kind != "word":
        return 0
    if unit.low in ("(", '"'):
        closing = (far for far in range(step, min(step + 10, len(units))) if units[far].low == ")")
        found = next(closing, -1)
        return found + 1 if found >= 0 and found - step < MAX_GAP_UNITS else 0
    if is_begun and unit.low in _JOINTS:
        return step + 1 if unit.low != "with" and _joins_on(units, step) else 0
    if unit.low in ("'s", "'"):
        is_owner = step > at and units[step - 1].kind == "place" and (not is_begun or gap > 0)
        return _person_of_state(units, step) if is_owner else 0
    if unit.low in _MEMBERS and step > at and units[step - 1].kind == "body":
        return step + 1  # "the EFTA States and India"
    owned = units[step + 1] if step + 1 < len(units) else None
    if owned is not None and owned.low == "'s" and tokens[unit.start].is_cap and not is_begun:
        return step + 2  # "by the Fund's Acting Director General, X"
    leads = (
        unit.low in word_set("leads")
        or unit.low.endswith(("-based", "-owned", "-run", "-led"))
        or _is_unknown_owner(units, step, tokens)
    )
    return step + 1 if leads and (not is_begun or gap) else 0


def _person_of_state(units: list[SentenceUnit], step: int) -> int:
    """Return where the row goes on behind "Haiti's transitional council", at somebody if somebody
    follows in the next small words."""
    for at in range(step + 1, min(step + 1 + MAX_GAP_UNITS, len(units))):
        if units[at].kind in ("person", "office", "body"):
            return at
        low = units[at].low
        is_word = units[at].kind == "word" and (low.isalpha() or low == "-")
        if not is_word or low in word_set("prepositions") or low in _JOINTS:
            break
    return step + 1


_MEMBERS = frozenset(("states", "members", "countries", "nations"))


def _person_of_body(units: list[SentenceUnit], step: int) -> int:
    """Return where somebody of a body stands whom "'s" leads to; 0 if nobody does."""
    if step + 1 >= len(units) or units[step + 1].low != "'s":
        return 0
    for at in range(step + 2, min(step + 2 + MAX_GAP_UNITS, len(units))):
        if units[at].kind == "person":
            return at
        if units[at].kind not in ("word", "office"):
            break
    return 0


#: How many units may stand between two of a row.
MAX_GAP_UNITS = 6


def _is_unknown_owner(units: list[SentenceUnit], step: int, tokens: list[Token]) -> bool:
    """Say whether a capitalised word says whose the next person is: "PLN director X"."""
    follower = units[step + 1] if step + 1 < len(units) else None
    token = tokens[units[step].start]
    return token.is_cap and follower is not None and follower.kind in ("person", "body")


def _joins_on(units: list[SentenceUnit], step: int) -> bool:
    """Say whether somebody else follows a joint soon, and not a new clause."""
    far = step + 1
    while far < len(units) and far <= step + 4:
        unit = units[far]
        if takes_part(unit):
            if unit.kind in {"person", "body", "office"}:
                return True
            is_side = not _is_adjective(units, far) or _is_state_side(units, far)
            return is_side or _owns_somebody(units, far)
        if unit.low not in _JOINTS and unit.low not in word_set("leads"):
            return False
        far += 1
    return False


def _owns_somebody(units: list[SentenceUnit], at: int) -> bool:
    """Say whether "Slovakia's state-owned gas company SPP" begins at a state."""
    if at + 1 >= len(units) or units[at + 1].low != "'s":
        return False
    for unit in units[at + 2 : at + 2 + MAX_GAP_UNITS]:
        if unit.kind in ("person", "body"):
            return True
        if unit.kind != "word" or unit.low in word_set("prepositions"):
            break
    return False


def _is_adjective(units: list[SentenceUnit], step: int) -> bool:
    """Say whether a state only describes what follows: "Pakistani exports"."""
    unit = units[step]
    if unit.form == "people":
        return True
    follower = units[step + 1] if step + 1 < len(units) else None
    return follower is not None and follower.low in ("'s", "'", "-")


def _is_state_side(units: list[SentenceUnit], step: int) -> bool:
    follower = units[step + 1] if step + 1 < len(units) else None
    return follower is not None and follower.low in word_set("sides")


def add_unit(found: Participants, unit: SentenceUnit) -> None:
    """Add who a unit is to those who take part."""
    if unit.kind == "person" and unit.entity is not None:
        if not any(each is unit.entity for each in found.people):
            found.people.append(unit.entity)
    elif unit.kind == "body" and unit.entity is not None and not unit.entity.is_source:
        if not any(each is unit.entity for each in found.bodies):
            found.bodies.append(unit.entity)
    elif unit.kind == "office":
        codes = unit.entity.countries or ((unit.country,) if unit.country else ())
        for code in codes:
            if code not in found.unnamed:
                found.unnamed.append(code)
    elif unit.kind == "place" and unit.country and unit.country not in found.countries:
        found.countries.append(unit.country)
