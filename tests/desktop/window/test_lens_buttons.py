"""The lens buttons say on which day and under which ceiling the desk is read."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from db import MARKINGS
from desktop.window.lens_buttons import AsOfButton, DayCalendar
from desktop.window.main_window import Window


def offered(button: AsOfButton) -> dict[str, bool]:
    """What the menu offers, and what of it is marked."""
    button.fill()
    actions = [each for each in button.menu().actions() if each.text()]
    return {each.text(): each.isChecked() for each in actions}


def test_the_button_follows_the_day_and_goes_back_to_today(window: Window) -> None:
    button = window.bar.as_of
    assert offered(button)["&Today\tAlt+Home"]
    window.session.stand_on("2024-04-30")
    assert button.text() == "As of 30 April 2024" and not offered(button)["&Today\tAlt+Home"]
    button.menu().actions()[0].trigger()
    assert window.session.is_today and button.text() == "As of today"


def test_the_days_last_used_are_offered_newest_first(window: Window) -> None:
    button = window.bar.as_of
    assert "Days last used" not in offered(button)
    for day in ("2015-05-01", "2024-04-30"):
        window.session.stand_on(day)
    named = [text for text in offered(button) if text[0].isdigit()]
    assert named == ["30 April 2024", "1 May 2015"]
    assert offered(button)["30 April 2024"] and not offered(button)["1 May 2015"]
    earlier = next(each for each in button.menu().actions() if each.text() == "1 May 2015")
    earlier.trigger()
    assert window.session.lens.as_of == "2015-05-01"


def test_a_day_is_chosen_in_the_calendar_of_the_menu(window: Window) -> None:
    button = window.bar.as_of
    window.session.stand_on("2024-04-30")
    button.fill()
    (calendar,) = button.menu().findChildren(DayCalendar)
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2024-04-30"
    calendar.day_chosen.emit("2015-05-01")
    assert window.session.lens.as_of == "2015-05-01" and not button.menu().isVisible()


def test_every_marking_is_a_ceiling_to_choose(window: Window) -> None:
    button = window.bar.ceiling
    assert len(button.choices) == len(MARKINGS)
    for level, choice in enumerate(button.choices):
        choice.trigger()
        assert window.session.lens.ceiling == level
        assert button.text() == f"Up to {MARKINGS[level].capitalize()}"


def test_without_a_desk_there_is_no_lens_to_set(start: Window) -> None:
    assert not start.bar.as_of.isEnabled() and not start.bar.ceiling.isEnabled()


@pytest.fixture
def calendar(owner: QWidget) -> DayCalendar:
    made = DayCalendar(owner)
    made.show_day("2015-05-01")
    return made


def test_enter_takes_the_day_that_the_arrows_led_to(calendar: DayCalendar, qtbot: QtBot) -> None:
    table = calendar.findChild(QTableView)
    assert table is not None
    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Right)
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == ["2015-05-02"]


def test_a_click_takes_a_day(calendar: DayCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        calendar.clicked.emit(QDate(2015, 5, 9))
    assert chosen.args == ["2015-05-09"]


def test_a_day_of_no_calendar_shows_today(calendar: DayCalendar) -> None:
    calendar.show_day("Y10000-01-01")
    assert calendar.selectedDate() == QDate.currentDate()


def test_every_part_says_what_it_is(calendar: DayCalendar) -> None:
    for part in [*calendar.findChildren(QToolButton), *calendar.findChildren(QTableView)]:
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
