"""By their columns and words rows are known for those of a table, or of none."""

from __future__ import annotations

import pytest

from db.salvage.damaged_desk import DamagedDesk
from db.salvage.layouts import best_fit, kept_tables, known_layouts, layout_of
from db.salvage.page_cells import Cell

NOTE = Cell(3, [None, 7, 1, "text", "author", None, None, None, None, 2])


@pytest.mark.parametrize("table", kept_tables())
def test_every_layout_of_a_table_knows_the_number_of_its_rows(table: str) -> None:
    layouts = known_layouts(table)
    assert layouts
    by_key = {"setting", "blob"}  # which SQLite numbers beside their columns
    assert all((layout.row_id is None) is (table in by_key) for layout in layouts)


def test_a_row_gets_its_number_and_what_older_rows_lack() -> None:
    layout = layout_of("t", "CREATE TABLE t (id INTEGER NOT NULL, a VARCHAR, m INTEGER DEFAULT 4"
                            " NOT NULL, PRIMARY KEY (id))")  # fmt: skip
    assert layout.row(Cell(9, [None, "a"])) == [9, "a", 4]
    assert layout.holds(Cell(9, [None, "a"]))
    assert not layout.holds(Cell(9, [None]))
    assert not layout.holds(Cell(9, [9, "a"]))


def test_rows_of_each_table_fit_their_own_best(found: DamagedDesk) -> None:
    everything = [layout for table in kept_tables() for layout in known_layouts(table)]
    rows: dict[str, list[Cell]] = {}
    for layout, cell in found.rows():
        rows.setdefault(layout.table, []).append(cell)
    for table in ("record", "person", "name", "note", "revision", "change", "tenure", "source"):
        best = best_fit(everything, rows[table])[1]
        assert best is not None and best.table == table
