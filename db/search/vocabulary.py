"""The words of the desk's names in memory, to be compared with a word spelt or heard otherwise.

A reader keeps one; it is read when the first misspelt word is asked for, never when a desk is
opened, and asks for newer words before each use.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from db.engine import Sql
from db.names import fold
from db.names.hearing import COARSE, Heard, coarse, hear, nearness
from db.names.lists import word_list

NEAREST = 30  # words that may stand for one that was typed
LEAST = 0.55  # how near they must be
LOOKED_AT = 40  # candidates by spelling, and by each sound, that are compared with care
SPELT_LEAST, SOUND_LEAST = 0.6, 0.6
SHORT, SHORT_LEAST = 2, 0.5  # in two consonants one may be another
BEGUN = 0.9  # a word that begins as was typed, but for a slip
SHORTEST_BEGUN = 4
PARTICLE = 0.95  # a name without the particle that was glued to it
PARTICLES = ("articles", "particles", "patronymic")
BATCH = 2_000  # rows taken at a time, so that other threads get their turn


class Vocabulary:
    """The words of names on one desk, by spelling and by sound."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._last = 0
        self.words: list[str] = []
        self._known: set[str] = set()
        self._sounds: list[str] = []
        self._coarse: list[str] = []
        self._by_sound: dict[str, list[str]] = {}
        self._begun: dict[int, dict[str, list[str]]] = {}
        self._near: dict[Heard, dict[str, float]] = {}

    def refresh(self) -> None:
        """Take in the words that are new since it was last asked."""
        statement = "SELECT id, word, sounds FROM term WHERE id > ? AND is_name = 1 ORDER BY id"
        size = len(self.words)
        for key, word, sounds in self._sql.stream(statement, (self._last,), BATCH):
            self._last = key
            if word not in self._known:
                self._add(word, sounds)
        if len(self.words) > size:
            self._near.clear()
            self._begun.clear()

    def _add(self, word: str, sounds: str) -> None:
        self.words.append(word)
        self._known.add(word)
        for sound in sounds.split():
            if sound not in self._by_sound:
                self._by_sound[sound] = []
                self._sounds.append(sound)
                self._coarse.append(coarse(sound))
            self._by_sound[sound].append(word)

    def holds(self, word: str) -> bool:
        """Whether some name has this folded word."""
        return word in self._known

    def near(self, asked: Heard, *, is_begun: bool = False) -> dict[str, float]:
        """The nearest words to one, each with how near it is, nearest first.

        `is_begun` says that the word may still be typed on.
        """
        found = self._near.get(asked)
        if found is None:
            found = self._near[asked] = self._nearest(asked)
        if is_begun and len(asked.word) >= SHORTEST_BEGUN:
            begun = {word: near for word, near in self._beginning(asked) if word not in found}
            return found | begun
        return found

    def _nearest(self, asked: Heard) -> dict[str, float]:
        rated = {}
        for word in {*self._alike(asked), *self._sounding(asked)}:
            near = nearness(asked, hear(word))
            if near >= LEAST:
                rated[word] = near
        for word in without_particles(asked.word):
            if self.holds(word):
                rated[word] = max(PARTICLE, rated.get(word, 0.0))
        best = sorted(rated.items(), key=lambda pair: (-pair[1], pair[0]))
        return dict(best[:NEAREST])

    def _alike(self, asked: Heard) -> Iterator[str]:
        """Words spelt so, but for a slip."""
        for word, _, _ in process.extract(
            asked.word,
            self.words,
            scorer=OSA.normalized_similarity,
            score_cutoff=SPELT_LEAST,
            limit=LOOKED_AT,
        ):
            yield word

    def _sounding(self, asked: Heard) -> Iterator[str]:
        """Words whose consonants are these, but for one or two."""
        is_coarse = asked.script in COARSE
        sounds = self._coarse if is_coarse else self._sounds
        for key in asked.keys:
            for _, _, at in process.extract(
                coarse(key) if is_coarse else key,
                sounds,
                scorer=Levenshtein.normalized_similarity,
                score_cutoff=SOUND_LEAST if len(key) > SHORT else SHORT_LEAST,
                limit=LOOKED_AT,
            ):
                yield from self._by_sound[self._sounds[at]]

    def _beginning(self, asked: Heard) -> Iterator[tuple[str, float]]:
        """Words that begin as a half-typed one does, but for a slip."""
        size = len(asked.word)
        cut = self._begun.get(size)
        if cut is None:
            cut = self._begun[size] = {}
            for word in self.words:
                if len(word) > size:
                    cut.setdefault(word[:size], []).append(word)
        least = 1 - 1.01 / size  # one slip
        for start, near, _ in process.extract(
            asked.word, cut.keys(), scorer=OSA.normalized_similarity, score_cutoff=least, limit=8
        ):
            for word in cut[start][:NEAREST]:
                yield word, BEGUN * near


def without_particles(word: str) -> Iterator[str]:
    """What is left of a word when particles glued to its front are taken off.

    >>> list(without_particles("alsisi")), list(without_particles("vanderberg"))
    (['sisi'], ['derberg', 'berg'])
    """
    lists = word_list("particles")
    listed = {
        fold(text) for name in ("articles", "particles", "patronymic") for text in lists[name]
    }
    for size in (5, 4, 3, 2):
        if word[:size] in listed and len(word) - size >= 3:
            rest = word[size:]
            yield rest
            yield from without_particles(rest)
            return


@cache
def _particles() -> frozenset[str]:
    listed = word_list("particles")
    return frozenset(fold(text) for name in PARTICLES for text in listed[name])
