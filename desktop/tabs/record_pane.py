"""The right side of a tab: the page of a record, which turns into its form in place and back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QWidget

from db import DeskError, Invalid
from desktop.dialogs.leave_new import DISCARD, SAVE, LeaveNew
from desktop.forms.typed_drafts import TypedDrafts
from desktop.widgets.message import NEXT_FORM, Notice, problems_notice, read_only_notice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from db import Draft, Lens, Reader, Reading, Record
    from desktop.forms.already_here import AlreadyHere
    from desktop.forms.form_hints import FormHints
    from desktop.forms.record_form import RecordForm
    from desktop.page.page_reading import Seen
    from desktop.page.record_page import RecordPage
    from desktop.session.session import Session


class RecordPane(QStackedWidget):
    """Reads one record, and edits it. `showed` says that another record or none is on show now,
    `saved` the id of a record that was just stored, `closed` that the page stands in the place of
    the form again, `noticed` gives a `Notice`. The page and the form are loaded when they are first
    shown: a window that opens shows its list before them.
    """

    showed = Signal()
    saved = Signal(int)
    closed = Signal()
    noticed = Signal(object)
    edited = Signal()
    attachment_asked = Signal(str, str)
    link_clicked = Signal(int)
    leaving = Signal(object)  # a `LeaveNew` to be answered
    succeeding = Signal(object)  # an `EndPredecessor` to be answered
    print_asked = Signal()
    history_asked = Signal()
    check_asked = Signal()
    status_asked = Signal()
    removal_asked = Signal()  # Delete on the page
    menu_asked = Signal(object)
    revert_asked = Signal(int)

    def __init__(self, kind: str, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._session = session
        self.reading: Reading | None = None
        empty = QWidget(self)
        empty.setBackgroundRole(QPalette.ColorRole.Base)
        empty.setAutoFillBackground(True)
        self.addWidget(empty)
        self.form: RecordForm | None = None
        self._hints: FormHints | None = None
        self._before_new: int | None = None  # on show before the form of a new record
        self._drafts = TypedDrafts(kind, session, self)
        self._drafts.noticed.connect(self.noticed)
        self.already_here: AlreadyHere | None = None  # while a new record is made

    # reading

    @cached_property
    def page(self) -> RecordPage:
        """The page; in front unless the form is."""
        from desktop.page.record_page import RecordPage

        page = RecordPage(self)
        page.edit_asked.connect(self.edit)
        page.link_clicked.connect(self.link_clicked)
        page.print_asked.connect(self.print_asked)
        page.history_asked.connect(self.history_asked)
        page.check_asked.connect(self.check_asked)
        page.status_asked.connect(self.status_asked)
        page.menu_asked.connect(self.menu_asked)
        page.revert_asked.connect(self.revert_asked)
        page.attachment_asked.connect(self.attachment_asked)
        self.addWidget(page)
        if not self.is_editing:
            self.setCurrentWidget(page)
        return page

    @property
    def record_id(self) -> int | None:
        """The record on show or in the form; None for nothing, or a record not yet saved."""
        return self.reading.record.id if self.reading is not None else None

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return self.form is not None

    def show_record(self, record_id: int | None) -> bool:
        """Put a page on show at once; False when a form with an error does not let go."""
        if not self.save_and_close():
            return False
        self._read(record_id)
        return True

    def refresh(self) -> None:
        """Read the page anew; an open form is left alone."""
        if not self.is_editing:
            self._read(self.record_id)

    def follow_lens(self) -> None:
        """Keep what is typed, and put it away with its form, where the lens hides any of it."""
        draft = self._drafts.form_draft()
        if self.form is not None and draft is not None:
            if not self._session.shows_draft(draft):
                self.keep_draft_now()
                self._close_form()
            else:
                from desktop.editors.suggest_line import close_lists

                close_lists(self.form)  # what they offer was asked through the lens before

    def preview(self, record_id: int) -> bool:
        """Show as `show_record` does, but read and set in the background: typing goes on
        meanwhile.
        """
        if not self.save_and_close():
            return False
        lens, look = self._session.lens, self.page.look_now()

        def job(reader: Reader) -> Seen:
            from desktop.page.page_reading import gather

            return gather(reader, record_id, lens, look)

        def take(seen: Seen) -> None:
            if lens != self._session.lens:
                self._read(record_id)  # another lens came in between
            elif not self.is_editing:
                self._show(seen, lens)

        self._session.background_reader.ask(self._topic, job, take, self._refuse, urgent=True)
        return True

    def cancel_pending(self) -> None:
        """Show nothing else after all."""
        self._session.background_reader.forget(self._topic)

    def _refuse(self, refusal: DeskError) -> None:
        self.noticed.emit(Notice("error", str(refusal)))

    @property
    def _topic(self) -> str:
        return f"page {self._kind}"

    def _read(self, record_id: int | None) -> None:
        from desktop.page.page_reading import Seen, gather

        lens = self._session.lens
        self._session.background_reader.forget(self._topic)
        reader = self._session.reader
        self._show(gather(reader, record_id, lens) if record_id is not None else Seen(None), lens)

    def _show(self, seen: Seen, lens: Lens) -> None:
        self.reading = seen.reading
        if seen.refusal:
            self.noticed.emit(Notice("error", seen.refusal))
        self.page.show_reading(seen.reading, lens, seen.changes, seen.known, seen.built)
        self.showed.emit()

    def marking(self) -> int:
        """Return the highest marking of what is on show, or typed into the form."""
        level = self.page.marking
        if self.form is None:
            return level
        text, session = self.form.draft(), self._session
        typed = session.kept_drafts.marking(self._kind, self.record_id, text, session.lens)
        return max(level, typed)

    # editing

    def edit(self, field: str = "") -> None:
        """Turn the page into its form, with the cursor in a field or where the reader was."""
        if self.reading is not None and not self.is_editing and self._may_write():
            field = field or self.page.field_in_focus()
            self._open_form(self.reading.record)
            if field and self.form is not None:
                self.form.focus_field(field)
            self._drafts.offer()

    def make(self, record: Record | None = None) -> None:
        """Open the form of a record that is not there yet, empty or filled in beforehand."""
        if self._may_write() and self.save_and_close():
            self._before_new = self.record_id
            self._read(None)
            self._open_form(record if record is not None else self._new_record())
            if record is None:
                self._drafts.offer()

    def _new_record(self) -> Record:
        from db import RECORD_TYPES

        return RECORD_TYPES[self._kind]()

    def resume(self, draft: Draft) -> None:
        """Open the form as it was when it was not saved."""
        if not self._may_write():
            return
        if not self._session.shows_draft(draft):
            self.noticed.emit(Notice("warn", self.tr("Those changes are no longer on this desk.")))
            return
        if not self.show_record(draft.record_id):
            return
        if self.reading is not None:
            self._open_form(self.reading.record)
        else:
            self._open_form(self._new_record())
        if not self._drafts.restore(draft.payload):
            self._close_form()  # nothing was typed, and nothing is to be kept over the draft

    def save(self) -> bool:
        """Store what the form says; False when it cannot be, and the form stays as it is."""
        return self._save(asks=True)

    def _save(self, *, asks: bool) -> bool:
        form = self.form
        if form is None:
            return True
        if not form.is_dirty():
            self._close_form()
            return True
        try:
            record = form.record()
            follows = self._ask_what_follows(record) if asks else []
            if follows is None:
                return False
            self._session.save(record, also=follows)
        except Invalid as refusal:
            form.show_problems(refusal.problems)
            self.noticed.emit(problems_notice(len(refusal.problems), self.discard_changes))
            return False
        except DeskError as refusal:
            self.noticed.emit(Notice("error", str(refusal)))
            return False
        self._drafts.forget()
        self._close_form(record.id)
        self.saved.emit(record.id)
        return True

    def _ask_what_follows(self, record: Record) -> list[Record] | None:
        """Return the records that change with one; None where the officer goes back to the form."""
        from desktop.forms.predecessors import ask_what_follows

        before = self.reading.record if self.reading is not None else None
        session = self._session
        return ask_what_follows(session.reader, session.lens, before, record, self.succeeding.emit)

    def save_and_close(self) -> bool:
        """Save and close the form before something else is shown; False when it stays open.

        A new record, which may be half made, is saved only when the officer says so.
        """
        if not self._is_new():
            return self.save()
        question = LeaveNew(self.form.name_text() if self.form is not None else "")
        self.leaving.emit(question)
        if question.answer == DISCARD:
            self.discard_changes()
            return True
        return question.answer == SAVE and self.save()

    def put_away(self) -> bool:
        """Save and close the form without asking; False when it is to be kept as a draft."""
        return not self._is_new() and self._save(asks=False)

    def _is_new(self) -> bool:
        """Say whether a record is being made, and something is typed."""
        return self.form is not None and self.record_id is None and self.form.is_dirty()

    def discard_changes(self) -> None:
        """Close the form without saving; the text can be taken back at once."""
        form = self.form
        if form is None:
            return
        typed = self._drafts.unsaved_draft()
        if typed is not None:
            self.noticed.emit(
                Notice(
                    "undo",
                    self.tr("Your changes were discarded."),
                    self.tr("Restore"),
                    lambda: self.resume(typed),
                    until=NEXT_FORM,  # what leads away from a form may have discarded it
                )
            )
        self._drafts.forget()
        self._close_form()

    def keep_draft_now(self) -> Draft | None:
        """Put what is typed into the desk at once, as before the window closes; return what cannot
        be kept there, as on a full disk.
        """
        return None if self._drafts.keep() else self._drafts.unsaved_draft()

    def end(self) -> None:
        """Write nothing more, because the session is about to close."""
        self._drafts.stop()
        self._end_hints()
        self._forget_name()

    # the form

    def _may_write(self) -> bool:
        if not self._session.is_read_only:
            return True
        self.noticed.emit(read_only_notice(self._session.holder))
        return False

    def _open_form(self, record: Record) -> None:
        # Not at the top: a desk is read long before it is edited, and the forms take time to load.
        from desktop.forms.form_hints import FormHints
        from desktop.forms.record_form import RecordForm

        form = RecordForm(self._kind, self._session, self)
        form.load(record)
        self._drafts.follow(form, record.id or None)
        if self._hints is None:
            self._hints = FormHints(self._session, self)
        self._hints.follow(form)
        if not record.id:
            self._watch_name(form)
        self.form = form
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.saved_as.connect(self.attachment_asked)
        form.save_wanted.connect(self.save)
        form.discard_wanted.connect(self.discard_changes)
        form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _watch_name(self, form: RecordForm) -> None:
        """Tell under the name of a new record who it may already be."""
        from desktop.forms.already_here import AlreadyHere

        line = AlreadyHere(self._kind, self._session, form)
        form.hang_under_name(line)
        form.edited.connect(lambda: line.look_for(form.name_text()))
        line.open_asked.connect(self._open_instead)
        self.already_here = line

    def _end_hints(self) -> None:
        if self._hints is not None:
            self._hints.end()

    def _forget_name(self) -> None:
        line, self.already_here = self.already_here, None
        if line is not None:
            line.end()

    def _open_instead(self, record_id: int) -> None:
        """Show the record that a new one would have repeated; what was typed can be taken up."""
        self.discard_changes()
        self.link_clicked.emit(record_id)

    def _close_form(self, record_id: int | None = None) -> None:
        form = self.form
        if form is None:
            return
        self._drafts.leave()
        self._end_hints()
        self._forget_name()
        # The window's: the pane's own is its last one, though a list has been clicked since.
        focus = self.window().focusWidget()
        had_focus = focus is not None and form.isAncestorOf(focus)
        self.form = None
        self.setCurrentWidget(self.page)
        self.removeWidget(form)
        form.deleteLater()
        candidates = (record_id, self.record_id, self._before_new)
        self._before_new = None
        self._read(next((key for key in candidates if key is not None), None))
        self.closed.emit()
        if had_focus:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_editing:
            self.discard_changes()
        elif event.key() == Qt.Key.Key_Delete and self.reading is not None and not self.is_editing:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)
