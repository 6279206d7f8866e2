"""A merge in sentences."""

from __future__ import annotations

from collections import Counter

import pytest
from pytestqt.qtbot import QtBot

from db import MergeConflict, MergeReport
from desktop.merging.merge_words import done_text, preview_text

CONFLICT = MergeConflict("u", "people", "Dar", "born", "Born", *("",) * 6, "ours", False)
PEOPLE = Counter(people=2)
CASES = [
    (MergeReport(), "nothing would be changed", "Merged a.desk: nothing was changed."),
    (MergeReport(added=PEOPLE), "To add: 2 people.", "Merged a.desk: 2 people added."),
    (
        MergeReport(removed=PEOPLE, withheld=3),
        "To delete: 2 people. Above the ceiling and left as it is: 3.",
        "2 people deleted. Above the ceiling and left as it is: 3.",
    ),
    (
        MergeReport(conflicts=[CONFLICT]),
        "Only what both desks changed differs",
        "Not decided, and as this desk had it: 1.",
    ),
    (MergeReport(added=PEOPLE, alike=["u"]), "To add", "like other records: 1; Duplicates shows"),
]


@pytest.mark.parametrize("report, before, after", CASES)
def test_a_merge_is_told(qtbot: QtBot, report: MergeReport, before: str, after: str) -> None:
    assert before in preview_text(report) and after in done_text(report, "a.desk")
