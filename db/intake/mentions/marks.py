"""Marks over the tokens of a sentence: what stands where, each token in one mark at most.

Places, bodies, offices and people are marked one after the other; events read the marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from db.intake.lexicons.places import Place, capital_of, place_trie
from db.intake.lexicons.tokens import Token
from db.intake.text.sentences import Sentence


@dataclass(slots=True)
class TextMark:
    """Tokens from `start` to before `end` are a place, a body, an office or a person.

    `value` is the Place, the body's facts, the office or the person; `entity` is who it is in the
    whole text, once mentions are grouped.
    """

    kind: str
    start: int
    end: int
    value: Any = None
    entity: Any = None


@dataclass(slots=True)
class MarkedSentence:
    """A sentence with its marks in order; `mark_at` has the mark that covers a token."""

    sentence: Sentence
    tokens: list[Token]
    mark_at: list[TextMark | None]
    offices: list[Any] = field(default_factory=list)

    def put(self, mark: TextMark) -> None:
        """Add a mark over whatever it covers whole."""
        for place in range(mark.start, mark.end):
            old = self.mark_at[place]
            if old is not None:
                for step in range(old.start, old.end):
                    self.mark_at[step] = None
        for place in range(mark.start, mark.end):
            self.mark_at[place] = mark

    def marks(self) -> list[TextMark]:
        """Return the marks in their order."""
        found: list[TextMark] = []
        for mark in self.mark_at:
            if mark is not None and (not found or found[-1] is not mark):
                found.append(mark)
        return found

    def text(self, start: int, end: int) -> str:
        """Return tokens as written, with single blanks."""
        return join_tokens(self.tokens[start:end])


def join_tokens(tokens: list[Token]) -> str:
    """Return tokens as one text: a blank where there was one or more."""
    parts: list[str] = []
    for step, token in enumerate(tokens):
        if step and token.start > tokens[step - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def mark_places(sentence: Sentence) -> MarkedSentence:
    """Return a sentence with its states, peoples, cities and regions marked."""
    tokens = sentence.tokens
    marked = MarkedSentence(sentence, tokens, [None] * len(tokens))
    mark_places_within(marked, 0, len(tokens))
    _widen_formal_names(marked)
    _read_capitals(marked)
    return marked


def mark_places_within(marked: MarkedSentence, start: int, end: int) -> None:
    """Mark the places among some tokens that nothing else covers."""
    trie = place_trie()
    at = start
    while at < end:
        found = trie.longest(marked.tokens, at) if marked.mark_at[at] is None else None
        if found is None or found[0] > end or _is_currency(marked, found[0]):
            at += 1
            continue
        mark = TextMark("place", at, found[0], found[1])
        for step in range(at, found[0]):
            marked.mark_at[step] = mark
        at = found[0]


def _is_currency(marked: MarkedSentence, end: int) -> bool:
    """Say whether what ends at a token is no state but a currency: "US$ 5", "U.S. dollars"."""
    follower = marked.tokens[end] if end < len(marked.tokens) else None
    return follower is not None and (
        follower.text == "$" or follower.low in ("dollar", "dollars", "dlrs")
    )


def _read_capitals(marked: MarkedSentence) -> None:
    """Make "the Iraqi capital" and "Iraq's capital" the city that it is."""
    tokens = marked.tokens
    for at, token in enumerate(tokens):
        if token.low != "capital" or at == 0 or marked.mark_at[at] is not None:
            continue
        before = marked.mark_at[at - 1 - (tokens[at - 1].text == "'s" and at > 1)]
        place = place_of(before)
        city = capital_of(place.code) if place is not None and place.form != "city" else ""
        follower = marked.mark_at[at + 1] if at + 1 < len(tokens) else None
        if before is None or place is None or not city or place_of(follower) is not None:
            continue  # "the Turkish capital Ankara" is named itself
        _widen(marked, before.start, at + 1, Place(place.code, "city", city))


_FORMS = frozenset(
    [
        "republic",
        "kingdom",
        "federation",
        "state",
        "sultanate",
        "emirate",
        "principality",
        "commonwealth",
        "union",
    ]
)
MAX_FORM_TOKENS = 5


def _widen_formal_names(marked: MarkedSentence) -> None:
    """Make "the Federative Republic of Brazil" and "the Portuguese Republic" one state each."""
    tokens = marked.tokens
    for at, token in enumerate(tokens):
        if token.low not in _FORMS or not token.is_cap or marked.mark_at[at] is not None:
            continue
        before = marked.mark_at[at - 1] if at else None
        place = place_of(before)
        if before is not None and place is not None and place.form == "people":
            _widen(marked, before.start, at + 1, place._replace(form="name"))
            continue
        step = at + 1
        if step + 1 >= len(tokens) or tokens[step].low != "of":
            continue
        step += 1 + (tokens[step + 1].low == "the")
        after = marked.mark_at[step] if step < len(tokens) else None
        place = place_of(after)
        if after is None or place is None or place.form != "name":
            continue
        start = at
        while (
            start > 0
            and at - start < MAX_FORM_TOKENS
            and tokens[start - 1].is_cap
            and (marked.mark_at[start - 1] is None and tokens[start - 1].low != "the")
        ):
            if tokens[start - 1].low in _HEADS_BEFORE:
                break
            start -= 1
        _widen(marked, start, after.end, place)


_HEADS_BEFORE = frozenset(["president", "ambassador", "minister", "commissioner", "king"])


def _widen(marked: MarkedSentence, start: int, end: int, place: Place) -> None:
    mark = TextMark("place", start, end, place)
    for step in range(start, end):
        marked.mark_at[step] = mark


def place_of(mark: TextMark | None) -> Place | None:
    """Return the place of a mark, None for other marks."""
    return mark.value if mark is not None and mark.kind == "place" else None
