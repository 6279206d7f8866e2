"""What the program remembers of the officer's habits, one declared and typed key each.

The window, its tabs, the commands and the preferences ask it. Nothing of a desk's contents is kept
here, and no Qt is needed to read it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, Literal, TypeVar

from platformdirs import user_config_path

from db import MARKINGS, OWNER_ONLY, logger_for

T = TypeVar("T")
PaperSize = Literal["a4", "us-letter"]
Stamp = tuple[int, int]  # when a file was written, in ns, and its size in bytes
MAX_LOCK_MINUTES: Final = 24 * 60  # minutes
_FILE_NAME: Final = "settings.json"
_log = logger_for("window")


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
TEXT_SIZES: Final = (75, 85, 100, 115, 130, 150, 175, 200)  # per cent
TEXT_SIZE: Final = Key("look/text-size", 100, lowest=TEXT_SIZES[0], highest=TEXT_SIZES[-1])
REMEMBER_RECENT: Final = Key("desk/remember-recent", "yes", choices=("yes", "no"))
LAST_DESK: Final = Key("desk/last", "")
RECENT_DESKS: Final[Key[list[str]]] = Key("desk/recent", [])
RECENT_SEARCHES: Final[Key[list[str]]] = Key("desk/searches", [])  # of each desk
RECENT_DAYS: Final[Key[list[str]]] = Key("desk/days", [])  # of each desk; ISO days
CEILING: Final = Key("desk/ceiling", -1, lowest=-1, highest=99)  # -1: the highest there is
FIRST_CEILING: Final = Key("desk/first-ceiling", "last", choices=("last", *MARKINGS))
AUTHOR: Final = Key("author", "")  # "": the system's name for the officer
LOCK_AFTER: Final = Key("lock/after", 0, lowest=0, highest=MAX_LOCK_MINUTES)  # minutes; 0: never
LOCK_WITH_SYSTEM: Final = Key("lock/with-system", "yes", choices=("yes", "no"))
MAX_CLEAR_SECONDS: Final = 3_600
CLEAR_CLIPBOARD: Final = Key("clipboard/clear", 60, lowest=0, highest=MAX_CLEAR_SECONDS)  # 0: never
COPIES_FOLDER: Final = Key("copies/folder", "")  # "": beside the program's own data
COPIES_NUMBER: Final = Key("copies/number", 10, lowest=1, highest=500)
COPIES_DAYS: Final = Key("copies/days", 1, lowest=0, highest=365)  # 0: never by itself
LAST_FOLDER: Final = Key("files/folder", "")
TODAY_IS_OPEN: Final = Key("timeline/today", False)
LANES: Final = Key("timeline/lanes", "country")
CHOSEN_LANES: Final[Key[list[str]]] = Key("timeline/chosen-lanes", [])  # one for each desk and way
TIMELINE_ITEMS: Final[Key[list[str]]] = Key("timeline/items", ["event", "agreement", "tenure"])
TABLE_FOLLOWS: Final = Key("timeline/table-follows", False)
LANES_AS_TABLE: Final = Key("timeline/lanes-as-table", False)
PAPER: Final[Key[PaperSize]] = Key("paper/size", "a4", choices=("a4", "us-letter"))
PREVIEW: Final = Key("preview/geometry", b"")
THUMBNAILS: Final = Key("preview/thumbnails", True)


REMEMBER_KEY_FILES: Final = Key("lock/remember-key-files", "no", choices=("yes", "no"))
KEY_FILE: Final = Key("lock/key-file", "")  # one for each desk; where it lies
#: What tells what an officer worked on of late; nothing of it is kept where that is not wanted.
RECENT: Final[tuple[Key[Any], ...]] = (
    LAST_DESK,
    RECENT_DESKS,
    RECENT_SEARCHES,
    RECENT_DAYS,
    LAST_FOLDER,
)

#: What is forgotten, also of before, where a preference says no.
FORGOTTEN: Final = ((REMEMBER_RECENT, RECENT), (REMEMBER_KEY_FILES, (KEY_FILE,)))


def part_of_desk(path: Path) -> str:
    """Return what tells the keys of one desk from those of others, and no path."""
    return hashlib.sha256(str(path).encode()).hexdigest()[:16]


class Settings:
    """Reads and writes the declared keys; a value that no longer fits its key is its default.

    They lie in one JSON file of a text for each key. Several windows may share it: a key is written
    into what the file holds at that moment. Where nothing can be written they last as long as this.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path if path is not None else settings_path()
        self._stamp: Stamp | None = None
        self._values: dict[str, object] = {}

    def get(self, key: Key[T], part: str = "") -> T:
        """Return what is remembered under a key; `part` tells the tabs or windows apart."""
        self._read()
        name = _name_of(key, part)
        if name not in self._values:
            return key.default
        try:
            value = _unpack(self._values[name], key.default)
        except (ValueError, TypeError, binascii.Error):
            return key.default
        return value if fits(key, value) else key.default

    def put(self, key: Key[T], value: T, part: str = "") -> None:
        """Remember a value; ValueError when it does not fit its key."""
        if not fits(key, value):
            raise ValueError(f"{value!r} does not fit the setting {key.name}")
        if self._is_unwanted(key):
            return
        self._read()
        name, packed = _name_of(key, part), _pack(value)
        if name not in self._values or self._values[name] != packed:
            self._values[name] = packed
            self._clear_away()
            self._write()

    def forget(self, key: Key[Any], part: str = "") -> None:
        """Go back to the default."""
        self._read()
        if self._values.pop(_name_of(key, part), None) is not None:
            self._write()

    @property
    def remembers_recent(self) -> bool:
        """Whether desks, searches, days and folders of late are remembered."""
        return self.get(REMEMBER_RECENT) == "yes"

    def _is_unwanted(self, key: Key[Any]) -> bool:
        return any(key in keys and self.get(each) == "no" for each, keys in FORGOTTEN)

    def _clear_away(self) -> None:
        """Forget, of all desks, what is not to be remembered."""
        unwanted = [key.name for _, keys in FORGOTTEN for key in keys if self._is_unwanted(key)]
        for name in list(self._values):
            if any(name == each or name.startswith(f"{each}/") for each in unwanted):
                del self._values[name]

    def _read(self) -> None:
        """Take what the file holds, if it was written since it was read last."""
        stamp = _stamp_of(self._path)
        if stamp is None or stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("the settings cannot be read: %s", error)
            values = None
        self._values = values if isinstance(values, dict) else {}

    def _write(self) -> None:
        """Put another file in the place of the one there is: all or nothing, for nobody else."""
        text = json.dumps(self._values, indent=1)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, new_file = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(new_file).chmod(OWNER_ONLY)
                Path(new_file).replace(self._path)
            except OSError:
                with suppress(OSError):
                    Path(new_file).unlink()
                raise
        except OSError as error:  # a folder that takes no file: nothing is remembered there
            _log.warning("the settings cannot be written: %s", error)
        self._stamp = _stamp_of(self._path)


def settings_path() -> Path:
    """Say where the settings of this officer lie on this computer."""
    return user_config_path("aide-memoire", appauthor=False) / _FILE_NAME


def _stamp_of(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _name_of(key: Key[Any], part: str) -> str:
    return f"{key.name}/{part}" if part else key.name


def _pack(value: object) -> object:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _unpack(value: Any, default: T) -> T:
    if isinstance(default, bytes):
        value = base64.b64decode(value, validate=True)
    return value  # type: ignore[no-any-return]


def fits(key: Key[T], value: object) -> bool:
    """Say whether a value is of the type of a key and within its limits."""
    if type(value) is not type(key.default):
        return False
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        return False
    if isinstance(value, int) and not isinstance(value, bool):
        return (key.lowest is None or value >= key.lowest) and (
            key.highest is None or value <= key.highest
        )
    return not key.choices or value in key.choices
