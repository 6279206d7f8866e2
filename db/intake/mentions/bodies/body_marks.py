"""Marks the bodies of a sentence: those known by name, those that a word like Ministry or Bank
makes one. `document` asks it; `body_groups` makes one organization of all mentions."""

from __future__ import annotations

from functools import cache

from db.amounts.currencies import CODES
from db.intake.lexicons.body_words import body_words, known_bodies, news_trie
from db.intake.lexicons.name_words import given_names, never_names
from db.intake.lexicons.office_words import head_trie
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import lexicon
from db.intake.mentions.bodies.bodies_by_words import BodyFacts, mark_bodies_by_words
from db.intake.mentions.bodies.body_extents import is_name_part, is_organ, joins_portfolios
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of

MAX_BYLINE_TOKENS = 12  # before an agency in brackets: "Colombo, Mar 29 (PTI)"


def mark_bodies(marked: MarkedSentence) -> None:
    """Mark the bodies of a sentence."""
    _mark_known_bodies(marked)
    _mark_legal_prefixes(marked)
    mark_bodies_by_words(marked)
    _mark_small(marked)


_PREFIXES = frozenset(("PT", "PJSC", "OJSC", "JSC", "LLC", "CJSC", "PAO", "OOO"))


def _mark_legal_prefixes(marked: MarkedSentence) -> None:
    """Mark companies whose legal form stands before the name: PT PLN."""
    tokens = marked.tokens
    for at in range(len(tokens) - 1):
        if tokens[at].text.rstrip(".") not in _PREFIXES:
            continue
        if tokens[at + 1].text in _QUOTES and (close := _closing_quote(tokens, at + 2)) > 0:
            facts = BodyFacts(marked.text(at + 2, close), "", "company")
            marked.put(TextMark("body", at + 2, close, facts))
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].is_cap and end - at < 5:
            place = place_of(marked.mark_at[end])
            if marked.mark_at[end] is not None and (place is None or place.form != "name"):
                break
            end += 1
        if end > at + 1:
            name = marked.text(at, end)
            short = tokens[at + 1].text if tokens[at + 1].is_upper and end == at + 2 else ""
            marked.put(TextMark("body", at, end, BodyFacts(name, short, "company")))


_QUOTES = frozenset(('"', "“", "”", "«", "»"))
MAX_QUOTED_TOKENS = 6


def _closing_quote(tokens: list[Token], at: int) -> int:
    """Return where a short quotation ends that begins at a token; 0 if it does not."""
    for end in range(at + 1, min(at + MAX_QUOTED_TOKENS, len(tokens))):
        if tokens[end].text in _QUOTES:
            return end
    return 0


_BEFORE_X = frozenset(("on", "via", "platform", "to", "by"))


def _mark_known_bodies(marked: MarkedSentence) -> None:
    tokens = marked.tokens
    trie, sources = known_bodies(), news_trie()
    at = 0
    while at < len(tokens):
        if not tokens[at].is_cap:
            at += 1
            continue
        found = trie.longest(tokens, at)
        source = sources.longest(tokens, at)
        place = marked.mark_at[at]
        if source and source[1] == "X" and (at == 0 or tokens[at - 1].low not in _BEFORE_X):
            source = None
        is_byline = at > 0 and tokens[at - 1].text == "(" and at < MAX_BYLINE_TOKENS
        if source and (not found or source[0] > found[0] or is_byline):
            facts = BodyFacts(source[1], is_known=True, is_source=True)
            end = source[0]
        elif (
            found
            and not (place is not None and place.end > found[0])
            and not joins_portfolios(marked, at - 1)  # the Peace and Security Council
        ):
            end, body = found
            name = body.name if tokens[at].is_upper else marked.text(at, end)
            is_short = tokens[at].is_upper and end == at + 1 and bool(body.acronym)
            code = body.country or (place.value.code if place is not None else "")
            facts = BodyFacts(
                name,
                body.acronym,
                body.type,
                code,
                is_known=True,
                is_source=source is not None,  # Xinhua News Agency
                is_short=is_short,
                known_name=body.name,
            )
        else:
            at += 1
            continue
        if facts.type == "company" and tokens[at].text in CODES and _is_number_at(marked, end):
            at = end
            continue  # "PLN 10 billion"
        if facts.type == "company":
            end = _company_end(marked, end)
            at -= at > 0 and _is_short_before(marked, at - 1)
            facts.name = marked.text(at, end)
        end = _with_state_of_bank(marked, facts, at, end)
        if not _goes_on(marked, end):
            marked.put(TextMark("body", at, end, facts))
        at = end


