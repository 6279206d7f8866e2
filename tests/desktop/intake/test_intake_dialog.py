"""The intake dialog: a text is read, proposals are decided by key, what is open is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db import Person
from desktop.intake.intake_dialog import IntakeDialog, readable_paths
from desktop.intake.proposal_form import ProposalForm
from desktop.session.session import Session
from tests.desktop.conftest import Answers

TEXT = (
    "ISLAMABAD: Foreign Minister Ishaq Dar held a telephone call with Norwegian Foreign Minister"
    " Espen Barth Eide on Monday."
)


@pytest.fixture
def ask() -> Answers:
    return Answers()


@pytest.fixture
def dialog(session: Session, ask: Answers, qtbot: QtBot, owner: QWidget) -> IntakeDialog:
    found = IntakeDialog(session, ask, owner)
    qtbot.addWidget(found)
    found.show()
    return found


def read(dialog: IntakeDialog, qtbot: QtBot, text: str = TEXT) -> None:
    dialog.text.setPlainText(text)
    with qtbot.waitSignal(dialog.previewed, timeout=20_000):
        dialog.read()


def names(dialog: IntakeDialog, kind: str) -> list[str]:
    return [row.name for row in dialog.table.proposals.rows if row.kind == kind]


def test_the_day_of_publication_is_asked_first(dialog: IntakeDialog) -> None:
    assert dialog.source.published.isAncestorOf(dialog.focusWidget())
    assert not dialog.accept_button.isEnabled() and dialog.counted.text() == ""


def test_a_text_is_read_and_its_words_are_coloured(dialog: IntakeDialog, qtbot: QtBot) -> None:
    dialog.source.published.set_value("16 September 2025")
    read(dialog, qtbot)
    assert set(names(dialog, "person")) == {"Ishaq Dar", "Espen Barth Eide"}
    [call] = [row for row in dialog.table.proposals.rows if row.kind == "event"]
    assert call.proposal.fields.date == "2025-09-15"
    coloured = {TEXT[span.start : span.end] for span in dialog.text.spans}
    assert any("Ishaq Dar" in words for words in coloured)
    assert dialog.table.hasFocus() and "Ishaq Dar" in dialog.sentence.text()
    assert dialog.accept_button.isEnabled()


def test_without_a_day_it_says_what_that_costs(dialog: IntakeDialog, qtbot: QtBot) -> None:
    read(dialog, qtbot)
    assert "“last July” give no date" in dialog.message.text()


@pytest.mark.parametrize("day, says", [
    ("September 2025", "Write the one day"),
    ("tomorrowish", "tomorrowish"),
])  # fmt: skip
def test_a_day_that_is_none_is_told_before_reading(
    dialog: IntakeDialog, day: str, says: str
) -> None:
    dialog.source.published.set_value(day)
    dialog.text.setPlainText(TEXT)
    dialog.read()
    assert says in dialog.message.text() and dialog.table.proposals.rows == []


def test_a_changed_text_lets_its_proposals_go(dialog: IntakeDialog, qtbot: QtBot) -> None:
    read(dialog, qtbot)
    dialog.text.insertPlainText("Not so. ")
    assert dialog.table.proposals.rows == [] and dialog.text.spans == ()
    assert "read it again" in dialog.message.text() and not dialog.accept_button.isEnabled()


def test_a_changed_day_lets_them_go_as_well(dialog: IntakeDialog, qtbot: QtBot) -> None:
    read(dialog, qtbot)
    line = dialog.source.published.focusProxy()
    qtbot.keyClicks(line, "1 May 2025")
    assert dialog.table.proposals.rows == []


def test_who_may_be_somebody_is_asked_before_all_is_accepted(
    dialog: IntakeDialog, qtbot: QtBot
) -> None:
    read(dialog, qtbot)
    row = dialog.table.proposals.rows[0]
    known = next(each for each in dialog.table.proposals.rows if each.candidates)
    row.candidates, row.match_id, row.is_match_chosen = known.candidates, None, False
    dialog.accept()
    assert (
        dialog.result() != QDialog.DialogCode.Accepted and "Choose with M" in dialog.message.text()
    )
    menu = dialog.match_menu(row)
    assert menu.actions()[-1].text() == "A new record"
    named = row.candidates[0].title
    assert menu.actions()[0].text().count(named) == 1
    menu.actions()[0].trigger()
    assert row.match_id == row.candidates[0].id and not row.is_open
    menu.actions()[-1].trigger()
    assert row.match_id is None and not row.is_open
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_letter_of_accept_works_from_the_table(dialog: IntakeDialog, qtbot: QtBot) -> None:
    read(dialog, qtbot)
    for row in dialog.table.proposals.rows:
        row.is_match_chosen = True
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_only_what_is_taken_is_chosen_and_cites_the_text(
    dialog: IntakeDialog, qtbot: QtBot
) -> None:
    dialog.source.published.set_value("16 September 2025")
    dialog.source.publisher.setText("The Paper")
    read(dialog, qtbot)
    dialog.table.choose_first()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    choice = dialog.choice
    assert len(choice.rows) == len(dialog.table.proposals.rows) - 1
    assert choice.source.text == TEXT and choice.source.publisher == "The Paper"
    assert choice.source.title == TEXT and choice.source.published.edtf == "2025-09-16"


def test_f2_opens_the_form_and_its_edits_are_kept(
    dialog: IntakeDialog, ask: Answers, qtbot: QtBot
) -> None:
    read(dialog, qtbot)

    def fill(form: QDialog) -> bool:
        assert isinstance(form, ProposalForm)
        form.form.page.edits["title"].set_content("Mohammad Ishaq Dar")
        form.accept()
        return form.result() == QDialog.DialogCode.Accepted

    ask.fill = fill
    line = next(at for at, row in enumerate(dialog.table.proposals.lines)
                if getattr(row, "name", "") == "Ishaq Dar")  # fmt: skip
    dialog.table.choose_line(line)
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    row = dialog.table.proposals.row_at(line)
    assert row is not None and isinstance(row.record, Person)
    assert row.name == "Mohammad Ishaq Dar" and row.is_taken


def test_marked_words_become_a_proposal(dialog: IntakeDialog, qtbot: QtBot) -> None:
    read(dialog, qtbot)
    cursor = dialog.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    dialog.text.setFocus()
    qtbot.keyClick(dialog.text, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert "ISLAMABAD" in names(dialog, "organization")
    row = dialog.table.proposals.row_at(dialog.table.line)
    assert row is not None and row.name == "ISLAMABAD" and row.is_taken


def test_pointing_at_a_row_lights_its_words(dialog: IntakeDialog, qtbot: QtBot) -> None:
    read(dialog, qtbot)
    line = dialog.table.proposals.lines.index(dialog.table.proposals.rows[-1])
    dialog.table.pointed.emit(line)
    marked = dialog.text.extraSelections()  # held, or their cursors go
    lit = marked[-1].cursor.selectedText()
    span = next(each for each in dialog.text.spans if each.row == line)
    assert TEXT[span.start : span.end] and lit in TEXT


def test_a_text_file_is_dropped(dialog: IntakeDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path, other = tmp_path / "news.txt", tmp_path / "table.csv"
    path.write_text(TEXT, encoding="utf-8")
    other.write_text("a,b", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in (path, other)])
    assert readable_paths(mime) == [path]
    with qtbot.waitSignal(dialog.previewed, timeout=20_000):
        dialog.open_file(path)
    assert dialog.text.text() == TEXT and dialog.table.proposals.rows


def test_nothing_new_is_said(dialog: IntakeDialog, qtbot: QtBot) -> None:
    read(dialog, qtbot, "It rained.")
    assert "Nothing new was found" in dialog.message.text()
    assert not dialog.accept_button.isEnabled()


def test_what_is_pasted_is_read_at_once(dialog: IntakeDialog, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText(TEXT)
    with qtbot.waitSignal(dialog.previewed, timeout=20_000):
        dialog.text.insertFromMimeData(mime)
    assert names(dialog, "person")


def test_esc_gives_proposals_up_only_when_it_is_pressed_again(
    dialog: IntakeDialog, qtbot: QtBot
) -> None:
    read(dialog, qtbot)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert dialog.isVisible() and "Esc once more" in dialog.message.text()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_leaves_at_once_where_nothing_was_read(dialog: IntakeDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
