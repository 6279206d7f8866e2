"""Says where the portfolio of an office ends: Foreign Affairs, Trade and Worship; also one that no
list has, by the name behind it. `office_complements` asks it."""

from __future__ import annotations

from db.intake.lexicons.name_words import given_names
from db.intake.lexicons.office_words import head_trie, office_subjects
from db.intake.lexicons.places import Place
from db.intake.lexicons.rank_words import honorific_trie, rank_trie
from db.intake.mentions.marks import MarkedSentence, place_of

STATE_FORMS = frozenset(("republic", "kingdom", "state", "sultanate", "federation", "commonwealth"))


MAX_UNKNOWN_TOKENS = 8


def unknown_portfolio_end(marked: MarkedSentence, begin: int, end: int) -> int:
    """Return where capitalised words of a portfolio end that no list has, if a given name, a rank
    or a courtesy follows them at once: "Minister of Peat and Wetlands Juan Pérez"."""
    tokens = marked.tokens
    for at in range(end, min(begin + MAX_UNKNOWN_TOKENS, len(tokens))):
        token = tokens[at]
        if marked.mark_at[at] is not None:
            return end
        if at > begin and token.is_cap and _begins_name(marked, at):
            is_title = bool(rank_trie().longest(tokens, at) or honorific_trie().longest(tokens, at))
            if at == end + 1 and end > begin and not is_title:
                return end  # "of Foreign Affairs Mahamudu Ali": one word more is of the name
            return at if tokens[at - 1].is_cap else end
        if not token.is_cap and token.low not in ("and", "of", "the", "&"):
            return end
    return end


def end_before_name(marked: MarkedSentence, begin: int) -> int:
    """Return where the capitals of a portfolio end that a comma and a name in commas follow, or a
    courtesy: "Minister of Migration and Tunisians Abroad, Nabil Ayari,"; 0 if none do."""
    tokens = marked.tokens
    for at in range(begin, min(begin + MAX_UNKNOWN_TOKENS + 4, len(tokens))):
        low = tokens[at].low
        place = place_of(marked.mark_at[at])
        if low in STATE_FORMS or (marked.mark_at[at] is not None and not _is_people(place)):
            return 0
        if tokens[at].text == ",":
            if _is_name_in_commas(marked, at + 1):
                return at
        elif at > begin and tokens[at].is_cap and honorific_trie().longest(tokens, at):
            return at if tokens[at - 1].is_cap else 0
        elif at > begin and head_trie().longest(tokens, at):
            return 0  # "of State and National Security Advisor"
        elif not tokens[at].is_cap and low not in ("and", "of", "the", "&", "for"):
            return 0
    return 0


def _is_people(place: Place | None) -> bool:
    return place is not None and place.form in ("people", "region")


def _is_name_in_commas(marked: MarkedSentence, at: int) -> bool:
    """Say whether two to four capitals that nothing is known of stand before a comma."""
    tokens = marked.tokens
    end = at
    while end < len(tokens) and end - at < 5 and tokens[end].is_cap and not marked.mark_at[end]:
        if tokens[end].low in office_subjects() or head_trie().longest(tokens, end):
            return False
        end += 1
    return end - at >= 2 and end < len(tokens) and tokens[end].text in ",)"


def _begins_name(marked: MarkedSentence, at: int) -> bool:
    tokens = marked.tokens
    if rank_trie().longest(tokens, at) or honorific_trie().longest(tokens, at):
        return True
    is_given = tokens[at].low in given_names() and tokens[at].low not in office_subjects()
    return is_given and at + 1 < len(tokens) and tokens[at + 1].is_cap


def subject_end(marked: MarkedSentence, begin: int) -> int:
    """Return where the words of a portfolio end: Foreign Affairs, Trade and Worship."""
    tokens = marked.tokens
    subjects = office_subjects()
    at = begin
    while at < len(tokens) and at - begin < 14:
        token = tokens[at]
        if token.low in ("and", "&") or token.text == ",":
            step = at + 1
            if token.text == "," and step < len(tokens) and tokens[step].low in ("and", "&"):
                step += 1
            if step + 1 < len(tokens) and tokens[step].low == "the":
                step += 1
            if at == begin or step >= len(tokens) or tokens[step].low not in subjects:
                break
            is_same_case = tokens[step].is_cap == tokens[begin].is_cap
            if not is_same_case or head_trie().longest(tokens, step) or marked.mark_at[step]:
                break
            if token.text == "," and step == at + 1 and not and_follows(marked, step):
                break
            at = step
            continue
        if token.low not in subjects or (token.low in ("and", "&")):
            break
        if at > begin and token.is_cap != tokens[begin].is_cap:
            break
        if at > begin and head_trie().longest(tokens, at):
            break
        at += 1
    return at


def and_follows(marked: MarkedSentence, at: int) -> bool:
    """Say whether "and" stands soon behind a token."""
    return any(token.low in ("and", "&") for token in marked.tokens[at + 1 : at + 7])
