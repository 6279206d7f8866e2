"""A search gives its ids with the first rows read, and says why each was found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Lens, Reader, open_desk, parse_query
from desktop.models.found import say_why
from desktop.models.list_request import ListRequest
from desktop.models.list_row import NOTHING, ListRow


@pytest.fixture
def reader(desk: Path) -> Iterator[Reader]:
    with open_desk(desk) as store:
        yield store.reader


def question(text: str) -> ListRequest:
    return ListRequest("person", parse_query(text), Lens(), "name", False, True)


def test_the_first_rows_come_with_the_ids(reader: Reader) -> None:
    answer = question("country:pk").find_rows(reader, rows=2)
    assert len(answer.page.ids) == 4
    assert [row.line.id for row in answer.rows] == list(answer.page.ids[: len(answer.rows)])


def test_what_matched_is_marked(reader: Reader) -> None:
    (first, *_) = question("munir").find_rows(reader, rows=10).rows
    title = first.line.title
    assert [title[start:end].casefold() for start, end in first.marks] == ["munir"]


def test_what_the_title_does_not_say_is_given_as_the_reason(reader: Reader) -> None:
    (row,) = question("عاصم").find_rows(reader, rows=10).rows
    assert row.line.title == "Asim Munir"
    assert row.why is not None and "عاصم منیر" in row.why


def test_nothing_is_said_of_a_row_without_a_line(reader: Reader) -> None:
    gone = ListRow(None)
    say_why([gone], question("munir").query, NOTHING, {})
    assert gone.why is None and gone.marks == ()
