"""The log tells what was done and how long it took, and never a word of a desk."""

import logging
import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Refused, logger_for
from desktop.log_file import (
    LEVEL_VARIABLE,
    MAX_FILE_BYTES,
    ContentFreeFormatter,
    close_log,
    open_log,
)

HOSTILE = ("Ishaq Dar", "100%s", "%(name)s", "a\nb", "{0}", "‮secret")
Read = Callable[[], str]


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Read]:
    open_log("debug", tmp_path / "log")
    yield lambda: (tmp_path / "log" / "aide-memoire.log").read_text(encoding="utf-8")
    close_log()


def test_counts_and_durations_are_written(read: Read) -> None:
    logger_for("import").info("read %d rows in %.1f ms (%s)", 12, 3.25, True)
    assert "INFO aide_memoire.import: read 12 rows in 3.2 ms (True)\n" in read()


@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_a_desk_is_written_however_it_comes(read: Read, word: str) -> None:
    log = logger_for("storage")
    log.warning("a title %s", word)
    log.warning("a number %d", word)
    log.warning("a list %s of %s", [word], {word: word})
    log.warning("a mapping %(key)s", {"key": word})
    log.error("refused: %s", Refused(word))
    try:
        raise KeyError(word)
    except KeyError:
        log.exception("a bug in %s", partial(print, word))
    said = read()
    assert word not in said and "Ishaq" not in said and "secret" not in said
    assert "refused: db.errors.Refused" in said and "KeyError" in said
    assert "test_log_file.py, line " in said


@given(st.text(min_size=3).filter(lambda text: not text.isascii() or text.isupper()))
def test_no_argument_that_is_a_text_comes_through(word: str) -> None:
    record = logging.LogRecord("n", logging.INFO, "", 0, "said %s and %r", (word, [word]), None)
    assert ContentFreeFormatter().format(record).endswith("said <str> and '<list>'")


@pytest.mark.parametrize(
    ("level", "lines"), [("", 1), ("info", 2), ("debug", 3), ("off", 0), ("?", 1)]
)
def test_the_variable_says_how_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, level: str, lines: int
) -> None:
    monkeypatch.setenv(LEVEL_VARIABLE, level)
    open_log("", tmp_path)
    log = logger_for("window")
    log.debug("one")
    log.info("two")
    log.warning("three")
    close_log()
    file = tmp_path / "aide-memoire.log"
    assert (len(file.read_text().splitlines()) if file.exists() else 0) == lines


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_the_officer_may_read_it(read: Read, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        logger_for("window").warning("three")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "log" / "aide-memoire.log").stat().st_mode) == 0o600


def test_it_does_not_grow_for_ever(read: Read, tmp_path: Path) -> None:
    log = logger_for("window")
    for _ in range(5 * MAX_FILE_BYTES // 3_000):
        log.warning("%s" % ("long " * 600))
    files = list((tmp_path / "log").iterdir())
    assert len(files) <= 3 and all(file.stat().st_size <= MAX_FILE_BYTES for file in files)


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    open_log("debug", tmp_path / "file" / "log")
    logger_for("window").warning("a title %s", "Ishaq Dar")
    close_log()
    assert "Ishaq" not in "".join(capfd.readouterr())
