"""Reads events off nouns: "a telephone call with", "his visit to", "the armed conflict between".

`events` asks it for each sentence after the verbs.
"""

from __future__ import annotations

from db.intake.facts.clauses import ReadSentence, date_of, segment_of, subject_of
from db.intake.facts.event_beginnings import take_place
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.moods import mood_of
from db.intake.facts.noun_sides import NounSides, all_sides, both_after, doer_after, sides_of
from db.intake.facts.units import (
    Participants,
    SentenceUnit,
    add_unit,
    chain_from,
    find_unit,
    no_participants,
)
from db.intake.lexicons.event_words import event_nouns
from db.intake.lexicons.word_files import word_set
from db.intake.text.date_words import DateMention


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


def _as_reference(draft: EventDraft, read: ReadSentence, end: int) -> EventDraft:
    draft.is_reference = True
    take_place(read, draft, end)
    return draft


def _read_meeting(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    if draft.noun.endswith("meetings") and not len(sides.partner):
        return None
    draft.participants = all_sides(read, sides, start)
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
            return _as_reference(draft, read, end)
        return None
    is_owned = len(sides.owner) > 1 or sides.is_circumstance
    if not (len(sides.partner) or len(sides.between) or sides.governor >= 0 or is_owned):
        return None
    draft.confidence = 0.8 if named_count >= 2 else 0.65
    draft.reasons.append(f"“{draft.noun}” with both sides")
    _take_venue(read, draft, sides, end)
    return draft


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
    _take_venue(read, draft, sides, end)
    return draft


def _take_venue(read: ReadSentence, draft: EventDraft, sides: NounSides, end: int) -> None:
    if sides.venue is not None:
        draft.place = sides.venue.entity.name
        draft.place_country = sides.venue.country
    else:
        take_place(read, draft, end)


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
        return _as_reference(draft, read, end) if sides.is_definite else None
    draft.participants = all_sides(read, sides, start)
    named_count = len(draft.participants.people) + len(draft.participants.unnamed)
    if len(draft.participants) < 2 or named_count < 1:
        return _as_reference(draft, read, end)
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
        return _as_reference(draft, read, end)
    if sides.governor < 0 and _is_counted(read, start):
        draft.participants.people = visitors.people
        return _as_reference(draft, read, end)  # "This marks his second visit to the US"
    place = sides.to
    guests = [each for each in visitors.people if each.country != place.country or not each.country]
    if not guests and not visitors.unnamed:
        return _as_reference(draft, read, end)
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


def _read_conflict(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    parties = sides.between
    if len(parties) < 2 and _breaks_out(read, end):
        parties = _peoples_in_clause(read, start)
    if len(parties) < 2 or draft.date is None:
        return None
    draft.participants = parties
    draft.confidence = 0.7
    draft.reasons.append(f"“{draft.noun}” between two, with its date")
    return draft


def _agrees(read: ReadSentence, at: int) -> bool:
    return read.units[at].low in ("agreed", "declared", "accepted", "reached", "announced")


def _breaks_out(read: ReadSentence, end: int) -> bool:
    return any(
        unit.low in ("erupted", "broke", "resumed", "flared", "escalated")
        for unit in read.units[end : end + 3]
    )


def _peoples_in_clause(read: ReadSentence, start: int) -> Participants:
    """Return the states that a clause names: "along the Armenian-Azerbaijani border"."""
    first, last = segment_of(read, start)
    found = no_participants()
    for unit in read.units[first:last]:
        if unit.kind == "place" and unit.form in ("people", "name"):
            add_unit(found, unit)
    return found


def _read_ceasefire(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    parties = no_participants()
    parties.add(sides.between)
    act = next((at for at in range(max(0, start - 5), start) if _agrees(read, at)), -1)
    if len(parties) < 2 and act >= 0:
        doers = subject_of(read, act)
        if len(doers.countries) + len(doers.bodies) > 1:
            parties.add(doers)
    if len(parties) < 2 and len(read.sides.countries) >= 2:
        parties.countries += read.sides.countries
    if len(parties) < 2 or draft.date is None:
        return None
    draft.participants = parties
    draft.confidence = 0.65
    draft.reasons.append(f"“{draft.noun}” between two, with its date")
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
        return _as_reference(draft, read, end)
    draft.confidence = 0.75
    draft.reasons.append(f"“{draft.noun}”")
    take_place(read, draft, end)
    return draft


def _read_gathering(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read a summit, a conference or an exercise: one with a name, a date or a place."""
    draft.participants.add(sides.between)
    draft.participants.add(sides.owner)
    if sides.governor >= 0:
        draft.participants.add(subject_of(read, sides.governor))
    name = _proper_name(read, start, end)
    if draft.date is None:
        draft.date = _year_before(read, start)
    draft.participants.add(_gathering_of(read, end))
    _take_venue(read, draft, sides, end)
    bodies = [unit for unit in read.units[max(0, start - 4) : start] if unit.kind == "body"]
    for unit in bodies:
        add_unit(draft.participants, unit)
    if not len(draft.participants):
        for unit in read.units[:start]:
            if unit.kind == "body":
                add_unit(draft.participants, unit)
    if draft.type == "exercise" and len(draft.participants.countries) < 2:
        draft.participants.add(_peoples_in_clause(read, start))
    is_marked = bool(draft.date or draft.place)
    is_named = bool(name) or len(sides.between) >= 2 or _is_named_by(draft, bodies)
    if draft.type == "summit" and sides.governor >= 0 and len(draft.participants.people) >= 2:
        is_named = True  # two who hold a summit
    if not len(draft.participants) or not is_marked or not is_named:
        return _as_reference(draft, read, end) if sides.is_definite else None
    draft.confidence = 0.65
    draft.reasons.append(f"“{name or draft.noun}” with a date or a place")
    return draft


def _gathering_of(read: ReadSentence, end: int) -> Participants:
    """Return the body in "the Summit of the Forum on China-Africa Cooperation"."""
    units = read.units
    found = no_participants()
    at = end + 1 + (end + 1 < len(units) and units[end + 1].low == "the")
    if at < len(units) and units[end].low == "of" and units[at].kind == "body":
        add_unit(found, units[at])
    return found


def _year_before(read: ReadSentence, start: int) -> DateMention | None:
    """Return the year in "the 2024 Summit"."""
    token = read.marked.tokens[read.units[start].start - 1] if read.units[start].start else None
    if token is None or len(token.text) != 4 or not token.text.isdigit():
        return None
    if not token.text.startswith(("19", "20")):
        return None
    year = token.text
    return DateMention(token.start, token.end, year, year, f"{year}-01-01", f"{year}-12-31")


def _is_named_by(draft: EventDraft, bodies: list[SentenceUnit]) -> bool:
    """Say whether a summit's body or the states of an exercise are enough of a name."""
    if draft.type == "exercise":
        return len(draft.participants.countries) > 1
    return draft.type == "summit" and bool(bodies or draft.participants.bodies)


def _proper_name(read: ReadSentence, start: int, end: int) -> str:
    tokens, units = read.marked.tokens, read.units
    token = units[start].start
    if not tokens[token].is_cap or read.marked.sentence.is_headline:
        return ""
    first = token
    while first > 0 and (tokens[first - 1].is_cap or tokens[first - 1].is_number):
        first -= 1
    return read.marked.text(first, units[end - 1].end) if first < token else ""


def _read_election(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    if draft.date is None or draft.noun in ("vote",):
        return None
    first, last = segment_of(read, start)
    for unit in read.units[first:last]:
        if unit.kind == "place" and unit.country:
            draft.participants.countries.append(unit.country)
            break
    for unit in read.units[first:start]:
        if unit.kind == "person":
            add_unit(draft.participants, unit)
    if not len(draft.participants):
        return None
    draft.confidence = 0.6
    draft.reasons.append(f"“{draft.noun}” with its date")
    return draft


def _read_incident(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    if draft.date is None and sides.venue is None:
        return None
    if draft.noun in ("strikes", "attack", "attacks", "shooting", "blast") and not (
        draft.date and sides.venue
    ):
        return None
    _take_venue(read, draft, sides, end)
    if not draft.place:
        _take_next_place(read, draft, end)
    if not draft.place:
        return None
    if draft.place_country:
        draft.participants.countries.append(draft.place_country)
    draft.confidence = 0.6
    draft.reasons.append(f"“{draft.noun}” with where")
    return draft


def _take_next_place(read: ReadSentence, draft: EventDraft, end: int) -> None:
    """Take the place soon after a noun: "an airstrike on Doha", "struck eastern Afghanistan"."""
    for unit in read.units[end : end + 5]:
        if unit.kind == "place" and unit.country and unit.form in ("city", "name"):
            draft.place, draft.place_country = unit.entity.name, unit.country
            return


def _read_negotiation(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    draft.participants = all_sides(read, sides, start)
    _take_venue(read, draft, sides, end)
    if len(draft.participants) < 2 or not (draft.date or draft.place):
        return _as_reference(draft, read, end)
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
    _take_venue(read, draft, sides, end)
    return draft


_READERS = {
    "meeting": _read_meeting,
    "call": _read_call,
    "visit": _read_visit,
    "conflict": _read_conflict,
    "ceasefire": _read_ceasefire,
    "change of command": _read_handover,
    "summit": _read_gathering,
    "conference": _read_gathering,
    "exercise": _read_gathering,
    "election": _read_election,
    "incident": _read_incident,
    "negotiation": _read_negotiation,
    "appointment": _read_ceremony,
    "credentials": _read_credentials,
}
