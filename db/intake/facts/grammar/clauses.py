"""What belongs to a verb or a noun in its clause: its subject, its date, whether it happened.

`event_verbs`, `event_nouns` and `agreements` ask it about a row of units.
"""

from __future__ import annotations

from db.intake.facts.grammar.named_before import HE, by_word, he_and, pronoun_subject, sides_before
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    add_unit,
    chain_from,
    no_participants,
    takes_part,
)
from db.intake.lexicons.word_files import word_set

MAX_PARENTHESIS_UNITS = 40


def subject_of(read: ReadSentence, verb: int) -> Participants:
    """Return who does what the verb at a unit says."""
    units = read.units
    at = verb - 1
    while at >= 0:
        unit = units[at]
        if unit.kind == "office" and _means_sides(units, at):
            sides = sides_before(read, unit)
            return sides if len(sides) else _first_subject(read, verb)
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
        if (people := by_word(read, at)) is not None:
            return people
        if unit.low == "," and at > 0 and units[at - 1].kind == "person":
            opening = _parenthesis_start(units, at)
            is_of_others = opening > 0 and units[opening + 1].low in word_set("with_others")
            at = opening - 1 if is_of_others and takes_part(units[opening - 1]) else at - 1
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
    if found is not None and (first := he_and(read, at)) is not None:
        found.people.insert(0, first)
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
    is_led = is_led or (lead > 0 and units[lead].low == "of" and units[lead - 1].low in _SENT)
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


#: Who acts for those behind "of": "delegations of X and Y met".
_SENT = frozenset((
    "delegation", "delegations", "representatives", "officials", "envoys", "negotiators", "teams",
))  # fmt: skip
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
                return pronoun_subject(read, at)
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


def main_subject(read: ReadSentence) -> Participants:
    """Return who the sentence speaks of, for the sentences after it."""
    units = read.units
    for at, unit in enumerate(units):
        if unit.low in HE:
            return no_participants()  # who the sentence before speaks of
        if unit.kind == "person" and unit.entity is not None:
            lead = at - 1
            while lead >= 0 and units[lead].low in ("the", "a", "his", "her"):
                lead -= 1
            if lead >= 0 and units[lead].low in word_set("prepositions"):
                continue
            return chain_from(units, at, read.marked.tokens, places=False)[0]
    return no_participants()
