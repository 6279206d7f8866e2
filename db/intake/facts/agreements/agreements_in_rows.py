"""Says which agreements of a sentence stand in no row of their own: what is but part of the one
before, names it again, or is done nothing to. `agreement_reading` asks it."""

from __future__ import annotations

from db.intake.facts.agreements.agreement_forms import (
    is_behind_sides,
)
from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.lexicons.agreement_words import act_trie
from db.intake.lexicons.tokens import find_token

_APPOSED = frozenset(("said", "worth", "valued", "that", "which", "estimated", "expected"))


def is_apposition(read: ReadSentence, at: int, end: int) -> bool:
    """Say whether a noun only says anew what the one before is: "a letter of intent on frigates, a
    deal worth 1 billion"."""
    tokens = read.marked.tokens
    is_led = at > 1 and tokens[at - 1].low in ("a", "an") and tokens[at - 2].text == ","
    return is_led and end < len(tokens) and tokens[end].low in _APPOSED


MAX_MODIFIERS = 5


def is_name_behind(read: ReadSentence, draft: AgreementDraft, before: AgreementDraft) -> bool:
    """Say whether a name in capitals only tells how the agreement before it is called: "a
    declaration on defence, the Lunna House Agreement"."""
    tokens = read.marked.tokens
    first = find_token(tokens, draft.end - len(draft.title))
    is_led = first > 1 and tokens[first - 1].low == "the" and tokens[first - 2].text == ","
    return is_led and draft.act_at == before.act_at and not before.is_proper


def is_of_same_act(
    read: ReadSentence, at: int, draft: AgreementDraft, before: AgreementDraft
) -> bool:
    """Say whether the verb of the agreement before is all that is done to one which stands in no
    row with it: "signed a deal … after the loss of a contract with Australia"."""
    if draft.act_at < 0 or draft.act_at != before.act_at or draft.act_at > before.start:
        return False
    tokens = read.marked.tokens
    step = at - 1
    while step > 0 and at - step <= MAX_MODIFIERS and tokens[step].low not in _PART_LEADS:
        if tokens[step].text in ",;:" or tokens[step].low in ("and", "or", "including", "plus"):
            return False
        step -= 1
    is_joined = step > 0 and tokens[step - 1].low in ("and", ",")  # "and of a framework"
    between = range(find_token(tokens, before.end), at)
    has_verb = any(
        act_trie(name).longest(tokens, token) for token in between for name in _ACT_LISTS
    )
    return before.end < tokens[step].start and not (is_joined or has_verb)


_ACT_LISTS = ("signing_only", "announced", "ratified")

MAX_PART_TOKENS = 4


def is_part_of(read: ReadSentence, at: int, drafts: list[AgreementDraft]) -> bool:
    """Say whether an agreement is what the one before is about: "exchanged notes for a grant"."""
    tokens = read.marked.tokens
    if not drafts or drafts[-1].is_reference:
        return False
    step = at - 1
    while step > 0 and at - step < MAX_PART_TOKENS and tokens[step].low not in _PART_LEADS:
        if tokens[step].low in (",", ";", "and") or tokens[step].is_cap:
            return False
        step -= 1
    is_led = step > 0 and tokens[step].low in _PART_LEADS
    is_near = 0 <= tokens[step].start - drafts[-1].end < MAX_PART_TOKENS
    return is_led and (is_near or is_behind_sides(read, step, drafts[-1].sides_end))


def take_part(whole: AgreementDraft, part: AgreementDraft) -> None:
    """Let a loan be the subject of the agreement on it: "an agreement between X and Y on a
    loan"."""
    words = part.title if part.subject in ("", *part.title.split()) else part.subject
    whole.subject = whole.subject or words


_PART_LEADS = frozenset(("for", "of", "on", "concerning", "regarding", "about", "to"))
