"""Titles, ranks and honours taken off a name, so that they neither hide it nor match everyone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from db.names.customs import is_custom, is_initials, is_listed, is_surname
from db.names.folding import fold
from db.names.name_lists import word_list
from db.names.particles import is_particle
from db.names.styles import is_regnal, read_style
from db.names.usual_names import is_usual_pair

MAX_TITLE_WORDS = 6
MAX_HONOUR_WORDS = 4  # words of one honour behind a name: Nishan-e-Imtiaz (M)
GLUED = re.compile(r"\b[A-Z][a-z]{1,4}\.(?=[A-Z][a-z])")
HONOUR = re.compile(r"^[A-Z]{1,4}t?\([A-Z]\)$")
BRANCH = re.compile(r"^\([A-Z]\)$")
# Two syllables as Chinese in Malaysia and Singapore spell them: Hon Sui Sen is no Honourable.
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|ts|tz|hs|kw|gw|ng|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng|[nhkptmw])?"
)


class TitledName(NamedTuple):
    """A name and what stood before and behind it, as written."""

    honorifics: tuple[str, ...]
    name: str
    post_nominals: tuple[str, ...]


class _Ask(NamedTuple):
    """What is known beside the text: the country, words that are names, whether it is a query."""

    country: str
    name_words: frozenset[str]
    lenient: bool


def _unglue(match: re.Match[str]) -> str:
    """Write Dr.Khan as Dr. Khan; St.John stays."""
    return f"{match[0]} " if _key(match[0]) in _keys("titles") else match[0]


@lru_cache(maxsize=1 << 14)
def _key(text: str) -> str:
    """Return a spelling without dots, hyphens and spaces: Lt.-Gen. and Lt Gen are one title."""
    return fold(text).replace(" ", "")


@cache
def _keys(entry: str) -> frozenset[str]:
    """Return the keys of one entry of the list; `titles` is the union of its groups."""
    content = word_list("titles")[entry]
    texts = [t for group in content.values() for t in group] if entry == "titles" else content
    return frozenset(map(_key, texts))


def _is_abbreviated(tokens: list[str], rest: int) -> bool:
    """Say whether a short form that is a name too was meant: by a dot or capitals."""
    raw = " ".join(tokens)
    return "." in raw or (raw.isupper() and len(raw) > 1 and rest > 1) or not raw.isascii()


def _is_title(tokens: list[str], after: list[str], ask: _Ask) -> bool:
    key = _key(" ".join(tokens))
    if key not in _keys("titles") or any(t.endswith(",") for t in tokens):
        return False
    if ask.name_words and fold(tokens[-1]) in ask.name_words:
        return False
    if after and after[0] == "of":
        return False  # the President of the Republic
    if key in word_list("titles")["titles_of"] and not _is_of_country(key, after, ask):
        return False
    rest = len(after)
    if key in _keys("dotted") and not _is_abbreviated(tokens, rest):
        return False
    if _is_of_initials(tokens, key, after) or _is_in_capitals(tokens, after):
        return False
    if key in _keys("french") and tokens[0] in ("M.", "Me.") and not _is_french(after, ask):
        return False
    if key == "hon" and "." not in tokens[0] and _is_chinese(after, ask):
        return False
    if key == "gen" and "." not in tokens[0] and rest == 1 and not ask.lenient:
        return not is_surname(after[0], "japanese_surnames")
    if key == "tun" and not (after and _is_malay(after[0])):
        return False
    if ask.lenient:
        return True
    return key not in _keys("seldom") and _is_before_enough(tokens, key, rest)


def _is_of_country(key: str, after: list[str], ask: _Ask) -> bool:
    """Say whether the title stands: Sultan Haitham reigns; other Sultans are called so."""
    if ask.country not in word_list("titles")["titles_of"][key] or not after:
        return False
    return not is_listed(after[0], "kin_words") and not is_particle(after[0])


def _is_before_enough(tokens: list[str], key: str, rest: int) -> bool:
    """Say whether so many words follow that a title which is a name as well is none here."""
    return rest > 1 or "." in tokens[-1] or key not in _keys("with_surname")


def _is_malay(word: str) -> bool:
    return is_listed(word, "malay_given") or _key(word) in _keys("titles") - {"tun"}


@cache
def _titles_of_initials() -> frozenset[str]:
    """Return H.E., S.E.M., Y.B.: titles that are spelt as initials are."""
    groups = word_list("titles")["titles"].values()
    return frozenset(_key(text) for group in groups for text in group if is_initials(text))


def _is_of_initials(tokens: list[str], key: str, after: list[str]) -> bool:
    """Say whether they are initials: M. S. Khan, H. E. Bates and H.H. Asquith have given names
    there, H. E. Mr Dar has none.
    """
    raw = " ".join(tokens)
    if all(map(is_initials, tokens)) and len(key) > 1 and key not in _titles_of_initials():
        return True
    if key not in ("he", "hh", "hm", "him", "se", "sem") or "." not in raw or not after:
        return False
    if _may_lead(after[0]) and _key(after[0]) in _keys("titles") | _keys("before"):
        return False
    return len(tokens) > 1 or (key in ("hh", "hm", "him") and len(after) == 1)


def _is_in_capitals(tokens: list[str], after: list[str]) -> bool:
    """Say whether capitals mark it as a family name: MAJOR John, where the rest has none."""
    word = tokens[0]
    if len(tokens) > 1 or len(word) < 3 or not word.isalpha() or not word.isupper():
        return False
    return _key(word) in _keys("names_too") and not any(t.isupper() and len(t) > 1 for t in after)


def _is_french(after: list[str], ask: _Ask) -> bool:
    """Say whether M. is Monsieur: before a French name or title, or in a country that speaks it."""
    if not after or is_initials(after[0]):
        return False
    if ask.country:
        return is_custom("french", ask.country)
    first = after[0]
    if first.casefold() in ("le", "la") or first.startswith(("l'", "l’")):
        return True
    return any(is_listed(part, "french_given") for part in (first, *first.split("-")))


def _is_chinese(after: list[str], ask: _Ask) -> bool:
    if ask.country:
        return is_custom("sinitic", ask.country)
    parts = [part for word in after for part in word.casefold().split("-")]
    return len(parts) == 2 and all(SYLLABLE.fullmatch(part) for part in parts)


def _is_retired(token: str) -> bool:
    return token.startswith("(") and _key(token) in _keys("retired")


@cache
def _beginnings() -> frozenset[str]:
    """Return what a title's key may begin with: it tells most names from titles."""
    return frozenset(key[:end] for key in _keys("titles") for end in range(1, len(key) + 1))


