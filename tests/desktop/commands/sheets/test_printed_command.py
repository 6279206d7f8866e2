"""`printed`: the documents that went to paper, and field by field what has changed since."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from db import Lens, PrintedDocument, open_desk, parse_query
from desktop.printing.print_request import records_request
from desktop.printing.referenced_records import used_by
from desktop.printing.request_sheets import sheets_of
from tests.desktop.commands.conftest import Command


@pytest.fixture
def printed(desk: Path) -> Path:
    """The desk after a biographic note of Dar was printed and a marked one of Munir."""
    with open_desk(desk) as store:
        reader, lens = store.reader, Lens("2025-09-15")
        for words, marking in (("ishaq dar", 0), ("asim munir", 2)):
            key = reader.page("person", parse_query(words), lens).ids[0]
            asked = records_request(words.title(), "person", [key])
            used = used_by(sheets_of(asked, reader, lens, "desk"), asked, reader, lens)
            store.save_printed_document(
                PrintedDocument(
                    asked.title,
                    asked.form,
                    lens,
                    marking,
                    reader.last_change(),
                    asked.to_values(),
                    used,
                )
            )
    return desk


def test_the_documents_are_listed_newest_first(command: Command, printed: Path) -> None:
    data = command("printed", printed, "--json").data
    assert [each["title"] for each in data] == ["Asim Munir", "Ishaq Dar"]
    assert list(data[0]) == ["number", "time", "author", "title", "form", "as_of", "ceiling"]
    assert (data[1]["as_of"], data[1]["ceiling"]) == ("2025-09-15", "secret")
    assert command("printed", printed, "--json", "--limit", "1").data == data[:1]
    assert "Ishaq Dar" in command("printed", printed).out


def test_what_is_marked_above_the_ceiling_is_not_there(command: Command, printed: Path) -> None:
    data = command("printed", printed, "--json", "--ceiling", "open").data
    assert [each["title"] for each in data] == ["Ishaq Dar"]
    outcome = command("printed", printed, "2", "--ceiling", "open")
    assert outcome.status == 3 and "no printed document 2" in outcome.err


def test_changes_are_told_field_by_field(command: Command, printed: Path) -> None:
    assert command("printed", printed, "1", "--json").data["changes"] == []
    command("edit", printed, "Ishaq Dar", "gender=male")
    data = command("printed", printed, "1", "--json").data
    (change,) = data["changes"]
    assert (change["title"], change["state"], change["named"]) == ("Ishaq Dar", "changed", False)
    assert change["fields"] == [{"field": "Gender", "then": "", "now": "male"}]
    assert (data["withheld"], data["file"]) == (0, None)
    assert "Gender — male" in command("printed", printed, "1").out


@pytest.mark.parametrize("ending", ["pdf", "docx", "html"])
def test_the_changes_are_written(
    command: Command, printed: Path, tmp_path: Path, ending: str
) -> None:
    command("edit", printed, "Ishaq Dar", "gender=male")
    path = tmp_path / f"changes.{ending}"
    assert command("printed", printed, "1", "--out", path, "--json").data["file"] == str(path)
    assert path.stat().st_size > 1000
    if ending == "pdf":
        text = PdfReader(path).pages[0].extract_text()
        assert "What has changed: Ishaq Dar" in text and "male" in text


def test_what_cannot_be_is_said(command: Command, printed: Path, tmp_path: Path) -> None:
    assert command("printed", printed, "9").status == 3
    assert command("printed", printed, "--out", tmp_path / "x.pdf").status == 2
    outcome = command("printed", printed, "1", "--out", tmp_path / "x.odt")
    assert outcome.status == 2 and "does not end in" in outcome.err
