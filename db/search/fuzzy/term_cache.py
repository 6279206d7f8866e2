"""The words of the desk's names in memory, compared with a word of another spelling or sound.

A reader keeps one; it is read when the first misspelt word is asked for, never when a desk is
opened, and asks for newer words before each use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from db.names import fold
from db.names.likeness.respelling import is_respelt, plain_vowels
from db.names.name_lists import word_list
from db.names.phonetics.phonetic_words import (
    SCRIPTS_WITH_FEWER_SOUNDS,
    PhoneticWord,
    merge_sounds,
    nearness,
    phonetic_word,
    query_phonetic_word,
    stored_phonetic_word,
)
from db.storage.engine import Sql

MAX_NEAREST_WORDS = 30  # words that may stand for one that was typed
MAX_NEAREST_ACROSS_SCRIPTS = 45  # and for one in another script, which has more pronunciations
MIN_LIKENESS = 0.55  # how near they must be
CLOSE_LIKENESS = 0.85  # but a slip away
MAX_GAP_BEHIND_CLOSE, MAX_GAP, MAX_GAP_ACROSS_SCRIPTS = (
    0.12,
    0.22,
    0.35,
)  # the last for a word in another script
MAX_COMPARED_WORDS = 60  # candidates by spelling, and by each sound, that are compared with care
MIN_SPELLING_LIKENESS, MIN_SOUND_LIKENESS = 0.6, 0.6
SHORT_KEY_LETTERS, MIN_SHORT_KEY_LIKENESS = 2, 0.5  # in two consonants one may be another
PREFIX_LIKENESS = 0.9  # a word that begins as was typed, but for a slip
MIN_PREFIX_LETTERS = 4
WITHOUT_PARTICLE_LIKENESS = 0.95  # a name without the particle that was glued to it
MIN_LETTERS_AFTER_PARTICLE, MAX_LETTERS_OF_PARTICLE_APART = (
    3,
    4,
)  # letters of what it is glued to, and its own
MAX_PARTICLE_LETTERS = 3
PARTICLES = ("articles", "particles", "patronymic")
Sizes = dict[int, list[str]]  # texts by their length
LATIN_SCRIPT, FEWER_SOUNDS_WEIGHT, OTHER_SCRIPT_WEIGHT = "Latn", 0.8, 0.92
LETTERS_A_SLIP = 8  # letters of a word in which one more slip is likely
MAX_WORDS_IN_OTHER_SCRIPTS, MIN_LIKENESS_IN_OTHER_SCRIPTS = 8, 0.85
ROWS_A_BATCH = 2_000  # rows taken at a time, so that other threads get their turn


class Vocabulary:
    """The words of names on one desk, by spelling and by sound, each by how long it is; or those
    of texts, by spelling alone.
    """

    def __init__(self, sql: Sql, *, of_names: bool = True) -> None:
        self._sql = sql
        self._of_names = of_names
        self._last = 0
        self._known: dict[str, str] = {}  # with the consonants that are kept of each
        self._words: Sizes = {}
        self._sounds: Sizes = {}
        self._merged_sounds: Sizes = {}
        self._by_sound: dict[str, list[str]] = {}
        self._by_merged_sound: dict[str, list[str]] = {}
        self._by_beginning: dict[int, dict[str, list[str]]] = {}
        self._near: dict[tuple[PhoneticWord, bool], dict[str, float]] = {}
        self._by_plain_vowels: dict[str, list[str]] = {}
        self._with_plain_vowels = 0  # of the words, in the order in which they were met

    def refresh(self) -> None:
        """Take in the words that are new since it was last asked."""
        statement = "SELECT id, word, sounds FROM term WHERE id > ? AND is_name = ? ORDER BY id"
        size = len(self._known)
        for key, word, sounds in self._sql.stream(
            statement, (self._last, self._of_names), ROWS_A_BATCH
        ):
            self._last = key
            if word not in self._known:
                self._known[word] = sounds
                self._words.setdefault(len(word), []).append(word)
                for sound in sounds.split():
                    _add_sound(self._by_sound, self._sounds, sound, word)
                    _add_sound(
                        self._by_merged_sound, self._merged_sounds, merge_sounds(sound), word
                    )
        if len(self._known) > size:
            self._near.clear()
            self._by_beginning.clear()

    def holds(self, word: str) -> bool:
        """Say whether some name has this folded word."""
        return word in self._known

    def near(
        self, query_word: PhoneticWord, *, is_begun: bool = False, is_beside: bool = False
    ) -> dict[str, float]:
        """Return the nearest words to one, each with how near it is, nearest first.

        `is_begun` says that the word may still be typed on, `is_beside` that other words will tell
        whether it is meant, so that it may be farther away.
        """
        found = self._near.get((query_word, is_beside))
        if found is None:
            found = self._near[query_word, is_beside] = self._nearest(
                query_word, is_beside=is_beside
            )
        if is_begun and len(query_word.word) >= MIN_PREFIX_LETTERS:
            by_beginning = {
                word: near for word, near in self._beginning_like(query_word) if word not in found
            }
            return found | by_beginning
        return found

    def sounding_equal(self, query_word: PhoneticWord) -> dict[str, float]:
        """Return the nearest words with exactly the consonants of one, each with how near it is."""
        words = self._sounding_equal(query_word, query_word.keys + query_word.rare)
        rated = {word: nearness(query_word, self._phonetic_word(word)) for word in words}
        return dict(sorted(rated.items(), key=lambda pair: -pair[1])[:MAX_NEAREST_ACROSS_SCRIPTS])

    def respelt(self, word: str) -> list[str]:
        """Return the words that can only be this one, in other Latin letters."""
        if self._with_plain_vowels < len(self._known):
            for known in islice(self._known, self._with_plain_vowels, None):
                if known.isascii():
                    self._by_plain_vowels.setdefault(plain_vowels(known), []).append(known)
            self._with_plain_vowels = len(self._known)
        like = self._by_plain_vowels.get(plain_vowels(word), ())
        return [other for other in like if is_respelt(word, other)]

    def misspelt(self, word: str) -> list[str]:
        """Return the words that a word is but a slip away from, two where it is long."""
        slips = 1 + (len(word) >= LETTERS_A_SLIP)
        found: list[tuple[float, str]] = []
        for length in range(max(1, len(word) - slips), len(word) + slips + 1):
            near = process.extract(
                word,
                self._words.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=slips,
                limit=MAX_NEAREST_WORDS,
            )
            found += [(distance, other) for other, distance, _ in near]
        return [other for _, other in sorted(found)[:MAX_NEAREST_WORDS]]

    def in_other_scripts(self, query_word: PhoneticWord) -> list[str]:
        """Return the words in other scripts that sound so, the nearest first."""
        sounding_so = {*self._sounding_equal(query_word, query_word.keys + query_word.rare)}
        for key in query_word.keys if query_word.script == LATIN_SCRIPT else ():
            sounding_so.update(self._by_merged_sound.get(merge_sounds(key), ()))
        abroad = [self._phonetic_word(word) for word in sounding_so if not word.isascii()]
        rated = [
            (nearness(query_word, word), word.word)
            for word in abroad
            if word.script != query_word.script
        ]
        rated.sort(key=lambda pair: (-pair[0], pair[1]))
        near = [word for like, word in rated if like >= MIN_LIKENESS_IN_OTHER_SCRIPTS]
        return near[:MAX_WORDS_IN_OTHER_SCRIPTS]

    def nearest_at_all(self, query_word: PhoneticWord, limit: int) -> list[str]:
        """Return the words least unlike one, however unlike they are: for where nothing is near."""
        words = [word for same in self._words.values() for word in same]
        typed = query_word.latin or query_word.word
        found = process.extract(typed, words, scorer=JaroWinkler.similarity, limit=limit)
        return [word for word, _, _ in found]

    def _nearest(self, query_word: PhoneticWord, *, is_beside: bool) -> dict[str, float]:
        rated = {}
        for word in {*self._spelt_like(query_word), *self._sounding_like(query_word)}:
            near = _weighted_nearness(query_word, self._phonetic_word(word))
            if near >= MIN_LIKENESS:
                rated[word] = near
        for word in without_particles(query_word.word):
            if self.holds(word):
                rated[word] = max(WITHOUT_PARTICLE_LIKENESS, rated.get(word, 0.0))
        is_unlike = (
            query_word.latin != query_word.word
            and max(rated.values(), default=0.0) < CLOSE_LIKENESS
        )
        if is_unlike and (rest := particle_apart(query_word.word)):
            for word, near in self.sounding_equal(query_phonetic_word(rest)).items():
                rated[word] = max(WITHOUT_PARTICLE_LIKENESS * near, rated.get(word, 0.0))
        most = (
            MAX_NEAREST_WORDS if query_word.latin == query_word.word else MAX_NEAREST_ACROSS_SCRIPTS
        )
        best = sorted(rated.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        least = best[0][1] - _max_gap(query_word, best[0][1], is_beside=is_beside) if best else 0.0
        return {word: near for word, near in best if near >= least}

    def _phonetic_word(self, word: str) -> PhoneticWord:
        """Return a word of the desk as it sounds."""
        return stored_phonetic_word(word, self._known[word])

    def _spelt_like(self, query_word: PhoneticWord) -> list[str]:
        """Return words spelt so, but for a slip or two."""
        return _nearest_texts(
            query_word.word, self._words, OSA.normalized_similarity, MIN_SPELLING_LIKENESS, 2
        )

    def _sounding_like(self, query_word: PhoneticWord) -> Iterator[str]:
        """Yield words whose consonants are these, but for one or two; for an unlikely
        pronunciation, exactly these.
        """
        has_fewer_sounds = query_word.script in SCRIPTS_WITH_FEWER_SOUNDS
        sounds = self._merged_sounds if has_fewer_sounds else self._sounds
        words = self._by_merged_sound if has_fewer_sounds else self._by_sound
        for key in query_word.keys:
            sound = merge_sounds(key) if has_fewer_sounds else key
            least = MIN_SOUND_LIKENESS if len(sound) > SHORT_KEY_LETTERS else MIN_SHORT_KEY_LIKENESS
            for each in _nearest_texts(sound, sounds, Levenshtein.normalized_similarity, least, 2):
                yield from words[each]
        yield from self._sounding_equal(query_word, query_word.rare)

    def _sounding_equal(self, query_word: PhoneticWord, keys: Iterable[str]) -> Iterator[str]:
        """Yield words whose consonants are exactly these."""
        has_fewer_sounds = query_word.script in SCRIPTS_WITH_FEWER_SOUNDS
        for key in keys:
            yield from (
                self._by_merged_sound.get(merge_sounds(key), ())
                if has_fewer_sounds
                else self._by_sound.get(key, ())
            )

    def _beginning_like(self, query_word: PhoneticWord) -> Iterator[tuple[str, float]]:
        """Yield words that begin as a half-typed one does, but for a slip."""
        size = len(query_word.word)
        cut = self._by_beginning.get(size)
        if cut is None:
            cut = self._by_beginning[size] = {}
            for length, words in self._words.items():
                for word in words if length > size else ():
                    cut.setdefault(word[:size], []).append(word)
        least = 1 - 1.01 / size  # one slip
        for start, near, _ in process.extract(
            query_word.word,
            cut.keys(),
            scorer=OSA.normalized_similarity,
            score_cutoff=least,
            limit=8,
        ):
            for word in cut[start][:MAX_NEAREST_WORDS]:
                yield word, PREFIX_LIKENESS * near


def _weighted_nearness(query_word: PhoneticWord, word: PhoneticWord) -> float:
    """Say how near a word is; who typed Latin is less likely to mean a word in another script,
    least of all in one that tells fewer sounds.
    """
    near = nearness(query_word, word)
    if query_word.script != LATIN_SCRIPT or word.script == LATIN_SCRIPT:
        return near
    return near * (
        FEWER_SOUNDS_WEIGHT if word.script in SCRIPTS_WITH_FEWER_SOUNDS else OTHER_SCRIPT_WEIGHT
    )


def _max_gap(query_word: PhoneticWord, nearest: float, *, is_beside: bool) -> float:
    """Say how far behind the nearest word another may be: not far where that is but a slip away."""
    if query_word.latin != query_word.word:
        return MAX_GAP_ACROSS_SCRIPTS
    return MAX_GAP_BEHIND_CLOSE if nearest >= CLOSE_LIKENESS and not is_beside else MAX_GAP


def _add_sound(by_sound: dict[str, list[str]], sizes: Sizes, sound: str, word: str) -> None:
    words = by_sound.get(sound)
    if words is None:
        by_sound[sound] = [word]
        sizes.setdefault(len(sound), []).append(sound)
    elif words[-1] != word:
        words.append(word)


def _nearest_texts(
    text: str, sizes: Sizes, scorer: Callable[..., float], least: float, apart: int
) -> list[str]:
    """Return the texts nearest to one, among those at most so many letters longer or shorter."""
    size = len(text)
    found: list[tuple[float, str]] = []
    for length in range(max(1, size - apart), size + apart + 1):
        if length in sizes and min(size, length) / max(size, length) >= least:
            near = process.extract(
                text, sizes[length], scorer=scorer, score_cutoff=least, limit=MAX_COMPARED_WORDS
            )
            found += [(score, other) for other, score, _ in near]
    found.sort(key=lambda pair: -pair[0])
    return [other for _, other in found[:MAX_COMPARED_WORDS]]


def without_particles(word: str) -> Iterator[str]:
    """Yield what is left of a word when particles glued to its front are taken off.

    >>> list(without_particles("alsisi")), list(without_particles("vanderberg"))
    (['sisi'], ['derberg', 'berg'])
    """
    for size in (5, 4, 3, 2):
        if word[:size] in _particles() and len(word) - size >= MIN_LETTERS_AFTER_PARTICLE:
            rest = word[size:]
            yield rest
            yield from without_particles(rest)
            return


def particle_apart(word: str) -> str:
    """Return a word in another script without the particle that it begins with; "" where there is
    none.

    >>> particle_apart("벤구리온"), particle_apart("Путин")
    ('구리온', '')
    """
    for size in range(1, min(MAX_LETTERS_OF_PARTICLE_APART, len(word) - SHORT_KEY_LETTERS) + 1):
        if phonetic_word(word[:size]).latin in _particles():
            return word[size:]
    return ""


def is_particle(text: str) -> bool:
    """Say whether a folded word is a particle, an article or what stands before a father's name."""
    return text in _particles()


def may_be_particle(word: PhoneticWord) -> bool:
    """Say whether a short word sounds like a particle that others write with what follows."""
    is_short = word.latin != word.word and len(word.word) <= MAX_PARTICLE_LETTERS
    return (
        is_short
        and word.script not in SCRIPTS_WITH_FEWER_SOUNDS
        and not _particle_keys().isdisjoint(word.keys)
    )


@cache
def _particle_keys() -> frozenset[str]:
    keys = (key for particle in _particles() for key in phonetic_word(particle).keys)
    return frozenset(key for key in keys if len(key) >= SHORT_KEY_LETTERS)


@cache
def _particles() -> frozenset[str]:
    particles = word_list("particles")
    return frozenset(fold(text) for name in PARTICLES for text in particles[name])
