"""The consonant skeleton of a name: what is left of it in every script it may be written in.

Search asks it for other spellings and scripts, duplicates for pairs to look at. It
proposes and never merges: Ahmad and Ahmet are one key, and so are some strangers.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from db.names.folding import fold
from db.names.phonetics.letter_sounds import (
    ARTICLES,
    GERESH,
    GERESH_SOUND,
    LATIN_BEFORE_FOLDING,
    LATIN_SOFT,
    SOFT,
    SPELLINGS,
    URDU,
    Spelling,
)
from db.names.romanisation.chinese import foreign_sounds, partial_sounds
from db.names.scripts import language_guess, script_of

HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
REPEATED_LETTER = re.compile(r"(.)\1+")
# An affricate is one sound: t + sh, d + zh, t + s.
AFFRICATES = re.compile("[TD](?=[XS])")
SILENT_LETTERS = re.compile("[AHW]")
# Thai marks a letter that is written and not spoken; names abroad may have it or not.
THAI_CANCEL_SIGN = "์"
THAI_CANCELLED_LETTER = re.compile("[ก-ฮ][ิุ]?์")
SCRIPTS_READ_AS_DEVANAGARI = frozenset(
    ("Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym")
)
SCRIPTS_LOADED_LATE = frozenset(
    ("Deva", "Ethi", "Khmr", "Laoo", "Mymr", "Sinh", "Taml", "Thaa", "Thai")
)
# Abdul, Abdel and عبد, alone or glued to what follows with or without its article.
ABD_NAMES = re.compile(r"\b(abd)[aeou]l(?=[a-z]{3}|\b)|\b(عبد) ?(?:ال)?(?=\w{2})")


@lru_cache(maxsize=1 << 14)  # a new name is asked for its likely keys, and then for all
def _key(word: str, spelling: Spelling) -> str:
    """Return a folded word as consonants; `A` for a vowel, `H` for a breath in front."""
    sounds = spelling.sounds_of(word)
    return _consonant_key(sounds if spelling.doubles else REPEATED_LETTER.sub(r"\1", sounds))


def _consonant_key(sounds: str) -> str:
    if not sounds:
        return ""
    sounds = AFFRICATES.sub("", sounds)
    front = "F" if sounds[0] == "W" else sounds[0]
    return front + SILENT_LETTERS.sub("", sounds[1:])


def _as_table_reads(word: str, script: str) -> tuple[str, str]:
    """Return a word in the letters of the script whose table reads it: hiragana as katakana, Hangul
    taken apart, Bengali to Malayalam as Devanagari, which Unicode sets out alike.
    """
    if script == "Hira":
        return word.translate(HIRAGANA_TO_KATAKANA), "Kana"
    if script == "Hang":
        return unicodedata.normalize("NFD", word), script
    if script in SCRIPTS_READ_AS_DEVANAGARI:
        from db.names.phonetics.letter_sounds_south import as_devanagari  # few desks ever need it

        return as_devanagari(word, script), script if script == "Taml" else "Deva"
    return word, script


def _spelling(script: str) -> Spelling | None:
    """Return the table of a script; those of the south are loaded when one is first met."""
    if script not in SCRIPTS_LOADED_LATE:
        return SPELLINGS.get(script)
    from db.names.phonetics.letter_sounds_south import spelling_south

    return spelling_south(script)


def _second_spelling(script: str) -> Spelling | None:
    """Return the second pronunciation of a script, which only queries try."""
    if script not in SCRIPTS_LOADED_LATE:
        return SOFT.get(script)
    from db.names.phonetics.letter_sounds_south import soft_south

    return soft_south(script)


@lru_cache(maxsize=1 << 16)
def _keys(
    word: str, is_urdu: bool, *, likely: bool = False, is_asked: bool = False
) -> tuple[str, ...]:
    """Return the keys of one folded word, the likely one first; the word itself in other scripts.

    `likely` asks for that one alone, at half the cost: imports do, for every name. `is_asked` adds
    what letters stand for now and then: a query tries more pronunciations than are stored.
    """
    familiar, script = _as_table_reads(word, script_of(word))
    if script == "Hani":
        return tuple(filter(None, (word, _consonant_key(foreign_sounds(word)))))
    spelling = _spelling(script)
    if spelling is None:
        return (word,)
    if script == "Arab":
        spelling = URDU if is_urdu else spelling
        if familiar.startswith("ال") and len(familiar) > 4:
            familiar = familiar[2:]
    found = [_key(familiar, spelling)]
    if script == "Latn" and not (likely and found[0]):
        found.append(_key(familiar, LATIN_SOFT))
    if is_asked and (soft := _second_spelling(script)):
        found.append(_key(familiar, soft))
        if familiar != word and script == "Arab":  # al- may have begun the name itself
            found += [_key(word, spelling), _key(word, soft)]
    return tuple(dict.fromkeys(key for key in found if key))


@lru_cache(maxsize=1 << 14)
def _likely_key(word: str, is_urdu: bool) -> str:
    """Return the likely key of one folded word, "" when nothing in it sounds."""
    keys = _keys(word, is_urdu, likely=True)
    return keys[0] if keys else ""


def _letters(text: str) -> str:
    """Return it folded, with Latin letters whose accent changes the sound written out first."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).casefold().translate(LATIN_BEFORE_FOLDING)
        text = GERESH.sub(GERESH_SOUND, text)
    return fold(text)


