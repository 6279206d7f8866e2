"""Rows of people as most rows are: a name, a country, a day, and an identifier of the list.

The import asks for every row of a list of people. What such a row says becomes the rows of its
person at once, without a record, and what comes again is worked out once: the code of a country, a
day, a word. Whatever else a row says, or says in any other way, `people_rows` reads; so it does
where the person is there already. A test holds both ways to the same desk.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from db.changes.naming import BY_HAND, PARTS, TITLES, complete_name
from db.errors import Refused
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.drafts import Dates, ReadyDraft, RowDraft
from db.exchange.placing.new_rows import ReadyPerson, name_keys
from db.exchange.placing.target_fields import DATES, TEXTS, WORDS, known_word
from db.exchange.rows.people_rows import is_vacant
from db.exchange.rows.row_bounds import MAX_NAME_LETTERS
from db.names.pair_keys import keys_of_pair
from db.names.particles import GIVEN_FIRST
from db.names.titles import split_usual_pair
from db.record_types import Person
from db.storage.row_mapping import date_values, plan_of
from db.vocabulary.countries import country_code

_MAX_KEPT = 20_000  # of the texts of one column whose meaning is remembered
_OF_THE_NAME = frozenset({"given_name", "family_name"})  # who brings them has set them by hand
_PLAN = plan_of(Person)
_COUNTRY, _DAY = len(_PLAN.columns), len(_PLAN.columns) + 1  # behind the person's own values
_EMPTY = [*_PLAN.read(Person()), "", None]
_PLACES = {name: place for place, name in enumerate(_PLAN.columns)}
_OF_NAMES = [(_PLACES[name], name) for name in (*PARTS, *TITLES, BY_HAND)]
_GIVEN, _FAMILY, _ORDER = (_PLACES[name] for name in ("given", "family", "name_order"))
_BORN = [
    _PLACES[column]
    for field in _PLAN.shape.others
    if field.name == DATES["people"]["born"]
    for column in field.columns
]
# target → (place, what stands between several values), (place, word list)
_TEXTS = {
    target: (_PLACES[name], mark)
    for target, (name, mark) in TEXTS["people"].items()
    if target not in _OF_THE_NAME and name in _PLACES
}
_WORDS = {target: (_PLACES[name], path) for target, (name, path) in WORDS["people"].items()}
Filled = tuple[tuple[int, Any], ...]  # places of what a cell fills, each with its value


class UsualPeople:
    """Reads the usual rows of one list; `whole` makes the draft that any other row has."""

    def __init__(
        self, scheme: str, dates: Dates, language: str, whole: Callable[[RowValues], RowDraft]
    ) -> None:
        self._scheme = scheme
        self._dates = dates
        self._language = language
        self._whole = whole
        # Of each target but the name, what the texts fill that came before.
        self._known: dict[str, dict[str, Filled]] = {
            target: {} for target in (*_TEXTS, *_WORDS, "born", "country")
        }

    def read(self, row: RowValues) -> ReadyDraft | None:
        """Return the draft of a usual row, None for any other."""
        _, identity, targets, dropped = row
        names = targets.get("name")
        if not identity or names is None or len(names) > 1 or names[0].family or dropped:
            return None
        values = _EMPTY.copy()
        for target, found in targets.items():
            if target == "name":
                continue
            known = self._known.get(target)
            if known is None:
                return None
            filled = known.get(found[0].text) if len(found) == 1 else None
            if filled is None:
                filled = self._read(target, found)
                if filled is None:
                    return None
                if len(found) == 1 and len(known) < _MAX_KEPT:
                    known[found[0].text] = filled
            for place, value in filled:
                values[place] = value
        return self._draft(row, names[0].text, values)

    def _draft(self, row: RowValues, title: str, values: list[Any]) -> ReadyDraft | None:
        if len(title) > MAX_NAME_LETTERS or is_vacant(title):
            return None
        day, country = values.pop(), values.pop()
        pair = split_usual_pair(title, country or None)
        keys = None
        if pair is not None and title == f"{pair[0]} {pair[1]}":
            given, family = pair
            keys = keys_of_pair(given, family, country, self._language)
            parts = given, "", family
            values[_GIVEN], values[_FAMILY], values[_ORDER] = given, family, GIVEN_FIRST
        if keys is None:
            person = Person.of_values({"title": title, "country": country})
            complete_name(person)
            for place, name in _OF_NAMES:
                values[place] = getattr(person, name)
            title, keys = person.title, name_keys(person, self._language)
            parts = person.given, person.particles, person.family
        ready = ReadyPerson(title, country, parts, keys, day, values, (self._scheme, row.id))
        return ReadyDraft(ready, partial(self._whole, row))

    def _read(self, target: str, found: tuple[Value, ...]) -> Filled | None:
        """Return what a cell fills, None where there is anything to be told of it."""
        text = found[0].text
        if plain := _TEXTS.get(target):
            joined = plain[1].join(each.text for each in found)
            return ((plain[0], joined),) if joined.isprintable() else None
        if word := _WORDS.get(target):
            known = known_word(word[1], text)
            return ((word[0], known),) if known else None
        if target == "country":
            code = country_code(text)
            return ((_COUNTRY, code),) if code else None
        try:
            date = self._dates.parse(text)
        except Refused:
            return None
        return (*zip(_BORN, date_values(date), strict=True), (_DAY, date.first or date.last))
