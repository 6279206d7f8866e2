"""What can be asked of a desk beside its records: changes, prints, drafts, saved searches
and facts about the desk. `Reader` is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from db.lazy import lazy_modules
from db.lens import Lens
from db.readers.desk_reader import DeskReader

if TYPE_CHECKING:
    from db.changes import change_log, change_markings, draft_markings, form_drafts
    from db.changes.form_drafts import Draft
    from db.changes.unit_of_work import Change
    from db.lists import saved_searches
    from db.lists.saved_searches import View
    from db.print_log import change_states, printed_changes, printed_documents
    from db.print_log.printed_changes import Changed
    from db.print_log.printed_documents import PrintedDocument

# A list is read without them.
lazy_modules(__name__)


class HistoryReader(DeskReader):
    """Reads through a lens what is told beside the records."""

    def changes(
        self,
        record_id: int | None = None,
        limit: int = 50,
        before: int | None = None,
        lens: Lens | None = None,
        *,
        author: str = "",
        since: str = "",
        until: str = "",
    ) -> list[Change]:
        """Return changes, newest first, save those that touched what the lens hides.

        `since` and `until` are moments, ISO 8601 in UTC; the second one is left out.
        """
        seen = lens or Lens()
        with self._sql.snapshot():
            return change_log.list_changes(
                self._sql,
                seen,
                record_id=record_id,
                limit=limit,
                before=before,
                author=author,
                since=since,
                until=until,
            )

    def authors(self, lens: Lens) -> list[str]:
        """Return everybody who made a change that the lens shows, by name."""
        return change_log.list_authors(self._sql, lens)

    def last_change_time(self, lens: Lens) -> str:
        """Say when the newest change that the lens shows was made; empty where there is none."""
        return change_log.last_change_time(self._sql, lens)

    def shows_change(self, change_id: int, lens: Lens) -> bool:
        """Say whether the lens shows a change, and with it the titles that its label names."""
        return change_log.shows_change(self._sql, change_id, lens)

    def last_change(self) -> int:
        """Return the number of the newest change, 0 where there is none."""
        return change_log.last_change(self._sql)

    def printed_documents(self, lens: Lens, limit: int = 100) -> list[PrintedDocument]:
        """Return the printed documents that the lens shows, newest first."""
        with self._sql.snapshot():
            return printed_documents.list_printed_documents(self._sql, lens, limit)

    def printed_document(self, number: int, lens: Lens) -> PrintedDocument:
        """Return one printed document; refuses what the lens does not show."""
        with self._sql.snapshot():
            return printed_documents.read_printed_document(self._sql, number, lens)

    def last_printed_document(
        self, request: Mapping[str, Any], lens: Lens
    ) -> PrintedDocument | None:
        """Return the newest printed document that was asked for in the same words."""
        with self._sql.snapshot():
            return printed_documents.last_printed_document(self._sql, request, lens)

    def changed_since(self, document: PrintedDocument, lens: Lens) -> tuple[list[Changed], int]:
        """Return what was changed of what a document names, and how much of that is withheld."""
        with self._sql.snapshot():
            return printed_changes.changed_since(self._sql, document, lens)

    def change_states(
        self, change_id: int, lens: Lens, record_id: int | None = None
    ) -> tuple[list[Changed], int]:
        """Return the first records of a change before and after it, the one that is asked for
        before all others, and how many more it touched.
        """
        with self._sql.snapshot():
            return change_states.change_states(self._sql, change_id, lens, record_id)

    def drafts(self, lens: Lens | None = None) -> list[Draft]:
        """Return the drafts that the lens shows, newest first."""
        return form_drafts.list_drafts(self._sql, lens or Lens())

    def draft_marking(self, kind: str, record_id: int | None, payload: str, lens: Lens) -> int:
        """Return the highest marking of what was typed through a lens, before it is a draft."""
        return draft_markings.draft_marking(self._sql, kind, record_id, payload, lens)

    def has_marked(self, lens: Lens) -> bool:
        """Say whether the lens may show anything that is marked."""
        return change_markings.has_marked(self._sql, lens.ceiling)

    def setting(self, key: str) -> str:
        """Return a fact about the desk."""
        return str(self._sql.value("SELECT value FROM setting WHERE key=?", (key,)) or "")

    def settings(self, prefix: str) -> dict[str, str]:
        """Return the facts about the desk whose keys begin so."""
        rows = self._sql.rows("SELECT key, value FROM setting WHERE substr(key, 1, ?)=?",
                              (len(prefix), prefix))  # fmt: skip
        return {str(key): str(value) for key, value in rows}

    def views(self, lens: Lens | None = None) -> list[View]:
        """Return the searches that are kept under a name and that the lens shows, by name."""
        return saved_searches.list_views(self._sql, lens or Lens())
