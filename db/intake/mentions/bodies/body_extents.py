"""Says where the name of a body begins and ends round the word that makes it one; `bodies_by_words`
asks it."""

from __future__ import annotations

from functools import cache

from db.intake.lexicons.body_words import BodyWord, body_words
from db.intake.lexicons.name_words import never_names
from db.intake.lexicons.office_words import head_trie, office_subjects
from db.intake.lexicons.rank_words import honorific_trie, rank_trie
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.marks import MarkedSentence, place_of

MAX_NAME_TOKENS = 14


def is_name_part(marked: MarkedSentence, at: int) -> bool:
    """Say whether a token before a body's word can belong to the body's name."""
    token = marked.tokens[at]
    if token.text == "&":
        return at > 0 and marked.tokens[at - 1].is_cap
    if token.low.endswith("-based"):
        return False
    if not token.is_cap and not (token.is_number and at > 0 and token.text.isalnum()):
        return False
    if token.low in word_set("function") and token.low not in ("one", "first", "new"):
        return False
    if token.low in word_set("months") or token.low in word_set("weekdays"):
        return token.low == "may" and False
    if rank_trie().longest(marked.tokens, at) and token.low not in ("general", "marshal"):
        return False
    if honorific_trie().longest(marked.tokens, at) and token.low not in ("king", "prince", "chief"):
        return False
    return not _is_plain_head(marked, at)


@cache
def _heads_in_names() -> frozenset[str]:
    return frozenset(
        [
            "ministers",
            "governors",
            "general",
            "state",
            "governor's",
            "prime",
            "justice",
            "chief",
            "members",
        ]
    )


def _is_plain_head(marked: MarkedSentence, at: int) -> bool:
    if marked.tokens[at].low in _heads_in_names():
        return False
    return head_trie().longest(marked.tokens, at) is not None


_ORGANS = frozenset(("board", "executive board", "secretariat", "executive committee"))


def is_organ(marked: MarkedSentence, at: int) -> bool:
    """Say whether the board or the secretariat of a known body begins at a token, right behind its
    name."""
    before = marked.mark_at[at - 1] if at else None
    if before is None or before.kind != "body" or not before.value.is_known:
        return False
    return any(is_organ_name(marked, at, end) for end in (at + 1, at + 2))


def is_organ_name(marked: MarkedSentence, start: int, end: int) -> bool:
    """Say whether words are but a board's or a secretariat's."""
    return marked.text(start, end).lower() in _ORGANS


def joins_names(marked: MarkedSentence, at: int) -> bool:
    """Say whether "&" stands within a name: Offshore & Marine, Procter & Gamble."""
    tokens = marked.tokens
    return (
        0 < at < len(tokens) - 1
        and tokens[at].text == "&"
        and tokens[at - 1].is_cap
        and tokens[at + 1].is_cap
        and marked.mark_at[at + 1] is None
        and body_words().longest(tokens, at + 1) is None
    )


def end_behind_ampersand(marked: MarkedSentence, end: int) -> int:
    """Return where a name ends that goes on behind "&": Bank of Punjab & Sons."""
    while joins_names(marked, end):
        end += 2
        while end < len(marked.tokens) and is_name_part(marked, end):
            end += 1
    return end


def legal_end(marked: MarkedSentence, end: int, word: BodyWord) -> int:
    """Return where a company's legal form ends: Co., Ltd."""
    tokens = marked.tokens
    step = end
    while word.type == "company" and step < len(tokens):
        if tokens[step].low in word_set("legal"):
            step += 1
            end = step
        elif (
            tokens[step].text == ","
            and step + 1 < len(tokens)
            and tokens[step + 1].low in word_set("legal")
        ):
            step += 1
        else:
            break
    return end


def left_end(marked: MarkedSentence, at: int) -> int:
    tokens = marked.tokens
    start = at
    while start > 0 and at - start < MAX_NAME_TOKENS:
        before = start - 1
        covering = marked.mark_at[before]
        if covering is not None and covering.kind == "body":
            if covering.value.is_source or not tokens[before].is_cap:
                break
            start = covering.start
            continue
        if tokens[before].low in ("and", "&", "of") and before > 0:
            is_sign = tokens[before].text == "&" and is_name_part(marked, before - 1)
            if is_sign and marked.mark_at[before - 1] is None:
                start = before - 1  # Procter & Gamble Company
                continue
            if tokens[before].low != "of" and _and_joins(marked, before, start):
                start = before - 1
                continue
            break
        if tokens[before].text == "-" and before > 0 and tokens[before - 1].is_cap:
            start = before - 1
            continue
        if tokens[before].text in ("'s", "'") and before > 0:
            if tokens[before - 1].low in _OWNING:
                start = before - 1
                continue
            break
        if not is_name_part(marked, before):
            break
        if tokens[before].is_upper and covering is None and place_of(marked.mark_at[start]):
            break  # "the CGS UK Army": an acronym before a state is not the body's
        start = before
    return start


