"""The headless commands: everything a desk can do without a screen, scripted, timed and checked.

`main.py` asks `is_command` before it loads either a command or the window. No Qt is imported, save
by `tour`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def is_command(arguments: Sequence[str]) -> bool:
    """Say whether these arguments are for a command rather than for the window.

    The window takes nothing or one desk that is there; a word that is neither is a slip of the
    hand, and the parser says so.
    """
    if not arguments:
        return False
    first = arguments[0]
    if first.startswith("-") or not Path(first).exists():
        return True
    if Path(first).suffix:
        return False  # no command has a dot in its name, so its table need not be loaded
    from desktop.commands.console.command_table import COMMANDS

    return first in COMMANDS
