"""Files become tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refused, Unavailable
from db.exchange.files.table_file import open_table

CELL = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n",;'), max_size=12
)


def table(tmp_path: Path, content: str | bytes, name: str = "table.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    found = open_table(table(tmp_path, 'a,b\n1,"x\ny"\n\n,\n2,z\n'))
    assert list(found.rows) == [(2, ("1", "x\ny")), (5, ("2", "z"))]


def test_rows_can_be_read_again_and_flags_do_not_double(tmp_path: Path) -> None:
    found = open_table(table(tmp_path, "a,b,c\n1,2\n1,2,3,4\n1,2,3\n"))
    first = list(found.rows)
    assert first == list(found.rows)
    assert [row for _, row in first] == [("1", "2", ""), ("1", "2", "3"), ("1", "2", "3")]
    assert [row for row, _ in found.flags] == [2, 3]
    assert "“4”" in found.flags[1][1]


def test_the_name_of_a_file_says_nothing_of_its_format(tmp_path: Path) -> None:
    found = open_table(table(tmp_path, "a;b\n1;2\n", "table.xlsx"))
    assert (found.delimiter, found.headers) == (";", ("a", "b"))


def test_nul_characters_are_left_out_and_flagged(tmp_path: Path) -> None:
    found = open_table(table(tmp_path, b"name,city\nAna,R\0ome\n" + b"Bo,Lima\n" * 20))
    assert next(iter(found.rows)) == (2, ("Ana", "Rome"))
    assert any("NUL" in says for _, says in found.flags)


def test_a_separator_line_counts_as_a_row(tmp_path: Path) -> None:
    found = open_table(table(tmp_path, "sep=;\r\na;b\r\n1;2\r\n"))
    assert (found.headers, list(found.rows)) == (("a", "b"), [(3, ("1", "2"))])


def test_an_asked_encoding_is_used_and_a_wrong_one_refused(tmp_path: Path) -> None:
    path = table(tmp_path, "name\nБорис\n".encode("cp866"))
    assert list(open_table(path, encoding="cp866").rows) == [(2, ("Борис",))]
    with pytest.raises(Refused, match="no encoding"):
        open_table(path, encoding="nothing-known")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b",,,\n,,,\n", "no rows"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is damaged; save it again as .xlsx"),
        (b"SQLite format 3\0", "database"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04 not a zip at all", "damaged"),
        (bytes(range(1, 32)) * 9, "not a table"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, says: str
) -> None:
    with pytest.raises(Refused, match=says) as refused:
        open_table(table(tmp_path, content))
    assert str(refused.value).startswith("table.csv") and str(refused.value).endswith(".")


def test_a_file_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be read"):
        open_table(tmp_path / "nothing.csv")


def test_an_endless_cell_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.exchange.files.table_file.MAX_CELL_LETTERS", 1000)
    path = table(tmp_path, 'a,b\n1,"open' + "x" * 2000 + "\n")
    with pytest.raises(Refused, match="quotation mark"):
        list(open_table(path).rows)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=30), st.sampled_from(",;\t|"))
def test_what_a_spreadsheet_writes_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(
        [("heading one", "heading two"), *rows]
    )
    path = table(tmp_path_factory.mktemp("csv"), file.getvalue())
    read = [cells for _, cells in open_table(path).rows]
    assert read == [row for row in rows if "".join(row).strip()]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = table(tmp_path_factory.mktemp("bytes"), content)
    try:
        found = open_table(path)
        widths = {len(cells) for _, cells in found.rows}
    except Refused as refused:
        assert str(refused).startswith("table.csv")
    else:
        assert widths <= {len(found.headers)}
