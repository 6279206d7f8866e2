"""The command `bench`: each figure beside its floor, measured in one run on a made desk."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping

from db import Refused
from desktop.commands.console.output import Result, say
from tests.bench import paper, searching, stored, window_figures
from tests.bench.figure import Figure
from tests.bench.ground import Ground, ground

LEAST = 1_000  # records; on fewer nothing can be told
FIGURES: dict[str, Callable[[Ground], Figure]] = {
    "start": window_figures.start,
    "jump": window_figures.jump,
    "save": stored.save,
    "import": stored.import_rows,
    "memory": window_figures.memory,
    "search.keystroke": searching.keystroke,
    "search.fuzzy": searching.fuzzy,
    "print.sheet": paper.sheet,
    "print.chronology": paper.chronology,
    "print.dossier": paper.dossier,
    "search.paint": window_figures.paint,
}


def bench(arguments: argparse.Namespace) -> Result:
    """Measure everything, or the one figure that is named."""
    names = _names(arguments.only)
    if arguments.size < LEAST:
        raise Refused(f"A desk to measure on needs {LEAST:,} records; give --size {LEAST} or more.")
    found: dict[str, Figure] = {}
    with ground(arguments.size) as place:
        for name in names:
            say(f"{name} …")
            found[name] = FIGURES[name](place)
    return Result({name: figure.as_json() for name, figure in found.items()}, table_of(found))


def _names(only: str | None) -> list[str]:
    if only is None:
        return list(FIGURES)
    if only not in FIGURES:
        raise Refused(f"There is no figure “{only}”; the figures are {', '.join(FIGURES)}.")
    return [only]


def table_of(found: Mapping[str, Figure]) -> list[str]:
    """The figures as lines for people, with the load of the machine that they were taken under."""
    lines = [f"{'figure':<18}{'ours':>10}{'floor':>10}{'ratio':>8}{'p95':>9}{'p99':>9}{'n':>7}"]
    for name, each in found.items():
        tail = "".join(f"{'–' if v is None else f'{v:.3g}':>9}" for v in (each.p95, each.p99))
        lines.append(
            f"{name:<18}{each.ours:>7.4g} {each.unit:<2}{each.floor:>7.4g} {each.unit:<2}"
            f"{each.ratio:>8.3g}{tail}{each.n:>7}"
        )
    if hasattr(os, "getloadavg"):
        lines.append(f"load of the machine at the end: {os.getloadavg()[0]:.1f}")
    return lines
