"""Reads who met, received, called on or telephoned whom; `event_verbs` asks it for such verbs."""

from __future__ import annotations

from dataclasses import replace

from db.intake.facts.event_beginnings import begin_draft, take_place
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clauses import ReadSentence, segment_of, subject_of
from db.intake.facts.grammar.units import Participants, add_unit, chain_from, no_participants

#: Verbs whose object must be somebody: one receives guests, and also letters.
_GUEST_VERBS = frozenset(("received", "receives", "receive", "welcomed", "hosted"))
_HOSTING = frozenset(("host", "hosts", "hosted"))
_CHAIRING = frozenset(("chaired", "chair", "chairs"))
_SPEAKING = frozenset(("spoke to", "speaks to", "spoke with", "speaks with", "called"))


_BESIDES = frozenset(("earlier", "later", "again", "also", "first", "then"))


def object_chain(read: ReadSentence, end: int, places: bool) -> tuple[Participants, int]:
    """Return who follows a verb at once, or after the next "with" of its clause."""
    units = read.units
    while end < len(units) and (
        units[end].kind == "date" or units[end].low.endswith("ly") or units[end].low in _BESIDES
    ):
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


def read_meeting(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    """Read who met, received, called or telephoned whom."""
    if words in _HOSTING and (summit := _leaders_of_body(read, start, end)) is not None:
        return summit
    has_with = words.endswith((" with", " on", " to", " by", " in audience by"))
    is_state_object = has_with or words in ("met", "meets", "meet")
    chain, _stop = object_chain(read, end, places=is_state_object)
    if words in _GUEST_VERBS and not (chain.people or chain.unnamed):
        return None
    is_told = words not in _SPEAKING or bool(chain.people or chain.unnamed)
    draft = begin_draft(read, kind, start, end, 0.85)
    if draft is None or not is_told or not _has_its_object(read, words, end):
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
    if named_count == 0 and words in _OF_PEOPLE:
        return None
    if named_count < 2:
        draft.confidence = 0.7 if named_count else 0.6
    draft.reasons.append(f"“{words}” with who did and whom")
    take_place(read, draft, end)
    return draft


#: Verbs of which states alone are no subject and no object.
_OF_PEOPLE = frozenset((
    "met", "meets", "meet", "welcomed", "received", "hosted", "exchanged views with", "co-chaired",
    "co-chairs", "co-chair",
))  # fmt: skip


def _has_its_object(read: ReadSentence, words: str, end: int) -> bool:
    """Say whether what must follow a verb does: somebody behind "called", "with" behind "spoke"."""
    after = read.units[end].kind if end < len(read.units) else ""
    if words in ("called", "calls", "hosted"):
        return after == "person"
    return words not in ("spoke", "speaks", "had spoken", "has spoken") or _speaks_with(read, end)


def _leaders_of_body(read: ReadSentence, start: int, end: int) -> EventDraft | None:
    """Return the summit in "will host the leaders of the Arab League"."""
    units = read.units
    at = end + (end < len(units) and units[end].low == "the")
    row = units[at : at + 4]
    if len(row) < 3 or not (row[0].low == "leaders" or row[0].form == "plural"):
        return None
    body = next((unit for unit in row[1:] if unit.kind == "body"), None)
    draft = begin_draft(read, "summit", start, end, 0.65) if body is not None else None
    if draft is None or body is None or draft.date is None:
        return None
    add_unit(draft.participants, body)
    draft.reasons.append("the leaders of a body, with a date")
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


def split_calls(draft: EventDraft, subject: Participants, chain: Participants) -> list[EventDraft]:
    """Return one event for each who was met or called apart from the others."""
    apart: list[EventDraft] = []
    for person in chain.people:
        each = replace(draft, participants=no_participants(), spans=list(draft.spans), outcome=[])
        each.participants.add(subject)
        each.participants.add(Participants([person], [], [], []))
        apart.append(each)
    return apart
