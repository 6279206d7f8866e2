"""Reads events off nouns: "a telephone call with", "his visit to", "the armed conflict between".

`events` asks it for each sentence after the verbs.
"""

from __future__ import annotations

from db.intake.facts.event_beginnings import as_reference, is_coming, take_place, take_venue
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.moods import mood_of
from db.intake.facts.grammar.noun_sides import (
    NounSides,
    all_sides,
    both_after,
    sides_of,
)
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import (
    Participants,
    add_unit,
    find_unit,
    no_participants,
)
from db.intake.facts.public_events import (
    gathering_of,
    read_ceasefire,
    read_conflict,
    read_election,
    read_gathering,
    read_incident,
)
from db.intake.facts.visits.visit_nouns import read_visit_noun
from db.intake.lexicons.event_words import event_nouns
from db.intake.lexicons.word_files import word_set


def read_nouns(read: ReadSentence) -> list[EventDraft]:
    """Return the events that the nouns of a sentence tell of."""
    drafts: list[EventDraft] = []
    tokens = read.marked.tokens
    trie = event_nouns()
    at = 0
    while at < len(tokens):
        found = trie.longest(tokens, at)
        if tokens[at].low.endswith("-meeting"):
            found = at + 1, "meeting"
        mark = read.marked.mark_at[at]
        if found is None or (mark is not None and mark.kind != "place"):
            at += 1
            continue
        end, kind = found
        start_unit, end_unit = find_unit(read.units, at), find_unit(read.units, end - 1) + 1
        draft = _read_noun(read, kind, start_unit, end_unit)
        if draft is not None:
            drafts.append(draft)
        at = end
    return drafts


def _read_noun(read: ReadSentence, kind: str, start: int, end: int) -> EventDraft | None:
    reader = _READERS.get(kind)
    if reader is None or read.units[start].kind != "word":
        return None
    sides = sides_of(read, start, end)
    mood = mood_of(read, start, end, is_noun=True)
    if not mood.status:
        return None
    tokens, units = read.marked.tokens, read.units
    draft = EventDraft(
        kind, read.marked.sentence.index, tokens[units[start].start].start,
        tokens[units[end - 1].end - 1].end, status=mood.status,
    )  # fmt: skip
    draft.spans.append((draft.start, draft.end))
    draft.noun = read.marked.text(units[start].start, units[end - 1].end).lower()
    if not (_is_only_ahead(read, start) or _is_only_after(read, end)):
        draft.date = date_of(read, start, end)
    if mood.reason:
        draft.reasons.append(mood.reason)
    if sides.governor > 0 and units[sides.governor - 1].low == "to":
        aim = mood_of(read, sides.governor, sides.governor + 1)
        draft.status = aim.status if aim.status == "planned" else draft.status
    if sides.governor >= 0 and is_coming(read, sides.governor, draft.date):
        draft.status = "planned"
        draft.reasons.append("in the present tense, on a day to come")
    return reader(read, draft, sides, start, end)


def _is_only_after(read: ReadSentence, end: int) -> bool:
    """Say whether the date is that of what came before: "The visit follows talks last month"."""
    return any(unit.low in ("follows", "followed") for unit in read.units[end : end + 2])


def _is_only_ahead(read: ReadSentence, start: int) -> bool:
    """Say whether the date of the clause is that of something before: "ahead of the visit"."""
    units = read.units
    before = [unit.low for unit in units[max(0, start - 7) : start]]
    has_own = any(unit.kind == "date" for unit in units[start : start + 5])
    return not has_own and ("ahead" in before or "prior" in before)


