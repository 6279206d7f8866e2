"""Lines are read in blocks as they are asked for, few are held, and a refusal never raises."""

from array import array

import pytest

from db import Lens, Line, Refused
from desktop.models.line_blocks import MAX_KEPT_ROWS, ROWS_A_BLOCK, LineBlocks

LENS = Lens("2025-09-15", 3)
IDS = array("q", range(1, 10_001))


def line(key: int) -> Line:
    return Line(key, f"u{key}", "person", f"Person {key}", "", (f"Person {key}",), 0, "", None)


class Reading:
    """A reader that notes what it was asked for; ids that are gone have no line."""

    def __init__(self, *gone: int, refuses: bool = False) -> None:
        self.asked: list[list[int]] = []
        self._gone = gone
        self._refuses = refuses

    def lines(self, ids: list[int], lens: Lens, more: frozenset[str]) -> list[Line]:
        self.asked.append(list(ids))
        if self._refuses:
            raise Refused("The disk does not answer.")
        return [line(key) for key in ids if key not in self._gone]


def test_a_screenful_is_one_question() -> None:
    blocks, reader = LineBlocks(), Reading()
    for at in range(500, 500 + ROWS_A_BLOCK):
        found = blocks.row(at, IDS, reader, LENS).line
        assert found is not None and found.id == IDS[at]
    assert reader.asked == [list(IDS[500 : 500 + ROWS_A_BLOCK])]


def test_only_what_is_missing_is_asked_for() -> None:
    blocks, reader = LineBlocks(), Reading()
    blocks.row(100, IDS, reader, LENS)
    blocks.row(100 - ROWS_A_BLOCK // 2, IDS, reader, LENS)
    assert reader.asked[1] == list(IDS[100 - ROWS_A_BLOCK // 2 : 100])


def test_the_last_rows_are_read_as_far_as_they_go() -> None:
    blocks, reader = LineBlocks(), Reading()
    blocks.row(len(IDS) - 3, IDS, reader, LENS)
    assert reader.asked == [list(IDS[-3:])]


def test_however_far_one_goes_few_are_held() -> None:
    blocks, reader = LineBlocks(), Reading()
    for at in range(0, len(IDS), ROWS_A_BLOCK):
        blocks.row(at, IDS, reader, LENS)
    held = sum(blocks.row_in_memory(at) is not None for at in range(len(IDS)))
    assert held == MAX_KEPT_ROWS
    assert blocks.row_in_memory(0) is None and blocks.row_in_memory(len(IDS) - 1) is not None


def test_a_record_that_is_gone_is_a_row_without_a_line() -> None:
    blocks = LineBlocks()
    row = blocks.row(4, IDS, Reading(5), LENS)
    assert row.line is None and row.refusal == ""


def test_a_refusal_is_kept_in_the_row() -> None:
    row = LineBlocks().row(0, IDS, Reading(refuses=True), LENS)
    assert row.line is None and row.refusal == "The disk does not answer."


def test_a_record_is_found_while_its_line_is_held() -> None:
    blocks = LineBlocks()
    blocks.row(10, IDS, Reading(), LENS)
    assert blocks.row_of(12) == 11
    assert blocks.row_of(5_000) is None
    blocks.clear()
    assert blocks.row_of(12) is None and blocks.row_in_memory(10) is None


@pytest.mark.parametrize("found", [None])
def test_a_list_that_was_not_searched_holds_nothing_at_first(found: None) -> None:
    blocks = LineBlocks()
    blocks.row(0, IDS, Reading(), LENS)
    blocks.fill(found)
    assert blocks.row_in_memory(0) is None
