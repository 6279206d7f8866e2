"""The log of the program in the user's log folder: what it did, how long it took, what failed.

`main.py` opens it. Only warnings are written unless `--verbose` or the variable AIDE_MEMOIRE_LOG
asks for more. Never is a word of a desk in it: an argument of a message is written if it is a
number, else only its kind is.
"""

from __future__ import annotations

import logging
import os
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any, Final

from db import LOG_ROOT, OWNER_ONLY
from desktop.bug_report import error_kind, log_folder, report_lines

LEVEL_VARIABLE: Final = "AIDE_MEMOIRE_LOG"  # off, error, warning, info or debug
MAX_FILE_BYTES: Final = 1_000_000  # of one file
MAX_OLD_FILES: Final = 2
_LEVELS: Final = {
    "off": logging.CRITICAL + 1,
    "error": logging.ERROR,
    "warning": logging.WARNING,
    "info": logging.INFO,
    "debug": logging.DEBUG,
}


def open_log(level: str = "", folder: Path | None = None) -> None:
    """Write the log from now on; a level that is not known is that of warnings."""
    close_log()
    chosen = _LEVELS.get((level or os.environ.get(LEVEL_VARIABLE, "")).lower(), logging.WARNING)
    root = logging.getLogger(LOG_ROOT)
    root.propagate = False
    root.setLevel(chosen)
    logging.raiseExceptions = False  # Python would print a line that cannot be written
    root.addHandler(_LogFile(folder))


def close_log() -> None:
    """Write nothing more."""
    root = logging.getLogger(LOG_ROOT)
    for handler in list(root.handlers):
        if isinstance(handler, _LogFile):
            root.removeHandler(handler)
            handler.close()
    root.setLevel(logging.WARNING)
    logging.raiseExceptions = True


class ContentFreeFormatter(logging.Formatter):
    """Write a message with numbers and kinds in it, and of an exception only its report."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Format as `logging.Formatter`, with nothing in it but what `_loggable` lets through."""
        values = record.args if isinstance(record.args, tuple) else (record.args,)
        arguments = tuple(_loggable(each) for each in values) if record.args else ()
        text = record.msg if isinstance(record.msg, str) else _loggable(record.msg)
        try:
            text = text % arguments if arguments else text
        except (TypeError, ValueError):  # a kind where the message wants a number
            text = f"{text} {arguments}"
        clean = logging.LogRecord(
            record.name, record.levelno, "", 0, text.replace("%", "%%"), (), record.exc_info
        )
        clean.msg = text
        clean.created, clean.msecs = record.created, record.msecs
        return super().format(clean)

    def formatException(self, ei: Any) -> str:
        """Give the kinds of errors and the places in the code, and no message of theirs."""
        error = ei[1]
        return "\n".join(report_lines(error)) if isinstance(error, BaseException) else ""


def _loggable(value: object) -> Any:
    """Return a number as it is; of anything else what it is, not what it says."""
    if value is None or type(value) in (int, float, bool):
        return value
    if isinstance(value, BaseException):
        return error_kind(value)
    if isinstance(value, partial):
        return _loggable(value.func)
    if isinstance(value, type | FunctionType):
        return value.__qualname__
    return f"<{type(value).__name__}>"


class _LogFile(logging.Handler):
    """A file for the officer's own eyes, opened with the first line: a start seldom writes one."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; a log that cannot be written stops nothing."""
        try:
            if self._file is None:
                self._file = _open_file(self._folder or log_folder())
            self._file.handle(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def _open_file(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "aide-memoire.log"
    _make_file(str(path))
    file = RotatingFileHandler(
        path,
        maxBytes=MAX_FILE_BYTES,
        backupCount=MAX_OLD_FILES,
        encoding="utf-8",
        errors="backslashreplace",
    )
    file.rotator = _rotate
    file.setFormatter(ContentFreeFormatter())
    return file


def _rotate(full: str, old: str) -> None:
    os.replace(full, old)
    _make_file(full)


def _make_file(path: str) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, OWNER_ONLY))
