"""Views: searches that are kept on the desk under a name; the window's menu asks for them.

Each is written in a unit of work, so that it is undone like all else. The day and the ceiling are
no part of a view: it shows what the reader's own lens shows.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from db.engine import Sql
from db.errors import Refused
from db.history import Work
from db.names import fold
from db.query import LONGEST
from db.reading import select_rows
from db.rows import Values

TABLE = "saved_search"
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class View:
    """A search under a name; `kind` is the list that it was made in."""

    id: int
    name: str
    kind: str
    query: str
    is_exact: bool = False
    marking: int = 0


def list_views(sql: Sql) -> list[View]:
    """All views, by name."""
    rows = sql.rows(f"SELECT id, name, kind, query, is_exact, marking FROM {TABLE}")
    found = [
        View(key, name, kind, query, bool(exact), marking)
        for key, name, kind, query, exact, marking in rows
    ]
    return sorted(found, key=lambda view: fold(view.name))


def keep_view(work: Work, name: str, kind: str, query: str, *, is_exact: bool = False) -> View:
    """Keep a search; a view that is called so already is this one from now on."""
    view = View(0, checked_name(name), kind, " ".join(query.split()), is_exact)
    if not view.query:
        raise Refused("There is no search to keep; type one first.")
    if len(view.query) > LONGEST:
        raise Refused(f"A search that is kept has at most {LONGEST:,} characters.")
    row: Values = {key: value for key, value in asdict(view).items() if key != "id"}
    row["is_exact"] = int(is_exact)
    old = _called(work.sql, view.name)
    if old is None:
        key = work.insert(TABLE, row, None)
    else:
        key = old.id
        work.update(TABLE, _row(work.sql, key), {**row, "id": key}, None)
    return View(key, view.name, kind, view.query, is_exact)


def rename_view(work: Work, view_id: int, name: str) -> None:
    """Give a view another name, one that no other has."""
    name = checked_name(name)
    other = _called(work.sql, name)
    if other is not None and other.id != view_id:
        raise Refused(f"Another view is called “{other.name}”; choose another name.")
    before = _row(work.sql, view_id)
    work.update(TABLE, before, {**before, "name": name}, None)


def remove_view(work: Work, view_id: int) -> None:
    """Forget a view; the records it shows stay."""
    work.delete(TABLE, [_row(work.sql, view_id)], None)


def checked_name(name: str) -> str:
    """A name in one line.

    >>> checked_name("  In  office ")
    'In office'
    """
    plain = " ".join(name.encode("utf-8", "ignore").decode().split())
    if not fold(plain):
        raise Refused("A view needs a name with letters or digits in it.")
    if len(plain) > LONGEST_NAME:
        raise Refused(f"The name of a view has at most {LONGEST_NAME} characters.")
    return plain


def _called(sql: Sql, name: str) -> View | None:
    folded = fold(name)
    return next((view for view in list_views(sql) if fold(view.name) == folded), None)


def _row(sql: Sql, view_id: int) -> Values:
    rows = select_rows(sql, TABLE, "id=?", (view_id,))
    if not rows:
        raise Refused("That view is no longer on this desk.")
    return rows[0]
