"""Records to rows and back: every field has its columns, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import HistoricalDate, OfficeRef, Ref, Source
from db.record_types import (
    RECORD_TYPES,
    Agreement,
    Attachment,
    Citation,
    Party,
    PartyAction,
    Record,
    Tenure,
)
from db.storage.row_mapping import (
    Names,
    date_values,
    from_values,
    owner_of,
    part_shapes,
    referenced_ids,
    shape_of,
    shapes,
    to_values,
)
from tests.db.strategies import Maker

NOBODY = Names({}, {}, {})


@pytest.mark.parametrize(
    ("of", "field", "sort", "columns"),
    [
        (Tenure, "since", "date", ("since_edtf", "since_first", "since_last", "since_words")),
        (Tenure, "office", "office", ("office_id",)),
        (Tenure, "acting", "flag", ("acting",)),
        (Tenure, "note", "plain", ("note",)),
        (Party, "who", "ref", ("who_id",)),
        (Citation, "source", "source", ("source_id",)),
        (Agreement, "concluded", "date", tuple(
            f"concluded{tail}" for tail in ("_edtf", "_first", "_last", "_words")
        )),
    ],
)  # fmt: skip
def test_a_fields_type_tells_its_columns(
    of: type, field: str, sort: str, columns: tuple[str, ...]
) -> None:
    found = next(each for each in shape_of(of).fields if each.name == field)
    assert (found.sort, found.columns) == (sort, columns)


def test_parts_hang_on_the_record_and_inner_parts_on_their_part() -> None:
    children = {child.name: child for child in shape_of(Agreement).children}
    assert children["parties"].owner == "record_id"
    inner = children["parties"].shape.children
    assert [(child.name, child.owner) for child in inner] == [("actions", "party_id")]


def test_bytes_and_topics_are_no_columns() -> None:
    assert "data" not in shape_of(Attachment).columns
    assert all("topics" not in shape.columns for shape in shapes())


def test_each_table_has_one_shape() -> None:
    tables = [shape.table for shape in shapes()]
    assert len(set(tables)) == len(tables)
    assert {of.TABLE for of in RECORD_TYPES.values()} | {"source", "party_action"} < set(tables)


def test_no_column_is_filled_by_two_fields() -> None:
    for shape in shapes():
        assert len(set(shape.columns)) == len(shape.columns), shape.table


@pytest.mark.parametrize(
    ("date", "values"),
    [
        (None, (None, None, None, None)),
        (HistoricalDate.parse("2025-09"), ("2025-09", "2025-09-01", "2025-09-30", None)),
        (HistoricalDate.parse("2019/.."), ("2019/..", "2019-01-01", None, None)),
    ],
)
def test_a_date_fills_four_columns(
    date: HistoricalDate | None, values: tuple[str | None, ...]
) -> None:
    assert date_values(date) == values


@pytest.mark.parametrize("of", [*RECORD_TYPES.values(), Source], ids=lambda of: of.__name__)
def test_an_empty_one_comes_back_empty(of: type) -> None:
    shape = shape_of(of)
    assert from_values(shape, to_values(shape, of()), NOBODY) == of()


OFFICE = OfficeRef(3, "Envoy", Ref(2, "Utopia", "organization"))
PEOPLE = [Ref(2, "Utopia", "organization"), Ref(5, "Raphael", "person")]
KNOWN = Names({ref.id: ref for ref in PEOPLE}, {3: OFFICE}, {})


def without_lists(record: Record) -> Record:
    """Lists lie in other tables, what all kinds share in `record`."""
    shared = {field: getattr(Record(), field) for field in Record.model_fields}
    empty = {
        field: [] for field in type(record).model_fields if isinstance(getattr(record, field), list)
    }
    return record.model_copy(update={**shared, **empty})


@given(st.data())
def test_any_kinds_own_fields_come_back(data: st.DataObject) -> None:
    of = data.draw(st.sampled_from(list(RECORD_TYPES.values())))
    record = data.draw(Maker(PEOPLE, [OFFICE]).record(of))
    shape = shape_of(of)
    assert from_values(shape, to_values(shape, record), KNOWN) == without_lists(record)


def test_what_rows_name_is_gathered_by_sort() -> None:
    shape = shape_of(Tenure)
    row = to_values(shape, Tenure(office=OFFICE))
    assert referenced_ids(shape, [row, to_values(shape, Tenure())]) == (set(), {3}, set())
    acts = shape_of(PartyAction)
    rows = [to_values(acts, PartyAction(signatory=ref)) for ref in PEOPLE]
    assert referenced_ids(acts, rows) == ({2, 5}, set(), set())


def test_a_reference_that_is_not_known_reads_as_none_given() -> None:
    shape = shape_of(Party)
    assert from_values(shape, {"who_id": 99, "side": "", "capacity": ""}, NOBODY).who is None


def test_a_reference_without_an_id_is_no_reference() -> None:
    assert to_values(shape_of(Party), Party(who=Ref(0, "Nobody")))["who_id"] is None


def test_every_row_of_a_part_is_of_its_record() -> None:
    assert owner_of("person", {"id": 4}) == 4
    assert owner_of("note", {"id": 4, "record_id": 7}) == 7
    assert owner_of("tag", {"id": 4}) is None


def test_parts_of_parts_come_after_what_they_are_in() -> None:
    tables = [part.table for part in part_shapes(shape_of(Agreement))]
    assert tables.index("party") + 1 == tables.index("party_action")
