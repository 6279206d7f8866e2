"""How likely two names of organizations, agreements or events are of one: `alike` asks it.

Legal forms are folded away; what tells bodies apart (numbers, places, the words that are not
common to hundreds of them) decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from db.names.folding import fold
from db.names.likeness.alike_words import join_halves, pair_up, word_alike
from db.names.name_lists import word_list

MIN_WORD_LIKENESS = 0.7
CONTRADICTED = 0.68  # at most, when each name has a word the other contradicts
SLIGHT = 0.15  # a word that bodies take on and leave off: group, company
COMMON = 0.4  # what a common word weighs beside one that tells apart
TELLING = 1.3  # what a number or a country weighs
SPARE = 0.8  # how much of its weight a word costs that only one name has
OTHER_FORM = 0.88  # the same name in another legal form
ACRONYM = 0.86
DOTTED = re.compile(r"\b(?:\w\.){1,}\w\b\.?|\b(?:\w\. ?){2,}", re.UNICODE)
POSSESSIVE = re.compile(r"['’]s\b")
GLUED = re.compile(r"(?<=[a-z])(?=(?:AG|SA|LLC|Ltd|GmbH|SE|NV|BV|AB|PLC)\b)")
ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
MIN_LEGAL_FORM_LIKENESS = 0.92
MIN_LEGAL_FORM_LETTERS = 10  # letters from which on a misspelt legal form is still known


class _Body(NamedTuple):
    words: tuple[str, ...]
    form: str
    solid: str
    initials: tuple[str, ...]


@cache
def _bodies(entry: str) -> frozenset[str]:
    return frozenset(fold(text) for text in word_list("bodies")[entry])


@cache
def _forms() -> dict[str, str]:
    forms = word_list("bodies")["legal_forms"]
    return {fold(text).replace(" ", ""): form for form, texts in forms.items() for text in texts}


@cache
def _places() -> dict[str, str]:
    """Return countries of one word, by name, alias and people's name."""
    table: dict[str, str] = {}
    for code, row in word_list("countries")["present"].items():
        for text in (row[1], *row[2], *row[3]):
            key = fold(text)
            if key and " " not in key and len(key) > 2:
                table.setdefault(key, code)
    return table


@cache
def _two_word_places() -> dict[str, str]:
    """Return countries of several words, folded and without gaps, to their code's mark."""
    table: dict[str, str] = {}
    for code, row in word_list("countries")["present"].items():
        for text in (row[1], *row[2]):
            key = fold(text)
            if " " in key:
                table.setdefault(key, code)
    return table | {"us": "us", "usa": "us", "uk": "gb"}


def _number(word: str, raw: str) -> str:
    """Return a number as digits, in figures, letters or Roman figures; '' when the word is none.

    >>> _number("44", "44"), _number("first", "First"), _number("xiv", "XIV"), _number("bank", "")
    ('44', '1', '14', '')
    """
    found = ORDINAL.match(word)
    if found:
        return found[1]
    if word in word_list("bodies")["numbers"]:
        return str(word_list("bodies")["numbers"][word])
    if raw and ROMAN.match(raw):
        return str(_roman(word))
    return word if any(char.isdigit() for char in word) else ""


