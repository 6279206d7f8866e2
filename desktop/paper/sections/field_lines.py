"""Lines that say of each stretch which field of the record it shows; the sections ask it.

Paper prints them as any other; the page opens the form at the field.
"""

from __future__ import annotations

from collections.abc import Iterable

from db import HistoricalDate
from desktop.paper.content.blocks import Line, Run, plain, runs, with_field
from desktop.paper.sections.print_phrases import term


def join_lines(lines: Iterable[Line], between: str = ", ") -> tuple[Run, ...]:
    """Return the lines that say something side by side.

    >>> plain(join_lines(["Lahore", "", Run("Pakistan", field="country")]))
    'Lahore, Pakistan'
    """
    joined: list[Run] = []
    for line in lines:
        if plain(line):
            joined += [Run(between)] if joined else []
            joined += runs(line)
    return tuple(joined)


def term_line(
    since: HistoricalDate | None, until: HistoricalDate | None, path: str, end_state: str = ""
) -> tuple[Line, Line]:
    """Return what `term` says of a part, whose path is given.

    >>> when, _ = term_line(HistoricalDate.parse("2019"), HistoricalDate.parse("2022"), "ranks[0]")
    >>> [(run.text, run.field) for run in when]
    [('2019', 'ranks[0].since'), (' – ', ''), ('2022', 'ranks[0].until')]
    """
    when, unknown = term(since, until, end_state)
    missing = with_field(unknown, f"{path}.end_state" if since else f"{path}.since")
    if since and until:
        begin = with_field(since.phrase(), f"{path}.since")
        end = with_field(until.phrase(), f"{path}.until")
        return (*begin, Run(" – "), *end), missing
    return with_field(when, f"{path}.until" if until else f"{path}.since"), missing
