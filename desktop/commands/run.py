"""Running one command: arguments in, exit status out; refusals in a sentence, bugs in a report."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from db import DeskError
from desktop.commands.arguments import COMMANDS, function_of, parser
from desktop.commands.output import BUG, DONE, REFUSED, say, show


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for a command rather than for the window."""
    return bool(arguments) and (
        arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")
    )


def run(arguments: Sequence[str]) -> int:
    """Answer a command; the exit statuses are those of the contract."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        given = parser().parse_args(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        return show(function_of(given.command)(given), as_json=given.json)
    except DeskError as refusal:
        say(str(refusal))
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of the pipe has gone; there is nobody to tell
        return DONE
    except KeyboardInterrupt:
        say("Stopped; nothing was changed.")
        return REFUSED
    except Exception:
        say(f"This is a bug in Aide-Mémoire; the report is in {write_report()}.")
        return BUG


def write_report() -> Path:
    """The traceback of the bug at hand, in a file."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    folder = Path(tempfile.gettempdir())
    path = folder / f"aide-memoire-{stamp}.log"
    path.write_text(traceback.format_exc(), encoding="utf-8")
    return path