def _roman(word: str) -> int:
    figures = [ROMAN_DIGITS[char] for char in word]
    pairs = zip(figures, [*figures[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


@cache
def _long_forms() -> list[str]:
    return [key for key in _forms() if len(key) >= MIN_LEGAL_FORM_LETTERS]


@lru_cache(maxsize=1 << 13)
def _form_of(solid: str) -> str:
    """Return the legal form that words without gaps are, a slip of the pen allowed in a long one.

    >>> _form_of("gmbh"), _form_of("aktiengeselschaft"), _form_of("bank")
    ('llc', 'plc', '')
    """
    forms = _forms()
    if solid in forms:
        return forms[solid]
    if len(solid) >= MIN_LEGAL_FORM_LETTERS:
        near = process.extract_iter(
            solid,
            _long_forms(),
            scorer=OSA.normalized_similarity,
            score_cutoff=MIN_LEGAL_FORM_LIKENESS,
        )
        return next((forms[key] for key, _, _ in near), "")
    return ""


def _without_forms(words: list[str]) -> tuple[list[str], str]:
    """Return the words between the legal forms at either end, at least one, and the form."""
    form = ""
    changed = True
    while changed and len(words) > 1:
        changed = False
        for length in range(min(6, len(words) - 1), 0, -1):
            behind, before = _form_of("".join(words[-length:])), _form_of("".join(words[:length]))
            if behind or before:
                words = words[:-length] if behind else words[length:]
                form = form if form and form != "plc" else behind or before
                while len(words) > 1 and words[-1] in ("and", "und", "et"):
                    words = words[:-1]
                changed = True
                break
    return words, form


def _mark_places(text: str) -> str:
    """Return countries of several words as one."""
    for place, code in _two_word_places().items():
        if place in text:
            text = re.sub(rf"\b{re.escape(place)}\b", f"country{code}", text)
    return text


def _figures(words: Iterable[tuple[str, str]]) -> list[str]:
    """Return numbers as figures; forty four as 44."""
    found: list[str] = []
    tens = False
    for word, raw in words:
        figure = _number(word, raw)
        if tens and len(figure) == 1 and figure in "123456789":
            found[-1] = str(int(found[-1]) + int(figure))
            tens = False
            continue
        tens = figure.isdigit() and word.isalpha() and len(figure) == 2 and figure.endswith("0")
        found.append(figure or word)
    return found


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> _Body:
    tidy = DOTTED.sub(lambda m: m[0].replace(".", "").replace(" ", "") + " ", text)
    tidy = GLUED.sub(" ", POSSESSIVE.sub("s", tidy)).replace("&", " and ")
    raw = {fold(part): part.strip("().,") for part in tidy.split()}
    words = _mark_places(fold(tidy)).split()
    bare, form = _without_forms(words)
    initials = {
        "".join(w[0] for w in bare),
        "".join(w[0] for w in bare if w not in _dropped_words()),
    }
    spelt = [word_list("bodies")["spellings"].get(word, word) for word in bare]
    words_read = [word for word in spelt if word not in _dropped_words()] or spelt
    figures = _figures(
        (word, "" if i == 0 else raw.get(word, "")) for i, word in enumerate(words_read)
    )
    return _Body(
        tuple(_join_letters(figures)),
        form,
        "".join(bare),
        tuple(i for i in initials if len(i) > 2),
    )


def _join_letters(words: list[str]) -> list[str]:
    """Return single letters in a row as one word: H and M, A B C."""
    found: list[str] = []
    run = False
    for word in words:
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter and run:
            found[-1] += word
        else:
            found.append(word)
        run = is_letter
    return found


@cache
def _dropped_words() -> frozenset[str]:
    return _bodies("dropped")


def _is_number(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


@lru_cache(maxsize=1 << 14)
def _weight(word: str) -> float:
    if _is_number(word) or word in _places() or word.startswith("country"):
        return TELLING
    if word in _bodies("slight"):
        return SLIGHT
    return COMMON if word in _bodies("common") else 1.0


def _place_code(word: str) -> str:
    return word.removeprefix("country") if word.startswith("country") else _places().get(word, "")


@lru_cache(maxsize=1 << 15)
def _word_likeness(one: str, other: str) -> float:
    """Compare two words; numbers and countries are the same or not: Niger is not Nigeria."""
    if one == other:
        return 1.0
    if _is_number(one) or _is_number(other) or 1 in (len(one), len(other)):
        return 0.0
    places = _place_code(one), _place_code(other)
    if places[0] and places[1]:
        return 0.95 if places[0] == places[1] else 0.0
    return word_alike(one, other)


def _is_acronym(one: _Body, other: _Body) -> bool:
    return any(word in other.initials and len(word) > 2 for word in one.words[:1]) and (
        len(one.words) == 1 or all(_place_code(word) for word in one.words[1:])
    )


def bodies_alike(name1: str, name2: str) -> tuple[float, str]:
    """Return the score and what decided it."""
    one, other = _read(name1), _read(name2)
    ours = join_halves(list(one.words), other.words)
    theirs = join_halves(list(other.words), ours)
    score, why = _compare(ours, theirs)
    if one.solid == other.solid and score < 1:
        score, why = 1.0, "the same letters"
    if score < ACRONYM and (_is_acronym(one, other) or _is_acronym(other, one)):
        score, why = ACRONYM, "one is the initials of the other"
    if one.form and other.form and one.form != other.form and score > CONTRADICTED:
        return score * OTHER_FORM, f"{why}, another legal form"
    return score, why


def _compare(ours: list[str], theirs: list[str]) -> tuple[float, str]:
    if ours == theirs:
        return 1.0, "the same name"
    pairs, ours_left, right = pair_up(ours, theirs, MIN_WORD_LIKENESS, _word_likeness)
    if not pairs:
        return 0.0, "no word in common"
    matched = [(min(_weight(ours[i]), _weight(theirs[j])), near) for i, j, near in pairs]
    spare = [_weight(ours[i]) for i in ours_left], [_weight(theirs[j]) for j in right]
    total = sum(w for w, _ in matched) + SPARE * (sum(spare[0]) + sum(spare[1]))
    score = sum(w * near for w, near in matched) / total
    if ours_left and right:
        against = f"{ours[ours_left[0]]} is not {theirs[right[0]]}"
        return min(score, CONTRADICTED), against
    if ours_left or right:
        extra = [ours[i] for i in ours_left] or [theirs[j] for j in right]
        if any(_weight(word) == TELLING for word in extra):
            score = min(score, CONTRADICTED + 0.05)
        return score, f"{' '.join(extra)} only in one"
    return score, "nearly the same spelling" if any(n < 1 for _, n in matched) else "the same words"
