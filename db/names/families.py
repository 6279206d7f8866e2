"""Where the family name stands in a name, by the custom of the country it is from.

Each custom looks at the words of a name without its titles, and answers None where it has nothing
to say; `order` asks them in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from db.names.customs import (
    ends_like_family,
    is_custom,
    is_feminine_patronymic,
    is_initials,
    is_listed,
    is_numeral,
    is_patronymic,
    is_strong_patronymic,
    is_surname,
)
from db.names.folding import fold
from db.names.name_lists import word_list
from db.names.particles import (
    GIVEN_FIRST,
    NameParts,
    family_first,
    given_first,
    is_particle,
    particle_list,
    whole,
)
from db.names.scripts import script_of

CONJUNCTIONS = ("y", "i", "e")
HAN_SCRIPTS = ("Hani", "Hira", "Kana", "Hang")
SOUTH_SLAVIC = re.compile("...ic$")  # Eric is a given name, Grlić a family's
MAX_CHINESE_WORDS = 5  # words: Carrie Lam Cheng Yuet Ngor


def by_capitals(tokens: list[str], country: str | None) -> NameParts | None:
    """Split by capitals, as XI Jinping, VAN DER BELLEN Alexander, Jean-Yves LE DRIAN."""
    if not any(map(str.isupper, tokens)):
        return None
    marked = [_is_in_capitals(word) for word in tokens]
    if all(marked) or not any(marked):
        return None
    first = next((at for at, found in enumerate(marked) if not found), len(tokens))
    if first and not any(marked[first:]):
        is_short = first == 1 and len(tokens[0]) == 2
        return None if is_short and not _is_short_family(tokens[0], country) else family_first(
            tokens, first
        )  # fmt: skip
    last = marked.index(True)
    if last and all(marked[last:]) and len(tokens[-1]) > 2:
        while last > 1 and is_particle(tokens[last - 1]) and tokens[last - 1].islower():
            last -= 1
        return given_first(tokens, last)
    return None


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word and not is_numeral(word)


def _is_short_family(word: str, country: str | None) -> bool:
    """Say whether it is in capitals: XI, NG and OH are family names; JC are two initials."""
    known = is_surname(word, "chinese_surnames") or is_surname(word, "korean_surnames")
    return known or is_custom("family_first", country)


def by_initials(tokens: list[str], country: str | None) -> NameParts | None:
    """Split before initials, as Petrov I. I.: what stands before them is the family name."""
    if len(tokens) > 1 and all(map(is_initials, tokens[1:])) and not is_initials(tokens[0]):
        return family_first(tokens)
    return None


def filial(tokens: list[str], country: str | None) -> NameParts | None:
    """Split at a word for child, as Mohamed Ould Ghazouani: the family's name begins there."""
    for at, word in enumerate(tokens[1:-1], start=1):
        if is_listed(word, "filial_words"):
            # elsewhere a mint is one of money
            known = is_custom("filial", country) or fold(word) != "mint"
            return _named_family(tokens, at) if known else None
    return None


def _named_family(tokens: list[str], start: int) -> NameParts:
    return NameParts(" ".join(tokens[:start]), " ".join(tokens[start:]), "", GIVEN_FIRST)


def by_kin(tokens: list[str], country: str | None) -> NameParts | None:
    """Leave whole what has a patronymic, as Mahathir bin Mohamad: nobody's family name."""
    known = _kin()
    kin = [word for word in tokens[1:] if word.casefold() in known]
    if kin and (is_custom("malay", country) or any("/" in word for word in kin)):
        return whole(tokens)
    if (
        len(tokens) == 2
        and is_listed(tokens[0], "kunya")
        and tokens[0][:1] != tokens[0][:1].lower()
    ):
        return whole(tokens)
    start = len(tokens) - 1
    while start > 1 and is_particle(tokens[start - 1]):
        start -= 1
    if start < len(tokens) - 1 and fold(tokens[start]) in particle_list("patronymic"):
        return whole(tokens)
    return None


@cache
def _kin() -> frozenset[str]:
    return frozenset(word_list("customs")["kin_words"])


def known_double(tokens: list[str], country: str | None) -> NameParts | None:
    """Split before two names known to be one family name without a hyphen, as Iain Duncan Smith,
    Bilawal Bhutto Zardari; no rule tells them from a given name before the family's.
    """
    if len(tokens) > 2 and is_listed(" ".join(tokens[-2:]), "double_surnames"):
        return given_first(tokens, len(tokens) - 2)
    return None


def south_slavic(tokens: list[str], country: str | None) -> NameParts | None:
    """Split names of the former Yugoslavia, as Marija Pejčinović Burić: no given name ends as
    family names do there, so that a second one before the last is of the family.
    """
    is_double = len(tokens) > 2 and bool(SOUTH_SLAVIC.search(fold(tokens[-2])))
    return given_first(tokens, len(tokens) - 2) if is_double else None


def single(tokens: list[str], country: str | None) -> NameParts | None:
    """Return names of Iceland, Myanmar, Ethiopia, Indonesia, Mongolia: none of them a family's."""
    if is_custom("single", country) or is_custom("given_last", country):
        return None if is_custom("sinitic", country) else whole(tokens)
    return None


