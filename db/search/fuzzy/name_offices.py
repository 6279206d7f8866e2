"""Where titles, ranks and offices stand in what was typed: before a name, behind it or within it.

Search asks it for what is left of a text as a name. It takes more for a title than `titles` does,
which takes parts off a name that is kept: here nothing is lost, the whole text is asked for too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from db.names.folding import fold
from db.names.name_lists import word_list
from db.vocabulary.countries import country_code, demonym_code

LONGEST_TITLE, LONGEST_COUNTRY = 6, 5  # words
MIN_BARE_TITLE_LETTERS = 3  # letters of a short title that is none without its dot
MARKS = ".,;:!?()[]{}\"'“”„«»"


@lru_cache(maxsize=1 << 12)
def _key(text: str) -> str:
    return fold(text).replace(" ", "")


@cache
def _words(entry: str) -> frozenset[str]:
    return frozenset(filter(None, map(_key, word_list("offices")[entry])))


@cache
def _titles() -> frozenset[str]:
    """Return every listed title; single letters only with their dots, else they are names."""
    lists = word_list("titles")
    texts = [*(text for group in lists["titles"].values() for text in group)]
    titles = word_list("offices")
    texts += [*titles["titles"], *titles["glued_titles"]]
    keys = set(map(_key, texts))
    return frozenset(key for key in keys if len(key) > 1 and key not in _short_titles())


@cache
def _short_titles() -> frozenset[str]:
    """Return short titles that are none unless they are written with a dot or in capitals."""
    return frozenset(map(_key, word_list("titles")["dotted"]))


@cache
def _before() -> frozenset[str]:
    return _words("before_heads") | frozenset(map(_key, word_list("titles")["before"]))


@cache
def _named_so() -> frozenset[str]:
    """Return titles that are family names as well."""
    return _words("also_names")


@cache
def _behind() -> frozenset[str]:
    lists = word_list("titles")
    return frozenset(map(_key, (*lists["after"], *lists["retired"])))


def is_honour(token: str) -> bool:
    """Say whether a word is one that stands behind names: KCMG, PhD, (Retd).

    >>> is_honour("KCMG"), is_honour("(Retd)"), is_honour("Ma")
    (True, True, False)
    """
    bare = token.strip(MARKS)
    key = _key(bare)
    is_written_so = bare.isupper() or "." in token or token[:1] == "("
    return key in _behind() and (is_written_so or len(key) >= MIN_BARE_TITLE_LETTERS)


def title_length(tokens: Sequence[str], at: int) -> int:
    """Say how many words the longest title or office has that begins at a place.

    >>> title_length("Deputy Prime Minister Ishaq".split(), 0), title_length(["Ishaq"], 0)
    (3, 0)
    """
    for size in range(min(LONGEST_TITLE, len(tokens) - at), 0, -1):
        if _is_title(tokens[at : at + size]):
            return size
    return 0


def _is_title(tokens: Sequence[str]) -> bool:
    keys = [_key(token) for token in tokens]
    if "".join(keys) in _titles():
        return True
    if len(keys) == 1 and keys[0] in _short_titles():
        return "." in tokens[0] or (tokens[0].isupper() and len(keys[0]) > 1)
    if keys[-1] not in _words("heads"):
        return False
    return all(
        key in _words("heads") or key in _words("subjects") or key in _before() for key in keys[:-1]
    )


def country_length(tokens: Sequence[str], at: int) -> int:
    """Say how many words the longest name or adjective of a state has that begins at a place.

    >>> country_length("the United Arab Emirates Sheikh".split(), 0)
    4
    """
    for size in range(min(LONGEST_COUNTRY, len(tokens) - at), 0, -1):
        if _is_country(" ".join(tokens[at : at + size]).strip(MARKS)):
            return size
    return 0


@lru_cache(maxsize=1 << 11)
def _is_country(text: str) -> bool:
    if len(_key(text)) < MIN_BARE_TITLE_LETTERS:
        return False
    bare = text.removesuffix("'s").removesuffix("’s")
    return demonym_code(bare) is not None or (len(bare) > 3 and country_code(bare) is not None)


def office_length(tokens: Sequence[str], at: int) -> int:
    """Say how many words a title or an office has that begins at a place, with whose or what it is.

    >>> office_length("Foreign Minister of Pakistan Ishaq Dar".split(), 0)
    4
    >>> office_length("the Norwegian Minister of Trade and Industry".split(), 0)
    7
    """
    start = at
    while start < len(tokens) and _key(tokens[start]) in _before():
        start += 1
    country = country_length(tokens, start)
    if country and title_length(tokens, start + country):
        start += country
    size = title_length(tokens, start) or (title_length(tokens, at) if start > at else 0)
    if not size:
        return 0
    end = (start if title_length(tokens, start) else at) + size
    while more := _more_of_office(tokens, end):
        end += more
    return end - at


def _more_of_office(tokens: Sequence[str], at: int) -> int:
    """Say how many words that follow an office belong to it still."""
    if at < len(tokens) and is_honour(tokens[at]) and tokens[at][:1] == "(":
        return 1
    behind = at
    while behind < len(tokens) and _key(tokens[behind]) in _words("links"):
        behind += 1
    if behind == at and not (at < len(tokens) and tokens[at].isascii()):
        return _what_of(tokens, at)  # other languages say “of” by the case, or not at all
    if behind == at:
        return title_length(tokens, at)
    return behind - at + _what_of(tokens, behind) if _what_of(tokens, behind) else 0


def _what_of(tokens: Sequence[str], at: int) -> int:
    """Say how many words the state or the matter has that begins at a place."""
    size = country_length(tokens, at)
    end = at + size
    while end < len(tokens) and _key(tokens[end]) in _words("subjects"):
        end += 1
    return end - at or title_length(tokens, at)


def without_offices(tokens: Sequence[str], *, all_of_them: bool = False) -> list[str]:
    """Return the words that are left when titles and offices are taken out.

    A single title behind or within a name may be a family name, and stays unless `all_of_them`.

    >>> without_offices("H.E. Mr Ishaq Dar Deputy Prime Minister".split())
    ['Ishaq', 'Dar']
    >>> without_offices("Foreign Minister Julie Bishop".split())
    ['Julie', 'Bishop']
    >>> without_offices("Julie Bishop Foreign Minister".split())
    ['Julie', 'Bishop']
    """
    words_left: list[str] = []
    at = 0
    while at < len(tokens):
        size = office_length(tokens, at)
        if size and words_left and not all_of_them and _key(tokens[at]) in _named_so():
            size = 0
        if not size and words_left and is_honour(tokens[at]):
            size = 1
        if not size:
            words_left.append(tokens[at])
        at += size or 1
    return words_left


def is_office(tokens: Sequence[str]) -> bool:
    """Say whether some words between commas tell of an office or a state and name nobody.

    >>> is_office("Minister for Industries and Production".split()), is_office(["Pakistan"])
    (True, True)
    >>> is_office("Deputy Prime Minister Ishaq".split())
    False
    """
    size = office_length(tokens, 0)
    if size == len(tokens) or country_length(tokens, 0) == len(tokens):
        return True
    if all(is_honour(token) for token in tokens):
        return True
    return bool(size) and _key(tokens[size]) in _words("links")


def bare_words(text: str) -> list[str]:
    """Return a name written solid without the title glued to its end or its front, as in East Asia.

    >>> bare_words("習近平国家主席"), bare_words("외교장관조태열"), bare_words("金正恩")
    (['習近平'], ['조태열'], [])
    """
    if text.isascii():
        return []
    for title in _glued_titles():
        for rest in (text.removesuffix(title), text.removeprefix(title)):
            if len(rest) > 1 and rest != text:
                return [rest]
    return []


@cache
def _glued_titles() -> tuple[str, ...]:
    return tuple(sorted(word_list("offices")["glued_titles"], key=len, reverse=True))
