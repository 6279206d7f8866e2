"""The parts of a name, their order, and the form a name or title is sorted by."""

from __future__ import annotations

import re
from functools import lru_cache

from db.names.customs import is_custom
from db.names.epithets import without_epithet
from db.names.families import CONJUNCTIONS, HAN_SCRIPTS, customs_of, single
from db.names.folding import fold
from db.names.name_lists import word_list
from db.names.particles import (
    FAMILY_FIRST,
    GIVEN_FIRST,
    SINGLE,
    NameParts,
    family_first,
    is_particle,
    particle_list,
    whole,
)
from db.names.scripts import script_of
from db.names.styles import is_regnal, is_reigning, read_style
from db.names.titles import TitledName, split_titles
from db.names.usual_names import is_usual_pair

# Family names of two characters; of other names the first is the family name, or the first two
# where there are four or more, as is usual in Japan.
DOUBLE_FAMILIES = (
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "남궁", "황보", "제갈", "선우",
)  # fmt: skip

_GENERATIONS = frozenset(("jr", "sr", "jnr", "snr", "ii", "iii", "iv"))
_FIRST_WORD = re.compile(r"[\W_]*[^\W_]+[\W_]+")  # with the signs around it


def _family_start(tokens: list[str]) -> int:
    """Say where particles and family name begin; the first word is one only in small letters."""
    start = _surname_start(tokens)
    while start > 1 and is_particle(tokens[start - 1]):
        start -= 1
    return 0 if start == 1 and tokens[0].islower() and is_particle(tokens[0]) else start


def _surname_start(tokens: list[str]) -> int:
    """Say where the family name itself begins: José Ortega y Gasset has one of three words."""
    joined = len(tokens) > 3 and tokens[-2] in CONJUNCTIONS
    return len(tokens) - (3 if joined else 1)


@lru_cache(maxsize=1 << 14)
def _prefix_of(token: str) -> tuple[str, str]:
    """Return a particle glued to its name: al-Sisi, as-Sadr, d'Estaing, السيسي stays whole."""
    for mark in ("-", "'", "’"):
        head, found, tail = token.partition(mark)
        list_name = "articles" if mark == "-" else "particles"
        is_glued = fold(head) in particle_list(list_name) or (mark != "-" and head in ("d", "D"))
        if found and tail and is_glued:
            return head + mark, tail
    return "", token


def family_length(name: str) -> int:
    """Say how many characters of a name written solid are the family name, which comes first.

    >>> family_length("习近平"), family_length("欧阳修"), family_length("岸田文雄")
    (1, 2, 2)
    """
    is_long = len(name) >= 4 and script_of(name) != "Hang"
    return 2 if is_long or name.startswith(DOUBLE_FAMILIES) else 1


def _solid(name: str) -> NameParts:
    """Return a name written without spaces in Han characters or Hangul."""
    length = family_length(name)
    if len(name) < 2 or "·" in name or len(name) > 6:
        return NameParts("", name, "", SINGLE)
    return NameParts(name[length:], name[:length], "", FAMILY_FIRST)


def _read_inverted_name(name: str, country: str | None) -> NameParts:
    """Return a name as its writer inverted it: what stands before the comma is the family name."""
    family, _, given = (" ".join(without_epithet(part.split())) for part in name.partition(","))
    if not family or not given:
        return NameParts("", family or given, "", SINGLE)
    behind = given.split()
    cut = len(behind)
    while cut > 1 and is_particle(behind[cut - 1]) and behind[cut - 1].islower():
        cut -= 1
    head, rest = _prefix_of(family)
    if not head.endswith("-"):
        head, rest = "", family  # d'Alema, Massimo stays so; articles are never filed
    particles = [*behind[cut:], *([head] if head else [])]
    is_eastern = script_of(name) in HAN_SCRIPTS or is_custom("family_first", country)
    order = FAMILY_FIRST if is_eastern and not particles else GIVEN_FIRST
    return NameParts(" ".join(behind[:cut]), rest, " ".join(particles), order)


