"""`python -m tests.bench`: each figure beside its floor, measured in one run on a made desk.

`make bench` asks it with `--json`. `--only` names one figure, `--size` the records of the desk.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from db import DeskError, Refused
from desktop.commands.console.garbage_collection import garbage_collected_seldom
from desktop.commands.console.output import REFUSED, Result, say, show
from tests.bench import (
    as_of,
    copying,
    erasing,
    exporting,
    importing,
    intake,
    lawful,
    locking,
    merging,
    paper,
    searching,
    stored,
    timeline_figures,
    verifying,
    window_figures,
)
from tests.bench.figure import Figure
from tests.bench.ground import Ground, ground
from tests.bench.parts import PARTS

MIN_RECORDS = 1_000  # on fewer nothing can be told
FIGURES: dict[str, Callable[[Ground], Figure]] = {
    "start": window_figures.start,
    "jump": window_figures.jump,
    "list.sort": stored.sort_list,
    "list.columns": window_figures.columns,
    "asof": as_of.people,
    "asof.board": as_of.board,
    "save": stored.save,
    "import": importing.people,
    "import.agreements": importing.agreements,
    "import.preview": importing.preview,
    "merge": merging.merge,
    "courier": merging.courier,
    "backup": copying.backup,
    "verify": verifying.verify,
    "clock": lawful.clocks,
    "clock.one": lawful.clock,
    "check": lawful.check,
    "erase": erasing.erase,
    "lock": locking.lock,
    "unlock": locking.unlock,
    "memory": window_figures.memory,
    "search.keystroke": searching.keystroke,
    "search.fuzzy": searching.fuzzy,
    "export": exporting.bundle,
    "export.workbook": exporting.workbook,
    "print.sheet": paper.sheet,
    "print.chronology": paper.chronology,
    "print.dossier": paper.dossier,
    "search.paint": window_figures.paint,
    "timeline.open": timeline_figures.open_band,
    "timeline.frame": timeline_figures.frames,
    "intake.read": intake.read_article,
    "intake.read.long": intake.read_long,
    "intake.match": intake.match,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and return the exit status: 0, 2 for wrong usage, 3 when refused."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="records of the made desk")
    parser.add_argument("--only", metavar="NAME", help="one figure alone")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    given = parser.parse_args(arguments)
    try:
        return show(measure(given.size, given.only), as_json=given.json)
    except DeskError as refusal:
        say(str(refusal))
        return REFUSED


def measure(size: int, only: str | None) -> Result:
    """Everything, or the one figure that is named, on a desk of `size` records."""
    names = _names(only)
    if size < MIN_RECORDS:
        least = f"{MIN_RECORDS:,}"
        raise Refused(f"A desk to measure on needs {least} records; give --size {MIN_RECORDS}.")
    found: dict[str, Figure] = {}
    with ground(size) as place, garbage_collected_seldom():
        for name in names:
            say(f"{name} …")
            found[name] = {**FIGURES, **PARTS}[name](place)
    return Result({name: figure.as_json() for name, figure in found.items()}, table_of(found))


def _names(only: str | None) -> list[str]:
    if only is None:
        return list(FIGURES)
    if only not in FIGURES and only not in PARTS:
        known = ", ".join([*FIGURES, *PARTS])
        raise Refused(f"There is no figure “{only}”; the figures are {known}.")
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


if __name__ == "__main__":
    sys.exit(main())
