"""Conflicts in a table: a side for each or for all, deletions left to be said one by one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import MergeConflict
from desktop.merging.conflict_table import ConflictTable


def conflict(field: str, ours: str, theirs: str, **more: bool) -> MergeConflict:
    return MergeConflict(
        "u", "people", "Dar", field, field, "a", "b", ours, "Ada", theirs, "Ben", "theirs", False,
        **more,
    )  # fmt: skip


def test_newer_is_what_was_written_last_and_no_deletion(qtbot: QtBot, owner: QWidget) -> None:
    table = ConflictTable(owner)
    old, new = "2025-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"
    rows = [
        conflict("x", new, old),
        conflict("y", old, new),
        conflict("", old, new, is_deletion=True),
    ]
    table.conflicts.show_conflicts(rows)
    for side, wanted in (
        ("newer", ["ours", "theirs", "theirs"]), ("ours", ["ours", "ours", "theirs"]),
    ):  # fmt: skip
        table.conflicts.choose_all(side)
        assert [table.conflicts.side(row) for row in range(3)] == wanted
    assert table.conflicts.index(2, 1).data() == "the whole record"
    assert table.conflicts.index(0, 3).data().startswith("Ada, ")
    table.conflicts.show_conflicts(rows[:1])
    assert table.conflicts.sides == {}
