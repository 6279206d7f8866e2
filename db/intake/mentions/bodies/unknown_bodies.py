"""Finds companies that no word and no list gives away, by what they do: they sign or invest, or
somebody signs with them. `document` asks it after people are found.
"""

from __future__ import annotations

from collections.abc import Callable

from db.intake.lexicons.agreement_words import act_trie, agreement_trie
from db.intake.lexicons.name_words import never_names
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.bodies.bodies_by_words import BodyFacts
from db.intake.mentions.bodies.body_extents import joins_names
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of

MAX_NAME_TOKENS = 4


def mark_parties(marked: MarkedSentence) -> None:
    """Mark capitalised words that are a party: "with Hyundai Rotem", "Honda will invest"."""
    if not _speaks_of_deals(marked):
        return
    at = 0
    while at < len(marked.tokens):
        end = _unknown_end(marked, at)
        is_body = end > at and (
            _acts(marked, end) or _is_partner(marked, at, end) or _is_of_state(marked, at, end)
        )
        if is_body:
            end = _with_state(marked, end)
            name = marked.text(at, end)
            marked.put(TextMark("body", at, end, BodyFacts(name, "", "company")))
        at = max(end, at + 1)


def mark_known_names(marked: MarkedSentence, kind_of: Callable[[str], str]) -> None:
    """Mark the bodies that the desk, or a second opinion, says that capitalised words are."""
    at = 0
    while at < len(marked.tokens):
        end = _name_end_on_desk(marked, at, kind_of) if _may_be_a_name(marked, at) else at
        if end > at:
            marked.put(TextMark("body", at, end, BodyFacts(marked.text(at, end), is_known=True)))
        at = max(end, at + 1)


def _may_be_a_name(marked: MarkedSentence, at: int) -> bool:
    token = marked.tokens[at]
    is_free = marked.mark_at[at] is None and token.is_cap and not token.is_number
    return is_free and not any(office.start <= at < office.end for office in marked.offices)


def _name_end_on_desk(marked: MarkedSentence, at: int, kind_of: Callable[[str], str]) -> int:
    """Return where the longest run of capitals ends that names a body; the token for none."""
    end = at
    while end < len(marked.tokens) and end - at < MAX_NAME_TOKENS and _may_be_a_name(marked, end):
        end += 1
    for stop in range(end, at, -1):
        is_word_alone = stop == at + 1 and (at == 0 or marked.tokens[at].low in never_names())
        if not is_word_alone and kind_of(marked.text(at, stop)) == "organization":
            return stop
    return at


def _speaks_of_deals(marked: MarkedSentence) -> bool:
    tokens = marked.tokens
    return any(
        token.low in word_set("investing")
        or agreement_trie().longest(tokens, at) is not None
        or act_trie("signing_only").longest(tokens, at) is not None
        for at, token in enumerate(tokens)
    )


def _unknown_end(marked: MarkedSentence, at: int) -> int:
    """Return where capitalised words end that nothing is known of; the token itself for none."""
    tokens = marked.tokens
    end = at
    while end < len(tokens) and end - at < MAX_NAME_TOKENS and _is_unknown(marked, end):
        end += 1 + (end + 1 < len(tokens) and joins_names(marked, end + 1))
    if end == at + 1 and len(tokens[at].text) < 3:
        return at
    return end


def _is_unknown(marked: MarkedSentence, at: int) -> bool:
    token = marked.tokens[at]
    if not token.is_cap or token.is_number or marked.mark_at[at] is not None:
        return False
    if token.low in never_names() or token.low in word_set("months"):
        return False
    if any(office.start <= at < office.end for office in marked.offices):
        return False
    return agreement_trie().longest(marked.tokens, at) is None


def _acts(marked: MarkedSentence, end: int) -> bool:
    """Say whether a verb of signing or investing follows: Honda will invest."""
    tokens = marked.tokens
    step = end
    while step < len(tokens) and tokens[step].low in ("will", "has", "have", "to", "plans", "also"):
        step += 1
    if step >= len(tokens):
        return False
    return tokens[step].low in word_set("investing")


#: What companies do with one another, and people for their states.
_DEALING = frozenset((
    "agreed", "build", "builds", "supply", "supplies", "deliver", "delivers", "won", "wins",
    "acquire", "acquired", "launch", "produce", "operates", "operate",
))  # fmt: skip


def _is_of_state(marked: MarkedSentence, at: int, end: int) -> bool:
    """Say whether "Korea's X agreed" or "a body and Germany's X" names a company."""
    tokens = marked.tokens
    if at < 2 or tokens[at - 1].text not in ("'s", "'") or place_of(marked.mark_at[at - 2]) is None:
        return False
    step = end + (end < len(tokens) and tokens[end].low in ("will", "would", "to", "has"))
    return step < len(tokens) and tokens[step].low in _DEALING


def _with_state(marked: MarkedSentence, end: int) -> int:
    """Return where a name ends that goes on with a state's: "with Luerssen Australia for"."""
    tokens = marked.tokens
    mark = marked.mark_at[end] if end < len(tokens) else None
    place = place_of(mark)
    if (
        mark is None
        or place is None
        or place.form != "name"
        or tokens[end - 1].end + 1 != tokens[end].start
    ):
        return end
    return mark.end


def _is_partner(marked: MarkedSentence, at: int, end: int) -> bool:
    """Say whether "with" leads to a name, in words that end there."""
    tokens = marked.tokens
    if at == 0 or tokens[at - 1].low != "with":
        return False
    end = _with_state(marked, end)
    return end >= len(tokens) or tokens[end].low in word_set("after_partners")
