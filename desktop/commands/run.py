"""Running one command: arguments in, exit status out; refusals in a sentence, bugs in a report."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from db import DeskError, Invalid, logger_for
from desktop.bug_report import write_report
from desktop.commands.console.arguments import function_of, parse
from desktop.commands.console.garbage_collection import garbage_collected_seldom
from desktop.commands.console.output import (
    BUG,
    DONE,
    FLAGGED,
    REFUSED,
    USAGE,
    WrongUsage,
    say,
    show,
)

_log = logger_for("command")
PATHS = frozenset(
    {
        "desk",
        "files",
        "file",
        "folder",
        "map",
        "out",
        "batch",
        "passphrase_file",
        "other",
        "decisions",
        "other_passphrase_file",
        "courier_passphrase_file",
        "key_file",
        "new_key_file",
        "other_key_file",
    }
)


@garbage_collected_seldom()
def run(arguments: Sequence[str]) -> int:
    """Answer a command; the exit statuses are those of the contract."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        parsed = parse(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        command = readable(parsed)
        status = show(function_of(parsed.command)(command), as_json=parsed.json)
        return FLAGGED if status == DONE and "met_damage" in command else status
    except WrongUsage as slip:
        say(f"aide-memoire {parsed.command}: {slip}")
        return USAGE
    except Invalid as refusal:
        for path, says in refusal.problems.items():
            say(f"{path}: {says}")
        return REFUSED
    except DeskError as refusal:
        say(str(refusal))
        return REFUSED
    except BrokenPipeError:
        # The reader of the pipe has gone. What is left to print goes nowhere, without complaint.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        say("Stopped; nothing was changed.")
        return REFUSED
    except Exception as error:
        _log.error("a bug: %s", error)
        say(f"This is a bug in Aide-Mémoire; the report is in {write_report(error) or os.devnull}.")
        return BUG


def readable(parsed: argparse.Namespace) -> argparse.Namespace:
    """Return the arguments with letters that are no text replaced; file names stay as they are."""

    def clean(value: object) -> object:
        if isinstance(value, str):
            return value.encode("utf-8", "replace").decode()
        if isinstance(value, list):
            return [clean(item) for item in value]
        return value

    return argparse.Namespace(
        **{name: v if name in PATHS else clean(v) for name, v in vars(parsed).items()}
    )
