"""An import from end to end: tables and maps in, one change on the desk, a report out.

The window and the command `import` ask. Rows are taken in batches, so that memory does not grow
with the file.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from db.changes.unit_of_work import ChangeOrigin, Work
from db.changes.writing import settle_source
from db.errors import Refused
from db.exchange.file_reading import FileReading
from db.exchange.files.table_file import Row, TableFile, open_table
from db.exchange.mapping import cells as cell
from db.exchange.mapping.column_mapping import Mapping, check_map, read_map
from db.exchange.mapping.guess.heading_languages import is_day_first, languages_of
from db.exchange.mapping.guess.mapping_guess import guess_map
from db.exchange.mapping.namibia import CountryCells, read_namibia
from db.exchange.mapping.row_values import RowValues, row_reader
from db.exchange.mapping.sums import Sums, point_of_columns
from db.exchange.mapping.targets import KINDS, TARGETS
from db.exchange.object_files import ObjectFile, contacts_of, read_objects
from db.exchange.placing.draft_placing import Placing
from db.exchange.placing.drafts import Dates, RowDraft
from db.exchange.placing.import_report import ImportReport
from db.exchange.placing.posts import Posts
from db.exchange.placing.resolve import PEOPLE, SINGULAR, RecordResolver
from db.exchange.placing.row_context import RowContext
from db.exchange.placing.tally import RowFault, Tally
from db.exchange.placing.tenures import Tenures
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_table import table_map
from db.exchange.rows import (
    accreditation_rows,
    agreement_rows,
    event_rows,
    office_rows,
    organization_rows,
    people_rows,
)
from db.exchange.rows.row_bounds import is_endless, refuse_endless
from db.exchange.rows.usual_people import UsualPeople
from db.lens import Lens
from db.log import logger_for
from db.progress import PacedProgress, Progress
from db.record_types import Note, Source
from db.store import Store
from db.tables.one_line import one_line

ROWS_A_BATCH = 2_000
Build = Callable[[RowValues, RowContext], RowDraft | None]
BUILD: dict[str, Build] = {
    "people": people_rows.build,
    "organizations": organization_rows.build,
    "offices": office_rows.build_office,
    "tenures": office_rows.build_tenure,
    "accreditations": accreditation_rows.build,
    "agreements": agreement_rows.build,
    "events": event_rows.build,
}

_log = logger_for("import")


class _Previewed(Exception):
    """Ends a preview, so that nothing of it stays."""


def import_files(
    store: Store,
    paths: Sequence[Path],
    lens: Lens,
    *,
    kind: str | None = None,
    map_path: Path | None = None,
    readings: dict[Path, FileReading] | None = None,
    preview: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Take the rows of tables and what other files hold (`object_files`) in, as one change.

    `preview` writes nothing. `kind` is one of people, organizations, offices, tenures, agreements,
    events: of other files only that is taken. `map_path` is a TOML map. `readings` say of single
    files how they are read, and their maps stand before that one. Raises Refused when a file holds
    neither or its columns tell nothing, Unavailable when it cannot be read, Stopped when `progress`
    raises it; nothing is changed then.
    """
    if not paths:
        raise Refused("Name at least one file to import.")
    if kind is not None and kind not in KINDS:
        raise Refused(f"“{kind}” is no kind of record; the kinds are {', '.join(KINDS)}.", "kind")
    given_mapping = read_map(map_path) if map_path else None
    pace = PacedProgress(progress)
    readings_by_file = [
        _settle(path, (readings or {}).get(path), given_mapping, kind) for path in paths
    ]
    files = [_open(path, each, pace) for path, each in zip(paths, readings_by_file, strict=True)]
    pace.begin(sum(count for *_, count in files))
    label = "Import " + ", ".join(path.name for path in paths)
    reports: list[ImportReport] = []
    if not preview:
        store.copies.keep_before(progress)
    try:
        with (
            _pause_collector(),
            store.unit_of_work(label, compact=True, origin=ChangeOrigin.IMPORT) as work,
        ):
            for (file, mapping, _), how in zip(files, readings_by_file, strict=True):
                several = Path(file.path).name if len(files) > 1 else ""
                if isinstance(file, ObjectFile):
                    reports.append(file.take(work, how.kind, lens, pace.step, several))
                else:
                    assert mapping is not None
                    left = _without_rows(file, how.skipped_rows)
                    reports.append(_import_table(work, left, mapping, lens, pace, several))
                reports[-1].maps = [mapping]
            if preview:
                raise _Previewed
    except _Previewed:
        return _join_reports(reports)
    report = _join_reports(reports)
    _log.info(
        "imported %d files: %d rows read, %d rejected",
        len(files),
        report.read,
        len(report.rejected),
    )
    return report


