"""Reads an article, a communiqué or a cable into proposals, by rules and lexicons; asks no desk.

The screen and the `intake` command ask it, and match what it proposes to the desk afterwards.
"""

from __future__ import annotations

from datetime import date

from db.errors import Refused
from db.intake.proposals import Known, NothingKnown, Proposals, Recogniser

MAX_TEXT_LETTERS = 400_000


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
    # The stages are loaded with the first text, not with whoever may come to read one.
    from db.intake.facts.events import read_facts
    from db.intake.mentions.document import read_document
    from db.intake.proposing import propose_all
    from db.intake.text.other_scripts import names_in_scripts, notes_on_scripts
    from db.intake.text.plain_characters import plain_text
    from db.intake.text.sentences import cut_sentences

    plain = plain_text(text)
    sentences = cut_sentences(plain)
    knowledge = known or NothingKnown()
    if recognise is not None:
        knowledge = _SecondOpinion(knowledge, plain, recognise)
    document = read_document(plain, sentences, knowledge, published)
    notes = notes_on_scripts(plain)
    others = names_in_scripts(plain, notes, knowledge.kind_of) if known else []
    return propose_all(document, text, read_facts(document, published), notes, others)


class _SecondOpinion:
    """What a desk knows, and of names that it does not know what a recogniser takes them for."""

    def __init__(self, known: Known, text: str, recognise: Recogniser) -> None:
        from db.names import fold

        self._known = known
        self._fold = fold
        self._kinds = {fold(text[start:end]): kind for start, end, kind in recognise(text)}

    def kind_of(self, name: str) -> str:
        return self._known.kind_of(name) or self._kinds.get(self._fold(name), "")

    def holder_of(self, title: str, organization: str, country: str, day: date) -> str:
        return self._known.holder_of(title, organization, country, day)
