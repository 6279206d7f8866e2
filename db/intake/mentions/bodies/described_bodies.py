"""Marks bodies that no list and no word of their name gives away, but a word beside it: "the gas
company SPP", "Fincantieri CEO X", "between SOCAR and Naftna". `document` asks it before offices
are read."""

from __future__ import annotations

from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.name_words import given_names, never_names
from db.intake.lexicons.office_words import head_trie
from db.intake.lexicons.rank_words import honorific_trie, rank_trie
from db.intake.lexicons.word_files import lexicon, word_set
from db.intake.mentions.bodies.bodies_by_words import BodyFacts
from db.intake.mentions.bodies.body_extents import joins_names
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of

MAX_NAME_TOKENS = 4
#: How many words may stand between an agreement and the parties that "between" names.
MAX_BETWEEN_TOKENS = 12


def mark_by_description(marked: MarkedSentence) -> None:
    """Mark capitals that a word beside them says are a body."""
    types: dict[str, str] = lexicon("bodies")["describing"]
    tokens = marked.tokens
    at = 1
    while at < len(tokens):
        kind = types.get(tokens[at - 1].low, "") if not tokens[at - 1].is_cap else ""
        start = at + (tokens[at].text in _QUOTES and at + 1 < len(tokens))
        end = _unknown_end(marked, start) if kind else start
        if end > start:
            _put(marked, start, end, kind)
        at = max(end, at + 1)
    _mark_before_chiefs(marked)
    _mark_between(marked)
    _mark_by_endings(marked)


MIN_STEM_LETTERS = 3


def _mark_by_endings(marked: MarkedSentence) -> None:
    """Mark one capitalised word that ends as banks and companies do: Uzpromstroybank, Rosneft."""
    endings: dict[str, str] = lexicon("bodies")["suffixes"]
    for at, token in enumerate(marked.tokens):
        if not token.is_cap or token.is_upper or marked.mark_at[at] is not None:
            continue
        kind = next(
            (
                kind
                for ending, kind in endings.items()
                if token.low.endswith(ending) and len(token.text) >= len(ending) + MIN_STEM_LETTERS
            ),
            "",
        )
        is_common = token.low in never_names() or token.text in lexicon("bodies")["no_suffix"]
        if kind and not is_common and not _stands_in_name(marked, at):
            _put(marked, at, at + 1, kind)


def _stands_in_name(marked: MarkedSentence, at: int) -> bool:
    """Say whether capitals stand right beside a word, with which it may be somebody's name."""
    tokens = marked.tokens
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    is_led = before is not None and (
        before.is_cap or honorific_trie().longest(tokens, at - 1) is not None
    )
    return (is_led and at > 1) or (after is not None and after.is_cap)


_CHIEFS = frozenset((
    "ceo", "coo", "cfo", "chief executive", "chief executive officer", "managing director",
    "executive chairman", "chief operating officer", "chief financial officer",
))  # fmt: skip
_QUOTES = frozenset(('"', "“", "'"))


def _put(marked: MarkedSentence, start: int, end: int, kind: str) -> None:
    country = ""
    for step in range(max(0, start - 4), start):
        place = place_of(marked.mark_at[step])
        country = place.code if place is not None and place.form != "city" else country
    marked.put(TextMark("body", start, end, BodyFacts(marked.text(start, end), "", kind, country)))


def _mark_before_chiefs(marked: MarkedSentence) -> None:
    """Mark capitals before the chief of a company: "Fincantieri CEO Pierroberto Folgieri"."""
    tokens = marked.tokens
    for at in range(1, len(tokens) - 1):
        head = head_trie().longest(tokens, at)
        if head is not None and _is_acronym_of_body(marked, at, head[0]):
            _put(marked, at - 1, at, "")
            continue
        if head is None or marked.text(at, head[0]).lower() not in _CHIEFS:
            continue
        if head[0] >= len(tokens) or not tokens[head[0]].is_cap:
            continue
        start = at
        while start > 0 and at - start < MAX_NAME_TOKENS and _is_unknown(marked, start - 1):
            start -= 1
        if start < at and tokens[start].low not in given_names():
            _put(marked, start, at, "company")


