"""Reads and writes the values of preferences, and puts what a desk has chosen into effect.

A value is text wherever it is typed or kept in a desk, and of the type of its key elsewhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from platformdirs import user_data_path

from db import (
    PRACTICE,
    CopyPlan,
    Refused,
    choose_date_order,
    choose_date_style,
    practice_words,
)
from desktop.preferences.preference_table import (
    DATE_ORDER,
    DATE_STYLE,
    MAX_TEXT_LETTERS,
    Preference,
)
from desktop.settings import (
    AUTHOR,
    COPIES_DAYS,
    COPIES_FOLDER,
    COPIES_NUMBER,
    Key,
    Settings,
    fits,
)


class DeskSettings(Protocol):
    """An open desk, as far as it keeps settings of its own."""

    def setting(self, key: str) -> str:
        """Return the text that is kept under a key; '' for none."""

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a text under a key."""

    def set_author(self, name: str) -> None:
        """Write in somebody's name from now on."""


def read_preference(chosen: Preference, settings: Settings, desk: DeskSettings | None) -> Any:
    """Return the value that holds; of a desk that keeps none, or nonsense, the default."""
    if chosen.scope == "computer":
        return settings.get(chosen.key)
    return _desk_value(chosen.key, desk) if desk is not None else chosen.key.default


def write_preference(
    chosen: Preference, value: Any, settings: Settings, desk: DeskSettings | None
) -> None:
    """Keep a value where it belongs; raises Refused and `Unavailable`, as a desk does."""
    if chosen.scope == "computer":
        settings.put(chosen.key, value)
    elif desk is None:
        raise Refused(f"“{chosen.name}” is a setting of a desk; name the desk.")
    else:
        desk.keep_setting(chosen.key.name, str(value))


def parse_preference(chosen: Preference, text: str) -> Any:
    """Return the value that a text means; raises Refused with what it may be.

    >>> from desktop.preferences.preference_table import BY_NAME
    >>> parse_preference(BY_NAME["lock-after"], "15"), parse_preference(BY_NAME["paper"], "a4")
    (15, 'a4')
    """
    value = _as_type(chosen.key, text)
    if chosen.name.startswith(PRACTICE):
        return practice_words(text)
    if isinstance(value, str) and len(value) > MAX_TEXT_LETTERS:
        raise Refused(f"{chosen.name}: it may have {MAX_TEXT_LETTERS} letters at most.")
    if value is None or not fits(chosen.key, value):
        raise Refused(f"{chosen.name}: “{text}” cannot be chosen; write {_limits(chosen.key)}.")
    return value


def _limits(key: Key[Any]) -> str:
    if key.choices:
        return f"one of {', '.join(map(str, key.choices))}"
    return f"a whole number from {key.lowest} to {key.highest}"


def _as_type(key: Key[Any], text: str) -> Any:
    """Return a text as the type of a key; None where it is none of that."""
    plain = " ".join(text.split())
    if not isinstance(key.default, int):
        return plain
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 9 else None


def _desk_value(key: Key[Any], desk: DeskSettings) -> Any:
    value = _as_type(key, desk.setting(key.name))
    return value if value is not None and fits(key, value) else key.default


def copy_plan(settings: Settings) -> CopyPlan:
    """Return where copies are kept, how many and how often."""
    chosen = settings.get(COPIES_FOLDER)
    own = user_data_path("aide-memoire", appauthor=False) / "copies"
    folder = Path(chosen).expanduser().absolute() if chosen else own
    return CopyPlan(folder, settings.get(COPIES_NUMBER), settings.get(COPIES_DAYS))


def adopt_desk(desk: DeskSettings, settings: Settings) -> None:
    """Have an opened desk written to in the officer's name, and dates read and written its way."""
    desk.set_author(settings.get(AUTHOR))
    choose_date_style(_desk_value(DATE_STYLE, desk))
    choose_date_order(_desk_value(DATE_ORDER, desk))
