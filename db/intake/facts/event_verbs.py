"""Reads events off verbs: who met, visited, received or named whom; `events` asks a sentence."""

from __future__ import annotations

from db.intake.facts.event_beginnings import begin_draft, take_place
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.noun_sides import home_unit
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    chain_from,
    find_unit,
)
from db.intake.facts.meeting_rows import goes_on
from db.intake.facts.meeting_verbs import object_chain, read_meeting, split_calls
from db.intake.facts.office_changes import read_appointment, read_credentials, read_handover
from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.event_words import event_verbs
from db.intake.lexicons.word_files import word_set

_PERSON_EVENTS = frozenset(("meeting", "call"))
MAX_VERBS = 20  # in a sentence; one that tells of more is no prose


def read_verbs(read: ReadSentence) -> list[EventDraft]:
    """Return the events that the verbs of a sentence tell of."""
    drafts: list[EventDraft] = []
    tokens, units = read.marked.tokens, read.units
    trie = event_verbs()
    at = verbs = 0
    while at < len(tokens) and verbs < MAX_VERBS:
        found = trie.longest(tokens, at)
        if found is None or read.marked.mark_at[at] is not None:
            at += 1
            continue
        end, kind = found
        start_unit, end_unit = find_unit(units, at), find_unit(units, end - 1) + 1
        if units[start_unit].kind == "word" and not _is_noun(read, at, end):
            reader = _READERS.get(kind)
            if reader is not None:
                verbs += 1
                words = read.marked.text(at, end).lower()
                draft = reader(read, kind, words, start_unit, end_unit)
                if draft is not None:
                    drafts += _apart(read, draft, start_unit, end_unit)
                    drafts += goes_on(read, draft, start_unit, end_unit)
        at = end
    return drafts


def _apart(read: ReadSentence, draft: EventDraft, start: int, end: int) -> list[EventDraft]:
    """Return a call to several as several calls, and meetings that were held separately."""
    is_apart = draft.type == "call" or any(
        unit.low in ("separately", "separate") for unit in read.units[max(0, start - 3) : end + 4]
    )
    is_apart = is_apart or any(
        unit.low == "separately" for unit in read.units[end : segment_of(read, start)[1]]
    )
    if draft.type not in _PERSON_EVENTS or not is_apart:
        return [draft]
    chain, _ = object_chain(read, end, places=False)
    subject = subject_of(read, start)
    if len(chain.people) < 2 or len(subject.people) != 1:
        return [draft]
    return split_calls(draft, subject, chain)


def _is_noun(read: ReadSentence, at: int, end: int) -> bool:
    """Say whether a word that may be a verb is a noun here: "the visit", "a working visit to"."""
    token = read.marked.tokens[at]
    if token.low in ("call", "calls") and at > 0:
        return read.marked.tokens[at - 1].low in _BEFORE_CALLS
    if end - at > 1 or token.low not in ("visit", "visits", "meeting", "sign", "signing", "sealed"):
        return False
    before = read.marked.tokens[at - 1] if at else None
    if before is None:
        return True
    if token.low in {"visits", "sign"}:
        return before.low in word_set("before_nouns") or before.low.endswith("al")
    if token.low == "visit":
        return before.low not in (
            "to",
            "will",
            "would",
            "may",
            "and",
            "can",
            "should",
            "could",
            "must",
        )
    return True


#: What stands before a call on the telephone, which nobody pays: "a phone call on Wednesday".
_BEFORE_CALLS = frozenset(("phone", "telephone", "video", "conference", "a", "the", "this"))
#: Verbs of travel that need a word for where to: "flew to", "arrived in".
_BARE_TRAVEL = frozenset((
    "travels", "travel", "travelled", "traveled", "flew", "fly", "flies", "arrived", "arrives",
    "arrive", "departed", "departs", "headed", "heads", "left", "leaves", "leave", "arriving",
))  # fmt: skip
_TOWARDS = frozenset(("to", "in", "for", "at", "into"))
_ON_THE_WAY = frozenset(("back", "home", "again", "late", "early", "on", "straight", "directly"))


