"""A person's name as it is stored: titles beside it, its parts given when nobody typed them.

`writing` asks it for every person it saves, and imports with it. What an officer or a source set
by hand is final: `name_by_hand` of the person says so, and nothing is derived for that any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from db.names import (
    NameParts,
    collation_key,
    fold,
    native_language,
    sort_name,
    sort_parts,
    split_name,
    split_titles,
    without_article,
)
from db.names.customs import SYLLABLES, is_custom
from db.names.particles import GIVEN_FIRST
from db.names.styles import is_reigning
from db.names.titles import split_usual_pair
from db.record_types import Person, Record

PARTS = ("given", "particles", "family", "name_order")
TITLES = ("honorific", "post_nominals")
BY_HAND = "name_by_hand"
OF_PARTS, OF_TITLES = "parts", "titles"  # what of a name may be set by hand
_READ_PARTS: Callable[[Person], tuple[str, ...]] = attrgetter(*PARTS)
FAMILY_FIRST = "family-first"
GENERATIONS = frozenset({"jr", "sr", "jnr", "snr", "junior", "senior", "ii", "iii", "iv", "v"})


class SortedName(NamedTuple):
    """The columns of a person that the form follows from by which it is sorted."""

    title: str
    country: str
    given: str
    family: str
    particles: str
    name_order: str
    name_by_hand: str | None


def is_by_hand(person: Person | SortedName, what: str) -> bool:
    """Say whether the parts or the titles of a name were set by hand."""
    by_hand = person.name_by_hand
    return by_hand is not None and what in by_hand.split()


def set_by_hand(person: Person, *what: str) -> None:
    """Keep the parts or the titles of a name as they are from now on.

    >>> person = Person(name_by_hand="titles")
    >>> set_by_hand(person, OF_PARTS)
    >>> person.name_by_hand
    'parts titles'
    """
    known = {*(person.name_by_hand or "").split(), *what}
    person.name_by_hand = " ".join(sorted(known)) or None


def complete_name(
    record: Record, old_title: str = "", before: Mapping[str, Any] | None = None
) -> None:
    """Keep titles out of a person's name and fill in its parts.

    `before` is the stored row of the person. Parts that only repeat what the old title gave are
    worked out anew; typed ones stay, and so does an honorific that was emptied.

    >>> dar = Person(title="H.E. Mr Ishaq Dar")
    >>> complete_name(dar)
    >>> dar.title, dar.honorific, dar.family
    ('Ishaq Dar', 'H.E. Mr', 'Dar')
    """
    complete_languages(record)
    if not isinstance(record, Person):
        return
    if before is None and not old_title and _is_unnamed(record):
        pair = split_usual_pair(record.title, record.country or None)
        if pair is not None:
            record.given, record.family = pair
            record.name_order = GIVEN_FIRST
            return
    if before is not None:
        _notice_titles(record, before)
    if not is_by_hand(record, OF_TITLES):
        _move_titles(record)
    if before is not None:
        _notice_parts(record, before, old_title)
    if is_by_hand(record, OF_PARTS):
        return
    if old_title and old_title != record.title and _parts(record) == _split(record, old_title):
        record.given = record.particles = record.family = record.name_order = ""
    if not (record.given or record.family):
        given, particles, family, order = _split(record, record.title)
        record.given, record.particles = given, particles
        record.family, record.name_order = family, order
    elif old_title not in ("", record.title) and _parts(record) != _split(record, record.title):
        # Nobody knows whether an officer set them or an older version derived them: they stay,
        # and the form says that they do not follow the name.
        set_by_hand(record, OF_PARTS)


def _is_unnamed(person: Person) -> bool:
    """Say whether nothing but the whole name of a person is given."""
    return person.name_by_hand is None and not (person.given or person.family or person.particles)


def complete_new_name(record: Record) -> None:
    """Do the same for a record that an officer made: parts that were typed into it are theirs."""
    if isinstance(record, Person) and (record.given or record.family):
        set_by_hand(record, OF_PARTS)
    complete_name(record)


def complete_languages(record: Record) -> None:
    """Give a native name without a language its country's.

    >>> from db.record_types import Name
    >>> dar = Person(title="Ishaq Dar", country="pk", names=[Name(text="علی", kind="native")])
    >>> complete_languages(dar)
    >>> dar.names[0].language
    'ur'
    """
    for name in record.names:
        if name.kind == "native" and not name.language:
            name.language = native_language(name.text, record.country)


def _notice_titles(person: Person, before: Mapping[str, Any]) -> None:
    """Keep an honorific or an honour empty that was emptied."""
    if any(before[name] and not getattr(person, name) for name in TITLES):
        set_by_hand(person, OF_TITLES)


def _notice_parts(person: Person, before: Mapping[str, Any], old_title: str) -> None:
    """Note parts as the officer's own that were changed, and not to what the name gives."""
    parts = _parts(person)
    if parts == tuple(before[name] for name in PARTS):
        return
    if parts not in (_split(person, person.title), _split(person, old_title)):
        set_by_hand(person, OF_PARTS)


