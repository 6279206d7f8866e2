"""The printed documents are listed as the lens shows them; one is chosen by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Lens, PrintedDocument
from desktop.preview.print_history_dialog import PrintedDialog
from desktop.session.session import Session
from tests.desktop.printing.test_print_request import key_of


def keep(session: Session, title: str, marking: int = 0) -> None:
    key = key_of(session, "person", "dar")
    asked = {"title": title, "kind": "person", "form": "biography", "ids": [key]}
    lens = Lens("2025-09-15", 2)
    session.save_printed_document(
        PrintedDocument(title, "biography", lens, marking, 1, asked, {key: 1})
    )


def test_the_newest_stands_first(session: Session, owner: QWidget) -> None:
    keep(session, "First")
    keep(session, "Second")
    table = PrintedDialog(session, owner).table
    texts = [[table.item(row, column).text() for column in (1, 2, 3)] for row in range(2)]
    assert texts == [
        ["Second", "Biographic note", "15 September 2025"],
        ["First", "Biographic note", "15 September 2025"],
    ]


def test_what_lies_above_the_ceiling_is_not_listed(session: Session, owner: QWidget) -> None:
    keep(session, "Open")
    keep(session, "Hidden", 2)
    session.limit(1)
    table = PrintedDialog(session, owner).table
    assert table.rowCount() == 1 and table.item(0, 1).text() == "Open"


@pytest.mark.parametrize(("button", "printed"), [("changes", True), ("again", False)])
def test_a_document_is_chosen(
    session: Session, owner: QWidget, qtbot: QtBot, button: str, printed: bool
) -> None:
    keep(session, "First")
    dialog = PrintedDialog(session, owner)
    qtbot.keyClick(getattr(dialog, button), Qt.Key.Key_Space)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert (dialog.request.title, bool(dialog.request.printed)) == ("First", printed)


def test_nothing_printed_is_said(session: Session, owner: QWidget) -> None:
    dialog = PrintedDialog(session, owner)
    assert not dialog.changes.isEnabled() and not dialog.again.isEnabled()
    assert dialog.selected_document() is None
