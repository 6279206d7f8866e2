"""The drawing of the house as a test: who may import whom, and how large a module or folder grows.

`make check` and `make test` run it. A breach is named as `file:line: what is wrong`.
"""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 500  # lines
FROZEN = "db/desk_file/migrations/versions"  # what a step once did stays as it was, however long
SCREEN = ("PySide6", "qtpy", "qtawesome", "shiboken6")
STORAGE = ("sqlmodel", "sqlalchemy", "sqlcipher3", "sqlite3", "alembic")


@dataclass(frozen=True)
class Rule:
    """What the modules under one folder may not import, and which of them are spared."""

    folder: str
    forbidden: tuple[str, ...]
    why: str
    spared: tuple[str, ...] = ()


RULES = (
    Rule("db", (*SCREEN, "desktop", "main"), "db knows no screen"),
    Rule("desktop", (*STORAGE, "main"), "desktop knows no SQL and nothing above it"),
    Rule("desktop", ("db.",), "desktop asks only for the names that db itself offers"),
    Rule(
        "desktop/paper",
        SCREEN,
        "paper is made without Qt, save its preview and its printer",
        spared=("desktop/paper/preview.py", "desktop/paper/printer.py"),
    ),
    Rule(
        "desktop",
        tuple(f"PySide6.QtCore.{name}" for name in ("QTimer", "QBasicTimer")),
        "waiting is a `Delay`",
        spared=("desktop/background/delay.py",),
    ),
    Rule(
        "desktop",
        (
            *(f"PySide6.QtCore.{name}" for name in ("QThread", "QThreadPool", "QRunnable")),
            "threading",
            "concurrent",
            "multiprocessing",
        ),
        "threads are a `Worker` or a `Job`",
        spared=(
            "desktop/background/job.py",
            "desktop/background/worker.py",
            "desktop/preview/pages/pdf_pages.py",  # its lock alone: PDFium serves one at a time
        ),
    ),
    Rule(
        "desktop",
        ("desktop.window.main_window",),
        "a class round the window is handed what it needs of it, and answers by signals",
        spared=("desktop/app.py", "desktop/window/tour.py"),  # it makes one; it acts as an officer
    ),
    Rule("resources", (*SCREEN, *STORAGE, "db", "desktop", "main"), "resources hold no code"),
)


