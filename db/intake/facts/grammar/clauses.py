"""What belongs to a verb or a noun in its clause: its subject, its date, whether it happened.

`event_verbs`, `event_nouns` and `agreements` ask it about a row of units.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    add_unit,
    chain_from,
    no_participants,
    takes_part,
)
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.marks import MarkedSentence
from db.intake.mentions.person_groups import PersonEntity
from db.intake.text.date_words import DateMention

#: Words that begin a clause of their own.
_PRONOUNS = frozenset(("he", "she", "they", "both", "who", "it", "we"))
MAX_PARENTHESIS_UNITS = 40


@dataclass(slots=True)
class ReadSentence:
    """A sentence as units, with what the sentences before leave for it."""

    marked: MarkedSentence
    units: list[SentenceUnit]
    dates: list[DateMention]
    text: str
    subject: Participants = field(default_factory=no_participants)  # of the sentence before
    sides: Participants = field(default_factory=no_participants)  # of the event before
    people: list[PersonEntity] = field(default_factory=list)  # named before, the last at the end
    here: SentenceUnit | None = None  # the place of the dateline
    published: date | None = None  # the day of writing
    home: str = ""  # the state that the text is written from
    pair: Participants = field(default_factory=no_participants)  # the two states of the text
    rivals: Participants = field(default_factory=no_participants)  # of the conflict before
    segments: list[tuple[int, int]] = field(default_factory=list)  # of each unit, once asked for

    def is_boundary(self, at: int) -> bool:
        """Say whether a clause of its own begins at a unit."""
        return self.units[at].kind == "word" and self.units[at].low in word_set("boundaries")


def segment_of(read: ReadSentence, at: int) -> tuple[int, int]:
    """Return from where to where the clause round a unit goes."""
    if not read.segments:
        read.segments.extend(_segments(read))
    return read.segments[at]


def _segments(read: ReadSentence) -> Iterator[tuple[int, int]]:
    """Yield for each unit from where to where its clause goes."""
    starts = [0, *(at for at in range(1, len(read.units)) if read.is_boundary(at))]
    starts = sorted({*starts, *_ends_of_relatives(read, starts)})
    for start, end in zip(starts, [*starts[1:], len(read.units)], strict=True):
        for _ in range(start, end):
            yield start, end


def _ends_of_relatives(read: ReadSentence, starts: list[int]) -> Iterator[int]:
    """Yield where the main clause goes on behind "X, who arrived on Monday, was received by"."""
    units = read.units
    for begin, end in zip(starts, [*starts[1:], len(units)], strict=True):
        if begin < 2 or units[begin].low not in ("who", "which") or units[begin - 1].low != ",":
            continue
        for at in range(begin + 2, end - 1):
            after = units[at + 1]
            is_verb = after.low in word_set("irregular_past") or after.low in (
                "will",
                "would",
                "is",
            )
            if units[at].low == "," and after.kind == "word" and is_verb:
                yield at
                break


def subject_of(read: ReadSentence, verb: int) -> Participants:
    """Return who does what the verb at a unit says."""
    units = read.units
    at = verb - 1
    while at >= 0:
        unit = units[at]
        if unit.kind == "office" and _means_sides(units, at):
            return sides_before(read, unit)
        if takes_part(unit) and not _describes(units, at):
            return _doers_before(read, at) or _first_subject(read, verb)
        if unit.kind == "date" or unit.low in word_set("skipped") or unit.low.endswith("ly"):
            at -= 1
            continue
        if unit.low in ("who", "which") and at > 0:
            before = at - 1 - (units[at - 1].low == ",")
            if before > 1 and units[before].kind == "place" and units[before - 1].low == "of":
                before -= 2 * (units[before - 2].kind == "person")  # X of Algeria, who
            if before >= 0 and takes_part(units[before]):
                found = no_participants()
                add_unit(found, units[before])
                return found
        if unit.low in _PRONOUNS:
            return _pronoun_subject(read, at)
        if unit.low == "," and at > 0 and units[at - 1].kind == "person":
            at -= 1
            continue
        if unit.low in (",", ")"):
            opening = _parenthesis_start(units, at)
            if opening > 0 and takes_part(units[opening - 1]):
                at = opening - 1
                continue
        break
    return _first_subject(read, verb)


def _doers_before(read: ReadSentence, at: int) -> Participants | None:
    """Return the doers whose row ends at a unit; of an office that nobody holds by name its
    state."""
    found = _chain_before(read.units, at)
    if found is None and _is_holder_unnamed(read.units, at):
        return Participants([], [], [], [read.home]) if read.home else None
    return found


def _is_holder_unnamed(units: list[SentenceUnit], at: int) -> bool:
    """Say whether the one office before a verb is held by somebody whom the text never names:
    "the King would pay a visit"."""
    unit = units[at]
    is_alone = unit.kind == "office" and unit.form != "plural" and not unit.country
    before = units[at - 1].low if at else "the"
    return is_alone and unit.entity.group == "national" and before in _BEFORE_UNNAMED


_BEFORE_UNNAMED = frozenset(("the", "that", ",", "hm", "hrh", "majesty", "highness", "."))


def _describes(units: list[SentenceUnit], at: int) -> bool:
    """Say whether a state is an adjective or an owner and no doer."""
    unit = units[at]
    return unit.kind == "place" and (unit.form in {"people", "region"})


def _parenthesis_start(units: list[SentenceUnit], at: int) -> int:
    """Return where a parenthesis between commas or in brackets begins that ends at a unit."""
    sign = "(" if units[at].low == ")" else ","
    for step in range(at - 1, max(at - MAX_PARENTHESIS_UNITS, -1), -1):
        if units[step].low == sign:
            return step
    return 0


def _chain_before(units: list[SentenceUnit], at: int) -> Participants | None:
    """Return the row of doers that ends at a unit; None if a preposition leads it."""
    if units[at].kind == "place" and at > 0 and units[at - 1].kind in ("person", "office"):
        at -= 1  # "the CGS UK": whose he is
    start = at
    while start > 0:
        step = start - 1
        skipped = 0
        while (
            step > 0
            and units[step].low in ("the", "and", ",", "&", "his", "her", "its")
            and skipped < 3
        ):
            step -= 1
            skipped += 1
        joint = _joint_before_body(units, start)
        step = joint - 1 if joint > 0 else step
        is_joint = any(units[far].low in ("and", ",", "&") for far in range(step + 1, start))
        if is_joint and _is_government(units, step - 1):
            start = step - 1  # "The Bangladeshi government and the World Bank"
            continue
        if is_joint and takes_part(units[step]) and not _describes(units, step):
            if units[step].kind == "place" and units[start].kind != "place":
                before = (
                    units[step - 1 - (step > 1 and units[step - 1].low == "the")] if step else None
                )
                if before is not None and before.low in word_set("prepositions"):
                    break
            start = step
            continue
        break
    lead = start - 1
    while lead >= 0 and units[lead].low in ("the", "a", "his", "her", "its", "their", "both"):
        lead -= 1
    is_led = lead > 0 and units[lead].low == "by" and units[lead - 1].low in ("led", "headed")
    if lead >= 0 and units[lead].low in word_set("prepositions") and not is_led:
        return None
    if lead >= 1 and units[lead].low == "'s":
        return None
    found = no_participants()
    for step in range(start, at + 1):
        is_owner = units[step].kind == "place" and step < at and units[step + 1].low == "'s"
        is_doer = not (is_owner or _describes(units, step)) or _is_government(units, step)
        if takes_part(units[step]) and is_doer:
            add_unit(found, units[step])
    return found if len(found) else None


MAX_DESCRIPTION_UNITS = 7


def _joint_before_body(units: list[SentenceUnit], start: int) -> int:
    """Return where "and" stands before a body that is described: "Enabel and the Belgian investment
    company BIO", "and India's Tata Power"; 0 if it is not."""
    first = max(start - MAX_DESCRIPTION_UNITS, 0) if units[start].kind == "body" else start
    for at in range(start - 1, first, -1):
        unit = units[at]
        if unit.low == "and":
            return at if at > 0 and takes_part(units[at - 1]) else 0
        is_word = unit.kind == "word" and (unit.low.isalpha() or unit.low in ("'s", "-"))
        if unit.low in word_set("prepositions") or unit.low in word_set("irregular_past"):
            return 0
        if not (is_word or unit.kind == "place" or "-" in unit.low):
            return 0
    return 0


