"""One list of an officer and what a careful clerk makes of it; the files of lists ask.

A table is its lines; `|` parts its cells. A record is its title and what must stand of it:
`test_lists_of_officers` tells which words. `refused` is a part of the question that is asked
instead, `told` are parts of what must be flagged.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class ListCase(NamedTuple):
    name: str
    kind: str
    table: str
    records: Mapping[str, str] = MappingProxyType({})
    file: str = "list"
    named: str = ""  # the kind that the officer names
    refused: str = ""
    told: tuple[str, ...] = ()
    rejected: int = 0
    left_out: str = ""


PEOPLE, BODIES, TREATIES, EVENTS, TENURES = (
    "people",
    "organizations",
    "agreements",
    "events",
    "tenures",
)
