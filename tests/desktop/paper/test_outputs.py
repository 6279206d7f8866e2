"""Each ending of a file's name has its output, and a work that is given up leaves no file."""

from pathlib import Path

import pytest

from db import Refused, Stopped
from desktop.paper.content.blocks import Paragraph, Sheet
from desktop.paper.outputs import OUTPUTS, write

SHEETS = [Sheet("Dar", [Paragraph("One.")]), Sheet("Rubio", [Paragraph("Two.")])]


@pytest.mark.parametrize("ending", OUTPUTS)
def test_every_ending_is_written(tmp_path: Path, ending: str) -> None:
    path, output = write(SHEETS, tmp_path / f"sheet{ending.upper()}")
    assert path.read_bytes() == output.content
    assert (output.pages == 2) == (ending == ".pdf")


def test_another_ending_is_refused_before_anything_is_set(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"x\.odt does not end in \.pdf.* or \.html"):
        write(SHEETS, tmp_path / "x.odt")


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_work_that_is_given_up_leaves_what_stood_there(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"sheet{ending}"
    path.write_text("before")

    def give_up(done: int, total: int) -> None:
        raise Stopped("The work was cancelled.")

    with pytest.raises(Stopped):
        write(SHEETS, path, progress=give_up)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["before"]
