"""Reads money that is given: investments, loans and grants with a sum, between whom."""

from __future__ import annotations

from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.moods import mood_of
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import chain_from, find_unit, no_participants
from db.intake.lexicons.word_files import word_set
from db.intake.proposals import ProposedValue
from db.intake.text.money_sums import SumMention

_GAP_LETTERS = 60


def read_investments(read: ReadSentence, sums: list[SumMention]) -> list[EventDraft]:
    """Return what a sentence says of money given, one event for a sentence at most."""
    if not sums:
        return []
    tokens, units = read.marked.tokens, read.units
    noun = next(
        (
            at for at, token in enumerate(tokens)
            if token.low in word_set("money_nouns") and _near(token.start, token.end, sums)
        ),
        None,
    )  # fmt: skip
    verb = next(
        (
            at for at, token in enumerate(tokens)
            if token.low in word_set("money_verbs") | word_set("giving")
            and read.marked.mark_at[at] is None
            and (noun is not None or token.low in word_set("investing") | word_set("giving"))
        ),
        None,
    )  # fmt: skip
    if verb is None:
        return []
    start = find_unit(units, verb)
    mood = mood_of(read, start, start + 1)
    if not mood.status:
        return []
    parties = no_participants()
    parties.add(subject_of(read, start))
    _, sentence_end = 0, len(units)
    for at in range(start + 1, sentence_end):
        if units[at].low in ("from", "by", "with", "for", "in"):
            chain, _ = chain_from(units, at + 1, tokens)
            if units[at].low in ("for", "in"):
                chain.people, chain.bodies = [], []
            if len(chain) and not _is_possessive(read, at + 1):
                parties.add(chain)
        elif units[at].low == "to" and units[at - 1].low != "according":
            chain, _ = chain_from(units, at + 1, tokens)
            parties.add(chain)
        elif units[at].low in ("accordance", "line", "presence"):
            break
    is_investor = bool(parties.bodies) and tokens[verb].low in word_set("investing")
    is_announced = mood.status == "held" or any(token.low == "announced" for token in tokens)
    if len(parties) < 2 and not (is_investor and is_announced):
        return []
    first = sums[0]
    draft = EventDraft(
        "investment", read.marked.sentence.index, tokens[verb].start, first.end, parties,
        date_of(read, start, start + 1), status=mood.status, confidence=0.7,
    )  # fmt: skip
    draft.spans.append((draft.start, draft.end))
    draft.reasons.append(f"“{tokens[verb].text}” with a sum and both sides")
    return [draft]


def _near(start: int, end: int, sums: list[SumMention]) -> bool:
    return any(
        0 <= start - each.end <= _GAP_LETTERS or 0 <= each.start - end <= _GAP_LETTERS
        for each in sums
    )


def _is_possessive(read: ReadSentence, at: int) -> bool:
    units = read.units
    return any(at + step < len(units) and units[at + step].low in ("'s", "'") for step in (1, 2))


def sum_words(value: ProposedValue) -> str:
    """Return a sum in words for a reason.

    >>> sum_words(ProposedValue("500000000", "USD", "about"))
    'about 500000000 USD'
    """
    return " ".join(part for part in (value.qualifier, value.amount, value.currency) if part)
