"""Tables and rows typed into a test: imported whole, or handed to one part of an import."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db import ImportReport, Lens, Record, Source, Store, import_files
from db.changes.unit_of_work import Work
from db.changes.writing import settle_source
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.row_values import RowValues, Value
from db.exchange.placing.drafts import Dates
from db.exchange.placing.posts import Posts
from db.exchange.placing.resolve import RecordResolver
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import Tally
from db.exchange.placing.tenures import Tenures
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")


def bring_in(
    store: Store,
    folder: Path,
    text: str,
    *,
    name: str = "list.csv",
    kind: str | None = None,
    map_text: str = "",
) -> ImportReport:
    """Import a table typed here, by a map typed here if there is one."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    map_path = None
    if map_text:
        map_path = folder / "map.toml"
        map_path.write_text(map_text, encoding="utf-8")
    return import_files(store, [path], LENS, kind=kind, map_path=map_path)


def called(store: Store, title: str) -> Record:
    """The one record of this title."""
    keys = [row[0] for row in sql_of(store).rows("SELECT id FROM record WHERE title=?", (title,))]
    assert len(keys) == 1, f"{len(keys)} records are called {title}"
    return store.reader.get(keys[0], LENS)


def row(
    number: int = 2, identity: str = "", **values: str | Value | tuple[Value, ...]
) -> RowValues:
    """A row as its columns say: a text stands under a column called as its target."""
    said: dict[str, tuple[Value, ...]] = {}
    for name, value in values.items():
        one = Value(value, name) if isinstance(value, str) else value
        said[name] = (one,) if isinstance(one, Value) else one
    return RowValues(number, identity, said)


def context(work: Work, kind: str = "people", scheme: str = "x") -> RowContext:
    """What a builder of rows stands on, in a unit of work."""
    tally = Tally(kind)
    tally.row = 2
    desk = RecordResolver(work, tally, settle_source(work, Source(title="list.csv")), LENS.ceiling)
    desk.begin()
    mapping = Mapping(kind, scheme, fields={"name": [FieldMap("Full name")]})
    return RowContext(desk, Posts(desk), Tenures(desk), Dates(None, tally), mapping, tally)


@contextmanager
def at_work(store: Store, kind: str = "people") -> Iterator[RowContext]:
    """The same, for as long as a unit of work is open; it is on the desk afterwards."""
    with store.unit_of_work("Import list.csv", compact=True) as work:
        yield context(work, kind)
