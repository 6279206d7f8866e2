"""The lens buttons say on which day and under which ceiling the desk is read."""

from db import MARKINGS
from desktop.window.main_window import Window


def test_the_button_follows_the_day_and_goes_back_to_today(window: Window) -> None:
    button = window.bar.as_of
    window.session.stand_on("2024-04-30")
    assert button.text() == "As of 30 April 2024" and not button.today.isChecked()
    button.today.trigger()
    assert window.session.is_today and button.today.isChecked()


def test_every_marking_is_a_ceiling_to_choose(window: Window) -> None:
    button = window.bar.ceiling
    assert len(button.choices) == len(MARKINGS)
    for level, choice in enumerate(button.choices):
        choice.trigger()
        assert window.session.lens.ceiling == level
        assert button.text() == f"Up to {MARKINGS[level].capitalize()}"


def test_without_a_desk_there_is_no_lens_to_set(start: Window) -> None:
    assert not start.bar.as_of.isEnabled() and not start.bar.ceiling.isEnabled()
