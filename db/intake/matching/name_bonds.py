"""How two names of people go together, word by word: stricter than likeness; matching asks it.

`alike` says how near two names are. Here it is told what stands alone on either side, since a name
less is nothing, a first name more is somebody else, and a surname alone is nobody in particular.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from db.names import fold, split_titles
from db.names.customs import is_custom
from db.names.likeness.alike_words import join_halves
from db.names.likeness.respelling import is_respelt
from db.names.name_lists import word_list

#: Names in front that many bear and leave out.
_OFTEN_LEFT_OUT = frozenset((
    "muhammad", "mohammed", "mohammad", "mohamed", "mohd", "muhammed", "syed", "sayyid", "said",
    "sayed", "sheikh", "shaikh", "prince", "princess", "lady", "sir", "maria", "jose", "abdul",
))  # fmt: skip
_FAMILY_FIRST = ("family_first", "japanese", "korean", "sinitic", "hungarian")
_GENERATIONS = frozenset(("jr", "junior", "sr", "senior", "ii", "iii", "iv"))


class Bond(IntEnum):
    """How much two names have in common, least first."""

    NONE = 0
    WORD = 1  # a word within, by which nobody is called
    PART = 2  # a surname alone, or with no more than initials
    EXTRA = 3  # one has another name in front
    LONGER = 4  # one has more names within or behind
    TURNED = 5  # the same words in another order
    RESPELT = 6  # the same words in other letters
    SAME = 7


@lru_cache(maxsize=4)
def _light(entry: str) -> frozenset[str]:
    return frozenset(fold(text) for text in word_list("particles")[entry])


def _is_light(word: str) -> bool:
    return word in _light("articles") or word in _light("particles")


def _is_patronymic(word: str) -> bool:
    return word in _light("patronymic") or word == "ben"


@lru_cache(maxsize=1 << 12)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without titles and particles; patronymic marks stay.

    >>> name_words("H.E. Sheikh Abdullah bin Zayed Al Nahyan")
    ('abdullah', 'bin', 'zayed', 'nahyan')
    """
    titled = split_titles(name, lenient=True)
    words = fold(titled.name).split()
    words += [mark for mark in map(fold, titled.post_nominals) if mark in _GENERATIONS]
    return tuple(word for word in words if not _is_light(word)) or tuple(fold(name).split())


def bond_of(name: str, known_name: str, country: str = "") -> Bond:
    """Return how the name that a text has goes with one that the desk has.

    >>> bond_of("Sergei Lavrov", "Sergey Lavrov"), bond_of("Dar", "Ishaq Dar")
    (<Bond.RESPELT: 6>, <Bond.PART: 2>)
    >>> bond_of("Michael Kurilla", "Michael Erik Kurilla"), bond_of("Hassan Dar", "Ishaq Dar")
    (<Bond.LONGER: 4>, <Bond.NONE: 0>)
    >>> bond_of("Ali Ishaq Dar", "Ishaq Dar"), bond_of("Muhammad Ishaq Dar", "Ishaq Dar")
    (<Bond.EXTRA: 3>, <Bond.LONGER: 4>)
    """
    ours, theirs = list(name_words(name)), list(name_words(known_name))
    if ours == theirs:
        return Bond.PART if len(ours) == 1 else Bond.SAME
    ours, theirs = join_halves(ours, theirs), join_halves(theirs, ours)
    pairs = _pair_words(ours, theirs)
    left = [at for at in range(len(ours)) if at not in dict(pairs)]
    right = [at for at in range(len(theirs)) if at not in dict(pairs).values()]
    if (left and right) or not pairs or _is_turned_round(ours, theirs):
        return Bond.NONE
    full = [(i, j) for i, j in pairs if min(len(ours[i]), len(theirs[j])) > 1]
    if len(full) < 2:
        return _bond_of_one_word(full[0], ours, theirs, country) if full else Bond.NONE
    is_in_order = [j for _, j in pairs] == sorted(j for _, j in pairs)
    if left or right:
        words, spare = (ours, left) if left else (theirs, right)
        return _with_spare(words, spare) if is_in_order else Bond.EXTRA
    if len(full) < len(pairs):
        return Bond.LONGER  # a name within as an initial
    if not is_in_order:
        return Bond.TURNED if _is_order_open(name, known_name, country) else Bond.EXTRA
    return Bond.SAME if all(ours[i] == theirs[j] for i, j in pairs) else Bond.RESPELT


def _pair_words(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """Pair the same words first, then those in other letters, then initials."""
    pairs: dict[int, int] = {}
    for is_one in (str.__eq__, is_respelt, _is_initial_of):
        for i, one in enumerate(ours):
            if i in pairs:
                continue
            free = [j for j in range(len(theirs)) if j not in pairs.values()]
            free.sort(key=lambda j: abs(i - j))
            found = next((j for j in free if is_one(one, theirs[j])), None)
            if found is not None:
                pairs[i] = found
    return sorted(pairs.items())


def _is_initial_of(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _is_turned_round(ours: list[str], theirs: list[str]) -> bool:
    """Say whether one is the other's child: Salman bin Muhammad and Muhammad bin Salman."""
    chains = [
        {
            (words[at - 1], words[at + 1])
            for at in range(1, len(words) - 1)
            if _is_patronymic(words[at])
        }
        for words in (ours, theirs)
    ]
    return any((father, child) in chains[1] for child, father in chains[0] if child != father)


def _bond_of_one_word(
    pair: tuple[int, int], ours: list[str], theirs: list[str], country: str
) -> Bond:
    """Say whether somebody may be called by the one word: mostly the last, elsewhere the first."""
    words, at = (theirs, pair[1]) if len(theirs) >= len(ours) else (ours, pair[0])
    called_by = {len(words) - 1}
    if _is_family_first(country) or is_custom("single", country) or any(map(_is_patronymic, words)):
        called_by.add(0)
    if is_custom("spanish", country):
        called_by.add(len(words) - 2)
    return Bond.PART if at in called_by else Bond.WORD


def _is_family_first(country: str) -> bool:
    return any(is_custom(custom, country) for custom in _FAMILY_FIRST)


def _with_spare(words: list[str], spare: list[int]) -> Bond:
    """Say what words that one name alone has mean: in front they are somebody else, mostly.

    A chain of fathers that is missing, or a younger namesake, leaves it open as well.
    """
    lacking = [words[at] for at in spare]
    if any(_is_patronymic(word) or word in _GENERATIONS for word in lacking):
        return Bond.EXTRA
    in_front = [words[at] for at in spare if all(each in spare for each in range(at + 1))]
    if any(len(word) > 1 and word not in _OFTEN_LEFT_OUT for word in in_front):
        return Bond.EXTRA
    return Bond.LONGER


def _is_order_open(name: str, known_name: str, country: str) -> bool:
    """Say whether the family name may come first: by the country, or because it is so written."""
    return _is_family_first(country) or any(
        "," in each or (each.split()[0].isupper() and not each.isupper()) or _is_last_upper(each)
        for each in (name, known_name)
    )


def _is_last_upper(name: str) -> bool:
    last = name.split()[-1]
    return len(last) > 1 and last.isupper() and not name.isupper()
