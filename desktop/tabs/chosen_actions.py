"""What is done to the chosen rows of the tab in front, or else to its record: print, copy, check,
delete; rows are also dragged away, and a record is made after the one on show.

`DeskView` makes it and the actions of the window call it. What takes longer than a breath runs
beside the window, with progress and Cancel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Signal

from db import DeskError, today
from desktop.models.shown_records import ShownRecords
from desktop.tabs.named_in import named_in
from desktop.widgets.clipboard import copy_to_clipboard, drag_out
from desktop.widgets.message import RECORD, Notice, outcome_text

if TYPE_CHECKING:
    from db import Change, FieldChange, Progress, Reader, Record, Store
    from desktop.session.session import Session
    from desktop.tabs.record_tab import RecordTab

MAX_RECORDS_AT_ONCE: Final = 40  # what is more is written beside the window
MAX_CHANGED_RECORDS: Final = 50_000  # in one change; more is the work of an import


class ChosenActions(QObject):
    """`noticed` gives a `Notice`, `started` the `Job` that runs, `removed` the ids of records."""

    noticed = Signal(object)
    started = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        session: Session,
        front: Callable[[], RecordTab],
        undo: Callable[[Change], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._front = front
        self._undo = undo

    def ids(self) -> list[int]:
        """Return what an action means: the chosen rows, or else the record on show; none in a
        form.
        """
        tab = self._front()
        if tab.pane.is_editing:
            return []
        return tab.list.chosen_ids() or self._record_on_show()

    def select_all(self) -> None:
        """Choose every row of the list in front, from wherever the keys are; not out of a form."""
        tab = self._front()
        if not tab.pane.is_editing:
            tab.list.select_all()

    def count(self) -> int:
        """Say how many rows are chosen; none in a form."""
        tab = self._front()
        return 0 if tab.pane.is_editing else tab.list.chosen_count()

    @property
    def has_choice(self) -> bool:
        """Whether rows are chosen, or will be when they have come."""
        return self.count() > 0 or self._front().list.is_selecting

    def act_on_selection(self, act: Callable[[], object]) -> None:
        """Do something to what is chosen, once all of it is."""
        self._front().list.act_on_selection(act)

    def shown_records(self) -> ShownRecords | None:
        """Return what is on show, to be printed; None when a form with an error does not let go."""
        tab = self._front()
        if not tab.pane.save_and_close():
            return None
        if tab.list.chosen_count() < 2:
            tab.catch_up()
        reading = tab.pane.reading
        count, question = tab.list.chosen_count(), tab.list.question
        if count < 2 and reading is not None:
            record = reading.record
            return ShownRecords(tab.kind, count, lambda: [record.id], record, question)
        return ShownRecords(tab.kind, count, tab.list.chosen_ids, None, question)

    def _record_on_show(self) -> list[int]:
        record_id = self._front().current_id
        return [] if record_id is None else [record_id]

    def duplicate(self) -> None:
        """Open the form of a new record filled in from the one on show, or from the form."""
        from desktop.forms.copying import copy_record

        record = self._record_to_follow()
        if record is not None:
            self._front().make(copy_record(record))

    def add_meeting(self) -> None:
        """Open the form of a meeting within the event on show, or in the form."""
        from db import Event
        from desktop.forms.copying import meeting_within

        record = self._record_to_follow()
        if isinstance(record, Event):
            self._front().make(meeting_within(record))

    def _record_to_follow(self) -> Record | None:
        """Return the record on show, its form saved first; None where that cannot be."""
        tab = self._front()
        if not tab.pane.save():
            return None
        tab.catch_up()
        return tab.pane.reading.record if tab.pane.reading is not None else None

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard, with the columns that are shown."""

        def copy(text: str, html: str, is_marked: bool) -> None:
            copy_to_clipboard(text, html, is_marked=is_marked)

        self._read_rows(copy)

    def drag_rows(self) -> None:
        """Let the mouse carry the chosen rows away, as they are copied, if it still holds them."""
        table = self._front().list.table

        def drag(text: str, html: str, _is_marked: bool) -> None:
            if table.is_dragging_out:
                drag_out(table, text, html)

        self._read_rows(drag)

    def _read_rows(self, give: Callable[[str, str, bool], None]) -> None:
        """Give the chosen rows as text and as HTML, and whether any of them is marked.

        They are read and written out beside the window: a list of thousands would hold it.
        """
        from desktop.tabs.copied_rows import MAX_COPIED_ROWS, rows_as_html, rows_as_text

        tab = self._front()
        if (count := tab.list.chosen_count()) > MAX_COPIED_ROWS:
            says = self.tr("{n} rows are chosen, and at most {most} rows can be copied.")
            n, most = map(QLocale().toString, (count, MAX_COPIED_ROWS))
            self.noticed.emit(Notice("error", says.format(n=n, most=most)))
            return
        ids, lens, table = self.ids(), self._session.lens, tab.list.table
        more = table.shown_columns()
        headings, columns = table.shown_headings(), table.shown_places()

        def job(reader: Reader) -> tuple[str, str, bool]:
            lines = reader.lines(ids, lens, more)
            rows = [[line.cells[at] for at in columns] for line in lines]
            is_marked = any(line.marking for line in lines)
            return rows_as_text(headings, rows), rows_as_html(headings, rows), is_marked

        def take(texts: tuple[str, str, bool]) -> None:
            if lens == self._session.lens:  # else what was read may be hidden now
                give(*texts)

        self._session.background_reader.ask("copy rows", job, take, self._refuse, urgent=True)

    def copy_name(self) -> None:
        """Put the record on show on the clipboard as a letter names it."""
        from desktop.tabs.copied_rows import record_as_line

        tab = self._front()
        tab.catch_up()
        if tab.pane.reading is None:
            says = self.tr("Choose a record first; then copy its name.")
            self.noticed.emit(Notice("info", says, until=RECORD))
            return
        line = record_as_line(tab.pane.reading)
        copy_to_clipboard(line, is_marked=tab.pane.marking() > 0)

    def check_record_on_show(self) -> None:
        """Say of the record on show, and no other, that it was checked today."""
        self.mark_records_checked(self._record_on_show())

    def check_selection(self) -> None:
        """Say of what is chosen that it was checked today."""
        self.mark_records_checked(self.ids())

    def mark_records_checked(self, ids: Sequence[int]) -> None:
        """Note that these records were checked today."""
        from db import FieldChange

        done = self.tr("Checked today: {what}.")
        same = self.tr("That was checked today already.")
        self._change(ids, FieldChange("checked_on", today()), done, same)

    def ids_to_change(self) -> list[int]:
        """Return what a change of many means; none, and say so, where that is too many."""
        count = self._front().list.chosen_count()
        if count <= MAX_CHANGED_RECORDS:
            return self.ids()
        says = self.tr("{n} rows are chosen, and at most {most} can be changed at once.")
        n, most = map(QLocale().toString, (count, MAX_CHANGED_RECORDS))
        self.noticed.emit(Notice("error", says.format(n=n, most=most)))
        return []

    def change_field(self, ids: Sequence[int], change: FieldChange, label: str) -> None:
        """Change a field, which is called `label`, of these records."""
        done = self.tr("{field} changed: {what}.").replace("{field}", label)
        self._change(ids, change, done, self.tr("Nothing differed, so nothing was changed."))

    def remove(self) -> None:
        """Delete what is chosen; undo brings it back, so nothing is asked."""
        tab, ids = self._front(), self.ids()
        if not ids:
            return
        at = tab.list.table.currentIndex().row()
        try:
            where = self._named_in(ids)
            change = self._session.remove(ids)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.removed.emit(ids)
        tab.go_on_from(at, set(ids))
        text = outcome_text(change.label)
        if where:
            says = self.tr("{done} This was named in {where}; Undo brings all of it back.")
            text = says.format(done=text, where=where)
        self._offer_undo(text, change)

    def _named_in(self, ids: Sequence[int]) -> str:
        """Say where records are named; of many that is not looked up."""
        if len(ids) > MAX_RECORDS_AT_ONCE:
            return ""
        reader, lens = self._session.reader, self._session.lens
        return named_in([reader.read(key, lens).related for key in ids])

    def _change(self, ids: Sequence[int], wanted: FieldChange, done: str, same: str) -> None:
        """Change a field of records; `done` tells it of {what}, `same` that nothing differed."""
        session, lens = self._session, self._session.lens

        def finish(_answer: object, change: Change | None) -> None:
            if change is None:
                self.noticed.emit(Notice("info", same, until=RECORD))
            else:
                self._offer_undo(done.format(what=change.label.removeprefix("Edit ")), change)

        def write(store: Store, progress: Progress) -> Change | None:
            return store.change_field(ids, wanted, lens, progress)

        if not ids:
            return
        try:
            if len(ids) <= MAX_RECORDS_AT_ONCE:
                finish(None, session.change_field(ids, wanted))
            else:
                what = self.tr("Changing {n} records").format(n=QLocale().toString(len(ids)))
                self.started.emit(session.start(what, write, finish, self._refuse))
        except DeskError as refusal:
            self._refuse(refusal)

    def _offer_undo(self, text: str, change: Change) -> None:
        undo = self.tr("Undo")
        self.noticed.emit(Notice("undo", text, undo, lambda: self._undo(change), until=RECORD))

    def _refuse(self, refusal: DeskError) -> None:
        self.noticed.emit(Notice("error", str(refusal)))
