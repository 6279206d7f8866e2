"""Reads who met, received, called on or telephoned whom; `event_verbs` asks it for such verbs."""

from __future__ import annotations

from dataclasses import replace

from db.intake.facts.event_beginnings import begin_draft, take_place
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import Participants, add_unit, chain_from, no_participants

#: Verbs whose object must be somebody: one receives guests, and also letters.
_GUEST_VERBS = frozenset(("received", "receives", "receive", "welcomed", "hosted"))
_HOSTING = frozenset(("host", "hosts", "hosted"))
_CHAIRING = frozenset(("chaired", "chair", "chairs"))
_SPEAKING = frozenset(("spoke to", "speaks to", "spoke with", "speaks with", "called"))
#: What two or more do together, or one with another: "X and Y discussed", "X discussed with Y".
TALKING = "talking"  # the noun of a meeting that only "discussed" tells of
_TALKING = frozenset(("discussed", "discuss", "exchanged views", "exchange views"))


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
        return _with_name_behind(read, found, stop), stop
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
            found, stop = chain_from(units, at + 1, read.marked.tokens)
            return _with_name_behind(read, found, stop), stop
        if units[at].low in (",", "and") and at > end + 1 and units[at].low == "and":
            break
    return no_participants(), end


_COUNTERPARTS = frozenset(("national", "military"))  # offices, no envoy's


def _name_counterparts(read: ReadSentence, chain: Participants) -> None:
    """Put by name "his Italian counterpart" where the text names but one person of that state."""
    here = [unit.entity for unit in read.units if unit.kind == "person" and unit.entity is not None]
    for code in list(chain.unnamed):
        people = [
            each for each in (*here, *read.people)
            if each.country == code and any(one.group in _COUNTERPARTS for one in each.offices)
        ]  # fmt: skip
        if len({id(each) for each in people}) == 1 and not chain.people:
            chain.people.append(people[0])
            chain.unnamed.remove(code)


MAX_DELEGATION_UNITS = 16  # "a delegation of the … party, led by"


def _leader_of_delegation(read: ReadSentence, at: int) -> Participants:
    """Return who leads those that were met: "a delegation of the UPND, led by X"."""
    units = read.units
    for step in range(at, min(segment_of(read, at - 1)[1], at + MAX_DELEGATION_UNITS) - 1):
        if units[step].low in ("led", "headed") and units[step + 1].low == "by":
            found = chain_from(units, step + 2, read.marked.tokens, places=False)[0]
            return Participants(found.people[:1], [], [], [])
    return no_participants()


def _with_whom(read: ReadSentence, end: int) -> Participants:
    """Return with whom somebody discusses a matter, which "with" says near the verb."""
    units = read.units
    _, last = segment_of(read, end - 1)
    for at in range(end, min(last, end + 8)):
        if units[at].low == "with":
            return chain_from(units, at + 1, read.marked.tokens, places=False)[0]
        if units[at].low in (",", "and"):
            break
    return no_participants()


def _are_of_two_states(subject: Participants, chain: Participants) -> bool:
    """Say whether people of more than one side talk: of different states, or one of a body."""
    people = [*subject.people, *chain.people]
    states = {each.country for each in people}
    is_one_with_other = bool(subject.people and chain.people)
    return len(people) > 1 and (len(states) > 1 or is_one_with_other)


#: How far behind an office the comma may stand that its holder's name follows.
MAX_APPOSITION_UNITS = 4


def _with_name_behind(read: ReadSentence, found: Participants, stop: int) -> Participants:
    """Return a row with who is named behind its office: "with the Special Envoy for the Gulf
    Region, X"."""
    units = read.units
    if found.people or not stop or units[stop - 1].kind != "office":
        return found
    for at in range(stop, min(stop + MAX_APPOSITION_UNITS, len(units) - 1)):
        if units[at].low == "," and units[at + 1].kind == "person":
            return Participants([units[at + 1].entity], found.bodies, found.countries, [])
        if not (units[at].kind == "place" or read.marked.tokens[units[at].start].is_cap):
            break
    return found


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
    _name_counterparts(read, chain)
    if not chain.people:
        chain.add(_leader_of_delegation(read, end))
    if words in _GUEST_VERBS and not (chain.people or chain.unnamed):
        return None
    is_told = words not in _SPEAKING or bool(chain.people or chain.unnamed)
    draft = begin_draft(read, kind, start, end, 0.85)
    if draft is None or not is_told or not _has_its_object(read, words, end):
        return None
    subject = subject_of(read, start)
    if words in _TALKING:
        chain = _with_whom(read, end)
        if not _are_of_two_states(subject, chain):
            return None
        draft.confidence, draft.noun = 0.6, TALKING
    draft.participants.add(subject)
    draft.participants.add(chain)
    if kind == "meeting" and _by_telephone(read, end):
        draft.type = "call"
    if words == "welcomed" and (not chain.people or not subject.people):
        return None
    if words in _CHAIRING and len(subject.people) < 2:
        return None
    named_count = len(draft.participants.people) + len(draft.participants.unnamed)
    sides = named_count + len(draft.participants.bodies) + len(draft.participants.countries)
    if sides < 2:
        return None
    if named_count == 0 and words in _OF_PEOPLE and len(draft.participants.bodies) < 2:
        return None
    if named_count < 2 and words not in _TALKING:
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


_WHEN = frozenset((
    "today", "again", "earlier", "overnight", "late", "here", "also", "later", "yesterday",
    "yesterday", "in", "person", "late", "early", "at", "length",
))  # fmt: skip


def _speaks_with(read: ReadSentence, end: int) -> bool:
    """Say whether "spoke" is followed by whom with: "spoke highly of" tells of no call."""
    for unit in read.units[end : end + 4]:
        if unit.low in ("with", "to"):
            return True
        is_when = unit.kind == "date" or unit.low in _WHEN or unit.low.endswith("ly")
        if not is_when:
            break
    return _by_telephone(read, end)


_TELEPHONES = frozenset(("telephone", "phone", "videoconference", "telephonically"))


def _by_telephone(read: ReadSentence, end: int) -> bool:
    """Say whether "by telephone" stands soon after a verb."""
    return any(unit.low in _TELEPHONES for unit in read.units[end : end + 5])


def split_calls(draft: EventDraft, subject: Participants, chain: Participants) -> list[EventDraft]:
    """Return one event for each who was met or called apart from the others."""
    apart: list[EventDraft] = []
    for person in chain.people:
        each = replace(draft, participants=no_participants(), spans=list(draft.spans), outcome=[])
        each.participants.add(subject)
        each.participants.add(Participants([person], [], [], []))
        apart.append(each)
    return apart
