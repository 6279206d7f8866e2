"""Reads who comes into an office or a command, and who hands it over; `event_verbs` asks it for the
verbs of appointments, credentials and changes of command."""

from __future__ import annotations

from dataclasses import replace

from db.intake.facts.event_beginnings import begin_draft, take_place
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import add_unit, chain_from, no_participants
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.person_groups import PersonEntity


def read_credentials(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    """Read credentials that somebody presents or receives."""
    draft = begin_draft(read, kind, start, end, 0.85)
    if draft is None:
        return None
    first, last = segment_of(read, start)
    for at in range(0 if first < 2 else first, last):
        if read.units[at].kind in ("person", "office"):
            add_unit(draft.participants, read.units[at])
    if not draft.participants.people:
        subject = subject_of(read, start)
        draft.participants.add(subject)
    if not draft.participants.people:
        return None
    draft.reasons.append(f"“{words}”")
    take_place(read, draft, end)
    return draft


def read_appointment(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    """Read who is given an office."""
    units = read.units
    is_passive = (
        start > 0
        and any(
            units[at].low in ("was", "were", "been", "is", "being")
            for at in range(max(0, start - 2), start)
        )
    ) or words.startswith(("was ", "were ", "has been"))
    people = no_participants()
    if words.endswith("replaced by"):
        people.people += chain_from(units, end, read.marked.tokens, places=False)[0].people[:1]
        if people.people and _takes_over(subject_of(read, start).people, people.people[0]):
            pass
        elif not people.people or not _names_office(read, start, end):
            return None
    elif words in word_set("active_appointing") | {"swore in"} and not is_passive:
        chain, _ = chain_from(units, end, read.marked.tokens, places=False)
        people.people += chain.people
        if not people.people or not _names_office(read, start, end):
            return None
    else:
        subject = subject_of(read, start)
        people.people += subject.people
        if not people.people:
            return None
        needs_office = (
            words in ("elected", "appointed", "named", "succeeded", "promoted") or is_passive
        )
        needs_office = needs_office and "sworn in" not in words
        if needs_office and not _names_office(read, start, end):
            return None
    draft = begin_draft(read, kind, start, end, 0.75)
    if draft is None or (draft.date is None and _is_circumstance(read, start)):
        return None  # "the first meeting after he took office"
    before = _predecessor(read, end)
    is_of_officers = before is not None and people.people and people.people[0].rank and before.rank
    if is_of_officers and words.split()[-1] not in _CHOOSING:
        draft.type = "change of command"
    if before is not None and is_of_officers:
        people.people.append(before)
    draft.participants = people
    draft.reasons.append(f"“{words}” with an office")
    return draft


#: Verbs of those who choose somebody for an office, who has not entered it yet.
_CHOOSING = frozenset((
    "appointed", "appoints", "named", "names", "nominated", "nominates", "designated", "elected",
))  # fmt: skip


def _takes_over(before: list[PersonEntity], after: PersonEntity) -> bool:
    """Give whom somebody is replaced by the office that he leaves; say whether there is one."""
    office = next((each for person in before for each in person.offices if not each.former), None)
    if office is None or any(person is after for person in before):
        return False
    after.country = after.country or before[0].country
    if not after.offices:
        after.offices.append(replace(office, is_new=True))
    return True


def _is_circumstance(read: ReadSentence, start: int) -> bool:
    """Say whether somebody's coming into office only says since when something else is."""
    before = read.units[max(0, start - 6) : start]
    return any(unit.low in ("after", "since", "before", "when") for unit in before)


def _predecessor(read: ReadSentence, end: int) -> PersonEntity | None:
    """Return from whom somebody takes over: "from Gen. X", "succeeding Adm. Y"."""
    units = read.units
    for at in range(end, min(end + 16, len(units) - 1)):
        if units[at].low in (
            "from",
            "succeeding",
            "replacing",
            "relieving",
            "succeeded",
            "replaced",
        ):
            step = at + 1
            while step < len(units) and units[step].low in ("the", "outgoing", "by"):
                step += 1
            if step < len(units) and units[step].kind == "person":
                found: PersonEntity | None = units[step].entity
                return found
    return None


def _names_office(read: ReadSentence, start: int, end: int) -> bool:
    """Say whether an office stands in the clause of an appointment."""
    first, last = segment_of(read, start)
    low, high = read.units[first].start, read.units[last - 1].end
    return any(low <= office.start < high for office in read.marked.offices)


_PRESIDING = frozenset(("presided", "presides", "presiding", "officiated"))


def read_handover(
    read: ReadSentence, kind: str, words: str, start: int, end: int
) -> EventDraft | None:
    """Read who hands a command to whom."""
    if words == "relieved" and end < len(read.units) and read.units[end].low == "of":
        return None  # "was relieved of his post"
    is_of_any = words in word_set("succeeding_verbs") or words.endswith("over from")
    if is_of_any and not _is_of_officers(read, start, end):
        return None
    if any(unit.low in _PRESIDING for unit in read.units[max(0, start - 6) : start]):
        return None  # "presided over the change-of-command ceremony"
    draft = begin_draft(read, kind, start, end, 0.8)
    if draft is None:
        return None
    first, last = segment_of(read, start)
    if not any(unit.low in word_set("attending") for unit in read.units[first:start]):
        draft.participants.add(subject_of(read, start))
    for at in range(end, last):
        if read.units[at].kind == "person":
            add_unit(draft.participants, read.units[at])
    if not draft.participants.people:
        return None
    draft.reasons.append(f"“{words}”")
    take_place(read, draft, end)
    return draft


def _is_of_officers(read: ReadSentence, start: int, end: int) -> bool:
    """Say whether somebody with a rank succeeds somebody with a rank."""
    before = subject_of(read, start).people
    after = chain_from(read.units, end, read.marked.tokens, places=False)[0].people
    return bool(before and after and before[0].rank and after[0].rank)
