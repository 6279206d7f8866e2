"""Reads what follows the head of an office: "of Foreign Affairs and Trade of Hungary", "to Kenya",
"of the International Atomic Energy Agency". `office_phrases` asks it."""

from __future__ import annotations

from db.intake.lexicons.office_words import (
    head_trie,
    office_subjects,
)
from db.intake.lexicons.places import Place
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of
from db.intake.mentions.offices.office_facts import OfficeFacts
from db.intake.mentions.offices.office_portfolios import (
    STATE_FORMS,
    and_follows,
    end_before_name,
    subject_end,
    unknown_portfolio_end,
)

MAX_COMPLEMENTS = 5


def _skip_short(marked: MarkedSentence, at: int) -> int:
    """Return where a bracket with an acronym ends after a head, if "of" follows it."""
    tokens = marked.tokens
    if at + 3 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        step = at + 3
        mark = marked.mark_at[step]
        if tokens[step].low == "of" or (mark is not None and mark.kind == "body"):
            return step
    return at


def read_right(marked: MarkedSentence, head_end: int, office: OfficeFacts) -> list[str]:
    """Read what follows a head and return the words of it that belong to the title."""
    tokens = marked.tokens
    words: list[str] = []
    at = _skip_short(marked, head_end)
    at += _is_before_command(marked, at, office)
    for _ in range(MAX_COMPLEMENTS):
        if at >= len(tokens):
            break
        mark = marked.mark_at[at]
        if mark is not None and mark.kind == "body" and mark.start == at and not words:
            if office.organization or mark.value.is_source or not _takes_bare_body(office):
                break
            office.organization = mark.value.name
            office.country = office.country or mark.value.country
            at = mark.end
            continue
        if tokens[at].is_cap and mark is None and not words and _is_portfolio(tokens[at].low):
            end = subject_end(marked, at)
            if end == at or tokens[head_end - 1].low not in _PORTFOLIO_HEADS:
                break
            words.append(marked.text(at, end))
            at = end
            continue
        preposition = tokens[at].low
        if preposition == "from" and office.is_plural and not office.countries:
            end = _read_states_from(marked, at, office)
            if end == at:
                break
            at = end
            continue
        if preposition not in ("of", "for", "to", "in", "on", "at", "with"):
            break
        end = _read_complement(marked, at, office, words)
        if end == at:
            break
        at = end
    if words and marked.text(at, at + 1) in ("II", "III"):
        words.append(marked.text(at, at + 1))  # "Minister of Foreign Affairs II"
        at += 1
    office.end = at
    return words


def _is_before_command(marked: MarkedSentence, at: int, office: OfficeFacts) -> bool:
    """Say whether a comma parts a commander from the command, a director from the bank:
    "commander, U.S. 7th Fleet", "Country Director, World Bank"."""
    if office.organization or marked.text(at, at + 1) != ",":
        return False
    body = marked.mark_at[at + 1] if at + 1 < len(marked.tokens) else None
    if body is None or body.kind != "body" or body.value.is_source:
        return False
    if office.group == "military":
        return body.value.type in _COMMANDS
    is_title = office.core > 1 and marked.tokens[office.core - 1].text == ","
    return office.group == "body" and is_title and marked.tokens[office.core].is_cap


_COMMANDS = frozenset(("command", "armed force", ""))
_PORTFOLIO_HEADS = frozenset(("minister", "secretary", "ministers", "chief"))


def _takes_bare_body(office: OfficeFacts) -> bool:
    return office.group in ("military", "body", "envoy")


def _is_portfolio(low: str) -> bool:
    return low in office_subjects() and low not in ("and", "&", "state", "general")


def _read_complement(marked: MarkedSentence, at: int, office: OfficeFacts, words: list[str]) -> int:
    """Read one "of …" after a head; return where it ends, `at` itself if it is not the title's."""
    tokens = marked.tokens
    preposition = tokens[at].low
    begin = at + 1
    if begin < len(tokens) and tokens[begin].low in ("the", "his", "her"):
        begin += 1
    if begin >= len(tokens):
        return at
    if marked.mark_at[begin] is None and tokens[begin].low in STATE_FORMS:
        begin = _formal(marked, begin) or begin
    mark = marked.mark_at[begin]
    end = _read_owned_body(marked, begin, preposition, office)
    if end:
        return end
    if mark is not None and mark.start == begin and place_of(mark) is not None:
        return _read_place(marked, at, office, words)
    if mark is not None and mark.kind == "body" and mark.start == begin:
        return _read_body(marked, at, office, words)
    if preposition in ("to", "with"):
        is_seat = preposition == "to" and office.group == "envoy" and tokens[begin].is_cap
        return at if is_seat else _read_office_of(marked, at, begin, words)
    if preposition in ("at", "in"):
        return at
    if head_trie().longest(tokens, begin) is not None and preposition in ("of", "for"):
        return _read_office_of(marked, at, begin, words)
    return _read_portfolio(marked, at, begin, office, words)


