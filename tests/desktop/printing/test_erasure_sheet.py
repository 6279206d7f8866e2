"""The certificate says what was erased, when, by whom, and which copies remain."""

from __future__ import annotations

from pathlib import Path

from db import Erasure
from desktop.paper.plain_text import plain_text
from desktop.printing.erasure_sheet import erasure_sheet

DONE = Erasure("u-1", "person", "Ann Ashe", time="2026-11-30T10:00:00.000Z", author="Bo")


def test_it_says_what_when_by_whom_and_which_copies_remain() -> None:
    DONE.copies, DONE.counts.history, DONE.marking = [Path("/stick/a.desk")], 12, 2
    text = plain_text([erasure_sheet(DONE, "Desk")])
    for said in (
        "ANN ASHE",
        "u-1",
        "Bo",
        "12 lines of its history",
        "/stick/a.desk",
        "CONFIDENTIAL",
    ):
        assert said in text
    DONE.copies, DONE.why_not_compact = [], "Another window has it open."
    text = plain_text([erasure_sheet(DONE, "Desk")])
    assert "No copy that the desk knows has it." in text
    assert "Another window has it open." in text
