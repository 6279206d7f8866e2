"""Says where a name of a person begins and ends among the words of a sentence, and how it is
written; `person_names` asks it at each place where a name may stand.
"""

from __future__ import annotations

import re
from functools import cache

from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.body_words import body_words
from db.intake.lexicons.name_words import (
    family_names_first,
    given_names,
    never_names,
    particles,
)
from db.intake.lexicons.office_words import head_trie
from db.intake.lexicons.rank_words import rank_trie
from db.intake.lexicons.tokens import Token, cut_tokens
from db.intake.lexicons.word_files import lexicon, word_set
from db.intake.mentions.marks import MarkedSentence, join_tokens

MAX_NAME_TOKENS = 12
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "vi", "vii", "xiv", "xvi"))
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
#: Months that are names of people as well.
_MONTH_NAMES = frozenset(("jan", "jun", "may", "april", "june", "august"))


def name_end(marked: MarkedSentence, start: int, *, is_titled: bool = False) -> int:
    """Return where a name ends that begins at a token; the token itself if none begins there.

    After a title a surname in capitals (SATO Haruka) and a month's name (Jan) are read as well.
    """
    tokens = marked.tokens
    at = start
    while at < len(tokens) and at - start < MAX_NAME_TOKENS:
        token = tokens[at]
        if _is_name_token(marked, at, is_first=at == start, is_titled=is_titled):
            at += 1
            continue
        if token.low in particles() and not token.is_cap and _is_particle_run(marked, at):
            at += 1
            continue
        if token.text == "-" and at > start and _is_hyphen(tokens, at):
            at += 1
            continue
        if at > start and _is_nickname(marked, at):
            at += 3
            continue
        break
    while at > start and not tokens[at - 1].is_cap:
        at -= 1
    while at > start + 1 and tokens[at - 1].text in _honours():
        at -= 1
    if at == start + 1 and (len(tokens[start].text) < 2 or tokens[start].text.endswith(".")):
        return start
    return at


def _is_nickname(marked: MarkedSentence, at: int) -> bool:
    """Say whether a name goes on with one in quotation marks: Michael “Erik” Kurilla."""
    tokens = marked.tokens
    if at + 3 >= len(tokens) or tokens[at].text not in "\"“'" or tokens[at + 2].text not in "\"”'":
        return False
    return tokens[at + 1].is_cap and _is_name_token(marked, at + 3, is_first=False)


def _is_hyphen(tokens: list[Token], at: int) -> bool:
    """Say whether a hyphen joins two capitalised words without blanks."""
    if at + 1 >= len(tokens) or not tokens[at + 1].is_cap:
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at + 1].start == tokens[at].end


def _is_particle_run(marked: MarkedSentence, at: int) -> bool:
    """Say whether a small particle is followed by the rest of a name; "and" never joins."""
    tokens = marked.tokens
    if tokens[at].low in ("as", "at", "an", "and", "i", "e", "y") and at + 1 < len(tokens):
        return False
    step = at
    while step < len(tokens) and tokens[step].low in particles() and not tokens[step].is_cap:
        step += 1
    return step < len(tokens) and _is_name_token(marked, step, is_first=False) and step - at <= 3


def _is_name_token(
    marked: MarkedSentence, at: int, *, is_first: bool, is_titled: bool = False
) -> bool:
    token = marked.tokens[at]
    low = token.low
    if not token.is_cap or not token.is_word or token.is_number or low.endswith(_JOINED):
        return False
    if not is_first and low in _SUFFIXES:
        return True
    if len(low.rstrip(".")) == 1:
        return token.text[0].isupper() and (
            len(token.text) == 2
            or not is_first
            or _initial(marked, at)
            or (is_titled and _initial_alone(marked, at))
        )
    if _INITIALS.fullmatch(token.text) and _initial(marked, at):
        return marked.mark_at[at] is None  # "Mr. E.D. Mnangagwa"
    if is_first and _is_name_after_all(marked, at, is_titled=is_titled):
        return True
    if low in never_names():
        is_surname = not is_first and low in word_set("common_surnames")
        return is_surname and marked.tokens[at - 1].low in given_names()
    if not _mark_allows(marked, at, is_first=is_first):
        return False
    if low in word_set("months") and not _is_month_name(marked, at, is_first, is_titled):
        return False
    if token.is_upper and len(token.text) <= 5:
        is_known = is_titled or low in given_names() or low in family_names_first()
        if (is_first and not is_known) or (not is_first and _is_known_acronym(token.text)):
            return False
    if not is_first and low in _NAMES_AND_TITLES:
        return True
    return not _is_other_word(marked, at, is_first=is_first, is_titled=is_titled)


