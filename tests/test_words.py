"""Names and docstrings say what a thing is or does in the words that other engineers use.

A function is a verb in the imperative or a noun of what it returns; a past participle names a
signal. A constant says what it limits. A docstring of a function begins with its verb.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = [
    ROOT / "main.py",
    *sorted((ROOT / "db").rglob("*.py")),
    *sorted((ROOT / "desktop").rglob("*.py")),
]


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    """Each module of the product, parsed, and let go after this file: so many objects slow all."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in PRODUCT
    }


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IRREGULAR = words(
    "told kept given shown taken chosen drawn held said made done found known seen heard left"
    " written sent begun gone brought thought meant built felt lost met paid sold won worn broken"
    " spoken spelt thrown torn laid led got caught taught bought hidden split_up stood"
)
NO_PARTICIPLE = words("need feed seed speed embed proceed breed unneeded weed")

#: Functions whose last word is a participle all the same, and why.
PARTICIPLES = {
    "count_created": "counts what the report lists as created",
    "count_updated": "counts what the report lists as updated",
    "currentChanged": "Qt's own name",
    "done": "Qt's own name",
    "edited": "hands out the signal of that name",
    "listed": "the value of the statement's part LISTED, in each of its calls",
    "mark_records_checked": "writes what the page calls checked",
    "marked": "a property: the marked row",
    "on_file_moved": "called when that happens",
    "_raise_if_stopped": "raises Stopped",
}

#: Participles that say of a value only that something was done with it, and not what it is.
OF_NO_VALUE = words(
    "asked begun gone heard held kept lies listed lying made meant met named noted noticed said"
    " shown stood taken told turned"
)

#: Values that bear such a name all the same, and why.
VALUES = {
    "db/print_log/printed_documents.py asked": "the column of that name",
    "db/search/exact/filters.py listed": "the statement that is put for LISTED",
    "db/tables/desk.py asked": "the column of that name",
}

#: Words that limit something and do not say what.
VAGUE = words(
    "MOST SHOWN LONGEST SHORTEST LEAST FEW FEWEST KEPT MEMORY PATIENCE STEPS STEP LARGEST WIDEST"
    " ENOUGH CAP LIMIT SIZE BATCH ROOM PAUSE LONG LARGE MANY SMALL SEEN LENGTH"
)

#: With which a docstring of a function may begin.
VERBS = words(
    "Add Adopt Answer Apply Ask Attach Begin Bind Break Bring Build Call Cancel Carry Change"
    " Check Choose Clear Close Collect Compare Complete Control Copy Count Create Cut Declare"
    " Delete Derive Detect Discard Do Draw Drop Empty Enable End Erase Fill Filter Find Fit"
    " Flag Fold Follow Forget Format Free Give Go Guess Hand Have Hide Hold Ignore Import"
    " Index Insert Install Interrupt Join Keep Label Lay Learn Leave Let List Listen Load Lock"
    " Log Look Make Mark Match Measure Mend Merge Move Name Narrow Note Notify Number Offer"
    " Open Order Paint Pair Parse Place Prepare Print Put Raise Rank Rate Read Refresh Refuse"
    " Release Remember Remove Rename Repeat Replace Report Reset Restore Return Run Save Say"
    " Scroll Search Select Send Serve Set Settle Show Shorten Sort Space Split Start Step Stop"
    " Store Switch Take Tell Tie Trim Try Turn Undo Unlock Update Use Wait Walk Warn Withdraw"
    " Write Yield Zoom"
)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node


def is_participle(name: str) -> bool:
    """Say whether a function's name ends as a participle does and asks no question.

    >>> [is_participle(each) for each in ("_told", "rows_refused", "is_marked", "find_faults")]
    [True, True, False, False]
    """
    parts = name.strip("_").split("_")
    if parts[0] in ("is", "has", "are"):
        return False
    last = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", parts[-1]).lower().rpartition("_")[2]
    regular = last.endswith("ed") and len(last) > 3 and last not in NO_PARTICIPLE
    return regular or last in IRREGULAR


def is_property(node: ast.FunctionDef) -> bool:
    return any(
        "property" in (said := ast.unparse(each)) or "setter" in said
        for each in node.decorator_list
    )


def constants(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield each module's constants that are a number, with their lines."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets: list[ast.expr] = node.targets
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets = [node.target]
        else:
            continue
        numbers = (ast.Constant, ast.BinOp, ast.UnaryOp)
        if isinstance(node.value, numbers) and not isinstance(ast_value(node.value), str | bytes):
            yield from ((each.id, node.lineno) for each in targets if isinstance(each, ast.Name))


def values(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield each parameter, variable, attribute and field that gets a value, save the signals."""
    signals = {
        id(target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Signal(")
        for target in node.targets
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr
        elif (
            isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Store)
            and not (id(node) in signals or node.id.isupper())
        ):
            yield node.lineno, node.id


def ast_value(value: ast.expr) -> object:
    return value.value if isinstance(value, ast.Constant) else None


def test_a_past_participle_names_no_function(trees: dict[str, ast.Module]) -> None:
    wrong = [
        f"{file}:{node.lineno} {node.name}"
        for file, tree in trees.items()
        for node in functions(tree)
        if is_participle(node.name) and node.name not in PARTICIPLES
    ]
    assert not wrong, "name it by a verb or by what it returns: " + ", ".join(wrong)


def test_a_value_is_called_by_what_it_is(trees: dict[str, ast.Module]) -> None:
    wrong = [
        f"{file}:{line} {name}"
        for file, tree in trees.items()
        for line, name in values(tree)
        if name.strip("_") in OF_NO_VALUE and f"{file} {name}" not in VALUES
    ]
    assert not wrong, "say what it holds: " + ", ".join(wrong)


def test_each_exception_is_still_needed_and_they_are_few(trees: dict[str, ast.Module]) -> None:
    names = {node.name for tree in trees.values() for node in functions(tree)}
    assert not sorted(set(PARTICIPLES) - names) and len(PARTICIPLES) < 30
    named = {f"{file} {name}" for file, tree in trees.items() for _, name in values(tree)}
    assert not sorted(set(VALUES) - named)


def test_a_constant_says_what_it_limits(trees: dict[str, ast.Module]) -> None:
    wrong = [
        f"{file}:{line} {name}"
        for file, tree in trees.items()
        for name, line in constants(tree)
        if name.strip("_") in VAGUE
    ]
    assert not wrong, "say what is limited, and its unit: " + ", ".join(wrong)


def test_a_docstring_of_a_function_is_imperative(trees: dict[str, ast.Module]) -> None:
    wrong = [
        f"{file}:{node.lineno} {node.name}: {said.splitlines()[0]}"
        for file, tree in trees.items()
        for node in functions(tree)
        if (said := ast.get_docstring(node))
        and not is_property(node)
        and said.split()[0].strip(",.;:") not in VERBS
    ]
    assert not wrong, "begin with a verb: " + "; ".join(wrong)


def test_no_two_classes_bear_one_name(trees: dict[str, ast.Module]) -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(f"{file}:{node.lineno}")
    twice = {name: where for name, where in places.items() if len(where) > 1}
    assert not twice


def test_no_two_modules_bear_one_name(trees: dict[str, ast.Module]) -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for file in trees:
        places[Path(file).stem].append(file)
    assert not {name for name, where in places.items() if len(where) > 1 and name != "__init__"}
