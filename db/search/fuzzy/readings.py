"""Which part of a query may be the name: without titles and offices, one spelling of several, or
the names within a line that was pasted.

A reading is only asked for where the whole query is nobody's name. Readings come in groups: all of
one are asked, those of the next where none before has found somebody for sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from db.names import fold
from db.names.name_lists import word_list
from db.query import Word
from db.search.exact.search_terms import SearchTerms, tokens
from db.search.fuzzy.name_offices import bare_words, is_honour, is_office, without_offices

Reading = tuple[str, ...]
Holds = Callable[[str], bool]
OPENING, CLOSING = "([{（［〔「『【《", ")]}）］〕」』】》"
PARTING = ",،，、;；/／|"
WORD_SEPARATORS = re.escape(OPENING + CLOSING + PARTING)
PIECES = re.compile(rf"[{WORD_SEPARATORS}]|[^\s{WORD_SEPARATORS}]+")
SIGNS = OPENING + CLOSING + ",;:.!?\"'“”„«»،؛؟。"
COMMAS = frozenset(",،，、;；")
BETWEEN = frozenset("/／|")
MAX_NAME_WORDS = 7  # of what may still be one name
MAX_SPANS = 12  # names in a long line that are asked for
MAX_SPAN_WORDS = 5
SENTENCE_END = re.compile(r"[.!?:…。؟۔]$")
MAX_MARKER_WORDS = 4  # words of “also known as” and the like


def readings(terms: SearchTerms, kind: str, holds: Holds) -> list[list[Reading]]:
    """Return the groups of readings of a query, the likeliest first; none repeats the query itself.

    Only people bear titles. `holds` says whether a folded word is one of a name on the desk.

    >>> from db.query import parse_query
    >>> from db.search.exact.search_terms import terms_of
    >>> def first(text: str) -> list[Reading]:
    ...     return readings(terms_of(parse_query(text)), "person", str.isalpha)[0]
    >>> first("Dar, Deputy Prime Minister Ishaq")
    [('Dar', 'Ishaq')]
    >>> first("Ye Jianying (Yeh Chien-ying)")
    [('Ye', 'Jianying'), ('Yeh', 'Chien-ying')]
    """
    if terms.is_exact or not all(word.prefix for word in terms.words):
        return []
    text = terms.typed
    seen = {terms.text(), " ".join(token for word in terms.words for token in tokens(word))}
    groups: list[list[Reading]] = []
    for found in _of_people(terms, text, holds) if kind == "person" else _of_others(terms, text):
        fresh = [name for name in found if (key := fold(" ".join(name))) and key not in seen]
        seen.update(fold(" ".join(name)) for name in fresh)
        several = [name for name in fresh if len(name) > 1]
        single = [name for name in fresh if len(name) == 1]  # almost any name has a word of it
        groups += [list(dict.fromkeys(group)) for group in (several, single) if group]
    return groups


def _of_people(terms: SearchTerms, text: str, holds: Holds) -> Iterator[list[Reading]]:
    spellings = list(_spellings(PIECES.findall(text)))
    for all_of_them in (False, True):
        yield [name for each in spellings for name in _names(each, all_of_them=all_of_them)]
    yield [name for each in spellings for name in _first_parts(each)]
    if is_long(terms):
        runs = [tuple(without_offices(run)) for run in _runs(text) if not is_office(run)]
        yield _longest_first(runs) if any(runs) else list(_known_pairs(text, holds))


def _of_others(terms: SearchTerms, text: str) -> Iterator[list[Reading]]:
    yield [
        tuple(word for segment in each for word in segment)
        for each in _spellings(PIECES.findall(text))
        if len(each) == 1 and len(each[0]) <= MAX_NAME_WORDS
    ]
    if is_long(terms):
        yield _longest_first([tuple(run) for run in _runs(text)])


def is_long(terms: SearchTerms) -> bool:
    """Say whether a query is a line in which a name may stand, rather than a name."""
    return len(terms.words) > MAX_NAME_WORDS


def with_words(terms: SearchTerms, reading: Reading) -> SearchTerms:
    """Return the same question for the words of one reading."""
    last = terms.words[-1].text
    words = [Word(text, prefix=text == last) for text in reading]
    return replace(terms, name_words=tuple(word for word in words if tokens(word)))


Segments = list[list[str]]  # the words between commas


def _spellings(pieces: Sequence[str]) -> Iterator[Segments]:
    """Yield the name as it stands outside brackets and between slashes, then each in them."""
    outside, inside = _brackets(pieces)
    parts = [part for part in _apart(outside) if part]
    main = parts[0] if parts else []
    yield _segments(main)
    for part in parts[1:]:
        yield from _other_spelling(main, part, len(_words_of(main)))
    for at, content in inside:
        bare = _without_markers(content)
        if bare and not all(is_honour(f"({word})") for word in bare):
            for part in _apart(bare):
                yield from _other_spelling(main, part, at)


def _other_spelling(main: Sequence[str], part: Sequence[str], at: int) -> Iterator[Segments]:
    """Yield another name; a single word also in the place of the word before it, or of the last.

    Anthony (Tony) Blair is Tony Blair as well, Angela Merkel, née Kasner, is Angela Kasner.
    """
    words = _words_of(main)
    if len(part) == 1 and 0 < at <= len(words) and len(words) > 1:
        yield [[*words[: at - 1], part[0], *words[at:]]]
    if part:
        yield _segments(part)


def _brackets(pieces: Sequence[str]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the pieces outside brackets, and those in each with how many words stand before it."""
    outside: list[str] = []
    inside: list[tuple[int, list[str]]] = []
    depth = 0
    for piece in pieces:
        if piece in OPENING:
            depth += 1
            if depth == 1:
                inside.append((len(_words_of(outside)), []))
        elif piece in CLOSING:
            depth = max(0, depth - 1)
        elif depth:
            inside[-1][1].append(piece)
        else:
            outside.append(piece)
    return outside, inside