@contextmanager
def _pause_collector() -> Iterator[None]:
    """Keep the collector of cycles away: rows make none, and it looks at all of them each time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _settle(
    path: Path, how: FileReading | None, given: Mapping | None, kind: str | None
) -> FileReading:
    """Return how a file is read, with what its map says of it and what is said of all files."""
    how = how or FileReading()
    mapping = how.mapping or given
    if mapping is None:
        return replace(how, kind=how.kind or kind)
    return replace(
        how,
        kind=mapping.kind,
        mapping=mapping,
        encoding=how.encoding or mapping.encoding,
        sheet=how.sheet or mapping.sheet,
        header_row=mapping.header_row if how.header_row is None else how.header_row,
    )


def _open(
    path: Path, how: FileReading, pace: PacedProgress
) -> tuple[TableFile | ObjectFile, Mapping | None, int]:
    """Return a table, how it is mapped, and how many rows it has; other files need no map."""
    file = read_objects(path, how.kind)
    if file is None:
        table = _table(path, how)
        contacts = contacts_of(table, how)
        if contacts is not None:
            return contacts, None, contacts.count
        return _open_table(table, path, how.mapping, how.kind, pace)
    if how.mapping is None:
        return file, None, file.count
    if not isinstance(file.content, PopoloFile):
        raise Refused(
            f"{path.name} is {file.format.name}, which needs no map; import it without one.", "map"
        )
    table, mapping = table_map(file.content, how.mapping)
    return _open_table(table, path, mapping, how.kind, pace)


def _table(path: Path, how: FileReading) -> TableFile:
    table = open_table(path, encoding=how.encoding, sheet=how.sheet, header_row=how.header_row)
    if table.asks:
        raise Refused(table.asks, "encoding")
    return table


def _without_rows(table: TableFile, skipped: frozenset[int]) -> TableFile:
    """Return the table without some of its rows, and without what is remarked on them."""
    if not skipped:
        return table
    return replace(table, rows=_Left(table, skipped))


class _Left:
    """The rows of a table that are left."""

    def __init__(self, table: TableFile, skipped: frozenset[int]) -> None:
        self._table = table
        self._skipped = skipped

    def __iter__(self) -> Iterator[Row]:
        yield from (row for row in self._table.rows if row[0] not in self._skipped)
        flags = self._table.flags
        flags[:] = [flag for flag in flags if flag[0] not in self._skipped]
        odd = self._table.odd
        odd[:] = [each for each in odd if each.row not in self._skipped]


def _open_table(
    table: TableFile,
    path: Path,
    given_mapping: Mapping | None,
    kind: str | None,
    pace: PacedProgress,
) -> tuple[TableFile, Mapping, int]:
    if given_mapping is None:
        count = _Count(table.rows, pace)
        try:
            mapping = guess_map(table.headers, count, kind, path.stem, table.above)
            return table, mapping, count.all_rows()
        except Refused as refused:
            others = ", ".join(each for each in table.sheets if each != table.sheet)
            more = f" They are of the sheet {table.sheet}; others are {others}." if others else ""
            raise Refused(f"{refused}{more}", refused.field) from refused
    check_map(given_mapping, table.headers, path.name)
    dated = _dated_columns(given_mapping, table.headers)
    countries = CountryCells(_headings(given_mapping, "country"), list(table.headers))
    day = month = rows = 0
    for _, cells in table.rows:
        rows += 1
        countries.take(cells)
        pace.step(1)
        if given_mapping.day_first is None and dated:
            votes = cell.day_votes(cells[place] for place in dated)
            day, month = day + votes[0], month + votes[1]
    known_order = given_mapping.day_first is not None
    order = cell.decide(day, month)
    order = is_day_first(languages_of(table.headers)) if order is None else order
    given_mapping = read_namibia(given_mapping, countries)
    mapping = replace(
        given_mapping,
        scheme=given_mapping.scheme or path.stem.casefold(),
        day_first=given_mapping.day_first if known_order else order,
        one_per_party=given_mapping.one_per_party or "party" in given_mapping.fields,
    )
    return table, mapping, rows


class _Count:
    """The cells of all rows, counted in passing."""

    def __init__(self, rows: Iterable[Row], pace: PacedProgress) -> None:
        self._rows = rows
        self._pace = pace
        self._unread = self._read()
        self._count = 0

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        self._unread = self._read()
        return self._unread

    def _read(self) -> Iterator[tuple[str, ...]]:
        self._count = 0
        for _, cells in self._rows:
            self._count += 1
            self._pace.step(1)
            yield cells

    def all_rows(self) -> int:
        """Return how many rows there are, those too that nobody has looked at."""
        for _ in self._unread:
            pass
        return self._count


def _dated_columns(mapping: Mapping, headers: Sequence[str]) -> list[int]:
    return [headers.index(heading) for heading in _headings(mapping, "date", "end")]


def _headings(mapping: Mapping, *shapes: str) -> list[str]:
    """Return the headings of the columns that become targets of these shapes."""
    return [
        each.column
        for target, maps in mapping.fields.items()
        if TARGETS[mapping.kind][target].shape in shapes
        for each in maps
        if each.column
    ]


def _import_table(
    work: Work, table: TableFile, mapping: Mapping, lens: Lens, pace: PacedProgress, several: str
) -> ImportReport:
    tally = Tally(mapping.kind)
    tally.file = several
    title = Path(table.path).name + (f", {table.sheet}" if table.sheet else "")
    desk = RecordResolver(work, tally, settle_source(work, Source(title=title)), lens.ceiling)
    dates = Dates(mapping.reads_day_first, tally, languages_of(table.headers))
    sums = Sums(mapping.decimal, point_of_columns(mapping, table.headers, table.rows))
    tenures = Tenures(desk, is_list=True)
    at = RowContext(desk, Posts(desk), tenures, dates, mapping, tally, sums)
    placing = Placing(at, mapping.kind, is_list=True) if mapping.kind in SINGULAR else None
    usual = UsualPeople(at.scheme, dates, work.language, partial(people_rows.build, at=at))
    is_plain = one_line(at.scheme) == at.scheme
    read_usual = usual.read if mapping.kind == PEOPLE and is_plain else None
    read = row_reader(mapping, table.headers)
    rows = _of_kind(table, mapping, tally) if mapping.only else iter(table.rows)
    while batch := [read(cells, number) for number, cells in islice(rows, ROWS_A_BATCH)]:
        _take(batch, at, placing, pace, read_usual)
    if placing is not None:
        placing.finish()
    at.tenures.finish()
    for says in mapping.remarks:
        tally.flag(says, row=0)
    for row, says in table.flags:
        tally.flag(says, row=row)
    used = mapping.columns()
    for row, heading, value, says in table.odd_cells():
        if heading in used:
            tally.flag(says, heading, value, row=row)
    tally.flagged.sort(key=lambda flagged: flagged["row"])
    report = tally.report(mapping.sources_by_target())
    report.left_out = [heading for heading in table.headers if heading not in used]
    return report


def _of_kind(table: TableFile, mapping: Mapping, tally: Tally) -> Iterator[Row]:
    """Yield the rows that a column says to be of the map's kind; others are refused."""
    places = {table.headers.index(name): set(texts) for name, texts in mapping.only.items()}
    for number, cells in table.rows:
        others = [place for place, texts in places.items() if cells[place].strip() not in texts]
        if not others:
            yield number, cells
            continue
        tally.row = number
        tally.read += 1
        value = cells[others[0]].strip()
        why = f"The row is not of {mapping.kind}; import the file again for what else it lists."
        tally.reject(RowFault(table.headers[others[0]], value, why))


