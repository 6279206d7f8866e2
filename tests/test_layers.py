"""The drawing of the house as a test: who may import whom, and how large a module or folder grows.

`make check` and `make test` run it. Who may import whom stands in `pyproject.toml`, where
import-linter reads it: imports in functions and under TYPE_CHECKING count too.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 500  # lines
FROZEN = "db/desk_file/migrations/versions"  # what a step once did stays as it was, however long
MAX_FILES = 16  # in a folder, its `__init__` counted
PARTS = ("db", "desktop", "resources")

# A breach of each rule: the module that a line is added to, the line, and what is said of it.
PLANTED = (
    (
        "db/dates/calendars/hijri.py",
        "def late():\n    import PySide6.QtCore",
        "db.dates.calendars.hijri -> PySide6",
    ),
    (
        "db/dates/calendars/hijri.py",
        "def later():\n    from db.storage import engine",
        "db.dates.calendars.hijri -> db.storage.engine",
    ),
    ("desktop/settings.py", "import sqlite3", "desktop.settings -> sqlite3"),
    ("desktop/settings.py", "from db.errors import Refused", "desktop.settings -> db.errors"),
    ("desktop/settings.py", "from db import clock", "desktop.settings -> db.clock"),
    ("desktop/settings.py", "import main", "desktop.settings -> main"),
    (
        "desktop/paper/save.py",
        "from PySide6.QtGui import QFont",
        "desktop.paper.save -> PySide6",
    ),
    (
        "db/lists/lines.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from db.lists import status",
        "No cycles are allowed in db.lists",
    ),
    ("db/lists/status.py", "from db.lists import lines", "No cycles are allowed in db.lists"),
    (
        "db/search/index/fulltext.py",
        "from db.search.exact import hits",
        "db.search.index.fulltext -> db.search.exact.hits",
    ),
    (
        "desktop/tabs/list_pane.py",
        "from desktop.window.main_window import Window",
        "desktop.tabs.list_pane -> desktop.window.main_window",
    ),
    ("desktop/settings.py", "import threading", "desktop.settings -> threading"),
    ("db/intake/reading.py", "from db import store", "db.intake.reading -> db.store"),
    ("resources/__init__.py", "import db", "resources -> db"),
)


def modules(root: Path) -> list[Path]:
    """The project's modules, relative to its root."""
    found = [path for part in PARTS for path in (root / part).rglob("*.py")]
    return sorted(path.relative_to(root) for path in [*found, root / "main.py"])


def read_layers(root: Path) -> tuple[int, str]:
    """What import-linter says of a tree: 0 where it is as drawn, and its report."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()",
         "--no-cache", "--no-logo", str(ROOT / "pyproject.toml")],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_the_house_is_as_drawn() -> None:
    status, report = read_layers(ROOT)
    assert status == 0, report


def test_every_breach_is_named(tmp_path: Path) -> None:
    for part in PARTS:
        shutil.copytree(
            ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.json", "*.xlsx")
        )
    shutil.copy(ROOT / "main.py", tmp_path)
    for place, code, _ in PLANTED:
        with (tmp_path / place).open("a", encoding="utf-8") as module:
            module.write(f"\n{code}\n")
    status, report = read_layers(tmp_path)
    assert status == 1
    said = " ".join(report.split())
    assert [told for _, _, told in PLANTED if told not in said] == []
    assert "KEPT" not in report


def test_a_module_opens_with_what_it_keeps_and_is_not_too_long() -> None:
    bare, long = [], []
    for path in modules(ROOT):
        text = (ROOT / path).read_text(encoding="utf-8")
        if not ast.get_docstring(ast.parse(text)):
            bare.append(path.as_posix())
        if len(text.splitlines()) > LONGEST and not path.is_relative_to(FROZEN):
            long.append(path.as_posix())
    assert bare == [], "these open without a sentence on what they keep"
    assert long == [], f"at most {LONGEST} lines fit"


def test_no_folder_is_too_full() -> None:
    held = Counter(path.parent.as_posix() for path in modules(ROOT))
    full = {folder: count for folder, count in held.items() if count > MAX_FILES}
    assert not full, f"at most {MAX_FILES} files fit in a folder: {full}"


def test_waiting_is_a_delay() -> None:
    own = {"QTimer", "QBasicTimer", "QThread", "QThreadPool", "QRunnable"}
    made = [
        f"{path.as_posix()}:{node.lineno}: {alias.name}"
        for path in modules(ROOT)
        if path.is_relative_to("desktop") and path.as_posix() != "desktop/background/delay.py"
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in own
    ]
    assert made == [], "a pause is a `Delay`, a thread a `Worker` or a `Job`"


# packages whose names `db.lazy` loads when they are asked for
LATE = ("db", "db.dates", "db.names")
NOT_AT_START = ("db.record_types", "db.tables", "db.search", "db.changes.writing", "desktop.page")


def named(path: Path) -> str:
    """The name by which a module is imported.

    >>> named(Path("db/store.py")), named(Path("db/tables/__init__.py"))
    ('db.store', 'db.tables')
    """
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def late_names(path: Path) -> dict[str, str]:
    """What a package offers late: the names under TYPE_CHECKING, with their modules."""
    return {
        alias.name: str(found.module)
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.If)
        for found in ast.walk(node)
        if isinstance(found, ast.ImportFrom)
        for alias in found.names
    }


def imported_at_load(path: Path) -> Iterator[tuple[str, str, int]]:
    """What a module imports as it is loaded, not in functions or for the checker of types alone."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from ((alias.name, "", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((str(node.module), alias.name, node.lineno) for alias in node.names)


