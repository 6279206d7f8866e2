"""What is remembered comes back in its own type, and what does not fit is not believed."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from desktop import settings as module
from desktop.settings import (
    CEILING,
    COLUMNS,
    DAY_FIRST,
    GEOMETRY,
    LAST_DESK,
    RECENT_DESKS,
    SPLITTER,
    TEXT_SIZE,
    THEME,
    Key,
    Settings,
)


def opened(folder: Path) -> Settings:
    """The settings of a file, as a new start of the program finds them."""
    return Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


KEYS = [each for each in vars(module).values() if isinstance(each, Key)]
VALUES: list[tuple[Key[Any], Any]] = [
    (GEOMETRY, bytes(range(256))),
    (THEME, "dark"),
    (TEXT_SIZE, 200),
    (CEILING, 0),
    (LAST_DESK, '/home/dar/Südasien; 100% , "neu".desk'),
    (LAST_DESK, "true"),
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
        (THEME, '"sepia"'),
        (THEME, "dark"),
        (TEXT_SIZE, "1000"),
        (TEXT_SIZE, "true"),
        (TEXT_SIZE, '"150"'),
        (GEOMETRY, '"not base64!"'),
        (GEOMETRY, "12"),
        (RECENT_DESKS, "[1, 2]"),
        (RECENT_DESKS, "{"),
    ],
)
def test_a_spoilt_value_is_the_default(tmp_path: Path, key: Key[Any], raw: str) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue(key.name, raw)
    assert Settings(store).get(key) == key.default


@pytest.mark.parametrize(("key", "value"), [(THEME, "sepia"), (TEXT_SIZE, 20), (CEILING, "1")])
def test_what_does_not_fit_is_not_written(tmp_path: Path, key: Key[Any], value: Any) -> None:
    with pytest.raises(ValueError, match=key.name):
        opened(tmp_path).put(key, value)


@pytest.mark.parametrize(("order", "day_first"), [("ask", None), ("day", True), ("month", False)])
def test_the_order_of_a_date_is_asked_until_it_is_chosen(
    tmp_path: Path, order: str, day_first: bool | None
) -> None:
    settings = opened(tmp_path)
    settings.put(DAY_FIRST, order)
    assert settings.day_first() is day_first


def test_no_two_keys_share_a_name() -> None:
    assert len({key.name for key in KEYS}) == len(KEYS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise.")
@pytest.mark.parametrize("is_there", [False, True])
def test_nobody_else_reads_what_is_remembered(is_there: bool, tmp_path: Path) -> None:
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    usual = Path(QSettings(form, scope, "a", "b").fileName()).parents[1]
    QSettings.setPath(form, scope, str(tmp_path))
    file = tmp_path / "aide-memoire" / "aide-memoire.ini"
    if is_there:
        file.parent.mkdir()
        file.write_text("[General]\n")
        file.chmod(0o644)
    before = os.umask(0)
    try:
        settings = Settings()
        settings.put(RECENT_DESKS, ["/x/secret.desk"])
        del settings
    finally:
        os.umask(before)
        QSettings.setPath(form, scope, str(usual))
    assert "secret.desk" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
