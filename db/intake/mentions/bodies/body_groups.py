"""Makes one organization of all mentions of a body: its names, its acronym, its shorter forms."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.intake.lexicons.name_words import never_names
from db.intake.lexicons.office_words import office_subjects
from db.intake.lexicons.places import place_trie
from db.intake.lexicons.tokens import cut_tokens
from db.intake.mentions.bodies.bodies_by_words import BodyFacts
from db.intake.mentions.marks import MarkedSentence, TextMark
from db.names import fold


@dataclass(slots=True)
class BodyEntity:
    """One body of the text."""

    name: str
    acronym: str = ""
    type: str = ""
    country: str = ""
    is_known: bool = False
    is_source: bool = False
    is_fixed: bool = False  # the name is the one that the body is known by
    is_small: bool = False  # an organ that is never written with capitals: "the foreign ministry"
    aliases: dict[str, None] = field(default_factory=dict)
    places: list[tuple[int, int, int]] = field(default_factory=list)  # sentence, start, end


def body_key(name: str) -> str:
    """Return a name for comparing: without its state, article and punctuation.

    >>> body_key("the U.S. Central Command"), body_key("Central Command")
    ('central command', 'central command')
    """
    tokens = cut_tokens(name, 0, len(name))
    if tokens and tokens[0].low == "the":
        tokens = tokens[1:]
    found = place_trie().longest(tokens, 0) if tokens else None
    if found is not None and found[0] < len(tokens) - 1 and found[1].form != "city":
        tokens = tokens[found[0] :]
    return fold(" ".join(token.text for token in tokens if token.text not in ("'s", "'")))


class BodyGroups:
    """The bodies of one text, found mention by mention."""

    def __init__(self) -> None:
        self.bodies: list[BodyEntity] = []
        self._by_key: dict[str, BodyEntity] = {}

    def add(self, sentence: int, mark: TextMark, text: str) -> BodyEntity:
        """Return the body that a mark means, a new one if none before."""
        facts: BodyFacts = mark.value
        written = text.removeprefix("the ").removeprefix("The ")
        keys = [body_key(written), body_key(facts.name)]
        if facts.known_name:
            keys.append(body_key(facts.known_name))
        if facts.type == "company" and _leads_alone(written):
            keys.append("company " + fold(written.split()[0]))
        if facts.acronym:
            keys.append(fold(facts.acronym))
        body = next((self._by_key[key] for key in keys if self._fits(key, facts)), None)
        if body is None:
            body = BodyEntity(
                facts.name,
                facts.acronym,
                facts.type,
                facts.country,
                facts.is_known,
                facts.is_source,
                is_small=facts.is_small,
            )
            self.bodies.append(body)
        body.places.append((sentence, mark.start, mark.end))
        self._take(body, facts, written)
        for key in keys:
            self._by_key.setdefault(key, body)
        return body

    def _fits(self, key: str, facts: BodyFacts) -> bool:
        body = self._by_key.get(key)
        if body is None:
            return False
        return not (body.country and facts.country and body.country != facts.country)

    def _take(self, body: BodyEntity, facts: BodyFacts, written: str) -> None:
        if facts.known_name and written.lower() == facts.known_name.lower() and not body.is_fixed:
            if body.name != written and not (body.name.isupper() and body.acronym == body.name):
                body.aliases[body.name] = None
            body.name, body.is_fixed = written, True
        is_acronym = written.isupper() and " " not in written
        if is_acronym or (facts.acronym and written.lower() == facts.acronym.lower()):
            body.acronym = body.acronym or written
            if written != body.name:
                body.aliases[written] = None
        elif (len(written) > len(body.name) or body.name.isupper()) and not body.is_fixed:
            if body.name != written:
                body.aliases[body.name] = None
            body.name = written if not facts.acronym or not written.islower() else facts.name
            body.name = facts.name if _has_small_words(written) else body.name
        elif written != body.name:
            body.aliases[written] = None
        body.acronym = body.acronym or facts.acronym
        body.is_small = body.is_small and facts.is_small
        body.type = body.type or facts.type
        body.country = body.country or facts.country

    def name_of(self, text: str) -> str:
        """Return what a body is called that an office names by a text; the text if it is none."""
        body = self.body_of(text)
        return body.name if body is not None else text

    def body_of(self, text: str) -> BodyEntity | None:
        """Return the body that an office names by a text; None if it is none of them."""
        words = text.split()
        keys = [body_key(text), fold(text)]
        if len(words) == 2:
            keys.append("company " + fold(words[0]))
        return next((found for key in keys if (found := self._by_key.get(key)) is not None), None)

    def by_acronym(self, text: str) -> BodyEntity | None:
        """Return the body that an acronym in the text means."""
        return self._by_key.get(fold(text))


def _leads_alone(written: str) -> bool:
    """Say whether the first word of a company's name is its own: Honda, never National."""
    first = written.split()[0].lower()
    if first in never_names() or first in office_subjects():
        return False
    tokens = cut_tokens(written, 0, len(written))
    return place_trie().longest(tokens, 0) is None


def _has_small_words(written: str) -> bool:
    return any(
        word[:1].islower() and word not in ("of", "and", "for", "the", "in", "on", "de", "la", "to")
        for word in written.split()
    )


def mark_acronyms(marked: MarkedSentence, groups: BodyGroups) -> None:
    """Mark acronyms that stand alone and mean a body that the text spells out."""
    for at, token in enumerate(marked.tokens):
        if marked.mark_at[at] is not None or not token.is_upper or len(token.text) < 2:
            continue
        body = groups.by_acronym(token.text)
        if body is None or body.acronym.lower() != token.text.lower():
            continue
        facts = BodyFacts(body.name, body.acronym, body.type, body.country, is_short=True)
        mark = TextMark("body", at, at + 1, facts, body)
        marked.put(mark)
        groups.add(marked.sentence.index, mark, token.text)