def _read_meeting(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    if draft.noun.endswith("meetings") and not len(sides.partner):
        return None
    draft.participants = all_sides(read, sides, start)
    guests = _attended_by(read, end)
    if len({each.country for each in guests.people if each.country}) > 1:
        draft.participants = guests
        draft.confidence = 0.7
        draft.reasons.append(f"“{draft.noun}” attended by both sides")
        return draft
    is_held = draft.noun.endswith(("meeting", "talks")) and _is_held_after(read, end)
    if not draft.participants.people and is_held:
        if not draft.participants.bodies:
            draft.participants.add(gathering_of(read, end))
        session = _read_session(read, draft, sides, end) if draft.participants.bodies else None
        if session is not None:
            return session
    if _is_counted_meeting(read, draft, start):
        draft.participants.add(_body_before_its(read, start))
        return _read_session(read, draft, sides, end)
    if draft.noun.endswith("session") or "emergency" in draft.noun or "extraordinary" in draft.noun:
        return _read_session(read, draft, sides, end)
    if sides.is_circumstance and not sides.is_definite and not len(sides.partner):
        draft.participants.add(both_after(read, sides.end))
        if len(draft.participants) > 1 and draft.participants.people:
            draft.confidence = 0.65
            draft.reasons.append(f"“{draft.noun}”, then who and whom")
            return draft
    named_count = len(draft.participants.people) + len(draft.participants.unnamed)
    sides_count = len(draft.participants)
    is_told = draft.date is not None or _is_held_after(read, end) or sides.governor >= 0
    if sides_count < 2 or (named_count == 0 and not (len(sides.between) and is_told)):
        if sides.is_definite or sides_count <= 1:
            return as_reference(draft, read, end)
        return None
    is_owned = len(sides.owner) > 1 or sides.is_circumstance
    if not (len(sides.partner) or len(sides.between) or sides.governor >= 0 or is_owned):
        return None
    draft.confidence = 0.8 if named_count >= 2 else 0.65
    draft.reasons.append(f"“{draft.noun}” with both sides")
    take_venue(read, draft, sides, end)
    return draft


#: How far behind a meeting "was attended by" may stand.
MAX_ATTENDED_UNITS = 14


_GATHERING = frozenset((("attended", "by"), ("brought", "together"), ("gathered", "by")))


def _attended_by(read: ReadSentence, end: int) -> Participants:
    """Return who "The talks … were attended by X and Y" names."""
    units = read.units
    for at in range(end, min(end + MAX_ATTENDED_UNITS, len(units) - 1)):
        pair = units[at].low, units[at + 1].low
        if pair in _GATHERING:
            found = no_participants()
            for unit in units[at + 2 :]:
                if unit.kind == "person":
                    add_unit(found, unit)
            return found
        if units[at].kind == "person":
            break
    return no_participants()


def _is_counted_meeting(read: ReadSentence, draft: EventDraft, start: int) -> bool:
    """Say whether "its 1284th meeting" ends at a noun."""
    before = read.units[max(0, start - 2) : start]
    is_its = len(before) == 2 and before[0].low == "its" and before[1].low[:1].isdigit()
    return is_its and draft.date is not None


def _body_before_its(read: ReadSentence, start: int) -> Participants:
    """Return the first body of the row before "at its 1284th meeting"."""
    found = no_participants()
    for unit in read.units[:start]:
        if unit.kind == "body":
            add_unit(found, unit)
            break
    return found


#: How far behind a meeting "was held" may stand.
MAX_HELD_UNITS = 14
_TAKING_PLACE = frozenset(("place", "convened", "began", "opened", "started", "concluded", "ended"))


def _is_held_after(read: ReadSentence, end: int) -> bool:
    """Say whether "… was held" or "… took place" follows a noun in its clause."""
    units = read.units
    last = min(segment_of(read, end - 1)[1], end + MAX_HELD_UNITS)
    return any(
        (units[at].low == "held" and units[at - 1].low in ("was", "were", "be", "been"))
        or units[at].low in _TAKING_PLACE
        for at in range(end, last)
    )


def _read_session(
    read: ReadSentence, draft: EventDraft, sides: NounSides, end: int
) -> EventDraft | None:
    """Read a session of one body: it needs its day."""
    bodies = draft.participants.bodies
    is_counted = draft.noun == "meeting" or _is_held_after(read, end)
    if not bodies or draft.date is None or (sides.governor < 0 and not is_counted):
        return None
    draft.participants = Participants([], list(bodies), [], [])
    draft.confidence = 0.65
    draft.reasons.append(f"“{draft.noun}” of a body with its day")
    take_venue(read, draft, sides, end)
    return draft


_TELLING = frozenset((
    "informed", "briefed", "told", "assured", "thanked", "congratulated", "consulted", "notified",
    "discussed", "updated", "reassured", "contacted", "congratulates", "informs", "briefs",
))  # fmt: skip


def _told_by_telephone(read: ReadSentence, start: int, doers: Participants) -> Participants:
    """Return who told whom something by telephone: "He informed X of the decision by telephone"."""
    first = segment_of(read, start)[0]
    verb = next((at for at in range(first, start) if read.units[at].low in _TELLING), -1)
    if verb < 0:
        return doers
    hearers = no_participants()
    hearers.add(subject_of(read, verb))
    for unit in read.units[verb:start]:
        if unit.kind == "person":
            add_unit(hearers, unit)
    return hearers


def _read_call(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    if draft.noun.startswith(("over ", "by ", "on ", "via ")):
        doers = subject_of(read, start)
        if len(doers.people) < 2 and sides.governor < 0:
            doers = _told_by_telephone(read, start, doers)
        if len(doers.people) < 2 or sides.governor >= 0:
            return None
        draft.participants, draft.confidence = doers, 0.7
        draft.reasons.append(f"“{draft.noun}” with both sides")
        return draft
    is_with_whom = sides.is_circumstance and not sides.is_definite and len(sides.partner)
    if draft.noun == "call" and sides.governor < 0 and not (len(sides.between) or is_with_whom):
        return as_reference(draft, read, end) if sides.is_definite else None
    draft.participants = all_sides(read, sides, start)
    named_count = len(draft.participants.people) + len(draft.participants.unnamed)
    if len(draft.participants) < 2 or named_count < 1:
        return as_reference(draft, read, end)
    draft.confidence = 0.85 if named_count >= 2 else 0.7
    draft.reasons.append(f"“{draft.noun}” with both sides")
    return draft


def _read_handover(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    units = read.units
    doer = subject_of(read, start)
    guests_end = max(
        (at for at in range(start) if units[at].low in word_set("attending")), default=-1
    )
    for unit in units:
        if unit.kind != "person" or unit.entity is None:
            continue
        if unit.start < units[start].start and any(each is unit.entity for each in doer.people):
            continue
        if guests_end >= 0 and unit.start < units[guests_end].start:
            continue  # who attends hands over nothing
        if unit.entity.rank:
            add_unit(draft.participants, unit)
    if len(draft.participants.people) < 2:
        for each in () if guests_end >= 0 else doer.people:
            if each.rank and each not in draft.participants.people:
                draft.participants.people.append(each)
    if not draft.participants.people:
        return as_reference(draft, read, end)
    draft.confidence = 0.75
    draft.reasons.append(f"“{draft.noun}”")
    take_place(read, draft, end)
    return draft


def _read_negotiation(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    draft.participants = all_sides(read, sides, start)
    take_venue(read, draft, sides, end)
    if len(draft.participants) < 2 or not (draft.date or draft.place):
        return as_reference(draft, read, end)
    draft.confidence = 0.65
    draft.reasons.append(f"“{draft.noun}” with both sides")
    return draft


def _read_credentials(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read credentials that somebody presents or receives, in whatever words."""
    units = read.units
    verb = next(
        (
            at
            for at in range(start - 1, max(start - 9, -1), -1)
            if units[at].low in word_set("credential_verbs")
        ),
        -1,
    )
    if verb < 0:
        return _read_ceremony(read, draft, sides, start, end)
    draft.participants.people += subject_of(read, verb).people
    for unit in units[end : segment_of(read, start)[1]]:
        if unit.kind == "person":
            add_unit(draft.participants, unit)
    if not draft.participants.people:
        return None
    draft.confidence = 0.8
    draft.reasons.append(f"“{units[verb].low} … {draft.noun}”")
    return draft


def _read_ceremony(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read the swearing-in or the credentials ceremony of somebody."""
    people = no_participants()
    people.people += sides.owner.people
    people.people += [each for each in sides.partner.people if each not in people.people]
    is_since = start > 1 and read.units[start - 2].low in ("since", "after", "following")
    is_told = draft.noun != "appointment" or (draft.date is not None and not is_since)
    if not people.people or not is_told:
        return None
    draft.participants = people
    draft.confidence = 0.65
    draft.reasons.append(f"“{draft.noun}” of somebody")
    take_venue(read, draft, sides, end)
    return draft


_READERS = {
    "meeting": _read_meeting,
    "call": _read_call,
    "visit": read_visit_noun,
    "conflict": read_conflict,
    "ceasefire": read_ceasefire,
    "change of command": _read_handover,
    "summit": read_gathering,
    "conference": read_gathering,
    "exercise": read_gathering,
    "election": read_election,
    "incident": read_incident,
    "negotiation": _read_negotiation,
    "appointment": _read_ceremony,
    "credentials": _read_credentials,
}