def chinese(tokens: list[str], country: str | None) -> NameParts | None:
    """Split names of Singapore, as Lee Hsien Loong, Tony Tan Keng Yam; Malays have one name."""
    if not (is_custom("sinitic", country) or is_custom("malay", country)):
        return None
    is_malay_land = is_custom("malay", country)
    if is_malay_land and any(is_listed(word, "malay_given") for word in tokens):
        return whole(tokens)
    count, name = len(tokens), "chinese_surnames"
    if count <= MAX_CHINESE_WORDS and not is_initials(tokens[0]):
        if is_surname(tokens[0], name):
            return family_first(tokens)
        if count > 2 and is_surname(tokens[1], name):
            given = [tokens[0], *tokens[2:]]
            return NameParts(" ".join(given), tokens[1], "", GIVEN_FIRST)
        if is_surname(tokens[-1], name):
            return given_first(tokens, count - 1)
    if is_malay_land:
        return None if is_custom("sinitic", country) and country != "my" else whole(tokens)
    return family_first(tokens)


def korean(tokens: list[str], country: str | None) -> NameParts | None:
    """Split Korean names, as Ban Ki-moon, Moon Jae In; Syngman Rhee turned his round."""
    if not is_custom("korean", country):
        return None
    is_turned = not is_surname(tokens[0], "korean_surnames")
    if is_turned and is_surname(tokens[-1], "korean_surnames"):
        return given_first(tokens, len(tokens) - 1)
    return family_first(tokens)


def japanese(tokens: list[str], country: str | None) -> NameParts | None:
    """Split Japanese names, as Kishida Fumio in the country's own order; other names are taken as
    turned round.
    """
    if not is_custom("japanese", country):
        return None
    first, last = (is_surname(tokens[at], "japanese_surnames") for at in (0, -1))
    return family_first(tokens) if first and not last else None


def hungarian(tokens: list[str], country: str | None) -> NameParts | None:
    """Split Hungarian names, as Orbán Viktor; Viktor Orbán was turned round for foreigners."""
    if not is_custom("hungarian", country):
        return None
    is_turned = is_listed(tokens[0], "hungarian_given")
    return given_first(tokens, len(tokens) - 1) if is_turned else family_first(tokens)


def south_east_asian(tokens: list[str], country: str | None) -> NameParts | None:
    """Split names of Vietnam and Cambodia, as Hun Sen; Viet Thanh Nguyen lives abroad."""
    if (country or "").casefold() not in ("vn", "kh"):
        return None
    first, last = (is_surname(tokens[at], "viet_surnames") for at in (0, -1))
    if last and not first and (country or "").casefold() == "vn":
        return given_first(tokens, len(tokens) - 1)
    return family_first(tokens)


def patronymic(tokens: list[str], country: str | None) -> NameParts | None:
    """Split by a patronymic: Петров Иван Иванович has the family name first, Vladimir Vladimirovich
    Putin last.
    """
    is_at_home = is_custom("patronymic", country) or script_of(tokens[0]) == "Cyrl"
    if not is_at_home and not (country is None and ends_like_family(tokens[0])):
        return None
    last, before = tokens[-1], tokens[-2]
    if is_listed(last, "father_words") and len(tokens) > 2:
        return whole(tokens) if len(tokens) == 3 else family_first(tokens)
    is_given = not is_patronymic(before) or (
        is_strong_patronymic(last) and not is_strong_patronymic(before)
    )
    if len(tokens) == 3 and is_patronymic(last) and is_given:
        return family_first(tokens)
    if len(tokens) == 2 and is_feminine_patronymic(last) and not ends_like_family(tokens[0]):
        return whole(tokens)
    is_turned = len(tokens) == 2 and is_at_home and ends_like_family(tokens[0])
    if is_turned and not ends_like_family(last, "slavic_family_endings"):
        return family_first(tokens)
    return None


def spanish(tokens: list[str], country: str | None) -> NameParts | None:
    """Split Spanish names, as Andrés Manuel López Obrador: two family names, behind one given name
    or several.
    """
    if not is_custom("spanish", country):
        return None
    units = _units(tokens)
    if len(units) < 3:
        return given_first(tokens, len(units[0])) if len(units) == 2 else None
    joined = any(word in CONJUNCTIONS for word in units[-1][1:])
    given = len(units) - (1 if joined else 2)
    if len(units) == 3 and not joined and _is_given(units[1]):
        given = 2
    return given_first(tokens, sum(map(len, units[:given])))


def _is_given(unit: list[str]) -> bool:
    text = " ".join(unit)
    return (
        is_initials(text)
        or is_listed(text, "romance_given")
        or is_listed(text, "hispanic_given_tails")
    )


@cache
def _given_tails() -> frozenset[tuple[str, ...]]:
    texts = word_list("customs")["hispanic_given_tails"]
    return frozenset(tuple(fold(text).split()) for text in texts)