def _take(
    batch: list[RowValues],
    at: RowContext,
    placing: Placing | None,
    pace: PacedProgress,
    read_usual: Callable[[RowValues], RowDraft | None] | None,
) -> None:
    """Take a batch of rows: look up what they name, build, place."""
    at.desk.begin()
    at.posts.begin()
    at.tenures.begin()
    _look_ahead(batch, at)
    build = BUILD[at.mapping.kind]
    drafts: list[tuple[int, RowDraft]] = []
    at.tally.read += len(batch)
    for row in batch:
        pace.step(1)
        if read_usual is not None and (draft := read_usual(row)) is not None:
            drafts.append((row.row, draft))
            continue
        at.tally.row = row.row
        for column, value in row.dropped:
            at.tally.leave_out(column, value, "stands beside another value where one is taken.")
        at.dates.take_unread()
        try:
            refuse_endless(row)
            draft = build(row, at)
        except RowFault as fault:
            at.tally.reject(fault)
            continue
        words = at.dates.take_unread()
        if draft is not None:
            if words:
                draft.record.notes += [Note(text=text) for text in words]
            drafts.append((row.row, draft))
    if placing is not None:
        placing.place_all(drafts)


def _look_ahead(batch: list[RowValues], at: RowContext) -> None:
    """Find all names and identifiers of a batch in a few questions."""
    if not any(TARGETS[at.mapping.kind][name].refers for name in at.mapping.fields):
        return
    batch = [row for row in batch if not is_endless(row)]
    for name, target in TARGETS[at.mapping.kind].items():
        kind = SINGULAR.get(target.refers)
        if kind is None:
            continue
        values = {value for row in batch for value in row.values.get(name, ())}
        at.desk.look_up_identifiers(
            (value.scheme, value.identifier)
            for value in values
            if value.scheme and value.identifier
        )
        at.desk.look_up_identifiers(
            (value.scheme, value.text) for value in values if value.scheme and value.by == "id"
        )
        at.desk.look_up_names(kind, (value.text for value in values))


def _join_reports(reports: list[ImportReport]) -> ImportReport:
    """Return one report of several files."""
    whole = reports[0]
    for report in reports[1:]:
        whole.read += report.read
        for into, counts in (
            (whole.created, report.created),
            (whole.updated, report.updated),
            (whole.unchanged, report.unchanged),
            (whole.joined, report.joined),
            (whole.referenced, report.referenced),
        ):
            for kind, count in counts.items():
                into[kind] = into.get(kind, 0) + count
        whole.rejected += report.rejected
        whole.flagged += report.flagged
        whole.maps += report.maps
        whole.split += report.split
        whole.split_names += report.split_names
        whole.left_out += [name for name in report.left_out if name not in whole.left_out]
        for target, source in report.mapping.items():
            known = whole.mapping.get(target)
            whole.mapping[target] = source if known in (None, source) else f"{known}; {source}"
    return whole
