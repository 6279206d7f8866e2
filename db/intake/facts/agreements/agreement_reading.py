"""Reads agreements: what kind, between whom, on what, worth how much, and whether it is planned,
announced, signed or in force. `events` makes a signing of each that is signed."""

from __future__ import annotations

from db.intake.facts.agreements.agreement_acts import (
    act_of,
    act_of_money,
    doers_of,
    is_participle_before,
    party_names,
)
from db.intake.facts.agreements.agreement_forms import (
    act_of_agreeing,
    act_of_giving,
    article_before,
    day_of_declaration,
    fill_contract,
    giver,
    maker,
    read_founding,
    read_granting,
    sides_of_text,
    subject_of_agreeing,
)
from db.intake.facts.agreements.agreement_merge import MONEY, STATEMENTS, AgreementDraft
from db.intake.facts.agreements.agreement_parties import (
    is_between_bodies,
    take_parties,
    take_sides_before,
)
from db.intake.facts.agreements.agreement_signers import read_signers, signers_by
from db.intake.facts.agreements.agreement_subjects import (
    covered_subject,
    subject_of_agreement,
    subject_of_financing,
    title_of,
    under_which,
)
from db.intake.facts.agreements.agreement_values import give_values, has_sum
from db.intake.facts.agreements.agreements_in_lists import (
    is_member,
    member_of_row,
    relative_act,
    settle_row,
)
from db.intake.facts.agreements.agreements_in_rows import (
    is_apposition,
    is_name_behind,
    is_of_same_act,
    is_part_of,
    take_part,
)
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.moods import mood_of
from db.intake.facts.grammar.noun_sides import NounSides, sides_of
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import Participants, add_unit, find_unit, takes_part
from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.word_files import word_set
from db.intake.text.date_words import DateMention
from db.intake.text.money_sums import SumMention


def read_agreements(read: ReadSentence, sums: list[SumMention]) -> list[AgreementDraft]:
    """Return the agreements that a sentence tells of; a mere reference may bring a value."""
    drafts: list[AgreementDraft] = []
    tokens = read.marked.tokens
    trie = agreement_trie()
    at = 0
    while at < len(tokens):
        found = trie.longest(tokens, at)
        mark = read.marked.mark_at[at]
        is_alias = at > 0 and tokens[at - 1].text == "(" and bool(drafts)
        is_plain = found is not None and found[0] == at + 1 and tokens[at].low == "financing"
        if is_plain and (at == 0 or tokens[at - 1].low != "in"):
            found = None  # "a financing protocol"
        if found is None or is_alias or (mark is not None and mark.kind in ("body", "person")):
            at += 1
            continue
        end, kind = found
        draft = _draft_at(read, at, end, kind, sums)
        if draft is not None and drafts and is_of_same_act(read, at, draft, drafts[-1]):
            draft = None
        if drafts and (draft is None or draft.is_reference):
            whole = "agreement" if kind in ("partnership", "plan") else kind
            draft = member_of_row(read, at, end, whole, drafts[-1]) or draft
        if draft is not None and is_part_of(read, at, drafts):
            take_part(drafts[-1], draft)
        elif draft is not None:
            if drafts and draft.is_proper and is_name_behind(read, draft, drafts[-1]):
                drafts[-1].title, drafts[-1].is_proper = draft.title, True
                at = end
                continue
            is_again = bool(drafts) and is_apposition(read, at, end)
            draft.is_item = draft.is_item or bool(drafts and is_member(read, at) and not is_again)
            if is_again and not draft.subject:
                draft.is_told_before = True
            drafts.append(draft)
        at = end
    settle_row(read, drafts)
    give_values(read, drafts, sums)
    return drafts or read_granting(read, sums) or read_founding(read, sums) or read_signers(read)


_SUPPLIES = frozenset(("relief", "supplies", "food", "weapons", "equipment", "medicines", "grain"))


NEAR_NAME_UNITS = 7  # between a verb and a partnership that is called by a name


