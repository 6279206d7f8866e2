"""Report a bug in a file: kinds of errors and places in the code, and nothing of the desk.

The window's hook and the commands ask. Messages and values are left out, whoever wrote them: an
error of a key or of a statement carries the text of a record in its own words.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_log_path

from db import create_file

MAX_FRAMES = 200  # of one error: one that calls itself without end has a thousand
MAX_ERRORS = 50  # of one chain
MAX_PATH_PARTS = 3  # of a file's path, counted from its end: no folder of the officer is named


def log_folder() -> Path:
    """Return where the program writes its log and its reports of bugs."""
    return user_log_path("aide-memoire", appauthor=False)


def write_report(error: BaseException, folder: Path | None = None) -> Path | None:
    """Write where a bug happened into a new file, in the system's folder if not in the log's.

    Return the file, or None where neither takes one.
    """
    name = f"report-{datetime.now():%Y-%m-%d-%H%M%S-%f}.txt"
    content = "\n".join(report_lines(error)).encode("utf-8", "backslashreplace")
    for where in (folder or log_folder(), Path(tempfile.gettempdir())):
        try:
            where.mkdir(parents=True, exist_ok=True)
            with create_file(where / name) as file:
                file.write(content)
        except OSError:
            continue
        return where / name
    return None


def report_lines(error: BaseException) -> list[str]:
    """Return the lines of a report, without line ends.

    >>> report_lines(KeyError("the name of a record"))[-1]
    'KeyError'
    """
    return [*_surroundings(), *_chain(error)]


def _surroundings() -> Iterator[str]:
    yield f"Aide-Mémoire {_version('aide-memoire')} · {datetime.now():%Y-%m-%d %H:%M:%S}"
    yield f"Python {platform.python_version()} · {sys.platform} · PySide6 {_version('PySide6')}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "of unknown version"


def _chain(error: BaseException) -> Iterator[str]:
    """Yield an error with those it came of, the first cause first."""
    chain: list[tuple[str, BaseException]] = []
    seen: set[int] = set()
    link, one = "", error
    while id(one) not in seen and len(chain) < MAX_ERRORS:
        seen.add(id(one))
        chain.append((link, one))
        if one.__cause__ is not None:
            link, one = "which caused:", one.__cause__
        elif one.__context__ is not None and not one.__suppress_context__:
            link, one = "while that was handled:", one.__context__
    for link, one in reversed(chain):
        yield ""
        yield from _frames(one)
        yield error_kind(one)
        yield from _group(one)
        if link:
            yield link


def _frames(error: BaseException) -> Iterator[str]:
    frames = traceback.StackSummary.extract(
        traceback.walk_tb(error.__traceback__), limit=MAX_FRAMES, lookup_lines=False
    )
    for frame in frames:
        place = "/".join(Path(frame.filename).parts[-MAX_PATH_PARTS:])
        yield f"  {place}, line {frame.lineno}, in {frame.name}"


def error_kind(error: BaseException) -> str:
    """Return the class of an error, and the driver's code where it has one."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ("builtins", "__main__"):
        name = f"{kind.__module__}.{name}"
    codes = (getattr(error, each, None) for each in ("sqlite_errorcode", "errno"))
    code_texts = [str(code) for code in codes if type(code) is int]
    return f"{name} ({', '.join(code_texts)})" if code_texts else name


def _group(error: BaseException) -> Iterator[str]:
    """Yield the kinds of the errors that are raised as one."""
    inner = getattr(error, "exceptions", ())
    if isinstance(inner, tuple):
        for one in inner[:MAX_ERRORS]:
            if isinstance(one, BaseException):
                yield f"  with {error_kind(one)}"