def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the keys of each word, the likely one first: Latin j, g, ch and w have two sounds.

    What is indexed is all of them; what is asked for is any of them.

    >>> readings("Jüri Ratas")
    (('XR', 'AR'), ('RTS',))
    """
    is_urdu, sounded = _sounded_words(text)
    return tuple(keys for word in sounded if (keys := _keys(word, is_urdu)))


def word_keys(raw: str, *, is_asked: bool = False) -> tuple[str, ...]:
    """Return every key of a single word, given as written; Arabic letters as Arabic and as Urdu.

    `is_asked` says that the word is looked for, not kept.

    >>> word_keys("Jüri"), word_keys("عبدالرحمن")
    (('XR', 'AR'), ('ABD', 'RMN'))
    """
    texts = (raw, THAI_CANCELLED_LETTER.sub("", raw)) if THAI_CANCEL_SIGN in raw else (raw,)
    return tuple(
        dict.fromkeys(
            key
            for is_urdu in ((False, True) if script_of(raw) == "Arab" else (False,))
            for text in texts
            for word in _words_of(_letters(text))
            for key in _keys(word, is_urdu, is_asked=is_asked)
        )
    )


def foreign_key(word: str) -> str:
    """Return the key of Chinese characters that write a foreign name.

    >>> foreign_key("安西普")
    'ANSB'
    """
    return _consonant_key(partial_sounds(word))


def _sounded_words(text: str) -> tuple[bool, list[str]]:
    """Say whether a text is read as Urdu, and its folded words without articles."""
    is_urdu = not text.isascii() and language_guess(text) in ("ur", "fa", "ps")
    return is_urdu, _words_of(_letters(text))


def _words_of(letters: str) -> list[str]:
    """Return the words of folded letters without articles, عبد and Abdul apart."""
    if "abd" in letters or "عبد" in letters:
        letters = ABD_NAMES.sub(lambda m: f"{m[1] or m[2]} ", letters)
    found = letters.split()
    return [word for word in found if word not in ARTICLES] or found


def phonetic_key(text: str) -> str:
    """Return one key a word, in order, the same in every alphabet a name is written in as far as
    its consonants go; Chinese is left as folded. The Arabic article is dropped, عبد and Abdul stand
    apart from what follows.

    >>> phonetic_key("اسحاق ڈار") == phonetic_key("Ishaq Dar")
    True
    >>> phonetic_key("عاصم منیر") == phonetic_key("Asim Moneer")
    True
    >>> phonetic_key("Путин") == phonetic_key("Putin") == phonetic_key("بوتين")
    True
    >>> phonetic_key("Abdulrahman al-Sudais") == phonetic_key("عبد الرحمن السديس")
    True
    >>> phonetic_key("Ahmed") == phonetic_key("Hamid")
    False
    """
    if script_of(text) != "Arab" and (keys := likely_keys(text)) is not None:
        return keys
    is_urdu, sounded = _sounded_words(text)
    likely = [_likely_key(word, is_urdu) for word in sounded]
    return " ".join([key for key in likely if key])


def likely_keys(text: str) -> str | None:
    """Return the likely keys of the words of a name; None where they depend on each other."""
    keys = [_key_beside_others(piece) for piece in text.split()]
    return None if None in keys else " ".join(filter(None, keys))


@lru_cache(maxsize=1 << 14)  # words come again and again where whole names do not
def _key_beside_others(raw: str) -> str | None:
    """Return the likely keys of a piece of a name as written; None where it depends on the rest, as
    of articles and of Abdul, or is in Arabic letters.
    """
    letters = _letters(raw)
    if script_of(raw) == "Arab" or "abd" in letters or "عبد" in letters:
        return None
    found = letters.split()
    if not ARTICLES.isdisjoint(found):
        return None
    return " ".join(filter(None, [_likely_key(word, False) for word in found]))