def _read_owned_body(
    marked: MarkedSentence, begin: int, preposition: str, office: OfficeFacts
) -> int:
    """Read "of South Korea's Defense Administration"; return where it ends, 0 if it is none."""
    start = _owned_body(marked, begin)
    body = marked.mark_at[start] if start else None
    if body is None or preposition not in ("of", "for", "at") or office.organization:
        return 0
    place = place_of(marked.mark_at[begin])
    office.organization = body.value.name
    office.country = office.country or (place.code if place is not None else "")
    city = place_of(marked.mark_at[body.end]) if body.end < len(marked.tokens) else None
    if city is not None and city.form == "city" and body.value.type == "command":
        return marked.mark_at[body.end].end  # type: ignore[union-attr]
    return body.end


def _read_portfolio(
    marked: MarkedSentence, at: int, begin: int, office: OfficeFacts, words: list[str]
) -> int:
    """Read the portfolio of an office: of Foreign Affairs, for Trade, of the Republic."""
    tokens = marked.tokens
    preposition = tokens[at].low
    if preposition == "on" and office.group not in ("envoy", "body", "national"):
        return at
    end = subject_end(marked, begin)
    is_form = preposition == "of" and tokens[begin].low in STATE_FORMS and tokens[begin].is_cap
    if end == begin and is_form:
        end = begin + 1
    if preposition in ("of", "for") and tokens[begin].is_cap:
        end = max(end, unknown_portfolio_end(marked, begin, end))
        if tokens[at - 1].low in _PORTFOLIO_HEADS:
            end = max(end, end_before_name(marked, begin))
    if end == begin:
        return _read_loose(marked, at, begin, words)
    if preposition in ("on", "for") and not tokens[begin].is_cap and office.group == "body":
        return at
    words.append(marked.text(at, end))
    return end


def _owned_body(marked: MarkedSentence, begin: int) -> int:
    """Return where the body begins in "of South Korea's Defense Administration"; 0 if none does."""
    mark = marked.mark_at[begin]
    is_owner = mark is not None and (mark.kind == "body" or place_of(mark) is not None)
    if mark is None or not is_owner or mark.end + 1 >= len(marked.tokens):
        return 0
    if marked.tokens[mark.end].text not in ("'s", "'"):
        return 0
    body = marked.mark_at[mark.end + 1]
    return mark.end + 1 if body is not None and body.kind == "body" else 0


MAX_LOOSE_TOKENS = 6


def _read_loose(marked: MarkedSentence, at: int, begin: int, words: list[str]) -> int:
    """Read "of the new Syrian administration" after a head, where a comma and a name follow."""
    tokens = marked.tokens
    if tokens[at].low not in ("of", "for") or tokens[at - 1].low not in word_set("loose_heads"):
        return at
    for end in range(begin, min(begin + MAX_LOOSE_TOKENS, len(tokens))):
        if tokens[end].text == "," and end > begin:
            follower = tokens[end + 1] if end + 1 < len(tokens) else None
            if follower is None or not follower.is_cap or marked.mark_at[end + 1] is not None:
                return at
            words.append(marked.text(at, end))
            return end
        if not tokens[end].is_word:
            return at
    return at


def _formal(marked: MarkedSentence, begin: int) -> int:
    """Return where the state's name begins after "the Republic of"; 0 if none does."""
    tokens = marked.tokens
    if begin + 2 < len(tokens) and tokens[begin + 1].low == "of":
        step = begin + 2 + (tokens[begin + 2].low == "the")
        if step < len(tokens) and place_of(marked.mark_at[step]) is not None:
            return step
    return 0


def _read_place(marked: MarkedSentence, at: int, office: OfficeFacts, words: list[str]) -> int:
    """Read a state, a city or a region behind a preposition; return where it ends."""
    tokens = marked.tokens
    preposition = tokens[at].low
    begin = next(step for step in range(at + 1, len(tokens)) if place_of(marked.mark_at[step]))
    mark = marked.mark_at[begin]
    place = place_of(mark)
    if mark is None or place is None:
        return at
    if place.form == "people":
        end = subject_end(marked, mark.end)
        if end > mark.end and preposition in ("of", "for"):
            office.country = office.country or place.code
            words.append(marked.text(at, end))
            return end
        return at
    if preposition == "of":
        return _read_state_of(marked, at, mark, office, words)
    if preposition == "for" or (preposition in ("to", "in") and office.group == "envoy"):
        return _read_states_for(marked, at, mark, words)
    return at


