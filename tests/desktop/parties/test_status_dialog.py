"""The status table of an agreement with two hundred parties, and a what-if that writes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Agreement, HistoricalDate, Lens, Party, PartyAction, Ref
from desktop.parties.status_dialog import StatusDialog


def ratified(name: str, key: int, day: str) -> Party:
    act = PartyAction(action="ratified", date=HistoricalDate.parse(day))
    return Party(who=Ref(key, name, "organization"), actions=[act])


@pytest.fixture
def dialog(qtbot: QtBot, owner: QWidget) -> StatusDialog:
    parties = [ratified(f"State {n}", n, f"20{n % 25:02}-01-01") for n in range(1, 200)]
    pact = Agreement(title="Pact", in_force_rule="200 deposits + 90 days", parties=parties)
    made = StatusDialog(pact, Lens("2026-06-01"), owner)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_missing_is_said_and_parties_are_counted(dialog: StatusDialog) -> None:
    assert dialog.narrowed.rowCount() == 199
    assert dialog.count.text() == "Signatories 0 · Parties 199"
    assert "Missing: 1 more ratification" in dialog.answer.text()


def test_words_narrow_the_table(dialog: StatusDialog) -> None:
    dialog.words.setText("State 19")
    assert dialog.narrowed.rowCount() == 12  # 19, 119, 190 to 199


def test_a_what_if_brings_it_into_force(dialog: StatusDialog) -> None:
    dialog.what_if.setText("Kenya ratifies 2026-05-01")
    dialog.suppose_button.click()
    assert dialog.answer.text().startswith("If Kenya ratifies 2026-05-01: ")
    assert "30 July 2026" in dialog.answer.text()
    assert dialog.narrowed.rowCount() == 200
    dialog.what_if.setText("whatever")
    dialog.suppose_button.click()
    assert "does not say who does what when" in dialog.message.text()
    dialog.what_if.clear()
    dialog.suppose_button.click()
    assert dialog.narrowed.rowCount() == 199 and dialog.message.isHidden()
