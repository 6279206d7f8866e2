"""What an import reports, what a file is told to be, and what offering that loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db import ImportReport, Lens, Refused, Store, Unavailable, import_files, look_at_file

TEXT = "id;name\np1;Ana Silva\n"


def test_a_file_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(TEXT, encoding="utf-8")
    look = look_at_file(path)
    assert (look.name, look.delimiter, look.headings) == ("list.txt", ";", ("id", "name"))
    assert look.examples == ("p1", "Ana Silva") and look.size == len(TEXT)


def test_what_cannot_be_read_and_what_holds_no_table_are_told_apart(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="is empty"):
        look_at_file(empty)
    with pytest.raises(Unavailable, match="cannot be read"):
        look_at_file(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("files", "kind", "says"), [([], None, "at least one file"), (["a.csv"], "treaties", "no kind")]
)
def test_what_is_asked_wrongly_is_refused_before_anything_is_read(
    store: Store, files: list[str], kind: str | None, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        import_files(store, [Path(name) for name in files], Lens(), kind=kind)
    assert store.reader.changes() == []


def test_a_report_begins_with_nothing() -> None:
    report = ImportReport()
    assert report.read == 0 and not (report.created or report.rejected or report.left_out)


def test_what_an_import_reports_is_offered_without_the_readers_of_files() -> None:
    code = (
        "import sys; from db import FileLook, ImportReport\n"
        "print(*[name for name in sys.modules if name.startswith('db.exchange.')])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[4], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.split() == ["db.exchange.placing", "db.exchange.placing.import_report"]
