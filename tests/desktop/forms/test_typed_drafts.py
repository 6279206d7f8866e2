"""What is typed and not saved is a draft of its own form, gone once it is saved or discarded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import DeskError, Person
from desktop.forms.record_form import RecordForm
from desktop.forms.typed_drafts import TypedDrafts
from desktop.session.session import Session
from desktop.widgets.message import Notice


@pytest.fixture
def desk(filled_desk: Path, tmp_path: Path) -> Path:
    """The desk of a session, where forms alone have a smaller one."""
    return Path(shutil.copy(filled_desk, tmp_path / "own.desk"))


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def form(session: Session, owner: QWidget) -> RecordForm:
    made = RecordForm("person", session, owner)
    made.load(Person(title="Ana Ruiz"))
    return made


def make_drafts(session: Session, form: RecordForm, owner: QWidget) -> TypedDrafts:
    drafts = TypedDrafts("person", session, owner)
    drafts.follow(form, None)
    return drafts


def type_name(form: RecordForm, name: str) -> None:
    form.page.edits["title"].set_content(name)
    form.edited.emit()


def test_only_what_is_typed_is_kept(session: Session, form: RecordForm, owner: QWidget) -> None:
    drafts = make_drafts(session, form, owner)
    assert drafts.unsaved_draft() is None and drafts.keep()
    assert session.drafts() == []
    assert drafts.form_draft() is not None  # a form says something before anything is typed
    type_name(form, "Ana Ruiz Gil")
    assert drafts.keep()
    assert [each.payload for each in session.drafts()] == [form.draft()]


def test_a_draft_is_forgotten_with_its_form(
    session: Session, form: RecordForm, owner: QWidget
) -> None:
    drafts = make_drafts(session, form, owner)
    type_name(form, "Ana Ruiz Gil")
    drafts.keep()
    drafts.forget()
    assert session.drafts() == []
    drafts.leave()
    assert drafts.form_draft() is None and drafts.unsaved_draft() is None


def test_a_draft_is_offered_and_typed_into_the_form_again(
    session: Session, form: RecordForm, owner: QWidget
) -> None:
    drafts = make_drafts(session, form, owner)
    type_name(form, "Ana Ruiz Gil")
    drafts.keep()
    form.load(Person(title="Ana Ruiz"))
    told: list[Notice] = []
    drafts.noticed.connect(told.append)
    drafts.offer()
    [notice] = told
    notice.act()
    assert form.name_text() == "Ana Ruiz Gil"
    assert drafts.unsaved_draft() is not None


def test_nothing_is_offered_where_another_record_was_typed(
    session: Session, form: RecordForm, owner: QWidget
) -> None:
    session.keep_draft("event", None, form.draft())
    told: list[Notice] = []
    drafts = make_drafts(session, form, owner)
    drafts.noticed.connect(told.append)
    drafts.offer()
    assert told == []


def test_why_a_draft_cannot_be_kept_is_said_once(
    session: Session, form: RecordForm, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DeskError("The disk is full.")

    monkeypatch.setattr(Session, "keep_draft", refuse)
    drafts = make_drafts(session, form, owner)
    told: list[Notice] = []
    drafts.noticed.connect(told.append)
    type_name(form, "Ana Ruiz Gil")
    assert not drafts.keep()
    assert [each.text for each in told] == ["What you type cannot be kept: The disk is full."]
    assert drafts.unsaved_draft() is not None
