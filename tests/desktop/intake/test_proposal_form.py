"""The normal form on a proposal: what cannot be saved stays open, with its sentence."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.intake.proposal_form import ProposalForm
from desktop.session.session import Session
from tests.desktop.intake.proposed import rows


@pytest.mark.parametrize("at", range(5))
def test_each_kind_opens_in_its_form(
    session: Session, owner: QWidget, qtbot: QtBot, at: int
) -> None:
    row = rows()[at]
    form = ProposalForm(row, session, owner)
    qtbot.addWidget(form)
    assert form.form.name_text() == row.name
    form.accept()
    assert form.result() == QDialog.DialogCode.Accepted and form.record.title == row.name


def test_what_cannot_be_saved_stays_open(session: Session, owner: QWidget, qtbot: QtBot) -> None:
    form = ProposalForm(rows()[0], session, owner)
    qtbot.addWidget(form)
    form.form.page.edits["title"].set_content("")
    form.accept()
    assert form.result() != QDialog.DialogCode.Accepted
    form.form.discard_wanted.emit()
    assert form.result() == QDialog.DialogCode.Rejected
