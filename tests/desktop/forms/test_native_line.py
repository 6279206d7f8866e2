"""The native name's language is the country's, follows it, and is shown as a word."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db import Name, Person
from tests.desktop.forms.test_record_form import shown_form
from tests.desktop.small_desk import SmallDesk


def test_the_language_is_the_countrys_and_follows_it(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "person")
    form.load(Person(title="Ali", country="ir"))
    native = form.page.native
    native.insert("علی")
    assert [name.language for name in form.record().names] == ["fa"]
    assert native.accessibleDescription() == "Persian"
    form.page.edits["country"].set_content("pk")
    form.page.edits["country"].edited.emit()
    assert [name.language for name in form.record().names] == ["ur"]
    assert native.toolTip() and "Urdu" in native.toolTip()


def test_a_language_that_somebody_chose_stays(qtbot: QtBot, desk: SmallDesk) -> None:
    form = shown_form(qtbot, desk, "person")
    form.load(
        Person(title="Ali", country="pk", names=[Name(text="علی", kind="native", language="ps")])
    )
    form.page.edits["country"].set_content("ir")
    form.page.edits["country"].edited.emit()
    assert [name.language for name in form.record().names] == ["ps"]
