"""What no text is is taken out of a cell and told; what a program writes as text is no formula."""

from __future__ import annotations

import pytest

from db.exchange.files.odd_cells import (
    MAX_ODD_LINES,
    MAX_TEXT_LETTERS,
    OddCell,
    clean_json,
    look_at_cells,
    may_be_odd,
    odd_lines,
    odd_text,
)


@pytest.mark.parametrize(
    "text, clean, says",
    [
        ("Ana", "Ana", ""),
        ("A\0na", "Ana", "NUL"),
        ("A\ud800na\0", "A\ufffdna", "halves"),
        ("x" * MAX_TEXT_LETTERS, "x" * MAX_TEXT_LETTERS, ""),
        ("x" * (MAX_TEXT_LETTERS + 1), "", "1,048,577 characters"),
    ],
)
def test_a_text_is_taken_as_it_can_be_kept(text: str, clean: str, says: str) -> None:
    found, why = odd_text(text)
    assert found == clean and (says in why if says else not why)


@pytest.mark.parametrize("cell", ["=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("x","y")', "=A1"])
def test_a_formula_is_told_and_its_words_are_taken(cell: str) -> None:
    odd: list[OddCell] = []
    rows = [["name", "note"], ["Ana", cell]]
    assert [*look_at_cells(rows, odd)] == rows
    assert [(each.row, each.place, each.value) for each in odd] == [(2, 1, cell)]


@pytest.mark.parametrize("cell", ['="007"', "=", "=>", "== x", "a=1", "-5", "+92 21"])
def test_what_is_no_formula_is_not_told(cell: str) -> None:
    odd: list[OddCell] = []
    assert [*look_at_cells([[cell, "x"]], odd)] == [[cell, "x"]] and odd == []


def test_lines_with_nothing_are_told_one_by_one_up_to_a_number() -> None:
    found = odd_lines("a\0\n" * (MAX_ODD_LINES + 2))
    assert len(found) == MAX_ODD_LINES + 1 and found[-1].startswith("2 more lines")


def test_json_is_looked_at_only_where_it_may_be_odd() -> None:
    assert not may_be_odd('{"name": "Ana é", "born": 1950}')
    for text in ('"\\u0000"', '"\\uD83d"', f'"{"x" * (MAX_TEXT_LETTERS + 1)}"'):
        assert may_be_odd(text)
    odd: list[tuple[str, str, str]] = []
    value = {"a": [{"b": "x\0"}], "n": 3, "ok": "x"}
    assert clean_json(value, "", odd) == {"a": [{"b": "x"}], "n": 3, "ok": "x"}
    assert [each[:2] for each in odd] == [("a[0].b", "x")]
