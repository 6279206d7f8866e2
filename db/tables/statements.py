"""SQLAlchemy statements over the declared tables, for what is asked seldom; `Sql.ask` takes them.

They run on the desk's own connection and within its transaction, as text and values. What is asked
at every key or written by thousands is SQL text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite.pysqlcipher import SQLiteDialect_pysqlcipher
from sqlalchemy.sql import ClauseElement

from db.tables.rows import METADATA

DIALECT = SQLiteDialect_pysqlcipher(paramstyle="qmark")


def table(name: str) -> Table:
    """Return a declared table; its columns are `table(…).c.…`."""
    return METADATA.tables[name]


def text_and_values(statement: ClauseElement) -> tuple[str, tuple[Any, ...]]:
    """Return a statement as the driver takes it.

    >>> kept = table("setting")
    >>> text_and_values(kept.select().where(kept.c.key == "name"))
    ('SELECT setting."key", setting.value FROM setting WHERE setting."key" = ?', ('name',))
    """
    compiled = statement.compile(dialect=DIALECT, compile_kwargs={"render_postcompile": True})
    names = getattr(compiled, "positiontup", None) or ()
    return " ".join(str(compiled).split()), tuple(compiled.params[name] for name in names)
