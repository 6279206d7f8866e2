"""The parts of a name, their order, and the form a name or title is sorted by."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from db.names.folding import fold
from db.names.lists import word_list
from db.names.scripts import script_of
from db.names.titles import split_titles

GIVEN_FIRST, FAMILY_FIRST, SINGLE = "given-first", "family-first", "single"
CONJUNCTIONS = ("y", "i", "e")
HAN_SCRIPTS = ("Hani", "Hira", "Kana", "Hang")
# Family names of two characters; of other names the first is the family name, or the first two
# where there are four or more, as is usual in Japan.
DOUBLE_FAMILIES = (
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "남궁", "황보", "제갈", "선우",
)  # fmt: skip
# Romanised in the country's own order; elsewhere the person chooses, so only these count.
ROMANISED_FIRST = ("cn", "tw", "hk", "mo", "kr", "kp", "vn", "kh", "hu")


class NameParts(NamedTuple):
    """`particles` are those before the family name; `order` is how the name is written."""

    given: str
    family: str
    particles: str
    order: str


@cache
def _listed(entry: str) -> frozenset[str]:
    return frozenset(fold(text) or text for text in word_list("particles")[entry])


@cache
def _particles() -> frozenset[str]:
    return _listed("particles") | _listed("patronymic") | _listed("articles")


@lru_cache(maxsize=1 << 14)
def _is_particle(token: str) -> bool:
    """Whether a word is one; a single letter never is (Lyndon B. Johnson)."""
    key = fold(token)
    return len(key) > 1 and key in _particles()


def _family_start(tokens: list[str]) -> int:
    """Where particles and family name begin; the first word is one only in small letters."""
    start = _surname_start(tokens)
    while start > 1 and _is_particle(tokens[start - 1]):
        start -= 1
    return 0 if start == 1 and tokens[0].islower() and _is_particle(tokens[0]) else start


def _surname_start(tokens: list[str]) -> int:
    """Where the family name itself begins: José Ortega y Gasset has one of three words."""
    joined = len(tokens) > 3 and tokens[-2] in CONJUNCTIONS
    return len(tokens) - (3 if joined else 1)


@lru_cache(maxsize=1 << 14)
def _prefix_of(token: str) -> tuple[str, str]:
    """A particle glued to its name: al-Sisi, as-Sadr, d'Estaing, السيسي stays whole."""
    for mark in ("-", "'", "’"):
        head, found, tail = token.partition(mark)
        listed = "articles" if mark == "-" else "particles"
        is_glued = fold(head) in _listed(listed) or (mark != "-" and head in ("d", "D"))
        if found and tail and is_glued:
            return head + mark, tail
    return "", token


def family_length(name: str) -> int:
    """How many characters of a name written solid are the family name, which comes first.

    >>> family_length("习近平"), family_length("欧阳修"), family_length("岸田文雄")
    (1, 2, 2)
    """
    is_long = len(name) >= 4 and script_of(name) != "Hang"
    return 2 if is_long or name.startswith(DOUBLE_FAMILIES) else 1


def _solid(name: str) -> NameParts:
    """A name written without spaces in Han characters or Hangul."""
    length = family_length(name)
    if len(name) < 2 or "·" in name or len(name) > 6:
        return NameParts("", name, "", SINGLE)
    return NameParts(name[length:], name[:length], "", FAMILY_FIRST)


def _inverted(name: str, country: str | None) -> NameParts:
    family, _, given = (part.strip() for part in name.partition(","))
    if not family or not given:
        return NameParts("", family or given, "", SINGLE)
    behind = given.split()
    cut = len(behind)
    while cut > 1 and _is_particle(behind[cut - 1]) and behind[cut - 1].islower():
        cut -= 1
    before = family.split()
    lead = 0
    while lead < len(before) - 1 and _is_particle(before[lead]):
        lead += 1
    head, rest = _prefix_of(" ".join(before[lead:]))
    particles = [*behind[cut:], *before[:lead], *([head] if head else [])]
    is_eastern = script_of(name) in HAN_SCRIPTS or (country or "").casefold() in ROMANISED_FIRST
    order = FAMILY_FIRST if is_eastern and not particles else GIVEN_FIRST
    return NameParts(" ".join(behind[:cut]), rest, " ".join(particles), order)


