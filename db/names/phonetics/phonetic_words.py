"""Single words of names as they sound: their consonants, a Latin writing, how near two are.

The vocabulary keeps the consonants of every word of the desk's names; search asks how near a
typed word is to them, misspelt, in another romanisation or in another script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from db.names.folding import fold
from db.names.order import family_length
from db.names.phonetics.phonetic_keys import foreign_key, word_keys
from db.names.scripts import script_of

# Not “all that is no letter”: the vowel signs of Indic scripts are none for `re`.
WORD_SEPARATORS = re.compile(r"[\s\-‐‑‒–—−_.,;:/\\|()\[\]{}\"“”„«»…・·•=+&*]+")
# These have one sign for l and r, for b and v, or for d and t.
SCRIPTS_WITH_FEWER_SOUNDS = frozenset({"Hang", "Kana", "Hira", "Hani", "Taml", "Thai"})
MERGED_SOUNDS = str.maketrans("LFD", "RBT")
VOWELS = re.compile("[aeiouy]")
EDIT_WEIGHT, JARO_WINKLER_WEIGHT, KEY_WEIGHT = 0.6, 0.25, 0.15  # of two words in Latin letters
KEY_WEIGHT_ACROSS_SCRIPTS, LATIN_WEIGHT_ACROSS_SCRIPTS = (
    0.65,
    0.35,
)  # of two words in different scripts
VOWELLESS_WEIGHT = 0.9  # what words are worth that are compared without their vowels
SAME_SCRIPT_WEIGHT = 0.9  # in one script a like sound is worth less than a like spelling
ONE_EDIT_LIKENESS, MAX_LETTERS_WITHOUT_EDITS = 0.88, 3
INITIAL_LIKENESS = 0.75  # "J" for "Joseph"
H_OR_VOWEL = {"H", "A"}  # many languages leave an h in front of a vowel away
DROPPED_H_LIKENESS = 0.9
# Vowels of Thai and Lao that are written before the consonant they are spoken behind.
LEADING_VOWEL = re.compile("([เแโใไເແໂໃໄ])([ก-ฮກ-ຮ])")
REPEATED_LETTER = re.compile(r"(.)\1+")
SOFT_G = re.compile("g(?=[ei])")
LETTERS_OF_ONE_SOUND = (
    ("dzh", "j"), ("dj", "j"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("szcz", "shch"),
    ("ph", "f"), ("ck", "k"), ("qu", "kv"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ie", "i"), ("y", "i"), ("cz", "ch"), ("sz", "sh"), ("tz", "ts"),
)  # fmt: skip
ABJADS = frozenset({"Arab", "Hebr", "Syrc"})  # scripts without vowels
MIN_PLAIN_LIKENESS = 0.5  # words less alike are not made alike by one sign for one sound
ABJAD_PENALTY = 0.6  # how much other consonants in such a script take off
FEMININE_ENDING = re.compile("(?<=...)ov[áa]$")  # Czech and Slovak put it behind any woman's name
SYLLABIC_SCRIPTS = frozenset(
    ("Hang", "Hani", "Hira", "Kana", "Ethi")
)  # one sign may be a whole name


class PhoneticWord(NamedTuple):
    """A word: folded, its consonants in each likely pronunciation, its Latin writing."""

    word: str
    keys: tuple[str, ...]
    latin: str
    script: str
    bare: str  # the Latin writing without its vowels, no letter twice
    rare: tuple[str, ...] = ()  # consonants of unlikely pronunciations, of a query


@lru_cache(maxsize=1 << 14)
def phonetic_word(raw: str) -> PhoneticWord:
    """Return one raw word as it sounds; accents may change the sound, so it is given unfolded.

    >>> phonetic_word("Škoda").keys, phonetic_word("習近平").latin
    (('SKD',), 'xijinping')
    """
    script = script_of(raw)
    latin = _latin(raw, script)
    keys = dict.fromkeys(word_keys(raw))
    if script == "Hani" and len(raw) > 1:  # a Chinese person's own name, as pinyin sounds
        cut = family_length(raw)
        for part in (raw, raw[:cut], raw[cut:]):
            keys.update(dict.fromkeys(word_keys(anyascii(part).lower())))
    return PhoneticWord(
        fold(raw),
        tuple(key for key in keys if key.isascii()),
        latin,
        script,
        _without_vowels(latin),
    )


@lru_cache(maxsize=1 << 14)
def stored_phonetic_word(word: str, sounds: str) -> PhoneticWord:
    """Return a folded word as it sounds, where its consonants are known already.

    >>> stored_phonetic_word("rubio", "RB") == phonetic_word("rubio")
    True
    """
    if not sounds:
        return phonetic_word(word)
    script = script_of(word)
    latin = word if word.isascii() else _latin(word, script)
    return PhoneticWord(word, tuple(sounds.split()), latin, script, _without_vowels(latin))


def _latin(raw: str, script: str) -> str:
    """Return a Latin writing, letters only, as near to what is spoken as signs alone allow."""
    if script in ("Thai", "Laoo"):
        raw = LEADING_VOWEL.sub(r"\2\1", raw)
    latin = "".join(char for char in anyascii(raw).lower() if char.isalnum())
    return latin.replace("eu", "") or latin if script == "Hang" else latin


@lru_cache(maxsize=1 << 10)
def query_phonetic_word(raw: str) -> PhoneticWord:
    """Return a word that is asked for, in more ways than are kept.

    Chinese characters are taken to write a foreign name by its sound, since names of Chinese are
    read syllable by syllable.

    >>> query_phonetic_word("达扬").keys, query_phonetic_word("Гопко").rare
    (('DN', 'DNK'), ('HBK',))
    """
    found_word = phonetic_word(raw)
    if found_word.script == "Hani":
        foreign = dict.fromkeys((foreign_key(raw), *word_keys(found_word.latin)))
        return found_word._replace(keys=tuple(key for key in foreign if key))
    bare = word_keys(FEMININE_ENDING.sub("", raw)) if FEMININE_ENDING.search(raw) else ()
    keys = tuple(key for key in dict.fromkeys((*found_word.keys, *bare)) if key.isascii())
    all_keys = dict.fromkeys(word_keys(raw, is_asked=True))
    rare = tuple(key for key in all_keys if key not in keys and key.isascii())
    return found_word._replace(keys=keys, rare=rare)


def phonetic_words(text: str) -> list[PhoneticWord]:
    """Return the words of a name as they sound, in order.

    >>> [each.word for each in phonetic_words("O’Brien-Müller, Jean·Luc")]
    ['obrien', 'muller', 'jean', 'luc']
    """
    return [phonetic_word(raw) for _, raw in name_words(text)]


def asked_words(text: str) -> list[PhoneticWord]:
    """Return the words of a queried name as they sound, in order."""
    return [query_phonetic_word(raw) for _, raw in name_words(text)]


def name_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a name, in order: folded, and as written, for their sound.

    >>> list(name_words("O’Brien, Jean"))
    [('obrien', 'O’Brien'), ('jean', 'Jean')]
    """
    for piece in WORD_SEPARATORS.split(text):
        folded = fold(piece)
        if " " in folded:
            yield from ((word, word) for word in folded.split())
        elif folded:
            yield folded, piece


