"""What depends on a column: the modules of `db` whose statements name it.

    python -m tests.db.columns_in_sql tenure.since_first
    python -m tests.db.columns_in_sql office

Statements are read out of the source, SQL texts as well as SQLAlchemy's over a declared table;
tables and columns are read out of the declarations. A column without its table's alias counts for
every table of its statement that has it. Who writes and reads whole rows by their declaration,
whatever the columns are called, names none and is not listed.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from db.tables.rows import DECLARATIONS, METADATA, own_fields

ROOT = Path(__file__).resolve().parents[2]
FROZEN = "db/desk_file/migrations"  # what a step once did is no dependence of today
FULL_TEXT = "db/search/index/index_sources.py"
KEYWORD = re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|WHERE|EXISTS)\b")
SOURCE = re.compile(
    r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:main\.)?(\w+|\{\})(?:\s+(?:AS\s+)?([a-z]\w*))?(?=\W|$)"
)
DOTTED = re.compile(r"\b([a-z]\w*)\.([a-z]\w*)\b")
WORD = re.compile(r"(?<![\w.:'])[a-z]\w*(?![\w(']|\s*\.)")
QUOTED = re.compile(r"'[^']*'")
UNKNOWN = "{}"  # a table that is filled in
LIST = re.compile(r"[\w., ]+")  # of columns, that a statement is filled with

Found = dict[str, dict[str, set[str]]]  # table → column → modules


@cache
def declared() -> dict[str, frozenset[str]]:
    """The columns of each declared table."""
    return {name: frozenset(made.columns.keys()) for name, made in METADATA.tables.items()}


@dataclass
class Statement:
    """An SQL text: the tables behind its aliases, the columns named with an alias and without."""

    line: int
    tables: dict[str, set[str]] = field(default_factory=dict)  # alias, or the name itself → tables
    dotted: set[tuple[str, str]] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    is_filled: bool = False  # whether the columns come from elsewhere in the module


def read_statement(text: str, line: int = 0) -> Statement:
    """Take an SQL text apart; what is filled in stands as `{}`.

    >>> made = read_statement("SELECT t.acting FROM tenure t WHERE office_id = 1 AND uid = 'x'")
    >>> made.tables, made.dotted, sorted(made.bare)
    ({'t': {'tenure'}}, {('t', 'acting')}, ['office_id', 'uid'])
    """
    made = Statement(line)
    plain = QUOTED.sub("''", text)
    for name, alias in SOURCE.findall(plain):
        made.tables.setdefault(alias or name, set()).add(name)
    made.dotted = set(DOTTED.findall(plain))
    made.bare = set(WORD.findall(plain)) - {*made.tables}.union(*made.tables.values())
    made.is_filled = "SELECT {}" in text
    return made


def texts(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every text of a module, with `{}` for what is filled in; docstrings left out."""
    inner = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in inner or id(node) in docs:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno
        elif isinstance(node, ast.JoinedStr):
            parts = (
                str(each.value) if isinstance(each, ast.Constant) else UNKNOWN
                for each in node.values
            )
            yield "".join(parts), node.lineno


def statements(tree: ast.Module) -> list[Statement]:
    """The SQL texts of a module."""
    return [read_statement(text, line) for text, line in texts(tree) if KEYWORD.search(text)]


def columns_of(tree: ast.Module) -> set[tuple[str, str]]:
    """Each table and column that the statements of a module name."""
    known = declared()
    made = statements(tree)
    named = {text for text, _ in texts(tree)} & known.keys()  # tables that may be filled in
    aliases: dict[str, set[str]] = defaultdict(set)
    for each in made:
        for alias, names in each.tables.items():
            aliases[alias] |= (names & known.keys()) | (named if UNKNOWN in names else set())
    found = {
        (name, column)
        for each in made
        for alias, column in each.dotted
        for name in aliases[alias]
        if column in known[name]
    }
    filled = (text for text, _ in texts(tree) if LIST.fullmatch(text))
    lists = {word for text in filled for word in re.findall(r"\w+", text)}
    for each in made:
        inside = set().union(*each.tables.values())
        words = each.bare | lists if each.is_filled else each.bare
        for name in (inside & known.keys()) | (named if UNKNOWN in inside else set()):
            found |= {(name, column) for column in words & known[name]}
    return found | set(columns_of_tables(tree))


def columns_of_tables(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each table and column that SQLAlchemy's statements of a module name."""
    known = declared()
    if not any(
        isinstance(node, ast.ImportFrom) and node.module == "db.storage.statements"
        for node in ast.walk(tree)
    ):
        return
    words = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    words |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
    for name in {text for text, _ in texts(tree)} & known.keys():
        yield from ((name, column) for column in words & known[name])


@cache
def modules() -> dict[str, ast.Module]:
    """The modules of `db` that may hold statements, parsed."""
    paths = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "db").rglob("*.py"))]
    return {
        path: ast.parse((ROOT / path).read_text(encoding="utf-8"))
        for path in paths
        if not path.startswith(FROZEN)
    }


@cache
def dependents() -> Found:
    """For each table and column the modules whose statements name it."""
    found: Found = defaultdict(lambda: defaultdict(set))
    for path, tree in modules().items():
        for table, column in columns_of(tree):
            found[table][column].add(path)
    for of in DECLARATIONS:
        for name, meaning in own_fields(of):
            if meaning.searched:  # its statements are made of the declarations
                found[of.TABLE][name].add(FULL_TEXT)
    return found


def main(asked: list[str]) -> int:
    """Print what depends on a column, or on each column of a table."""
    for name in asked:
        table, _, column = name.partition(".")
        if table not in declared() or (column and column not in declared()[table]):
            print(f"There is no column {name} in the declarations.")
            return 2
        for each in [column] if column else sorted(declared()[table]):
            print(f"{table}.{each}")
            for path in sorted(dependents()[table][each]):
                print(f"    {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
