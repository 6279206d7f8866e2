"""Keeps apart from what happened what was undertaken and which views were held, as sentences with
their speaker: the outcome of the event that the text tells of before them."""

from __future__ import annotations

from db.intake.facts.clauses import ReadSentence, subject_of
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.units import Participants, find_unit
from db.intake.lexicons.event_words import mood_words
from db.intake.lexicons.places import country_short_name
from db.intake.proposals import OutcomeSentence

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


def give_outcome(outcome: OutcomeSentence, sentence: int, drafts: list[EventDraft]) -> None:
    """Add an outcome to the last event of talks at or before a sentence."""
    for draft in reversed(drafts):
        if draft.sentence > sentence or draft.type not in _TALKING or draft.is_reference:
            continue
        if sentence - draft.sentence <= OUTCOME_SENTENCES:
            draft.outcome.append(outcome)
        return
