"""Beside the fields of a form: how rules read, and what the checks ask, once the typing rests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import Agreement, Amount, Event, HistoricalDate, Lens, Record
from desktop.forms.form_hints import FormHints, find_hints
from desktop.forms.record_form import RecordForm
from desktop.session.session import Session

LENS = Lens("2026-06-01")


@pytest.fixture
def desk(filled_desk: Path, tmp_path: Path) -> Path:
    """The desk of a session, where forms alone have a smaller one."""
    return Path(shutil.copy(filled_desk, tmp_path / "own.desk"))


def day(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


@pytest.mark.parametrize(
    "record, hints",
    [
        (
            Agreement(title="Pact", concluded=day("2020"), in_force=day("2019")),
            {"in_force": "In force 2019, signed 2020; if retroactive, say so."},
        ),
        (
            Agreement(title="Pact", amounts=[Amount(number="5", currency="USD")]),
            {"amounts[0].qualifier": "Is USD 5 exact, about, up to or at least?"},
        ),
        (
            Agreement(title="Pact", withdrawal_rule="none"),
            {"withdrawal_rule": "Reads: no withdrawal."},
        ),
        (Event(title="Call"), {}),  # that it has no source is not said yet
    ],
)
def test_a_record_is_judged_before_it_is_saved(
    session: Session, record: Record, hints: dict[str, str]
) -> None:
    assert find_hints(session.reader, record, LENS) == hints


def test_a_rule_reads_back_below_its_field_while_it_is_typed(
    session: Session, qtbot: QtBot, owner: QWidget
) -> None:
    form = RecordForm("agreement", session, owner)
    qtbot.addWidget(form)
    form.load(Agreement(title="Pact", concluded=day("2020")))
    hints = FormHints(session, owner)
    hints.follow(form)
    form.show()
    field = form.page.edits["in_force_rule"]
    field.set_content("signature + 30 days")
    form.page.edits["in_force"].set_content(day("2019"))
    form.edited.emit()
    qtbot.waitUntil(lambda: field.hint().startswith("Reads: "), timeout=20_000)
    assert form.page.edits["in_force"].hint().startswith("In force 2019, signed 2020")
    field.set_content("")
    form.edited.emit()
    qtbot.waitUntil(lambda: not field.hint(), timeout=20_000)
    hints.end()


def test_what_is_typed_into_a_table_is_asked_about_below_it(
    session: Session, qtbot: QtBot, owner: QWidget
) -> None:
    form = RecordForm("agreement", session, owner)
    qtbot.addWidget(form)
    form.load(Agreement(title="Pact", amounts=[Amount(number="5", currency="USD")]))
    form.show()
    qtbot.waitUntil(lambda: "amounts" in form.page.tables, timeout=20_000)
    hints = FormHints(session, owner)
    hints.follow(form)
    table = form.page.tables["amounts"]
    qtbot.waitUntil(lambda: bool(table.hint()), timeout=20_000)
    assert table.hint() == "Is USD 5 exact, about, up to or at least?"
    hints.end()
