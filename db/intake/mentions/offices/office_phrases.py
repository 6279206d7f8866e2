"""Reads offices around their heads: "the outgoing commander of U.S. Central Command", "US Secretary
of State", "Minister for Foreign Affairs and Trade of Hungary". `person_names` joins them to names.
"""

from __future__ import annotations

from db.intake.lexicons.office_words import (
    OfficeHead,
    epithets,
    head_trie,
    office_subjects,
    words_before_heads,
)
from db.intake.lexicons.rank_words import rank_trie
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import lexicon, word_set
from db.intake.mentions.bodies.bodies_by_words import mark_bodies_by_words
from db.intake.mentions.marks import MarkedSentence, join_tokens, mark_places_within, place_of
from db.intake.mentions.offices.office_complements import read_right
from db.intake.mentions.offices.office_facts import OfficeFacts


def find_offices(marked: MarkedSentence) -> list[OfficeFacts]:
    """Return the offices of a sentence in their order."""
    tokens = marked.tokens
    found: list[OfficeFacts] = []
    trie = head_trie()
    at = 0
    while at < len(tokens):
        head = trie.longest(tokens, at)
        covering = marked.mark_at[at]
        if head is None or (covering is not None and covering.kind == "body"):
            at += 1
            continue
        rank = rank_trie().longest(tokens, at)
        if rank is not None and rank[0] > head[0]:
            at = rank[0]  # Air Chief Marshal is no air chief
            continue
        if tokens[at].low in ("justice", "state") and trie.longest(tokens, head[0]) is not None:
            at = head[0]  # Justice Minister
            continue
        office = _office_at(marked, at, head[0], head[1], found[-1].end if found else 0)
        if office is None:
            at = head[0]
            continue
        found.append(office)
        at = office.end
    marked.offices = found
    return found


def _office_at(
    marked: MarkedSentence, at: int, head_end: int, head: OfficeHead, floor: int
) -> OfficeFacts | None:
    tokens = marked.tokens
    low = tokens[at].low
    is_small = head_end - at == 1 and low in word_set("small_no_office") and not tokens[at].is_cap
    if is_small and not (low == "representative" and _is_owned(marked, at)):
        return None
    if head.singular in ("member", "delegate") or _is_verb(marked, at):
        return None
    core = _title_start(marked, at, floor)
    _clear_bodies(marked, at, head_end)
    office = OfficeFacts("", core, head_end, core, head.group, is_plural=head.is_plural)
    office.head_end = head_end
    left = _read_before_title(marked, core, office)
    parts = _title_words(marked, core, at, head_end, head)
    right = read_right(marked, head_end, office)
    if parts and parts[0].lower() in lexicon("offices")["acting"]:
        office.acting = True
    office.title = _tidy(" ".join([*parts, *right]))
    office.start = left
    if head.singular in ("leader", "head") and not office.countries:
        is_of_state = head.singular == "leader" and _leads_state(marked, core, head_end, office)
        return office if is_of_state else None  # of the rest only those of several states
    return office if office.title else None


def _is_owned(marked: MarkedSentence, at: int) -> bool:
    """Say whether a body's name stands before "'s" and a head: "the IDB's new representative"."""
    for step in range(at - 1, max(at - 4, 0), -1):
        if marked.tokens[step].text == "'s":
            mark = marked.mark_at[step - 1]
            return mark is not None and mark.kind == "body"
    return False


_ALSO_VERBS = frozenset(("co-chair", "head", "chair", "lead"))
_BEFORE_VERBS = frozenset(("will", "to", "would", "shall", "and", "should", "jointly", "also"))


def _is_verb(marked: MarkedSentence, at: int) -> bool:
    """Say whether a head is what somebody does: "will co-chair", "to head the delegation"."""
    token = marked.tokens[at]
    before = marked.tokens[at - 1].low if at else ""
    return token.low in _ALSO_VERBS and not token.is_cap and before in _BEFORE_VERBS


def _leads_state(marked: MarkedSentence, core: int, end: int, office: OfficeFacts) -> bool:
    """Say whether a leader without a name is that of a state: "the Uzbek leader's visit"."""
    place = place_of(marked.mark_at[core - 1]) if core else None
    is_named = end < len(marked.tokens) and marked.tokens[end].is_cap
    is_alone = not is_named and office.end == end and not office.is_plural
    is_of_people = place is not None and place.form == "people" and place.code == office.country
    return is_alone and is_of_people and bool(office.country) and office.title == "Leader"


