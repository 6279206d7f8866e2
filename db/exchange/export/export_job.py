"""One export while it is written: which records, through which lens, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from db.exchange.export.export_report import ExportReport
from db.exchange.plain.plain_records import refs_in
from db.lens import Lens
from db.progress import PacedProgress
from db.reader import Reader
from db.record_types import OfficeRef, Record, Ref
from db.storage.many_records import RecordRows
from db.storage.row_mapping import Names
from db.vocabulary.kinds import PLURALS

RECORDS_A_BATCH = 400


@dataclass(slots=True)
class ExportJob:
    """What is exported: ids of each kind in their order, through a lens; `columns` of a table."""

    reader: Reader
    lens: Lens
    ids: Mapping[str, Sequence[int]]
    columns: Sequence[str]
    report: ExportReport
    pace: PacedProgress
    offices_told: int = 0  # rows of a table that name an office
    _uids: dict[int, str] = field(default_factory=dict)
    _office_uids: dict[int, str] = field(default_factory=dict)

    def records(self, *kinds: str) -> Iterator[Record]:
        """Yield the records of some kinds, of all when none is named, each counted as written."""
        for kind, ids in self.ids.items():
            if not kinds or kind in kinds:
                yield from self.records_of(kind, ids)

    def records_of(self, kind: str, ids: Sequence[int]) -> Iterator[Record]:
        """Yield these records of a kind in their order, each counted as written."""
        for start in range(0, len(ids), RECORDS_A_BATCH):
            batch = ids[start : start + RECORDS_A_BATCH]
            found = self.reader.visible_records(kind, batch, self.lens)
            self._learn_uids([record for record, _ in found.values()])
            for record, withheld in (found[key] for key in batch if key in found):
                self.report.withheld += withheld
                self.report.written[PLURALS[kind]] += 1
                yield record
            self.pace.step(len(batch))

    def rows_of(self, kind: str, ids: Sequence[int]) -> Iterator[RecordRows]:
        """Yield the rows of these records likewise, for who needs no records made of them."""
        for start in range(0, len(ids), RECORDS_A_BATCH):
            batch = ids[start : start + RECORDS_A_BATCH]
            found = self.reader.visible_rows(kind, batch, self.lens)
            if found:
                self._learn_names(next(iter(found.values())).names)
            for each in (found[key] for key in batch if key in found):
                self.report.withheld += each.withheld
                self.report.written[PLURALS[kind]] += 1
                yield each
            self.pace.step(len(batch))

    def _learn_names(self, names: Names) -> None:
        """Read the uids of all that rows name, in two statements."""
        bodies = (ref.organization for ref in names.offices.values())
        self._learn({*names.refs, *(body.id for body in bodies if body)}, set(names.offices))

    def _learn_uids(self, records: Sequence[Record]) -> None:
        """Read the uids of all that some records name, in two statements."""
        refs = [ref for record in records for ref in refs_in(record)]
        offices = {ref.id for ref in refs if isinstance(ref, OfficeRef)}
        self._learn({ref.id for ref in refs if not isinstance(ref, OfficeRef)}, offices)

    def _learn(self, records: set[int], offices: set[int]) -> None:
        record_ids, office_ids = records - self._uids.keys(), offices - self._office_uids.keys()
        self._office_uids |= self.reader.office_uids(sorted(office_ids)) if office_ids else {}
        self._uids |= self.reader.uids(sorted(record_ids)) if record_ids else {}

    def lose_kinds(self, *kinds: str) -> None:
        """Count the records of kinds that the format has no place for."""
        for kind, ids in self.ids.items():
            if ids and kind not in kinds:
                self.report.lost[PLURALS[kind].capitalize()] += len(ids)

    def uid(self, ref: Ref) -> str:
        """Return the uid of a record that one of those yielded names."""
        return self._uids[ref.id]

    def office_uid(self, ref: OfficeRef) -> str:
        """Return the uid of an office that one of those yielded names."""
        return self._office_uids[ref.id]