def loaded_with(start: str) -> dict[str, str]:
    """Every module that is loaded with another, each with the place that imports it."""
    paths = {named(path): ROOT / path for path in modules(ROOT)}
    late = {package: late_names(paths[package]) for package in LATE}
    loaded, todo = {start: ""}, [start]
    while todo:
        name = todo.pop()
        for module, part, line in imported_at_load(paths[name]):
            place = late.get(module, {}).get(part, f"{module}.{part}".rstrip("."))
            steps = place.split(".")
            for each in (".".join(steps[:count]) for count in range(1, len(steps) + 1)):
                if each in paths and each not in loaded:
                    loaded[each] = f"{name}:{line}"
                    todo.append(each)
    return loaded


def test_a_window_starts_without_tables_and_searching() -> None:
    loaded = loaded_with("desktop.app")
    assert {"desktop.window.main_window", "db.store", "db.lists.lines"} <= loaded.keys()
    early = [f"{by} loads {name}" for name, by in loaded.items() if name.startswith(NOT_AT_START)]
    assert early == [], "import it in the function that needs it, or the first list waits for it"


@cache
def asked() -> dict[str, set[tuple[str, str]]]:
    """Every module, of the tests too, that asks a late package itself for a name, with the name."""
    found: dict[str, set[tuple[str, str]]] = {package: set() for package in LATE}
    tests = (path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))
    for path in (*modules(ROOT), *tests):
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module in found:
                found[node.module] |= {(path.as_posix(), name.name) for name in node.names}
            elif isinstance(node, ast.Attribute) and (package := dotted(node.value)) in found:
                found[package].add((path.as_posix(), node.attr))
    return found


def dotted(node: ast.expr) -> str:
    """What names and dots alone say, as `db.dates`; empty for any other expression.

    >>> [dotted(ast.parse(text, mode="eval").body) for text in ("db.dates", "a().b")]
    ['db.dates', '']
    """
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := dotted(node.value)):
        return f"{before}.{node.attr}"
    return ""


@pytest.mark.parametrize("package", LATE)
def test_every_name_that_is_asked_of_a_late_package_is_offered(package: str) -> None:
    """The checker of types takes any name of a module with `__getattr__` for there."""
    offers = import_module(package)
    missing = [
        f"{path}: {name}"
        for path, name in sorted(asked()[package])
        if not (hasattr(offers, name) or find_spec(f"{package}.{name}"))
    ]
    assert asked()[package] and missing == []


def test_the_border_offers_nothing_that_only_a_benchmark_asks_for() -> None:
    wanted = {name for path, name in asked()["db"] if "bench" not in Path(path).parts}
    assert late_names(ROOT / "db/__init__.py").keys() - wanted == set()
