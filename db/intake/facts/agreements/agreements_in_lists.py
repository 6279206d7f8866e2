"""Reads agreements that stand in a row or a list behind the one that is said to be signed, and what
a relative clause says of one; `agreement_reading` and `events` ask it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from db.intake.facts.agreements.agreement_acts import party_names, states_of
from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.agreements.agreement_subjects import subject_of_agreement, title_of
from db.intake.facts.grammar.noun_sides import sides_of
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import Participants, chain_from, find_unit, no_participants
from db.intake.lexicons.agreement_words import act_trie, agreement_trie
from db.intake.lexicons.word_files import word_set
from db.intake.text.date_words import DateMention

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


_QUOTES = frozenset(('"', "“", "”", "'", "‘"))


def is_member(read: ReadSentence, at: int) -> bool:
    """Say whether an agreement is one of a row: "…, a memorandum on", "and a protocol on"."""
    tokens = read.marked.tokens
    step = at - 1 - (at > 1 and tokens[at - 1].text in _QUOTES)
    if step > 0 and tokens[step].low == "also" and tokens[step - 1].low == "and":
        return True
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


#: Nouns of several whose members stand in the same sentence: "17 documents, including …".
_OF_SEVERAL = frozenset(("documents", "agreements", "deals", "pacts", "accords", "instruments"))
MAX_ROW_LETTERS = 12


def settle_row(read: ReadSentence, drafts: list[AgreementDraft]) -> None:
    """Let one of a row have the subject of the next, "a memorandum and a credit agreement on …",
    and several be told by their members."""
    for each, after in pairwise(drafts):
        is_next = 0 <= after.start - each.end <= MAX_ROW_LETTERS and after.is_item
        if is_next and not each.subject and not each.is_reference:
            each.subject = after.subject
    first = drafts[0] if drafts else None
    if first is None or len(drafts) < 2 or not all(each.is_item for each in drafts[1:]):
        return
    is_several = first.is_plural and first.title.split(" ")[-1].lower() in _OF_SEVERAL
    first.is_list = first.is_list or (is_several and "including" in read.text)


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
            ("in_force", "in force"),
            ("signing_only", "signed"),
            ("adopted", "announced"),
            ("ratified", "ratified"),
        ):
            for token in range(units[first].start, units[last - 1].end):
                found = act_trie(name).longest(tokens, token)
                if found is not None and read.marked.mark_at[token] is None:
                    return find_unit(units, token), find_unit(units, found[0] - 1) + 1, status
        break
    return -1, -1, ""


#: How many words behind "two memoranda" the row of their subjects may go.
MAX_SUBJECTS_TOKENS = 40


def split_plural(read: ReadSentence, pact: AgreementDraft) -> list[AgreementDraft]:
    """Return one agreement for each subject of "two memoranda, on standardization and on culture";
    the one itself if it has but one."""
    tokens = read.marked.tokens
    if not (pact.is_plural and pact.is_act and pact.parties):
        return [pact]
    begin = next((at for at, token in enumerate(tokens) if token.start >= pact.end), len(tokens))
    starts = [
        at
        for at in range(begin, min(begin + MAX_SUBJECTS_TOKENS, len(tokens) - 1))
        if tokens[at].low == "on" and tokens[at - 1].low in (",", "and", ":", tokens[begin - 1].low)
        and not any(each.start <= tokens[at].start < each.end for each in read.dates)
    ]  # fmt: skip
    if len(starts) < 2:
        return [pact]
    found = []
    for at, stop in zip(starts, [*starts[1:], len(tokens)], strict=True):
        end = next((far for far in range(at + 1, stop) if tokens[far].text in ",.;"), stop)
        while end > at + 1 and tokens[end - 1].low in ("and", ","):
            end -= 1
        sides = _between(read, at, end)
        doers = sides if len(sides) > 1 else _copy(pact.doers)
        found.append(
            replace(
                pact, subject=read.marked.text(at + 1, end), is_plural=False, is_item=True,
                title=_SINGULAR.get(pact.title.split(" ")[0].lower(), pact.type), value=None,
                parties=party_names(doers), doers=doers, spans=list(pact.spans),
            )
        )  # fmt: skip
    return found


def _between(read: ReadSentence, begin: int, end: int) -> Participants:
    """Return who stands behind "between" among some tokens."""
    tokens = read.marked.tokens
    at = next((step for step in range(begin, end) if tokens[step].low == "between"), -1)
    if at < 0:
        return no_participants()
    return chain_from(read.units, find_unit(read.units, at) + 1, tokens)[0]


_SINGULAR = {"agreements": "agreement", "accords": "accord", "mous": "MoU", "protocols": "protocol"}
#: What opens a list of agreements: "the following documents were exchanged:".
_OPENING = frozenset(("following", "documents", "instruments", "agreements", "memoranda", "mous"))
MAX_ITEM_START = 6


def opens_list(read: ReadSentence) -> bool:
    """Say whether a sentence ends with a colon behind which agreements are listed."""
    tokens = read.marked.tokens
    lows = {token.low for token in tokens}
    is_signed = any(act_trie("signing_only").longest(tokens, at) for at in range(len(tokens)))
    return tokens[-1].text == ":" and is_signed and bool(_OPENING & lows)


@dataclass(frozen=True, slots=True)
class ListOfAgreements:
    """Who signed what is listed line by line, and when."""

    sides: Participants
    day: DateMention | None


def open_list(
    read: ReadSentence, pacts: list[AgreementDraft], before: ListOfAgreements | None
) -> ListOfAgreements | None:
    """Return the list that a sentence opens, else the one that its line goes on with."""
    if not opens_list(read):
        return before if before is not None and begins_item(read) >= 0 else None
    doers = next((each.doers for each in pacts if len(each.doers)), read.sides)
    sides = states_of(doers)
    for pact in pacts:
        pact.is_list = pact.is_plural or pact.type == "document"
    day = next((each.date for each in pacts if each.date is not None), None)
    return ListOfAgreements(sides if len(sides.countries) > 1 else read.pair, day)


def begins_item(read: ReadSentence) -> int:
    """Return the token at which a line of a list names an agreement; -1 if it names none."""
    tokens = read.marked.tokens
    for at in range(min(MAX_ITEM_START, len(tokens))):
        if agreement_trie().longest(tokens, at) is not None:
            return at
        if tokens[at].is_word and not tokens[at].is_number and tokens[at].low not in _BEFORE_ITEMS:
            return -1
    return -1


_BEFORE_ITEMS = frozenset((
    "a", "an", "the", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "b", "c", "d",
    "e", "f", "g", "joint", "mutual", "framework", "bilateral", "cooperation",
))  # fmt: skip


def agreement_of_line(
    read: ReadSentence, sides: Participants, day: DateMention | None
) -> AgreementDraft | None:
    """Return what a line of a list says of an agreement that was signed with the others."""
    tokens, units = read.marked.tokens, read.units
    at = begins_item(read)
    found = agreement_trie().longest(tokens, at) if at >= 0 else None
    if found is None:
        return None
    end, kind = found
    start_unit, end_unit = find_unit(units, at), find_unit(units, end - 1) + 1
    around = sides_of(read, start_unit, end_unit)
    title, is_proper = title_of(read, at, end)
    draft = AgreementDraft(
        kind, read.marked.sentence.index, tokens[at].start, tokens[end - 1].end, title, "signed",
        date=day, is_act=True, is_item=True, is_proper=is_proper, was_signed=True, confidence=0.75,
        reasons=["one of a list of what was signed"],
    )  # fmt: skip
    draft.doers.add(around.between if len(around.between) > 1 else sides)
    draft.parties = party_names(draft.doers)
    draft.subject = subject_of_agreement(read, at, end, around.end)
    draft.spans.append((draft.start, draft.end))
    return draft if len(draft.parties) > 1 else None


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
    if sum(not pact.is_plural and bool(pact.parties) for pact in pacts) > 1:
        several.is_list = True
    for pact in pacts:
        if pact.type == "document" or pact.parties or pact.is_plural:
            continue
        pact.parties, pact.doers = list(several.parties), _copy(several.doers)
        pact.status, pact.is_act, pact.is_reference = several.status, True, False
        pact.date, pact.is_item = pact.date or day, True
        pact.reasons.append("one of several that the text tells of")
        several.is_list = True
