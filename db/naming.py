"""A person's name as it is stored: titles beside it, its parts given when nobody typed them.

`writing` asks it for every person it saves, and imports with it.
"""

from __future__ import annotations

from db.names import fold, sort_name, sort_title, split_name, split_titles
from db.records import Person, Record

PARTS = ("given", "particles", "family", "name_order")
REGNAL = frozenset({"king", "queen", "pope", "emperor", "empress", "sultan", "prince", "princess"})
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})  # part of the name, not an honour


def complete_name(record: Record, old_title: str = "") -> None:
    """Keep titles out of a person's name and fill in its parts.

    Parts that only repeat what the old title gave are worked out anew; typed ones stay.

    >>> dar = Person(title="H.E. Mr Ishaq Dar")
    >>> complete_name(dar)
    >>> dar.title, dar.honorific, dar.family
    ('Ishaq Dar', 'H.E. Mr', 'Dar')
    """
    if not isinstance(record, Person):
        return
    _move_titles(record)
    if old_title and old_title != record.title and _parts(record) == _split(record, old_title):
        record.given = record.particles = record.family = record.name_order = ""
    if not (record.given or record.family):
        given, particles, family, order = _split(record, record.title)
        record.given, record.particles = given, particles
        record.family, record.name_order = family, order


def _parts(person: Person) -> tuple[str, ...]:
    return tuple(getattr(person, name) for name in PARTS)


def _split(person: Person, title: str) -> tuple[str, str, str, str]:
    split = split_name(title, country=person.country or None)
    return (split.given, split.particles, split.family, split.order)


def _move_titles(person: Person) -> None:
    """Titles typed before or after the name go to their own fields, if these are free."""
    found = split_titles(person.title)
    if not (found.honorifics or found.post_nominals):
        return
    if any(fold(title) in REGNAL for title in found.honorifics):
        return  # how the person is called: King Charles III, Pope Francis
    if any(fold(title) in GENERATIONS for title in found.post_nominals):
        return
    honorific, post_nominals = " ".join(found.honorifics), ", ".join(found.post_nominals)
    if honorific and person.honorific in ("", honorific):
        if post_nominals and person.post_nominals in ("", post_nominals):
            person.post_nominals = post_nominals
        elif post_nominals:
            return
        person.title, person.honorific = found.name, honorific
    elif post_nominals and not honorific and person.post_nominals in ("", post_nominals):
        person.title, person.post_nominals = found.name, post_nominals


def sort_text(record: Record) -> str:
    """The text a list is sorted by, folded: a person's family name first, no leading article."""
    if not isinstance(record, Person):
        return sort_title(record.title)
    if record.family:
        return fold(f"{record.family} {record.given}")
    return fold(sort_name(record.title, country=record.country or None))