_HEADS = frozenset((
    "chairperson", "chairman", "chairwoman", "leader", "chief", "president", "director",
    "secretary-general", "secretary general", "general secretary", "spokesperson", "spokesman",
    "spokeswoman", "director-general", "director general", "vice-president", "vice president",
    "executive director", "deputy chief", "chair", "head", "commissioner", "ameer", "co-chair",
))  # fmt: skip
MAX_ACRONYM_LETTERS = 7


def _is_acronym_of_body(marked: MarkedSentence, at: int, end: int) -> bool:
    """Say whether unknown letters stand before who heads them: "BNP Chairperson X"."""
    tokens = marked.tokens
    before = tokens[at - 1]
    is_letters = before.is_upper and before.text.replace("-", "").isalpha()
    is_short = is_letters and 2 <= len(before.text) <= MAX_ACRONYM_LETTERS
    is_known = marked.mark_at[at - 1] is not None or before.low in never_names()
    if is_known or not is_short or marked.text(at, end).lower() not in _HEADS:
        return False
    is_rank = rank_trie().longest(tokens, at - 1) or head_trie().longest(tokens, at - 1)
    return not is_rank and end < len(tokens) and tokens[end].is_cap


def _mark_between(marked: MarkedSentence) -> None:
    """Mark the parties of "an agreement between X and Y"."""
    tokens = marked.tokens
    for at, token in enumerate(tokens):
        found = agreement_trie().longest(tokens, at)
        if found is None:
            continue
        lead = next(
            (
                step
                for step in range(found[0], min(found[0] + MAX_BETWEEN_TOKENS, len(tokens)))
                if tokens[step].low == "between" or tokens[step].text in ".;"
            ),
            len(tokens),
        )
        if lead < len(tokens) and tokens[lead].low == "between" and token.is_word:
            _mark_row(marked, lead + 1)


def _mark_row(marked: MarkedSentence, at: int) -> None:
    """Mark the unknown capitals of a row from a token on, up to the one behind "and"."""
    tokens = marked.tokens
    is_last = False
    while at < len(tokens):
        if tokens[at].low in ("the", "both"):
            at += 1
            continue
        mark = marked.mark_at[at]
        end = mark.end if mark is not None else _unknown_end(marked, at)
        if end == at:
            return
        if mark is None and not _is_person_ahead(marked, at):
            _put(marked, at, end, "")
        if is_last or end >= len(tokens) or tokens[end].low not in ("and", ","):
            return
        is_last = tokens[end].low == "and"
        at = end + 1


def _is_person_ahead(marked: MarkedSentence, at: int) -> bool:
    return marked.tokens[at].low in given_names()


def _unknown_end(marked: MarkedSentence, at: int) -> int:
    """Return where capitals end that nothing else is known of; the token itself for none."""
    tokens = marked.tokens
    end = at
    while end < len(tokens) and end - at < MAX_NAME_TOKENS:
        if end > at and joins_names(marked, end):
            end += 1
        if not (_is_unknown(marked, end) or (end > at and _goes_on(marked, end))):
            break
        end += 1
    is_person = end - at == 2 and tokens[at].low in given_names()
    is_letter = end == at + 1 and len(tokens[at].text) < 2
    return at if is_person or is_letter else end


def _goes_on(marked: MarkedSentence, at: int) -> bool:
    """Say whether a common word or a people's name goes on with a name: Azule Energy."""
    token = marked.tokens[at]
    if not token.is_cap or token.low in word_set("function"):
        return False
    if head_trie().longest(marked.tokens, at) or agreement_trie().longest(marked.tokens, at):
        return False
    place = place_of(marked.mark_at[at])
    is_last = at + 1 >= len(marked.tokens) or not marked.tokens[at + 1].is_cap
    forms = ("people", "name") if is_last else ("people",)
    return marked.mark_at[at] is None or (place is not None and place.form in forms)


def _is_unknown(marked: MarkedSentence, at: int) -> bool:
    token = marked.tokens[at]
    if not token.is_cap or token.is_number or marked.mark_at[at] is not None:
        return False
    if token.low in never_names() or token.low in word_set("months"):
        return False
    if rank_trie().longest(marked.tokens, at) or honorific_trie().longest(marked.tokens, at):
        return False
    return not (
        head_trie().longest(marked.tokens, at) or agreement_trie().longest(marked.tokens, at)
    )
