"""The program tells a command from a desk to open before it loads what either needs."""

from pathlib import Path

import pytest

from desktop.commands import is_command


@pytest.mark.parametrize(
    ("arguments", "is_one"),
    [([], False), (["info"], True), (["--help"], True), (["inof"], True)],
)
def test_a_slip_of_the_hand_is_for_the_parser(arguments: list[str], is_one: bool) -> None:
    assert is_command(arguments) == is_one


def test_a_desk_that_is_there_is_for_the_window(tmp_path: Path) -> None:
    desk = tmp_path / "my.desk"
    assert is_command([str(desk)])
    desk.touch()
    assert not is_command([str(desk)])


def test_a_word_of_the_contract_is_a_command_whatever_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("info", "other"):
        (tmp_path / name).touch()
    assert is_command(["info", "my.desk"])
    assert not is_command(["other"])
