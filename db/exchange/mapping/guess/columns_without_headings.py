"""Columns of a table without headings: their values alone say what they hold.

`mapping_guess` asks. Only what values show beyond doubt is taken, and the import says so.
"""

from __future__ import annotations

import re

from db.exchange.mapping.guess.shapes import FileColumn

Found = dict[str, list[FileColumn]]

_NUMBERED = re.compile(r"column \d+")
_MIN_SHARE = 0.8  # of the values
_MIN_TITLES_SHARE = 0.6  # of titles: some say nothing of their kind
#: what names the things of a kind, how its values look, and the looks of what else is taken
_KINDS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("agreements", "title", "agreement", (("parties", "country"),)),
    ("people", "name", "person", (
        ("office", "office"), ("organization", "body"), ("email", "email"), ("phone", "phone"),
    )),
    ("organizations", "name", "body", (
        ("country", "country"), ("email", "email"), ("phone", "phone"), ("website", "url"),
    )),
)  # fmt: skip

SAYS = (
    "The table has no headings; what its columns hold was read from their values alone. Check it."
)


def have_no_headings(columns: list[FileColumn]) -> bool:
    """Say whether all columns are only numbered.

    >>> have_no_headings([FileColumn("column 1")]), have_no_headings([FileColumn("Name")])
    (True, False)
    """
    return all(_NUMBERED.fullmatch(column.heading) for column in columns)


def find_by_values(columns: list[FileColumn]) -> dict[str, Found]:
    """Return by kind the columns that its targets are; at most one kind, of which no other column
    could be the title.

    >>> names = FileColumn("column 1", 2, values=dict.fromkeys(["Ana Ruiz", "Luis Paz"]))
    >>> list(find_by_values([names])), list(find_by_values([names, names]))
    (['people'], [])
    """
    for kind, first, look, others in _KINDS:
        least = _MIN_TITLES_SHARE if look == "agreement" else _MIN_SHARE
        able = [each for each in columns if each.filled and each.share(look) >= least]
        if len(able) > 1:
            return {}
        if able:
            found = {first: able}
            for target, seen in others:
                fit = [each for each in columns if each.filled and each.share(seen) >= _MIN_SHARE]
                if len(fit) == 1 and fit[0] is not able[0]:
                    found[target] = fit
            return {kind: found}
    return {}
