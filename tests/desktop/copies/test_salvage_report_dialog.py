"""What was lost stands in the list, a sentence a line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Loss, SalvageReport
from desktop.copies.salvage_report_dialog import SalvageReportDialog


def test_each_loss_is_a_line(qtbot: QtBot) -> None:
    report = SalvageReport(
        Path("new.desk"),
        {"people": 3, "events": 1},
        changes_lost=2,
        losses=[Loss(1, "person", "Ann <b>Ashe</b>", "its “Born” could not be read")],
        more_losses=4,
        notes=["1 row of the table tag could not be read."],
    )
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = SalvageReportDialog(report, owner)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        "Ann <b>Ashe</b>: its “Born” could not be read.",
        "4 more are not listed.",
        "2 changes of the history are not whole and cannot be undone.",
        "1 row of the table tag could not be read.",
    ]
