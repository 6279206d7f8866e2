"""Pairs acronyms with what the text spells out: "Frontier Works Organization (FWO)", both ways.

`entities` asks it before mentions are grouped, so that "FWO" alone is known afterwards.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from db.intake.lexicons.agreement_words import is_agreement_noun
from db.intake.lexicons.body_words import body_words
from db.intake.lexicons.office_words import head_trie
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.bodies.bodies_by_words import BodyFacts
from db.intake.mentions.marks import MarkedSentence, TextMark

MAX_LONG_FORM_TOKENS = 12
#: What an acronym may leave out.
#: Last words of what is spelt out and is no body.


MIN_LONG_BODY_TOKENS = 3  # the International Conference on the Great Lakes Region


class AcronymPair(NamedTuple):
    """An acronym, and from which token to which its long form stands."""

    acronym: str
    start: int
    end: int
    acronym_at: int


def pair_acronyms(marked: MarkedSentence) -> list[AcronymPair]:
    """Mark bodies that a sentence gives an acronym in brackets and return the pairs."""
    pairs: list[AcronymPair] = []
    tokens = marked.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].text != "(" or tokens[at + 2].text not in "),;":
            _take_short_name(marked, at)
            continue
        short = tokens[at + 1]
        if not _is_acronym(short):
            continue
        pair = _pair_before(marked, at, short)
        if pair is not None:
            pairs.append(pair)
    return pairs


def _take_short_name(marked: MarkedSentence, bracket: int) -> None:
    """Let "(AHA Centre)" be the body before the bracket, whose last word it shares."""
    tokens = marked.tokens
    before = marked.mark_at[bracket - 1]
    end = bracket + 3
    is_short = tokens[bracket].text == "(" and end < len(tokens) and tokens[end].text == ")"
    if not is_short or before is None or before.kind != "body" or before.end != bracket:
        return
    if not tokens[bracket + 1].is_upper or tokens[end - 1].low not in before.value.name.lower():
        return
    facts = replace(before.value, acronym="")
    if before.entity is None:
        marked.put(TextMark("body", bracket + 1, end, facts))


def _is_acronym(token: Token) -> bool:
    capitals = sum(map(str.isupper, token.text))
    return (
        2 <= len(token.text) <= 12
        and token.is_cap
        and (capitals >= 2 or (token.text.istitle() and len(token.text) <= 8))
    )


def _pair_before(marked: MarkedSentence, bracket: int, short: Token) -> AcronymPair | None:
    before = marked.mark_at[bracket - 1]
    letters = short.text.replace(".", "").replace("-", "").lower()
    start = _initials_start(marked.tokens, bracket, letters)
    if before is not None and before.kind == "place":
        is_state = before.value.form == "name" and before.end == bracket
        if before.value.form == "venue" or (is_state and (start is None or before.start <= start)):
            return None
    if before is not None and before.kind == "body" and before.end == bracket:
        if _fits(before, letters, marked) or start is not None:
            if start is not None and start < before.start and _is_named(marked, start):
                if _is_other_thing(marked, start, bracket):
                    return None
                return _put(marked, start, bracket, short)
            before.value.acronym = short.text  # as this text has it
            if marked.mark_at[bracket + 1] is None:
                facts = before.value
                marked.put(TextMark("body", bracket + 1, bracket + 2, facts))
            return AcronymPair(short.text, before.start, before.end, bracket + 1)
        return None
    if start is None or not short.is_upper or not _is_named(marked, start):
        return None
    if _is_other_thing(marked, start, bracket):
        return None
    return _put(marked, start, bracket, short)


def _put(marked: MarkedSentence, start: int, bracket: int, short: Token) -> AcronymPair:
    words = marked.tokens[start:bracket]
    name = " ".join(
        word.text if word.is_cap or word.low in word_set("idle") else word.text.capitalize()
        for word in words
        if word.text not in ("'", "'s")
    )
    kind = next(
        (found[1].type for step in range(start, bracket)
         if (found := body_words().longest(marked.tokens, step)) and found[0] == bracket),
        "",
    )  # fmt: skip
    facts = BodyFacts(name, short.text, kind)
    marked.put(TextMark("body", start, bracket, facts))
    marked.put(TextMark("body", bracket + 1, bracket + 2, facts))
    return AcronymPair(short.text, start, bracket, bracket + 1)


def _fits(mark: TextMark, letters: str, marked: MarkedSentence) -> bool:
    """Say whether an acronym may be that of a body: known, or most of its initials."""
    if mark.value.acronym.lower() == letters:
        return True
    initials = "".join(
        token.low[0]
        for token in marked.tokens[mark.start : mark.end]
        if token.low not in word_set("idle")
    )
    return (
        _is_within(letters, initials)
        or _is_within(initials, letters)
        or (letters[0] == initials[:1] and len(letters) >= 3)
    )


def _is_within(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _initials_start(tokens: list[Token], bracket: int, letters: str) -> int | None:
    """Return where a long form begins whose initials are the letters, read from behind."""
    at, left = bracket - 1, letters
    while left and at >= 0 and bracket - at <= MAX_LONG_FORM_TOKENS:
        token = tokens[at]
        if token.is_word and token.low[0] == left[-1]:
            left = left[:-1]
        elif token.is_word and "-" in token.text and token.low.split("-")[-1][:1] == left[-1:]:
            left = left[:-1]
            if left and token.low[0] == left[-1]:
                left = left[:-1]
        elif token.low not in word_set("idle"):
            return None
        at -= 1
    return at + 1 if not left else None


def _is_named(marked: MarkedSentence, start: int) -> bool:
    return marked.tokens[start].is_cap and marked.tokens[start].low not in word_set("function")


def _is_other_thing(marked: MarkedSentence, start: int, end: int) -> bool:
    """Say whether what is spelt out is no body: an agreement, an office, a thing."""
    tokens = marked.tokens
    last = tokens[end - 1]
    if tokens[start].low in word_set("international") and end - start > MIN_LONG_BODY_TOKENS:
        return any(is_agreement_noun(tokens, start, step) for step in range(start + 1, end))
    if last.low in word_set("no_body") or is_agreement_noun(tokens, start, end):
        return True
    if any(is_agreement_noun(tokens, start, step) for step in range(start + 1, end)):
        return True  # "the Revitalised Agreement on the Resolution of …"
    capitals = sum(token.is_cap for token in tokens[start:end])
    has_word = any(body_words().longest(tokens, step) for step in range(start, end))
    if not has_word and capitals < 3:
        return True
    return any(
        found is not None and found[0] == end
        for step in range(start, end)
        if (found := head_trie().longest(tokens, step)) is not None
    )