def merge_sounds(key: str) -> str:
    """Merge consonants that some scripts write with one sign; n and ng are alike."""
    return (
        key.removesuffix("K").translate(MERGED_SOUNDS)
        if key[-2:] == "NK"
        else key.translate(MERGED_SOUNDS)
    )


@lru_cache(maxsize=1 << 15)
def nearness(one: PhoneticWord, other: PhoneticWord) -> float:
    """Say how near two words are, 0 to 1; the same word in the same script is 1.

    >>> nearness(phonetic_word("Rubio"), phonetic_word("Rubio"))
    1.0
    >>> rubio = phonetic_word("Rubio")
    >>> nearness(phonetic_word("Rubbio"), rubio) > 0.8 > nearness(phonetic_word("Robles"), rubio)
    True
    >>> nearness(phonetic_word("روبیو"), phonetic_word("Rubio")) > 0.7
    True
    """
    if one.word == other.word:
        return 1.0
    if not one.word or not other.word:
        return 0.0
    if 1 in (len(one.word), len(other.word)) and not SYLLABIC_SCRIPTS & {one.script, other.script}:
        return INITIAL_LIKENESS if one.word[0] == other.word[0] else 0.0
    if one.script == other.script:
        spelt = _spelling_likeness(one, other)
        return max(spelt, SAME_SCRIPT_WEIGHT * _phonetic_likeness(one, other)) if spelt else 0.0
    return _phonetic_likeness(one, other)


