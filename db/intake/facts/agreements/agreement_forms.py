"""Reads agreements that no verb of signing stands beside: "under a contract", "in an MoU", "a grant
from", "the Ankara Declaration of 11 December", "is granting Moldova 5 million"; `agreement_reading`
asks it."""

from __future__ import annotations

from db.intake.facts.agreements.agreement_acts import party_names, states_of
from db.intake.facts.agreements.agreement_merge import AgreementDraft
from db.intake.facts.grammar.clause_dates import date_of
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.moods import mood_of
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    chain_from,
    find_unit,
    no_participants,
)
from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.word_files import word_set
from db.intake.text.date_words import DateMention
from db.intake.text.money_sums import SumMention

#: How far behind a grant who gives it may stand.
MAX_GIVER_UNITS = 12
MAX_OBJECT_TOKENS = 8
_LEADS_IN = frozenset(("in", "under", "through", "via", "by"))
_SENDING = frozenset(("from", "by"))
_BUYING = frozenset((
    "receive", "receives", "received", "buy", "buys", "bought", "purchase", "purchased", "acquire",
    "acquired", "order", "ordered", "deliver", "delivered", "supply", "supplied", "awaiting",
    "await", "ship", "build", "built", "produce", "get",
    "provide", "provided", "provides", "finance", "fund", "lend", "contribute", "invest",
))  # fmt: skip


def article_before(units: list[SentenceUnit], noun: int) -> int:
    """Return where the article before an agreement stands; -1 if none is near."""
    for at in range(noun - 1, max(noun - 6, -1), -1):
        if units[at].low in ("a", "an", "the"):
            return at
        if units[at].kind == "word" and units[at].low in word_set("prepositions"):
            break
    return -1


def act_of_agreeing(read: ReadSentence, noun: int) -> tuple[int, int, str]:
    """Return the act of "agreed to develop clean energy in an MoU"; (-1, -1, "") if it is none."""
    units = read.units
    article = article_before(units, noun)
    if article < 1 or units[article].low == "the" or units[article - 1].low not in _LEADS_IN:
        return -1, -1, ""
    for at in range(article - 1, segment_of(read, noun)[0] - 1, -1):
        if units[at].low == "agreed":
            return at, at + 1, "signed"
    return -1, -1, ""


def subject_of_agreeing(read: ReadSentence, act: int, noun: int) -> str:
    """Return what was agreed to be done: "jointly develop 5,000 MW of clean energy"."""
    units = read.units
    article = article_before(units, noun)
    begin = act + 1 + (act + 1 < len(units) and units[act + 1].low in ("to", "on"))
    if not act < begin < article - 1:
        return ""
    return read.marked.text(units[begin].start, units[article - 2].end)


def act_of_giving(read: ReadSentence, noun: int) -> tuple[int, int, str]:
    """Return the act of "a grant of $10 million will come from the Green Climate Fund"."""
    units = read.units
    for at in range(noun, min(noun + MAX_GIVER_UNITS, len(units) - 1)):
        if units[at].low in _SENDING:
            chain, _ = chain_from(units, at + 1, read.marked.tokens)
            if chain.bodies or chain.countries:
                return at, at + 1, "announced"
    return -1, -1, ""


def giver(read: ReadSentence, act: int) -> Participants:
    """Return who gives behind "from", and the state that the text is written from."""
    found = no_participants()
    found.add(chain_from(read.units, act + 1, read.marked.tokens)[0])
    if read.home and read.home not in found.countries:
        found.countries.append(read.home)
    return found


_MADE_BY = frozenset(("built", "supplied", "delivered", "manufactured", "produced", "made"))


def maker(read: ReadSentence, noun: int) -> Participants:
    """Return who "built by", "supplied by" behind a contract names."""
    units = read.units
    for at in range(noun, len(units) - 2):
        if units[at].low in _MADE_BY and units[at + 1].low == "by":
            return chain_from(units, at + 2, read.marked.tokens, places=False)[0]
    return no_participants()


