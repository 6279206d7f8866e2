"""`date`: one text or a batch; the module of dates has the hard cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command

KEYS = ["text", "edtf", "first", "last", "valid", "why"]


@pytest.mark.parametrize(
    ("words", "edtf", "first", "last"),
    [
        (["late", "July", "2025"], "[2025-07-21..2025-07-31]", "2025-07-21", "2025-07-31"),
        (["2025"], "2025", "2025-01-01", "2025-12-31"),
        (["03/04/2025", "--day-first"], "2025-04-03", "2025-04-03", "2025-04-03"),
        (["--month-first", "03/04/2025"], "2025-03-04", "2025-03-04", "2025-03-04"),
        (["yesterday", "--published", "2025-09-15"], "2025-09-14", "2025-09-14", "2025-09-14"),
    ],
)
def test_a_date_is_read(
    command: Command, words: list[str], edtf: str, first: str, last: str
) -> None:
    data = command("date", *words, "--json").data
    assert list(data) == KEYS
    assert (data["edtf"], data["first"], data["last"], data["valid"]) == (edtf, first, last, True)


def test_a_text_that_is_no_date_is_refused_and_says_why(command: Command) -> None:
    outcome = command("date", "03/04/2025", "--json")
    assert (outcome.status, outcome.data["valid"]) == (3, False)
    assert "3 April or 4 March" in outcome.data["why"]


def test_a_batch_is_a_list_and_its_invalid_rows_are_part_of_the_answer(
    command: Command, tmp_path: Path
) -> None:
    batch = tmp_path / "dates.csv"
    batch.write_text('string,label\n2025-07,1\n"rubbish, \n truly",0\n,0\n', encoding="utf-8")
    outcome = command("date", "--batch", batch, "--json")
    assert outcome.status == 0
    assert [(one["text"], one["valid"]) for one in outcome.data] == [
        ("2025-07", True),
        ("rubbish, \n truly", False),
        ("", False),
    ]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ([], 2),
        (["2025", "--day-first", "--month-first"], 2),
        (["2025", "--published", "2025"], 3),
        (["--batch", "nowhere.csv"], 3),
    ],
)
def test_what_cannot_be_asked_is_said(command: Command, words: list[str], status: int) -> None:
    outcome = command("date", *words)
    assert (outcome.status, outcome.out) == (status, "") and outcome.err.count("\n") == 1
