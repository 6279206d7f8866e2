"""The pair score against pairs that others labelled."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from db.names.likeness.alike import MIN_PROPOSED_LIKENESS, alike


def _f1(found: list[tuple[bool, bool]]) -> float:
    right = sum(is_one and said for is_one, said in found)
    wrong = sum(is_one != said for is_one, said in found)
    return 2 * right / (2 * right + wrong)


@pytest.mark.real
def test_pairs_of_names_are_told_apart_at_the_score_that_is_proposed(real_data: Path) -> None:
    with (real_data / "names" / "pairs.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = [
        (
            row["is_match"] == "true",
            alike(row["name1"], row["name2"], row["schema"]).score >= MIN_PROPOSED_LIKENESS,
        )
        for row in rows
    ]
    assert _f1(found) >= 0.85
    # Each half by itself, so that the figure does not rest on some rows only.
    assert min(_f1(found[::2]), _f1(found[1::2])) >= 0.83
