"""Tests ask what is public; where they must look behind an open desk, they ask one named seam.

A private name is one that its module or class may change without asking: a test that reaches for it
holds on to how a thing is done, not to what it does.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# Who may reach for what, and why.
REACHES = {
    ("tests/db/desk_sql.py", "_sql"): "the seam: the rows of an open desk",
    ("tests/db/desk_sql.py", "_held_desk"): "the seam: the file of an open desk",
    ("tests/desktop/desk_store.py", "_store"): "the seam: the store behind a session",
    ("tests/conftest.py", "_DummyThread"): "threading names what Python did not start only so",
    ("tests/crash_at_exit.py", "_io"): "execnet keeps the process of a worker there",
}
# What is public in spite of its name: of Python itself, and of python-docx for its own XML.
PUBLIC = {"_exit", "_fields", "_getframe", "_replace", "_p", "_r", "_sectPr", "_tbl", "_tr"}


def reaches(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each private name that is asked of another object, imported, or replaced; and its line."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Attribute) and not is_own(node.value):
            names = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.Call) and is_setattr(node.func):
            texts = (each.value for each in node.args if isinstance(each, ast.Constant))
            names = [text.rpartition(".")[2] for text in texts if isinstance(text, str)][:1]
        for name in names:
            if is_private(name) and name not in PUBLIC:
                yield name, node.lineno


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name[1:2].isalpha()


def is_own(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in ("self", "cls")


def is_setattr(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and called.attr == "setattr"


def found() -> list[tuple[str, str, int]]:
    """Each reach of the tests: file, name, line."""
    return [
        (path.relative_to(ROOT).as_posix(), name, line)
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for name, line in reaches(ast.parse(path.read_text(encoding="utf-8")))
    ]


def test_no_test_reaches_for_a_private_name() -> None:
    strange = [
        f"{file}:{line}: {name}" for file, name, line in found() if (file, name) not in REACHES
    ]
    assert strange == [], "\n" + "\n".join(strange)


def test_what_may_be_reached_for_is_still_reached_for() -> None:
    assert set(REACHES) == {(file, name) for file, name, _ in found()}


def test_a_reach_is_found_however_it_is_written() -> None:
    tree = ast.parse(
        "from db.store import _held\n"
        "store._sql.rows('')\n"
        "monkeypatch.setattr('db.store._key', None)\n"
        "monkeypatch.setattr(store, '_key', None)\n"
        "class Own:\n"
        "    def own(self): return self._sql\n"
        "os._exit(1)\n"
        "thing.__class__\n"
    )
    assert sorted(reaches(tree)) == [("_held", 1), ("_key", 3), ("_key", 4), ("_sql", 2)]
