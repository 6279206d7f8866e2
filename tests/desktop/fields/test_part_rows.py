"""Rows are parts and back, whatever the parts hold."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import KINDS, HistoricalDate, OfficeRef, Part, Ref
from desktop.fields import RECORD_FORMS
from desktop.fields.every_kind import ATTACHMENTS
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import PartsTableSpec
from desktop.fields.part_rows import (
    drop_blank,
    is_blank,
    new_row,
    part_of,
    read_rows,
    row_of,
    row_of_file,
    unread_in,
    write_rows,
)

TABLES = {parts.name: parts for kind in KINDS for parts in RECORD_FORMS[kind].parts()}
REFS = st.builds(Ref, st.integers(1, 99), st.text(), st.sampled_from(KINDS))
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(0, 9),
    bool: st.booleans(),
    bytes: st.none(),
    HistoricalDate: st.sampled_from(
        [HistoricalDate.parse(text) for text in ("2025", "late July 2025", "before 1990")]
    ),
    Ref: REFS,
    OfficeRef: st.builds(OfficeRef, st.integers(1, 99), st.text(), st.none() | REFS),
}


def strategy_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    args = [part for part in get_args(hint) if part is not type(None)]
    if isinstance(hint, type) and issubclass(hint, Part):
        return parts_of_type(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    inner = strategy_of(args[0])
    return st.lists(inner, max_size=2) if get_args(hint) == (args[0],) else st.none() | inner


def parts_of_type(of: type[Any]) -> st.SearchStrategy[Any]:
    """Any part of a class, every field filled."""
    hints = get_type_hints(of)
    assert not any(item.is_required() for item in of.model_fields.values())
    return st.builds(of, **{item: strategy_of(hints[item]) for item in of.model_fields})


def each_table(check: Callable[[PartsTableSpec, Any], None]) -> Callable[..., None]:
    """Runs a check on parts of every table."""

    @pytest.mark.parametrize("name", TABLES)
    @given(data=st.data())
    def wrapped(name: str, data: st.DataObject) -> None:
        check(TABLES[name], data.draw(parts_of_type(TABLES[name].of)))

    return wrapped


@each_table
def test_a_part_comes_out_of_its_row_as_it_went_in(parts: PartsTableSpec, part: Any) -> None:
    assert part_of(row_of(part, parts), parts) == part


@each_table
def test_a_row_comes_out_of_a_draft_as_it_went_in(parts: PartsTableSpec, part: Any) -> None:
    written = json.loads(json.dumps(write_rows([row_of(part, parts)], parts)))
    (row,) = read_rows(written, parts, [part] if part.id else [])
    wanted = part if part.id else part_of(row_of(part, parts), parts)
    kept = [item for item in type(part).model_fields if item not in ("id", "uid", "actions")]
    made = part_of(row, parts)
    assert [getattr(made, name) for name in kept] == [getattr(wanted, name) for name in kept]


@pytest.mark.parametrize("name", TABLES)
def test_a_new_row_is_blank_until_something_is_typed(name: str) -> None:
    parts = TABLES[name]
    row = new_row(parts)
    assert is_blank(row, parts)
    row.cells[parts.columns[0].name] = Unread("x", "why")
    assert not is_blank(row, parts)
    rows = [new_row(parts), row, new_row(parts)]
    assert drop_blank(rows, parts)
    assert rows == [row]


def test_what_cannot_be_taken_is_named_by_its_path() -> None:
    parts = TABLES["parties"]
    row = new_row(parts)
    assert parts.inner is not None
    act = new_row(parts.inner)
    act.cells["date"] = Unread("in Juli", "No such month.")
    row.inner = [new_row(parts.inner), act]
    assert dict(unread_in([new_row(parts), row], parts)) == {
        "parties[1].actions[1].date": "No such month."
    }


def test_a_draft_reads_an_attached_file_again(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(b"text")
    row = row_of_file(str(path), ATTACHMENTS)
    row.cells["marking"] = 2
    written = write_rows([row], ATTACHMENTS)
    (again,) = read_rows(written, ATTACHMENTS, [])
    made = part_of(again, ATTACHMENTS)
    assert (made.data, made.marking) == (b"text", 2)
    path.unlink()
    (gone,) = read_rows(written, ATTACHMENTS, [])
    assert [why for _, why in unread_in([gone], ATTACHMENTS)] == [
        "“call.txt” was not attached: no such file or directory."
    ]
