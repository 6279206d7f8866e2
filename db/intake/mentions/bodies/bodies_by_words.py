"""Finds bodies that a word like Ministry or Bank makes one; `body_marks` asks it, and
`office_phrases` behind a head that took one away."""

from __future__ import annotations

from dataclasses import dataclass

from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.body_words import BodyWord, body_words
from db.intake.lexicons.name_words import given_names
from db.intake.lexicons.office_words import office_subjects
from db.intake.lexicons.places import Place
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.bodies.body_extents import (
    end_behind_ampersand,
    is_organ,
    is_organ_name,
    left_end,
    legal_end,
    right_end,
)
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of


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
        start = left_end(marked, at)
        if is_organ(marked, at) or (at > 0 and is_organ(marked, at - 1)):
            at = head_end
            continue  # the IMF Executive Board is the IMF
        is_ministry = word.type == "ministry"
        end = right_end(marked, head_end, is_ministry) if word.takes_of else head_end
        end = legal_end(marked, end_behind_ampersand(marked, end), word)
        if _is_body(marked, start, head_start, head_end, end, word):
            _put_body(marked, start, end, word)
        at = max(end, at + 1)


#: Words that with a portfolio alone are a body: the Finance Division.
_PARTS_OF_MINISTRIES = frozenset(("division", "secretariat", "headquarters"))
_HONOURS = frozenset(("of honour", "of honor"))  # behind a guard


def _is_body(
    marked: MarkedSentence, start: int, at: int, head_end: int, end: int, word: BodyWord
) -> bool:
    tokens = marked.tokens
    has_left = start < at
    has_right = end > head_end
    if _is_organ_of_known(marked, at, head_end):
        return False
    noun = agreement_trie().longest(tokens, start)
    if noun is not None and noun[0] > end:
        return False  # the Extended Fund Facility
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


def _is_organ_of_known(marked: MarkedSentence, at: int, end: int) -> bool:
    """Say whether "Executive Board of the International Monetary Fund" begins at a token."""
    tokens = marked.tokens
    step = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].low == "the")
    if step >= len(tokens) or tokens[end].low != "of" or not is_organ_name(marked, at, end):
        return False
    mark = marked.mark_at[step]
    return mark is not None and mark.kind == "body" and mark.value.is_known


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
