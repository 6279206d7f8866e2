"""Changes a module a little, many times, and says which changes no test notices.

python -m tests.mutate db/lists/status.py [TESTS ...]

Each change (a mutant) is one comparison, sign, number, word or line of one function. It is tried in
a process of its own on the module's own test file, then on all tests of that folder, or on those
that are named. What survives is either a test that is missing or a line that does nothing.
"""

from __future__ import annotations

import ast
import copy
import importlib
import io
import os
import re
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
SWAPS: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE,
    ast.GtE: ast.Gt, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
# Of a statement of SQL: what is found, and what stands there instead.
SQL_SWAPS: Final = (
    (r"\bAND\b", "OR"), (r"\bOR\b", "AND"), (r"<=", "<"), (r">=", ">"), (r" < ", " <= "),
    (r" > ", " >= "), (r"<>", "="), (r" = \?", " <> ?"), (r"=\?", "<>?"), (r"\bDESC\b", ""),
    (r"\bNOT IN\b", "IN"), (r"\bIS NULL\b", "IS NOT NULL"), (r"\bmax\(", "min("),
    (r"\bmin\(", "max("), (r"\bDISTINCT\b", ""), (r"ORDER BY \w+(\.\w+)?", ""),
)  # fmt: skip
SQL: Final = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|AND|ORDER BY)\b")
PRELOADED: Final = ("hypothesis", "db.store", "db.desk_file.new_desk", "db.desk_file.opening",
                    "db.search", "db.search.fuzzy.widened", "tests.db.conftest")  # fmt: skip
PATIENCE: Final = 20.0  # seconds that a mutant may take longer than three times the tests alone
Change = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: where it is, what it says, and the function's code with it."""

    line: int
    says: str
    function: str
    code: CodeType


def changes_of(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What can be changed at one place, each with how to change it there."""
    for name in ("op", "ops"):
        signs = getattr(node, name, None)
        for at, sign in enumerate(signs if isinstance(signs, list) else [signs]):
            if type(sign) in SWAPS:
                other = SWAPS[type(sign)]
                yield (
                    f"{type(sign).__name__} becomes {other.__name__}",
                    partial(_put, node, name, at, other()),
                )
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "a not is left out", partial(_become, node, node.operand)
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        negated = ast.UnaryOp(ast.Not(), node.test)
        yield "the condition is turned round", partial(setattr, node, "test", negated)
    if isinstance(node, ast.comprehension) and node.ifs:
        yield "a condition is left out", partial(setattr, node, "ifs", node.ifs[1:])
    if isinstance(node, ast.Constant):
        yield from _other_values(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "a call is left out", partial(setattr, node, "value", ast.Constant(None))
    if isinstance(node, ast.AugAssign):
        yield "an assignment is left out", partial(setattr, node, "value", _neutral(node))
    if isinstance(node, ast.Break | ast.Continue):
        yield "a jump is left out", partial(_become_statement, node)


def _other_values(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} becomes {not value}", partial(setattr, node, "value", not value)
    elif isinstance(value, int):
        yield f"{value} becomes {value + 1}", partial(setattr, node, "value", value + 1)
    elif isinstance(value, str) and SQL.search(value):
        for pattern, other in SQL_SWAPS:
            for found in re.finditer(pattern, value):
                text = value[: found.start()] + other + value[found.end() :]
                says = f"in SQL “{found[0].strip()}” becomes “{other.strip()}”"
                yield says, partial(setattr, node, "value", text)
    elif isinstance(value, str) and value:
        yield f"{value[:30]!r} becomes another text", partial(setattr, node, "value", f"{value}Q")


def _put(node: ast.AST, name: str, at: int, sign: ast.AST) -> None:
    if name == "ops":
        getattr(node, name)[at] = sign
    else:
        setattr(node, name, sign)


def _become(node: ast.UnaryOp, other: ast.expr) -> None:
    node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), other)


def _become_statement(node: ast.AST) -> None:
    node.__class__ = ast.Pass


def _neutral(node: ast.AugAssign) -> ast.expr:
    """What changes nothing where it is added, multiplied or joined: the value's own kind, empty."""
    return ast.parse(f"type(({ast.unparse(node.value)}))()", mode="eval").body


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions and methods of a module with their qualified names, those in functions not."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}.{inner.name}", inner


def mutants(source: str, path: str) -> Iterator[Mutant]:
    """Every change of a module's functions, in the order of its functions."""
    tree = ast.parse(source)
    for name, function in functions(tree):
        for at, place in enumerate(_places(function)):
            for which in range(len(list(changes_of(place)))):
                changed = copy.deepcopy(tree)
                node = list(_places(dict(functions(changed))[name]))[at]
                says, change = list(changes_of(node))[which]
                change()
                code = compile(ast.fix_missing_locations(changed), path, "exec")
                yield Mutant(_line(node), says, name, _code_of(code, name))


def _places(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What of a function runs when it is called: neither its docstring nor annotations do."""
    waiting: list[ast.AST] = list(function.body)
    if ast.get_docstring(function):
        del waiting[0]
    while waiting:
        node = waiting.pop(0)
        yield node
        waiting += [
            child
            for name, value in ast.iter_fields(node)
            if name not in ("annotation", "returns")
            for child in (value if isinstance(value, list) else [value])
            if isinstance(child, ast.AST)
        ]


def _line(node: ast.AST) -> int:
    """Where a change is: a part of a comprehension has no line of its own."""
    return int(getattr(node.target if isinstance(node, ast.comprehension) else node, "lineno", 0))


def _code_of(code: CodeType, name: str) -> CodeType:
    """The code of a function within that of its module."""
    for part in name.split("."):
        code = next(
            each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == part
        )
    return code


def function_of(module: ModuleType, name: str) -> FunctionType | None:
    """The function that is so called, without what is wrapped round it."""
    found: Any = module
    for part in name.split("."):
        found = vars(found).get(part)
    for inner in ("fget", "func", "__func__", "__wrapped__"):
        found = getattr(found, inner, found)
    return found if isinstance(found, FunctionType) else None


def outcome_of(run: Callable[[], int], seconds: float) -> str:
    """What comes of a run in a process of its own: `survived`, `killed` or `late`."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        status = 1
        try:
            with open(os.devnull, "w") as nowhere:
                os.dup2(nowhere.fileno(), 1)
                os.dup2(nowhere.fileno(), 2)
                status = int(run())
        finally:
            os.write(writing, bytes([status]))
            os._exit(status)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], seconds)
    said = os.read(reading, 1) if ready else b""
    os.close(reading)
    if not ready:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "late" if not ready else "survived" if said == b"\0" else "killed"


