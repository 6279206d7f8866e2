"""Pages large and small stand side by side and turn together; a sentence stands in their place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.preview.pages.page_stage import PageStage
from desktop.preview.pages.pdf_pages import Pages
from tests.desktop.preview.pages.conftest import SHEETS


@pytest.fixture
def pages(pdf: bytes) -> Pages:
    """Pages of its own; the stage closes them when it shows others."""
    return Pages(pdf)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PageStage]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = PageStage(owner)
    made.resize(700, 500)
    owner.resize(700, 500)
    owner.show()
    yield made
    made.close_pages()


def test_the_page_in_front_is_told(stage: PageStage, pages: Pages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.turned) as caught:
        stage.show_pages(pages)
    assert caught.args == [0, SHEETS]
    assert stage.view.accessibleName() == f"Page 1 of {SHEETS}"


def test_a_small_page_brings_the_large_one(stage: PageStage, pages: Pages, qtbot: QtBot) -> None:
    stage.show_pages(pages)
    with qtbot.waitSignal(stage.turned) as caught:
        stage.thumbnails.chosen.emit(2)
    assert caught.args == [2, SHEETS]
    assert stage.thumbnails.currentIndex().row() == 2


def test_what_is_missing_is_drawn_large_and_small(
    stage: PageStage, pages: Pages, qtbot: QtBot
) -> None:
    stage.show_pages(pages)
    qtbot.waitUntil(lambda: not stage.view.missing and not stage.thumbnails.missing)


def test_words_are_marked_where_they_stand(stage: PageStage, pages: Pages, qtbot: QtBot) -> None:
    stage.show_pages(pages)
    with qtbot.waitSignal(stage.hits.changed):
        stage.look_for("Sheet 1")
    qtbot.waitUntil(lambda: bool(stage.hits.found))
    assert {hit.page for hit in stage.hits.found} == {1}


def test_a_sentence_takes_the_place_of_pages(
    stage: PageStage, pages: Pages, pdf: bytes, qtbot: QtBot
) -> None:
    stage.show_pages(pages)
    with qtbot.waitSignal(stage.turned) as caught:
        stage.show_sentence("It cannot be printed.")
    assert caught.args == [0, 0]
    assert stage.sentence() == "It cannot be printed."
    assert not stage.view.isVisible()
    stage.show_pages(Pages(pdf))
    assert stage.view.isVisible()
