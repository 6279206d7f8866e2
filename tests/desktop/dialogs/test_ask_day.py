"""A day is typed in words, and a longer time is read as of its last day."""

import pytest
from PySide6.QtWidgets import QWidget

from db import choose_date_order
from desktop.dialogs.ask_day import AskDay
from tests.desktop.dialogs.conftest import can_accept


@pytest.mark.parametrize(
    ("typed", "day"),
    [("6 April 2025", "2025-04-06"), ("2025", "2025-12-31"), ("nonsense", None), ("", None)],
)
def test_a_time_is_read_as_of_its_last_day(owner: QWidget, typed: str, day: str | None) -> None:
    dialog = AskDay(owner, day="2025-01-01")
    dialog.edit.set_value(typed)
    dialog.edit.edited.emit()
    assert dialog.day() == day
    assert can_accept(dialog) == (day is not None)


def test_it_opens_on_the_day_that_is_shown(owner: QWidget) -> None:
    assert AskDay(owner, day="2025-01-02").day() == "2025-01-02"


@pytest.mark.parametrize(("order", "day"), [("day", "2025-02-01"), ("month", "2025-01-02")])
def test_a_day_in_figures_is_read_as_the_officer_writes_it(
    owner: QWidget, order: str, day: str
) -> None:
    choose_date_order(order)
    dialog = AskDay(owner, day="2025-01-01")
    dialog.edit.set_value("01/02/2025")
    assert dialog.day() == day
