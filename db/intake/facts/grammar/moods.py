"""Says whether what a verb or a noun tells of has happened: held, planned, reported, or denied and
only thought of; what reads events and agreements asks it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.lexicons.event_words import mood_words
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import word_set
from db.intake.text.date_words import DateMention, resolve_date


@dataclass(frozen=True, slots=True)
class Mood:
    """Whether something is said to have happened: "held", "planned", "reported", or "" for what is
    denied or only thought of."""

    status: str
    reason: str = ""


#: How many units before a verb, an infinitive or a noun can change its mood.
FINITE_WINDOW, INFINITIVE_WINDOW, NOUN_WINDOW = 4, 9, 5
#: What makes a finite verb only thought of; other words in front of it belong to something else.
_FINITE_MODALS = frozenset(
    ["if", "whether", "unless", "could", "might", "may", "should", "would", "must"]
)


def mood_of(read: ReadSentence, start: int, end: int, *, is_noun: bool = False) -> Mood:
    """Return the mood of the verb or noun at units `start` to `end`."""
    units, tokens = read.units, read.marked.tokens
    found = _moods_before(read, start, is_noun=is_noun) | _moods_after(read, end, is_noun=is_noun)
    if _is_in_denial(read, start):
        found.add("not")
    previous = tokens[units[start].start - 1].low if units[start].start else ""
    if "not" in found:
        return Mood("", "denied or called off")
    if is_noun and not found and _hangs_on_plans(read, start):
        return Mood("planned", "within what is planned")
    if not is_noun and previous == "to":
        return _mood_of_infinitive(read, start, found)
    if not is_noun and units[start].low in word_set("base_verbs"):
        if _agreed_before(read, start):
            return Mood("planned", "agreed to be done")
        if _will_before(read, start):
            return Mood("planned", "said to be planned")
    if "planned" in found:
        return Mood("planned", "said to be planned")
    if "hypothetical" in found:
        return Mood("", "only thought of")
    if "reported" in found:
        return Mood("reported", "reported, not confirmed")
    return Mood("held")


def _agreed_before(read: ReadSentence, start: int) -> bool:
    """Say whether an infinitive goes on what was agreed: "agreed to keep contact and meet"."""
    before = [unit.low for unit in read.units[max(0, start - 16) : start]]
    if "and" not in before[-3:]:
        return False
    return any(
        low in word_set("undertaking_verbs") and "to" in before[at : at + 3]
        for at, low in enumerate(before)
    )


def _will_before(read: ReadSentence, start: int) -> bool:
    """Say whether a verb goes on what somebody will do: "will chair the meeting, pay a call on"."""
    first = segment_of(read, start)[0]
    lows = [unit.low for unit in read.units[first:start]]
    return bool(_COMING & set(lows)) and lows[-1] in ("and", ",", "then", "also")


#: How far before "during the visit" the verb stands that it hangs on.
PLAN_UNITS = 25


def _hangs_on_plans(read: ReadSentence, start: int) -> bool:
    """Say whether a noun is the circumstance of what will be: "will sign it during a visit to"."""
    units = read.units
    first = max(segment_of(read, start)[0], start - PLAN_UNITS)
    lead = next(
        (
            at
            for at in range(start - 1, max(first, start - 8) - 1, -1)
            if units[at].low in _PURPOSES
        ),
        -1,
    )
    if lead == 0:
        return _goes_on_with_plans(read, start)
    return lead > first and any(unit.low in _COMING for unit in units[first:lead])


def _goes_on_with_plans(read: ReadSentence, start: int) -> bool:
    """Say whether the main clause behind "During his visit to Chile," tells what will be."""
    units = read.units
    comma = next((at for at in range(start, len(units)) if units[at].low == ","), len(units))
    return any(unit.low in ("will", "shall") for unit in units[comma : comma + MAIN_CLAUSE_UNITS])


MAIN_CLAUSE_UNITS = 5
#: "will fly to Doha for talks", "is scheduled to sign it during a visit"
_PURPOSES = frozenset(("during", "for"))
_COMING = frozenset(("will", "scheduled", "due", "expected", "slated", "set"))


def _moods_before(read: ReadSentence, start: int, *, is_noun: bool) -> set[str]:
    """Return the moods that words before a verb or a noun speak of."""
    units, tokens = read.units, read.marked.tokens
    low = units[start].low
    is_finite = not is_noun and (low.endswith("ed") or low in word_set("irregular_past"))
    size = NOUN_WINDOW if is_noun else FINITE_WINDOW if is_finite else INFINITIVE_WINDOW
    begin = max(segment_of(read, start)[0], start - size)
    found: set[str] = set()
    for at in range(units[begin].start, units[start].start):
        if tokens[at].is_cap and tokens[at].low in ("may", "will"):
            continue  # the month, a name
        for name in ("not", "hypothetical", "planned", "reported"):
            hit = mood_words(name).longest(tokens, at)
            if hit is None or hit[0] > units[start].start:
                continue
            if not (is_finite and name == "hypothetical" and tokens[at].low not in _FINITE_MODALS):
                found.add(name)
    return found


def _moods_after(read: ReadSentence, end: int, *, is_noun: bool) -> set[str]:
    tokens = read.marked.tokens
    begin = read.units[end - 1].end
    found: set[str] = set()
    for token in tokens[begin : begin + 5]:
        if token.low in ("postponed", "cancelled", "canceled", "suspended", "scrapped"):
            found.add("not")
        if token.low == "will" or (
            token.low in ("scheduled", "expected", "planned", "slated") and is_noun
        ):
            found.add("planned")
    if is_noun and _is_due(tokens[begin : begin + DUE_TOKENS]):
        found.add("planned")
    return found


#: How far behind a gathering "due to be held" may stand.
DUE_TOKENS = 14


def _is_due(tokens: list[Token]) -> bool:
    """Say whether "due to be held" or "to take place" goes on with a noun."""
    lows = [token.low for token in tokens]
    stop = next((at for at, low in enumerate(lows) if low in (",", ".", ";")), len(lows))
    text = " ".join(lows[:stop])
    return any(words in text for words in ("due to be held", "to be held", "due to take place"))


def _is_in_denial(read: ReadSentence, start: int) -> bool:
    """Say whether a clause is what somebody denied: "denied that X met Y"."""
    units, tokens = read.units, read.marked.tokens
    first, _ = segment_of(read, start)
    if first == 0 or units[first].low != "that":
        return False
    before = tokens[max(0, units[first].start - 4) : units[first].start]
    return any(token.low in ("denied", "denies", "rejected") for token in before)


def _mood_of_infinitive(read: ReadSentence, start: int, found: set[str]) -> Mood:
    units, tokens = read.units, read.marked.tokens
    to = units[start].start - 1
    before = [tokens[at].low for at in range(max(0, to - 3), to)]
    if any(low in ("arrived", "came", "gathered", "arrives", "announced") for low in before):
        return Mood("held")
    if any(low in word_set("undertaking_verbs") for low in before):
        return Mood("planned", "agreed to be done")
    if "hypothetical" in found and "planned" not in found:
        return Mood("", "only thought of")
    if any(low in _COMING | {"plans", "planned"} for low in before) or before[-1:] in _ARE_TO:
        return Mood("planned", "said to be planned")
    if read.marked.sentence.is_headline and to <= 8:
        return Mood("planned", "a headline with “to”")
    first = segment_of(read, start)[0]
    lows = [unit.low for unit in units[first:start]]
    if _is_stay(read, first, start):  # "is in Oslo to talk to X"
        return Mood("held")
    if _TRAVELLING & set(lows):  # "will travel to Chisinau to meet X"
        is_coming = bool(_COMING & set(lows)) or _IS_TO & set(pairwise(lows))
        return Mood("planned", "the aim of a journey to come") if is_coming else Mood("held")
    return Mood("", "an aim")


def _is_stay(read: ReadSentence, first: int, verb: int) -> bool:
    """Say whether "is in" and a place stand before an aim, who tells of it being there already."""
    units = read.units
    return any(
        units[at].low in ("is", "are", "was", "were")
        and units[at + 1].low == "in"
        and units[at + 2].kind == "place"
        for at in range(first, verb - 3)
    )


_ARE_TO = (["is"], ["are"])
_TRAVELLING = frozenset((
    "travel", "travels", "travelled", "traveled", "fly", "flies", "flew", "visit", "visits",
    "visited", "go", "goes", "went", "arrive", "arrives", "arrived", "head", "heads", "headed",
    "travelling", "traveling", "flying",
))  # fmt: skip
_IS_TO = frozenset((("is", "to"), ("are", "to")))


def future_date(mention: DateMention, published: object) -> DateMention:
    """Return a date read again as one to come, for what is planned."""
    day = published if isinstance(published, date) else None
    reading = resolve_date(mention.words, day, True)
    if reading is None:
        return mention
    return DateMention(mention.start, mention.end, mention.words, *reading)