def run_tests(paths: Sequence[Path]) -> int:
    """Run tests until one fails; 0 where none does."""
    quiet = io.StringIO()
    without = [f"-pno:{each}" for each in ("cacheprovider", "pytest-qt", "timeout", "xdist")]
    order = ["-x", "-q", "--no-header", *without, *map(str, paths)]
    with redirect_stdout(quiet), redirect_stderr(quiet):
        return int(pytest.main(order))


def try_all(source: Path, groups: Sequence[Sequence[Path]]) -> Counter[str]:
    """Try every mutant of a module on groups of tests, one after the other; print what survives."""
    name = ".".join(source.relative_to(ROOT).with_suffix("").parts)
    module = importlib.import_module(name)
    for each in PRELOADED:  # once here instead of in every process
        importlib.import_module(each)
    begun = time.monotonic()
    for group in groups:
        if outcome_of(partial(run_tests, group), 600) != "survived":
            raise SystemExit(f"These tests fail before anything is changed: {group[0]}")
    patience = 3 * (time.monotonic() - begun) + PATIENCE
    counts: Counter[str] = Counter()
    for mutant in mutants(source.read_text(encoding="utf-8"), str(source)):
        function = function_of(module, mutant.function)
        if function is None or len(function.__code__.co_freevars) != len(mutant.code.co_freevars):
            continue

        def run(paths: Sequence[Path], into: FunctionType = function, it: Mutant = mutant) -> int:
            into.__code__ = it.code
            return run_tests(paths)

        outcome = "survived"
        for group in groups:
            if outcome == "survived":
                outcome = outcome_of(partial(run, group), patience)
        counts[outcome] += 1
        if outcome == "survived":
            place = source.relative_to(ROOT)
            print(f"{place}:{mutant.line}: {mutant.function}: {mutant.says}", flush=True)
    return counts


def tests_of(source: Path) -> list[list[Path]]:
    """The module's own test file, then the others of its folder."""
    own = ROOT / "tests" / source.relative_to(ROOT).parent / f"test_{source.name}"
    others = sorted(path for path in own.parent.glob("test_*.py") if path != own)
    return [group for group in ([own] if own.exists() else [], others) if group]


def main(source: str, *tests: str) -> None:
    """Try a module on its tests, or on those that are named."""
    os.environ["CI"] = "1"  # the same examples each time
    path = (ROOT / source).resolve()
    groups = [[ROOT / each for each in tests]] if tests else tests_of(path)
    counts = try_all(path, groups)
    told = ", ".join(f"{counts[each]} {each}" for each in ("killed", "late", "survived"))
    print(f"{source}: {told}")


if __name__ == "__main__":
    main(*sys.argv[1:])