def _spelling_likeness(one: PhoneticWord, other: PhoneticWord) -> float:
    """Compare by letters: one slip is little, two are much in a short word; the rest goes by the
    share of letters that are the same.
    """
    slips = OSA.distance(one.word, other.word)
    shortest, longest = sorted((len(one.word), len(other.word)))
    if slips > 1 and shortest <= MAX_LETTERS_WITHOUT_EDITS:
        return 0.0
    alike = 1 - slips / longest
    if slips == 1 and longest > MAX_LETTERS_WITHOUT_EDITS:
        alike = max(alike, ONE_EDIT_LIKENESS)
    return (
        EDIT_WEIGHT * alike
        + JARO_WINKLER_WEIGHT * JaroWinkler.similarity(one.word, other.word)
        + KEY_WEIGHT * _key_likeness(one, other)
    )


def _phonetic_likeness(one: PhoneticWord, other: PhoneticWord) -> float:
    return KEY_WEIGHT_ACROSS_SCRIPTS * _key_likeness(
        one, other
    ) + LATIN_WEIGHT_ACROSS_SCRIPTS * _latin_likeness(one, other)


def _key_likeness(one: PhoneticWord, other: PhoneticWord) -> float:
    ours, theirs = one.keys + one.rare, other.keys + other.rare
    if one.script in SCRIPTS_WITH_FEWER_SOUNDS or other.script in SCRIPTS_WITH_FEWER_SOUNDS:
        ours, theirs = tuple(map(merge_sounds, ours)), tuple(map(merge_sounds, theirs))
    best = 0.0
    is_across = one.script != other.script
    for key in ours:
        for other_key in theirs:
            if key == other_key:
                return 1.0
            if is_across and key[1:] == other_key[1:] and {key[0], other_key[0]} == H_OR_VOWEL:
                best = max(best, DROPPED_H_LIKENESS)
            best = max(best, Levenshtein.normalized_similarity(key, other_key))
    return best


def _latin_likeness(one: PhoneticWord, other: PhoneticWord) -> float:
    """Compare with their vowels, or without where one of them was written so."""
    near = JaroWinkler.similarity(one.latin, other.latin)
    if one.script == other.script:
        return near
    if MIN_PLAIN_LIKENESS <= near < 1.0:
        for ours in plain_spellings(one.latin):
            for theirs in plain_spellings(other.latin):
                if ours != one.latin or theirs != other.latin:
                    near = max(near, JaroWinkler.similarity(ours, theirs))
    bare = JaroWinkler.similarity(one.bare, other.bare)
    if ABJADS & {one.script, other.script}:
        # Without vowels the breaths tell names apart: Mohammed from Mamadou.
        return max(near, VOWELLESS_WEIGHT * bare) * (1 - ABJAD_PENALTY * (1 - bare))
    return max(near, VOWELLESS_WEIGHT * bare)


@lru_cache(maxsize=1 << 14)
def plain_spellings(latin: str) -> tuple[str, ...]:
    """Return a Latin writing with one sign for one sound; a g before e and i has two sounds.

    >>> plain_spellings("gerry"), plain_spellings("dzheri"), plain_spellings("mohammed")
    (('geri', 'jeri'), ('jeri',), ('mohamed',))
    """
    for letters, plain in LETTERS_OF_ONE_SOUND:
        latin = latin.replace(letters, plain)
    latin = _without_repeats(latin)
    soft = SOFT_G.sub("j", latin)
    return (latin,) if soft == latin else (latin, soft)


def _without_vowels(latin: str) -> str:
    return _without_repeats(VOWELS.sub("", latin))


def _without_repeats(text: str) -> str:
    return REPEATED_LETTER.sub(r"\1", text)
