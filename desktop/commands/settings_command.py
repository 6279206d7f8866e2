"""The command `settings`: the preferences of this computer and of a desk, listed or set."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from db import PRACTICE, TOPIC_RHYTHM, Store
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, WrongUsage
from desktop.commands.console.text_table import align_rows
from desktop.preferences.preference_table import BY_NAME, PREFERENCES, Preference, find_preference
from desktop.preferences.preference_values import (
    parse_preference,
    read_preference,
    write_preference,
)
from desktop.settings import Settings


def settings(arguments: argparse.Namespace) -> Result:
    """Return the preferences with their values, or one of them, which a value sets first.

    A first word that is the name of none is the desk; without it only this computer's are told.
    """
    desk, words = _desk_and_words(arguments.words)
    wanted = _preference(words[0]) if words else None
    if wanted is not None and wanted.scope == "desk" and not desk:
        raise WrongUsage(f"“{wanted.name}” is a preference of a desk; name the desk before it.")
    stored = Settings()
    is_written = wanted is not None and wanted.scope == "desk" and len(words) == 2
    with _desk_at(arguments, desk, writes=is_written) as store:
        if wanted is None:
            return _list(stored, store)
        if len(words) == 2:
            write_preference(wanted, parse_preference(wanted, words[1]), stored, store)
        values = _as_json(wanted, read_preference(wanted, stored, store))
    return Result(values, [f"{wanted.name}: {values['value']}"])


def _desk_and_words(arguments: Sequence[str]) -> tuple[str, list[str]]:
    desk, words = "", list(arguments)
    if words and find_preference(words[0]) is None:
        desk = words.pop(0)
    if len(words) > 2:
        raise WrongUsage("a preference takes one value; put quotation marks around several words.")
    return desk, words


def _preference(name: str) -> Preference:
    found = find_preference(name)
    if found is None:
        raise WrongUsage(
            f"“{name}” is no preference; there are {', '.join(BY_NAME)}, precedence.COUNTRY and"
            " rhythm.TOPIC."
        )
    return found


@contextmanager
def _desk_at(arguments: argparse.Namespace, desk: str, *, writes: bool) -> Iterator[Store | None]:
    if not desk:
        yield None
        return
    arguments.desk = desk
    with open_store(arguments, writes=writes) as store:
        yield store


def _list(stored: Settings, store: Store | None) -> Result:
    preferences = [each for each in PREFERENCES if store is not None or each.scope == "computer"]
    preferences += _practices(store)
    values = [_as_json(each, read_preference(each, stored, store)) for each in preferences]
    rows = [[each["name"], str(each["value"]), f"this {each['scope']}"] for each in values]
    return Result({"settings": values}, align_rows(rows))


def _practices(store: Store | None) -> list[Preference]:
    """Return the practices of precedence and the rhythms of topics that a desk keeps."""
    if store is None:
        return []
    prefixes = (PRACTICE, TOPIC_RHYTHM)
    names = [name for prefix in prefixes for name in sorted(store.reader.settings(prefix))]
    return list(filter(None, map(find_preference, names)))


def _as_json(each: Preference, value: Any) -> dict[str, Any]:
    """Return a preference as JSON; `choices` are null where any text or number may stand."""
    return {
        "name": each.name,
        "value": value,
        "default": each.key.default,
        "scope": each.scope,
        "choices": list(each.key.choices) or None,
    }
