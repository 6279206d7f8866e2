"""What the columns of those who hold offices say together: the office that a heading or the file's
name tells, whose the state of an envoy is, titles before names in two columns.

`guess_details` asks.
"""

from __future__ import annotations

import re
from itertools import takewhile

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.headings import fold
from db.exchange.mapping.guess.shapes import FileColumn, is_country
from db.exchange.mapping.guess.value_words import is_envoy, is_office
from db.vocabulary.countries import country_code, country_name

Found = dict[str, list[FileColumn]]

_HOLDERS = {
    "ambassadors": "Ambassador", "ambassador": "Ambassador", "ministers": "Minister",
    "presidents": "President", "consuls": "Consul", "governors": "Governor",
    "secretaries": "Secretary", "commanders": "Commander",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(["to", "of", "for", "the", "in", "at", "and", "de", "la"])
# Words that are a part of a holder's title.
_BEFORE = frozenset(
    ("foreign", "prime", "deputy", "vice", "defence", "defense", "finance", "interior",
     "justice", "trade", "health", "education", "honorary")
)  # fmt: skip
_BESIDE_OFFICE = frozenset(("from", "to", "country", "organization"))  # that say of what, or when
# What a holder is called without saying of what.
_NO_OFFICE = frozenset(
    ("leader", "official", "holder", "incumbent", "head", "politician", "member", "officer",
     "delegate", "representative", "speaker", "staff", "employee", "candidate", "chair",
     "host")
)  # fmt: skip
_POSTS = frozenset(("mission", "delegation", "government", "state"))  # heads of these
_NAMES = frozenset(
    ("name", "names", "nom", "noms", "nombre", "nome", "naam", "imie", "jmeno", "adi", "имя", "фио",
     "ім я", "піб", "ονομα", "اسم", "نام", "姓名", "氏名")
)  # fmt: skip
_MIN_SHARE = 0.5  # of the values
_MAX_STATE_WORDS = 4  # of a state's name inside that of a body


def office_of_heading(found: Found, whole: str) -> str:
    """Return the office that the heading of the names tells, as in `Country,Ambassador,Since`."""
    column = found[whole][0] if found.get(whole) else None
    if column is None or not _BESIDE_OFFICE & set(found):
        return ""
    heading = column.heading.strip()
    words = set(fold(heading).split())
    if len(words) > 1:  # “name of ambassador”
        heading = _without_words_for_names(heading)
    is_told = (is_office(heading) or is_envoy(heading)) and (
        not words & _NO_OFFICE or bool(words & _POSTS)
    )
    return heading[:1].upper() + heading[1:] if is_told else ""


def _without_words_for_names(heading: str) -> str:
    """Return a heading without what says that names stand below it.

    >>> _without_words_for_names("Name of Ambassador"), _without_words_for_names("Head of Mission")
    ('Ambassador', 'Head of Mission')
    """
    words = heading.split()
    if len(words) > 1 and is_envoy(words[-1]) and fold(words[0]) in _NAMES:
        return words[-1]  # “name and surname of the ambassador”
    rest = [word for word in words if fold(word) not in _NAMES]
    while len(rest) < len(words) and rest and fold(rest[0]) in _SMALL:
        rest = rest[1:]
    return " ".join(rest) if rest else heading


def office_in_file_name(file: str, words: list[str]) -> str:
    """Return the office that a file's name tells, as "ambassadors to estonia" does.

    A country is called by its name, whatever stands for it; what has capitals keeps them.

    >>> office_in_file_name("ambassadors-to-uae_2021", ["ambassadors", "to", "uae"])
    'Ambassador to United Arab Emirates'
    >>> office_in_file_name("Ambassadors to NATO", ["ambassadors", "to", "nato"])
    'Ambassador to NATO'
    >>> office_in_file_name("foreign-ministers-of-peru", ["foreign", "ministers", "of", "peru"])
    'Foreign Minister of Peru'
    """
    matches = [each for each in _WORD.findall(file) if set(fold(each).split()) & set(words)]
    for place, word in enumerate(matches):
        if (holder := _HOLDERS.get(fold(word))) is None:
            continue
        before = [each.capitalize() for each in matches[:place][-1:] if fold(each) in _BEFORE]
        title = [*before, holder]
        rest = matches[place + 1 :]
        small = [each.lower() for each in takewhile(lambda each: fold(each) in _SMALL, rest)]
        rest = rest[len(small) :]
        if not small:
            return " ".join(title)  # “ambassadors estonia” may be to it, of it or in it
        if code := country_code(" ".join(rest)):
            return " ".join([*title, *small, country_name(code)])
        return " ".join([*title, *small, *map(_with_capital, rest)])
    return ""


def _with_capital(word: str) -> str:
    return word.lower() if fold(word) in _SMALL else word[:1].upper() + word[1:]


def join_honorifics(mapping: Mapping, found: Found, columns: list[FileColumn]) -> None:
    """Put titles before names together that stand in two columns: `Anrede;Titel`."""
    some = found.get("honorific", [])
    if len(some) > 1:
        headings = [column.heading for column in columns if column in some]
        template = " ".join(f"{{{heading}}}" for heading in headings)
        mapping.fields["honorific"] = [FieldMap(template=template)]


def part_states(mapping: Mapping, found: Found) -> None:
    """Keep from the people what is the state of their offices: that of an envoy may be where they
    are from or where they are sent, and a body that names another state lies in that of its row.
    """
    if "country" not in mapping.fields or mapping.fields["country"][0].column is None:
        return
    heading = mapping.fields["country"][0].column
    bodies = found.get("organization", [])
    if bodies and _are_abroad(bodies[0], found["country"][0]):
        del mapping.fields["country"]
        says = (
            f"“{heading}” was left out: the bodies of the list are of other states, and lie there."
        )
    elif not _are_envoys(mapping, found) or (
        bodies and _are_of_states(bodies[0], found["country"][0])
    ):
        return
    elif bodies:
        del mapping.fields["country"]
        says = f"“{heading}” was left out: it may be where an envoy is from, or where one is sent."
    else:
        source = mapping.fields.pop("country")[0]
        if source.values:  # codes that are read otherwise as countries
            mapping.fields["country"] = [source]
            return
        mapping.fields["organization"] = [
            FieldMap(source.column, by="name", create=True, id=source.id, scheme=source.scheme)
        ]
        says = f"“{heading}” was taken for the state of the office; an envoy may be of another."
    mapping.remarks = (*mapping.remarks, says)


def _are_envoys(mapping: Mapping, found: Found) -> bool:
    if column := found.get("office"):
        return column[0].share("envoy") >= _MIN_SHARE
    office = mapping.fields.get("office")
    return bool(office and office[0].constant and is_envoy(office[0].constant))


def _are_abroad(bodies: FileColumn, states: FileColumn) -> bool:
    """Say whether most bodies name a state, and none of those that stand in the other column."""
    sample = list(bodies.values)[:60]
    states_of_bodies = [codes for codes in map(_states_in, sample) if codes]
    beside = {country_code(text) for text in states.values}
    is_usual = len(states_of_bodies) * 2 > len(sample)
    return is_usual and not set().union(*states_of_bodies) & beside


def _are_of_states(bodies: FileColumn, states: FileColumn) -> bool:
    """Say whether most bodies name a state, and each one that stands in the other column: an
    embassy beside the state that sends it.
    """
    sample = list(bodies.values)[:60]
    states_of_bodies = [codes for codes in map(_states_in, sample) if codes]
    beside = {country_code(text) for text in states.values}
    return len(states_of_bodies) * 2 > len(sample) and set().union(*states_of_bodies) <= beside


def _states_in(text: str) -> set[str]:
    """Return the codes of the states that a text names.

    >>> sorted(_states_in("Embassy of the Republic of Kenya in Lima")), _states_in("Port Authority")
    (['ke'], set())
    """
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    found = set()
    for start in range(len(words)):
        if not words[start][:1].isupper():
            continue
        for end in range(min(start + _MAX_STATE_WORDS, len(words)), start, -1):
            part = " ".join(words[start:end])
            if len(part) > 3 and is_country(part):
                found.add(country_code(part) or "")
                break
    return found