def _destination(read: ReadSentence, words: str, end: int) -> tuple[SentenceUnit | None, int]:
    """Return the place behind a verb of travel and where it stands; "here" is the dateline's."""
    units = read.units
    while end < len(units) and (units[end].kind == "date" or units[end].low in _ON_THE_WAY):
        end += 1  # "travels this Thursday to", "flew back to"
    is_led = words not in _BARE_TRAVEL
    for at in range(end, min(end + 4, len(units))):
        unit = units[at]
        if unit.low == "here":
            return read.here, at
        is_origin = unit.kind == "place" and words.startswith(("depart", "left", "leave"))
        is_origin = is_origin and at + 1 < len(units) and units[at + 1].low == "for"
        is_led = is_led or unit.low in _TOWARDS or is_origin
        if not is_led:
            break
        if unit.kind == "place" and unit.form in ("name", "city"):
            return _behind_origin(units, words, at)
        if unit.low in word_set("words_for_home") and units[at - 1].low == "the":
            return (home_unit(read, at) if read.home else None), at
        if unit.low not in ("the", "in", "to", "at", ",", "both", "for"):
            break
    if words in _SEEING:
        return _place_of_thing(read, end)
    return None, end


def _behind_origin(units: list[SentenceUnit], words: str, at: int) -> tuple[SentenceUnit, int]:
    """Return where somebody goes in "departed Abuja for Berlin", "left Oslo for Rome"."""
    goal = units[at + 2] if at + 2 < len(units) else units[at]
    leaves = words.startswith(("depart", "left", "leave"))
    if leaves and units[at + 1 : at + 2] and units[at + 1].low == "for" and goal.kind == "place":
        return goal, at + 2
    return units[at], at


_SEEING = frozenset(("visited", "visits", "visited the", "toured", "visit"))
MAX_THING_UNITS = 8


def _place_of_thing(read: ReadSentence, end: int) -> tuple[SentenceUnit | None, int]:
    """Return the place in "visited the shipyard in Glasgow"."""
    units = read.units
    for at in range(end, min(end + MAX_THING_UNITS, len(units) - 1)):
        unit = units[at + 1]
        if units[at].low in ("in", "at") and unit.kind == "place" and unit.form in ("name", "city"):
            return unit, at + 1
        if units[at].kind not in ("word", "body", "place") or read.is_boundary(at):
            break
        if units[at].low in (",", ";", "and", "to"):
            break
    return None, end


