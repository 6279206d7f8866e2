"""Reads events off nouns: "a telephone call with", "his visit to", "the armed conflict between".

`events` asks it for each sentence after the verbs.
"""

from __future__ import annotations

from db.intake.facts.event_beginnings import as_reference, take_place, take_venue
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.clauses import ReadSentence, segment_of, subject_of
from db.intake.facts.grammar.moods import mood_of
from db.intake.facts.grammar.noun_sides import (
    NounSides,
    all_sides,
    both_after,
    doer_after,
    sides_of,
)
from db.intake.facts.grammar.units import (
    Participants,
    add_unit,
    chain_from,
    find_unit,
    no_participants,
)
from db.intake.facts.public_events import (
    read_ceasefire,
    read_conflict,
    read_election,
    read_gathering,
    read_incident,
)
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
    if sides_count < 2 or (named_count == 0 and not (len(sides.between) and draft.date)):
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


def _attended_by(read: ReadSentence, end: int) -> Participants:
    """Return who "The talks … were attended by X and Y" names."""
    units = read.units
    for at in range(end, min(end + MAX_ATTENDED_UNITS, len(units) - 1)):
        if units[at].low == "attended" and units[at + 1].low == "by":
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


def _read_session(
    read: ReadSentence, draft: EventDraft, sides: NounSides, end: int
) -> EventDraft | None:
    """Read a session of one body: it needs its day."""
    bodies = draft.participants.bodies
    is_counted = draft.noun == "meeting"
    if not bodies or draft.date is None or (sides.governor < 0 and not is_counted):
        return None
    draft.participants = Participants([], list(bodies), [], [])
    draft.confidence = 0.65
    draft.reasons.append(f"“{draft.noun}” of a body with its day")
    take_venue(read, draft, sides, end)
    return draft


def _read_call(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    if draft.noun.startswith(("over ", "by ", "on ", "via ")):
        doers = subject_of(read, start)
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


def _read_visit(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    if draft.noun.endswith("visits") and (sides.governor < 0 or sides.to is None):
        return None  # several, and not one that took place
    visitors = no_participants()
    visitors.add(sides.owner)
    partners = sides.partner
    visitors.people += [each for each in partners.people if each not in visitors.people]
    visitors.unnamed += [code for code in partners.unnamed if code not in visitors.unnamed]
    if sides.governor >= 0 or (not len(visitors) and sides.to is not None):
        at = sides.governor if sides.governor >= 0 else start
        subject = subject_of(read, at)
        if sides.is_circumstance and not len(visitors):
            subject = doer_after(read, sides.end) or subject
        if sides.governor < 0 or not len(visitors):
            visitors.add(subject)
    if sides.to is None and draft.noun.endswith("tour"):
        _take_tour(read, sides, end)
    if sides.to is None or not (visitors.people or visitors.unnamed):
        return as_reference(draft, read, end)
    if sides.governor < 0 and _is_counted(read, start):
        draft.participants.people = visitors.people
        return as_reference(draft, read, end)  # "This marks his second visit to the US"
    place = sides.to
    guests = [each for each in visitors.people if each.country != place.country or not each.country]
    if not guests and not visitors.unnamed:
        return as_reference(draft, read, end)
    draft.participants.people = guests
    draft.participants.unnamed = [code for code in visitors.unnamed if code != place.country]
    draft.place, draft.place_country = place.entity.name, place.country
    for code in chain_from(read.units, sides.to_at, read.marked.tokens)[0].countries:
        if code != place.country:
            draft.participants.countries.append(code)
    draft.confidence = 0.75
    draft.reasons.append(f"“{draft.noun}” with who and where")
    return draft


def _take_tour(read: ReadSentence, sides: NounSides, end: int) -> None:
    """Take the first state of "a tour of Mali, Niger and Chad"."""
    place = read.units[end + 1] if end + 1 < len(read.units) else None
    is_state = place is not None and place.kind == "place" and place.form == "name"
    if is_state and read.units[end].low == "of":
        sides.to, sides.to_at = place, end + 1


_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "latest", "maiden"))


def _is_counted(read: ReadSentence, start: int) -> bool:
    """Say whether a visit is only counted: "his second visit in two months"."""
    return any(unit.low in _ORDINALS for unit in read.units[max(0, start - 4) : start])


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
    if not people.people or (draft.noun == "appointment" and draft.date is None):
        return None
    draft.participants = people
    draft.confidence = 0.65
    draft.reasons.append(f"“{draft.noun}” of somebody")
    take_venue(read, draft, sides, end)
    return draft


_READERS = {
    "meeting": _read_meeting,
    "call": _read_call,
    "visit": _read_visit,
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