def fill_contract(read: ReadSentence, draft: AgreementDraft, noun: int) -> None:
    """Give "will receive corvettes from X under a contract" its sides and its subject."""
    units = read.units
    article = article_before(units, noun)
    if article < 1 or units[article - 1].low not in ("under", "through"):
        return
    verb = next((at for at in range(article - 1, -1, -1) if units[at].low in _BUYING), -1)
    stop = article - 1
    for at in range(max(verb, 0), article - 1):
        if units[at].low == "from":
            draft.doers.add(chain_from(units, at + 1, read.marked.tokens)[0])
            stop = at
            break
    if not draft.subject and 0 <= verb < stop - 1:
        last = next(
            (at for at in range(verb + 1, stop) if units[at].kind == "date"), stop
        )  # fmt: skip
        begin = verb + 1 + (units[verb + 1].low == "of")
        draft.subject = read.marked.text(units[begin].start, units[last - 1].end)
    if not len(draft.doers):
        draft.doers.add(subject_of(read, article - 1))
    if len(draft.doers) == 1 and read.home:
        states = {*draft.doers.countries, *(body.country for body in draft.doers.bodies)}
        if read.home not in states:
            draft.doers.countries.append(read.home)


def day_of_declaration(read: ReadSentence, noun: int, end: int) -> DateMention | None:
    """Return the day in "the Ankara Declaration of 11 December 2024"; None if it has none."""
    units = read.units
    token = read.marked.tokens[units[noun].start]
    before = units[noun - 1] if noun else None
    is_called = before is not None and (before.kind == "place" or _is_capital(read, before))
    if not token.is_cap or not is_called or end + 1 >= len(units):
        return None
    if units[end].low != "of" or units[end + 1].kind != "date":
        return None
    found: DateMention = units[end + 1].entity
    return found


def _is_capital(read: ReadSentence, unit: SentenceUnit) -> bool:
    return unit.kind == "word" and read.marked.tokens[unit.start].is_cap


def sides_of_text(read: ReadSentence) -> Participants:
    """Return the two sides that a text is about, of the sentence before or of all of it."""
    sides = states_of(read.sides)
    return sides if len(sides.countries) > 1 else read.pair


_GIVING = frozenset((
    "granting", "granted", "grants", "offer", "offers", "offered", "lend", "lends", "lent", "give",
    "gives", "gave", "donate", "donates", "donated", "provide", "provides", "provided", "providing",
))  # fmt: skip
_LENDERS = frozenset(("bank", "international body"))
GIFT_LETTERS = 40  # between who receives a sum and the sum


def _behind_government(units: list[SentenceUnit], at: int) -> int:
    """Return where the state stands in "offer the Government of Liberia"."""
    step = at + (units[at].low == "the")
    if step + 2 < len(units) and units[step].low in ("government", "people", "republic"):
        return step + 2 if units[step + 1].low == "of" else at
    return at


def read_granting(read: ReadSentence, sums: list[SumMention]) -> list[AgreementDraft]:
    """Return the grant in "Finland is granting Moldova EUR 5 million for energy security"."""
    units, tokens = read.units, read.marked.tokens
    for at, unit in enumerate(units[:-1]):
        if unit.low not in _GIVING or not sums:
            continue
        begin = _behind_government(units, at + 1)
        receivers, stop = chain_from(units, begin, tokens)
        near = next(
            (each for each in sums if each.start >= tokens[units[stop - 1].start].start), None
        )
        is_gift = (receivers.countries or receivers.bodies) and near is not None
        if not is_gift or mood_of(read, at, at + 1).status not in ("held", "planned"):
            continue
        assert near is not None
        doers = subject_of(read, at)
        is_loan = unit.low.startswith("l") or any(each.type in _LENDERS for each in doers.bodies)
        if near.start - tokens[units[stop - 1].start].end > GIFT_LETTERS:
            continue
        draft = AgreementDraft(
            "loan" if is_loan else "grant", read.marked.sentence.index, tokens[unit.start].start,
            near.end, "loan" if is_loan else "grant",
            "announced", is_act=True, value=near.value, date=date_of(read, at, at + 1),
        )  # fmt: skip
        draft.doers.add(doers)
        draft.doers.add(receivers)
        draft.parties = party_names(draft.doers)
        draft.subject = _purpose(read, near.end)
        draft.spans.append((draft.start, draft.end))
        draft.reasons.append(f"“{unit.low}” with a sum and to whom")
        if len(draft.parties) > 1:
            return [draft]
    return []


_FOUNDING = frozenset(("set", "establish", "create", "form", "launch", "found"))
_FOUNDED = frozenset(("venture", "fund", "consortium", "company", "partnership"))
MAX_FOUNDED_UNITS = 12


