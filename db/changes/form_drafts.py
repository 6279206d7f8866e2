"""What was typed into forms and not saved; `Store` keeps it, `Reader` lists it through a lens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.clock import now
from db.lazy import lazy_modules
from db.lens import Lens, known_marking, marking_sql, shows
from db.storage.engine import Sql

if TYPE_CHECKING:
    from db.changes import draft_markings

lazy_modules(__name__)  # a window that opens only lists drafts
NOTHING = Lens(ceiling=-1)  # what the form did not show is not in its draft
_COLUMNS = f"d.id, d.kind, d.record_id, d.payload, d.written, {marking_sql('d.marking')}"


@dataclass(frozen=True, slots=True)
class Draft:
    """Text typed into a form and not saved; `record_id` None for a record that was being made."""

    id: int
    kind: str
    record_id: int | None
    payload: str
    written: str
    marking: int = 0


def list_drafts(sql: Sql, lens: Lens) -> list[Draft]:
    """Return the drafts that a lens shows, newest first."""
    rows = sql.rows(
        f"SELECT {_COLUMNS} FROM draft d LEFT JOIN record r ON r.id = d.record_id"
        f" WHERE {marking_sql('d.marking')} <= ?1 AND (r.id IS NULL OR {marking_sql('r.marking')}"
        " <= ?1) ORDER BY d.id DESC",
        (lens.ceiling,),
    )
    return [Draft(*row) for row in rows]


def keep_draft(sql: Sql, kind: str, record_id: int | None, payload: str, lens: Lens) -> None:
    """Remember what is typed through a lens; one draft a record, one for a new one of each kind.

    One that the lens hides stays beside it: who cannot see it must not overwrite it.
    """
    marking = draft_markings.draft_marking(sql, kind, record_id, payload, lens)
    drop_draft(sql, kind, record_id, lens)
    sql.run(
        "INSERT INTO draft (kind, record_id, payload, written, marking) VALUES (?,?,?,?,?)",
        (kind, record_id, payload, now(), marking),
    )


def drop_draft(sql: Sql, kind: str, record_id: int | None, lens: Lens) -> None:
    """Forget a draft, unless the lens hides it."""
    sql.run(
        f"DELETE FROM draft WHERE kind=? AND record_id IS ? AND {shows('marking')}",
        (kind, record_id, lens.ceiling),
    )


def raise_drafts(sql: Sql, lens: Lens = NOTHING) -> None:
    """Mark drafts higher where what they say or name was: asked after every such change.

    `lens` is the one they were typed through, if no marking was kept then.
    """
    for draft_id, kind, record_id, payload, marking in sql.rows(
        "SELECT id, kind, record_id, payload, marking FROM draft"
    ):
        now_marked = draft_markings.draft_marking(sql, kind, record_id, payload, lens)
        if now_marked > known_marking(marking):
            sql.run("UPDATE draft SET marking=? WHERE id=?", (now_marked, draft_id))
