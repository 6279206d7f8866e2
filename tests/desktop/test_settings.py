"""What is remembered comes back in its own type, and what does not fit is not believed."""

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop import settings as module
from desktop.settings import (
    CEILING,
    COLUMNS,
    GEOMETRY,
    LAST_DESK,
    LAST_FOLDER,
    RECENT,
    RECENT_DAYS,
    RECENT_DESKS,
    RECENT_SEARCHES,
    REMEMBER_RECENT,
    SPLITTER,
    TEXT_SIZE,
    THEME,
    Key,
    Settings,
    settings_path,
)


def opened(folder: Path) -> Settings:
    """The settings of a file, as a new start of the program finds them."""
    return Settings(folder / "settings.json")


KEYS = [each for each in vars(module).values() if isinstance(each, Key)]
VALUES: list[tuple[Key[Any], Any]] = [
    (GEOMETRY, bytes(range(256))),
    (THEME, "dark"),
    (TEXT_SIZE, 200),
    (CEILING, 0),
    (LAST_DESK, '/home/dar/Südasien; 100% , "neu".desk'),
    (LAST_DESK, "true"),
    (LAST_DESK, "/home/\udcff.desk"),
    (RECENT_DESKS, []),
    (RECENT_DESKS, ["one"]),
    (RECENT_DESKS, ["اسحاق", "two, three"]),
]


@pytest.mark.parametrize(("key", "value"), VALUES)
def test_a_value_comes_back_after_a_restart(tmp_path: Path, key: Key[Any], value: Any) -> None:
    opened(tmp_path).put(key, value)
    assert opened(tmp_path).get(key) == value


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_what_was_never_set_is_its_default(tmp_path: Path, key: Key[Any]) -> None:
    assert opened(tmp_path).get(key) == key.default


def test_nothing_recent_is_kept_where_that_is_not_wanted(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    settings.put(THEME, "dark")
    for key in RECENT:
        settings.put(key, ["munir"] if isinstance(key.default, list) else "munir", _part(key))
    assert (tmp_path / "settings.json").read_text().count("munir") == len(RECENT)
    settings.put(REMEMBER_RECENT, "no")
    settings.put(RECENT_DESKS, ["munir"])
    settings.put(LAST_FOLDER, "munir")
    assert "munir" not in (tmp_path / "settings.json").read_text()
    assert opened(tmp_path).get(THEME) == "dark" and not opened(tmp_path).remembers_recent
    settings.put(REMEMBER_RECENT, "yes")
    settings.put(RECENT_DESKS, ["munir"])
    assert opened(tmp_path).get(RECENT_DESKS) == ["munir"]


def _part(key: Key[Any]) -> str:
    return "d1" if key in (RECENT_SEARCHES, RECENT_DAYS) else ""


def test_every_tab_has_its_own(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    settings.put(COLUMNS, ["title", "office"], "people")
    settings.put(SPLITTER, b"\x00\x01", "people")
    assert settings.get(COLUMNS, "people") == ["title", "office"]
    assert settings.get(COLUMNS, "agreements") == []
    settings.forget(COLUMNS, "people")
    assert settings.get(COLUMNS, "people") == []


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        (THEME, "sepia"),
        (THEME, None),
        (TEXT_SIZE, 1000),
        (TEXT_SIZE, True),
        (TEXT_SIZE, "150"),
        (GEOMETRY, "not base64!"),
        (GEOMETRY, 12),
        (RECENT_DESKS, [1, 2]),
        (RECENT_DESKS, {}),
    ],
)
def test_a_spoilt_value_is_the_default(tmp_path: Path, key: Key[Any], raw: object) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({key.name: raw}))
    assert opened(tmp_path).get(key) == key.default


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "[" * 100_000, "\udc80"])
def test_a_spoilt_file_is_as_none_and_is_written_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    settings = opened(tmp_path)
    assert settings.get(THEME) == "system"
    settings.put(THEME, "dark")
    assert opened(tmp_path).get(THEME) == "dark"


@pytest.mark.parametrize(("key", "value"), [(THEME, "sepia"), (TEXT_SIZE, 20), (CEILING, "1")])
def test_what_does_not_fit_is_not_written(tmp_path: Path, key: Key[Any], value: Any) -> None:
    with pytest.raises(ValueError, match=key.name):
        opened(tmp_path).put(key, value)


def test_two_windows_do_not_take_each_other_s_settings_away(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    one.put(THEME, "dark")
    other.put(TEXT_SIZE, 150)
    assert (one.get(THEME), one.get(TEXT_SIZE)) == ("dark", 150)
    assert (other.get(THEME), other.get(TEXT_SIZE)) == ("dark", 150)


def test_where_nothing_can_be_written_a_value_lasts_as_long_as_the_window(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.put(THEME, "dark")
    assert settings.get(THEME) == "dark"


def test_no_two_keys_share_a_name() -> None:
    assert len({key.name for key in KEYS}) == len(KEYS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise.")
@pytest.mark.parametrize("is_there", [False, True])
def test_nobody_else_reads_what_is_remembered(is_there: bool, own_home: Path) -> None:
    file = settings_path()
    assert own_home in file.parents
    if is_there:
        file.parent.mkdir(parents=True)
        file.write_text("{}")
        file.chmod(0o644)
    before = os.umask(0)
    try:
        Settings().put(RECENT_DESKS, ["/x/secret.desk"])
    finally:
        os.umask(before)
    assert "secret.desk" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == [file.name]
