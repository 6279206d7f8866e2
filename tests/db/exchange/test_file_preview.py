"""A look at a table file tells what it is and shows an example of every column."""

from pathlib import Path

import pytest

from db import FileLook, Refused, look_at_file


@pytest.mark.parametrize(
    ("text", "encoding", "look"),
    [
        (
            "name;born\nZoë Ashe;\nBo Birk;1961\n",
            "cp1252",
            ("", "cp1252", ";", ("name", "born"), ("Zoë Ashe", "1961")),
        ),
        (
            "name,note\nAnn,two  \n",
            "utf-8",
            ("", "utf-8", ",", ("name", "note"), ("Ann", "two")),
        ),
    ],
)
def test_a_look_tells_encoding_delimiter_and_examples(
    tmp_path: Path, text: str, encoding: str, look: tuple[object, ...]
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode(encoding))
    seen = look_at_file(path)
    whole = FileLook("people.csv", path.stat().st_size, *look, rows=seen.rows, header_row=1)
    assert seen == whole


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    with pytest.raises(Refused, match="picture"):
        look_at_file(path)
