"""An office is found by its words, or named with its body, to be made with the form's record."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import OfficeRef, office_text
from desktop.editors.office_picker import OfficePicker
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import FormField
from tests.desktop.small_desk import SmallDesk, office, ref


@pytest.fixture
def picker(qtbot: QtBot, desk: SmallDesk) -> OfficePicker:
    made = OfficePicker(FormField("office", "Office", "office"), desk)
    qtbot.addWidget(made)
    made.resize(400, 30)
    made.show()
    return made


def test_an_office_is_found_by_its_words(
    qtbot: QtBot, desk: SmallDesk, picker: OfficePicker
) -> None:
    qtbot.keyClicks(picker, "min affairs")
    assert picker.offer_texts()[0] == "Foreign Minister, Ministry of Foreign Affairs"
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.content() == office(desk, "Foreign Minister")


def test_office_and_body_are_named_when_both_are_missing(
    qtbot: QtBot, desk: SmallDesk, picker: OfficePicker
) -> None:
    qtbot.keyClicks(picker, "Secretary of State, Department of State")
    says = "Create office “Secretary of State” in new organization “Department of State”"
    assert picker.take(picker.offer_texts().index(says))
    made = picker.content()
    assert isinstance(made, OfficeRef)
    assert office_text(made) == "Secretary of State, Department of State"
    assert made.is_new and made.organization.is_new
    assert desk.reader.find_offices("secretary state", desk.lens) == []


def test_an_office_is_named_in_a_body_that_is_there(
    qtbot: QtBot, desk: SmallDesk, picker: OfficePicker
) -> None:
    qtbot.keyClicks(picker, "Spokesperson, Ministry of Foreign Affairs")
    assert not any("new organization" in text for text in picker.offer_texts())
    assert picker.take(
        picker.offer_texts().index("Create office “Spokesperson” in “Ministry of Foreign Affairs”")
    )
    body = ref(desk, "Ministry of Foreign Affairs")
    assert picker.content() == OfficeRef(0, "Spokesperson", body)
    assert picker.content().is_new


def test_without_a_body_the_list_says_how(qtbot: QtBot, picker: OfficePicker) -> None:
    qtbot.keyClicks(picker, "Astronaut")
    assert picker.offer_texts() == [
        "To create the office “Astronaut”, write its organization after a comma"
    ]
    assert not picker.take(0)
    assert isinstance(picker.content(), Unread)


def test_signs_alone_find_nothing(qtbot: QtBot, picker: OfficePicker) -> None:
    qtbot.keyClicks(picker, ",")
    assert isinstance(picker.content(), Unread)


def test_before_anything_is_typed_the_offices_at_hand_are_offered(
    qtbot: QtBot, desk: SmallDesk, picker: OfficePicker
) -> None:
    picker.countries = {"pk"}
    qtbot.keyClick(picker, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    at_hand = [office_text(each) for each in desk.reader.offices_at_hand({"pk"}, desk.lens)]
    assert at_hand and picker.offer_texts()[:-1] == at_hand
    assert "Type a name" in picker.offer_texts()[-1]
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert office_text(picker.content()) == at_hand[0]
