"""Finds parts of a text in scripts whose sentences are not read, and the names in them that are on
the desk; `reading.read` says so of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

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


#: How many groups of words of all parts the desk is asked for; a name has so many words at most.
MAX_ASKED_GROUPS, MAX_NAME_WORDS = 400, 4
#: In scripts without blanks a name has so many letters.
_MIN_LETTERS, MAX_NAME_LETTERS = 2, 6


@dataclass(frozen=True, slots=True)
class ScriptName:
    """A name of the desk in another script, wherever it stands; `kind` is what bears it."""

    name: str
    kind: str
    places: tuple[tuple[int, int], ...]


def names_in_scripts(
    plain: str, notes: tuple[TextNote, ...], kind_of: Callable[[str], str]
) -> list[ScriptName]:
    """Return the names in parts that are not read of which the desk says what they are.

    >>> text = "а министр Сергей Лавров прибыл в столицу на переговоры вчера"
    >>> known = {"Сергей Лавров": "person"}
    >>> [each.name for each in names_in_scripts(
    ...     text, notes_on_scripts(text), lambda name: known.get(name, ""))]
    ['Сергей Лавров']
    """
    kinds: dict[str, str] = {}
    places: dict[str, list[tuple[int, int]]] = {}
    for note in notes:
        end = 0
        for begin, stop in _groups(plain, note.start, note.end):
            name = plain[begin:stop]
            if begin < end or (name not in kinds and len(kinds) >= MAX_ASKED_GROUPS):
                continue
            if name not in kinds:
                kinds[name] = kind_of(name)
            if kinds[name] in ("person", "organization"):
                places.setdefault(name, []).append((begin, stop))
                end = stop
    return [ScriptName(name, kinds[name], tuple(found)) for name, found in places.items()]


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:[-'’\u200c][^\W\d_]+)*")


def _groups(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where words that may be a name together begin and end, the longer first."""
    words = [found.span() for found in _words().finditer(plain, start, end)]
    for at, (begin, stop) in enumerate(words):
        if _is_unspaced(plain[begin]):
            for first in range(begin, stop):
                for size in range(MAX_NAME_LETTERS, _MIN_LETTERS - 1, -1):
                    if first + size <= stop:
                        yield first, first + size
            continue
        for size in range(MAX_NAME_WORDS, 1, -1):
            group = words[at : at + size]
            gaps = {
                plain[one[1] : other[0]] for one, other in pairwise(group)
            }  # fmt: skip
            if len(group) == size and gaps == {" "}:
                yield begin, group[-1][1]


def _is_unspaced(letter: str) -> bool:
    """Say whether a letter is of a script that sets no blanks between words: Han, kana, Thai."""
    return script_of(letter) in ("Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr")
