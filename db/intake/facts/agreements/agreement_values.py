"""Ties sums to the agreements that they are the value of, in the same sentence or after it;
`agreement_reading` and `events` ask it."""

from __future__ import annotations

from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.lexicons.word_files import word_set
from db.intake.text.money_sums import SumMention

MAX_SUM_LETTERS = 70


def has_sum(read: ReadSentence, at: int, sums: list[SumMention]) -> bool:
    """Say whether a sum stands near a loan or a grant, without which it is none that was made."""
    start = read.marked.tokens[at].start
    return any(
        min(abs(each.start - start), abs(each.end - start)) < MAX_SUM_LETTERS for each in sums
    )


def give_values(read: ReadSentence, drafts: list[AgreementDraft], sums: list[SumMention]) -> None:
    """Give each sum of a sentence to the agreement that it stands nearest to."""
    if not drafts or not sums:
        return
    for each in sums:
        nearest = min(
            drafts, key=lambda draft: min(abs(each.start - draft.end), abs(draft.start - each.end))
        )
        gap = min(abs(each.start - nearest.end), abs(nearest.start - each.end))
        is_next = 0 <= each.start - nearest.end <= NEXT_LETTERS  # "an agreement of €4 million"
        is_its = gap < 200 and not each.is_rate
        is_its = is_its and (is_next or not _is_of_other_thing(read, each))
        if nearest.value is None and is_its:
            nearest.value = each.value


NEXT_LETTERS = 6
#: What a sum beside an agreement may be of that is none of its value.
_OTHER_THINGS = frozenset((
    "contribution", "contributions", "exports", "imports", "trade", "turnover", "debt", "budget",
    "remittances", "project", "projects", "damage", "losses", "revenue", "corridor", "road",
))  # fmt: skip


def _is_of_other_thing(read: ReadSentence, each: SumMention) -> bool:
    """Say whether a sum is told to be of exports, of a project or the like."""
    tokens = read.marked.tokens
    before = [token.low for token in tokens if token.end <= each.start][-3:]
    after = [token.low for token in tokens if token.start >= each.end][:4]
    if {"worth", "valued", "value"} & set(before):
        return False
    if after[:1] == ["for"]:
        after = []  # what it is for
    if "," in after:
        after = after[: after.index(",")]
    return bool(_OTHER_THINGS & {*before, *after})


#: How many sentences after an agreement its value may stand.
VALUE_SENTENCES = 2


def give_later_value(
    read: ReadSentence, value: SumMention, agreements: list[AgreementDraft]
) -> None:
    """Give a sum to the agreement before it that has none: "It is worth …".

    What a body that is named does with a sum ("The Export-Import Bank will lend …") is its own.
    """
    last = agreements[-1] if agreements else None
    if last is None or last.value is not None or last.is_reference:
        return
    if read.marked.sentence.index - last.sentence > VALUE_SENTENCES:
        return
    lows = [token.low for token in read.marked.tokens]
    opens_with_name = any(read.marked.mark_at[token] is not None for token in range(len(lows[:2])))
    is_of_it = lows[0] in ("it", "they", "the", "this", "both", "under", "with")
    is_of_it = is_of_it and not opens_with_name
    is_worth = any(low in ("worth", "valued", "value") for low in lows)
    if (is_worth or is_of_it) and any(low in word_set("value_words") for low in lows):
        last.value = value.value
        last.spans.append((value.start, value.end))
