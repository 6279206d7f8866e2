"""The hits come in as they are found; the first from the page in front on is chosen."""

import pytest
from PySide6.QtCore import QObject, QRectF, Signal
from pytestqt.qtbot import QtBot

from desktop.preview.pages.pdf_pages import WordHit
from desktop.preview.pages.word_hits import Hits


class Finder(QObject):
    """Finds what a test tells it to."""

    found = Signal(object)
    searched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def look_for(self, words: str) -> bool:
        self.words.append(words)
        return bool(words.strip())


@pytest.fixture
def finder(qapp: object) -> Finder:
    return Finder()


def hit(page: int) -> WordHit:
    return WordHit(page, (QRectF(0, 0, 1, 1),))


def test_the_first_from_the_page_in_front_on_is_chosen(finder: Finder) -> None:
    hits = Hits(finder, finder)
    hits.look_for(" dar ", 2)
    assert (hits.words, hits.is_whole, hits.current) == ("dar", False, None)
    finder.found.emit([hit(0), hit(0)])
    assert hits.current is None
    finder.found.emit([hit(3)])
    assert (hits.at, hits.current.page) == (2, 3)
    finder.found.emit([hit(4)])
    finder.searched.emit()
    assert hits.at == 2 and hits.is_whole


def test_when_all_stand_before_it_the_first_is_chosen(finder: Finder) -> None:
    hits = Hits(finder, finder)
    hits.look_for("dar", 5)
    finder.found.emit([hit(0), hit(1)])
    finder.searched.emit()
    assert hits.at == 0


def test_steps_go_round(finder: Finder) -> None:
    hits = Hits(finder, finder)
    hits.step(1)
    assert hits.current is None
    hits.look_for("dar", 0)
    finder.found.emit([hit(0), hit(1)])
    for step, at in ((1, 1), (1, 0), (-1, 1)):
        hits.step(step)
        assert hits.at == at


def test_nothing_to_look_for_is_whole_at_once(finder: Finder) -> None:
    hits = Hits(finder, finder)
    hits.look_for("  ", 0)
    assert hits.is_whole and hits.found == []
    hits.look_for("dar", 0)
    hits.forget()
    assert (hits.words, hits.found, hits.is_whole) == ("", [], True)


def test_many_hits_are_told_a_few_times(finder: Finder, qtbot: QtBot) -> None:
    hits = Hits(finder, finder)
    told: list[int] = []
    hits.changed.connect(lambda: told.append(len(hits.found)))
    hits.look_for("dar", 0)
    for page in range(500):
        finder.found.emit([hit(page)])
    assert told == [0, 1]  # the first is brought into sight at once
    qtbot.waitUntil(lambda: told == [0, 1, 500])
    finder.found.emit([hit(500)])
    finder.searched.emit()
    assert told == [0, 1, 500, 501]
    qtbot.wait(80)
    assert told == [0, 1, 500, 501]