def _words_of(pieces: Sequence[str]) -> list[str]:
    return [piece for piece in pieces if piece not in COMMAS]


def _apart(pieces: Sequence[str]) -> Iterator[list[str]]:
    """Yield what stands between slashes, and before and behind “alias” and the like."""
    part: list[str] = []
    at = 0
    while at < len(pieces):
        size = 1 if pieces[at] in BETWEEN else _marker_length(pieces, at)
        if size:
            yield part
            part = []
        else:
            part.append(pieces[at])
        at += size or 1
    yield part


@cache
def _markers() -> frozenset[str]:
    return frozenset(fold(text).replace(" ", "") for text in word_list("offices")["also_called"])


@cache
def _markers_in_brackets() -> frozenset[str]:
    markers = word_list("offices")["called_in_brackets"]
    return frozenset(fold(text).replace(" ", "") for text in markers)


def _marker_length(pieces: Sequence[str], at: int) -> int:
    """Say how many words “also known as” or its like has that begins at a place, commas with it."""
    for size in range(min(MAX_MARKER_WORDS, len(pieces) - at), 0, -1):
        key = fold("".join(pieces[at : at + size])).replace(" ", "")
        if key in _markers() and pieces[at] not in COMMAS:
            return size
    return 0


def _without_markers(pieces: Sequence[str]) -> list[str]:
    """Return the words of a bracket without “or”, “Chinese:” and numbers."""
    return [
        piece
        for piece in pieces
        if fold(piece).replace(" ", "") not in _markers_in_brackets()
        and not any(char.isdigit() for char in piece)
    ]


def _segments(pieces: Sequence[str]) -> Segments:
    found: Segments = [[]]
    for piece in pieces:
        if piece in COMMAS:
            found.append([])
        elif fold(piece):
            found[-1].append(piece)
    return [segment for segment in found if segment]


def _names(segments: Segments, *, all_of_them: bool) -> Iterator[Reading]:
    """Yield a name of which parts stand between commas, without what is no part of it."""
    if not segments:
        return
    first, *others = segments
    # Before a comma stands a name: Bishop, Julie.
    is_bare = len(first) == 1 and bool(others) and not all_of_them
    family = first if is_bare else without_offices(first, all_of_them=all_of_them)
    parts = [_name_part(each, all_of_them=all_of_them) for each in others]
    given = next((part for part in parts if part), [])
    name = [*family, *given]
    if 0 < len(name) <= MAX_NAME_WORDS:
        yield tuple(name)
    for solid in bare_words("".join(first)) if len(first) == 1 else ():
        yield (solid,)


def _name_part(segment: list[str], *, all_of_them: bool) -> list[str]:
    """Return what of a part behind a comma belongs to the name: nothing of an office or a state."""
    if is_office(segment):
        return []
    name = without_offices(segment, all_of_them=all_of_them)
    return name if len(name) <= MAX_SPAN_WORDS else []


def _first_parts(segments: Segments) -> Iterator[Reading]:
    """Yield the part before the first comma alone, and the next: a name and what is told of it."""
    for segment in segments[:2] if len(segments) > 1 else ():
        name = without_offices(segment)
        if 0 < len(name) <= MAX_NAME_WORDS and not is_office(segment):
            yield tuple(name)


def _longest_first(runs: Sequence[Reading]) -> list[Reading]:
    """Return the longest runs of words; single words only where there are no others."""
    several = [run for run in runs if 1 < len(run) <= MAX_NAME_WORDS]
    found = several or [run for run in runs if run]
    return sorted(found, key=lambda run: -len(run))[:MAX_SPANS]


def _known_pairs(text: str, holds: Holds) -> Iterator[Reading]:
    """Yield neighbours that are words of names, for scripts and hands that know no capitals."""
    words = [word.strip(SIGNS) for word in text.split()]
    are_known = [bool(folded := fold(word)) and holds(folded) for word in words]
    pairs = [at for at in range(len(words) - 1) if are_known[at] and are_known[at + 1]]
    yield from ((words[at], words[at + 1]) for at in pairs[:MAX_SPANS])


def _runs(text: str) -> Iterator[list[str]]:
    """Yield runs of words that begin with a capital; particles between them belong to them."""
    run: list[str] = []
    between: list[str] = []
    for word in text.split():
        bare = word.strip(SIGNS)
        if bare[:1].isupper():
            run += [*between, bare]
            between = []
        elif run and bare and len(bare) <= 4 and not between:
            between = [bare]
        else:
            yield run
            run, between = [], []
        if run and (word[-1] in f",;{CLOSING}" or SENTENCE_END.search(word)) and len(bare) > 2:
            yield run
            run, between = [], []
    yield run
