"""Sums, notes and headings of groups are no records, and are told; names that stand alone are."""

from __future__ import annotations

import pytest

from db.exchange.files.asides import leave_out_asides


def left_of(table: str, first: int = 2) -> tuple[list[str], list[str]]:
    """The first cells of the rows that stay, and what is told; rows at `|`, cells at `;`."""
    rows = [tuple(line.split(";")) for line in table.split("|")]
    numbered = [(number, cells) for number, cells in enumerate(rows, first) if any(cells)]
    flags: list[tuple[int, str]] = []
    stay = [cells[0] for _, cells in leave_out_asides(iter(numbered), len(rows[0]), flags)]
    return stay, [says.split("” ")[1].split(";")[0] for _, says in flags]


SUM, NOTE, GROUP = (
    "holds sums and no record",
    "is a note below the table",
    "is a heading of the rows below",
)


@pytest.mark.parametrize(
    ("table", "stay", "told"),
    [
        ("Ana;Peru;3|Total;;3", ["Ana"], [SUM]),
        ("Ana;Peru;3|;Total:;3", ["Ana"], [SUM]),
        ("Ana;Peru;3|Итого;;3", ["Ana"], [SUM]),
        ("Ana;Peru;3|Total number of parties;;1,234", ["Ana"], [SUM]),
        ("Ana;Peru;3|Total;Chile;x", ["Ana", "Total"], []),  # a body of that name
        ("Ana;Peru;3|Number of Angels;film;x", ["Ana", "Number of Angels"], []),
        ("Ana;Peru;3|* as told;;", ["Ana"], [NOTE]),
        ("Ana;Peru;3|Source: the list;;", ["Ana"], [NOTE]),
        ("Ana;Peru;3|;;|Quelle: Amt;;|Stand: 2024;;", ["Ana"], [NOTE, NOTE]),
        ("Ana;Peru;3|;;|Whatever stands apart;;", ["Ana"], [NOTE]),
        ("Ana;Peru;3|Notes:;;|1. As told;;", ["Ana"], [NOTE, NOTE]),
        ("1;2;3|Ana;Peru;3", ["Ana"], ["numbers the columns"]),
        ("(1);(2);(3)|Ana;Peru;3|1;2;3", ["Ana", "1"], ["numbers the columns"]),
        ("Ana;Peru;3|Luis;;", ["Ana", "Luis"], []),
        ("Ana;Peru;3|Luis;;|Eva;Cuba;1", ["Ana", "Luis", "Eva"], []),
        ("EUROPE;;|Ana;Peru;3|AFRICA;;|Eva;Cuba;1", ["Ana", "Eva"], [GROUP, GROUP]),
        ("CHAPTER IV. RIGHTS;;|Ana;Peru;3", ["Ana"], [GROUP]),
        ("Kapitel 2: Verkehr;;|Ana;Peru;3", ["Ana"], [GROUP]),
        ("ANA;Peru;3|LUIS;;|EVA;Cuba;1", ["ANA", "LUIS", "EVA"], []),
        ("Ana;Peru|LUIS;|Eva;Cuba", ["Ana", "LUIS", "Eva"], []),  # two columns tell too little
        ("Ana|Total", ["Ana", "Total"], []),
    ],
)
def test_rows_that_are_no_data_are_left_out_and_told(
    table: str, stay: list[str], told: list[str]
) -> None:
    assert left_of(table) == (stay, told)
