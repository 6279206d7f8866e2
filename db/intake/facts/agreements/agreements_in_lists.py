"""Reads agreements that stand in a row or a list behind the one that is said to be signed, and what
a relative clause says of one; `agreement_reading` and `events` ask it."""

from __future__ import annotations

from dataclasses import replace

from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.agreements.agreement_subjects import subject_of_agreement, title_of
from db.intake.facts.grammar.clauses import ReadSentence, segment_of
from db.intake.facts.grammar.noun_sides import sides_of
from db.intake.facts.grammar.units import Participants, find_unit, no_participants
from db.intake.lexicons.agreement_words import act_trie
from db.intake.lexicons.word_files import word_set

#: How far behind one agreement of a row the next may stand.
MAX_ROW_TOKENS = 30
MAX_MODIFIERS = 4
#: How far behind an agreement its relative clause may begin.
MAX_RELATIVE_UNITS = 14
#: How many sentences after several agreements one of them may be named.
LIST_SENTENCES = 2

_BEFORE_MEMBERS = frozenset((",", ";", "and", ":", "including", "include", "included", "as"))
_LISTING = frozenset(("include", "included", "includes", "are", "comprise", "comprised"))
_LISTED = frozenset(("they", "these", "those", "documents", "instruments", "agreements", "deals"))


def is_member(read: ReadSentence, at: int) -> bool:
    """Say whether an agreement is one of a row: "…, a memorandum on", "and a protocol on"."""
    tokens = read.marked.tokens
    step = at - 1
    while step > 0 and at - step <= MAX_MODIFIERS and tokens[step].is_word:
        if tokens[step].low in ("a", "an", "another"):
            is_of = step > 1 and tokens[step - 1].low == "of"  # "the signing of …, and of a …"
            return tokens[step - 1 - is_of].low in _BEFORE_MEMBERS
        step -= 1
    return False


def member_of_row(
    read: ReadSentence, at: int, end: int, kind: str, before: AgreementDraft
) -> AgreementDraft | None:
    """Return an agreement done as the one before it in its row is, by the same parties."""
    tokens = read.marked.tokens
    is_far = sum(before.end <= token.start < tokens[at].start for token in tokens) > MAX_ROW_TOKENS
    is_done = before.is_act or before.is_reference
    if is_far or not is_done or not is_member(read, at):
        return None
    title, is_proper = title_of(read, at, end)
    start_unit, end_unit = find_unit(read.units, at), find_unit(read.units, end - 1) + 1
    after = sides_of(read, start_unit, end_unit).end
    return replace(
        before, type=kind, start=tokens[at].start, end=tokens[end - 1].end, title=title,
        subject=subject_of_agreement(read, at, end, after), value=None, is_proper=is_proper,
        is_plural=False, is_list=False, is_item=True, parties=list(before.parties),
        doers=_copy(before.doers), spans=[(tokens[at].start, tokens[end - 1].end)],
        reasons=["in a row with another"],
    )  # fmt: skip


def _copy(doers: Participants) -> Participants:
    found = no_participants()
    found.add(doers)
    return found


def relative_act(read: ReadSentence, end: int) -> tuple[int, int, str]:
    """Return the verb of the relative clause behind an agreement: "the pact that X signed";
    (-1, -1, "") if there is none."""
    units, tokens = read.units, read.marked.tokens
    for at in range(end, min(end + MAX_RELATIVE_UNITS, len(units))):
        if not read.is_boundary(at):
            continue
        if units[at].low not in ("which", "that") or units[at - 1].low in word_set("prepositions"):
            break
        first, last = segment_of(read, at)
        for name, status in (
            ("signing_only", "signed"),
            ("adopted", "announced"),
            ("ratified", "ratified"),
            ("in_force", "in force"),
        ):
            for token in range(units[first].start, units[last - 1].end):
                found = act_trie(name).longest(tokens, token)
                if found is not None and read.marked.mark_at[token] is None:
                    return find_unit(units, token), find_unit(units, found[0] - 1) + 1, status
        break
    return -1, -1, ""


def complete_list(
    read: ReadSentence, pacts: list[AgreementDraft], before: list[AgreementDraft]
) -> None:
    """Give those that a text lists after it told of several their parties and their day: "The
    documents include a memorandum on …"."""
    several = next((each for each in reversed(before) if each.is_plural and each.is_act), None)
    if several is None or read.marked.sentence.index - several.sentence > LIST_SENTENCES:
        return
    lows = {token.low for token in read.marked.tokens}
    if not (lows & _LISTING and lows & _LISTED):
        return
    day = next((each.date for each in pacts if each.date is not None), None) or several.date
    for pact in pacts:
        if pact.type == "document" or pact.parties or pact.is_plural:
            continue
        pact.parties, pact.doers = list(several.parties), _copy(several.doers)
        pact.status, pact.is_act, pact.is_reference = several.status, True, False
        pact.date, pact.is_item = pact.date or day, True
        pact.reasons.append("one of several that the text tells of")
        several.is_list = True
