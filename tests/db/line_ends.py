"""Which texts of one line a desk keeps with a line end or a tab in them; tests of line ends ask."""

from __future__ import annotations

from db import Store
from db.tables.fields import Stored, meanings
from db.tables.one_line import one_line
from db.tables.rows import DECLARATIONS, ROW_CLASSES
from tests.db.desk_sql import sql_of

BROKEN = "one\r\ntwo\tthree"


def _columns(of: type[Stored]) -> list[str]:
    there = ROW_CLASSES[of.TABLE].model_fields
    return [name for name, meaning in meanings(of) if meaning.is_one_line and name in there]


def broken_texts(store: Store) -> list[str]:
    """Return each as `table.column: text`, the topics too."""
    sql = sql_of(store)
    asked = [(of.TABLE, name) for of in DECLARATIONS for name in _columns(of)]
    return [
        f"{table}.{name}: {text!r}"
        for table, name in [*asked, ("tag", "text")]
        for (text,) in sql.rows(f"SELECT {name} FROM {table}")
        if isinstance(text, str) and one_line(text) != text
    ]


def texts_with_line_ends(store: Store) -> int:
    """Return how many texts of several lines are kept with their line ends."""
    found = 0
    for of in DECLARATIONS:
        there = ROW_CLASSES[of.TABLE].model_fields
        for name, meaning in meanings(of):
            if meaning.sort == "prose" and name in there:
                found += sum(
                    "\n" in text for (text,) in sql_of(store).rows(f"SELECT {name} FROM {of.TABLE}")
                )
    return found
