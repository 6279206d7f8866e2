"""Finds parts of a text in scripts whose sentences are not read; `reading.read` says so of them."""

from __future__ import annotations

import re
from functools import cache

from db.intake.proposals import TextNote
from db.names import language_guess, language_name, script_of

#: From so many letters on a run of another script is a part of the text and not a name in it.
MIN_PART_LETTERS = 40


@cache
def _runs() -> re.Pattern[str]:
    # Latin letters end at U+024F; Latin Extended Additional (Vietnamese) is U+1E00 to U+1EFF.
    letter = r"[^\W\d_\u0000-\u02af\u1e00-\u1eff]"
    return re.compile(rf"{letter}(?:{letter}|[\W\d_]|\u0301)*")


def notes_on_scripts(text: str) -> tuple[TextNote, ...]:
    """Return a note for each part of a text in another script.

    >>> [note.says for note in notes_on_scripts("He said: " + "нота министерства " * 5)]
    ['This part is Russian: names matched, sentences not read.']
    >>> notes_on_scripts("Wang Yi (王毅) said so.")
    ()
    """
    if text.isascii():
        return ()
    notes: list[TextNote] = []
    for found in _runs().finditer(text):
        part = found.group().rstrip()
        if sum(map(str.isalpha, part)) < MIN_PART_LETTERS:
            continue
        says = f"This part is {_language(part)}: names matched, sentences not read."
        if notes and notes[-1].says == says and found.start() - notes[-1].end < MIN_PART_LETTERS:
            notes[-1] = TextNote(says, notes[-1].start, found.start() + len(part))
        else:
            notes.append(TextNote(says, found.start(), found.start() + len(part)))
    return tuple(notes)


def _language(part: str) -> str:
    code = language_guess(part)
    return language_name(code) if code else f"in another script ({script_of(part)})"