_APOSTROPHES = frozenset(("'s", "'"))

#: Whose body it is, as part of its name: People's Assembly.
_OWNING = frozenset(("people", "workers", "children", "women", "girls", "peoples"))


def _and_joins(marked: MarkedSentence, at: int, start: int) -> bool:
    """Say whether "and" stands within a name: Water and Power Development Authority, the Victoria
    and Albert Museum."""
    tokens = marked.tokens
    if not tokens[at - 1].is_cap:
        return False
    if joins_portfolios(marked, at):
        return place_of(marked.mark_at[at - 1]) is None
    is_led = at > 1 and tokens[at - 2].low == "the" and tokens[at - 1].low not in never_names()
    place = place_of(marked.mark_at[at - 1])
    is_free = marked.mark_at[start] is None and (place is None or place.form == "city")
    return is_led and is_free and _is_name_of_thing(marked, start)


def joins_portfolios(marked: MarkedSentence, at: int) -> bool:
    """Say whether "and" stands between two words of portfolios: Peace and Security Council."""
    tokens, subjects = marked.tokens, office_subjects()
    return (
        0 < at < len(tokens) - 1
        and tokens[at].low in ("and", "&")
        and tokens[at - 1].is_cap
        and tokens[at - 1].low in subjects
        and tokens[at + 1].is_cap
        and tokens[at + 1].low in subjects
    )


_THINGS = frozenset(("museum", "complex", "centre", "center", "institute", "foundation", "company"))


def _is_name_of_thing(marked: MarkedSentence, start: int) -> bool:
    """Say whether capitals go on to a museum, a complex or the like."""
    for token in marked.tokens[start : start + 4]:
        if not token.is_cap:
            return False
        if token.low in _THINGS:
            return True
    return False


def right_end(marked: MarkedSentence, at: int, of_ministry: bool = False) -> int:
    """Return where what follows "of", "for" or "on" ends: Ministry of Foreign Affairs and Trade."""
    tokens = marked.tokens
    end = at
    is_mission = tokens[at - 1].low in _MISSIONS
    leads = ("of", "for", "on", "in", "to") if is_mission else ("of", "for", "on")
    while end < len(tokens) and tokens[end].low in leads:
        begin = end + 1
        if begin < len(tokens) and tokens[begin].low == "the":
            begin += 1
        stop = _capital_run(marked, begin, of_ministry=of_ministry)
        if tokens[min(begin, len(tokens) - 1)].low in word_set("weekdays"):
            break
        if stop == begin or (not of_ministry and _is_whole_body(marked, begin, stop)):
            break
        is_money = tokens[at - 1].low in _MONEY_BODIES and tokens[end].low in ("for", "on")
        if is_money and tokens[end + 1].low == "the" and not _is_purpose(tokens, end + 1):
            break
        if tokens[end].low in ("in", "to") and place_of(marked.mark_at[begin]) is None:
            break
        if end > at and place_of(marked.mark_at[begin]) is None and tokens[end].low != "of":
            break
        end = stop
    return end


def _capital_run(marked: MarkedSentence, begin: int, *, of_ministry: bool = False) -> int:
    tokens, subjects = marked.tokens, office_subjects()
    at = begin
    while at < len(tokens) and at - begin < MAX_NAME_TOKENS:
        token = tokens[at]
        if token.is_cap:
            if at > begin and _is_plain_head(marked, at):
                break
            if at > begin and (_starts_person(marked, at) or _is_name_behind(marked, at)):
                break
            covering = marked.mark_at[at]
            is_unknown = covering is None and at > begin and token.low not in subjects
            if of_ministry and is_unknown and not _bracket_ahead(marked, at):
                break
            if covering is None or covering.start != at:
                at += 1
                continue
            at = covering.end
            is_name = covering.kind == "body" or covering.value.form in ("name", "city")
            if is_name and not (at < len(tokens) and tokens[at].low in subjects):
                break
            continue
        is_joint_name = of_ministry and token.low == "and" and _bracket_ahead(marked, at + 1)
        if is_joint_name or (token.text in _APOSTROPHES and tokens[at - 1].low in _OWNING):
            at += 1
            continue
        is_joint = token.low in ("and", "&") or token.text == ","
        if is_joint and at + 1 < len(tokens) and at > begin:
            step = _behind_joint(marked, at)
            is_subject = tokens[step].is_cap and tokens[step].low in subjects
            if is_subject and tokens[at - 1].low in subjects and not _names_body(marked, step):
                if token.text == "," and step == at + 1 and not _list_goes_on(marked, at):
                    break
                at = step
                continue
        break
    return at


