"""Reads who signed what was told before, and which one of several a sentence tells; `events` and
`agreement_reading` ask it."""

from __future__ import annotations

from dataclasses import replace

from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.moods import mood_of
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import Participants, add_unit, chain_from, no_participants
from db.intake.text.money_sums import SumMention

_SIGNED = frozenset(("signed", "inked", "initialled", "concluded"))
_BEHALF = ["on", "behalf"]


def read_signers(read: ReadSentence) -> list[AgreementDraft]:
    """Return who signed what the text named before: "X signed on behalf of Nigeria", "It was
    signed in Brussels by X and Y"."""
    units = read.units
    draft: AgreementDraft | None = None
    for at, unit in enumerate(units):
        follower = units[at + 1].low if at + 1 < len(units) else ""
        is_passive = at > 0 and units[at - 1].low in ("was", "were", "been")
        is_active = follower == "for" or [each.low for each in units[at + 1 : at + 3]] == _BEHALF
        if unit.low not in _SIGNED or not (is_passive or is_active):
            continue
        if mood_of(read, at, at + 1).status != "held":
            continue
        token = read.marked.tokens[unit.start]
        if draft is None:
            draft = AgreementDraft(
"document", read.marked.sentence.index, token.start, token.end, "document",
                "signed", is_reference=True, was_signed=True,
            )  # fmt: skip
            draft.spans.append((token.start, token.end))
        draft.date = draft.date or date_of(read, at, at + 1)
        draft.doers.add(signers_by(read, at) if is_passive else signers_before(read, at))
        if is_active:
            draft.doers.add(_signer_for_other_side(read, at))
    return [draft] if draft is not None and (len(draft.doers) or draft.date) else []


ITEM_SENTENCES = 2  # after several agreements, where one of them may be told


def read_item(
    read: ReadSentence, sums: list[SumMention], before: list[AgreementDraft]
) -> list[AgreementDraft]:
    """Return one of several agreements that a sentence tells: "The first, for $100 million, will
    finance water supply"."""
    tokens = read.marked.tokens
    lows = [token.low for token in tokens[:2]]
    several = next((each for each in reversed(before) if each.is_plural), None)
    is_item = lows[:1] == ["the"] and lows[1:] and lows[1] in _ITEMS
    if several is None or not is_item:
        return []
    if read.marked.sentence.index - several.sentence > ITEM_SENTENCES:
        return []
    several.is_list = True
    item = replace(
        several, is_plural=False, is_list=False, value=sums[0].value, subject="", spans=[],
        sentence=read.marked.sentence.index, start=tokens[0].start, end=sums[0].end,
        title=several.title.removesuffix("s"), parties=list(several.parties), reasons=[],
        is_act=False, is_item=True,
    )  # fmt: skip
    for at, token in enumerate(tokens):
        if token.low in _FINANCING:
            end = next((step for step in range(at + 1, len(tokens)) if tokens[step].text in ",.;"),
                       len(tokens))  # fmt: skip
            item.subject = read.marked.text(at + 1, end)
            break
    item.spans.append((item.start, item.end))
    item.reasons.append("one of several that the text tells of")
    return [item]


_ITEMS = frozenset(("first", "second", "third", "other", "latter", "former"))
_FINANCING = frozenset(("finance", "support", "fund", "covers", "cover", "back", "develop"))


def _signer_for_other_side(read: ReadSentence, at: int) -> Participants:
    """Return who signs for the other side: "X signed for the army and Y for the RSF"."""
    units = read.units
    found = no_participants()
    for step in range(at + 1, len(units) - 1):
        is_joint = units[step - 1].low in ("and", ",", ";", "while")
        if units[step].kind == "person" and is_joint and units[step + 1].low in ("for", "on"):
            add_unit(found, units[step])
    return found


def signers_by(read: ReadSentence, at: int) -> Participants:
    """Return who stands behind the "by" after a passive verb."""
    for step in range(at + 1, segment_of(read, at)[1]):
        if read.units[step].low == "by":
            return chain_from(read.units, step + 1, read.marked.tokens)[0]
    return no_participants()


def signers_before(read: ReadSentence, at: int) -> Participants:
    """Return the people who sign, not for whom."""
    found = no_participants()
    found.people += subject_of(read, at).people
    return found
