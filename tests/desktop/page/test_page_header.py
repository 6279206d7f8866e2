"""The head of a page gives the name, its native form, the standing and two buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from db import Agreement, Person, Store
from desktop.page.page_header import PageHeader

from .conftest import LENS


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


@pytest.fixture
def head(parent: QWidget) -> PageHeader:
    return PageHeader(parent)


def chips(head: PageHeader) -> list[str]:
    found = head.chips.findChildren(QLabel)
    return [chip.text() for chip in found if not chip.isHidden()]


def test_the_native_name_stands_at_its_own_side(
    head: PageHeader, store: Store, person: Person
) -> None:
    head.show_reading(store.reader.read(person.id, LENS), LENS)
    assert head.title.accessibleName() == "Asim Munir"
    assert head.native.accessibleName() == "عاصم منیر"
    assert head.native.alignment() & Qt.AlignmentFlag.AlignRight
    assert "Chief of Army Staff" in head.held.accessibleName()


def test_chips_are_those_of_the_record_on_show(
    head: PageHeader, store: Store, person: Person, agreement: Agreement
) -> None:
    head.show_reading(store.reader.read(person.id, LENS), LENS)
    assert "Pakistan" in chips(head)
    head.show_reading(store.reader.read(agreement.id, LENS), LENS)
    assert chips(head) and "Pakistan" not in chips(head)


def test_the_buttons_are_named_with_their_keys(head: PageHeader, qtbot: QtBot) -> None:
    for button, signal, key in (
        (head.edit_button, head.edit_asked, "F2"),
        (head.print_button, head.print_asked, "Ctrl+P"),
    ):
        assert key in button.toolTip() and button.accessibleDescription() == key
        with qtbot.waitSignal(signal):
            button.click()


@pytest.mark.parametrize("width", [180, 300, 600])
def test_its_height_is_known_as_soon_as_it_is_told_what_to_show(
    head: PageHeader, store: Store, person: Person, agreement: Agreement, qtbot: QtBot, width: int
) -> None:
    head.resize(width, 300)
    head.show()
    for key in (agreement.id, person.id, agreement.id, person.id):
        head.show_reading(store.reader.read(key, LENS), LENS)
        told = head.heightForWidth(width)
        qtbot.wait(1)
        assert head.heightForWidth(width) == told
