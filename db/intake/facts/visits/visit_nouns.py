"""Reads visits off nouns: "his visit to Baku", "a tour of Kenya and Uganda", "during the visit of
the President of Honduras". `event_nouns` asks it."""

from __future__ import annotations

from db.intake.facts.event_beginnings import as_reference
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.noun_sides import NounSides, doer_after, home_unit
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import Participants, chain_from, no_participants

#: The noun of a visit that names no place: a guest's, to the state that the text is written from.
AT_HOME = "visit at home"


def read_visit_noun(
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
    if sides.to is None:
        _take_goal(read, draft, sides, visitors, (start, end))
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
    further = no_participants()
    if draft.noun != AT_HOME and sides.to_at > start:
        further, _ = chain_from(read.units, sides.to_at, read.marked.tokens)
    for code in further.countries:
        if code != place.country:
            draft.participants.countries.append(code)
    draft.confidence = 0.6 if draft.noun == AT_HOME else 0.75
    draft.reasons.append(f"“{draft.noun}” with who and where")
    return draft


def _take_goal(
    read: ReadSentence,
    draft: EventDraft,
    sides: NounSides,
    visitors: Participants,
    noun: tuple[int, int],
) -> None:
    """Take where a visit goes that no "to" with a state tells."""
    start, end = noun
    if draft.noun.endswith(("tour", "trip")):
        _take_tour(read, sides, end)
    is_of_thing = end < len(read.units) and read.units[end].low == "to"
    if sides.to is None and is_of_thing and sides.venue is not None:
        sides.to, sides.to_at = sides.venue, start  # "a visit to the headquarters in Naqoura"
    if sides.to is None and _is_of_guest(read, visitors):
        sides.to, sides.to_at = home_unit(read, start), start
        draft.noun = AT_HOME


def _is_of_guest(read: ReadSentence, visitors: Participants) -> bool:
    """Say whether whose visit it is comes from another state than the text."""
    people = visitors.people
    return bool(read.home and people) and all(
        each.country and each.country != read.home for each in people
    )


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
