"""Arguments become a window, or one headless command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
REFUSED = 3
VERBOSE = "--verbose"  # writes more into the log; AIDE_MEMOIRE_LOG says how much


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    given_arguments = list(sys.argv[1:] if arguments is None else arguments)
    is_verbose = VERBOSE in given_arguments
    given_arguments = [each for each in given_arguments if each != VERBOSE]
    from desktop.commands import is_command
    from desktop.log_file import open_log

    open_log("debug" if is_verbose else "")

    if is_command(given_arguments):
        from desktop.commands.run import run

        return run(given_arguments)
    if not has_screen():
        print(
            "There is no display here to open a window on; the commands work without one:"
            " see “aide-memoire --help”.",
            file=sys.stderr,
        )
        return REFUSED
    from desktop.background.import_hook import stop_reading_sources

    stop_reading_sources()
    from desktop.app import open_window

    return open_window(given_arguments)


def has_screen() -> bool:
    """Say whether Qt will find a screen; on Linux it would end the program with a core dump if
    not.
    """
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in SCREENS)


if __name__ == "__main__":
    sys.exit(main())