def _read_state_of(
    marked: MarkedSentence, at: int, mark: TextMark, office: OfficeFacts, words: list[str]
) -> int:
    place: Place = mark.value
    if place.form == "name":
        if office.country:
            return at
        office.country = place.code
        if office.is_plural:
            return _read_more_states(marked, mark.end, office, place.code)
        return mark.end
    if place.form in ("city", "region"):
        office.country = office.country or place.code
        words.append(marked.text(at, mark.end))
        return mark.end
    return at


def _read_states_for(marked: MarkedSentence, at: int, mark: TextMark, words: list[str]) -> int:
    """Read for or to which states somebody is: "to Kenya and Somalia"."""
    tokens = marked.tokens
    end = mark.end
    if mark.value.form == "region" and end + 1 < len(tokens) and tokens[end].low == "and":
        step = end + 1 + (tokens[end + 1].low == "the")
        further = subject_end(marked, step)
        if further > step:
            words.append(marked.text(at, further))
            return further
    while end + 1 < len(tokens) and tokens[end].low in ("and", ","):
        follower = marked.mark_at[end + 1]
        if place_of(follower) is None or follower is None or follower.start != end + 1:
            break
        if tokens[end].text == "," and not and_follows(marked, end):
            break
        end = follower.end
    words.append(f"{tokens[at].low} {_without(marked, mark.start, end)}")
    return end


def _without(marked: MarkedSentence, begin: int, end: int) -> str:
    return marked.text(begin, end).removeprefix("the ")


def _read_states_from(marked: MarkedSentence, at: int, office: OfficeFacts) -> int:
    """Read "from Russia, Ukraine and Germany" behind a plural; return where it ends."""
    begin = at + 1 + (at + 1 < len(marked.tokens) and marked.tokens[at + 1].low == "the")
    mark = marked.mark_at[begin] if begin < len(marked.tokens) else None
    place = place_of(mark)
    if mark is None or place is None or place.form != "name" or office.country:
        return at
    end = _read_more_states(marked, mark.end, office, place.code)
    return end if office.countries else at


def _read_more_states(marked: MarkedSentence, at: int, office: OfficeFacts, first: str) -> int:
    """Read the further states of a plural office: ministers of Iran, Iraq and Oman."""
    tokens = marked.tokens
    codes, end = [first], at
    while end + 1 < len(tokens) and tokens[end].low in (",", "and"):
        step = end + 1 + (tokens[end + 1].low in ("and", "the"))
        step += step < len(tokens) and tokens[step].low == "the"
        mark = marked.mark_at[step] if step < len(tokens) else None
        place = place_of(mark)
        if mark is None or place is None or place.form != "name" or mark.start != step:
            break
        codes.append(place.code)
        end = mark.end
    if len(codes) > 1:
        office.countries, office.country = tuple(codes), ""
    return end


def _read_body(marked: MarkedSentence, at: int, office: OfficeFacts, words: list[str]) -> int:
    tokens = marked.tokens
    begin = next(step for step in range(at + 1, len(tokens)) if marked.mark_at[step])
    mark = marked.mark_at[begin]
    if mark is None or mark.value.is_source:
        return at
    preposition = tokens[at].low
    if preposition in ("to", "with") and office.group == "envoy":
        words.append(f"to {mark.value.name}")
        return mark.end
    if office.organization:
        return mark.end if preposition == "at" else at
    if preposition not in ("of", "for", "at"):
        return at
    office.organization = mark.value.name
    office.country = office.country or mark.value.country
    return mark.end


def _read_office_of(marked: MarkedSentence, at: int, begin: int, words: list[str]) -> int:
    """Read an office within an office: Special Envoy of the Secretary-General."""
    tokens = marked.tokens
    core = begin
    head = head_trie().longest(tokens, begin)
    if head is None or head[1].is_plural or marked.tokens[at].low not in ("of", "to", "for"):
        return at
    if tokens[at].low == "to" and words:
        return at
    end = head[0]
    if end + 1 < len(tokens) and tokens[end].text == "'s":
        for step in range(end + 1, min(end + 4, len(tokens))):
            if tokens[step].low in ("office", "secretariat", "cabinet", "party", "staff"):
                end = step + 1
                break
    words.append(f"{tokens[at].text} the {marked.text(core, end)}")
    return end
