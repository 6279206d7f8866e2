"""Marks where a text means somebody whom it names elsewhere in full: by the surname, or as "the
Senegalese official". `document` asks it once people are grouped."""

from __future__ import annotations

from db.intake.lexicons.name_words import never_names
from db.intake.lexicons.places import Place, country_short_name
from db.intake.lexicons.rank_words import honorific_trie
from db.intake.mentions.marks import MarkedSentence, TextMark, place_of
from db.intake.mentions.person_groups import PersonGroups
from db.intake.mentions.person_mention import PersonMention


def mark_surnames(marked: MarkedSentence, groups: PersonGroups) -> None:
    """Mark surnames that stand alone and mean somebody whom the text names in full."""
    for at, token in enumerate(marked.tokens):
        if marked.mark_at[at] is not None or not token.is_cap or token.low in never_names():
            continue
        person = groups.by_surname(token.text) if len(token.text) > 1 else None
        if person is None or _is_honour(marked, at):
            continue
        mention = PersonMention(token.text, at, at + 1, at, at + 1, is_bare=True)
        person.mentions.append((marked.sentence.index, mention))
        if token.text.lower() != person.name.lower() and not token.is_upper:
            person.aliases[token.text] = None
        marked.put(TextMark("person", at, at + 1, mention, person))


def _is_honour(marked: MarkedSentence, at: int) -> bool:
    """Say whether a word is the honour of who follows at once: "Pehin Halbi"."""
    step = at + 1
    is_led = step < len(marked.tokens) and marked.tokens[step].is_cap
    return is_led and honorific_trie().longest(marked.tokens, at) is not None


_DOING = frozenset(("and", "has", "had", "will", "signed", "also", "on", "concluded", "would"))


def mark_government(marked: MarkedSentence, home: str) -> None:
    """Mark "the government" that does something with the state that the text is written from."""
    tokens = marked.tokens
    for at in range(1, len(tokens) - 1):
        is_alone = tokens[at].low == "government" and tokens[at - 1].low == "the"
        if is_alone and marked.mark_at[at] is None and tokens[at + 1].low in _DOING:
            place = Place(home, "name", country_short_name(home))
            marked.put(TextMark("place", at, at + 1, place))


_NATIONALS = frozenset(("official", "diplomat", "guest", "visitor", "dignitary"))


def mark_nationals(marked: MarkedSentence, groups: PersonGroups) -> None:
    """Mark "the Senegalese official" with the one person of that state whom the text names."""
    tokens = marked.tokens
    for at in range(1, len(tokens) - 1):
        place = place_of(marked.mark_at[at])
        if place is None or place.form != "people" or tokens[at - 1].low != "the":
            continue
        last = at + 1 + (tokens[at + 1].low in ("top", "senior", "visiting"))
        if last >= len(tokens) or tokens[last].low not in _NATIONALS or tokens[last].is_cap:
            continue
        own = [person for person in groups.people if person.country == place.code]
        if len(own) == 1:
            text = marked.text(at, last + 1)
            mention = PersonMention(text, at, last + 1, at - 1, last + 1, is_bare=True)
            marked.put(TextMark("person", at, last + 1, mention, own[0]))
