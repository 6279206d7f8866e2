"""A change that a test notices is killed, one that none notices is named with its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import ModuleType

import pytest

from tests.mutate import function_of, mutants, outcome_of

MODULE = '''
"""A module."""
def larger(one: int | None, other: int) -> int:
    """The larger of two, which != the smaller."""
    return one if one > other else other

class Box:
    @property
    def is_empty(self) -> bool:
        return not self.count
'''


def module_of(source: str) -> ModuleType:
    made = ModuleType("made")
    exec(source, vars(made))
    return made


def outcomes(test: Callable[[ModuleType], bool]) -> dict[str, str]:
    """What a test makes of each change."""
    module, found = module_of(MODULE), {}
    for mutant in mutants(MODULE, "made.py"):
        function = function_of(module, mutant.function)
        assert function is not None
        before, function.__code__ = function.__code__, mutant.code
        found[f"{mutant.line}: {mutant.says}"] = outcome_of(lambda: int(not test(module)), 60)
        function.__code__ = before
    return found


def test_only_what_runs_is_changed_and_each_way_once() -> None:
    assert [(each.line, each.says) for each in mutants(MODULE, "made.py")] == [
        (5, "the condition is turned round"),
        (5, "Gt becomes GtE"),
        (10, "a not is left out"),
    ]


def test_a_change_that_a_test_notices_is_killed_and_any_other_survives() -> None:
    found = outcomes(lambda module: module.larger(2, 1) == module.larger(1, 2) == 2)
    assert found == {
        "5: the condition is turned round": "killed",
        "5: Gt becomes GtE": "survived",
        "10: a not is left out": "survived",
    }


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("def f(sql): return sql.rows('SELECT id FROM a WHERE b = ? AND c >= ?')", "in SQL “AND”"),
        ("def f(x): return [y for y in x if y]", "a condition is left out"),
        ("def f(x): x.append(1)", "a call is left out"),
        ("def f(x):\n    x += [1]\n    return x", "an assignment is left out"),
        ("def f(): return True", "True becomes False"),
        ("def f(x):\n    for y in x:\n        break", "a jump is left out"),
    ],
)
def test_every_kind_of_change_can_be_run(source: str, changed: str) -> None:
    assert any(changed in mutant.says for mutant in mutants(source, "made.py"))


@pytest.mark.parametrize(
    ("run", "outcome"),
    [
        (lambda: 0, "survived"),
        (lambda: 1, "killed"),
        (partial(exec, "while True: pass"), "late"),
        (partial(exec, "1 / 0"), "killed"),
    ],
)
def test_a_run_has_a_process_of_its_own(run: Callable[[], int], outcome: str) -> None:
    assert outcome_of(run, 2.0 if outcome == "late" else 60) == outcome
