"""SQLAlchemy statements over the declared tables, for what is asked seldom; `Sql.ask` takes them.

They run on the desk's own connection and within its transaction, as text and values. What is asked
at every key or written by thousands is SQL text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    LABEL_STYLE_NONE,
    ColumnElement,
    Select,
    Table,
    TextClause,
    func,
    select,
    text,
)
from sqlalchemy.dialects.sqlite.pysqlcipher import SQLiteDialect_pysqlcipher
from sqlalchemy.sql import ClauseElement

from db.lens import Lens, shows
from db.storage.id_lists import listed
from db.tables.rows import METADATA

DIALECT = SQLiteDialect_pysqlcipher(paramstyle="qmark")


def table(name: str) -> Table:
    """Return a declared table; its columns are `table(…).c.…`."""
    return METADATA.tables[name]


def is_shown(marking: ColumnElement[Any], lens: Lens) -> TextClause:
    """Return the condition for rows whose marking a lens shows.

    >>> str(is_shown(table("note").c.marking, Lens(ceiling=1)))
    "note.marking BETWEEN 0 AND 1 AND typeof(note.marking) = 'integer'"
    """
    return text(shows(str(marking), str(lens.ceiling)))


def is_one_of(column: ColumnElement[Any], values: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition for rows whose column is in a list, which is one value of a statement.

    >>> text_and_values(select(table("tag").c.id).where(is_one_of(table("tag").c.id, [3, 4])))[1]
    ('[3, 4]',)
    """
    each = func.json_each(listed(values)).table_valued("value")
    return column.in_(select(each.c.value))


def text_and_values(statement: ClauseElement) -> tuple[str, tuple[Any, ...]]:
    """Return a statement as the driver takes it.

    >>> kept = table("setting")
    >>> text_and_values(kept.select().where(kept.c.key == "name"))
    ('SELECT setting."key", setting.value FROM setting WHERE setting."key" = ?', ('name',))
    """
    if isinstance(statement, Select):  # `Sql` shortens titles by the columns' own names
        statement = statement.set_label_style(LABEL_STYLE_NONE)
    compiled = statement.compile(dialect=DIALECT, compile_kwargs={"render_postcompile": True})
    names = getattr(compiled, "positiontup", None) or ()
    return " ".join(str(compiled).split()), tuple(compiled.params[name] for name in names)
