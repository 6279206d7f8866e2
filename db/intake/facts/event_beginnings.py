"""Begins the draft of an event from its clause: its mood, its date, its place; what reads verbs and
nouns asks it."""

from __future__ import annotations

from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clause_dates import date_of, other_clause_between
from db.intake.facts.grammar.moods import mood_of
from db.intake.facts.grammar.noun_sides import NounSides
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import SentenceUnit
from db.intake.lexicons.word_files import word_set
from db.intake.text.date_words import DateMention


def begin_draft(
    read: ReadSentence, kind: str, start: int, end: int, confidence: float
) -> EventDraft | None:
    """Return the draft of an event of a verb; None for what is denied or only thought of."""
    mood = mood_of(read, start, end)
    if not mood.status:
        return None
    tokens, units = read.marked.tokens, read.units
    draft = EventDraft(
        kind, read.marked.sentence.index, tokens[units[start].start].start,
        tokens[units[end - 1].end - 1].end, status=mood.status, confidence=confidence,
    )  # fmt: skip
    draft.spans.append((draft.start, draft.end))
    draft.date = date_of(read, start, end) or _writing_day(read, start)
    if mood.reason:
        draft.reasons.append(mood.reason)
    second = units[min(start + 1, end - 1)].low
    is_due = second in ("expected", "due", "scheduled", "slated") and units[start].low != "was"
    if (is_due or is_coming(read, start, draft.date)) and draft.status == "held":
        draft.status = "planned"
        draft.reasons.append("in the present tense, on a day to come")
    return draft


_DAYS_TO_COME = frozenset(("tomorrow", "next"))


def is_coming(read: ReadSentence, verb: int, day: DateMention | None) -> bool:
    """Say whether the present tense tells of what is to come: "leaves on Wednesday for Riyadh"."""
    if day is None or read.published is None or read.marked.sentence.is_headline:
        return False
    words = set(day.words.lower().replace(",", " ").split())
    if day.first == read.published.isoformat() or "last" in words:
        return False
    is_day = bool(words & word_set("weekdays")) and not any(map(str.isdigit, day.words))
    return read.units[verb].low in word_set("present_verbs") and (
        is_day or bool(words & _DAYS_TO_COME)
    )


def _writing_day(read: ReadSentence, verb: int) -> DateMention | None:
    """Return the day of writing for what goes on then: "is holding talks", "is visiting"."""
    units = read.units
    low = units[verb].low
    is_going_on = low in ("is", "are") or (
        low.endswith("ing") and verb > 0 and units[verb - 1].low in ("is", "are")
    )
    if not is_going_on or read.published is None:
        return None
    token = read.marked.tokens[units[verb].start]
    day = read.published.isoformat()
    return DateMention(token.start, token.end, token.text, day, day, day)


def take_place(read: ReadSentence, draft: EventDraft, after: int) -> None:
    """Take the place that "in" or "at" names in the clause."""
    units = read.units
    first, last = segment_of(read, after - 1)
    if draft.type == "call":
        return
    own = [at for at in range(after, last) if not other_clause_between(read, at, after, after)]
    steps = [*own, *range(first, after)]
    ranked = [(step, forms) for forms in (("city", "venue"), ("name",)) for step in steps]
    for step, forms in ranked:
        unit = units[step]
        if unit.kind != "place" or unit.form not in forms:
            continue
        lead = step - 1
        while lead >= 0 and units[lead].low in ("the", "capital"):
            lead -= 1
        if lead >= 0 and units[lead].low in ("in", "at"):
            name = unit.entity.name
            if unit.form == "name" and _is_topic(units, lead):
                continue
            draft.place = name
            draft.place_country = unit.country
            return


def _is_topic(units: list[SentenceUnit], lead: int) -> bool:
    """Say whether "in" before a state tells of a topic: "the situation in Yemen"."""
    if lead < 1:
        return False
    before = units[lead - 1]
    return before.kind == "word" and before.low in word_set("topics_before_in")


def as_reference(draft: EventDraft, read: ReadSentence, end: int) -> EventDraft:
    """Return a draft as one that only refers to an event told elsewhere."""
    draft.is_reference = True
    take_place(read, draft, end)
    return draft


def take_venue(read: ReadSentence, draft: EventDraft, sides: NounSides, end: int) -> None:
    """Take the place that stands with a noun, else the one of its clause."""
    if sides.venue is not None:
        draft.place = sides.venue.entity.name
        draft.place_country = sides.venue.country
    else:
        take_place(read, draft, end)
