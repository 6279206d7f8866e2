"""What is missing in a record that is not wrong: a source, a country, a family name, a successor.

They come last and are told apart: a gap is no contradiction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from db.checks.finding import Around, Rule, Says
from db.names.customs import is_custom
from db.names.languages import language_name
from db.names.name_lists import word_list
from db.names.order import split_name
from db.names.scripts import LATIN, NO_SCRIPT, script_of
from db.record_types import Agreement, Event, Organization, Person, Record
from db.vocabulary.countries import country_code, country_name

_SCRIPT_LETTERS: Final = 4  # of a code of ISO 15924
_NO_SOURCE_SAYS: Final = Says("No source is given.", "", "citations")
_CHINESE: Final = frozenset(("Hant", "Hans"))  # both are Hani


def _find_without_source(record: Record, _around: Around) -> Iterator[Says]:
    if not record.citations and _states_facts(record):
        yield _NO_SOURCE_SAYS


def _states_facts(record: Any) -> bool:
    """Say whether a record says something that somebody must have said: more than a name."""
    if isinstance(record, Person):
        return bool(record.tenures or record.ranks or record.accreditations)
    if isinstance(record, Organization):
        return bool(record.offices and record.kind != "state")
    return isinstance(record, Agreement | Event)


def _find_place_without_country(event: Event, _around: Around) -> Iterator[Says]:
    names = (event.place, event.place.rpartition(",")[2])
    if event.place and not event.country and not any(map(country_code, names)):
        yield Says(f"In which country is {event.place}?", "", "country")


def _find_name_without_family(person: Person, _around: Around) -> Iterator[Says]:
    if person.family or not person.country or len(person.title.split()) < 2:
        return
    if person.name_by_hand or is_custom("single", person.country):
        return
    if split_name(person.title, country=person.country).family:
        country = country_name(person.country)
        yield Says(f"No family name is given; in {country} most people have one.", "", "family")


def _find_foreign_script(record: Record, _around: Around) -> Iterator[Says]:
    for place, name in enumerate(record.names):
        if name.kind == "native" and is_foreign_script(name.text, name.language):
            yield Says(
                f"{language_name(name.language)} is not written in these letters.",
                name.text,
                f"names[{place}].language",
            )


def is_foreign_script(text: str, language: str) -> bool:
    """Say whether a text is surely not written as its language is.

    >>> is_foreign_script("Москва", "fr"), is_foreign_script("Москва", "ru")
    (True, False)
    """
    expected = scripts_of(language)
    return bool(expected) and script_of(text) not in (*expected, NO_SCRIPT)


@cache
def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts that a language is written in; none where it is not known.

    >>> sorted(scripts_of("ur")), sorted(scripts_of("sr")), sorted(scripts_of("zh-Hant"))
    (['Arab'], ['Cyrl', 'Latn'], ['Hani'])
    >>> sorted(scripts_of("fr")), scripts_of("tlh")
    (['Latn'], frozenset())
    """
    plain, _, rest = language.partition("-")
    if len(rest) == _SCRIPT_LETTERS and rest not in _CHINESE:
        return frozenset((rest,))
    return _scripts_by_language().get(plain.casefold(), frozenset())


@cache
def _scripts_by_language() -> dict[str, frozenset[str]]:
    lists = word_list("languages")
    found: dict[str, set[str]] = {}
    for script, by_country in lists["by_country"].items():
        for language in by_country.values():
            found.setdefault(language.partition("-")[0], set()).add(script)
    for script, language in lists["by_script"].items():
        found.setdefault(language, set()).add(script)
    for script, _, language, _ in lists["telling"]:
        found.setdefault(language.partition("-")[0], set()).add(script)
    for language in lists["names"].keys() - found.keys() - lists["more_scripts"].keys():
        found[language] = {LATIN}
    for language, scripts in lists["more_scripts"].items():
        found.setdefault(language, set()).update(scripts)
    return {language: frozenset(scripts) for language, scripts in found.items()}


class GapRule(NamedTuple):
    """A rule over one record, the statement that gives all ids that it may concern, and the parts
    that it looks at of those. Where the statement alone decides for who sees everything, `says` is
    what there is to say of each: no record is read for it. A statement may give more of each than
    its id; then `is_odd` looks at that first, since most of many thousand are right.
    """

    rule: Rule
    statement: str
    parts: frozenset[str] = frozenset()
    says: Says | None = None
    is_odd: Callable[..., bool] | None = None


_NO_SOURCE: Final = "NOT EXISTS (SELECT 1 FROM citation c WHERE c.record_id = k.id)"
_HELD: Final = frozenset(("tenure", "rank", "accreditation", "office"))
_SOURCE: Final = Rule("missing-source", "note", _find_without_source, True)
_SCRIPT: Final = GapRule(
    Rule("script-of-language", "warn", _find_foreign_script),
    "SELECT n.record_id, n.text, n.language FROM name n JOIN record r ON r.id = n.record_id"
    " WHERE n.kind = 'native' AND n.language <> '' AND r.kind = ",
    frozenset(("name",)),
    is_odd=is_foreign_script,
)


def _script_rule(kind: str) -> GapRule:
    return _SCRIPT._replace(statement=f"{_SCRIPT.statement}'{kind}'")


GAP_RULES: Final[dict[str, tuple[GapRule, ...]]] = {
    "person": (
        _script_rule("person"),
        GapRule(
            Rule("name-without-family", "note", _find_name_without_family, True),
            "SELECT k.id FROM person k JOIN record r ON r.id = k.id WHERE k.family = ''"
            " AND r.country <> '' AND r.title LIKE '% %'",
        ),
        GapRule(
            _SOURCE,
            f"SELECT k.id FROM person k WHERE {_NO_SOURCE} AND k.id IN (SELECT record_id"
            " FROM tenure UNION SELECT record_id FROM rank"
            " UNION SELECT record_id FROM accreditation)",
            _HELD,
            _NO_SOURCE_SAYS,
        ),
    ),
    "organization": (
        _script_rule("organization"),
        GapRule(
            _SOURCE,
            f"SELECT k.id FROM organization k WHERE k.kind <> 'state' AND {_NO_SOURCE}"
            " AND k.id IN (SELECT record_id FROM office)",
            _HELD,
            _NO_SOURCE_SAYS,
        ),
    ),
    "agreement": (
        _script_rule("agreement"),
        GapRule(
            _SOURCE,
            f"SELECT k.id FROM agreement k WHERE {_NO_SOURCE}",
            says=_NO_SOURCE_SAYS,
        ),
    ),
    "event": (
        _script_rule("event"),
        GapRule(
            Rule("place-without-country", "note", _find_place_without_country, True),
            "SELECT k.id FROM event k JOIN record r ON r.id = k.id"
            " WHERE k.place <> '' AND r.country = ''",
        ),
        GapRule(
            _SOURCE,
            f"SELECT k.id FROM event k WHERE {_NO_SOURCE}",
            says=_NO_SOURCE_SAYS,
        ),
    ),
}