def _title_length(tokens: list[str], ask: _Ask, *, to_the_end: bool = False) -> int:
    """Say how many tokens the title in front has; 0 when nothing would remain."""
    longest = len(tokens) - (0 if to_the_end else 1)
    if longest < 1 or _key(tokens[0]) not in _beginnings():
        return 0
    for length in range(min(MAX_TITLE_WORDS, longest), 0, -1):
        if _is_title(tokens[:length], tokens[length:], ask):
            return length
    return 0


def _take_honorifics(
    tokens: list[str], ask: _Ask, *, to_the_end: bool = False
) -> tuple[list[str], list[str]]:
    found: list[str] = []
    while len(tokens) > (0 if to_the_end else 1):
        if not ask.lenient and read_style(tokens):
            break  # Baroness Ashton of Upholland: the style is the name
        leads = _key(tokens[0]) in _keys("before" if not found else "between")
        length = _title_length(tokens[1:], ask, to_the_end=to_the_end) if leads else 0
        length = length + 1 if length else _title_length(tokens, ask, to_the_end=to_the_end)
        if not length and found and _is_retired(tokens[0]):
            length = 1
        if not length:
            break
        found.append(" ".join(tokens[:length]).rstrip(","))
        tokens = tokens[length:]
    return found, tokens


@cache
def _after_texts() -> frozenset[str]:
    return frozenset(word_list("titles")["after"])


