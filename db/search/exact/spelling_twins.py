"""Words of which two spellings are usual: British and American ones, hyphens, abbreviations.

A word that was typed in one is searched in both, and a name fits alike whichever it is written in.
"""

from __future__ import annotations

import re
from functools import cache

from db.names.name_lists import word_list

BRITISH_ENDING = re.compile(r"(?<=\w)is(ations?|ational)\b")
AMERICAN_ENDING = re.compile(r"(?<=\w)iz(ations?|ational)\b")


@cache
def _twins() -> dict[str, str]:
    """Return each listed spelling with its other one."""
    pairs = word_list("spellings")["twins"]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


@cache
def _plain() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the spellings that are put aside, and the plain one of each."""
    pairs = {other: one for one, other in word_list("spellings")["twins"]}
    return re.compile(rf"\b(?:{'|'.join(sorted(pairs, key=len, reverse=True))})\b"), pairs


def twin_of(text: str) -> str:
    """Return the other spelling of a folded word, '' where it has one alone.

    >>> twin_of("organisation"), twin_of("defense"), twin_of("co operation"), twin_of("nation")
    ('organization', 'defence', 'cooperation', '')
    """
    if twin := _twins().get(text):
        return twin
    for ending, letters in ((BRITISH_ENDING, "iz"), (AMERICAN_ENDING, "is")):
        if ending.search(text):
            return ending.sub(rf"{letters}\1", text)
    return ""


def plain_spelling(text: str) -> str:
    """Return a folded text in one spelling, whichever it was written in.

    >>> plain_spelling("organisation for economic co operation")
    'organization for economic cooperation'
    """
    pattern, plain = _plain()
    return BRITISH_ENDING.sub(r"iz\1", pattern.sub(lambda found: plain[found[0]], text))
