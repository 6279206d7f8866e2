"""A block of a spreadsheet finds its columns, by headings or by place, and loses nothing unsaid."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Refused
from desktop.fields.agreement_fields import PARTIES
from desktop.fields.copied_blocks import MAX_BLOCK_ROWS, is_block, place_block, read_block
from desktop.fields.event_fields import PARTICIPANTS
from desktop.fields.every_kind import CONTACTS

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), max_size=6)
CELLS = CELL | st.builds("{}\n{}".format, CELL.filter(bool), CELL.filter(bool))


def names(text: str, start: int = 0) -> list[str | None]:
    placed = place_block(read_block(text), PARTIES, start)
    return [field.name if field else None for field in placed.fields]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_every_cell_of_a_copied_block_is_read(rows: list[list[str]]) -> None:
    out = StringIO()
    csv.writer(out, "excel-tab").writerows(rows)
    width = max(map(len, (row for row in rows if any(row))), default=0)
    wanted = [row + [""] * (width - len(row)) for row in rows if any(row)]
    if '"' in out.getvalue():
        assert read_block(out.getvalue()) == wanted


def test_a_lone_quotation_mark_is_a_letter() -> None:
    assert read_block('the "Group\t1\nother\t2') == [['the "Group', "1"], ["other", "2"]]
    assert read_block('"Group\t1\nother\t2') == [['"Group', "1"], ["other", "2"]]


def test_only_several_cells_are_a_block() -> None:
    assert not is_block("Pakistan") and not is_block("Pakistan\r\n")
    assert is_block("Pakistan\nIndia") and not is_block("Pakistan\nIndia", lines=False)
    assert is_block("a\tb", lines=False)


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(Refused, match="Import them"):
        read_block("x\n" * (MAX_BLOCK_ROWS + 1))


def test_columns_go_on_from_the_cell() -> None:
    assert names("Pakistan\t1994\tDar") == ["who", "signed", "signed_by"]
    assert names("1994\tDar", start=1) == ["signed", "signed_by"]


def test_a_column_of_dates_goes_past_one_of_names() -> None:
    text = "Pakistan\t1 May 1994\t2 June 1995\t1996\nIndia\t1994\t\t1997"
    assert names(text) == ["who", "signed", "consent", "in_force"]


@pytest.mark.parametrize(
    "headings",
    [
        "Party\tIn force\tSigned",
        "State\tEntry into force\tSignature",
        "Participant\tEntry into Force\tDate of signature",
    ],
)
def test_headings_say_the_columns(headings: str) -> None:
    placed = place_block(read_block(f"{headings}\nPakistan\t1996\t1994"), PARTIES, 0)
    assert [field and field.name for field in placed.fields] == ["who", "in_force", "signed"]
    assert placed.rows == [["Pakistan", "1996", "1994"]]


def test_the_depositarys_own_heading_is_known() -> None:
    text = "Participant\tSignature\tRatification, Accession(a)\nPakistan\t1994\t1995 a"
    assert names(text) == ["who", "signed", "consent"]


def test_details_are_found_by_their_heading() -> None:
    placed = place_block([["Party", "Capacity"], ["UN", "depositary"]], PARTIES, 0)
    assert [field and field.name for field in placed.fields] == ["who", "capacity"]


def test_what_has_no_column_is_named() -> None:
    headed = place_block([["Type", "Remark", "Colour"], ["fax", "home", "blue"]], CONTACTS, 0)
    assert headed.left_out() == ["Colour"]
    wide = place_block([["Dar", "host", "Pakistan", "extra", ""]], PARTICIPANTS, 0)
    assert wide.left_out() == ["extra"]


def test_rows_that_only_look_like_headings_are_kept() -> None:
    rows = [["signed", "Pakistan"], ["India", "1994"]]
    assert place_block(rows, CONTACTS, 0).rows == rows
