"""The consonant skeleton of a name: what is left of it in every script it may be written in.

Search asks it for spellings heard or written elsewhere, duplicates for pairs to look at. It
proposes and never merges: Ahmad and Ahmet are one key, and so are some strangers.
"""

from __future__ import annotations

import re
import unicodedata

from db.names.folding import fold
from db.names.letters import (
    ARABIC,
    ARTICLES,
    CYRILLIC,
    DEVANAGARI,
    GREEK,
    HEBREW,
    LATIN,
    LATIN_BEFORE_FOLDING,
    URDU,
    Spelling,
)
from db.names.scripts import language_guess, script_of

SPELLINGS = {
    "Arab": ARABIC, "Cyrl": CYRILLIC, "Deva": DEVANAGARI, "Grek": GREEK, "Hebr": HEBREW,
    "Latn": LATIN,
}  # fmt: skip
# After the letters: an affricate is one sound, a doubled sound is one, h is heard only in front.
SOUNDS = ((re.compile("[TD]X"), "X"), (re.compile("[TD]S"), "S"), (re.compile(r"(.)\1+"), r"\1"))
# Abdul, Abdel and عبد, alone or glued to what follows with or without its article.
ABD = re.compile(r"\b(abd)[aeou]l(?=[a-z]{3}|\b)|\b(عبد) ?(?:ال)?(?=\w{2})")


def _sounds(word: str, spelling: Spelling) -> str:
    """One folded word as its consonants: capital letters, `A` for a vowel in front."""
    heard = ""
    position = 0
    while position < len(word):
        for length in (4, 3, 2, 1):
            piece = word[position : position + length]
            if len(piece) == length and piece in spelling:
                break
        else:
            piece, length = word[position], 1
        heard += spelling.get(piece, piece if piece.isdigit() else "")
        position += length
    # `A` is a vowel, `H` a breath, `W` a vowel that opens a word as v does.
    if not heard:
        return ""
    front, rest = heard[0], re.sub("[AHW]", "", heard[1:])
    sounds = ("F" if front == "W" else front) + rest
    for pattern, into in SOUNDS:
        sounds = pattern.sub(into, sounds)
    return sounds


def _spelling(text: str, script: str) -> Spelling | None:
    if script == "Arab" and language_guess(text) in ("ur", "fa", "ps"):
        return URDU
    return SPELLINGS.get(script)


def _letters(text: str) -> str:
    """Folded, with Latin letters whose accent changes the sound written out first."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return fold(composed.translate(LATIN_BEFORE_FOLDING))


def skeleton(text: str) -> str:
    """One key a word, in order, the same for Arabic, Urdu, Cyrillic, Greek, Hebrew, Devanagari and
    Latin spellings of a name as far as consonants go; other scripts are left as folded. The Arabic
    article is dropped, عبد and Abdul stand apart from what follows.

    >>> skeleton("اسحاق ڈار") == skeleton("Ishaq Dar")
    True
    >>> skeleton("عاصم منیر") == skeleton("Asim Moneer")
    True
    >>> skeleton("Путин") == skeleton("Putin") == skeleton("بوتين")
    True
    >>> skeleton("Abdulrahman al-Sudais") == skeleton("عبد الرحمن السديس")
    True
    >>> skeleton("Ahmed") == skeleton("Hamid")
    False
    """
    folded = ABD.sub(lambda m: f"{m[1] or m[2]} ", _letters(text))
    spelling_of = {s: _spelling(text, s) for s in {script_of(w) for w in folded.split()}}
    found = folded.split()
    keys: list[str] = []
    for word in found:
        if len(found) > 1 and word in ARTICLES:
            continue
        spelling = spelling_of[script_of(word)]
        if spelling in (ARABIC, URDU) and word.startswith("ال") and len(word) > 4:
            word = word[2:]
        key = word if spelling is None else _sounds(word, spelling)
        if key:
            keys.append(key)
    return " ".join(keys)