def _read_visit(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    place, at = _destination(read, words, end)
    subject = subject_of(read, start)
    if place is None and words in ("arrived", "arrives") and _comes_home(read, subject, start, end):
        place, at = home_unit(read, end - 1), end - 1
    if place is None:
        return None
    if words in _BEING and not _is_stay(read, subject, place, start, at):
        return None
    if not subject.people and not subject.unnamed:
        return None
    draft = begin_draft(read, kind, start, end, 0.8)
    if draft is None:
        return None
    draft.participants.people += subject.people
    draft.participants.unnamed += subject.unnamed
    if not any(person.country != place.country for person in subject.people) and subject.people:
        draft.confidence = 0.5  # at home one does not visit one's own state
        if all(person.country == place.country for person in subject.people):
            return None
    draft.place_country = place.country
    draft.place = place.entity.name
    if place is not read.here:
        _more_places(read, draft, at)
    if words in ("left for", "departed for", "leaves for", "departs for", "reached"):
        draft.confidence = 0.7
    draft.reasons.append(f"“{words}” with who and where")
    return draft


def _comes_home(read: ReadSentence, subject: Participants, start: int, end: int) -> bool:
    """Say whether a guest "arrived on Wednesday" where the text is written from."""
    is_abroad = any(each.country not in ("", read.home) for each in subject.people)
    is_dated = end < len(read.units) and read.units[end].kind == "date"
    return bool(read.home) and is_abroad and is_dated and date_of(read, start, end) is not None


_BEING = frozenset(("is in", "was in", "are in", "were in", "be in"))
_AFTER_STAYS = frozenset(("for", "to", "where", "on", "from", ".", ",", "as", "at", "and"))


def _is_stay(
    read: ReadSentence, subject: Participants, place: SentenceUnit, start: int, at: int
) -> bool:
    """Say whether "was in Ottawa" tells of a stay of somebody from abroad, and when or why."""
    units = read.units
    if start > 0 and units[start - 1].low == "who" and date_of(read, start, at) is not None:
        return True
    is_abroad = any(each.country not in ("", place.country) for each in subject.people)
    after = units[at + 1] if at + 1 < len(units) else None
    is_told = after is not None and (after.kind == "date" or after.low in _AFTER_STAYS)
    is_of_one = start > 0 and units[start - 1].kind in ("person", "word")
    return is_abroad and is_told and is_of_one


def _more_places(read: ReadSentence, draft: EventDraft, at: int) -> None:
    """Take further states of a tour: "visits Kenya, Uganda and Rwanda"."""
    chain, _ = chain_from(read.units, at, read.marked.tokens)
    for code in chain.countries:
        if code != draft.place_country:
            draft.participants.countries.append(code)


def _read_statement(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    draft = begin_draft(read, kind, start, end, 0.65)
    subject = subject_of(read, start)
    if draft is None or not len(subject):
        return None
    is_condemning = "condemn" in words
    if is_condemning and not (subject.bodies or subject.countries or subject.people):
        return None
    if is_condemning:
        return None
    if words == "issued a statement" and not (subject.bodies or subject.countries):
        return None
    return _with(draft, subject, 0.7, words)


def _with(draft: EventDraft, subject: Participants, confidence: float, words: str) -> EventDraft:
    draft.participants.add(subject)
    draft.confidence = confidence
    draft.reasons.append(f"“{words}”")
    return draft


def _read_accession(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    chain, _ = chain_from(read.units, end, read.marked.tokens, places=False)
    subject = subject_of(read, start)
    after = read.units[end - 1].end
    if words.startswith("deposited"):
        return _read_deposit(read, kind, words, start, end)
    is_treaty = any(
        agreement_trie().longest(read.marked.tokens, at) is not None
        for at in range(after, min(after + 3, len(read.marked.tokens)))
    )
    if not subject.countries or not (chain.bodies or is_treaty):
        return None
    if not is_treaty and not any(body.type == "international body" for body in chain.bodies):
        return None
    draft = begin_draft(read, kind, start, end, 0.7)
    if draft is None:
        return None
    draft.participants.countries += subject.countries
    draft.participants.bodies += chain.bodies
    draft.reasons.append(f"“{words}” with a state and a body")
    return draft


def _read_deposit(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    subject = subject_of(read, start)
    draft = begin_draft(read, kind, start, end, 0.65) if subject.countries else None
    if draft is None:
        return None
    draft.participants.countries += subject.countries
    draft.reasons.append(f"“{words}”")
    return draft


def _read_incident(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    """Read what cost lives: it needs its day and its place."""
    draft = begin_draft(read, kind, start, end, 0.6)
    if draft is None or draft.date is None:
        return None
    take_place(read, draft, end)
    if not draft.place:
        return None
    if draft.place_country:
        draft.participants.countries.append(draft.place_country)
    draft.reasons.append(f"“{words}” with when and where")
    return draft


_READERS = {
    "meeting": read_meeting,
    "call": read_meeting,
    "visit": _read_visit,
    "credentials": read_credentials,
    "appointment": read_appointment,
    "change of command": read_handover,
    "statement": _read_statement,
    "accession": _read_accession,
    "incident": _read_incident,
}
