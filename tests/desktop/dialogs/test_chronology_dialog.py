"""A chronology is asked for by a country or a record, from and to; what cannot be is said."""

import pytest
from PySide6.QtWidgets import QWidget

from db import Organization, Person
from desktop.dialogs.chronology_dialog import ChronologyDialog
from desktop.session.session import Session
from tests.desktop.dialogs.conftest import can_accept, says


@pytest.fixture
def dialog(owner: QWidget, session: Session) -> ChronologyDialog:
    return ChronologyDialog(session, None, owner)


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("", "", ""),
        ("2000", "2020", "2000..2020"),
        ("July 2025", "", "2025-07.."),
        ("", "14 August 1947", "..1947-08-14"),
        ("about 2019", "late July 2025", "2018-01-01..2025-07-31"),
    ],
)
def test_from_and_to_make_a_span(
    dialog: ChronologyDialog, first: str, last: str, span: str
) -> None:
    dialog.first.set_value(first)
    dialog.last.set_value(last)
    assert dialog.span() == span


def test_the_record_on_show_is_proposed(owner: QWidget, session: Session) -> None:
    ann = Person(title="Ann Ashe")
    session.save(ann)
    dialog = ChronologyDialog(session, ann, owner)
    ref = dialog.record()
    assert ref is not None and ref.id == ann.id
    assert dialog.record_line.text() == "Ann Ashe"
    assert can_accept(dialog)


def test_a_country_takes_the_place_of_a_record_and_back(owner: QWidget, session: Session) -> None:
    ann = Organization(title="Ashe House")
    session.save(ann)
    dialog = ChronologyDialog(session, ann, owner)
    dialog.country_line.setText("pakistan")
    dialog.country_line.textEdited.emit("pakistan")
    assert (dialog.country(), dialog.record()) == ("pk", None)
    dialog.record_line.setText("ashe")
    dialog.record_line.textEdited.emit("ashe")
    dialog.record_line.take(0)
    ref = dialog.record()
    assert (dialog.country(), ref and ref.title) == ("", "Ashe House")


def test_a_missing_record_is_not_made(dialog: ChronologyDialog) -> None:
    dialog.record_line.setText("Nobody Known")
    dialog.record_line.textEdited.emit("Nobody Known")
    assert dialog.record_line.offer_texts() == []
    assert not can_accept(dialog) and says(dialog, "Choose the record from the list.")


@pytest.mark.parametrize(
    ("first", "last", "fault"),
    [
        ("soon", "", "One of the two dates cannot be read."),
        ("2020", "2000", "ends before it starts"),
    ],
)
def test_what_cannot_be_read_is_said(
    dialog: ChronologyDialog, first: str, last: str, fault: str
) -> None:
    dialog.first.set_value(first)
    dialog.last.set_value(last)
    dialog.last.edited.emit()
    assert not can_accept(dialog) and says(dialog, fault)


def test_a_country_that_is_none_is_said(dialog: ChronologyDialog) -> None:
    dialog.country_line.setText("Atlantis")
    dialog.country_line.textEdited.emit("Atlantis")
    assert not can_accept(dialog)