# The rooms of db from the ground up: each imports only from floors below its own.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("db.clock", "db.errors", "db.lazy", "db.log", "db.progress"),
    ("db.dates", "db.names", "db.storage.files"),
    ("db.exchange.files", "db.names.romanisation", "db.query", "db.tables", "db.vocabulary"),
    ("db.exchange.mapping", "db.lens", "db.names.phonetics", "db.records"),
    ("db.names.likeness", "db.storage"),
    ("db.changes",),
    ("db.changes.merging", "db.exchange.placing", "db.lists", "db.print_log", "db.search.index"),
    (
        "db.desk_file.migrations",
        "db.desk_file.migrations.versions",
        "db.duplicates",
        "db.exchange.popolo",
        "db.exchange.rows",
        "db.search.exact",
    ),
    ("db.search.fuzzy",),
    ("db.search",),
    ("db.reader",),
    ("db.desk_file",),
    ("db.store",),
    ("db.exchange",),
    ("db",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
MAX_FILES = 16  # in a folder, its `__init__` counted


@dataclass(frozen=True)
class Import:
    """One imported name, written out in full, and the line that it stands on."""

    name: str
    line: int


def package_of(path: Path) -> tuple[str, ...]:
    """The package that a module's relative imports start from.

    >>> package_of(Path("db/store.py")), package_of(Path("db/tables/__init__.py"))
    (('db',), ('db', 'tables'))
    """
    return path.parent.parts


def imports(path: Path, tree: ast.Module) -> Iterator[Import]:
    """Every import of a module, also inside functions and under TYPE_CHECKING."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            package = package_of(path)
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*start, *filter(None, [node.module])))
            for alias in node.names:
                yield Import(f"{module}.{alias.name}", node.lineno)


def breaks(rule: Rule, name: str, root: Path) -> bool:
    """Whether the imported name is one of those forbidden; `db.` stands for db's modules."""
    for forbidden in rule.forbidden:
        if forbidden.endswith("."):
            if name.startswith(forbidden) and is_module_within(name, root):
                return True
        elif name == forbidden or name.startswith(forbidden + "."):
            return True
    return False


def is_module_within(name: str, root: Path) -> bool:
    """Whether `db.x` or `db.x.y` reaches past the border of db into one of its modules."""
    package, part, *deeper = name.split(".")
    if deeper:
        return True
    place = root / package / part
    return (place.is_dir() or place.with_suffix(".py").is_file()) and not offered(root, part)


def offered(root: Path, name: str) -> bool:
    """Whether db/__init__.py itself imports or defines this name."""
    border = root / "db" / "__init__.py"
    tree = ast.parse(border.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom | ast.Import):
            names |= {alias.asname or alias.name for alias in node.names}
    return name in names


def modules(root: Path) -> list[Path]:
    """The project's modules, relative to its root."""
    found = [
        path for part in ("db", "desktop", "resources") for path in (root / part).rglob("*.py")
    ]
    main = root / "main.py"
    return sorted(path.relative_to(root) for path in [*found, *([main] if main.exists() else [])])


def breaches(root: Path) -> list[str]:
    """Everything in a tree that is not as drawn, each as `file:line: what is wrong`."""
    found = []
    for path in modules(root):
        text = (root / path).read_text(encoding="utf-8")
        tree = ast.parse(text, str(path))
        if not ast.get_docstring(tree):
            found.append(f"{path.as_posix()}:1: opens without a sentence on what it keeps")
        length = len(text.splitlines())
        if length > LONGEST and not path.is_relative_to(FROZEN):
            found.append(f"{path.as_posix()}:{LONGEST}: {length} lines, at most {LONGEST} fit")
        found += import_breaches(root, path, tree)
    return found


def import_breaches(root: Path, path: Path, tree: ast.Module) -> list[str]:
    """The imports of one module that a rule forbids."""
    rules = [
        rule
        for rule in RULES
        if path.is_relative_to(rule.folder) and path.as_posix() not in rule.spared
    ]
    return [
        f"{path.as_posix()}:{found.line}: imports {found.name}, but {rule.why}"
        for found in imports(path, tree)
        for rule in rules
        if breaks(rule, found.name, root)
    ]


def test_the_house_is_as_drawn() -> None:
    found = breaches(ROOT)
    assert not found, "\n" + "\n".join(found)


def dotted(path: Path) -> str:
    """The name by which a module is imported.

    >>> dotted(Path("db/store.py")), dotted(Path("db/tables/__init__.py"))
    ('db.store', 'db.tables')
    """
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def import_graph(root: Path) -> dict[str, dict[str, int]]:
    """Every module with those that it imports and the line, in functions and annotations too."""
    paths = {dotted(path): path for path in modules(root)}
    graph: dict[str, dict[str, int]] = {name: {} for name in paths}
    for name, path in paths.items():
        tree = ast.parse((root / path).read_text(encoding="utf-8"), str(path))
        for found in imports(path, tree):
            target = found.name if found.name in paths else found.name.rpartition(".")[0]
            if target in paths and target != name:
                graph[name].setdefault(target, found.line)
    return graph


def circles(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The sets of modules that reach each other, by Tarjan's walk.

    >>> circles({"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": []})
    [['a', 'b', 'c']]
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        number[name] = lowest[name] = len(number)
        path.append(name)
        for target in graph[name]:
            if target not in number:
                visit(target)
            if target in path:
                lowest[name] = min(lowest[name], lowest[target])
        if lowest[name] == number[name]:
            at = path.index(name)
            if len(path) - at > 1:
                found.append(sorted(path[at:]))
            del path[at:]

    for name in graph:
        if name not in number:
            visit(name)
    return sorted(found)


def describe_circle(circle: Iterable[str], graph: Mapping[str, Mapping[str, int]]) -> str:
    """The imports within a circle, one a line."""
    names = set(circle)
    return "\n".join(
        f"{name}:{line} imports {target}"
        for name in sorted(names)
        for target, line in graph[name].items()
        if target in names
    )


def room_of(name: str) -> str:
    """The room that a module of db stands in, or the module itself where it stands at the root."""
    return name if name in FLOOR_OF else name.rpartition(".")[0]


def test_no_imports_run_in_a_circle() -> None:
    graph = import_graph(ROOT)
    found = circles(graph)
    assert not found, "\n" + "\n\n".join(describe_circle(circle, graph) for circle in found)


def test_each_room_of_db_imports_from_floors_below_its_own() -> None:
    graph = {name: to for name, to in import_graph(ROOT).items() if name.split(".")[0] == "db"}
    assert not [name for name in graph if room_of(name) not in FLOOR_OF], "give it a floor"
    upward = [
        f"{name}:{line} imports {target}"
        for name, targets in graph.items()
        for target, line in targets.items()
        if (here := room_of(name)) != (there := room_of(target))
        if FLOOR_OF[here] <= FLOOR_OF[there]
    ]
    assert not upward, "\n" + "\n".join(upward)


def test_no_folder_is_too_full() -> None:
    held = Counter(path.parent.as_posix() for path in modules(ROOT))
    full = {folder: count for folder, count in held.items() if count > MAX_FILES}
    assert not full, f"at most {MAX_FILES} files fit in a folder: {full}"


def test_a_circle_through_a_function_and_an_annotation_is_named(tmp_path: Path) -> None:
    house_with(tmp_path, "db/store.py", "def late():\n    from db.reader import Reader")
    under = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from db import store"
    (tmp_path / "db" / "reader.py").write_text(f'"""A room."""\n{under}\n', encoding="utf-8")
    graph = import_graph(tmp_path)
    assert circles(graph) == [["db.reader", "db.store"]]
    assert describe_circle(["db.reader", "db.store"], graph) == (
        "db.reader:4 imports db.store\ndb.store:3 imports db.reader"
    )


def test_the_walk_sees_the_modules_of_db_and_desktop() -> None:
    seen = {path.parts[0] for path in modules(ROOT)}
    assert {"db", "desktop", "resources"} <= seen


BREACHES = [
    ("db/store.py", "import PySide6.QtCore", "db knows no screen"),
    ("db/store.py", "def late():\n    from desktop import window", "db knows no screen"),
    ("db/store.py", "import qtawesome as qta", "db knows no screen"),
    ("db/exchange/sheet.py", "from ...desktop import window", "db knows no screen"),
    ("desktop/window.py", "import sqlite3", "desktop knows no SQL"),
    ("desktop/tabs/people.py", "from sqlalchemy.orm import Session", "desktop knows no SQL"),
    ("desktop/window.py", "import main", "desktop knows no SQL"),
    ("desktop/window.py", "from db.errors import Refused", "only for the names"),
    ("desktop/window.py", "import db.errors", "only for the names"),
    ("desktop/window.py", "from db import errors", "only for the names"),
    ("desktop/window.py", "from ..db.errors import Refused", "only for the names"),
    ("desktop/paper/blocks.py", "from PySide6.QtGui import QFont", "without Qt"),
    ("desktop/window.py", "from PySide6.QtCore import Qt, QTimer", "waiting is a `Delay`"),
    ("desktop/window.py", "from threading import Thread", "are a `Worker` or a `Job`"),
    ("desktop/window.py", "from PySide6.QtCore import QThread", "are a `Worker` or a `Job`"),
    ("desktop/tabs.py", "from desktop.window.main_window import Window", "handed what it needs"),
    ("resources/__init__.py", "import db", "resources hold no code"),
    ("db/store.py", "\n" * LONGEST, f"at most {LONGEST} fit"),
]
ALLOWED = [
    (
        "db/store.py",
        "import sqlalchemy\nfrom .errors import Refused\nfrom db.errors import Refused",
    ),
    ("desktop/window.py", "from PySide6.QtWidgets import QWidget\nimport db\nfrom db import Store"),
    ("desktop/window.py", "from db import dates"),
    ("desktop/paper/preview.py", "from PySide6.QtPdf import QPdfDocument"),
    ("main.py", "import db.errors\nimport desktop.window\nimport sqlite3"),
    ("desktop/window.py", "import database\nfrom mainland import sea"),
]


def house_with(root: Path, place: str, code: str) -> Path:
    """A small house in which one module holds the given code."""
    border = "from . import dates\nfrom .errors import Refused\n"
    texts = {"db/__init__.py": border, "db/dates.py": "", "db/errors.py": "", place: code}
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""A room."""\n{text}\n', encoding="utf-8")
    return root


@pytest.mark.parametrize(("place", "code", "why"), BREACHES)
def test_a_breach_is_named_with_file_and_line(
    tmp_path: Path, place: str, code: str, why: str
) -> None:
    found = breaches(house_with(tmp_path, place, code))
    assert len(found) == 1
    assert found[0].startswith(f"{place}:")
    assert why in found[0]


def test_the_line_of_a_breach_is_its_own(tmp_path: Path) -> None:
    house_with(tmp_path, "db/store.py", "x = 1\n\nimport PySide6")
    assert breaches(tmp_path) == ["db/store.py:4: imports PySide6, but db knows no screen"]


@pytest.mark.parametrize(("place", "code"), ALLOWED)
def test_what_the_drawing_allows_is_no_breach(tmp_path: Path, place: str, code: str) -> None:
    assert breaches(house_with(tmp_path, place, code)) == []


def test_a_module_without_an_opening_sentence_is_named(tmp_path: Path) -> None:
    (house_with(tmp_path, "desktop/window.py", "") / "desktop" / "window.py").write_text("x = 1\n")
    assert breaches(tmp_path) == ["desktop/window.py:1: opens without a sentence on what it keeps"]
