"""Finds people by name in a sentence: after offices, ranks and courtesies, before an office set
beside the name, and bare where the words show that they are a name. `person_groups` joins them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from db.intake.lexicons.name_words import (
    family_names_first,
    given_names,
    never_names,
    states_of_statesmen,
)
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.appositions import (
    counterpart_by_state,
    read_appositions,
    read_displacement,
    read_lists,
    speaks_of_many,
    state_in_brackets,
)
from db.intake.mentions.marks import MarkedSentence, TextMark, join_tokens
from db.intake.mentions.name_chains import name_after, read_chain
from db.intake.mentions.name_runs import name_end, name_text
from db.intake.mentions.person_mention import PersonMention


def find_people(
    marked: MarkedSentence, kind_of: Callable[[str], str], *, is_all_capitals: bool = False
) -> list[PersonMention]:
    """Return the people that a sentence names, and mark them."""
    mentions: list[PersonMention] = []
    offices = {office.start: office for office in marked.offices}
    inside = {
        step for office in marked.offices for step in range(office.start, office.end)
    }  # fmt: skip
    tokens = marked.tokens
    at = 0
    is_upper = sum(token.is_upper for token in tokens) > len(tokens) / 2
    while at < len(tokens):
        titled_end = mentions[-1].end if mentions and mentions[-1].offices else -1
        chain = None if is_upper else read_chain(marked, at, offices, titled_end)
        if chain is not None:
            found = name_after(marked, chain)
            if found:
                mentions.extend(found)
                at = found[-1].outer_end
                continue
            at = max(chain.end, at + 1)
            continue
        if at in inside or marked.mark_at[at] is not None or not tokens[at].is_cap:
            at += 1
            continue
        end = name_end(marked, at)
        if (one_more := counterpart_by_state(marked, at, end, mentions)) is not None:
            mentions.append(one_more)
            at = end
            continue
        if end > at and not is_all_capitals and _is_bare_name(marked, at, end, kind_of):
            mention = PersonMention(
                name_text(tokens, at, end), at, end, at, end, is_bare=True, reasons=["by the name"]
            )
            mentions.append(mention)
            at = end
            continue
        at = max(end, at + 1)
    for mention in mentions:
        marked.put(TextMark("person", mention.start, mention.end, mention))
        marked.offices = [
            office for office in marked.offices
            if not mention.start <= office.core < mention.end or office in mention.offices
        ]  # fmt: skip
    read_appositions(marked, mentions)
    read_displacement(marked, mentions)
    read_lists(marked, mentions)
    return mentions


def _is_bare_name(
    marked: MarkedSentence, start: int, end: int, kind_of: Callable[[str], str]
) -> bool:
    """Say whether capitals without a title are somebody's name."""
    tokens = marked.tokens
    length = end - start
    if length < 2 or length > 6:
        return False
    words = [token.low for token in tokens[start:end]]
    name = " ".join(words)
    if name in states_of_statesmen() or kind_of(join_tokens(tokens[start:end])) == "person":
        return True
    if (
        any(token.is_upper and len(token.text) > 3 for token in tokens[start:end])
        and words[0] not in given_names()
    ):
        return False
    if words[0] in given_names():
        return True
    if any(word.startswith(("al-", "el-")) or word in ("bin", "ibn", "bint") for word in words[1:]):
        return True
    if length in (2, 3) and _KOREAN.fullmatch(tokens[end - 1].text) and not tokens[start].is_upper:
        return True
    if words[0] in family_names_first() and length <= 3 and not marked.sentence.is_headline:
        return True
    if words[-1] in given_names() and length == 2 and words[0] not in never_names():
        return _has_person_company(marked, start, end)
    if length <= 5 and state_in_brackets(marked, end) and speaks_of_many(marked):
        return True
    if length in (4, 5) and _is_office_beside(marked, end):
        return True  # "Maria Clara dos Reis Lobo, director of the bank"
    has_initial = any(len(word.rstrip(".")) == 1 for word in words)
    return ((has_initial and length >= 2) or length in (2, 3)) and _has_person_company(
        marked, start, end
    )


_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]{2,}")


def _is_office_beside(marked: MarkedSentence, end: int) -> bool:
    """Say whether an office follows a name behind a comma."""
    tokens = marked.tokens
    for office in marked.offices:
        gap = office.start - end
        if gap == 1 and tokens[end].text in (",", "("):
            return True
        if gap == 2 and tokens[end].text == "," and tokens[end + 1].low in ("the", "a", "an"):
            return True
    return False


def _has_person_company(marked: MarkedSentence, start: int, end: int) -> bool:
    """Say whether what stands round capitals speaks of a person: an office beside, "said"."""
    tokens = marked.tokens
    if _is_office_beside(marked, end):
        return True
    if state_in_brackets(marked, end) and speaks_of_many(marked):
        return True
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].low == "who":
        return True
    if start > 0 and tokens[start - 1].low in word_set("before_bare_names"):
        return True
    if end < len(tokens) and tokens[end].low in ("said", "told", "added", "stressed"):
        return True
    return start > 0 and tokens[start - 1].low == "said"