def _clear_bodies(marked: MarkedSentence, at: int, head_end: int) -> None:
    """Take away bodies that begin within a head, which are none: Chief of the General Staff."""
    is_cleared = False
    for step in range(at, head_end):
        mark = marked.mark_at[step]
        if mark is not None and mark.kind == "body":
            is_cleared = True
            for far in range(mark.start, mark.end):
                marked.mark_at[far] = None
            mark_places_within(marked, mark.start, mark.end)
    if is_cleared:
        mark_bodies_by_words(marked, head_end)


def _title_start(marked: MarkedSentence, at: int, floor: int) -> int:
    """Return where the title begins before its head: Deputy Prime, Petroleum and Mineral."""
    tokens = marked.tokens
    subjects, before_heads = office_subjects(), words_before_heads()
    start = at
    while start > floor:
        before = tokens[start - 1]
        mark = marked.mark_at[start - 1]
        if mark is not None and (mark.kind == "body" or place_of(mark) is not None):
            break
        if before.text in ("-",) and start > 1:
            break
        if before.text == "," and start < at and _lists_portfolios(marked, start, at):
            start -= 2
            continue
        if before.low in ("and", "&") and start > 1 and start < at:
            is_joint = tokens[start - 2].low in subjects and tokens[start].low in subjects
            if is_joint and tokens[start - 2].is_cap == tokens[start].is_cap:
                start -= 2
                continue
            break
        if before.low not in subjects and before.low not in before_heads:
            break
        if before.low in ("and", "&", "forces", "states") or before.text == ",":
            break
        if tokens[at].is_cap and not before.is_cap and before.low not in ("foreign", "deputy"):
            break
        start -= 1
    return start


def _lists_portfolios(marked: MarkedSentence, start: int, at: int) -> bool:
    """Say whether a comma stands in a list: "Foreign Affairs, Employment and Tourism Minister"."""
    tokens = marked.tokens
    return (
        start > 1
        and tokens[start - 2].is_cap
        and tokens[start - 2].low in office_subjects()
        and marked.mark_at[start - 2] is None
        and any(token.low == "and" for token in tokens[start:at])
    )


def _title_words(
    marked: MarkedSentence, core: int, at: int, head_end: int, head: OfficeHead
) -> list[str]:
    tokens = marked.tokens
    before = [token.text for token in tokens[core:at]]
    if head.title:
        return [*before, head.title]
    if head.is_plural:
        return [*before, head.singular]
    return [*before, join_tokens(tokens[at:head_end])]


def _read_before_title(marked: MarkedSentence, core: int, office: OfficeFacts) -> int:
    """Read the body, the state and the epithets before a title; return where they begin."""
    tokens = marked.tokens
    at = core
    while at > 0:
        before = tokens[at - 1]
        if before.low in epithets() and not _is_passive_verb(tokens, at - 1):
            _read_epithet(before.low, office)
            at -= 1
        elif before.low in _COUNTING or (before.is_number and before.text[-2:] in _ORDINAL_ENDS):
            at -= 1  # the 17th COAS
        elif before.text in ("'s", "'") and at > 1:
            start = _read_owner(marked, at, office)
            if start == at:
                break
            at = start
        elif before.text == "-" and at > 1 and tokens[at - 2].low == "then":
            office.former = True
            at -= 2
        elif before.text == ")":
            start = _read_body_with_bracket(marked, at, office)
            if start == at:
                break
            at = start
        elif marked.mark_at[at - 1] is not None:
            start = _read_mark_before(marked, at, office)
            if start == at:
                break
            at = start
        else:
            if before.low == "its":
                _read_body_of_its(marked, at - 1, office)
            is_article = before.low in ("the", "a", "an", "its", "their", "his", "her", "our")
            return at - 1 if is_article else at
    return at


def _read_mark_before(marked: MarkedSentence, at: int, office: OfficeFacts) -> int:
    """Read the body or the state that ends before a token; return where it begins."""
    mark = marked.mark_at[at - 1]
    if mark is None or mark.end != at:
        return at
    if mark.kind == "body":
        if office.organization or office.country or mark.value.is_source:
            return at
        office.organization, office.country = mark.value.name, mark.value.country
        return mark.start
    place = place_of(mark)
    if place is None or place.form == "venue":
        return at
    if not place.code:
        return at if office.organization else mark.start
    if office.country:
        return at
    tokens = marked.tokens
    is_noun = place.form == "name" and tokens[mark.start].low not in _ADJECTIVE_NAMES
    if is_noun and mark.start and tokens[mark.start - 1].low in ("in", "to", "from", "of"):
        return at  # "Pakistan Foreign Minister", never "in Pakistan president"
    office.country = place.code
    if office.is_plural and place.form == "people":
        return _read_joint_state(marked, mark.start, office)
    return mark.start


