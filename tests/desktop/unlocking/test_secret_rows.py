"""A passphrase to be set is typed twice or proposed, with a key file beside it if one is named."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from db import join_key_file, make_key_file
from desktop.unlocking.secret_rows import SecretRows
from tests.desktop.conftest import Answers


@pytest.fixture
def rows(owner: QWidget) -> SecretRows:
    return SecretRows(owner, QFormLayout(owner), Answers(), "&Passphrase")


def test_words_are_proposed_in_both_lines_to_be_read(rows: SecretRows) -> None:
    rows.propose_button.click()
    first = rows.first.text()
    assert first == rows.second.text() and len(first.split(" ")) == 6
    assert rows.first.echoMode() == QLineEdit.EchoMode.Normal
    assert rows.proposal.text().startswith("6 words drawn by chance, 77 bits")
    assert rows.fault() == "" and rows.secret() == first
    rows.propose_button.click()
    assert rows.first.text() != first
    assert not rows.proposal.isHidden()
    rows.first.setText("my own")
    assert rows.proposal.isHidden()  # it is no longer what was drawn


def test_a_key_file_is_joined_and_a_wrong_one_refused(rows: SecretRows, tmp_path: Path) -> None:
    make_key_file(tmp_path / "a.key")
    (tmp_path / "b.key").write_text("nothing")
    rows.key_file.line.setText(str(tmp_path / "a.key"))
    assert rows.fault() == "A key file goes with a passphrase; type one."
    for line in (rows.first, rows.second):
        line.setText("horse battery")
    assert rows.fault() == ""
    assert rows.secret() == join_key_file("horse battery", tmp_path / "a.key")
    rows.key_file.line.setText(str(tmp_path / "b.key"))
    assert "is no key file" in rows.fault()
    rows.second.setText("horse")
    rows.key_file.line.clear()
    assert "do not match" in rows.fault()
