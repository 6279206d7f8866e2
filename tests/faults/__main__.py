"""Disturb each command again and again, and print the counts: `python -m tests.faults ROUNDS`.

Half of the rounds kill the process (`kill -9`) at a random moment, half let no file grow beyond a
random length, as a full disk does. `--kind write-errors` lets each call that writes fail (every
ROUNDS-th of them), `--kind power` takes the power away at ROUNDS random moments, and
`--kind two-programs` has two save at once, with locks and on a share that keeps none.

Afterwards the desk must be the old one or the new one and pass `verify`; a new file is whole or not
there; and who could not write has said so in a sentence.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from tests.faults import disk
from tests.faults.power_loss import run_power_losses
from tests.faults.rounds import Outcomes, run_rounds
from tests.faults.two_programs import run_two_programs
from tests.faults.write_errors import run_write_errors

RANDOM = "random"
KINDS: dict[str, Callable[[int, int, str], Outcomes]] = {
    RANDOM: run_rounds,
    "write-errors": run_write_errors,
    "power": run_power_losses,
    "two-programs": run_two_programs,
}


def main() -> int:
    """Run them; returns whether anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("rounds", type=int, help="of each command")
    parser.add_argument("--kind", choices=KINDS, default=RANDOM)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--only", default="", help="one command alone")
    asked = parser.parse_args()
    if asked.kind != RANDOM and not disk.is_loaded():
        if disk.is_possible():
            return disk.start("tests.faults", *sys.argv[1:])
        print(f"{asked.kind}: not run, for this needs Linux and a C compiler.")
        return 0
    outcomes = KINDS[asked.kind](asked.rounds, asked.first, asked.only)
    for line in outcomes.lines():
        print(line)
    return bool(outcomes.wrong)


if __name__ == "__main__":
    sys.exit(main())
