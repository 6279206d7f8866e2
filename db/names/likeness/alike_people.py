"""How likely two names of people are of one person: `alike` asks it.

A word that only one name has is a name left out; a word on each side that answers no word of the
other is two people, however near the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from db.names.folding import fold
from db.names.likeness.alike_words import in_order, join_halves, pair_up, word_alike
from db.names.name_lists import word_list
from db.names.titles import split_titles

MIN_WORD_LIKENESS = 0.64  # below it two words are not one
CONTRADICTED = 0.6  # at most, when each name has a word the other contradicts
ALONE = 0.72  # at most, when a name of one word stands against one of several
SHORT_FORM = 0.88  # Ben for Benjamin
PARTICLE = 0.25  # what a particle weighs beside a word
LEFT_OUT = 0.28  # what is lost when nearly all words of the longer name are missing in the other
REVERSED_ORDER = 0.98  # the same words in another order, no comma telling why
SWAPPED = 0.7  # two bare names turned round: Hans Friedrich and Friedrich Hans
GENERATIONS = {
    "jr": 2, "junior": 2, "sr": 1, "senior": 1, "fils": 2, "pere": 1,
    "ii": 2, "iii": 3, "iv": 4, "v": 5,
}  # fmt: skip
LOOKS = str.maketrans("013459", "oieasg")  # digits typed for letters inside a word
MIXED = re.compile(r"(?=.*[^\W\d_]{2})(?=.*\d)")
CAPITALS = re.compile(r"[A-Z]{2,3}")


class _Person(NamedTuple):
    words: tuple[str, ...]
    generation: int
    is_inverted: bool


@cache
def _particles(entry: str) -> frozenset[str]:
    return frozenset(fold(text) for text in word_list("particles")[entry])


@cache
def _light() -> frozenset[str]:
    kinds = _particles("articles") | _particles("patronymic") | _particles("particles")
    return kinds - {"abd", "abdul", "abdel", "mac", "mc", "عبد"}


@cache
def _patronymics() -> frozenset[str]:
    return _particles("patronymic") | {"ben"}


def _is_light(word: str) -> bool:
    return word in _light()


def _initials_apart(name: str) -> str:
    """Space initials: JC Juncker as J C Juncker; a name whose first word is none as it is."""
    first = name.partition(" ")[0]
    if not CAPITALS.fullmatch(first) or name.isupper() or _is_light(fold(first)):
        return name
    return f"{' '.join(first)}{name.removeprefix(first)}"


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> _Person:
    titled = split_titles(text, lenient=True)
    marks = [GENERATIONS.get(fold(mark), 0) for mark in titled.post_nominals]
    name = titled.name
    generation = max(marks, default=0)
    words = fold(name).split()
    words = [w.translate(LOOKS) if MIXED.match(w) else w for w in words]
    if len(words) > 2 and words[-1] in GENERATIONS and not generation:
        generation = GENERATIONS[words.pop()]
    return _Person(tuple(words) or (fold(text),), generation, _is_inverted(name))


def _is_inverted(name: str) -> bool:
    """Say whether a name says that its family name comes first: "Dar, Ishaq" or "DAR Ishaq"."""
    first, _, rest = name.partition(" ")
    return "," in name or (len(first) > 1 and first.isupper() and not rest.isupper() and bool(rest))


def _given_alike(one: str, other: str) -> float:
    """Compare as words are, and a short form of three letters and more as the name it begins."""
    near = word_alike(one, other)
    if near >= SHORT_FORM or min(len(one), len(other)) < 3:
        return near
    short, long = sorted((one, other), key=len)
    return SHORT_FORM if long.startswith((short, _stem(short))) else near


def _stem(short: str) -> str:
    """Return Danny, Charlie, Willie without their ending; two letters are no stem."""
    for ending in ("ie", "y", "i"):
        bare = short.removesuffix(ending)
        if bare != short:
            bare = bare[:-1] if bare[-2:-1] == bare[-1:] else bare
            return bare if len(bare) > 2 else short
    return short


def _word_likeness(one: str, other: str) -> float:
    """Return particles answer particles only: bin and ibn, el and al."""
    if _is_light(one) != _is_light(other):
        return 0.0
    both = {one, other}
    if both <= _patronymics() or both <= _particles("articles"):
        return 1.0
    return word_alike(one, other)


def _chain(words: Sequence[str]) -> list[tuple[str, str]]:
    """Say who is whose child by the patronymics in a name."""
    marks = [i for i, word in enumerate(words) if word in _patronymics()]
    return [(words[i - 1], words[i + 1]) for i in marks if 0 < i < len(words) - 1]


def _is_turned_chain(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Say whether one is the other's child, as Salman bin Muhammad may be."""
    for child, father in _chain(ours):
        for other_child, other_father in _chain(theirs):
            if child == other_father and father == other_child and child != father:
                return True
    return False


