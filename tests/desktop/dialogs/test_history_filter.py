"""The days of the filter are days of the officer's own clock."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QWidget

from db import Person
from desktop.dialogs.history_filter import HistoryFilter
from desktop.session.session import Session


def test_a_day_is_one_of_the_officer_s_clock(
    owner: QWidget, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Karachi")
    time.tzset()
    try:
        shown = HistoryFilter(session, None, owner)
        shown.first.set_value("2026-11-23")
        shown.last.set_value("2026-11-23")
        values = shown.values()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert values["since"] == "2026-11-22T19:00:00.000Z"
    assert values["until"] == "2026-11-23T19:00:00.000Z"


def test_the_record_on_show_is_proposed_and_can_be_cleared(
    owner: QWidget, session: Session
) -> None:
    ann = Person(title="Ann")
    session.save(ann)
    shown = HistoryFilter(session, ann, owner)
    assert (shown.record_id(), shown.record_line.text()) == (ann.id, "Ann")
    shown.record_line.setText("")
    shown.record_line.textEdited.emit("")
    assert shown.record_id() is None


@pytest.mark.parametrize("text", ["", "soon", "44 BC", "99999-01-01"])
def test_a_day_that_cannot_be_read_asks_for_nothing_and_breaks_nothing(
    owner: QWidget, session: Session, text: str
) -> None:
    shown = HistoryFilter(session, None, owner)
    shown.first.set_value(text)
    shown.last.set_value(text)
    session.reader.changes(lens=session.lens, **shown.values())
