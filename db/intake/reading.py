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

MAX_TEXT_LETTERS = 2_000_000


def read(
    text: str,
    published: date | None = None,
    known: Known | None = None,
    recognise: Recogniser | None = None,
) -> Proposals:
    """Return what a text proposes. `published` is the day that "last July" hangs on, `known` what
    the desk knows, `recognise` a second opinion on names.

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
    document = read_document(plain, sentences, known or NothingKnown(), published)
    facts = read_facts(document, published)
    return Proposals(
        propose_people(document, text),
        propose_organizations(document, text),
        propose_agreements(document, text, facts),
        propose_events(document, text, facts),
        notes_on_scripts(plain),
    )
