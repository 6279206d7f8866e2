"""The parts of a name are offered while it is typed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import Person
from desktop.forms.name_parts import TakenLine, derived_parts, key_line
from desktop.forms.record_form import RecordForm
from tests.desktop.forms.test_record_form import shown_form
from tests.desktop.small_desk import SmallDesk

NAMES = [
    ("H.E. Ishaq Dar", "pk", {"given": "Ishaq", "family": "Dar", "honorific": "H.E."}),
    ("Xi Jinping", "cn", {"given": "Jinping", "family": "Xi", "name_order": "family-first"}),
    ("Ludwig van der Rohe", "", {"particles": "van der", "family": "Rohe"}),
    ("Asim Munir, NI(M)", "pk", {"family": "Munir", "post_nominals": "NI(M)"}),
    ("Soekarno", None, {"given": "", "family": "Soekarno", "name_order": "single"}),
]


@pytest.mark.parametrize(("title", "country", "parts"), NAMES)
def test_a_name_gives_its_parts(title: str, country: str | None, parts: dict[str, str]) -> None:
    found = derived_parts(title, country)
    assert {name: found[name] for name in parts} == parts


def test_no_name_gives_no_parts() -> None:
    assert derived_parts("  ", "pk") == {}


def _form(qtbot: QtBot, desk: SmallDesk) -> RecordForm:
    form = shown_form(qtbot, desk, "person")
    form.load(Person())
    return form


def _line(form: RecordForm) -> TakenLine:
    line = form.name_parts.line
    assert line is not None
    return line


def test_the_form_says_what_it_took_for_what(qtbot: QtBot, desk: SmallDesk) -> None:
    form = _form(qtbot, desk)
    qtbot.keyClicks(form.page.edits["title"].widget, "H.E. Julie Bishop")
    line = _line(form)
    assert line.label.text() == "Honorific: H.E. · Given: Julie · Family: Bishop"
    assert line.isVisible()
    assert line.button.accessibleName() == "Keep as written"


def test_one_key_puts_back_what_was_taken_and_takes_it_again(qtbot: QtBot, desk: SmallDesk) -> None:
    form = _form(qtbot, desk)
    qtbot.keyClicks(form.page.edits["title"].widget, "Bishop Julie Ann")
    assert "Honorific: Bishop" in _line(form).label.text()
    form.name_parts.turn()
    assert _line(form).label.text() == "Kept as written. Given: Bishop Julie · Family: Ann"
    made = form.record()
    assert isinstance(made, Person)
    assert (made.title, made.honorific, made.name_by_hand) == ("Bishop Julie Ann", "", "titles")
    form.name_parts.turn()
    assert "Honorific: Bishop" in _line(form).label.text()
    again = form.record()
    assert isinstance(again, Person)
    assert again.name_by_hand is None


def test_a_saved_name_is_put_back_whole(qtbot: QtBot, desk: SmallDesk) -> None:
    form = _form(qtbot, desk)
    form.load(Person(title="Julie Ann", honorific="Bishop", given="Julie", family="Ann",
                     name_order="given-first", post_nominals="MP"))  # fmt: skip
    form.name_parts.turn()
    made = form.record()
    assert isinstance(made, Person)
    assert (made.title, made.honorific, made.post_nominals) == ("Bishop Julie Ann MP", "", "")
    assert form.is_dirty()


def test_parts_typed_by_hand_stay_though_they_are_the_derived_ones(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    form = _form(qtbot, desk)
    form.load(Person(title="Ishaq Dar", given="Ishaq", family="Da", name_order="given-first"))
    family = form.page.edits["family"].widget
    family.end(False)
    qtbot.keyClicks(family, "r")
    qtbot.keyClicks(form.page.edits["title"].widget, "Mo ")
    made = form.record()
    assert isinstance(made, Person)
    assert (made.given, made.family, made.name_by_hand) == ("Ishaq", "Dar", "parts")


def test_an_honorific_emptied_on_the_form_is_remembered_in_its_draft(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    form = _form(qtbot, desk)
    form.load(Person(title="Julie Ann", honorific="Bishop"))
    edit = form.page.edits["honorific"].widget
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    draft = form.draft()
    form.load(Person(title="Julie Ann", honorific="Bishop"))
    form.restore(draft)
    made = form.record()
    assert isinstance(made, Person)
    assert (made.honorific, made.name_by_hand) == ("", "titles")


def test_its_key_is_told_on_the_page_of_keys() -> None:
    keys, says = key_line()
    assert keys.endswith("B") and "as written" in says