def people_alike(name1: str, name2: str) -> tuple[float, str]:
    """Return the score and what decided it; capitals in front are also tried as initials."""
    plain = _alike(name1, name2)
    apart = _initials_apart(name1), _initials_apart(name2)
    if apart == (name1, name2):
        return plain
    return max(plain, _alike(*apart), key=lambda each: each[0])


def _alike(name1: str, name2: str) -> tuple[float, str]:
    one, other = _read(name1), _read(name2)
    if one.words == other.words:
        return _with_generation(1.0, "the same name", one, other)
    ours = join_halves(list(one.words), other.words)
    theirs = join_halves(list(other.words), ours)
    if _is_turned_chain(ours, theirs):
        return CONTRADICTED, "child and father are turned round"
    score, why = _compare(ours, theirs, one.is_inverted or other.is_inverted)
    return _with_generation(score, why, one, other)


def _with_generation(score: float, why: str, one: _Person, other: _Person) -> tuple[float, str]:
    marks = one.generation, other.generation
    if marks[0] == marks[1] or {*marks} == {0, 1}:
        return score, why
    if 0 in marks:
        return score * 0.88, f"{why}, only one of them a younger namesake"
    return min(score, CONTRADICTED), "two generations of one name"


def _weight(word: str) -> float:
    if _is_light(word):
        return PARTICLE
    return 0.6 if len(word) == 1 else 1.0


def _without_repeats(unmatched: list[int], words: list[str]) -> list[int]:
    """Return a name said twice, as in Sergey Sergey Shoigu, adds nothing."""
    rest = [words[i] for i in range(len(words)) if i not in unmatched]
    return [i for i in unmatched if words[i] not in rest]


def _short_forms(
    unmatched: list[int],
    right: list[int],
    ours: list[str],
    theirs: list[str],
    ends: tuple[int, int],
) -> list[tuple[int, int, float]]:
    """Pair given names left over that are short forms of each other; the last word is none."""
    found = []
    for i in unmatched:
        for j in right:
            near = 0.0 if i == ends[0] or j == ends[1] else _given_alike(ours[i], theirs[j])
            if near >= MIN_WORD_LIKENESS:
                found.append((i, j, near))
                break
    return found


def _compare(ours: list[str], theirs: list[str], inverted: bool) -> tuple[float, str]:
    pairs, unmatched, right = pair_up(ours, theirs, MIN_WORD_LIKENESS, _word_likeness)
    ends = (-1, -1) if inverted else (len(ours) - 1, len(theirs) - 1)
    short = _short_forms(unmatched, right, ours, theirs, ends) if unmatched and right else []
    pairs = [*pairs, *short]
    unmatched = [i for i in unmatched if i not in {s[0] for s in short}]
    right = [j for j in right if j not in {s[1] for s in short}]
    if not unmatched or not right:
        unmatched, right = _without_repeats(unmatched, ours), _without_repeats(right, theirs)
    heavy = [p for p in pairs if not _is_light(ours[p[0]]) or not _is_light(theirs[p[1]])]
    if not any(len(ours[i]) > 1 and len(theirs[j]) > 1 for i, j, _ in heavy):
        return 0.0, "no word in common"
    weighed = [(min(_weight(ours[i]), _weight(theirs[j])), near) for i, j, near in pairs]
    score = sum(w * near for w, near in weighed) / sum(w for w, _ in weighed)
    return _judge(score, (ours, theirs), (unmatched, right), heavy, inverted)


def _judge(
    score: float,
    words: tuple[list[str], list[str]],
    over: tuple[list[int], list[int]],
    heavy: list[tuple[int, int, float]],
    inverted: bool,
) -> tuple[float, str]:
    ours, theirs = words
    unmatched = [ours[i] for i in over[0] if not _is_light(ours[i])]
    right = [theirs[j] for j in over[1] if not _is_light(theirs[j])]
    if unmatched and right:
        against = f"{' '.join(unmatched)} is not {' '.join(right)}"
        return min(CONTRADICTED, score * len(heavy) / (len(heavy) + len(unmatched))), against
    counted = [len([w for w in side if not _is_light(w)]) for side in words]
    if min(counted) == 1 and max(counted) > 1 and len(heavy) == 1:
        return min(ALONE, score), "one name of several"
    spare = sum(_weight(word) for word in (*unmatched, *right))
    score -= LEFT_OUT * spare / (spare + len(heavy))
    why = "the same words"
    if not inverted and not in_order(heavy):
        is_bare = len(heavy) == 2 == len(ours) == len(theirs)
        is_same_script = ours[0].isascii() == theirs[0].isascii()
        score *= SWAPPED if is_bare and is_same_script and not spare else REVERSED_ORDER
        why = "the same words in another order"
    elif spare:
        why = "one name is longer"
    elif any(near < 1 for _, _, near in heavy):
        why = "nearly the same spelling"
    return max(score, 0.0), why
