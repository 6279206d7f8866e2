"""A document that is set in pieces is the one that would have been set at once."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from db import Stopped
from desktop.paper.content.blocks import (
    Bullets,
    Chronology,
    Endnotes,
    Entry,
    Heading,
    Paragraph,
    Sheet,
    TableBlock,
    cover,
    split_note_marks,
)
from desktop.paper.typst import pieces
from desktop.paper.typst.typeset import Printed, typeset


def sheets(count: int = 6) -> list[Sheet]:
    """Sheets with everything that has to be tied together anew, with a contents before them."""
    made = [
        Sheet(
            f"Person {number} (1 0 R)",
            [
                Heading("Offices"),
                TableBlock(["Office", "Time"], [["Minister", "2020"], ["Envoy", "2022"]]),
                Heading("Contacts"),
                Chronology(
                    [Entry(f"May {at}", split_note_marks("Met.", 1), "aside") for at in range(25)]
                ),
                Paragraph("A text (with (nested) brackets) and 7 0 R in it."),
                Bullets([f"point {at}" for at in range(30)]),
                Endnotes([(1, "A source.")]),
            ],
            marking="RESTRICTED",
            native="عاصم منیر",
            native_language="ur",
        )
        for number in range(count)
    ]
    return [cover("Contents", made, "RESTRICTED"), *made]


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any document of several sheets is long, and a piece holds one or two of them."""
    monkeypatch.setattr(pieces, "MIN_LONG_LETTERS", 1)
    monkeypatch.setattr(pieces, "PIECE_LETTERS", 4_000)


@pytest.fixture
def whole() -> Printed:
    return typeset(sheets())


def lines(page: Any) -> list[str]:
    """The letters of a page but for marks of direction, which a reader may leave out."""
    return sorted(re.sub(r"[\s\u200e]", "", page.extract_text()))


def test_the_pages_say_the_same(whole: Printed, in_pieces: None) -> None:
    bound = typeset(sheets())
    assert (bound.pages, bound.archival, bound.missing) == (whole.pages, True, ())
    one, other = (PdfReader(BytesIO(each.pdf)) for each in (whole, bound))
    assert len(one.pages) == len(other.pages) == bound.pages
    for mine, theirs in zip(one.pages, other.pages, strict=True):
        assert lines(mine) == lines(theirs)


def test_every_page_has_its_number_of_all(in_pieces: None) -> None:
    reader = PdfReader(BytesIO(typeset(sheets()).pdf))
    for number, page in enumerate(reader.pages, 1):
        said = " ".join(page.extract_text().split())
        assert f"page {number} of {len(reader.pages)}" in said


def test_the_outline_and_the_contents_lead_to_the_sheets(in_pieces: None) -> None:
    reader = PdfReader(BytesIO(typeset(sheets()).pdf))
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [entry.title for entry in entries] == [f"Person {n} (1 0 R)" for n in range(6)]
    starts = [reader.get_destination_page_number(entry) for entry in entries]
    for start, entry in zip(starts, entries, strict=True):
        assert tight(entry.title) in tight(reader.pages[start].extract_text())
    links = [each.get_object() for each in reader.pages[0]["/Annots"]]
    assert all("/A" not in link for link in links)
    places = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    assert [places[link["/Dest"][0].idnum] for link in links] == starts
    assert [link["/Contents"] for link in links] == [f"page {start + 1}" for start in starts]
    shown = re.findall(r"\(10R\)\D*?(\d+)", tight(reader.pages[0].extract_text()).replace(".", ""))
    assert [int(each) for each in shown] == [start + 1 for start in starts]


def tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_tags_stay_whole_and_are_found_from_their_pages(in_pieces: None) -> None:
    reader = PdfReader(BytesIO(typeset(sheets()).pdf))
    tree = reader.root_object["/StructTreeRoot"]
    (document,) = (kid.get_object() for kid in tree["/K"])
    assert document["/S"] == "/Document"
    parts = [kid.get_object() for kid in document["/K"]]
    assert {part["/S"] for part in parts} == {"/Part"}
    assert all(part["/P"].get_object() == document for part in parts)
    numbers = tree["/ParentTree"]["/Nums"]
    keys, tags = numbers[::2], numbers[1::2]
    assert keys == list(range(len(keys)))
    by_key = dict(zip(keys, tags, strict=True))
    for page in reader.pages:
        marked = [each for each in by_key[page["/StructParents"]].get_object() if each is not None]
        assert all(tag.get_object()["/Type"] == "/StructElem" for tag in marked)
        for note in page.get("/Annots", []):
            assert by_key[note.get_object()["/StructParent"]].get_object()["/S"] == "/Link"
    names = tree["/IDTree"]["/Names"][::2]
    assert names == sorted(set(names))
    assert len(names) == 12  # two heads of columns in each of six tables


def test_another_program_finds_no_fault(in_pieces: None, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed; it looks whether a PDF is whole.")
    path = tmp_path / "bound.pdf"
    path.write_bytes(typeset(sheets()).pdf)
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_progress_is_told_and_the_work_can_be_given_up(in_pieces: None) -> None:
    told: list[tuple[int, int]] = []
    typeset(sheets(), progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[0] == (0, 7)
    assert told[-1] == (7, 7)
    assert len(told) > 4

    def give_up(done: int, total: int) -> None:
        if done > 2:
            raise Stopped("The work was cancelled.")

    with pytest.raises(Stopped):
        typeset(sheets(), progress=give_up)


def test_a_letter_without_a_font_is_named_with_its_sheet(in_pieces: None) -> None:
    lost = [*sheets(3), Sheet("Far East", [Paragraph("before \U0001f9ff\U000130fe after")])]
    printed = typeset(lost)
    if printed.missing:
        assert "on “Far East”" in printed.says


def test_every_sheet_is_in_one_piece() -> None:
    made = [{"blocks": [], "title": "x" * 900} for _ in range(50)]
    groups = list(pieces.groups_of_sheets(made))
    assert [at for group in groups for at in group] == list(range(50))
    assert len(groups) > 1
