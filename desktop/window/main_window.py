"""The one window: toolbar, menus, status bar, and in the middle a desk, its lock or the start.

It knows no kind of record and does nothing of its own accord: what the officer asks for is said by
signals, and `window_actions` does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QLocale, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from desktop.background.delay import Delay, defer
from desktop.dialogs.ask import Ask
from desktop.search.search_coordinator import SearchCoordinator
from desktop.settings import GEOMETRY
from desktop.style.theme import space
from desktop.widgets.message import FORM, NEXT_FORM, RECORD, Message, Notice
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine
from desktop.widgets.short_label import ShortLabel
from desktop.window.action_menus import ActionMenus
from desktop.window.desk_stack import DeskStack
from desktop.window.toolbar import Toolbar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent

    from db import DeskError
    from desktop.background.job import Job
    from desktop.dialogs.leave_new import LeaveNew
    from desktop.models.menu_request import MenuRequest
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.style.theme import Theme
    from desktop.window.action_menus import ActionSpec
    from desktop.window.desk_view import DeskView

OFFICE_FACTS: Final = ("offices[", "tenures[")
_MENTION_MS: Final = 15_000  # that a sentence stands in the status bar


class Window(QMainWindow):
    """Shows what is open. The signals ending in `wanted` and `files_dropped` say what the officer
    asks for; `failed` gives a bug that came out of the background; `closed` is the last that is
    heard of the window. What is open stands in its `stack`.
    """

    failed = Signal(object)
    closed = Signal()
    closing = Signal()  # it is out of sight, and the desk is still open
    damage_told = Signal(str)  # a sentence on what of the open desk is damaged
    files_dropped = Signal(list)
    print_wanted = Signal()
    print_today_wanted = Signal()
    history_wanted = Signal()
    status_wanted = Signal()
    succession_wanted = Signal(str)  # in the office that a fact of the record on show is about

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        menus: dict[str, str],
        actions: Sequence[ActionSpec[Any]],
        ask: Ask | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.ask = ask if ask is not None else Ask(settings)
        self.notice: Notice | None = None
        self._noticed_at: tuple[str, object] = ("", None)  # the kind and id of what was on show
        self._was_editing = False
        self._followed_job: Job | None = None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(True)
        self.menus = ActionMenus(self.menuBar(), menus, actions, self)
        self.bar = Toolbar(self.menus, settings, self)
        self.addToolBar(self.bar)
        self.searching = SearchCoordinator(self.bar.search, self)
        self.message = Message(self)
        self.message.acted.connect(self._act)
        self.message.asked.connect(self._look)
        self.progress = ProgressLine(self)
        self.progress.cancelled.connect(self._cancel_work)
        self.stack = DeskStack(settings, self.searching, self)
        self.stack.session_changed.connect(self._follow_session)
        self.stack.view_made.connect(self._follow_view)
        self.stack.turned.connect(self.refresh)
        self.stack.damage_met.connect(self._tell_damage)
        self._set_middle()
        self.name_label, self.saved_label = ShortLabel(), ShortLabel()
        self.mention_label, self.shown_label = ShortLabel(), PlainLabel()
        self._mention_delay = Delay(self, _MENTION_MS, lambda: self.mention_label.show_text(""))
        self._set_status_bar()
        self.resize(1280, 800)
        geometry = settings.get(GEOMETRY)
        if geometry:
            self.restoreGeometry(QByteArray(geometry))

    @property
    def session(self) -> Session | None:
        """The open desk."""
        return self.stack.session

    @property
    def view(self) -> DeskView | None:
        """The view of the open desk."""
        return self.stack.view

    @property
    def is_editing(self) -> bool:
        """Whether a form is open in front."""
        return self.view is not None and self.view.is_editing

    def _set_middle(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.progress)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)

    def _set_status_bar(self) -> None:
        status = self.statusBar()
        for label in (self.name_label, self.saved_label, self.mention_label):
            label.setContentsMargins(space(2), 0, space(2), 0)
            status.addWidget(label, int(label is self.mention_label))
        # What the others leave: what stands there always is not cut for it.
        self.mention_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        quiet: tuple[PlainLabel, ...] = (self.saved_label, self.mention_label, self.shown_label)
        for each in quiet:
            each.setProperty("role", "quiet")
        status.addPermanentWidget(self.shown_label)

    # the open desk

    def _follow_session(self, session: Session | None) -> None:
        """Listen to a desk that is to be shown; None: it is about to close."""
        if session is None:
            self.message.dismiss()
            self.progress.finish()
        else:
            session.lens_changed.connect(self._forget_notice)  # first: others say more of it
            session.working.connect(self.refresh)
            session.failed.connect(self.failed)
        self.bar.show_session(session)

    def _follow_view(self, view: DeskView) -> None:
        view.noticed.connect(self.notify)
        view.undoing.started.connect(self._follow_undo)
        view.chosen.started.connect(self.follow)
        view.query_wanted.connect(self.bar.search.setText)
        view.search_wanted.connect(self.searching.focus_box)
        view.exact_dropped.connect(lambda: self.searching.set_exact(False))
        view.leaving.connect(self._ask_leaving)
        view.succeeding.connect(lambda question: self.ask.end_predecessor(self, question))
        view.print_asked.connect(self.print_wanted)
        view.print_today_asked.connect(self.print_today_wanted)
        view.history_asked.connect(self.history_wanted)
        view.status_asked.connect(self.status_wanted)
        view.menu_asked.connect(self._show_menu)
        view.attachment_asked.connect(self.save_attachment)
        view.moved.connect(self.refresh)
        view.moved.connect(self._follow_form)
        view.arrived.connect(self._follow_officer)
        view.counted.connect(self._show_count)
        view.session.lens_changed.connect(self._follow_lens)

    def _ask_leaving(self, question: LeaveNew) -> None:
        """Ask whether a new record is to be saved."""
        question.answer = self.ask.leave_new(self, question.title)

    def _show_menu(self, request: MenuRequest) -> None:
        """Show at a place on the screen what can be done with what is chosen, or with one record,
        that of a link or of the page.
        """
        view, key, texts = self.view, request.record_id, request.texts
        if view is None:
            return
        if key is None:
            menu = self.menus.row_menu(self, texts)
        else:
            field = request.field
            edit = partial(view.tab.pane.edit, field) if field else None
            is_office = field.startswith(OFFICE_FACTS) and key == view.tab.current_id
            succeed = partial(self.succession_wanted.emit, field) if is_office else None
            menu = self.menus.record_menu(self, partial(view.go_to, key), texts, edit, succeed)
        menu.popup(request.place)

    # messages

    def notify(self, notice: Notice) -> None:
        """Show a sentence on the one line of the window."""
        self.notice = notice
        view = self.view
        self._noticed_at = (view.tab.kind, view.tab.current_id) if view is not None else ("", None)
        self.message.say(notice.kind, notice.text, notice.action, notice.more)

    def _tell_damage(self, says: str) -> None:
        """Warn of damage that was read past, and say what mends it."""
        mend = self.tr("Restore a copy of the desk; the command “verify” lists all that is broken.")
        self.damage_told.emit(f"{says} {mend}")

    def damage(self) -> DeskError | None:
        """Return what of the open desk is damaged, if anything."""
        return self.session.reader.damage_behind() if self.session is not None else None

    def _forget_notice(self) -> None:
        """Remove a notice, as one that was shown under another lens, with its action."""
        self.notice = None
        self.message.forget()

    def _follow_officer(self, kind: str, record_id: int | None) -> None:
        """Take away what was said of another record."""
        if (kind, record_id) != self._noticed_at:
            self._end_notice(RECORD)

    def _follow_form(self) -> None:
        """Take away what was said before a form was opened, or of one that is closed."""
        was_editing, self._was_editing = self._was_editing, self.is_editing
        if self.is_editing != was_editing:
            self._end_notice(*((RECORD, NEXT_FORM) if self.is_editing else (FORM,)))

    def _end_notice(self, *until: str) -> None:
        if self.notice is not None and self.notice.until in until:
            self._forget_notice()

    def _act(self) -> None:
        if self.notice is not None and self.notice.act is not None:
            self.notice.act()

    def _look(self) -> None:
        if self.notice is not None and self.notice.look is not None:
            self.notice.look()

    def mention(self, text: str) -> None:
        """Say something in the status bar that asks for no answer, for a while."""
        self.mention_label.show_text(text)
        self._mention_delay.start()

    def is_marked_in_front(self) -> bool:
        """Say whether what has the focus shows anything marked; of another window than this one, or
        a part of it that shows many records, whether the desk has anything marked to show.
        """
        session, view, focus = self.session, self.view, QApplication.focusWidget()
        if session is None or view is None:
            return False
        found = view.tab.is_marked(focus) if focus is not None else None
        return session.reader.has_marked(session.lens) if found is None else found

    def follow(self, job: Job, *, can_cancel: bool = True) -> None:
        """Show how far a job is, with a way to cancel it, until it has finished."""
        self._followed_job = job
        self.message.dismiss()
        self.progress.start(job.label, can_cancel=can_cancel)
        job.progressed.connect(self.progress.advance)
        job.renamed.connect(self.progress.rename)
        job.finished.connect(self.progress.finish)

    def _follow_undo(self, job: Job) -> None:
        self.follow(job, can_cancel=False)

    def _cancel_work(self) -> None:
        if self._followed_job is not None:
            self._followed_job.cancel()

    def refresh(self) -> None:
        """Bring actions, title and status bar up to what is on show."""
        session = self.session
        self.menus.enable(self.view.met_needs() if self.view is not None else ())
        self.menus.show_label("undo", session.undo_label() if session is not None else "")
        self.menus.show_label("redo", session.redo_label() if session is not None else "")
        name = session.name if session is not None else ""
        day = session.day_text() if session is not None else ""
        seen = self.tr("{name} as of {day}").format(name=name, day=day) if day else name
        self.setWindowTitle(f"{seen} – Aide-Mémoire" if seen else "Aide-Mémoire")
        self.name_label.show_text(name)
        self.saved_label.show_text(self._saved_text())
        self._show_count()

    def _show_count(self) -> None:
        """Show the count of records in the status bar."""
        text = self.view.count_text() if self.view is not None else ""
        if self.shown_label.text() != text:
            self.shown_label.setText(text)

    def _saved_text(self) -> str:
        session = self.session
        if session is None:
            return ""
        if session.is_read_only:
            if not session.holder:
                return self.tr("Open read-only")
            template = self.tr("Open read-only; held by {holder}")
            return template.format(holder=session.holder)
        if self.is_editing:
            return self.tr("Editing; what you type is kept")
        if session.saved_at is None:
            return self.tr("All changes saved")
        clock = QLocale().toString(session.saved_at, QLocale.FormatType.ShortFormat)
        return self.tr("All changes saved · {clock}").format(clock=clock)

    def _follow_lens(self) -> None:
        self.bar.show_session(self.session)
        if self.session is not None and self.session.job is not None:
            self.progress.rename(self.session.job.label)
        self.refresh()

    # paper and files

    def save_attachment(self, sha256: str, file_name: str) -> None:
        """Save an attached file where the officer wants it, and tell what came of it."""
        from desktop.dialogs.save_attachment import save_attachment

        if self.session is not None:
            notice = save_attachment(self.session, self.ask, self, sha256, file_name)
            if notice is not None:
                self.notify(notice)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from desktop.importing.import_controller import dropped_paths

        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from desktop.importing.import_controller import dropped_paths

        paths = dropped_paths(event.mimeData())
        event.acceptProposedAction()
        # Afterwards: the program that the files come from waits for the end of the drop.
        defer(lambda: self.files_dropped.emit(paths), self)

    def showEvent(self, event: QShowEvent) -> None:
        if self.stack.currentWidget() is None:
            self.stack.show_start()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # A form with an error does not hold the window: its text is kept as a draft. Where not even
        # that can be, the view says why, and the officer discards it or makes room.
        view, session = self.view, self.session
        if session is not None:
            session.stop_work()  # else what is typed would wait for its end
        if view is not None and not view.put_away_form() and view.keep_draft_now() is not None:
            event.ignore()
            return
        self.settings.put(GEOMETRY, bytes(self.saveGeometry().data()))
        self.hide()  # a copy that is due at the end holds up nobody's eyes
        self.closing.emit()
        self.stack.close_desk()
        event.accept()
        self.closed.emit()
