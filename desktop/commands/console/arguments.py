"""The arguments of a command, read by its row of `command_table`; what options say of the view."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from typing import Any, NoReturn

from db import HistoricalDate, Lens, Refused, marking_level
from desktop.commands.console.command_table import COMMANDS, Option, option
from desktop.commands.console.output import USAGE, Result

UNKNOWN = "unrecognized arguments"  # as argparse says it


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, with exit status 2."""

    def error(self, message: str) -> NoReturn:
        says = f"{message[:1].upper()}{message[1:]}".removesuffix(".")
        hint = " Write -- before a text that begins with a dash." if UNKNOWN in message else ""
        self.exit(USAGE, f"{self.prog}: {says}. Try “{self.prog} --help”.{hint}\n")


SHARED = (
    option("--json", action="store_true", help="one JSON document"),
    option("--as-of", metavar="DATE", help="the day to show the desk as of"),
    option("--ceiling", metavar="MARKING", help="the highest marking shown"),
    option("--read-only", action="store_true", help="open without a lock"),
    option("--passphrase-file", metavar="FILE", help="where the passphrase is"),
    option("--key-file", metavar="FILE", help="what opens the desk beside the passphrase"),
)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the arguments of a command, options and words in any order; ends the program as
    argparse.
    """
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        return overview().parse_args(arguments)
    options = (*COMMANDS[name].options, *SHARED)
    each = _Parser(
        prog=f"aide-memoire {name}", description=f"{COMMANDS[name].says}.", allow_abbrev=False
    )
    for flags, more in options:
        each.add_argument(*flags, **more)
    parsed = each.parse_args(options_first(arguments[1:], options_with_value(options)))
    parsed.command = name
    return parsed


def overview() -> _Parser:
    """Return what is said of all commands, and to a word that is none."""
    parser = _Parser(prog="aide-memoire", description="An offline desk reference.")
    parser.add_argument("--version", action="version", version="Aide-Mémoire 0.1.0")
    # `main` takes it out before a command sees it; it stands here to be told of.
    parser.add_argument("--verbose", action="store_true", help="write more into the log")
    names = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        names.add_parser(name, help=command.says)
    return parser


def options_with_value(options: Sequence[Option]) -> frozenset[str]:
    """Return the options that take a value."""
    return frozenset(
        flag
        for flags, more in options
        for flag in flags
        if flag.startswith("-") and "action" not in more
    )


def options_first(arguments: Sequence[str], takes: Collection[str]) -> list[str]:
    """Return the same arguments with the options in front, each tied to its value, and the words
    after.

    Without this argparse takes the words before the first option for all that there are.

    >>> options_first(["my.desk", "--limit", "3", "rubio", "--json"], {"--limit"})
    ['--limit=3', '--json', '--', 'my.desk', 'rubio']
    >>> options_first(["-45", "-", "--", "-x"], ())
    ['--', '-45', '-', '-x']
    """
    options: list[str] = []
    words: list[str] = []
    waiting = iter(arguments)
    for item in waiting:
        if item == "--":
            words += waiting
        elif item in takes and (value := next(waiting, None)) is not None:
            options.append(f"{item}={value}")
        elif item.startswith("-") and len(item) > 1 and not item[1].isdecimal():
            options.append(item)
        else:
            words.append(item)
    return [*options, "--", *words] if words else options


def day_of_option(text: str | None) -> str:
    """Return the day that an option names, the last possible of a vague date; '' for none.

    >>> day_of_option("2025-06"), day_of_option(None)
    ('2025-06-30', '')
    """
    if not text:
        return ""
    date = HistoricalDate.parse(text)
    day = date.last or date.first
    if day is None:
        raise Refused(f"“{text}” is not a day; write one, as in 2025-09-15.")
    return day


def lens_of(arguments: argparse.Namespace) -> Lens:
    """Return the lens the options ask for: the last possible day of a vague date, all markings if
    none.
    """
    lens_fields: dict[str, Any] = {}
    if day := day_of_option(arguments.as_of):
        lens_fields["as_of"] = day
    if arguments.ceiling:
        try:
            lens_fields["ceiling"] = marking_level(arguments.ceiling)
        except ValueError as error:
            raise Refused(str(error)) from error
    return Lens(**lens_fields)


def function_of(name: str) -> Callable[[argparse.Namespace], Result]:
    """Return the function that answers a command; its module is imported only now."""
    module, _, function = COMMANDS[name].where.partition(":")
    found: Callable[[argparse.Namespace], Result] = getattr(
        import_module(f"desktop.commands.{module}"), function
    )
    return found
