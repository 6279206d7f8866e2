"""Reads an article, a communiqué or a cable into proposals, by rules and lexicons; asks no desk.

The screen and the `intake` command ask it, and match what it proposes to the desk afterwards.
"""

from __future__ import annotations

from datetime import date

from db.errors import Refused
from db.intake.proposals import Known, Proposals, Recogniser
from db.intake.text.other_scripts import notes_on_scripts
from db.intake.text.plain_characters import plain_text

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
    return Proposals(notes=notes_on_scripts(plain))
