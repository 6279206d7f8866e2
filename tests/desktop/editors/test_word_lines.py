"""Countries, topics and sources are completed from what is known."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.editors.word_lines import CountryLine, FactLine, SourceLine, TopicsLine, facts_of
from desktop.fields import RECORD_FORMS
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import FormField
from tests.desktop.small_desk import SmallDesk

COUNTRIES = [
    ("pakis", "pk", "Pakistan"),
    ("pk", "pk", "Pakistan"),
    ("uk", "gb", "United Kingdom"),
    ("emirates", "ae", "United Arab Emirates"),
]


@pytest.mark.parametrize(("typed", "code", "name"), COUNTRIES)
def test_enter_takes_the_country_meant(
    qtbot: QtBot, desk: SmallDesk, typed: str, code: str, name: str
) -> None:
    line = CountryLine(FormField("country", "Country", "country"), desk)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.content() == code
    assert line.text() == name


def test_a_code_typed_out_needs_no_choosing(qtbot: QtBot, desk: SmallDesk) -> None:
    line = CountryLine(FormField("country", "Country", "country"), desk)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "de")
    assert line.content() == "de"
    line.settle()
    assert line.text() == "Germany"


def test_what_is_no_country_is_kept_as_typed(qtbot: QtBot, desk: SmallDesk) -> None:
    line = CountryLine(FormField("country", "Country", "country"), desk)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "Atlantis")
    assert isinstance(line.content(), Unread)
    line.settle()
    assert line.text() == "Atlantis"


def test_the_topic_being_typed_is_completed(qtbot: QtBot, desk: SmallDesk) -> None:
    line = TopicsLine(FormField("topics", "Topics", "topics"), desk)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "trade, min")
    assert line.offer_texts() == ["critical minerals"]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.content() == ["trade", "critical minerals"]


def test_topics_are_what_stands_between_the_commas(qtbot: QtBot, desk: SmallDesk) -> None:
    line = TopicsLine(FormField("topics", "Topics", "topics"), desk)
    qtbot.addWidget(line)
    qtbot.keyClicks(line, " a,, b ,a")
    assert line.content() == ["a", "b"]


def test_a_source_of_the_desk_is_picked_whole(qtbot: QtBot, desk: SmallDesk) -> None:
    line = SourceLine(FormField("source.title", "Source", "source"), desk)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "phone")
    assert line.picked is None
    assert line.take(0)
    assert line.picked is not None
    assert line.picked.publisher == "MOFA"
    assert line.content() == "DPM Dar receives phone call"
    qtbot.keyClicks(line, "s")
    assert line.picked is None


@pytest.mark.parametrize("kind", RECORD_FORMS)
def test_a_source_supports_what_is_chosen_from_the_form(
    qtbot: QtBot, desk: SmallDesk, kind: str
) -> None:
    """Every fact can be chosen by its label, and what is shown is what the form calls it."""
    line = FactLine(FormField("field", "Supports", "fact", kinds=(kind,), hint="all of it"), desk)
    qtbot.addWidget(line)
    line.show()
    line.open_list()
    assert line.offer_texts() == ["all of it", *(label for _, label in facts_of(kind))]
    for name, label in facts_of(kind):
        line.clear()
        qtbot.keyClicks(line, label)
        assert line.content() == name
        line.take(line.offer_texts().index(label))
        assert (line.content(), line.text()) == (name, label)


def test_the_fact_that_is_marked_is_taken_and_other_words_stay(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    line = FactLine(FormField("field", "Supports", "fact", kinds=("person",)), desk)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "off")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert (line.content(), line.text()) == ("tenures", "Offices held")
    line.clear()
    qtbot.keyClicks(line, "his visit to Vienna")
    assert not line.offer_texts()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.content() == "his visit to Vienna"
