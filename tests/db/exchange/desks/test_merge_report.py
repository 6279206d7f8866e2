"""Decisions are those of the list or none; what nobody decided is counted."""

from __future__ import annotations

import pytest

from db import Refused
from db.exchange.desks.merge_report import Decisions, MergeConflict, MergeReport


@pytest.mark.parametrize("how", [("best", {}), ("", {("u", "born"): "both"})])
def test_a_decision_that_is_none_is_refused(how: tuple[str, dict[tuple[str, str], str]]) -> None:
    with pytest.raises(Refused, match=r"no (rule|choice)"):
        Decisions(*how)


def test_what_nobody_decided_is_counted() -> None:
    texts = ("u", "people", "Dar", "born", "Born", "1", "2", "", "", "", "")
    conflicts = [MergeConflict(*texts, "ours", decided) for decided in (True, False, False)]
    assert MergeReport(conflicts=conflicts).undecided_count == 2
    assert conflicts[0].key == ("u", "born")