def _is_government(units: list[SentenceUnit], at: int) -> bool:
    """Say whether "Bangladeshi government" begins at a unit."""
    if at < 0 or at + 1 >= len(units):
        return False
    return _describes(units, at) and units[at + 1].low in ("government", "govt", "authorities")


def _first_subject(read: ReadSentence, verb: int) -> Participants:
    """Return the first doer of the clause, else of the sentence, else of the sentence before."""
    units = read.units
    start, _ = segment_of(read, max(verb - 1, 0))
    for begin in (start, 0):
        for at in range(begin, verb):
            unit = units[at]
            if unit.low in ("he", "she", "they") or (unit.low == "both" and at < 3):
                return _pronoun_subject(read, at)
            if _means_sides(units, at):
                sides = sides_before(read, units[at])
                if _means_states(units, at) and len(read.pair) and not _are_states(sides):
                    return read.pair
                if len(sides) > 1:
                    return sides
            if not takes_part(unit) or _describes(units, at):
                continue
            lead = at - 1
            while lead >= begin and units[lead].low in (
                "the",
                "a",
                "an",
                "his",
                "her",
                "its",
                "their",
            ):
                lead -= 1
            if lead >= 0 and (
                units[lead].low in word_set("prepositions") or units[lead].low == "according"
            ):
                continue
            if at + 1 < len(units) and units[at + 1].low in ("'s", "'"):
                continue
            found, _ = chain_from(units, at, read.marked.tokens)
            if len(found):
                return found
        if begin == 0:
            break
    return no_participants()


