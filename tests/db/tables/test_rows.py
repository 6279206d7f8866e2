"""The declared tables are the tables of a new desk: names, columns, indexes, references."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint

from db import Store
from db.storage.engine import Sql
from db.storage.row_mapping import RECORD_COLUMNS, shapes
from db.tables.rows import METADATA
from tests.db.desk_sql import sql_of

TABLES = METADATA.tables


def test_a_new_desk_has_every_table_as_it_is_declared(store: Store) -> None:
    for name in TABLES:
        check_table(sql_of(store), name)


def check_table(sql: Sql, name: str) -> None:
    declared = TABLES[name]
    assert set(sql.columns(name)) == {column.name for column in declared.columns}
    needed = {
        row[0]
        for row in sql.rows('SELECT name, "notnull" OR pk FROM pragma_table_info(?)', (name,))
        if row[1]
    }
    assert needed == {column.name for column in declared.columns if not column.nullable}
    indexes = {
        row[0]
        for row in sql.rows("SELECT name FROM pragma_index_list(?) WHERE origin='c'", (name,))
    }
    assert {str(index.name) for index in declared.indexes} <= indexes
    keys = {
        (row[0], row[1])
        for row in sql.rows('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (name,))
    }
    assert keys == {
        (constraint.column_keys[0], constraint.referred_table.name)
        for constraint in declared.constraints
        if isinstance(constraint, ForeignKeyConstraint)
    }


def test_every_reference_to_a_record_is_found_by_an_index() -> None:
    """A record's removal looks through all of them; without an index each would be a scan."""
    for table in TABLES.values():
        led = {next(iter(index.columns)).name for index in table.indexes}
        led |= {column.name for column in table.primary_key.columns}
        for column in table.columns:
            if column.foreign_keys:
                assert column.name in led, f"{table.name}.{column.name}"


def test_every_shape_lies_in_a_table_that_has_its_columns() -> None:
    for shape in shapes():
        columns = {column.name for column in TABLES[shape.table].columns}
        assert set(shape.columns) <= columns, shape.table
    assert set(RECORD_COLUMNS) == {column.name for column in TABLES["record"].columns}


def test_a_date_is_always_four_columns() -> None:
    for table in TABLES.values():
        names = {column.name for column in table.columns}
        for stem in (name.removesuffix("_edtf") for name in names if name.endswith("_edtf")):
            assert {stem + tail for tail in ("_first", "_last", "_words")} <= names, table.name
