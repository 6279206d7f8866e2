"""The command `print`: what the file says, what is withheld, and what is refused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from db import Lens, Reader, open_desk
from desktop.paper.typst import compiling
from tests.desktop.commands.conftest import Command


def text_of(pdf: Path) -> str:
    """The words of a PDF on one line, as another program reads them."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed; it reads the words of a PDF.")
    run = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


def test_a_biography_has_offices_contacts_and_sources(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "dar.pdf"
    done = command("print", sample, "biography", "Dar", "--out", out, "--json")
    assert done.data == {"pages": 1, "withheld": 0, "file": str(out)}
    said = text_of(out)
    for words in (
        "Ishaq Dar",
        "Deputy Prime Minister, Pakistan",
        "Foreign Minister, Ministry of Foreign Affairs of Pakistan",
        "Telephone call between Dar and Rubio",
        "with Marco Rubio",
        "Foreign Minister Ishaq DAR",
        "never checked — verify",
        "page 1 of 1",
    ):
        assert words in said


def test_several_sheets_stand_in_one_document_with_contents(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "visit.pdf"
    done = command("print", sample, "biography", "Dar", "Rubio", "dar", "--out", out, "--json")
    assert done.data["pages"] == 3
    said = text_of(out)
    assert (
        said.index("Contents") < said.index("Spoken address Mr Dar") < said.index("Secretary Rubio")
    )


def test_the_ceiling_withholds_and_counts(command: Command, marked: Path, tmp_path: Path) -> None:
    out = tmp_path / "dar.html"
    ceiling = ("--ceiling", "open", "--out", out, "--json")
    done = command("print", marked, "biography", "Dar", *ceiling)
    said = out.read_text(encoding="utf-8")
    assert done.data["pages"] is None
    assert done.data["withheld"] > 0
    # A remark of his, and whom he met twice.
    assert "2 items withheld above this sheet’s ceiling." in said
    assert "zebra" not in said
    assert "Marco Rubio" not in said


def test_the_marking_is_the_highest_of_all_that_is_named(
    command: Command, marked: Path, tmp_path: Path
) -> None:
    out = tmp_path / "call.html"
    command("print", marked, "event", "telephone call", "--out", out)
    assert '<span class="marking">SECRET</span>' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "there", "absent"),
    [
        (["chronology"], "Armed conflict between Pakistan and India", "Ishaq Dar</a>"),
        (["chronology", "Ishaq Dar"], "Telephone call between Dar and Rubio", "Armed conflict"),
        (["chronology", "conflict"], "Armed conflict", "Telephone call"),
        (["chronology", "2025-06..2025-07"], "President Trump", "Armed conflict"),
        (["chronology", "country:in"], "Armed conflict", "Telephone call"),
        (["chronology", "India"], "Armed conflict", "Telephone call"),
        (["chronology", "Pakistan"], "Meeting of Field Marshal Munir", "Ishaq Dar</a>"),
        (["chronology", "2025-06..2025-07"], '<h1 dir="auto">June 2025 – July 2025</h1>', "May"),
        (["chronology", "topic:minerals"], "critical minerals", "Armed conflict"),
        (["list", "type:ministry"], "Ministry of Foreign Affairs", "Armed conflict"),
        (["list", "country:pk"], "entries · Pakistan", "Michael E. Kurilla</td>"),
        (["organization", "foreign affairs"], "Foreign Minister", "Armed conflict"),
        (["brief", "telephone call"], "Reason for place", "Armed conflict"),
        (["brief", "Dar", "Rubio"], "Deputy Prime Minister, 2nd in Pakistan", "Armed conflict"),
        (["agreement", "minerals FWO"], "Frontier Works Organization", "Armed conflict"),
    ],
)
def test_what_is_asked_for_is_on_the_sheet(
    command: Command, sample: Path, tmp_path: Path, asked: list[str], there: str, absent: str
) -> None:
    out = tmp_path / "sheet.html"
    assert command("print", sample, *asked, "--out", out).status == 0
    said = out.read_text(encoding="utf-8")
    assert there in said
    assert absent not in said


def test_a_chronology_reads_no_record_whole(
    command: Command, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(self: Reader, record_id: int, lens: Lens) -> None:
        raise AssertionError("A chronology asked for a whole record.")

    monkeypatch.setattr(Reader, "read", read)
    monkeypatch.setattr(Reader, "get", read)
    out = tmp_path / "all.html"
    assert command("print", sample, "chronology", "--out", out).status == 0
    assert command("print", sample, "chronology", "Pakistan", "--out", out).status == 0


@pytest.mark.parametrize(
    ("form", "what", "name", "status", "sentence"),
    [
        ("brief", [], "x.pdf", 2, "Say whose sheet to print"),
        ("poem", ["Dar"], "x.pdf", 2, "“poem” is no form"),
        ("biography", ["Dar"], "x.txt", 2, "x.txt does not end in .pdf, .docx or .html"),
        ("biography", [], "x.pdf", 2, "Say whose sheet to print"),
        ("biography", ["zzzz qqqq"], "x.pdf", 3, "Nothing on this desk is found by “zzzz qqqq”."),
        ("biography", ["Dar"], "none/x.pdf", 3, "There is no folder"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(
    command: Command,
    sample: Path,
    tmp_path: Path,
    form: str,
    what: list[str],
    name: str,
    status: int,
    sentence: str,
) -> None:
    done = command("print", sample, form, *what, "--out", tmp_path / name)
    assert (done.status, sentence in done.err, done.out) == (status, True, "")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_stands_there_is_replaced_only_by_a_whole_one(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "dar.pdf"
    out.write_text("before")
    assert command("print", sample, "biography", "nobody zzz", "--out", out).status == 3
    assert out.read_text() == "before"
    assert command("print", sample, "biography", "Dar", "--out", out).status == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["dar.pdf"]


def test_letters_that_no_font_has_are_reported(
    command: Command, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "needs_system_fonts", lambda text: False)
    with open_desk(desk) as store:
        (key, *_) = store.reader.all_ids("person", Lens(), "name")
        person = store.reader.get(key, Lens())
        person.title = "Far East 漢"
        store.save(person, Lens())
    done = command("print", desk, "biography", "Far East", "--out", tmp_path / "x.pdf")
    assert done.status == 0
    assert "No font on this computer has 漢 (U+6F22)" in done.err