def split_name(
    text: str, *, country: str | None = None, keep_titles: bool = False, original: str = ""
) -> NameParts:
    """Return given name, family name and particles; titles are left out, `country` is ISO alpha-2.

    "Surname, Given" and capitals are understood as their writer meant them. Otherwise the customs
    of the country decide (`families`): who writes the family name first, has two, or none at all.
    Without a country names in Han characters, kana or Hangul have it first and others last. Of a
    sovereign, and of a name that ends in a patronymic, nothing is a family name. With
    `keep_titles` no word is taken for a title, and those of `original` are none.

    >>> split_name("Ludwig van der Rohe")
    NameParts(given='Ludwig', family='Rohe', particles='van der', order='given-first')
    >>> split_name("Xi Jinping", country="cn").family, split_name("김정은").family
    ('Xi', '김')
    >>> split_name("Andrés Manuel López Obrador", country="mx").family
    'López Obrador'
    >>> split_name("Mohammed VI")
    NameParts(given='Mohammed VI', family='', particles='', order='single')
    >>> split_name("Soekarno")
    NameParts(given='', family='Soekarno', particles='', order='single')
    """
    return _split(_split_titles(text, country, keep_titles, original), country)


def _split_titles(
    text: str, country: str | None, keep_titles: bool, original: str = ""
) -> TitledName:
    if keep_titles:
        return TitledName((), " ".join(text.split()), ())
    return split_titles(text, country=country, original=original)


def _split(titled: TitledName, country: str | None) -> NameParts:
    name = titled.name
    if "," in name:
        return _read_inverted_name(name, country)
    every = name.split()
    if len(every) == 2 and not titled.honorifics and is_usual_pair(every[0], every[1], country):
        return NameParts(every[0], every[1], "", GIVEN_FIRST)
    if style := read_style(every):
        return NameParts("", style.name if style.is_peer else "", "", SINGLE)
    reigns = any(map(is_reigning, titled.honorifics))
    if is_regnal(every, titled=reigns) or (reigns and (len(every) == 1 or _is_of(every))):
        return whole(every)
    tokens = without_epithet(_without_generation(every))
    if len(tokens) < 2 < len(every):
        return whole(every)  # Pliny the Elder has no other name
    if len(tokens) < 2:
        if script_of(name) in HAN_SCRIPTS:
            return _solid(name)
        return single(tokens, country) or NameParts("", name, "", SINGLE)
    if not name.isascii() and script_of(tokens[0]) in HAN_SCRIPTS:
        return family_first(tokens)
    for custom in customs_of(country):
        if (found := custom(tokens, country)) is not None:
            return found
    return _usual(tokens)


def _without_generation(tokens: list[str]) -> list[str]:
    """Return the words of a name without a mark behind it that is no part of either name: JR., III.

    >>> _without_generation("ABEL MESQUITA JR.".split()), _without_generation(["Juan", "II"])
    (['ABEL', 'MESQUITA'], ['Juan', 'II'])
    """
    if len(tokens) > 2 and fold(tokens[-1]) in _GENERATIONS:
        return tokens[:-1]
    return tokens


def _is_of(tokens: list[str]) -> bool:
    """Say whether it is of a place: Felipe of Spain, Bartholomew of Constantinople."""
    return len(tokens) > 2 and tokens[1] == "of"


def _usual(tokens: list[str]) -> NameParts:
    """Return the given names first, particles, the family name last."""
    start, surname = _family_start(tokens), _surname_start(tokens)
    given = " ".join(tokens[:start])
    head, last = _prefix_of(" ".join(tokens[surname:]))
    particles = [*tokens[start:surname], *([head] if head else [])]
    return NameParts(given, last, " ".join(particles), GIVEN_FIRST if given else SINGLE)


