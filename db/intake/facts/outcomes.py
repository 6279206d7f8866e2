"""Keeps apart from what happened what was undertaken and which views were held, as sentences with
their speaker: the outcome of the event that the text tells of before them."""

from __future__ import annotations

from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import Participants, find_unit
from db.intake.lexicons.event_words import mood_words
from db.intake.lexicons.places import country_short_name
from db.intake.proposals import OutcomeSentence
from db.intake.text.date_words import DateMention

_TALKING = frozenset(
    ("call", "meeting", "visit", "summit", "conference", "negotiation", "credentials", "statement")
)
#: How many sentences after an event its outcome may stand.
OUTCOME_SENTENCES = 6
MAX_SPEAKER_NAMES = 4


def read_outcome(read: ReadSentence) -> OutcomeSentence | None:
    """Return what a sentence says was undertaken, held or talked about; None for others."""
    tokens = read.marked.tokens
    for name, kind in (("undertaking", "undertaking"), ("view", "view"), ("discussed", "")):
        trie = mood_words(name)
        for at in range(len(tokens)):
            found = trie.longest(tokens, at)
            if found is None or read.marked.mark_at[at] is not None:
                continue
            speakers = subject_of(read, find_unit(read.units, at))
            return OutcomeSentence(
                read.text,
                _speaker_names(speakers),
                kind,
                read.marked.sentence.start,
                read.marked.sentence.end,
            )
    return None


def _speaker_names(speakers: Participants) -> str:
    names = [each.name for each in (*speakers.people, *speakers.bodies)]
    names += [country_short_name(code) for code in (*speakers.countries, *speakers.unnamed)]
    return ", ".join(names[:MAX_SPEAKER_NAMES])


def give_outcome(
    outcome: OutcomeSentence, sentence: int, dates: list[DateMention], drafts: list[EventDraft]
) -> None:
    """Add an outcome to the last event of talks at or before a sentence, unless it tells of another
    day or of somebody who took no part."""
    for draft in reversed(drafts):
        if draft.sentence > sentence or draft.type not in _TALKING or draft.is_reference:
            continue
        if _is_looked_back_on(draft, drafts):
            continue
        is_near = sentence - draft.sentence <= OUTCOME_SENTENCES
        if is_near and (draft.sentence == sentence or _is_of(outcome, dates, draft)):
            draft.outcome.append(outcome)
        return


def _is_looked_back_on(draft: EventDraft, drafts: list[EventDraft]) -> bool:
    """Say whether talks are of an earlier day than those that the text told of before them: "the
    sides discussed agreements reached during the President's visit last year"."""
    return draft.date is not None and any(
        other.sentence < draft.sentence
        and other.type in _TALKING
        and other.date is not None
        and draft.date.last < other.date.first
        for other in drafts
    )


def _is_of(outcome: OutcomeSentence, dates: list[DateMention], draft: EventDraft) -> bool:
    """Say whether a sentence speaks of who took part in an event, and of no other day."""
    days = [each for each in dates if each.first == each.last and not each.is_bound]
    if (
        draft.date is not None
        and days
        and not any(draft.date.first <= each.first <= draft.date.last for each in days)
    ):
        return False
    mine = draft.participants
    names = {each.name for each in (*mine.people, *mine.bodies)}
    names |= {country_short_name(code) for code in draft.countries()}
    speakers = set(outcome.speaker.split(", "))
    return not outcome.speaker or bool(speakers & names)
