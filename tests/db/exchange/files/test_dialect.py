"""How text is cut into cells."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.files.dialect import DELIMITERS, sniff


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n", ";"),
        ("a\tb\n1, 2, 3\t2\n", "\t"),
        ("a|b|c\n1;2|3|4\n", "|"),
        ('title;notes\n"a, b; c";"d, e, f"\n"g";"h, i"\n', ";"),
        ("id,title,parties\n1,Rail,us; fr; pl; tr\n2,Air,ch; at; it; no\n", ","),
        ("id|day|topics\n1|May|a,b,c,d,e\n2|June|f,g,h,i,j\n3|July|k,l,m,n,o\n", "|"),
        ("name\nParis, France\nRome\nOslo\n", ","),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_evenly(sample: str, delimiter: str) -> None:
    assert sniff(sample).delimiter == delimiter


@given(
    st.lists(
        st.tuples(*[st.text(alphabet="ab ,;|\t\"'\n", max_size=8)] * 3), min_size=2, max_size=20
    ),
    st.sampled_from(DELIMITERS),
)
def test_a_table_whose_every_cell_is_quoted_is_cut_as_it_was_written(
    rows: list[tuple[str, ...]], delimiter: str
) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("first", "second", "third"), *rows])
    assert sniff(file.getvalue()).delimiter == delimiter


def test_a_declared_separator_is_taken_at_its_word() -> None:
    found = sniff("sep=;\r\na,b\r\n1,2\r\n")
    assert (found.delimiter, found.declared) == (";", True)


def test_backslashes_escape_quotes_only_where_quotes_are_not_doubled() -> None:
    assert sniff('a,b\n1,"say \\"hi\\" now"\n').escape == "\\"
    assert sniff('a,b\n"C:\\dir\\",2\n').escape is None
    assert sniff('a,b\n1,"say ""hi"" now"\n').escape is None
