"""Losses are told once, no more than can be read, and none above a ceiling."""

from __future__ import annotations

from pathlib import Path

from db import Lens, Loss, SalvageReport
from db.salvage.salvage_report import MAX_LISTED_LOSSES


def test_a_loss_is_told_once_and_the_rest_is_counted() -> None:
    report = SalvageReport(Path("a.desk"))
    assert report.is_whole
    for number in range(MAX_LISTED_LOSSES + 3):
        report.add_loss(Loss(number, "person", "", "it could not be read", 0))
    report.add_loss(Loss(1, "person", "", "it could not be read", 0))
    assert len(report.losses) == MAX_LISTED_LOSSES
    assert report.more_losses == 3
    assert not report.is_whole


def test_a_loss_of_a_record_above_the_ceiling_is_not_seen() -> None:
    report = SalvageReport(Path("a.desk"))
    report.add_loss(Loss(1, "person", "Open", "x", 0))
    report.add_loss(Loss(2, "person", "Secret", "x", 3))
    report.add_loss(Loss(3, "", "", "x"))
    assert [loss.title for loss in report.seen_losses(Lens(ceiling=1))] == ["Open"]
    assert len(report.seen_losses(Lens())) == 3