def _is_number_at(marked: MarkedSentence, at: int) -> bool:
    return at < len(marked.tokens) and marked.tokens[at].is_number


_OF_STATES = frozenset(("bank", "authority", "commission", "agency", "fund"))


def _with_state_of_bank(marked: MarkedSentence, facts: BodyFacts, at: int, end: int) -> int:
    """Return where a known name ends with its state: the Exim Bank of India."""
    tokens = marked.tokens
    place = place_of(marked.mark_at[end + 1]) if end + 1 < len(tokens) else None
    is_led = place is not None and place.form == "name" and tokens[end].low == "of"
    if not is_led or place is None or tokens[end - 1].low not in _OF_STATES:
        return end
    stop = marked.mark_at[end + 1].end  # type: ignore[union-attr]
    facts.name, facts.known_name = marked.text(at, stop), ""
    facts.country = place.code or facts.country
    return stop


def _company_end(marked: MarkedSentence, end: int) -> int:
    """Return where a company's name ends whose first words are known: Hyundai Rotem."""
    tokens = marked.tokens
    stop = end
    while stop < len(tokens) and stop - end < 2 and is_name_part(marked, stop):
        if marked.mark_at[stop] is not None or tokens[stop].low in never_names():
            break
        if tokens[stop].low in given_names():
            break  # "CEO of MBDA Eric Berangeur"
        stop += 1
    return stop


def _is_short_before(marked: MarkedSentence, at: int) -> bool:
    """Say whether a company's known name stands behind two or three letters: HD Hyundai."""
    token = marked.tokens[at]
    is_short = token.is_upper and token.text.isalpha() and len(token.text) <= 3
    return is_short and marked.mark_at[at] is None and not head_trie().longest(marked.tokens, at)


def _goes_on(marked: MarkedSentence, end: int) -> bool:
    """Say whether a body's word follows at once and makes another body: UN Security Council."""
    tokens = marked.tokens
    if end >= len(tokens) or not tokens[end].is_cap or tokens[end].start > tokens[end - 1].end + 1:
        return False
    found = body_words().longest(tokens, end)
    if is_organ(marked, end):
        return False
    return found is not None and not head_trie().longest(tokens, end)


def _mark_small(marked: MarkedSentence) -> None:
    """Mark the few bodies that are written small too: "the Russian foreign ministry"."""
    tokens = marked.tokens
    for at in range(len(tokens) - 1):
        if marked.mark_at[at] is not None or (tokens[at].low, tokens[at + 1].low) not in _small():
            continue
        start = at
        place = place_of(marked.mark_at[at - 1]) if at else None
        country = place.code if place is not None else ""
        if not country and at > 1 and tokens[at - 1].text == "'s":
            before = place_of(marked.mark_at[at - 2])
            country = before.code if before is not None else ""
        elif place is not None and place.form == "people":
            start = marked.mark_at[at - 1].start  # type: ignore[union-attr]
        name = marked.text(start, at + 2)
        name = " ".join(part[:1].upper() + part[1:] for part in name.split())
        facts = BodyFacts(name, "", "ministry", country, is_small=True)
        marked.put(TextMark("body", start, at + 2, facts))


@cache
def _small() -> frozenset[tuple[str, str]]:
    return frozenset(
        (first, second)
        for first, _, second in (each.partition(" ") for each in lexicon("bodies")["lower_names"])
    )