def _units(tokens: list[str]) -> list[list[str]]:
    """Return the words of a Spanish name, each with its particles and what "y" joins to it."""
    tails = _given_tails()
    units: list[list[str]] = []
    particles: list[str] = []
    for at, word in enumerate(tokens):
        is_joint = word in CONJUNCTIONS and 0 < at < len(tokens) - 1 and bool(units)
        if is_joint or (units and units[-1][-1] in CONJUNCTIONS):
            units[-1].append(word)
        elif at < len(tokens) - 1 and at and is_particle(word):
            particles.append(word)
        else:
            particles.append(word)
            if len(particles) == 2 and units and tuple(map(fold, particles)) in tails:
                units[-1] += particles
            else:
                units.append(particles)
            particles = []
    return [*units, particles] if particles else units


def open_particles(tokens: list[str], country: str | None) -> NameParts | None:
    """Split at a particle, as Jaap de Hoop Scheffer: all behind it is the family's."""
    if not is_custom("particles_open", country):
        return None
    for at, word in enumerate(tokens[1:-1], start=1):
        is_open = word.islower() or tokens[at + 1].islower()
        if word in word_list("customs")["nobiliary"] or (is_open and is_particle(word)):
            return _behind_particle(tokens, at)
    return None


def _behind_particle(tokens: list[str], start: int) -> NameParts:
    at = start
    nobiliary = word_list("customs")["nobiliary"]
    while at < len(tokens) - 1 and (is_particle(tokens[at]) or tokens[at] in nobiliary):
        at += 1
    return NameParts(
        " ".join(tokens[:start]), " ".join(tokens[at:]), " ".join(tokens[start:at]), GIVEN_FIRST
    )


def territorial(tokens: list[str], country: str | None) -> NameParts | None:
    """Split French names, as Maurice Couve de Murville: a family name before its land."""
    if not (is_custom("french", country) or (country or "").casefold() == "it"):
        return None
    for at in range(2, len(tokens)):
        word = tokens[at]
        is_glued = word.startswith(("d'", "d’"))
        if is_glued or (word in ("de", "du", "di", "des") and at < len(tokens) - 1):
            before = tokens[at - 1]
            return None if _is_known_given(before) else given_first(tokens, at - 1)
    return None


def _is_known_given(word: str) -> bool:
    first = word.partition("-")[0]
    return is_initials(word) or any(
        is_listed(part, entry)
        for part in (word, first)
        for entry in ("french_given", "romance_given")
    )


def portuguese(tokens: list[str], country: str | None) -> NameParts | None:
    """Split Portuguese names, as Marcelo Rebelo de Sousa, João Gomes Cravinho: the last two names
    behind the given ones.

    Brazilians go by the last alone, but for Lula da Silva; António Delfim Neto has it before Neto.
    """
    if not is_custom("portuguese", country) or len(tokens) < 3:
        return None
    if is_listed(tokens[-1], "portuguese_tails"):
        return given_first(tokens, len(tokens) - 2)
    units = _units(tokens)
    given = 1
    while given < len(units) - 1 and _is_given(units[given]):
        given += 1
    given = max(given, len(units) - 2)
    if given == len(units) - 1 or (is_custom("last_alone", country) and len(units[-1]) == 1):
        return None
    return given_first(tokens, sum(map(len, units[:given])))


def congolese(tokens: list[str], country: str | None) -> NameParts | None:
    """Split Congolese names, as Étienne Tshisekedi wa Mulumba: what stands behind a Christian name
    is the family's.

    Mobutu Sese Seko put his away, as all did in Zaire: of such a name no part is a family's.
    """
    if not is_custom("postnoms", country) or len(tokens) < 3:
        return None
    given = 0
    while given < len(tokens) - 1 and _is_known_given(tokens[given]):
        given += 1
    return _named_family(tokens, given) if given else whole(tokens)


Custom = Callable[[list[str], str | None], NameParts | None]
CUSTOMS: tuple[Custom, ...] = (
    by_capitals, by_initials, filial, by_kin, known_double, single, chinese, korean, japanese,
    hungarian, south_east_asian, patronymic, spanish, portuguese, congolese, south_slavic,
    territorial, open_particles,
)  # fmt: skip
# The lists of countries that a custom looks at; one that is not here is asked for every name.
OF_COUNTRIES: dict[Custom, tuple[str, ...]] = {
    single: ("single", "given_last"),
    chinese: ("sinitic", "malay"),
    korean: ("korean",),
    japanese: ("japanese",),
    hungarian: ("hungarian",),
    spanish: ("spanish",),
    portuguese: ("portuguese",),
    congolese: ("postnoms",),
    south_slavic: ("south_slavic",),
    open_particles: ("particles_open",),
}


@lru_cache(maxsize=1 << 9)
def customs_of(country: str | None) -> tuple[Custom, ...]:
    """Give the customs that may say something of the names of a country, in their turn."""
    return tuple(
        custom
        for custom in CUSTOMS
        if any(is_custom(name, country) for name in OF_COUNTRIES.get(custom, ()))
        or custom not in OF_COUNTRIES
    )
