"""Makes one event of all clauses that tell of it: same type, same people, dates that agree; what
only refers to an event ("during the visit") brings it its place or its date."""

from __future__ import annotations

from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.units import Participants

#: How many events back the same event is looked for.
MAX_EVENTS_BACK = 60
#: How many sentences back "the meeting" may refer.
REFERENCE_SENTENCES = 5


def merge_events(drafts: list[EventDraft]) -> list[EventDraft]:
    """Return one draft per event, in the order of the text."""
    merged: list[EventDraft] = []
    waiting: list[EventDraft] = []  # that refer to what is told only afterwards
    for draft in drafts:
        old = _referent(draft, merged) if draft.is_reference else _same_event(draft, merged)
        if old is not None:
            _join(old, draft)
        elif draft.is_reference:
            waiting.append(draft)
        else:
            _take_from_waiting(draft, waiting)
            merged.append(draft)
    return merged


#: How many sentences after "A change of command ceremony was held today" who commands is told.
WAITING_SENTENCES = 2
YEAR_LETTERS = 4


def _take_from_waiting(draft: EventDraft, waiting: list[EventDraft]) -> None:
    """Give an event the day and the place of the sentence before that told of it without names."""
    for each in waiting:
        is_near = 0 <= draft.sentence - each.sentence <= WAITING_SENTENCES
        if each.type != draft.type or not is_near or len(each.participants):
            continue
        is_year = each.date is not None and len(each.date.edtf) <= YEAR_LETTERS  # of another thing
        is_dated = each.date is not None and not is_year and draft.status == each.status
        if draft.date is None and is_dated:
            draft.date = each.date
            draft.reasons.append("dated by what the text tells before")
        if not draft.place:
            draft.place, draft.place_country = each.place, each.place_country


def _referent(draft: EventDraft, merged: list[EventDraft]) -> EventDraft | None:
    for old in reversed(merged):
        if draft.sentence - old.sentence > REFERENCE_SENTENCES:
            return None
        if (old.type == draft.type and old.status == draft.status) or (
            old.type == draft.type and draft.status == "held"
        ):
            mine = draft.participants
            if len(mine) and not _is_within(mine, old):
                continue
            return old
    return None


def _same_event(draft: EventDraft, merged: list[EventDraft]) -> EventDraft | None:
    for old in reversed(merged[-MAX_EVENTS_BACK:]):
        if old.type != draft.type or not _status_agrees(old, draft):
            continue
        if not _dates_agree(old, draft) or not _places_agree(old, draft):
            continue
        if _is_earlier_command(draft, old):
            continue
        if draft.type == "signing":
            mine, theirs = set(_names(draft.participants)), set(_names(old.participants))
            is_one_act = draft.sentence == old.sentence and mine == theirs
            if mine <= theirs and (draft.noun == old.noun or is_one_act):
                return old
            continue
        if _is_within(draft.participants, old) or _is_within(old.participants, draft):
            return old
    return None


MONTH_LETTERS = 7  # of a date that names no day


def _is_earlier_command(draft: EventDraft, old: EventDraft) -> bool:
    """Say whether somebody alone took a command on a day of its own: that of his years before."""
    if draft.type != "change of command" or draft.date is None or old.date is not None:
        return False
    is_month = len(draft.date.edtf) <= MONTH_LETTERS
    return (
        is_month
        and draft.sentence > old.sentence
        and len(draft.participants) < len(old.participants)
    )


def _status_agrees(one: EventDraft, other: EventDraft) -> bool:
    if one.is_headline or other.is_headline:
        return True  # "President to visit", and then he has
    return (one.status == "planned") == (other.status == "planned")


def _dates_agree(one: EventDraft, other: EventDraft) -> bool:
    if one.date is None or other.date is None:
        return True
    return one.date.first <= other.date.last and other.date.first <= one.date.last


def _places_agree(one: EventDraft, other: EventDraft) -> bool:
    if one.type == "visit":
        return (
            not one.place_country
            or not other.place_country
            or (one.place_country == other.place_country)
            or one.place_country in other.participants.countries  # a stop of a tour
            or other.place_country in one.participants.countries
        )
    if not one.place_country or not other.place_country:
        return True
    return one.place_country == other.place_country


def _names(participants: Participants) -> list[str]:
    return (
        [each.name for each in participants.people]
        + [each.name for each in participants.bodies]
        + list(participants.countries)
    )


def _is_within(few: Participants, other: EventDraft) -> bool:
    """Say whether all of the few take part in the other event, by themselves or for their state."""
    many = other.participants
    codes = {person.country for person in many.people if person.country}
    codes |= set(many.unnamed) | set(many.countries)
    for person in few.people:
        if not any(person is each for each in many.people):
            if person.country and person.country in many.unnamed:
                continue
            return False
    for body in few.bodies:
        if not any(body is each for each in many.bodies):
            return False
    for code in (*few.unnamed, *few.countries):
        if code not in codes:
            return False
    return len(few) > 0


def _join(old: EventDraft, new: EventDraft) -> None:
    old.spans += new.spans
    if old.is_headline and not new.is_headline and not new.is_reference:
        old.is_headline, old.status = False, new.status
        old.sentence, old.start, old.end = new.sentence, new.start, new.end
    if not new.is_reference:
        for person in new.participants.people:
            if person.country in old.participants.unnamed:
                old.participants.unnamed.remove(person.country)
        states_here = {person.country for person in old.participants.people}
        new.participants.unnamed = [
            code for code in new.participants.unnamed if code not in states_here
        ]
        if old.participants.people or new.participants.people:
            people = [*old.participants.people, *new.participants.people]
            theirs = {person.country for person in people}
            old.participants.countries = [
                code for code in old.participants.countries if code not in theirs
            ]
            new.participants.countries = [
                code for code in new.participants.countries if code not in theirs
            ]
        old.participants.add(new.participants)
        old.confidence = min(0.95, max(old.confidence, new.confidence) + 0.05)
        old.reasons += [reason for reason in new.reasons if reason not in old.reasons]
    is_of_another = new.is_reference and old.status != new.status
    if old.date is None and new.date is not None and not is_of_another:
        old.date = new.date
    elif old.date is not None and new.date is not None and not new.is_reference:
        is_closer = len(new.date.edtf) > len(old.date.edtf) and new.date.edtf[0] not in "[{"
        old.date = new.date if is_closer else old.date
    if not old.place and new.place:
        old.place, old.place_country = new.place, new.place_country
