"""Which dropped files are read as texts; a text file with tabs is a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.intake.dropped_texts import is_text_to_read


@pytest.mark.parametrize(
    "name, content, is_text",
    [
        ("news.txt", "Ministers met.", True),
        ("people.txt", "name\tcountry\nAnn\tpe", False),
        ("cable.EML", "Subject: x", True),
        ("paper.pdf", "", True),
        ("page.html", "", True),
        ("note.docx", "", True),
        ("people.csv", "name", False),
        ("other.desk", "", False),
    ],
)
def test_a_file_is_read_by_its_kind(tmp_path: Path, name: str, content: str, is_text: bool) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert is_text_to_read(path) == is_text


def test_a_file_that_is_gone_is_left_to_who_opens_it(tmp_path: Path) -> None:
    assert is_text_to_read(tmp_path / "gone.txt")
