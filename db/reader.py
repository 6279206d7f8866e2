"""Everything that can be asked of a desk, over one connection of its own; a lane holds one each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.errors import Refused
from db.lazy import LazyModule
from db.lens import Lens
from db.list_reader import ListReader
from db.lists.record_lists import COLUMNS
from db.storage.batched_ids import batched, placeholders
from db.storage.engine import Row

if TYPE_CHECKING:
    from db import names, records, search
    from db.changes import change_log as past
    from db.changes import draft_markings
    from db.changes import form_drafts as drafts
    from db.changes.form_drafts import Draft
    from db.changes.unit_of_work import Change
    from db.lists import citations as backing
    from db.lists import office_lists, offices, related
    from db.lists import participants as company
    from db.lists import saved_searches as views
    from db.lists.lines import Line
    from db.lists.office_lists import OfficeLine, TenureLine
    from db.lists.offices import Holder
    from db.lists.participants import TitleThen
    from db.lists.related import Related
    from db.lists.saved_searches import View
    from db.print_log import printed_changes
    from db.print_log import printed_documents as printed
    from db.print_log.printed_changes import Changed
    from db.print_log.printed_documents import PrintedDocument
    from db.query import Query
    from db.records import Citation, OfficeRef, Record, Ref, Source
    from db.search import completion
    from db.search.completion import Completion
    from db.storage import stored_records as reading
else:
    # A list is read with less; the page of its first record loads the most of it.
    names, office_lists, offices = (
        LazyModule("names"),
        LazyModule("lists.office_lists"),
        LazyModule("lists.offices"),
    )
    past, reading, records = (
        LazyModule("changes.change_log"),
        LazyModule("storage.stored_records"),
        LazyModule("records"),
    )
    printed, printed_changes = (
        LazyModule("print_log.printed_documents"),
        LazyModule("print_log.printed_changes"),
    )
    completion, drafts = LazyModule("search.completion"), LazyModule("changes.form_drafts")
    draft_markings = LazyModule("changes.draft_markings")
    backing, company = LazyModule("lists.citations"), LazyModule("lists.participants")
    related, search, views = (
        LazyModule("lists.related"),
        LazyModule("search"),
        LazyModule("lists.saved_searches"),
    )


@dataclass(slots=True)
class Reading:
    """A record with what others say of it: what a page shows and paper prints."""

    record: Record
    related: Related
    title: str  # rank and offices on the lens's day, or the agreement's status
    withheld: int


class Reader(ListReader):
    """Reads through a lens, records and lists."""

    # records

    def get(self, record_id: int, lens: Lens) -> Record:
        """A record with its parts."""
        with self._sql.snapshot():
            return reading.read_record(self._sql, record_id, lens)[0]

    def read(self, record_id: int, lens: Lens) -> Reading:
        """A record with its parts and everything others say of it."""
        with self._sql.snapshot():
            record, withheld = reading.read_record(self._sql, record_id, lens)
            around = related.read_related(self._sql, record, lens)
        title = offices.title_on(record, lens.as_of)
        return Reading(record, around, title, withheld + around.withheld)

    def dated_ids(self, record_id: int, lens: Lens) -> list[int]:
        """The ids of every event and agreement a record is in, however many."""
        return related.dated_ids(self._sql, record_id, lens)

    def find(self, uid: str, lens: Lens) -> int | None:
        """The id of the record with this uid."""
        return reading.find_uid(self._sql, uid, lens)

    def uids(self, ids: Sequence[int]) -> dict[int, str]:
        """The uids of these records."""
        return dict(self._in("SELECT id, uid FROM record WHERE id", ids))

    def versions(self, ids: Sequence[int]) -> dict[int, int]:
        """How often each of these records has been written, in the order of the ids."""
        found: dict[int, int] = dict(self._in("SELECT id, version FROM record WHERE id", ids))
        return {key: found[key] for key in ids if key in found}

    def identifiers(self, ids: Sequence[int]) -> dict[int, dict[str, str]]:
        """Identifiers by scheme of each of these records; those of its parts are not among them."""
        found: dict[int, dict[str, str]] = {key: {} for key in ids}
        statement = "SELECT record_id, scheme, value FROM identifier WHERE about = '' AND record_id"
        for key, scheme, value in self._in(statement, ids):
            found[key].setdefault(scheme, value)
        return found

    def _in(self, statement: str, ids: Sequence[int]) -> Iterator[Row]:
        for part in batched(ids):
            yield from self._sql.rows(
                f"{statement} IN ({placeholders(len(part))}) ORDER BY id", part
            )

    def attachment(self, sha256: str) -> bytes:
        """The bytes of an attached file."""
        data = self._sql.value("SELECT data FROM blob WHERE sha256=?", (sha256,))
        if data is None:
            raise Refused("The attached file is not on this desk.")
        return bytes(data)

    def topics(self, lens: Lens | None = None) -> list[str]:
        """Every topic of the records that the lens shows."""
        rows = self._sql.rows(
            "SELECT t.text FROM tag t WHERE EXISTS (SELECT 1 FROM record_tag rt"
            " JOIN record r ON r.id = rt.record_id WHERE rt.tag_id = t.id"
            " AND r.marking BETWEEN 0 AND ?)"
            " ORDER BY t.text",
            ((lens or Lens()).ceiling,),
        )
        return [row[0] for row in rows]

    def sources(self, text: str, lens: Lens, limit: int = 20) -> list[tuple[int, str]]:
        """Sources whose title holds a text, newest first."""
        return self._sql.rows(
            "SELECT id, title FROM source WHERE marking BETWEEN 0 AND ? AND instr(fold(title), ?)"
            " ORDER BY id DESC LIMIT ?",
            (lens.ceiling, names.fold(text), limit),
        )

    def source(self, source_id: int, lens: Lens) -> Source | None:
        """One source whole, if the lens shows it."""
        found = reading.sources(self._sql, [source_id]).get(source_id)
        return found if found is not None and lens.shows(found.marking) else None

    # what paper tells beside lines

    def company(self, ids: Sequence[int], lens: Lens) -> dict[int, list[Ref]]:
        """Those that each event and agreement names as taking part, in their order."""
        return company.company_of(self._sql, ids, lens)

    def titles_then(
        self, asked: Iterable[tuple[int, str]], lens: Lens
    ) -> dict[tuple[int, str], TitleThen]:
        """The title of each person on each ISO day that is asked of them."""
        return company.titles_then(self._sql, asked, lens)

    def citations(self, ids: Sequence[int], lens: Lens) -> dict[int, list[Citation]]:
        """The citations of many records, their sources without the whole text."""
        return backing.citations_of(self._sql, ids, lens)

    def beside(self, ids: Sequence[int], lens: Lens) -> tuple[int, int]:
        """Of what lines name and what backs them: the highest marking, and how many are hidden."""
        return backing.beside(self._sql, ids, lens)

    # offices

    def holders(self, text: str, lens: Lens) -> list[tuple[OfficeRef, list[Holder]]]:
        """For each office a text names: who may have held it on the lens's day."""
        found = []
        for office in offices.find_offices(self._sql, text, lens):
            held = [h for h in offices.tenures_of(self._sql, [office.id], lens) if h.certainty]
            found.append((office, held))
        return found

    def office_lines(self, lens: Lens, country: str = "") -> list[OfficeLine]:
        """Every office with its holders."""
        return office_lists.office_lines(self._sql, lens, country)

    def tenure_lines(self, lens: Lens, country: str = "") -> list[TenureLine]:
        """Every tenure."""
        return office_lists.tenure_lines(self._sql, lens, country)

    def find_offices(self, text: str, lens: Lens, limit: int = 20) -> list[OfficeRef]:
        """Offices by the words of their title, body and country."""
        return offices.find_offices(self._sql, text, lens, limit)

    def pick(self, kinds: Sequence[str], query: Query, lens: Lens, limit: int = 20) -> list[Line]:
        """The best few records of some kinds, for a picker."""
        ids: list[int] = []
        for kind in kinds:
            ids += self.page(kind, query, lens, cap=limit).ids[:limit]
        return self.lines(ids, lens)

    # history

    def changes(
        self,
        record_id: int | None = None,
        limit: int = 50,
        before: int | None = None,
        lens: Lens | None = None,
    ) -> list[Change]:
        """Changes, newest first, save those that touched what the lens hides."""
        seen = lens or Lens()
        with self._sql.snapshot():
            return past.list_changes(
                self._sql, seen, record_id=record_id, limit=limit, before=before
            )

    def changed(self, lens: Lens) -> str:
        """When the newest change that the lens shows was made; empty where there is none."""
        statement = "SELECT max(time) FROM change WHERE marking BETWEEN 0 AND ?"
        return str(self._sql.value(statement, (lens.ceiling,)) or "")

    def shows_change(self, change_id: int, lens: Lens) -> bool:
        """Whether the lens shows a change, and with it the titles that its label names."""
        return past.shows_change(self._sql, change_id, lens)

    def last_change(self) -> int:
        """The number of the newest change, 0 where there is none."""
        return int(self._sql.value("SELECT max(id) FROM change") or 0)

    def printed(self, lens: Lens, limit: int = 100) -> list[PrintedDocument]:
        """The printed documents that the lens shows, newest first."""
        with self._sql.snapshot():
            return printed.list_printed(self._sql, lens, limit)

    def printed_document(self, number: int, lens: Lens) -> PrintedDocument:
        """One printed document; refuses what the lens does not show."""
        with self._sql.snapshot():
            return printed.read_printed(self._sql, number, lens)

    def last_printed(self, asked: Mapping[str, Any], lens: Lens) -> PrintedDocument | None:
        """The newest printed document that was asked for in the same words."""
        with self._sql.snapshot():
            return printed.last_printed(self._sql, asked, lens)

    def changed_since(self, document: PrintedDocument, lens: Lens) -> tuple[list[Changed], int]:
        """What was changed of what a document names, and how much of that is withheld."""
        with self._sql.snapshot():
            return printed_changes.changed_since(self._sql, document, lens)

    def drafts(self, lens: Lens | None = None) -> list[Draft]:
        """What was typed and never saved, newest first, as far as the lens shows all it says."""
        return drafts.list_drafts(self._sql, lens or Lens())

    def draft_marking(self, kind: str, record_id: int | None, payload: str, lens: Lens) -> int:
        """The highest marking of what was typed through a lens and is no draft of the desk yet."""
        return draft_markings.draft_marking(self._sql, kind, record_id, payload, lens)

    def setting(self, key: str) -> str:
        """A fact about the desk."""
        return str(self._sql.value("SELECT value FROM setting WHERE key=?", (key,)) or "")

    def counts(self, lens: Lens) -> dict[str, int]:
        """How many records of each kind the lens shows."""
        return {kind: self.count(kind, lens) for kind in COLUMNS}

    def completions(self, text: str, cursor: int, lens: Lens) -> list[Completion]:
        """How the word before the cursor of the search box may go on."""
        named = completion.titles_of(self, lens)
        return completion.completions(self._sql, text, cursor, lens, named)

    def views(self, lens: Lens | None = None) -> list[View]:
        """The searches that are kept under a name and that the lens shows, by name."""
        return views.list_views(self._sql, lens or Lens())

    def ref(self, record_id: int, lens: Lens) -> Ref | None:
        """A reference to a record, if the lens shows it."""
        row = self._sql.one("SELECT title, kind, marking FROM record WHERE id=?", (record_id,))
        return records.Ref(record_id, row[0], row[1]) if row and lens.shows(row[2]) else None
