"""Finds bodies that a word like Ministry or Bank makes one; `body_marks` asks it, and
`office_phrases` behind a head that took one away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from db.intake.lexicons.body_words import BodyWord, body_words
from db.intake.lexicons.name_words import given_names, never_names
from db.intake.lexicons.office_words import head_trie, office_subjects
from db.intake.lexicons.places import Place
from db.intake.lexicons.rank_words import honorific_trie, rank_trie
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of

MAX_NAME_TOKENS = 14


@dataclass(slots=True)
class BodyFacts:
    """What a mention of a body says of it."""

    name: str
    acronym: str = ""
    type: str = ""
    country: str = ""
    is_known: bool = False
    is_source: bool = False  # a news agency
    is_short: bool = False  # the acronym alone
    known_name: str = ""
    is_small: bool = False  # "the foreign ministry"


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
    return frozenset(["general", "state", "governor's", "prime", "justice", "chief", "members"])


def _is_plain_head(marked: MarkedSentence, at: int) -> bool:
    if marked.tokens[at].low in _heads_in_names():
        return False
    return head_trie().longest(marked.tokens, at) is not None


def mark_bodies_by_words(marked: MarkedSentence, at: int = 0) -> None:
    """Mark from a token on what a word like Ministry or Bank makes a body."""
    tokens = marked.tokens
    words = body_words()
    while at < len(tokens):
        token = tokens[at]
        found = words.longest(tokens, at) if token.is_cap else None
        covered = marked.mark_at[at]
        is_state = covered is not None and covered.end - covered.start > 1
        if found is None or is_state or (covered is not None and covered.kind == "body"):
            at += 1
            continue
        head_end, word = found
        # "Development Bank Group": the last word of a chain makes the name
        head_start = at
        while head_end < len(tokens) and tokens[head_end].is_cap:
            longer = words.longest(tokens, head_end)
            if longer is None:
                break
            head_start, (head_end, word) = head_end, longer
        start = _left_end(marked, at)
        is_ministry = word.type == "ministry"
        end = _right_end(marked, head_end, is_ministry) if word.takes_of else head_end
        end = _legal_end(marked, _end_behind_ampersand(marked, end), word)
        if _is_body(marked, start, head_start, head_end, end, word):
            _put_body(marked, start, end, word)
        at = max(end, at + 1)


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


def _end_behind_ampersand(marked: MarkedSentence, end: int) -> int:
    """Return where a name ends that goes on behind "&": Bank of Punjab & Sons."""
    while joins_names(marked, end):
        end += 2
        while end < len(marked.tokens) and is_name_part(marked, end):
            end += 1
    return end


def _legal_end(marked: MarkedSentence, end: int, word: BodyWord) -> int:
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


def _left_end(marked: MarkedSentence, at: int) -> int:
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


def _right_end(marked: MarkedSentence, at: int, of_ministry: bool = False) -> int:
    """Return where what follows "of", "for" or "on" ends: Ministry of Foreign Affairs and Trade."""
    tokens = marked.tokens
    end = at
    while end < len(tokens) and tokens[end].low in ("of", "for", "on"):
        begin = end + 1
        if begin < len(tokens) and tokens[begin].low == "the":
            begin += 1
        stop = _capital_run(marked, begin, of_ministry=of_ministry)
        if stop == begin:
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
            if at > begin and _starts_person(marked, at):
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


#: Words that with a portfolio alone are a body: the Finance Division.
_PARTS_OF_MINISTRIES = frozenset(("division", "secretariat", "headquarters"))
_HONOURS = frozenset(("of honour", "of honor"))  # behind a guard


def _is_body(
    marked: MarkedSentence, start: int, at: int, head_end: int, end: int, word: BodyWord
) -> bool:
    tokens = marked.tokens
    has_left = start < at
    has_right = end > head_end
    if tokens[start].is_number or marked.text(head_end, head_end + 2).lower() in _HONOURS:
        return False
    if at - start == 1 and not has_right and tokens[start].low in given_names():
        return word.type not in ("venue", "company")  # Birgitta Hall
    if not has_left and not has_right:
        return head_end - at > 1 and not word.only_with_more and tokens[at].is_cap
    if has_left and not has_right:
        place = place_of(marked.mark_at[start])
        is_state_alone = place is not None and place.form in ("people", "name", "region")
        is_state_alone = is_state_alone and marked.mark_at[start].end == at  # type: ignore[union-attr]
        if is_state_alone and word.only_with_more:
            return word.type in ("armed force", "embassy") or tokens[at].low in ("fund", "fleet")
        if is_state_alone and word.type in ("agency", "non-governmental body"):
            return place is not None and place.form == "name"
        is_council = tokens[at].low == "council" and at - start > 1
        if is_council and tokens[start].is_cap:
            return True  # the National Economic Council
        if tokens[at].low in word_set("weak_alone") and _is_portfolio_alone(marked, start, at):
            return tokens[at].low in _PARTS_OF_MINISTRIES
        if tokens[at].low in word_set("weak_alone") and at - start == 1:
            return tokens[start].low not in word_set("plain_before_bodies") and not is_state_alone
    if has_right and not has_left and word.only_with_more:
        return tokens[head_end].low == "of"
    return True


#: Words that a common adjective before them does not make a body: Joint Committee, New Centre.


def _is_portfolio_alone(marked: MarkedSentence, start: int, at: int) -> bool:
    """Say whether only words of portfolios stand before a body's word: Mineral Resources."""
    subjects = office_subjects()
    return all(token.low in subjects for token in marked.tokens[start:at])


def _put_body(marked: MarkedSentence, start: int, end: int, word: BodyWord) -> None:
    country = ""
    for step in range(start, end):
        place = place_of(marked.mark_at[step])
        if place is not None and place.code:
            country = place.code
            break
    if not country and start > 1 and marked.tokens[start - 1].text in ("'s", "'"):
        owner = place_of(marked.mark_at[start - 2])
        country = owner.code if owner is not None else ""
    name = marked.text(start, end)
    kind = word.type
    if kind == "armed force" and marked.tokens[end - 1].low == "division":
        is_civil = _is_portfolio_alone(marked, start, end - 1) and end - start > 1
        kind = "agency" if is_civil else kind  # the Economic Relations Division
    if kind == "international body" and not _sounds_international(marked, start):
        kind = ""
    if kind == "venue":
        marked.put(TextMark("place", start, end, Place(country, "venue", name)))
        return
    marked.put(TextMark("body", start, end, BodyFacts(name, "", kind, country)))


def _sounds_international(marked: MarkedSentence, start: int) -> bool:
    return marked.tokens[start].low in word_set("international")
