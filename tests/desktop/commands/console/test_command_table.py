"""Every command of the table has its function, and counts are whole numbers."""

import argparse

import pytest

from desktop.commands.console.arguments import function_of
from desktop.commands.console.command_table import COMMANDS, number


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_function_and_says_what_it_does(name: str) -> None:
    assert callable(function_of(name))
    assert COMMANDS[name].says


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "9" * 16, ""])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        number(text)