def read_founding(read: ReadSentence, sums: list[SumMention]) -> list[AgreementDraft]:
    """Return what is agreed in "X and Y agreed to set up a $100 million fund for petrochemicals"
    and "X and Y set up a joint venture"."""
    units, tokens = read.units, read.marked.tokens
    for at, unit in enumerate(units[:-2]):
        is_agreed = unit.low == "agreed" and units[at + 1].low == "to"
        verb = at + 2 if is_agreed else at
        if units[verb].low not in _FOUNDING or (not is_agreed and unit.low != "set"):
            continue
        noun = next(
            (
                step
                for step in range(verb, min(verb + MAX_FOUNDED_UNITS, len(units)))
                if units[step].low in _FOUNDED
            ),
            -1,
        )
        doers = subject_of(read, at)
        if noun < 0 or len(doers.bodies) + len(doers.countries) + len(doers.people) < 2:
            continue
        if mood_of(read, at, at + 1).status not in ("held", "planned"):
            continue
        title = tokens[units[noun].start].low
        if units[noun - 1].low == "joint":
            title = f"joint {title}"
        draft = AgreementDraft(
            "agreement", read.marked.sentence.index, tokens[unit.start].start,
            tokens[units[noun].start].end, title, "announced", is_act=True,
            date=date_of(read, at, noun + 1), value=sums[0].value if sums else None,
        )  # fmt: skip
        draft.doers.add(doers)
        draft.parties = party_names(draft.doers)
        draft.subject = _purpose(read, draft.end)
        draft.spans.append((draft.start, draft.end))
        draft.reasons.append(f"“{unit.low} … {title}” by both sides")
        if len(draft.parties) > 1:
            return [draft]
    return []


def _purpose(read: ReadSentence, letter: int) -> str:
    """Return what "for" behind a sum says that it is for."""
    tokens = read.marked.tokens
    at = next((at for at, token in enumerate(tokens) if token.start >= letter), len(tokens))
    if at + 1 >= len(tokens) or tokens[at].low not in ("for", "to"):
        return ""
    stop = at + 1
    while stop < len(tokens) and stop - at <= MAX_OBJECT_TOKENS and tokens[stop].is_word:
        stop += 1
    return read.marked.text(at + 1, stop)


_PARTS = frozenset(
    ("parts", "components", "tranches", "consists", "comprises", "operations", "loans")
)
#: How many sentences after a sum its parts are told.
PART_SENTENCES = 2


def parts_of_sum(
    read: ReadSentence, sums: list[SumMention], before: list[AgreementDraft]
) -> list[AgreementDraft]:
    """Return the loans that a text says another consists of: "The operation has two parts: a policy
    loan of $230 million …, and an investment loan of $220 million"."""
    tokens = read.marked.tokens
    whole = before[-1] if before and before[-1].type in ("loan", "grant") else None
    is_near = whole is not None and read.marked.sentence.index - whole.sentence <= PART_SENTENCES
    if whole is None or not is_near or not _PARTS & {token.low for token in tokens}:
        return []
    found: list[AgreementDraft] = []
    behind = 0
    for at in range(len(tokens)):
        noun = agreement_trie().longest(tokens, at) if at >= behind else None
        if noun is None or noun[1] not in ("loan", "grant"):
            continue
        behind = noun[0]
        own = next((each for each in sums if 0 <= each.start - tokens[noun[0] - 1].end < 12), None)
        if own is None:
            continue
        start = at
        while start > 0 and tokens[start - 1].is_word and tokens[start - 1].low not in ("a", "an"):
            start -= 1
        part = AgreementDraft(
            noun[1], read.marked.sentence.index, tokens[start].start, own.end,
            read.marked.text(start, noun[0]), whole.status, parties=list(whole.parties),
            value=own.value, date=whole.date, is_act=False, is_item=True,
        )  # fmt: skip
        part.subject = _purpose(read, own.end) or read.marked.text(start, at)
        part.doers.add(whole.doers)
        part.spans.append((part.start, part.end))
        part.reasons.append("a part of what the text tells before")
        found.append(part)
    if len(found) > 1:
        whole.is_list = True
        return found
    return []


def is_behind_sides(read: ReadSentence, lead: int, sides_end: int) -> bool:
    """Say whether "on" or "for" follows the sides of an agreement: "between X and Y on a loan"."""
    units = read.units
    if read.marked.tokens[lead].low == "of":
        return False
    return 0 < sides_end <= len(units) and find_unit(units, lead) == sides_end
