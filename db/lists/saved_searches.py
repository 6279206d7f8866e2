"""Views: searches that are kept on the desk under a name; the window's menu asks for them.

Each is written in a unit of work, so that it is undone like all else. The day and the ceiling are
no part of what a view finds: it shows what the reader's own lens shows. But its name and its words
may tell something, so a view is marked, as high as the ceiling that it was made under unless the
officer says otherwise, and is listed, renamed and removed only through a lens that shows it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from sqlalchemy import select

from db.changes.unit_of_work import Work
from db.errors import Refused
from db.lens import Lens, shows
from db.names import fold
from db.query import LONGEST
from db.storage.engine import Sql
from db.storage.row_mapping import Values
from db.storage.statements import is_shown, table
from db.storage.stored_records import select_rows

TABLE = "saved_search"
MAX_NAME_LETTERS = 100


@dataclass(frozen=True, slots=True)
class View:
    """A search under a name; `kind` is the list that it was made in."""

    id: int
    name: str
    kind: str
    query: str
    is_exact: bool = False
    marking: int = 0


def list_views(sql: Sql, lens: Lens) -> list[View]:
    """Return the views that a lens shows, by name."""
    view = table(TABLE).c
    columns = (view.id, view.name, view.kind, view.query, view.is_exact, view.marking)
    rows = sql.ask(select(*columns).where(is_shown(view.marking, lens)))
    found = [
        View(key, name, kind, query, bool(exact), marking)
        for key, name, kind, query, exact, marking in rows
    ]
    return sorted(found, key=lambda view: fold(view.name))


def keep_view(
    work: Work,
    name: str,
    kind: str,
    query: str,
    *,
    is_exact: bool = False,
    lens: Lens | None = None,
    marking: int | None = None,
) -> View:
    """Keep a search; a view that is called so already, and is shown, is this one from now on.

    `marking` says who may see its name and its words: by default the ceiling of the lens.
    """
    seen = lens or Lens()
    level = seen.ceiling if marking is None else marking
    if not 0 <= level <= seen.ceiling:
        raise Refused("A view is marked at most as high as the ceiling that it is made under.")
    view = View(0, checked_name(name), kind, " ".join(query.split()), is_exact, level)
    if not view.query:
        raise Refused("There is no search to save; type one first.")
    if len(view.query) > LONGEST:
        raise Refused(f"A saved search has at most {LONGEST:,} characters.")
    row: Values = {key: value for key, value in asdict(view).items() if key != "id"}
    row["is_exact"] = int(is_exact)
    old = _find_view(work.sql, view.name, seen)
    if old is None:
        key = work.insert(TABLE, row, None)
    else:
        key = old.id
        work.update(TABLE, _row(work.sql, key, seen), {**row, "id": key}, None)
    return replace(view, id=key)


def rename_view(work: Work, view_id: int, name: str, lens: Lens | None = None) -> None:
    """Give a view another name, one that no other has; it is marked as a new one would be."""
    seen = lens or Lens()
    name = checked_name(name)
    other = _find_view(work.sql, name, seen)
    if other is not None and other.id != view_id:
        raise Refused(f"Another view is called “{other.name}”; choose another name.")
    before = _row(work.sql, view_id, seen)
    marking = max(before["marking"], seen.ceiling)
    work.update(TABLE, before, {**before, "name": name, "marking": marking}, None)


def remove_view(work: Work, view_id: int, lens: Lens | None = None) -> None:
    """Forget a view; the records it shows stay."""
    work.delete(TABLE, [_row(work.sql, view_id, lens or Lens())], None)


def checked_name(name: str) -> str:
    """Return a name in one line.

    >>> checked_name("  In  office ")
    'In office'
    """
    plain = " ".join(name.encode("utf-8", "ignore").decode().split())
    if not fold(plain):
        raise Refused("A view needs a name with letters or digits in it.")
    if len(plain) > MAX_NAME_LETTERS:
        raise Refused(f"The name of a view has at most {MAX_NAME_LETTERS} characters.")
    return plain


def _find_view(sql: Sql, name: str, lens: Lens) -> View | None:
    folded = fold(name)
    return next((view for view in list_views(sql, lens) if fold(view.name) == folded), None)


def _row(sql: Sql, view_id: int, lens: Lens) -> Values:
    rows = select_rows(sql, TABLE, f"id=? AND {shows('marking')}", (view_id, lens.ceiling))
    if not rows:
        raise Refused("That view is no longer on this desk.")
    return rows[0]
