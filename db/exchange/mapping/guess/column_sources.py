"""A column as the source of a target: what parts its values, and what they mean.

`guess` and the edits of a map ask.
"""

from __future__ import annotations

from db.exchange.mapping.column_mapping import FieldMap
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
_COUNTRIES = ("country", "countries", "parties", "party")


def country_fit(column: FileColumn, target: Target) -> float:
    """Say how well values suit a country: names, codes, or several in one cell."""
    if column.share("country") >= 0.4 or column.share("codes") >= 0.4:
        return 1.1
    if target.many and _between_countries(column):
        return 1.0
    is_named = column.share("name") >= 0.5 and column.length() < 200 and len(column.values) > 1
    return 0.7 if target.many and is_named else 0


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
    """Return the comma that parts whole names in a cell: of people, and of states and bodies."""
    for mark in _COMMAS:
        lists = [value for value in list(column.values)[:100] if mark in value]
        whole = [value for value in lists if not is_country(value)]
        parts = [part for value in whole for part in value.split(mark)]
        if parts and sum(map(_is_name, parts)) >= _MIN_PEOPLE_SHARE * len(parts):
            return mark
    return None


def field_map(target: Target, column: FileColumn) -> FieldMap:
    """Return a column as the source of a target, with its split and translations."""
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
    for mark in (*_COMMAS, "-"):
        lists = [value for value in list(column.values)[:100] if mark in value]
        whole = [value for value in lists if not is_country(value)]
        parts = [part for value in whole for part in value.split(mark)]
        if parts and sum(map(is_country, parts)) >= 0.5 * len(parts):
            return mark
    return _between_names(column)


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
