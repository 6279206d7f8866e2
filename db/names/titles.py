"""Titles, ranks and honours taken off a name, so that they neither hide it nor match everyone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from db.names.folding import fold
from db.names.lists import word_list

LONGEST = 6
GLUED = re.compile(r"\b[A-Z][a-z]{1,4}\.(?=[A-Z][a-z])")
HONOUR = re.compile(r"^[A-Z]{1,4}t?\([A-Z]\)$")


class TitledName(NamedTuple):
    """A name and what stood before and behind it, as written."""

    honorifics: tuple[str, ...]
    name: str
    post_nominals: tuple[str, ...]


def _unglued(match: re.Match[str]) -> str:
    """Dr.Khan as Dr. Khan; St.John stays."""
    return f"{match[0]} " if _key(match[0]) in _keys("titles") else match[0]


@lru_cache(maxsize=1 << 14)
def _key(text: str) -> str:
    """Spelling without dots, hyphens and spaces, so that Lt.-Gen. and Lt Gen are one title."""
    return fold(text).replace(" ", "")


@cache
def _keys(entry: str) -> frozenset[str]:
    """The keys of one entry of the list; `titles` is the union of its groups."""
    content = word_list("titles")[entry]
    texts = [t for group in content.values() for t in group] if entry == "titles" else content
    return frozenset(map(_key, texts))


def _is_abbreviated(tokens: list[str], rest: int) -> bool:
    """Whether short forms that are also names were meant: a dot, or capitals before two words."""
    raw = " ".join(tokens)
    return "." in raw or (raw.isupper() and len(raw) > 1 and rest > 1) or not raw.isascii()


def _is_title(tokens: list[str], rest: int) -> bool:
    key = _key(" ".join(tokens))
    if key not in _keys("titles") or any(t.endswith(",") for t in tokens[:-1]):
        return False
    if key in _keys("dotted") and not _is_abbreviated(tokens, rest):
        return False
    return rest > 1 or key not in _keys("with_surname")


def _is_retired(token: str) -> bool:
    return token.startswith("(") and _key(token) in _keys("retired")


@cache
def _beginnings() -> frozenset[str]:
    """What a title's key may begin with: most names are told from titles by their first word."""
    return frozenset(key[:end] for key in _keys("titles") for end in range(1, len(key) + 1))


def _title_length(tokens: list[str]) -> int:
    """How many tokens the title at the start has; 0 when there is none or nothing would remain."""
    if len(tokens) < 2 or _key(tokens[0]) not in _beginnings():
        return 0
    for length in range(min(LONGEST, len(tokens) - 1), 0, -1):
        if _is_title(tokens[:length], len(tokens) - length):
            return length
    return 0


def _take_honorifics(tokens: list[str]) -> tuple[list[str], list[str]]:
    found: list[str] = []
    while len(tokens) > 1:
        leads = _key(tokens[0]) in _keys("before" if not found else "between")
        length = _title_length(tokens[1:]) if leads else 0
        length = length + 1 if length else _title_length(tokens)
        if not length and found and _is_retired(tokens[0]):
            length = 1
        if not length:
            break
        found.append(" ".join(tokens[:length]).rstrip(","))
        tokens = tokens[length:]
    return found, tokens


def _is_post_nominal(token: str, names: int, after_comma: bool, royal: bool) -> bool:
    bare = token.strip(",;")
    key = _key(bare)
    if HONOUR.match(bare) or _is_retired(bare):
        return True
    if bare in word_list("titles")["numerals"]:
        return names > 1 and not royal
    if key not in _keys("after"):
        return False
    # Ma, Ba, Si, Ti and the like are names unless written as honours are, behind the name.
    is_written_so = after_comma or "." in bare or (bare.isupper() and len(key) > 1)
    return is_written_so or (len(key) > 2 and names > 1) or key in ("jr", "sr")


def _take_post_nominals(tokens: list[str], royal: bool) -> tuple[list[str], list[str]]:
    found: list[str] = []
    shouting = " ".join(tokens).isupper()
    while len(tokens) > 1:
        last = tokens[-1]
        after_comma = tokens[-2].endswith(",")
        if shouting and not after_comma and not HONOUR.match(last):
            break
        if not _is_post_nominal(last, len(tokens) - 1, after_comma, royal):
            break
        found.insert(0, last.strip(",;"))
        tokens = [*tokens[:-2], tokens[-2].rstrip(",;") or tokens[-2]]
    return found, tokens


@lru_cache(maxsize=1 << 14)
def _may_lead(word: str) -> bool:
    """Whether a title may begin with a word; most names begin with none."""
    key = _key(word)
    return key in _beginnings() or key in _keys("before")


@lru_cache(maxsize=1 << 14)
def _may_follow(word: str) -> bool:
    """Whether a last word may be a post-nominal, whatever stands before it."""
    bare = word.strip(",;")
    is_listed = _key(bare) in _keys("after") or bare in word_list("titles")["numerals"]
    return is_listed or HONOUR.match(bare) is not None or _is_retired(bare)


@lru_cache(maxsize=1 << 10)  # a name that is saved asks several times
def split_titles(text: str) -> TitledName:
    """Honorifics, name and post-nominals apart; the name is never left empty.

    >>> split_titles("H.E. Mr Ishaq Dar")
    TitledName(honorifics=('H.E.', 'Mr'), name='Ishaq Dar', post_nominals=())
    >>> split_titles("Field Marshal Syed Asim Munir, NI(M)").post_nominals
    ('NI(M)',)
    >>> split_titles("Lt. Gen. (Retd) Asim Bajwa").honorifics
    ('Lt. Gen.', '(Retd)')
    >>> split_titles("Major").name
    'Major'
    """
    tokens = (GLUED.sub(_unglued, text) if "." in text else text).split()
    if len(tokens) < 2 or not (_may_lead(tokens[0]) or _may_follow(tokens[-1])):
        return TitledName((), " ".join(tokens), ())
    honorifics, tokens = _take_honorifics(tokens)
    royal = any(_key(h) in _royal() for h in honorifics)
    post_nominals, tokens = _take_post_nominals(tokens, royal)
    return TitledName(tuple(honorifics), " ".join(tokens), tuple(post_nominals))


@cache
def _royal() -> frozenset[str]:
    groups = word_list("titles")["titles"]
    return frozenset(_key(t) for t in [*groups["royal"], *groups["religious"]])