_MISSIONS = frozenset(("mission", "force", "operation", "delegation"))


_MONEY_BODIES = frozenset(("bank", "fund", "agency", "company", "corporation"))


def _is_purpose(tokens: list[Token], at: int) -> bool:
    """Say whether a portfolio follows "for": Bank for Reconstruction, Fund for Development."""
    return at < len(tokens) and (
        tokens[at].low in office_subjects() or tokens[at].low in ("reconstruction", "international")
    )


def _is_name_behind(marked: MarkedSentence, at: int) -> bool:
    """Say whether somebody's name follows a body's last word: "of Oliy Majlis Nurdin Ismoil"."""
    tokens = marked.tokens
    if at + 1 >= len(tokens) or not tokens[at + 1].is_cap or tokens[at - 1].text == "-":
        return False
    if any(marked.mark_at[step] is not None for step in (at, at + 1)):
        return False
    if any(body_words().longest(tokens, step) for step in (at, at + 1)):
        return False
    is_behind_word = tokens[at - 1].is_cap and body_words().longest(tokens, at - 1) is not None
    subjects = office_subjects()
    return is_behind_word and not {tokens[at].low, tokens[at + 1].low} & subjects


def _is_whole_body(marked: MarkedSentence, begin: int, stop: int) -> bool:
    """Say whether what stands behind "of the" is a body by itself: the General Staff of the Polish
    Armed Forces, an office of the United Nations Industrial Development Organization."""
    tokens = marked.tokens
    if stop - begin < MIN_WHOLE_TOKENS:
        return False
    for at in range(begin + 1, stop):
        found = body_words().longest(tokens, at)
        if found is not None and found[0] == stop and tokens[at].low in _WHOLE_BODIES:
            return True
    return False


MIN_WHOLE_TOKENS = 3

_WHOLE_BODIES = frozenset(("organization", "organisation", "armed", "bank", "corporation"))


def _behind_joint(marked: MarkedSentence, at: int) -> int:
    """Return where a row goes on behind a comma or "and": "Trade, and Industry", "Culture and the
    Arts"."""
    lows = [token.low for token in marked.tokens[at + 1 : at + 3]]
    step = at + 1
    if marked.tokens[at].text == "," and lows[0] == "and":
        step += 1
    if marked.tokens[min(step, len(marked.tokens) - 1)].low == "the":
        step += 1
    return step if step < len(marked.tokens) else at + 1


def _bracket_ahead(marked: MarkedSentence, at: int) -> bool:
    """Say whether only capitals stand before an acronym in brackets: "Western Development (WD)"."""
    tokens = marked.tokens
    step = at
    while step < len(tokens) and step - at < 4 and tokens[step].is_cap:
        if marked.mark_at[step] is not None or body_words().longest(tokens, step):
            return False  # another body: "and Turkish Aerospace Industries (TAI)"
        step += 1
    return (
        step > at
        and step + 2 < len(tokens)
        and (tokens[step].text == "(" and tokens[step + 2].text == ")" and tokens[step + 1].is_cap)
    )


def _list_goes_on(marked: MarkedSentence, at: int) -> bool:
    """Say whether a comma begins a list that "and" ends: Affairs, Trade and Worship."""
    for step in range(at + 1, min(at + 6, len(marked.tokens))):
        low = marked.tokens[step].low
        if low in ("and", "&"):
            return True
        if not (marked.tokens[step].is_cap or low == ","):
            return False
    return False


def _names_body(marked: MarkedSentence, at: int) -> bool:
    found = body_words().longest(marked.tokens, at)
    return found is not None and marked.tokens[at].low in ("ministry", "department", "office")


def _starts_person(marked: MarkedSentence, at: int) -> bool:
    return (
        rank_trie().longest(marked.tokens, at) is not None
        or honorific_trie().longest(marked.tokens, at) is not None
    ) and marked.tokens[at].low not in ("general", "chief")
