"""The head of a page gives the name, its native form, the standing and its buttons."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from db import Agreement, Person, Rank, Store, today
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
    assert "Chief of Army Staff" in head.subtitle.accessibleName()


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
        (head.status_button, head.status_asked, "Ctrl+Shift+B"),
    ):
        assert key in button.toolTip() and button.accessibleDescription() == key
        with qtbot.waitSignal(signal):
            button.click()


def test_only_an_agreement_has_a_status_table(
    head: PageHeader, store: Store, person: Person, agreement: Agreement
) -> None:
    for key, is_there in ((person.id, False), (agreement.id, True), (person.id, False)):
        head.show_reading(store.reader.read(key, LENS), LENS)
        assert head.status_button.isHidden() is not is_there


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


@pytest.mark.parametrize("width", [160, 220, 300, 900])
@pytest.mark.parametrize("is_checked", [True, False])
def test_no_button_is_cut_however_narrow_the_page(
    head: PageHeader, store: Store, person: Person, width: int, is_checked: bool
) -> None:
    person.checked_on = today() if is_checked else None
    store.save(person, LENS)
    head.show()
    head.resize(width, 600)
    head.show_reading(store.reader.read(person.id, LENS), LENS)
    shown = [head.edit_button, head.print_button]
    if not is_checked:
        shown.append(head.check_button)
    assert head.check_button.isVisible() != is_checked
    around = [QRect(button.mapTo(head, QPoint()), button.size()) for button in shown]
    for button, rect in zip(shown, around, strict=True):
        assert rect.right() < width and rect.width() >= button.minimumSizeHint().width()
    assert not any(a.intersects(b) for a in around for b in around if a is not b)


def test_a_double_click_on_the_head_asks_for_what_it_tells(
    head: PageHeader, store: Store, person: Person, qtbot: QtBot
) -> None:
    saved = store.reader.get(person.id, LENS)
    assert isinstance(saved, Person)
    saved.ranks = [Rank(title="General")]
    store.save(saved, LENS)
    head.show()
    head.resize(700, 300)
    head.show_reading(store.reader.read(person.id, LENS), LENS)
    asked: list[str] = []
    head.edit_asked.connect(asked.append)
    chip = next(each for each in head.chips.findChildren(QLabel) if each.text() == "Pakistan")
    end = head.subtitle.sizeHint().width() - 20
    for widget, x in (
        (head.title, 8),
        (head.native, 8),
        (head.subtitle, 8),
        (head.subtitle, end),
        (chip, 8),
    ):
        spot = QPoint(x, widget.rect().center().y())
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    assert asked == ["title", "native", "ranks[0].title", "tenures[0].office", "country"]
    assert not head.title.hasSelectedText()
