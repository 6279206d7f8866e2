"""Reads an article, a communiqué or a cable into proposals, by rules and lexicons; asks no desk.

The screen and the `intake` command ask it, and match what it proposes to the desk afterwards.
"""

from __future__ import annotations

from datetime import date

from db.errors import Refused
from db.intake.facts.events import read_facts
from db.intake.mentions.document import read_document
from db.intake.proposals import Known, NothingKnown, Proposals, Recogniser
from db.intake.proposing import (
    propose_agreements,
    propose_events,
    propose_organizations,
    propose_people,
)
from db.intake.text.other_scripts import notes_on_scripts
from db.intake.text.plain_characters import plain_text
from db.intake.text.sentences import cut_sentences
from db.names import fold

MAX_TEXT_LETTERS = 2_000_000


def read(
    text: str,
    published: date | None = None,
    known: Known | None = None,
    recognise: Recogniser | None = None,
) -> Proposals:
    """Return what a text proposes. `published` is the day that "last July" hangs on, `known` what
    the desk knows, `recognise` a second opinion on which names are of people.

    >>> read("").people
    ()
    """
    if len(text) > MAX_TEXT_LETTERS:
        raise Refused(
            f"The text has {len(text):,} characters; at most {MAX_TEXT_LETTERS:,} are read at once,"
            " so paste a part of it."
        )
    plain = plain_text(text)
    sentences = cut_sentences(plain)
    knowledge = known or NothingKnown()
    if recognise is not None:
        knowledge = _SecondOpinion(knowledge, plain, recognise)
    document = read_document(plain, sentences, knowledge, published)
    facts = read_facts(document, published)
    return Proposals(
        propose_people(document, text),
        propose_organizations(document, text),
        propose_agreements(document, text, facts),
        propose_events(document, text, facts),
        notes_on_scripts(plain),
    )


class _SecondOpinion:
    """What a desk knows, and of names that it does not know what a recogniser takes them for."""

    def __init__(self, known: Known, text: str, recognise: Recogniser) -> None:
        self._known = known
        self._kinds = {fold(text[start:end]): kind for start, end, kind in recognise(text)}

    def kind_of(self, name: str) -> str:
        return self._known.kind_of(name) or self._kinds.get(fold(name), "")

    def holder_of(self, title: str, organization: str, country: str, day: date) -> str:
        return self._known.holder_of(title, organization, country, day)
