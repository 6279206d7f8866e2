"""What an opening window does not need is loaded when it is asked for, and the border is whole."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import db
from db import names
from db.lazy import LazyModule, lazy_exports

NOT_FOR_A_LIST = (
    "db.changes.writing",
    "db.search.index.fulltext",
    "db.search",
    "db.records",
    "db.dates.date_parser",
)


def imported(package: str) -> dict[str, set[str]]:
    """What the checker of types is told that a package offers, by module."""
    tree = ast.parse(Path(sys.modules[package].__file__ or "").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    found: dict[str, set[str]] = {}
    for node in block.body:
        assert isinstance(node, ast.ImportFrom) and node.module is not None
        module = node.module.removeprefix(f"{package}.")
        found.setdefault(module, set()).update(alias.name for alias in node.names)
    return found


@pytest.mark.parametrize("package", [db, names], ids=["db", "db.names"])
def test_what_types_are_told_is_what_is_loaded(package: object) -> None:
    told = imported(package.__name__)
    assert {module: set(text.split()) for module, text in package.EXPORTS.items()} == told
    assert set(package.__all__) == set().union(*told.values())
    assert [name for name in package.__all__ if not hasattr(package, name)] == []


def test_a_name_that_is_not_offered_is_said_so() -> None:
    with pytest.raises(AttributeError, match="offers no unicorn"):
        lazy_exports("db", {"words": "MARKINGS"})("unicorn")


def test_a_late_module_gives_its_names() -> None:
    assert LazyModule("vocabulary.choices").MARKINGS is db.MARKINGS


def test_opening_a_desk_and_reading_its_list_loads_little(tmp_path: Path) -> None:
    db.make_desk(tmp_path / "my.desk")
    code = (
        "import sys; from pathlib import Path; from db import Lens, open_desk\n"
        "store = open_desk(Path(sys.argv[1]))\n"
        "ids = store.reader.first_ids('person', Lens(), 'name')\n"
        "store.reader.lines(ids, Lens())\n"
        "print(*sorted(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "my.desk")],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(NOT_FOR_A_LIST).isdisjoint(told.stdout.split())
