"""Says which office each of a row holds: "Ministers X (Trade) and Y of Chad"; `name_chains` asks it
for every name behind a plural."""

from __future__ import annotations

from dataclasses import replace

from db.intake.lexicons.rank_words import honorific_trie
from db.intake.lexicons.tokens import Token
from db.intake.mentions.marks import MarkedSentence, place_of
from db.intake.mentions.offices.office_facts import OfficeFacts
from db.intake.mentions.person_mention import PersonMention

MAX_BRACKET_TOKENS = 6


def behind_courtesy(tokens: list[Token], at: int) -> int:
    """Return where a name begins behind the courtesy of a row: ", Amb X"."""
    found = honorific_trie().longest(tokens, at) if at < len(tokens) else None
    return found[0] if found is not None and tokens[at].is_cap else at


def office_in_row(
    marked: MarkedSentence, office: OfficeFacts, mention: PersonMention
) -> OfficeFacts:
    """Return the office of one of a row by what stands behind the name: "Ministers X (Trade) and
    Y (Health)", "Presidents X (Mali) and Y of Chad"; its brackets are of the mention then."""
    tokens = marked.tokens
    state, end = state_of_name(marked, mention.end)
    if state:
        return replace(office) if office.countries else replace(office, country=state)
    if end >= len(tokens) or tokens[end].text != "(":
        return replace(office)
    last = min(end + MAX_BRACKET_TOKENS, len(tokens))
    close = next((at for at in range(end + 1, last) if tokens[at].text == ")"), 0)
    place = place_of(marked.mark_at[end + 1]) if close else None
    if place is not None and place.code:
        mention.outer_end, mention.country = close + 1, place.code
        return replace(office, country=place.code)
    if close and all(
        token.is_cap or token.low in ("and", "&", ",") for token in tokens[end + 1 : close]
    ):
        mention.outer_end = close + 1
        return replace(office, title=f"{office.title} for {marked.text(end + 1, close)}")
    return replace(office)


def state_of_name(marked: MarkedSentence, end: int) -> tuple[str, int]:
    """Return the state behind a name and where it ends: "President Nausėda of Lithuania"."""
    tokens = marked.tokens
    if end + 2 >= len(tokens) or tokens[end].low != "of":
        return "", end
    mark = marked.mark_at[end + 1 + (tokens[end + 1].low == "the")]
    place = place_of(mark)
    if mark is None or place is None or place.form != "name":
        return "", end
    return place.code, mark.end
