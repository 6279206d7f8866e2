"""Whether NA in a column of countries is Namibia's code or says "not known"; guesses and maps ask.

The column's other values tell: among codes of two letters it is a code, among names it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from db.exchange.mapping.cells import is_placeholder
from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.targets import TARGETS
from db.vocabulary.countries import country_code

NAMIBIA = {"NA": "Namibia", "na": "Namibia"}  # how a map translates the cells
MAX_TOLD_VALUES = 5_000  # distinct cells that are looked at
_MARKS = re.compile(r"[;,/|+&-]")


def is_namibia(cells: Iterable[str]) -> bool | None:
    """Say whether NA is a country among these cells; None where they do not tell.

    >>> is_namibia(["PE"]), is_namibia(["Peru", "Chile"]), is_namibia([]), is_namibia(["PE", "Cuba"])
    (True, False, None, None)
    >>> is_namibia(["PE; CL", "ZA"]), is_namibia(["PER", "CHL"])
    (True, False)
    """  # noqa: E501
    codes = others = 0
    for text in cells:
        parts = [part.strip() for part in _MARKS.split(text)]
        for part in parts:
            if is_placeholder(part) or not part:
                continue
            is_code = len(part) == 2 and part.isalpha() and country_code(part) is not None
            codes, others = codes + is_code, others + (not is_code)
    if codes and others:
        return None
    return codes > 0 if codes or others else None


def unsure_of_namibia(heading: str) -> str:
    """Return what is told of a column that does not show what NA says."""
    return (
        f"NA in “{heading}” was read as “not known”; if it is Namibia there, say so in the map:"
        ' values = { NA = "Namibia" }.'
    )


class CountryCells:
    """The distinct cells of the columns that a map reads countries from, seen in passing."""

    def __init__(self, headings: Iterable[str], headers: list[str]) -> None:
        self._places = [(each, headers.index(each)) for each in headings if each in headers]
        self._cells: dict[str, set[str]] = {name: set() for name, _ in self._places}

    def take(self, cells: tuple[str, ...]) -> None:
        """Look at one row."""
        for name, place in self._places:
            known = self._cells[name]
            text = cells[place]
            if len(known) < MAX_TOLD_VALUES or text in NAMIBIA:
                known.add(text)

    def decide(self) -> dict[str, bool | None]:
        """Return the columns in which NA stands, and whether it is Namibia there."""
        return {
            name: is_namibia(known)
            for name, known in self._cells.items()
            if any(part.strip() in NAMIBIA for text in known for part in _MARKS.split(text))
        }


def read_namibia(mapping: Mapping, countries: CountryCells) -> Mapping:
    """Return a map that reads NA as the cells of its columns show; where they do not, it is
    remarked.
    """
    decided = countries.decide()
    if not decided:
        return mapping
    fields, remarks = dict(mapping.fields), list(mapping.remarks)
    for target, maps in mapping.fields.items():
        if TARGETS[mapping.kind][target].shape == "country":
            fields[target] = [
                replace(each, values={**NAMIBIA, **each.values})
                if decided.get(each.column or "")
                else each
                for each in maps
            ]
            remarks += [
                unsure_of_namibia(each.column or "")
                for each in maps
                if decided.get(each.column or "", True) is None and "NA" not in each.values
            ]
    return replace(mapping, fields=fields, remarks=tuple(dict.fromkeys(remarks)))
