"""Arguments become a window, or one headless command."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    from desktop.commands.run import is_command, run

    if is_command(given):
        return run(given)
    from desktop.app import open_window

    return open_window(given)


if __name__ == "__main__":
    sys.exit(main())
