"""Which kind of thing a value names: a person, a body, an office, an agreement, an event.

`shapes` asks for the values of a column. It is a likelihood for a whole column, never a judgement
of one value: the lists are in `resources/exchange/value_words.json`.
"""

from __future__ import annotations

import json
import re
from functools import cache

from db.exchange.mapping.cells import without_note_marks
from db.exchange.mapping.guess.headings import FOLDER, fold
from db.names import split_titles
from db.names.name_lists import word_list
from db.vocabulary.countries import country_code

_MAX_NAME_WORDS = 6
_MAX_NAME_LETTERS = 60
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*", re.UNICODE)
_UNPARTED = re.compile(
    r"[\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u1100-\u11ff]"
)
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}"
    r"|[\u3400-\u9fff]{1,4}[ \u3000][\u3040-\u30ff\u3400-\u9fff]{1,5}"
    r"|[\u30a0-\u30ff]{2,}[・＝=][\u30a0-\u30ff・]{2,}"
)
_ADDRESS = re.compile(r"\S*(?:://|@|www\.|/\S+/)")
_NO_NAME = re.compile(r"[\d@/\\#%&+*=<>|_\[\]{}?!]|https?:")
_SMALL = re.compile(r"[a-z]{1,4}|(?:al|el|as|ad|ar|ud|ul|d|l|bin|ibn|o)[-'’].+", re.IGNORECASE)


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """Return how the folded words of a group are found in a folded value."""
    words = json.loads((FOLDER / "value_words.json").read_text("utf-8"))[group]
    return re.compile("|".join(map(_found_as, dict.fromkeys(words))))


def _found_as(word: str) -> str:
    plain = re.escape(fold(word.removeprefix("~")))
    if _UNPARTED.search(word):
        return plain
    ending = r"\w{0,2}\b" if len(word) > 3 else r"\b"
    return plain + ending if word.startswith("~") else rf"\b{plain}{ending}"


@cache
def _office_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("offices")["heads"])


def has_unparted(text: str) -> bool:
    """Say whether a text is of a script that parts no words, or glues articles to them."""
    return bool(_UNPARTED.search(text))


def _plain(text: str) -> str:
    """Return a value folded as a heading is, but GmbH is one word."""
    return fold(text.casefold())


def is_body(text: str) -> bool:
    """Say whether a text names a body rather than a person.

    >>> [is_body(text) for text in ("Embassy of Peru", "外務省", "Courtney Cox", "Ambassadeur")]
    [True, True, False, False]
    """
    if _ADDRESS.match(text):
        return False  # camara.cl is where a body is found, not what it is called
    plain = _plain(text)
    heads = _office_heads()
    return plain not in heads and any(
        found[0] not in heads for found in _pattern("bodies").finditer(plain)
    )


def is_agreement(text: str) -> bool:
    """Say whether a text is a title of an agreement.

    >>> [is_agreement(text) for text in ("Handelsabkommen", "日中平和友好条約", "Ana Ruiz")]
    [True, True, False]
    """
    return bool(_pattern("agreements").search(_plain(text)))


def is_event(text: str) -> bool:
    """Say whether a text tells that something happened.

    >>> [is_event(text) for text in ("Visit to Lima", "Staatsbesuch", "Lima")]
    [True, True, False]
    """
    return bool(_pattern("events").search(_plain(text)))


def is_office(text: str) -> bool:
    """Say whether a text is the title of an office, and no name behind one.

    >>> [is_office(text) for text in ("Minister of Defence", "Botschafter", "Ambassador Ana Ruiz")]
    [True, True, False]
    >>> is_office("Ambassador Extraordinary & Plenipotentiary")
    True
    """
    words = _plain(text).split()
    if not words or len(words) > 15 or _NO_NAME.search(text.replace("&", "and")):
        return False
    heads = _office_heads()
    if _UNPARTED.search(text):
        is_told = any(head in _plain(text) for head in heads if _UNPARTED.search(head))
        return is_told and not is_body(text)  # 大使馆 has the word for its head in it
    return any(word in heads for word in words[:4]) and not is_person(text)


def is_envoy(text: str) -> bool:
    """Say whether a text is the title of one who is sent to another state.

    >>> [is_envoy(text) for text in ("Ambassador", "Generalkonsulin", "Посол", "Minister")]
    [True, True, True, False]
    """
    return bool(_pattern("envoys").search(_plain(text)))


def is_courtesy(text: str) -> bool:
    """Say whether a text is a title before a name, and no name.

    >>> [is_courtesy(text) for text in ("Mme", "Prof. Dr.", "M.", "Minister", "Ana Ruiz")]
    [True, True, True, False, False]
    """
    words = text.replace(".", ". ").casefold().split()
    return bool(words) and all(each.strip(".") in _courtesies() for each in words)


@cache
def _ranks() -> frozenset[str]:
    """Return the words behind the title of an office that are no name: Minister Resident."""
    word_rows = json.loads((FOLDER / "value_words.json").read_text("utf-8"))["ranks"]
    return frozenset(map(fold, word_rows))


@cache
def _courtesies() -> frozenset[str]:
    groups = word_list("titles")["titles"]
    titles = [text for group in ("courtesy", "academic", "excellency") for text in groups[group]]
    return frozenset(
        word.strip(".") for text in titles for word in text.replace(".", ". ").casefold().split()
    )


def _is_headed(plain: str) -> bool:
    """Say whether a folded text ends with the title of an office, as 外務大臣 does."""
    return any(plain.endswith(head) for head in _office_heads() if has_unparted(head))


def is_person(text: str) -> bool:
    """Say whether a text may be a person's name.

    >>> [is_person(text) for text in ("Ana Ruiz", "RUIZ, Ana", "H.E. Mr Ishaq Dar", "Петр Ильич")]
    [True, True, True, True]
    >>> [is_person(text) for text in ("Embassy of Peru", "Costa Rica", "Head of Mission", "Lima")]
    [False, False, False, False]
    """
    text = without_note_marks(text.strip())
    if not text or len(text) > _MAX_NAME_LETTERS or _NO_NAME.search(text):
        return False
    if is_body(text) or is_agreement(text) or country_code(text):
        return False
    if _HAN_NAME.fullmatch(text):
        # 中国人 is a people or a language, 大使 and 1등서기관 are offices.
        is_named = not is_event(text) and not country_code(text[:-1])
        return is_named and not _is_headed(_plain(text))
    bare = split_titles(text).name or text
    if bare != text and len(bare.split()) == 1 and not _UNPARTED.search(bare):
        return bare[:1].isupper() and fold(bare) not in _ranks()  # a title and a name
    words = _WORD.findall(bare)
    if not 2 <= len(words) <= _MAX_NAME_WORDS or re.sub(r"[\W_]", "", bare) == "":
        return False
    if all(country_code(word) for word in words):
        return False  # an agreement of two states is often called so
    folded = _plain(bare)
    if _pattern("not_names").search(folded) or is_event(bare):
        return False
    if set(folded.split()[:3]) & _office_heads():
        return False
    if _UNPARTED.search(bare):
        return len(words) <= 5
    return all(word[0].isupper() or _SMALL.fullmatch(word) for word in words) and (
        words[0][0].isupper() or words[-1][0].isupper()
    )
