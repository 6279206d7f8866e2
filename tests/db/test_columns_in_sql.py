"""What depends on a column is told whole: no statement reads one that it is not listed for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3

from db import KINDS, Lens, parse_query
from tests.db.columns_in_sql import ROOT, declared, dependents, main, modules, statements
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15", 2)
# Reads whole rows by their declaration, whatever the columns are called.
BY_DECLARATION = {ROOT / "db/storage/stored_records.py"}
CONNECTION = ROOT / "db/storage/sql.py"


@pytest.mark.parametrize(
    ("column", "module"),
    [
        ("tenure.since_first", "db/lists/titles/tenure_titles.py"),  # behind an alias
        ("change.marking", "db/changes/change_markings.py"),  # without one
        ("record.checked_on", "db/lists/lines.py"),  # in a list that a statement is filled with
        ("party.who_id", "db/lists/participants.py"),  # of a table that is filled in
        ("saved_search.query", "db/lists/saved_searches.py"),  # by SQLAlchemy
    ],
)
def test_a_module_is_listed_for_what_it_names(column: str, module: str) -> None:
    table, _, name = column.partition(".")
    assert module in dependents()[table][name]


def test_no_statement_names_a_column_that_its_table_has_not() -> None:
    known = declared()
    strange = [
        f"{path}:{each.line}: {alias}.{column}"
        for path, tree in modules().items()
        for each in statements(tree)
        for alias, column in each.dotted
        if (names := each.tables.get(alias)) is not None and names <= known.keys()
        if not any(column in known[name] for name in names)
    ]
    assert strange == []


Read = set[tuple[str, str]]  # table, column


@pytest.fixture
def read(small: Small) -> Iterator[Read]:
    """What SQLite itself says that the statements of the desk's reader read."""
    found: Read = set()

    def note(action: int, table: str | None, column: str | None, *_: object) -> int:
        is_read = action == sqlcipher3.SQLITE_READ and column and table in declared()
        if is_read and not is_by_declaration():
            found.add((str(table), str(column)))
        return int(sqlcipher3.SQLITE_OK)

    raw = sql_of(small.store.reader).raw
    raw.set_authorizer(note)
    yield found
    raw.set_authorizer(None)


def is_by_declaration() -> bool:
    """Whether who hands a statement to the connection right now asks for whole rows."""
    frame = sys._getframe(2)
    while Path(frame.f_code.co_filename) == CONNECTION:
        assert frame.f_back is not None
        frame = frame.f_back
    return Path(frame.f_code.co_filename) in BY_DECLARATION


def test_what_is_read_is_listed(small: Small, read: Read) -> None:
    reader = small.store.reader
    for kind in KINDS:
        ids = reader.all_ids(kind, LENS, "name")
        reader.lines(ids, LENS)
        for asked in ("munir", "minerals country:pk", "held:2025", "office:chief"):
            query = parse_query(asked)
            reader.page(kind, query, LENS, thorough=True)
            reader.reasons(kind, ids, query, LENS)
        for key in ids:
            reader.read(key, LENS)
        reader.marking_summary(ids, LENS)
        reader.participants(ids, LENS)
    reader.office_lines(LENS)
    reader.tenure_lines(LENS)
    reader.changes(lens=LENS)
    reader.duplicates(KINDS, LENS, lambda *_: None)
    assert len(read) > 100
    assert {(table, column) for table, column in read if not dependents()[table][column]} == set()


def test_it_is_asked_by_table_or_by_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tenure.since_first"]) == 0
    assert "db/lists/titles/tenure_titles.py" in capsys.readouterr().out
    assert main(["tenure"]) == 0 and "tenure.until_last\n" in capsys.readouterr().out
    assert main(["tenure.nothing"]) == 2