def _draft_at(
    read: ReadSentence, at: int, end: int, kind: str, sums: list[SumMention]
) -> AgreementDraft | None:
    tokens, units = read.marked.tokens, read.units
    start_unit, end_unit = find_unit(units, at), find_unit(units, end - 1) + 1
    is_money = kind in MONEY
    if units[start_unit].kind == "date" or (is_money and not has_sum(read, at, sums)):
        return None
    if is_money and end + 1 < len(tokens) and tokens[end + 1].low in _SUPPLIES:
        return None  # "a tranche of relief"
    act = _act_at(read, kind, start_unit, end_unit)
    near = NEAR_NAME_UNITS if tokens[at].is_cap else 2  # "signed the Defence Partnership"
    if kind == "partnership" and (act[2] != "signed" or not 0 <= start_unit - act[1] <= near):
        return None  # a relation that nobody signs
    is_gift = kind in MONEY and _is_only_of_money(read, start_unit, end_unit)
    needs_sides = is_gift or kind == "plan"
    kind = "agreement" if kind in ("partnership", "plan") else kind
    day = day_of_declaration(read, start_unit, end_unit) if act[0] < 0 else None
    if day is not None:
        return _called_by_day(read, at, end, kind, day)
    if kind in STATEMENTS and (act[0] < 0 or _is_where_it_was_said(read, at)):
        return None
    sides = sides_of(read, start_unit, end_unit)
    draft = AgreementDraft(
        kind, read.marked.sentence.index, tokens[at].start, tokens[end - 1].end, "", act[2]
    )
    draft.spans.append((draft.start, draft.end))
    draft.sides_end = sides.end
    draft.act_at = tokens[units[act[0]].start].start if act[0] >= 0 else -1
    draft.is_plural = _is_plural(tokens[at].low) or _is_plural(tokens[end - 1].low)
    draft.title, draft.is_proper = title_of(read, at, end)
    draft.is_reference = act[0] < 0
    if draft.is_reference:
        draft.subject = _subject_of_reference(read, at, end, sides)
    elif not _take_act(read, draft, act, sides, (start_unit, end_unit)):
        return None
    if draft.status not in ("signed", "in force"):
        _take_signing_told_after(read, draft, end_unit)
    draft.doers.add(sides.between)
    draft.doers.add(sides.partner)
    _take_form(read, draft, act, start_unit)
    draft.is_told_before = _is_told_before(read, draft, act, (at, end_unit))
    take_parties(read, draft, sides, act)
    if draft.is_act and is_between_bodies(sides):
        signers = doers_of(read, act[0], act[1], start_unit).people
        draft.doers.add(Participants(signers, [], [], []))  # for whom is told behind "between"
    draft.subject = (
        draft.subject or under_which(read, end) or subject_of_agreement(read, at, end, sides.end)
    )
    if draft.is_told_before:
        draft.subject = subject_of_financing(read, end) or draft.subject
    if needs_sides and draft.is_act and len(draft.parties) < 2:
        return None  # what one side makes for itself
    return _judge(read, draft, act, is_definite=sides.is_definite or _has_article(read, at))


def _subject_of_reference(read: ReadSentence, at: int, end: int, sides: NounSides) -> str:
    subject = covered_subject(read, end)
    is_on = end < len(read.marked.tokens) and read.marked.tokens[end].low == "on"
    if not subject and is_on:
        subject = subject_of_agreement(read, at, end, sides.end)
    return subject


def _is_only_of_money(read: ReadSentence, start: int, end: int) -> bool:
    """Say whether no verb of agreements but that of some gift or loan is what is done."""
    others = (act_of(read, start, end, "loan"), relative_act(read, end), act_of_giving(read, end))
    return all(act[0] < 0 for act in others) and act_of_money(read, start)[0] >= 0


def _act_at(read: ReadSentence, kind: str, start: int, end: int) -> tuple[int, int, str]:
    """Return what is done to an agreement, by whatever form tells it."""
    if kind == "exchange of notes" and read.units[start].low.startswith("exchang"):
        return start, start + 1, "signed"
    act = act_of_agreeing(read, start)
    if act[0] < 0:
        act = act_of(read, start, end, kind)
    if act[0] < 0:
        act = relative_act(read, end)
    if act[0] < 0 and kind in MONEY:
        act = act_of_giving(read, end)
    if act[0] < 0 and kind in MONEY:
        act = act_of_money(read, start)
    is_bought = kind == "contract" or read.units[start].low == "deal"
    if act[0] < 0 and is_bought and _is_under(read, start):
        at = article_before(read.units, start) - 1
        act = at, at + 1, "signed"
    return act


def _take_form(
    read: ReadSentence, draft: AgreementDraft, act: tuple[int, int, str], noun: int
) -> None:
    """Take sides and subject as the form of a sentence tells them that has no verb of signing."""
    if act[0] < 0:
        return
    low = read.units[act[0]].low
    if low == "agreed" and act[2] == "signed":
        draft.subject = draft.subject or subject_of_agreeing(read, act[0], noun)
    elif low in ("from", "by") and draft.type in MONEY:
        draft.doers, draft.is_negotiated = giver(read, act[0]), True
    elif draft.type == "contract" or _is_under(read, noun):
        fill_contract(read, draft, noun)
        if draft.type == "contract" and not draft.doers.bodies:
            draft.doers.add(maker(read, noun))


def _is_under(read: ReadSentence, noun: int) -> bool:
    """Say whether something is done "under a memorandum" that somebody signed."""
    article = article_before(read.units, noun)
    return article > 0 and read.units[article - 1].low == "under"


def _called_by_day(
    read: ReadSentence, at: int, end: int, kind: str, day: DateMention
) -> AgreementDraft | None:
    """Return a declaration that is called by its place and its day."""
    tokens = read.marked.tokens
    title, _ = title_of(read, at, end)
    draft = AgreementDraft(
        kind, read.marked.sentence.index, tokens[at].start, tokens[end - 1].end, title, "signed",
        date=day, is_proper=True, was_signed=True, confidence=0.6,
    )  # fmt: skip
    draft.doers.add(sides_of_text(read))
    draft.parties = party_names(draft.doers)
    draft.spans.append((draft.start, draft.end))
    draft.reasons.append("called by its place and its day")
    return draft if len(draft.parties) > 1 else None


