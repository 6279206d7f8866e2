"""A column as the source of a target: what parts its values, and what they mean.

`guess` and the edits of a map ask.
"""

from __future__ import annotations

from db.exchange.mapping.cells import SENTENCE_MARK, split_cell
from db.exchange.mapping.column_mapping import FieldMap
from db.exchange.mapping.guess.headings import fold
from db.exchange.mapping.guess.shapes import FileColumn, is_country
from db.exchange.mapping.guess.value_words import is_body, is_person
from db.exchange.mapping.namibia import NAMIBIA, is_namibia, unsure_of_namibia
from db.exchange.mapping.targets import Target

_MARKS = ("|", ";", " / ", "\n")
_SIDES = {"b": "bilateral", "bi": "bilateral", "bilateral": "bilateral", "m": "multilateral",
          "mu": "multilateral", "multi": "multilateral", "multilateral": "multilateral",
          "p": "plurilateral", "plurilateral": "plurilateral"}  # fmt: skip


_COMMAS = (",", "،", "、")
_MIN_PEOPLE_SHARE = 0.9  # of the parts between commas that are whole names: “Ruiz, Ana” has none
_MIN_CITIES_SHARE = 0.5
_MIN_CODES = 2
_MIN_KNOWN_SHARE = 0.9  # of codes, where the column is of countries
_PROVINCES = frozenset(("state", "st", "province", "estado", "uf", "state code"))
_AMERICAN = frozenset(
    ("AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL",
     "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE",
     "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "PR", "RI", "SC",
     "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY")
)  # fmt: skip
_COUNTRIES = ("country", "countries", "parties", "party")


def country_fit(column: FileColumn, target: Target) -> float:
    """Say how well values suit a country: names, codes, or several in one cell."""
    if _holds_other_codes(column):
        return 0
    if column.share("country") >= 0.4 or column.share("codes") >= 0.4:
        return 1.1
    if target.many and (_between_countries(column) or _are_cities(column)):
        return 1.0
    is_named = column.share("name") >= 0.5 and column.length() < 200 and len(column.values) > 1
    return 0.7 if target.many and is_named else 0


def _holds_other_codes(column: FileColumn) -> bool:
    """Say whether codes of two letters are of something else, as provinces: many are of no country,
    or the column is called after one of them (`state`: IN, ME) and each is a state of the Union.

    >>> _holds_other_codes(FileColumn("state", values=dict.fromkeys(["OH", "IN", "ME"])))
    True
    >>> _holds_other_codes(FileColumn("country", values=dict.fromkeys(["DE", "IN", "ME"])))
    False
    """
    codes = [value for value in column.values if len(value) == 2 and value.isalpha()]
    if len(codes) < max(_MIN_CODES, 0.8 * len(column.values)):
        return False
    known = sum(map(is_country, codes))
    if known < _MIN_KNOWN_SHARE * len(codes):
        return True
    return fold(column.heading) in _PROVINCES and set(map(str.upper, codes)) <= _AMERICAN


def mark_of(column: FileColumn, *, commas: bool = True) -> str | None:
    """Return what parts several values in a cell, None when each holds one."""
    if column.share("codes") >= 0.4:
        return "-"
    values = list(column.values)
    for mark in _MARKS:
        if sum(mark in value for value in values) * 50 >= max(len(values), 1):
            return mark
    for mark in _COMMAS if commas else ():
        lists = [value for value in values if mark in value]
        if lists and len(lists) * 50 >= len(values):
            parts = [part for value in lists for part in value.split(mark)]
            if sum(map(len, parts)) / len(parts) < 22:
                return mark
    return None


def _is_name(text: str) -> bool:
    return is_person(text) or is_country(text.strip()) or is_body(text)


def _between_names(column: FileColumn) -> str | None:
    """Return what parts whole names in a cell, of people, and of states and bodies: a comma, or
    commas and a word for “and” as in a sentence.
    """
    values = [value for value in list(column.values)[:100] if not is_country(value)]
    for mark in (*_COMMAS, SENTENCE_MARK):
        lists = [parts for value in values if len(parts := split_cell(value, mark)) > 1]
        parts = [part for some in lists for part in some]
        is_told = mark != SENTENCE_MARK or not any(map(is_body, values))
        if parts and is_told and sum(map(_is_name, parts)) >= _MIN_PEOPLE_SHARE * len(parts):
            return SENTENCE_MARK if any(map(_has_and, parts)) else mark
    return None


def _has_and(text: str) -> bool:
    return not is_country(text) and len(split_cell(text, SENTENCE_MARK)) > 1


def field_map(target: Target, column: FileColumn) -> FieldMap:
    """Return a column as the source of a target, with its split and translations."""
    if column.template:
        return FieldMap(template=column.template)
    source = FieldMap(column=column.heading)
    if target.many and target.shape in ("word", "country", "name"):
        source.split = mark_of(column, commas=target.shape == "word")
        if target.shape == "name" and source.split is None:
            source.split = _between_names(column)
        if target.shape == "country" and source.split != "-":
            source.split = _between_countries(column)
    if target.refers:
        source.by, source.create = "name", True
    if target.name == "laterality":
        source.values = {v: _SIDES[v.casefold()] for v in column.values if v.casefold() in _SIDES}
    if target.shape == "country" and is_namibia(column.values):
        source.values = dict(NAMIBIA)
    return source


def _between_countries(column: FileColumn) -> str | None:
    """Return what parts countries in a cell; no comma as in “Korea, Republic of”."""
    if mark_of(column, commas=False) in _MARKS:
        return mark_of(column, commas=False)
    if _are_cities(column):
        return None
    for mark in (*_COMMAS, "-"):
        lists = [value for value in list(column.values)[:100] if mark in value]
        whole = [value for value in lists if not is_country(value)]
        parts = [part for value in whole for part in value.split(mark)]
        if parts and sum(map(is_country, parts)) >= 0.5 * len(parts):
            return mark
    return _between_names(column)


def _are_cities(column: FileColumn) -> bool:
    """Say whether the values are cities with their countries: “Tokyo, Japan”."""
    values = list(column.values)[:100]
    return sum(map(_is_city, values)) >= _MIN_CITIES_SHARE * len(values)


def _is_city(text: str) -> bool:
    city, _, state = text.rpartition(",")
    return is_country(state.strip()) and not any(is_country(each) for each in city.split(","))


def remarks_on_namibia(
    found: dict[str, list[FileColumn]], columns: list[FileColumn]
) -> tuple[str, ...]:
    """Tell of NA in a column of countries where it may say something else than it is read as."""
    countries = [each for name in _COUNTRIES for each in found.get(name, ())]
    elsewhere = any(each.has_na for each in columns if each not in countries)
    remarks = []
    for column in (each for each in countries if each.has_na):
        reading = is_namibia(column.values)
        if reading is None:
            remarks.append(unsure_of_namibia(column.heading))
        elif reading and elsewhere:
            remarks.append(
                f"NA in “{column.heading}” was read as Namibia, whose code it is; in other columns"
                " NA says “not known”. Check that it is so."
            )
    return tuple(remarks)