_JOINED = ("-based", "-led", "-backed", "-owned", "-run")
_NAMES_AND_TITLES = frozenset(("sheikh", "shah", "khan"))


def _is_name_after_all(marked: MarkedSentence, at: int, *, is_titled: bool) -> bool:
    """Say whether a common word is a name before another: Christian Bruch, after a title To Lam."""
    tokens = marked.tokens
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None or not follower.is_cap or marked.mark_at[at + 1] is not None:
        return False
    low = tokens[at].low
    if follower.low in never_names() or low not in never_names():
        return False
    return low in given_names() or (is_titled and low in ("to", "he", "do", "an", "so", "sun"))


def _mark_allows(marked: MarkedSentence, at: int, *, is_first: bool) -> bool:
    """Say whether what a token is marked as leaves it free to be a name: Jordan, Paris, Turk."""
    mark = marked.mark_at[at]
    if mark is None:
        return True
    if mark.kind == "body" or mark.end - mark.start > 1:
        return False
    is_given = marked.tokens[at].low in given_names()
    if is_first:
        return is_given and mark.value.form != "people"
    if mark.value.form == "people":
        follower = marked.tokens[at + 1] if at + 1 < len(marked.tokens) else None
        return not (follower is not None and follower.is_cap)
    return is_given or mark.value.form == "city"


def _is_other_word(marked: MarkedSentence, at: int, *, is_first: bool, is_titled: bool) -> bool:
    """Say whether a token is the word of an office, a body or a title and no name."""
    low = marked.tokens[at].low
    is_sultan = low in ("sultan", "amir") and (is_titled or not is_first)
    if head_trie().longest(marked.tokens, at) is not None and not is_sultan:
        return True
    if body_words().longest(marked.tokens, at) is not None and low not in word_set(
        "names_and_bodies"
    ):
        return True
    return not is_first and _is_title_word(marked, at)


def _is_month_name(marked: MarkedSentence, at: int, is_first: bool, is_titled: bool) -> bool:
    tokens = marked.tokens
    if tokens[at].low not in _MONTH_NAMES or tokens[at].text.endswith("."):
        return False
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if not is_first:
        return follower is None or not follower.is_number
    return is_titled and follower is not None and follower.is_cap


@cache
def _honours() -> frozenset[str]:
    return frozenset(lexicon("ranks")["after_names"])


def _is_known_acronym(text: str) -> bool:
    tokens = cut_tokens(text, 0, len(text))
    return agreement_trie().longest(tokens, 0) is not None


def _initial(marked: MarkedSentence, at: int) -> bool:
    tokens = marked.tokens
    return at + 1 < len(tokens) and tokens[at + 1].is_cap and tokens[at].text.endswith(".")


def _initial_alone(marked: MarkedSentence, at: int) -> bool:
    """Say whether a letter without a point is an initial: "Minister S Jaishankar", "K P Oli"."""
    follower = marked.tokens[at + 1] if at + 1 < len(marked.tokens) else None
    return follower is not None and follower.is_cap and follower.low not in never_names()


def _is_title_word(marked: MarkedSentence, at: int) -> bool:
    if rank_trie().longest(marked.tokens, at) is not None:
        return True
    return marked.tokens[at].low in lexicon("ranks")["mid_name_breaks"]


def shouted_surname(tokens: list[Token], start: int, end: int) -> str:
    """Return the one word of a name that is written in capitals, as the family name is: DAR."""
    words = [token for token in tokens[start:end] if token.is_word and len(token.text) > 1]
    shouted = [word.text for word in words if word.is_upper and len(word.text) > 2]
    return shouted[0] if len(shouted) == 1 and len(words) > 1 else ""


def name_text(tokens: list[Token], start: int, end: int) -> str:
    """Return a name as written, but words all in capitals as names are: Ishaq DAR."""
    words = re.sub(r"[\"“”]|(?<= )'|'(?= )", "", join_tokens(tokens[start:end])).split()
    return " ".join(
        word.title() if word.isupper() and len(word) > 2 and word.lower() not in _SUFFIXES else word
        for word in words
    )
