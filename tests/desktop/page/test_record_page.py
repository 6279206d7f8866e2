"""The page shows what is on the desk, keeps still, and its links are followed by any hand."""

import re

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db import Attachment, Identifier, Lens, OfficeRef, Person, Store, Tenure, parse_query
from desktop.page.page_header import PageHeader
from desktop.page.page_text import PageText
from desktop.page.record_page import RecordPage
from desktop.page.record_strip import RecordStrip
from desktop.style.theme import Theme

from .conftest import LENS, add_calls


def text_of(page: RecordPage) -> PageText:
    """The text under the head."""
    found = page.findChild(PageText)
    assert found is not None
    return found


def labels(page: RecordPage) -> list[str]:
    """The texts of the head that are on show."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def show(page: RecordPage, store: Store, record_id: int, lens: Lens = LENS) -> None:
    page.show_reading(store.reader.read(record_id, lens), lens, store.reader.changes(record_id))


def test_the_head_says_who_it_is(page: RecordPage, store: Store, person: Person) -> None:
    show(page, store, person.id)
    assert {"Asim Munir", "عاصم منیر", "Chief of Army Staff, Pakistan Army"} <= set(labels(page))


def test_an_empty_page_says_nothing(page: RecordPage, store: Store, person: Person) -> None:
    show(page, store, person.id)
    page.show_reading(None, LENS)
    assert labels(page) == [] and text_of(page).toPlainText() == ""


def test_what_is_above_the_ceiling_is_only_counted(
    page: RecordPage, store: Store, person: Person
) -> None:
    show(page, store, person.id, Lens("2025-09-15", 1))
    text = text_of(page).toPlainText()
    assert "few eyes" not in text and "1 item withheld" in text
    show(page, store, person.id)
    assert "few eyes" in text_of(page).toPlainText()


def test_markup_in_a_name_is_shown_as_it_is(page: RecordPage, store: Store, person: Person) -> None:
    show(page, store, person.id)
    assert "Call 0 & <b>more</b>" in text_of(page).toPlainText()


def test_buttons_ask_for_editing_and_print(
    qtbot: QtBot, page: RecordPage, store: Store, person: Person
) -> None:
    show(page, store, person.id)
    head = page.findChild(PageHeader)
    assert head is not None
    for button, signal in (
        (head.edit_button, page.edit_asked),
        (head.print_button, page.print_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_tab_walks_the_links_and_enter_opens_one(
    qtbot: QtBot, page: RecordPage, store: Store, person: Person
) -> None:
    show(page, store, person.id)
    text = text_of(page)
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    asked: list[int] = []
    page.link_clicked.connect(asked.append)
    for _ in range(40):
        if asked:
            break
        qtbot.keyClick(text, Qt.Key.Key_Tab)
        if not text.hasFocus():
            break
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert asked and store.reader.ref(asked[0], LENS) is not None


def test_a_link_out_of_sight_is_scrolled_to(
    qtbot: QtBot, page: RecordPage, store: Store, person: Person
) -> None:
    add_calls(store, person, 30)
    show(page, store, person.id)
    text = text_of(page)
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    for _ in range(25):
        qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert text.hasFocus() and text.verticalScrollBar().value() > 0
    assert text.viewport().rect().contains(text.cursorRect(text.textCursor()).center())


@pytest.mark.parametrize("step", ["undo", "history"])
def test_the_history_has_its_ways(
    qtbot: QtBot, page: RecordPage, store: Store, person: Person, step: str
) -> None:
    show(page, store, person.id)
    change = store.reader.changes(person.id)[0]
    signal, address = {
        "undo": (page.revert_asked, f"undo:{change.id}"),
        "history": (page.history_asked, "history:"),
    }[step]
    assert f'href="{address}"' in text_of(page).toHtml()
    with qtbot.waitSignal(signal) as caught:
        text_of(page).anchorClicked.emit(QUrl(address))
    assert caught.args == ([change.id] if step == "undo" else [])


def test_a_file_is_asked_for_by_its_hash(
    qtbot: QtBot, page: RecordPage, store: Store, person: Person
) -> None:
    saved = store.reader.get(person.id, LENS)
    saved.attachments.append(Attachment(file_name="photo.txt", data=b"abc", size=3))
    store.save(saved, LENS)
    show(page, store, person.id)
    kept = store.reader.get(person.id, LENS).attachments[0]
    with qtbot.waitSignal(page.attachment_asked) as caught:
        text_of(page).anchorClicked.emit(QUrl("attachment:0"))
    assert caught.args == [kept.sha256, "photo.txt"]


@pytest.mark.parametrize("address", ["https://example.org", "file:///etc/passwd", "nothing", ""])
def test_an_address_that_is_not_the_pages_own_leads_nowhere(
    page: RecordPage, store: Store, person: Person, address: str
) -> None:
    show(page, store, person.id)
    before = text_of(page).toPlainText()
    text_of(page).anchorClicked.emit(QUrl(address))
    assert text_of(page).toPlainText() == before


def test_nothing_is_loaded(page: RecordPage) -> None:
    for kind in (QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.HtmlResource):
        assert text_of(page).loadResource(kind.value, QUrl("file:///etc/hostname")) is None
        assert text_of(page).document().resource(kind.value, QUrl("file:///etc/hostname")) is None


def test_the_place_is_kept_for_the_same_record_only(
    page: RecordPage, store: Store, person: Person
) -> None:
    add_calls(store, person, 40)
    show(page, store, person.id)
    bar = text_of(page).verticalScrollBar()
    bar.setValue(120)
    show(page, store, person.id)
    assert bar.value() == 120
    other = Person(title="Other")
    store.save(other, LENS)
    show(page, store, other.id)
    assert bar.value() == 0


def test_the_head_is_scrolled_with_the_text(page: RecordPage, store: Store, person: Person) -> None:
    add_calls(store, person, 40)
    show(page, store, person.id)
    head = page.findChild(PageHeader)
    assert head is not None
    text_of(page).verticalScrollBar().setValue(90)
    assert head.y() == -90
    head.edit_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert head.y() == 0


@pytest.mark.parametrize("width", [320, 400, 700, 1200])
def test_the_text_begins_under_the_head(
    page: RecordPage, store: Store, person: Person, width: int
) -> None:
    saved = store.reader.get(person.id, LENS)
    saved.title = "The very long name of a most honourable person " * 3
    store.save(saved, LENS)
    page.resize(width, 500)
    show(page, store, person.id)
    head = page.findChild(PageHeader)
    assert head is not None
    first = text_of(page).document().documentLayout().blockBoundingRect(
        text_of(page).document().begin()
    )  # fmt: skip
    assert first.top() >= head.height()
    inside = QRect(0, 0, text_of(page).viewport().width(), head.height())
    for button in page.findChildren(QPushButton):
        corner = button.mapTo(text_of(page).viewport(), button.rect().topLeft())
        assert inside.contains(QRect(corner, button.size()))


def test_colours_and_size_follow_the_theme(
    qapp: QApplication, page: RecordPage, store: Store, person: Person
) -> None:
    before = qapp.font(), qapp.palette(), qapp.styleSheet()
    theme = Theme(qapp)
    try:
        theme.choose("light")
        show(page, store, person.id)
        light = text_of(page).document().defaultStyleSheet()
        size = text_of(page).document().defaultFont().pixelSize()
        theme.choose("dark")
        theme.resize(200)
        assert text_of(page).document().defaultStyleSheet() != light
        assert text_of(page).document().defaultFont().pixelSize() == 2 * size
    finally:
        theme.choose("system")
        theme.resize(100)
        qapp.setFont(before[0])
        qapp.setPalette(before[1])
        qapp.setStyleSheet(before[2])


def test_all_of_a_long_section_is_shown_when_it_is_asked_for(
    page: RecordPage, store: Store, person: Person
) -> None:
    add_calls(store, person, 90)
    show(page, store, person.id)
    text = text_of(page)
    cut = text.toPlainText()
    address = text.toHtml().partition('href="all:')[2].partition('"')[0]
    text.anchorClicked.emit(QUrl(f"all:{address}"))
    assert len(text.toPlainText()) > len(cut)
    show(page, store, person.id)
    assert len(text.toPlainText()) > len(cut), "what was opened stays open"


def test_a_timeline_stands_where_there_is_something_to_tell(
    page: RecordPage, store: Store, person: Person
) -> None:
    strip = page.findChild(RecordStrip)
    assert strip is not None
    show(page, store, person.id)
    assert strip.isVisible() and strip.height() > 20
    bare = Person(title="Bare")
    store.save(bare, LENS)
    show(page, store, bare.id)
    assert not strip.isVisible()


def test_what_is_copied_are_the_words(page: RecordPage, store: Store, person: Person) -> None:
    show(page, store, person.id)
    text_of(page).selectAll()
    copied = text_of(page).createMimeDataFromSelection().text()
    assert "\u2068" not in copied and "Call 0" in copied


@pytest.mark.parametrize("countries", [("", "pk"), ("pk", ""), ("", "de", "", "ge")])
def test_no_chip_covers_another_when_records_follow_each_other(
    page: RecordPage, store: Store, qtbot: QtBot, countries: tuple[str, ...]
) -> None:
    army = store.reader.page("organization", parse_query("army"), LENS).ids[0]
    office = store.reader.get(army, LENS).offices[0].id  # type: ignore[attr-defined]
    people = [
        Person(title=f"Person {at}", country=country, tenures=[Tenure(office=OfficeRef(office))])
        for at, country in enumerate(countries)
    ]
    flow = page.findChild(PageHeader).chips
    for person in people:
        store.save(person, LENS)
        show(page, store, person.id)
        qtbot.wait(40)
        shown = [chip for chip in flow.findChildren(QLabel) if chip.isVisible()]
        assert len(shown) >= 2
        for at, chip in enumerate(shown):
            assert not any(chip.geometry().intersects(each.geometry()) for each in shown[at + 1 :])


def test_all_of_a_page_is_copied_with_name_and_title(
    page: RecordPage, store: Store, person: Person
) -> None:
    show(page, store, person.id)
    text = text_of(page)
    text.selectAll()
    first, *rest = text.marked_text().splitlines()
    assert first == person.title
    assert any(": " in line for line in rest)
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert person.title not in text.marked_text()


def test_identifiers_of_files_are_folded_until_they_are_asked_for(
    page: RecordPage, store: Store, person: Person
) -> None:
    person = store.reader.get(person.id, LENS)
    person.identifiers = [Identifier(scheme="everypolitician_legacy", value="12")]
    store.save(person, LENS)
    show(page, store, person.id)
    text = text_of(page)
    assert "everypolitician_legacy" not in text.toPlainText()
    assert "Identifiers in files (1)" in text.toPlainText()
    links = re.findall(r'href="(all:[0-9]+)"', text.toHtml())
    text.anchorClicked.emit(QUrl(links[-1]))
    assert "everypolitician_legacy" in text.toPlainText()
