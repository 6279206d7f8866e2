"""A key file is named, chosen or made on one line; what is none is said to be none."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from db import make_key_file
from desktop.unlocking.key_file_line import KeyFileLine
from tests.desktop.conftest import Answers


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def line(owner: QWidget, answers: Answers) -> KeyFileLine:
    return KeyFileLine(owner, answers, can_make=True)


def test_none_is_named_at_first_and_the_passphrase_stands_alone(line: KeyFileLine) -> None:
    assert line.path is None and line.fault() == ""
    assert line.join("horse") == line.join_new("horse") == "horse"


def test_one_is_made_where_it_is_asked_for_and_named(
    line: KeyFileLine, answers: Answers, tmp_path: Path
) -> None:
    answers.paths = [tmp_path / "my"]
    line.make_button.click()
    assert line.path == tmp_path / "my.key" and line.fault() == ""
    assert line.join("horse").startswith("horse ") and line.join_new("") == ""
    answers.paths, told = [tmp_path / "my.key"], []
    line.refused.connect(told.append)
    line.make_button.click()
    assert "already exists" in told[0]


def test_one_is_chosen_and_one_that_has_gone_is_refused(
    line: KeyFileLine, answers: Answers, tmp_path: Path
) -> None:
    make_key_file(tmp_path / "a.key")
    answers.paths = [tmp_path / "a.key", None]
    line.choose_button.click()
    line.choose_button.click()
    assert line.path == tmp_path / "a.key"
    (tmp_path / "a.key").unlink()
    assert "it is not there" in line.fault()


def test_only_where_one_is_set_can_one_be_made(owner: QWidget) -> None:
    assert KeyFileLine(owner, Answers()).make_button.isHidden()
