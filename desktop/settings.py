"""What the program remembers of the officer's habits, one declared and typed key each.

The window, its tabs and the preferences ask it. Nothing of a desk's contents is kept here.
"""

from __future__ import annotations

import base64
import binascii
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QSettings

from db import OWNER_ONLY, create_file

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """One thing remembered: its name, what it is until it is set, and what it may be.

    `choices` limits the value; `lowest` and `highest` limit a number.
    """

    name: str
    default: T
    choices: tuple[T, ...] = ()
    lowest: int | None = None
    highest: int | None = None


GEOMETRY: Final = Key("window/geometry", b"")
LAST_TAB: Final = Key("window/tab", "people")
SPLITTER: Final = Key("splitter", b"")  # one for each tab
COLUMNS: Final[Key[list[str]]] = Key("columns", [])  # one for each tab; the shown ones, in order
SORTING: Final = Key("sorting", "")  # one for each tab; a column, with "-" before it downwards
THEME: Final = Key("look/theme", "system", choices=("system", "light", "dark"))
TEXT_SIZE: Final = Key("look/text-size", 100, lowest=75, highest=200)  # per cent
LAST_DESK: Final = Key("desk/last", "")
RECENT_DESKS: Final[Key[list[str]]] = Key("desk/recent", [])
RECENT_SEARCHES: Final[Key[list[str]]] = Key("desk/searches", [])  # one for each desk
CEILING: Final = Key("desk/ceiling", -1, lowest=-1, highest=99)  # -1: the highest there is
DAY_FIRST: Final = Key("dates/order", "ask", choices=("ask", "day", "month"))
LANES: Final = Key("timeline/lanes", "country")
PAPER: Final = Key("paper/size", "a4", choices=("a4", "us-letter"))
PREVIEW: Final = Key("preview/geometry", b"")
THUMBNAILS: Final = Key("preview/thumbnails", True)


class Settings:
    """Reads and writes the declared keys; a value that no longer fits its key is its default.

    Each value is one JSON text, since QSettings alone gives back strings for everything.
    """

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else _own_store()

    def get(self, key: Key[T], part: str = "") -> T:
        """Return what is remembered under a key; `part` tells the tabs or windows apart."""
        raw = self._store.value(_path(key, part))
        if not isinstance(raw, str):
            return key.default
        try:
            value = _unpack(json.loads(raw), key.default)
        except (ValueError, TypeError, binascii.Error):
            return key.default
        return value if _fits(key, value) else key.default

    def put(self, key: Key[T], value: T, part: str = "") -> None:
        """Remember a value; ValueError when it does not fit its key."""
        if not _fits(key, value):
            raise ValueError(f"{value!r} does not fit the setting {key.name}")
        self._store.setValue(_path(key, part), json.dumps(_pack(value)))

    def forget(self, key: Key[Any], part: str = "") -> None:
        """Go back to the default."""
        self._store.remove(_path(key, part))

    def day_first(self) -> bool | None:
        """Say how `03/04/2025` is read: day first, month first, or None: ask."""
        return {"ask": None, "day": True, "month": False}[self.get(DAY_FIRST)]


def _own_store() -> QSettings:
    store = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "aide-memoire", "aide-memoire"
    )
    _keep_to_owner(Path(store.fileName()))
    return store


def _keep_to_owner(path: Path) -> None:
    """Let nobody else read which desks there are and what was searched on them; Qt keeps that."""
    with suppress(OSError):  # a folder that takes no file: nothing is remembered there
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists():
            path.chmod(OWNER_ONLY)
        else:
            create_file(path).close()


def _path(key: Key[Any], part: str) -> str:
    return f"{key.name}/{part}" if part else key.name


def _pack(value: object) -> object:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _unpack(value: Any, default: T) -> T:
    if isinstance(default, bytes):
        value = base64.b64decode(value, validate=True)
    return value  # type: ignore[no-any-return]


def _fits(key: Key[T], value: object) -> bool:
    if type(value) is not type(key.default):
        return False
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        return False
    if isinstance(value, int) and not isinstance(value, bool):
        return (key.lowest is None or value >= key.lowest) and (
            key.highest is None or value <= key.highest
        )
    return not key.choices or value in key.choices