def _is_post_nominal(tokens: list[str], before: list[str], regnal: bool) -> bool:
    """Say whether the last words of a name are an honour; `before` are those in front."""
    bare = " ".join(tokens).strip(",;")
    after_comma = before[-1].endswith((",", ";"))
    if len(tokens) == 1:
        if HONOUR.match(bare) or _is_retired(bare):
            return True
        if bare in word_list("titles")["numerals"]:
            return len(before) > 1 and not regnal
    if len(tokens) > 1 and BRANCH.match(tokens[-1]) and len(tokens) == 2:
        return _key(tokens[0]) in _keys("after")
    key = _key(bare)
    if key not in _keys("after"):
        return False
    if key in _keys("words_after"):
        return len(before) > 1 or "." in bare or key in ("jr", "sr") or after_comma
    # Ma, Ba, Si, Ti and the like are names unless written as honours are, behind the name.
    if bare.isupper() and len(before) == 1 and not after_comma and _is_written_surname(bare):
        return False
    if "." in bare or (bare.isupper() and len(key) > 1) or bare in _after_texts():
        return True
    # "Duongsaa, Usa" is a family name and a given one; "Khan, Obe" may be, and is kept whole.
    return after_comma and not (len(before) == 1 and bare.istitle())


def _is_written_surname(word: str) -> bool:
    """Say whether it is a surname: Jack MA, Ying-jeou MA: a family name in capitals."""
    return is_surname(word, "chinese_surnames") or is_surname(word, "korean_surnames")


def _take_post_nominals(tokens: list[str], regnal: bool) -> tuple[list[str], list[str]]:
    found: list[str] = []
    shouting = " ".join(tokens).isupper()
    while len(tokens) > 1:
        length = _post_nominal_length(tokens, regnal)
        last = tokens[-length:]
        after_comma = bool(length) and tokens[-length - 1].endswith((",", ";"))
        if not length or (shouting and not after_comma and not HONOUR.match(last[-1])):
            break
        found.insert(0, " ".join(last).strip(",;"))
        ahead = tokens[:-length]
        tokens = [*ahead[:-1], ahead[-1].rstrip(",;") or ahead[-1]]
    return found, tokens


def _post_nominal_length(tokens: list[str], regnal: bool) -> int:
    for length in range(min(MAX_HONOUR_WORDS, len(tokens) - 1), 0, -1):
        if _is_post_nominal(tokens[-length:], tokens[:-length], regnal):
            return length
    return 0


@lru_cache(maxsize=1 << 14)
def _may_lead(word: str) -> bool:
    """Say whether a title may begin with a word; most names begin with none."""
    key = _key(word)
    return key in _beginnings() or key in _keys("before")


@lru_cache(maxsize=1 << 14)
def _may_follow(word: str) -> bool:
    """Say whether a last word may be a post-nominal, whatever stands before it."""
    bare = word.strip(",;")
    if _key(bare) in _last_words() or bare in word_list("titles")["numerals"]:
        return True
    return HONOUR.match(bare) is not None or BRANCH.match(bare) is not None or _is_retired(bare)


@cache
def _last_words() -> frozenset[str]:
    texts = word_list("titles")["after"]
    return _keys("after") | frozenset(_key(text.split()[-1]) for text in texts)