def _is_where_it_was_said(read: ReadSentence, at: int) -> bool:
    """Say whether a statement only carries the news: "the two said in a joint statement"."""
    before = [token.low for token in read.marked.tokens[max(0, at - 2) : at]]
    return "in" in before or "according" in before


def _is_plural(low: str) -> bool:
    return low == "memoranda" or (low.endswith("s") and low not in ("notes", "services", "customs"))


def _take_act(
    read: ReadSentence,
    draft: AgreementDraft,
    act: tuple[int, int, str],
    sides: NounSides,
    noun: tuple[int, int],
) -> bool:
    """Take mood, date and doers from the verb of an agreement; say whether anything was done."""
    mood = mood_of(read, act[0], act[1])
    if not mood.status:
        return False
    if mood.status == "planned":
        draft.status = "planned"
    draft.is_act = not is_participle_before(read, act[0], noun[0])
    draft.is_negotiated = read.units[act[0]].low in word_set("negotiating")
    if draft.type in MONEY and act[2] == "announced":
        draft.is_negotiated = True  # what is lent or given, and nobody signs
    is_owned = draft.type in MONEY and bool(sides.owner.bodies)
    if is_owned:  # "the IDB's $120 million loan"
        draft.doers.bodies += sides.owner.bodies
    elif draft.is_act and not len(sides.between):
        draft.doers.add(doers_of(read, act[0], act[1], noun[0]))
        is_done = draft.status == "signed" or draft.type in STATEMENTS
        is_done = is_done and not (_is_apposed(read, act, noun) or _is_under(read, noun[0]))
        if not len(draft.doers) and not len(sides.partner) and is_done:
            take_sides_before(read, draft)
    if draft.type in MONEY:
        for unit in read.units[act[1] : noun[0]]:
            if takes_part(unit) and unit.kind in ("place", "body"):
                add_unit(draft.doers, unit)  # "to provide Ukraine with loans"
        for at in range(noun[1], min(noun[1] + 6, len(read.units) - 1)):
            step = at + 1 + (read.units[at + 1].low == "the" and at + 2 < len(read.units))
            if read.units[at].low in ("to", "for") and takes_part(read.units[step]):
                add_unit(draft.doers, read.units[step])
    draft.date = date_of(read, act[0], act[1]) or date_of(read, noun[0], noun[1])
    if mood.reason:
        draft.reasons.append(mood.reason)
    return True


def _take_signing_told_after(read: ReadSentence, draft: AgreementDraft, end: int) -> None:
    """Take day and signers of "… decided to ratify the agreement, which was signed on 10 March"."""
    act = relative_act(read, end)
    if act[2] != "signed" or draft.is_reference or mood_of(read, act[0], act[1]).status != "held":
        return
    draft.was_signed = True
    draft.status = "signed" if draft.status == "planned" else draft.status
    draft.date = draft.signed_on = date_of(read, act[0], act[1]) or draft.date
    draft.doers.add(signers_by(read, act[0]))


def _is_told_before(
    read: ReadSentence, draft: AgreementDraft, act: tuple[int, int, str], noun: tuple[int, int]
) -> bool:
    """Say whether a definite agreement is but signed by somebody, which says nothing else of it:
    "The agreement was signed by X and Y" is the one told before."""
    if not draft.is_act or draft.status != "signed" or draft.is_plural or draft.is_proper:
        return False
    units = read.units
    verbs = [unit.low for unit in units[noun[1] : act[0]]]
    if _is_apposed(read, act, (find_unit(units, noun[0]), noun[1])):
        return True
    if not verbs or not all(low in _AUXILIARIES for low in verbs):
        return False
    at = act[1]
    while at < len(units) and (units[at].kind in ("date", "place") or units[at].low in _WHEN):
        at += 1
    is_by = at < len(units) and units[at].low == "by"
    return is_by and _has_article(read, noun[0])


def _is_apposed(read: ReadSentence, act: tuple[int, int, str], noun: tuple[int, int]) -> bool:
    """Say whether "The agreement, signed in Tunis on 20 December, will …" begins at a noun."""
    units = read.units
    is_comma = act[0] == noun[1] + 1 and units[noun[1]].low == ","
    return is_comma and _has_article(read, units[noun[0]].start)


_WHEN = frozenset(("on", "in", "at"))
_AUXILIARIES = frozenset(("was", "has", "been", "also", "itself", "then", "later"))


def _has_article(read: ReadSentence, at: int) -> bool:
    return at > 0 and read.marked.tokens[at - 1].low in ("the", "this", "these")


def _judge(
    read: ReadSentence, draft: AgreementDraft, act: tuple[int, int, str], *, is_definite: bool
) -> AgreementDraft | None:
    """Return a draft with its confidence; None for a mention that says nothing."""
    if draft.is_reference:
        return draft if is_definite or draft.parties else None
    if draft.is_act:
        draft.confidence = 0.8 if len(draft.parties) >= 2 else 0.62
        words = read.marked.text(read.units[act[0]].start, read.units[act[1] - 1].end)
        draft.reasons.append(f"“{words}”")
    draft.is_reference = not draft.is_act and not draft.parties
    return draft
