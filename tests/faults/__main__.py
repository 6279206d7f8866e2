"""Disturb each command again and again, and print the counts: `python -m tests.faults ROUNDS`.

Half of the rounds kill the process (`kill -9`) at a random moment, half let no file grow beyond a
random length, as a full disk does. Afterwards the desk must be the old one or the new one and pass
`verify`; a new file is whole or not there; and who could not write has said so in a sentence.
"""

from __future__ import annotations

import argparse
import sys

from tests.faults.rounds import run_rounds


def main() -> None:
    """Run them; the exit status says whether anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("rounds", type=int, help="of each command")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--only", default="", help="one command alone")
    asked = parser.parse_args()
    outcomes = run_rounds(asked.rounds, asked.first, asked.only)
    for line in outcomes.lines():
        print(line)
    sys.exit(bool(outcomes.wrong))


if __name__ == "__main__":
    main()
