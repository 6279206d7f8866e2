"""Reads events off verbs: who met, visited, received or named whom; `events` asks a sentence."""

from __future__ import annotations

from dataclasses import replace

from db.intake.facts.event_beginnings import begin_draft, take_place
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.event_rows import goes_on
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.clauses import ReadSentence, segment_of, subject_of
from db.intake.facts.grammar.noun_sides import home_unit
from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    chain_from,
    find_unit,
    no_participants,
)
from db.intake.facts.office_changes import read_appointment, read_credentials, read_handover
from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.event_words import event_verbs
from db.intake.lexicons.word_files import word_set

#: Verbs whose object must be somebody: one receives guests, and also letters.
_GUEST_VERBS = frozenset(("received", "receives", "receive", "welcomed", "hosted"))
_PERSON_EVENTS = frozenset(("meeting", "call"))
MAX_VERBS = 20  # in a sentence; one that tells of more is no prose
_CHAIRING = frozenset(("chaired", "chair", "chairs"))
_SPEAKING = frozenset(("spoke to", "speaks to", "spoke with", "speaks with", "called"))


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
    if draft.type not in _PERSON_EVENTS or not is_apart:
        return [draft]
    chain, _ = _object_chain(read, end, places=False)
    subject = subject_of(read, start)
    if len(chain.people) < 2 or len(subject.people) != 1:
        return [draft]
    return _split_calls(draft, subject, chain)


def _is_noun(read: ReadSentence, at: int, end: int) -> bool:
    """Say whether a word that may be a verb is a noun here: "the visit", "a working visit to"."""
    token = read.marked.tokens[at]
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


def _object_chain(read: ReadSentence, end: int, places: bool) -> tuple[Participants, int]:
    """Return who follows a verb at once, or after the next "with" of its clause."""
    units = read.units
    while end < len(units) and (units[end].kind == "date" or units[end].low.endswith("ly")):
        end += 1
    found, stop = chain_from(units, end, read.marked.tokens, places=places)
    if len(found):
        return found, stop
    if end < len(units) and units[end].low in ("in", "at", "here"):
        for at in range(end + 1, min(end + 7, len(units))):
            if units[at].kind in ("person", "office"):
                return chain_from(units, at, read.marked.tokens, places=places)
            if units[at].low in (",", "and", "to", "with"):
                break
    if end < len(units) and units[end].low in ("him", "her", "them"):
        return _whom_pronoun_means(read, end), end
    _, last = segment_of(read, end - 1)
    is_passive = units[end - 1].low in ("received", "welcomed", "greeted")
    for at in range(end, min(last, end + 14)):
        low = units[at].low
        if (
            low in ("with", "between")
            or (low == "to" and at <= end + 2)
            or (low == "by" and is_passive)
        ):
            return chain_from(units, at + 1, read.marked.tokens)
        if units[at].low in (",", "and") and at > end + 1 and units[at].low == "and":
            break
    return no_participants(), end


def _whom_pronoun_means(read: ReadSentence, at: int) -> Participants:
    """Return whom "him" means: the first of its sentence, unless that is who acts, or of the one
    before."""
    if read.units[at].low == "them":
        return Participants(read.subject.people[:4], [], [], [])
    doers = subject_of(read, at - 1).people
    before = [unit.entity for unit in read.units[:at] if unit.kind == "person"]
    others = [each for each in before if each is not None and each not in doers]
    return Participants((others or read.subject.people)[:1], [], [], [])


def _read_meeting(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    has_with = words.endswith((" with", " on", " to", " by", " in audience by"))
    is_state_object = has_with or words in ("met", "meets", "meet")
    chain, _stop = _object_chain(read, end, places=is_state_object)
    if words in _GUEST_VERBS and not (chain.people or chain.unnamed):
        return None
    if words in ("called", "calls") and not (
        end < len(read.units) and read.units[end].kind == "person"
    ):
        return None
    if words in _SPEAKING and not (chain.people or chain.unnamed):
        return None
    if words in ("spoke", "speaks", "had spoken", "has spoken") and not _speaks_with(read, end):
        return None
    if words == "hosted" and read.units[end].kind != "person":
        return None
    draft = begin_draft(read, kind, start, end, 0.85)
    if draft is None:
        return None
    subject = subject_of(read, start)
    draft.participants.add(subject)
    draft.participants.add(chain)
    if words == "welcomed" and (not chain.people or not subject.people):
        return None
    if words in _CHAIRING and len(subject.people) < 2:
        return None
    named_count = len(draft.participants.people) + len(draft.participants.unnamed)
    sides = named_count + len(draft.participants.bodies) + len(draft.participants.countries)
    if sides < 2:
        return None
    if named_count == 0:
        if words in (
            "met",
            "meets",
            "meet",
            "welcomed",
            "received",
            "hosted",
            "exchanged views with",
            "co-chaired",
            "co-chairs",
            "co-chair",
        ):
            return None
        draft.confidence = 0.6
    elif named_count < 2:
        draft.confidence = 0.7
    draft.reasons.append(f"“{words}” with who did and whom")
    take_place(read, draft, end)
    return draft


def _speaks_with(read: ReadSentence, end: int) -> bool:
    """Say whether "spoke" is followed by whom with: "spoke highly of" tells of no call."""
    for unit in read.units[end : end + 4]:
        if unit.low in ("with", "to"):
            return True
        if unit.kind != "date" and unit.low not in ("today", "separately", "again", "earlier"):
            break
    return _by_telephone(read, end)


def _by_telephone(read: ReadSentence, end: int) -> bool:
    """Say whether "by telephone" stands soon after a verb."""
    return any(
        unit.low in ("telephone", "phone", "videoconference") for unit in read.units[end : end + 5]
    )


def _split_calls(draft: EventDraft, subject: Participants, chain: Participants) -> list[EventDraft]:
    """Return one event for each who was met or called apart from the others."""
    apart: list[EventDraft] = []
    for person in chain.people:
        each = replace(draft, participants=no_participants(), spans=list(draft.spans), outcome=[])
        each.participants.add(subject)
        each.participants.add(Participants([person], [], [], []))
        apart.append(each)
    return apart


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
        is_led = is_led or unit.low in _TOWARDS
        if not is_led:
            break
        if unit.kind == "place" and unit.form in ("name", "city"):
            return unit, at
        if unit.low in word_set("words_for_home") and units[at - 1].low == "the":
            return (home_unit(read, at) if read.home else None), at
        if unit.low not in ("the", "in", "to", "at", ",", "both", "for"):
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
    "meeting": _read_meeting,
    "call": _read_meeting,
    "visit": _read_visit,
    "credentials": read_credentials,
    "appointment": read_appointment,
    "change of command": read_handover,
    "statement": _read_statement,
    "accession": _read_accession,
    "incident": _read_incident,
}