def split_titles(
    text: str, *, country: str | None = None, original: str = "", lenient: bool = False
) -> TitledName:
    """Return honorifics, name and post-nominals apart; the name is never left empty.

    `original` are words that are known to be names; `country` tells Monsieur from an initial. A
    title that is as often a name stays where one word would remain, unless `lenient` asks for it:
    a search, where taking too much harms nobody.

    >>> split_titles("H.E. Mr Ishaq Dar")
    TitledName(honorifics=('H.E.', 'Mr'), name='Ishaq Dar', post_nominals=())
    >>> split_titles("Field Marshal Syed Asim Munir, NI(M)").post_nominals
    ('NI(M)',)
    >>> split_titles("Bull, Lieutenant General Odd")
    TitledName(honorifics=('Lieutenant General',), name='Bull, Odd', post_nominals=())
    >>> split_titles("Bishop, Julie").name, split_titles("MAJOR John").name
    ('Bishop, Julie', 'MAJOR John')
    """
    if (tokens := _words_without_title(text)) is not None:
        return TitledName((), " ".join(tokens), ())
    return _split(text, (country or "").casefold(), original, lenient)


def _words_without_title(text: str) -> list[str] | None:
    """Return the words of a name that has no title for sure: most have none."""
    if "." in text or "," in text or ";" in text:
        return None
    tokens = text.split()
    if len(tokens) > 1 and (_may_lead(tokens[0]) or _may_follow(tokens[-1])):
        return None
    return tokens


def split_usual_pair(text: str, country: str | None) -> tuple[str, str] | None:
    """Return given and family name of a name that has just these, in this order and without any
    title; None where a rule must be asked.

    >>> split_usual_pair("Ishaq Dar", "pk"), split_usual_pair("Dr Dar", "pk")
    (('Ishaq', 'Dar'), None)
    """
    tokens = text.split()
    if len(tokens) != 2 or not is_usual_pair(tokens[0], tokens[1], country):
        return None
    if _may_lead(tokens[0]) or _may_follow(tokens[1]):
        return None
    return tokens[0], tokens[1]


@lru_cache(maxsize=1 << 11)  # a name that is saved asks several times
def _split(text: str, country: str, original: str, lenient: bool) -> TitledName:
    tokens = (GLUED.sub(_unglue, text) if "." in text else text).split()
    has_mark = "," in text or ";" in text
    if len(tokens) < 2 or not (has_mark or _may_lead(tokens[0]) or _may_follow(tokens[-1])):
        return TitledName((), " ".join(tokens), ())
    ask = _Ask(country, frozenset(fold(original).split()), lenient)
    words = [word.strip(",;") for word in tokens]
    titled = any(_key(word) in _keys("reigning") for word in words[:-2])
    regnal = titled or is_regnal(words)
    post_nominals, tokens = _take_post_nominals(tokens, regnal)
    comma = next((at for at, word in enumerate(tokens[:-1]) if _ends_family(word)), -1)
    if comma >= 0:
        honorifics, name = _read_inverted_name(tokens[: comma + 1], tokens[comma + 1 :], ask)
    else:
        honorifics, tokens = _take_honorifics(tokens, ask)
        name = " ".join(tokens)
    return TitledName(tuple(honorifics), name, tuple(post_nominals))


def _ends_family(word: str) -> bool:
    return word.endswith(",") and len(word) > 1 and word.strip(",") != ""


def _read_inverted_name(head: list[str], tail: list[str], ask: _Ask) -> tuple[list[str], str]:
    """Return a family name, a comma and what follows; or a name with an office behind it."""
    behind, rest = _take_honorifics(tail, ask, to_the_end=True)
    is_bare = not rest and len(head) == 1 and len(tail) == 1 and not ask.lenient
    if is_bare and _key(tail[0]) in _keys("given_too"):
        behind, rest = [], tail  # Khan, Sultan
    bare = [*head[:-1], head[-1].rstrip(",")]
    if not rest:
        before, bare = _take_honorifics(bare, ask)
        return [*before, *behind], " ".join(bare)
    before = []
    if len(bare) > 1 and (_key(bare[0]) not in _keys("names_too") or ask.lenient):
        before, bare = _take_honorifics(bare, ask)
    return [*before, *behind], f"{' '.join(bare)}, {' '.join(rest)}"
