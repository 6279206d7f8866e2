"""What an opening window does not need is loaded when it is asked for, and the border is whole."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import db
from db import names, reader, store
from db.changes import form_drafts
from db.lazy import LazyModule, checked_imports, lazy_exports

NOT_FOR_A_LIST = (
    "db.changes.writing",
    "db.search.index.fulltext",
    "db.search",
    "db.record_types",
    "db.dates.date_parser",
)


def imported(package: ModuleType) -> dict[str, str]:
    """What the checker of types is told that a package offers, by Python's own parser."""
    tree = ast.parse(Path(package.__file__ or "").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {
        alias.asname or alias.name: node.module or ""
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


@pytest.mark.parametrize("package", [db, names], ids=["db", "db.names"])
def test_what_types_are_told_is_what_is_loaded(package: ModuleType) -> None:
    told = imported(package)
    assert checked_imports(package.__name__) == told and told
    assert [name for name in told if not hasattr(package, name)] == []


@pytest.mark.parametrize("module", [store, reader, form_drafts], ids=["store", "reader", "drafts"])
def test_each_late_module_is_there(module: ModuleType) -> None:
    late = [each for each in vars(module).values() if isinstance(each, LazyModule)]
    assert late and all(each.__doc__ for each in late)
    assert all(import_module(vars(each)["_name"]) for each in late)


def test_a_name_that_is_not_offered_is_said_so() -> None:
    with pytest.raises(AttributeError, match="offers no unicorn"):
        lazy_exports("db")("unicorn")


def test_a_late_module_gives_its_names() -> None:
    assert LazyModule("db.vocabulary.choices").MARKINGS is db.MARKINGS


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
