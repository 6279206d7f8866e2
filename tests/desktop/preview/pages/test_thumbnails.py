"""The small pages show where one is, lead to any other, and keep only so many pictures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.preview.pages.pdf_pages import Pages
from desktop.preview.pages.thumbnails import Thumbnails


@pytest.fixture
def small(qtbot: QtBot, pages: Pages) -> Thumbnails:
    made = Thumbnails(None)
    qtbot.addWidget(made)
    made.resize(160, 400)
    made.show_pages(pages)
    made.show()
    qtbot.waitUntil(lambda: bool(made.missing))
    return made


def test_every_page_has_its_number_and_its_name(small: Thumbnails) -> None:
    model = small.model()
    assert model.rowCount() == 6
    assert model.index(2).data() == "3"
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 3"


def test_the_pictures_in_sight_are_asked_for_once(small: Thumbnails) -> None:
    asked = list(small.missing)
    assert [wanted.page for wanted in asked][:2] == [0, 1]
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    assert all(small.takes(wanted, image) for wanted in asked)
    assert small.missing == [] and small.image(0) is not None
    assert not small.takes(asked[0], image)


def test_a_page_is_gone_to_by_keys_and_followed_without_an_echo(
    small: Thumbnails, qtbot: QtBot
) -> None:
    chosen = []
    small.chosen.connect(chosen.append)
    small.turn_to(2)
    assert small.currentIndex().row() == 2 and chosen == []
    qtbot.keyClick(small, Qt.Key.Key_Down)
    assert chosen == [3]


def test_only_so_many_pictures_are_kept(small: Thumbnails, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.preview.pages.thumbnails.MAX_THUMBNAILS", 2)
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    for page in range(4):
        small.image(page)
        small.takes(small.missing[-1], image)
    assert list(small.images) == [2, 3]


def test_another_document_forgets_them(small: Thumbnails) -> None:
    small.show_pages(None)
    assert small.model().rowCount() == 0 and small.missing == []