def _parts(person: Person) -> tuple[str, ...]:
    return _READ_PARTS(person)


def _split(person: Person, title: str) -> tuple[str, str, str, str]:
    country = person.country or None
    if person.name_by_hand is None:
        given, family, particles, order = split_name(title, country=country)
    else:
        given, family, particles, order = split_name(
            title,
            country=country,
            keep_titles=is_by_hand(person, OF_TITLES),
            original=_known_names(person),
        )
    return (given, particles, family, order)


def _known_names(person: Person) -> str:
    """Return the words that were given for names, of which none is a title."""
    known = is_by_hand(person, OF_PARTS)
    return f"{person.given} {person.family}".strip() if known else ""


def _move_titles(person: Person) -> None:
    """Move titles typed before or after the name to their own fields, if these are free."""
    found = split_titles(
        person.title, country=person.country or None, original=_known_names(person)
    )
    if not (found.honorifics or found.post_nominals):
        return
    if any(map(is_reigning, found.honorifics)):
        return  # how the person is called: King Charles III, Pope Francis
    generations = [mark for mark in found.post_nominals if fold(mark) in GENERATIONS]
    honours = [mark for mark in found.post_nominals if mark not in generations]
    name = " ".join([found.name, *generations])
    honorific, post_nominals = " ".join(found.honorifics), ", ".join(honours)
    if honorific and person.honorific in ("", honorific):
        if post_nominals and person.post_nominals in ("", post_nominals):
            person.post_nominals = post_nominals
        elif post_nominals:
            return
        person.title, person.honorific = name, honorific
    elif post_nominals and not honorific and person.post_nominals in ("", post_nominals):
        person.title, person.post_nominals = name, post_nominals


def give_parts(person: Person, given: str, family: str) -> None:
    """Take given and family name as a source has them; what one leaves of the name is the other.

    >>> major = Person(title="Major John", country="gb")
    >>> give_parts(major, "", "Major")
    >>> major.given, major.family, major.name_order
    ('John', 'Major', 'family-first')
    """
    words = person.title.replace(",", " ").split()
    given = given or _without(words, family.split())
    family = family or _without(words, given.split())
    person.given, person.particles, person.family = given, "", family
    begins = bool(given) and fold(person.title).startswith(f"{fold(family)} ")
    person.name_order = "given-first" if given and family else "single"
    if begins and family and "," not in person.title:
        person.name_order = FAMILY_FIRST
    set_by_hand(person, OF_PARTS)


def _without(words: Iterable[str], left_out: Iterable[str]) -> str:
    """Return the words of a name that are not its family name, or not its given name."""
    rest, missing = list(words), 0
    for word in left_out:
        at = next((at for at, each in enumerate(rest) if fold(each) == fold(word)), None)
        if at is None:
            missing += 1
        else:
            del rest[at]
    return "" if missing else " ".join(rest)


def joined_name(given: str, family: str, country: str) -> str:
    """Return a name out of its two parts, in the order that is usual in the country.

    >>> joined_name("Jinping", "Xi", "cn"), joined_name("Ishaq", "Dar", "pk")
    ('Xi Jinping', 'Ishaq Dar')
    >>> joined_name("Lawrence", "Wong", "sg")
    'Lawrence Wong'
    """
    reversed_name = f"{family} {given}".strip()
    if given and family and country:
        read = split_name(reversed_name, country=country, keep_titles=True)
        if read.order == FAMILY_FIRST and read.family == family and _is_eastern(given, country):
            return reversed_name
    return f"{given} {family}".strip()


def _is_eastern(given: str, country: str) -> bool:
    """Say whether a given name is one of those that stand behind: Lawrence Wong has none."""
    if is_custom("korean", country) or country.casefold() in ("vn", "kh"):
        return True
    parts = given.casefold().replace("-", " ").split()
    is_several = len(parts) == 2 or (len(parts) == 1 and country.casefold() == "cn")
    return is_several and all(SYLLABLES.fullmatch(part) for part in parts)


def sort_text(record: Record) -> str:
    """Return what a record is sorted by, folded: family name first, no leading article."""
    return fold(_sort_form(record))


def sort_texts(record: Record, language: str) -> tuple[str, str]:
    """Return that text, and the key that lists are sorted by in the order of a language."""
    return texts_of_form(_sort_form(record), language)


def texts_of_form(form: str, language: str) -> tuple[str, str]:
    """Return the same of what is sorted by, as it is written."""
    return fold(form), collation_key(form, language)


def _sort_form(record: Record) -> str:
    return name_form(record) if isinstance(record, Person) else without_article(record.title)


def name_form(person: Person | SortedName) -> str:
    """Return what a person is sorted by, as it is written."""
    country = person.country or None
    if person.family:
        parts = NameParts(person.given, person.family, person.particles, person.name_order)
        return sort_parts(parts, country=country)
    return sort_name(person.title, country=country, keep_titles=is_by_hand(person, OF_TITLES))
