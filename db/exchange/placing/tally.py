"""What an import has done so far, row by row; the report is made of it."""

from __future__ import annotations

from collections import Counter, defaultdict

from db.changes.naming import OF_PARTS, is_by_hand
from db.exchange.placing.import_report import Flagged, ImportReport, Rejected, SplitName
from db.record_types import Person, Record

_MAX_KEPT_REMARKS = 5_000  # texts remembered so that one remark is not made for every row
_MAX_VALUE_LETTERS = 200  # characters of a value in a remark
_MAX_NAMED_ROWS = 20  # rows named in a remark that is made once
_MAX_SPLIT_NAMES = 500  # kept with their parts; the others are counted


class _Repeated:
    """A remark that is made once: its entry in the report, and the rows that it is true of."""

    def __init__(self, entry: Flagged) -> None:
        self.entry = entry
        self.why = entry["why"]
        self.rows = {entry["row"]: None}

    def add(self, row: int) -> None:
        """Count a remark that is true of another row too."""
        self.rows[row] = None
        row_list = ", ".join(str(each) for each in list(self.rows)[:_MAX_NAMED_ROWS])
        more = ", …" if len(self.rows) > _MAX_NAMED_ROWS else ""
        if len(self.rows) > 1:
            self.entry["why"] = f"{self.why} (In {len(self.rows)} rows: {row_list}{more})"


class RowFault(Exception):
    """A row that cannot be taken: the column, what stands there, and one sentence why."""

    def __init__(self, column: str, value: str, why: str) -> None:
        super().__init__(why)
        self.column = column
        self.value = value
        self.why = why


class Tally:
    """Counts by kind and remarks by row. A thing counts once, by its id, whatever rows name it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.read = 0
        self.row = 0
        self.rejected: list[Rejected] = []
        self.flagged: list[Flagged] = []
        self._created: defaultdict[str, set[int]] = defaultdict(set)
        self._updated: defaultdict[str, set[int]] = defaultdict(set)
        self._referenced: defaultdict[str, set[int]] = defaultdict(set)
        self._joined: Counter[str] = Counter()
        self._remarks: set[str] = set()
        self._left_out: dict[tuple[str, str], _Repeated] = {}
        self._split = 0
        self._split_names: list[SplitName] = []
        self.file = ""
        self.places: dict[int, str] = {}  # row → where it stands, in a file that is no table

    @property
    def where(self) -> str:
        """Where the present row stands: `persons[12]`, or `row 13` of a table."""
        return self.places.get(self.row) or f"row {self.row}"

    def count_created(self, kind: str, key: int) -> None:
        """Count a thing of this kind as made."""
        self._created[kind].add(key)

    def count_split_name(self, record: Record) -> None:
        """Tell how the name of a new person was read whose row gave no part of it."""
        if not isinstance(record, Person) or is_by_hand(record, OF_PARTS):
            return
        self.count_split(record.title, (record.given, record.particles, record.family))

    def count_split(self, name: str, parts: tuple[str, str, str]) -> None:
        """Tell how a name was read: the given name, what joins it to the family name, and that."""
        self._split += 1
        if len(self._split_names) >= _MAX_SPLIT_NAMES:
            return
        given, particles, family = parts
        if particles:
            is_glued = particles[-1] in "-'’"
            family = f"{particles}{'' if is_glued else ' '}{family}"
        self._split_names.append(SplitName(row=self.row, name=name, given=given, family=family))

    def count_updated(self, kind: str, key: int) -> None:
        """Count a thing as changed that may have been there before."""
        if key not in self._created[kind]:
            self._updated[kind].add(key)

    def count_mention(self, kind: str, key: int) -> None:
        """Count a row about this thing; it is unchanged unless it was made or changed as well."""
        if key in self._referenced[kind]:
            self._joined[kind] += 1
        self._referenced[kind].add(key)

    def count_repeat(self, kind: str) -> None:
        """Count a row that says the same as an earlier one and is taken with it."""
        self._joined[kind] += 1

    def has_mention(self, kind: str, key: int) -> bool:
        """Say whether an earlier row was about this thing."""
        return key in self._referenced[kind]

    def has_known(self, kind: str) -> bool:
        """Say whether an earlier row was about a thing that was there before this import."""
        return not self._referenced[kind] <= self._created[kind]

    def reject(self, fault: RowFault) -> None:
        """Refuse the present row."""
        why = f"{self.file}: {fault.why}" if self.file else fault.why
        self.rejected.append(
            Rejected(row=self.row, column=fault.column, value=fault.value, why=why)
        )

    def flag(
        self,
        why: str,
        column: str = "",
        value: str = "",
        *,
        once: bool = False,
        row: int | None = None,
    ) -> None:
        """Flag the present row for a look; of a cell that is left out, `column` and `value` say
        which.

        `once` says it for the first row only.
        """
        if once:
            if why in self._remarks:
                return
            if len(self._remarks) < _MAX_KEPT_REMARKS:
                self._remarks.add(why)
        place = self.places.get(self.row, "") if row is None else ""
        says = ": ".join(filter(None, (self.file, place, why)))
        at = self.row if row is None else row
        self.flagged.append(
            Flagged(row=at, column=column, value=value[:_MAX_VALUE_LETTERS], why=says)
        )

    def leave_out(self, column: str, value: str, why: str) -> None:
        """Refuse a cell of the present row, though the row is.

        One remark is made for all rows of which the same is true, and it counts them.
        """
        known = self._left_out.get((column, value))
        if known is not None:
            known.add(self.row)
            return
        self.flag(f"“{value[:_MAX_VALUE_LETTERS]}” in {column} {why}", column, value)
        if len(self._left_out) < _MAX_KEPT_REMARKS:
            self._left_out[column, value] = _Repeated(self.flagged[-1])

    def report(self, mapping: dict[str, str]) -> ImportReport:
        """Return all counts: those of the file's own kind always, of others where there are any."""
        updated = {kind: len(ids) for kind, ids in self._updated.items()}
        referenced = {kind: len(self._created_by_name(kind)) for kind in self._created}
        created = {kind: len(ids) - referenced[kind] for kind, ids in self._created.items()}
        same = {
            kind: len(ids - self._created.get(kind, set()) - self._updated.get(kind, set()))
            for kind, ids in self._referenced.items()
        }
        return ImportReport(
            self.read,
            self._counts(created),
            self._counts(updated),
            self._counts(same),
            self._counts(self._joined),
            self.rejected,
            self.flagged,
            mapping,
            referenced={kind: count for kind, count in referenced.items() if count},
            split=self._split,
            split_names=self._split_names,
        )

    def _created_by_name(self, kind: str) -> set[int]:
        """Return what was made because a row names it, of a kind that rows themselves are about."""
        if kind != self.kind and kind not in self._referenced:
            return set()
        return self._created[kind] - self._referenced[kind]

    def _counts(self, counts: dict[str, int]) -> dict[str, int]:
        return {self.kind: 0, **{kind: count for kind, count in counts.items() if count}}