_VERB_ENDS = ("ed", "ly", "met", "held", "spoke", "also")


def _means_sides(units: list[SentenceUnit], at: int) -> bool:
    """Say whether "the two countries" or "the ministers" begins at a unit."""
    unit = units[at]
    if unit.kind == "office":
        return unit.form == "plural" and not unit.entity.countries and not unit.country
    is_opening = at <= 2 or (at > 1 and units[at - 1].low == "the" and units[at - 2].low == ",")
    if unit.low in ("sides", "parties", "leaders", "pair", "duo") and is_opening:
        return True
    if unit.low not in ("two", "both"):
        return False
    after = units[at + 1].low if at + 1 < len(units) else ""
    is_first = at <= 2 or (at > 1 and units[at - 2].low == ",")
    if at > 0 and is_first and units[at - 1].low == "the" and after.endswith(_VERB_ENDS):
        return True  # "The two signed"
    return any(
        other.low in word_set("side_words") or other.form == "plural"
        for other in units[at : at + 4]
    )


def _means_states(units: list[SentenceUnit], at: int) -> bool:
    """Say whether "the two countries" begins at a unit, and not "the two ministers"."""
    return any(
        unit.low in ("countries", "nations", "states", "governments", "neighbours", "neighbors")
        for unit in units[at : at + 4]
    )


def _are_states(sides: Participants) -> bool:
    """Say whether sides speak for more states than one."""
    codes = {person.country for person in sides.people if person.country}
    return len(codes | set(sides.countries) | set(sides.unnamed)) > 1


def _holders_before(read: ReadSentence, unit: SentenceUnit) -> Participants | None:
    """Return the last two of different states who hold a plural office: "the Presidents"."""
    words = unit.entity.key().split()
    found = no_participants()
    for person in reversed(read.people):
        holds = any(set(words) <= set(office.key().split()) for office in person.offices)
        if holds and person.country not in {each.country for each in found.people}:
            found.people.insert(0, person)
        if len(found.people) == 2:
            return found
    return None


def sides_before(read: ReadSentence, unit: SentenceUnit) -> Participants:
    """Return whom "both sides" means: those of the event before, else of the sentence before."""
    if unit.kind == "office" and (found := _holders_before(read, unit)) is not None:
        return found
    if unit.low == "parties" and len(read.rivals) > 1:
        return read.rivals
    if len(read.sides) > 1:
        return read.sides
    return read.subject if len(read.subject) > 1 else no_participants()


_HE = frozenset(("he", "she"))


def _pronoun_subject(read: ReadSentence, at: int) -> Participants:
    """Return whom he, she or they mean: the first of the sentence before, or of this one."""
    units = read.units
    low = units[at].low
    first = next(
        (
            unit
            for step, unit in enumerate(units[:at])
            if (unit.kind == "person" and not _is_source(units, step)) or unit.low in _HE
        ),
        None,
    )
    if first is not None and first.kind == "person" and low in _HE:
        found = no_participants()
        add_unit(found, first)
        return found
    if low in ("he", "she"):
        found = no_participants()
        found.people.extend(read.subject.people[:1])
        return found
    if low in ("they", "both"):
        here = next((far for far, unit in enumerate(units[:at]) if unit.kind == "person"), -1)
        row = chain_from(units, here, read.marked.tokens, places=False)[0] if here >= 0 else None
        if row is not None and len(row) > 1:
            return row  # "X and Y chaired the session, at the end of which they signed"
        return read.sides if len(read.sides) else read.subject
    return no_participants()


def _is_source(units: list[SentenceUnit], at: int) -> bool:
    """Say whether somebody is only whom the news is from: "According to X, Y said he would"."""
    return at > 1 and units[at - 1].low == "to" and units[at - 2].low == "according"


def main_subject(read: ReadSentence) -> Participants:
    """Return who the sentence speaks of, for the sentences after it."""
    units = read.units
    for at, unit in enumerate(units):
        if unit.low in _HE:
            return no_participants()  # who the sentence before speaks of
        if unit.kind == "person" and unit.entity is not None:
            lead = at - 1
            while lead >= 0 and units[lead].low in ("the", "a", "his", "her"):
                lead -= 1
            if lead >= 0 and units[lead].low in word_set("prepositions"):
                continue
            return chain_from(units, at, read.marked.tokens, places=False)[0]
    return no_participants()