def _join_family(particles: str, family: str) -> str:
    return particles + family if particles[-1:] in ("-", "'", "’") else f"{particles} {family}"


def _leads(particles: str, country: str | None) -> bool:
    """Say whether a name is filed under its particles: capital ones, and all of some countries."""
    if particles.endswith("-") or particles.split()[0] in word_list("customs")["nobiliary"]:
        return False
    if is_custom("particles_lead", country):
        return True
    return (country or "").casefold() != "nl" and not particles[0].islower()


def sort_name(text: str, *, country: str | None = None, keep_titles: bool = False) -> str:
    """Return the name as a list shows it in order: "Dar, Ishaq".

    Particles follow usage: in small letters, and the Arabic article, they go behind (Gogh, Vincent
    van; Sisi, Abdel Fattah al-); with a capital they belong to the family (Van Buren, Martin; Al
    Saud, Faisal bin Farhan), as all do in Italy, Belgium and the English-speaking countries. A
    name without a family name is sorted as it is written. Family-first names need no comma.

    >>> sort_name("H.E. Mr Ishaq Dar"), sort_name("Martin Van Buren")
    ('Dar, Ishaq', 'Van Buren, Martin')
    >>> sort_name("Vincent van Gogh"), sort_name("Mohammed bin Salman")
    ('Gogh, Vincent van', 'Mohammed bin Salman')
    >>> sort_name("Xi Jinping", country="cn"), sort_name("King Abdullah II")
    ('Xi Jinping', 'Abdullah II')
    """
    titled = _split_titles(text, country, keep_titles)
    parts = _split(titled, country)
    if not (parts.given or parts.family):
        style = read_style(titled.name.split())
        return style.name if style else titled.name
    return sort_parts(parts, country=country, is_solid=" " not in titled.name)


def sort_parts(parts: NameParts, *, country: str | None = None, is_solid: bool = False) -> str:
    """Return what parts of a name, also typed ones, are sorted by.

    >>> sort_parts(NameParts("Luigi", "Maio", "Di", GIVEN_FIRST), country="it")
    'Di Maio, Luigi'
    >>> sort_parts(NameParts("Prayut", "Chan-o-cha", "", GIVEN_FIRST), country="th")
    'Prayut Chan-o-cha'
    >>> sort_parts(NameParts("Ishaq", "Dar", " ", GIVEN_FIRST))
    'Dar, Ishaq'
    """
    given, family, particles, order = parts
    if not family:
        *before, last = given.split() or [given]
        return (
            f"{last}, {' '.join(before)}" if before and is_custom("given_last", country) else given
        )
    full = _join_family(particles, family).strip()
    if order == SINGLE or not given:
        return full
    if order == FAMILY_FIRST:
        return f"{full}{'' if is_solid else ' '}{given}"
    if is_custom("sorted_by_given", country):
        return f"{given} {full}"
    if not particles.strip():
        return f"{family}, {given}"
    return f"{full}, {given}" if _leads(particles, country) else f"{family}, {given} {particles}"


def sort_title(text: str) -> str:
    """Return what titles of bodies, agreements and events are sorted by: folded, no leading
    article.

    >>> sort_title("The Treaty of Lausanne"), sort_title("L'Accord de Paris"), sort_title("The")
    ('treaty of lausanne', 'accord de paris', 'the')
    """
    return fold(without_article(text))


def without_article(text: str) -> str:
    """Return a title without the article it begins with.

    >>> without_article("The Treaty of Lausanne"), without_article("L’Accord de Çeşme")
    ('Treaty of Lausanne', 'Accord de Çeşme')
    """
    for mark in ("'", "’"):
        head, found, tail = text.strip().partition(mark)
        if found and head in ("L", "l") and fold(tail):
            return tail
    first, _, rest = fold(text).partition(" ")
    if not rest or first not in particle_list("title_articles"):
        return text
    return _FIRST_WORD.sub("", text, count=1)