def _family_comes_first(tokens: list[str], country: str | None) -> bool:
    whole = "".join(tokens)
    if not whole.isascii() and script_of(whole) in HAN_SCRIPTS:
        return True
    # XI Jinping, DAR Ishaq: capitals mark the family name.
    first, rest = tokens[0], tokens[1:]
    if (
        len(first) > 1
        and first.isupper()
        and not any(t.isupper() for t in rest)
        and ("." not in first)
    ):
        return True
    code = (country or "").casefold()
    if code == "hu":
        return fold(first) not in _listed("hungarian_given")
    return code in ROMANISED_FIRST


def split_name(text: str, *, country: str | None = None) -> NameParts:
    """Given name, family name and particles; titles are left out, `country` is ISO alpha-2.

    "Surname, Given" is understood. China, Taiwan, Hong Kong, Macao, Korea, Viet Nam, Cambodia and
    Hungary write the family name first (a Hungarian name that begins with a given name is taken as
    turned round for foreigners), so do names in Han characters, kana or Hangul, and names
    whose first word alone is in capitals. A patronymic (bin, ibn, ould) counts as a particle.

    >>> split_name("Ludwig van der Rohe")
    NameParts(given='Ludwig', family='Rohe', particles='van der', order='given-first')
    >>> split_name("Xi Jinping", country="cn").family, split_name("김정은").family
    ('Xi', '김')
    >>> split_name("al-Sisi, Abdel Fattah")
    NameParts(given='Abdel Fattah', family='Sisi', particles='al-', order='given-first')
    >>> split_name("Soekarno")
    NameParts(given='', family='Soekarno', particles='', order='single')
    """
    name = split_titles(text).name
    if "," in name:
        return _inverted(name, country)
    tokens = name.split()
    if len(tokens) < 2:
        if script_of(name) in HAN_SCRIPTS:
            return _solid(name)
        return NameParts("", name, "", SINGLE)
    if _family_comes_first(tokens, country):
        return NameParts(" ".join(tokens[1:]), tokens[0], "", FAMILY_FIRST)
    start, surname = _family_start(tokens), _surname_start(tokens)
    given = " ".join(tokens[:start])
    head, last = _prefix_of(" ".join(tokens[surname:]))
    particles = [*tokens[start:surname], *([head] if head else [])]
    return NameParts(given, last, " ".join(particles), GIVEN_FIRST if given else SINGLE)


def _joined(particles: str, family: str) -> str:
    return particles + family if particles[-1:] in ("-", "'", "’") else f"{particles} {family}"


def sort_name(text: str, *, country: str | None = None) -> str:
    """The name as a list shows it in order: "Dar, Ishaq".

    Particles follow usage: in small letters, and the Arabic article, they go behind (Gogh, Vincent
    van; Sisi, Abdel Fattah al-); with a capital they belong to the family (Van Buren, Martin; Al
    Saud, Faisal bin Farhan). A name that ends in a patronymic has no family name and is sorted
    under the given one (Mohammed bin Salman). Family-first names need no comma.

    >>> sort_name("H.E. Mr Ishaq Dar"), sort_name("Martin Van Buren")
    ('Dar, Ishaq', 'Van Buren, Martin')
    >>> sort_name("Vincent van Gogh"), sort_name("Mohammed bin Salman")
    ('Gogh, Vincent van', 'Mohammed bin Salman')
    >>> sort_name("Xi Jinping", country="cn")
    'Xi Jinping'
    """
    parts = split_name(text, country=country)
    if parts.order == SINGLE or not parts.given:
        return _joined(parts.particles, parts.family).strip()
    if parts.order == FAMILY_FIRST:
        joint = "" if " " not in split_titles(text).name else " "
        return f"{parts.family}{joint}{parts.given}"
    if not parts.particles:
        return f"{parts.family}, {parts.given}"
    if fold(parts.particles.split()[0]) in _listed("patronymic"):
        return f"{parts.given} {_joined(parts.particles, parts.family)}"
    is_article = parts.particles.endswith("-")
    if parts.particles[0].islower() or is_article:
        return f"{parts.family}, {parts.given} {parts.particles}"
    return f"{_joined(parts.particles, parts.family)}, {parts.given}"


def sort_title(text: str) -> str:
    """What titles of bodies, agreements and events are sorted by: folded, no leading article.

    >>> sort_title("The Treaty of Lausanne"), sort_title("L'Accord de Paris"), sort_title("The")
    ('treaty of lausanne', 'accord de paris', 'the')
    """
    for mark in ("'", "’"):
        head, found, tail = text.strip().partition(mark)
        if found and head in ("L", "l") and fold(tail):
            return fold(tail)
    first, _, rest = fold(text).partition(" ")
    return rest if rest and first in _listed("title_articles") else fold(text)