def _read_joint_state(marked: MarkedSentence, at: int, office: OfficeFacts) -> int:
    """Read the other state of "Pakistani and Russian defence ministers"; return where it begins."""
    tokens = marked.tokens
    other = marked.mark_at[at - 2] if at > 1 and tokens[at - 1].low in ("and", "&") else None
    place = place_of(other)
    if other is None or place is None or place.form != "people" or not place.code:
        return at
    office.countries, office.country = (place.code, office.country), ""
    return other.start


_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_COUNTING = frozenset(("first", "second", "third", "fourth", "fifth", "next", "youngest"))
_OWN_STATE = frozenset(("country", "nation", "kingdom", "republic", "island"))
MAX_BRACKET_TOKENS = 14


def _read_body_with_bracket(marked: MarkedSentence, at: int, office: OfficeFacts) -> int:
    """Read the body whose other name in brackets ends before a token: "the Asian Development Bank
    (ADB) President"; return where it begins."""
    tokens = marked.tokens
    first = max(at - MAX_BRACKET_TOKENS, 0)
    bracket = next((step for step in range(at - 2, first, -1) if tokens[step].text == "("), 0)
    inner, outer = marked.mark_at[at - 2], marked.mark_at[bracket - 1] if bracket else None
    if outer is None or outer.kind != "body" or outer.end != bracket:
        return at
    is_short = bracket + 3 == at and tokens[at - 2].is_cap
    is_name = inner is not None and inner.kind == "body" and inner.start == bracket + 1
    return _read_mark_before(marked, bracket, office) if is_short or is_name else at


#: How far before "its" the body stands whose it is: "the Bank (ADB) also said that its".
MAX_ITS_TOKENS = 4


def _read_body_of_its(marked: MarkedSentence, its: int, office: OfficeFacts) -> None:
    """Read whose office "its" says it is, where a body stands just before: "the Asian Development
    Bank said its president"."""
    if office.organization or office.country or office.group == "envoy":
        return
    for at in range(its - 1, max(its - 1 - MAX_ITS_TOKENS, -1), -1):
        mark = marked.mark_at[at]
        if mark is not None:
            if mark.kind == "body":
                _read_mark_before(marked, at + 1, office)
            return
        if marked.tokens[at].is_cap or marked.tokens[at].text in ";:":
            return


def _read_owner(marked: MarkedSentence, at: int, office: OfficeFacts) -> int:
    """Read whose office it is, "Kenya's"; return where that begins."""
    owner = marked.mark_at[at - 2]
    place = place_of(owner)
    if owner is None:  # "the country's first Chief of Defence Staff"
        return at - 2 if marked.tokens[at - 2].low in _OWN_STATE else at
    if place is not None and place.code and not office.country:
        office.country = place.code
        return owner.start
    if owner.kind == "body" and not office.organization:
        office.organization = owner.value.name
        office.country = office.country or owner.value.country
        return owner.start
    return at


_ADJECTIVE_NAMES = frozenset(("us", "uk", "u.s.", "u.k.", "uae", "u.a.e.", "lao"))


_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be"))


def _is_passive_verb(tokens: list[Token], at: int) -> bool:
    """Say whether an epithet is a verb here: "has been appointed Chief of Navy"."""
    return at > 0 and tokens[at].low in word_set("becoming") and tokens[at - 1].low in _PASSIVE


def _read_epithet(low: str, office: OfficeFacts) -> None:
    content = lexicon("offices")
    office.former = office.former or low in content["former"]
    office.acting = office.acting or low in content["acting"]
    office.is_new = office.is_new or low in _NEW
    office.is_outgoing = office.is_outgoing or low in _OUTGOING


_OUTGOING = frozenset(("outgoing", "departing", "retiring", "stepping"))
_NEW = frozenset(("new", "newly", "incoming", "appointed", "designate", "elected"))


def _tidy(title: str) -> str:
    """Return a title in title case, its acronyms single and a doubled "of Army of Army" once."""
    words = title.replace(" 's", "'s").replace(" ,", ",").split()
    single: list[str] = []
    for word in words:
        single.append(word)
        half = len(single)
        for size in (1, 2):
            if half >= 2 * size and _low(single[-size:]) == _low(single[-2 * size : -size]):
                del single[-size:]
                break
    return " ".join(
        word
        if word.lower() in word_set("small") or not word[:1].islower() or word[1:2] in (".", "'")
        else word[:1].upper() + word[1:]
        for word in single
    )


def _low(words: list[str]) -> list[str]:
    return [word.lower() for word in words]
