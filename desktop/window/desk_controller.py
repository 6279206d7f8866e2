"""Opening, making, locking and leaving desks from the window; a refusal is told as a sentence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from PySide6.QtCore import QObject, Signal

from db import (
    Damaged,
    DeskError,
    NeedsUpgrade,
    NotOurs,
    OlderDesk,
    WrongPassphrase,
    make_desk,
    needs_passphrase,
    open_desk,
)
from desktop.background.delay import COLLECT_AFTER_LOCK_PAUSE_MS, Delay
from desktop.background.interpreter_tuning import collect_all_garbage
from desktop.paper.content.file_names import file_name_for
from desktop.preferences.preference_values import copy_plan
from desktop.settings import KEY_FILE, LAST_DESK, RECENT_DESKS, part_of_desk
from desktop.widgets.message import Notice
from desktop.window.moved_desk import MovedDesk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import Store
    from desktop.copies.salvage_controller import SalvageController
    from desktop.copies.upgrade_controller import UpgradeController
    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session
    from desktop.settings import Settings
    from desktop.unlocking.unlock import UnlockPage
    from desktop.window.desk_stack import DeskStack
    from desktop.window.desk_view import DeskView
    from desktop.window.passphrase_controller import PassphraseController

_MAX_RECENT_DESKS = 8  # desks remembered


def sample_path() -> Path:
    """Say where the officer's copy of the sample desk lies."""
    return user_data_path("aide-memoire", appauthor=False) / "sample.desk"


def _is_ours(path: Path) -> bool:
    from db import is_salvageable  # a window that opens its desk never asks

    return is_salvageable(path)


class DeskController(QObject):
    """Opens desks in the stack that it is given. `noticed` gives a `Notice`."""

    noticed = Signal(object)
    work_started = Signal(object)  # the `Job` that salvages a damaged desk, or upgrades an older
    failed = Signal(object)  # a bug in it

    def __init__(self, stack: DeskStack, settings: Settings, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack = stack
        self._settings = settings
        self._ask = ask
        self._parent = parent  # of dialogs
        self._moved: MovedDesk | None = None
        self._store: Store | None = None  # of the desk that is open
        self._salvage: SalvageController | None = None
        self._collect_delay = Delay(self, COLLECT_AFTER_LOCK_PAUSE_MS, collect_all_garbage)
        self._upgrading: UpgradeController | None = None
        self._passphrases: PassphraseController | None = None
        stack.open_wanted.connect(self.ask_for_desk)
        stack.new_wanted.connect(self.ask_for_new_desk)
        stack.sample_wanted.connect(self.open_sample)
        stack.recent_wanted.connect(self.open_by_path)
        stack.session_changed.connect(self._show_session)

    def open_path(self, path: Path) -> bool:
        """Open a desk, or show the page that asks for its passphrase; False if refused."""
        if self._upgrading is not None and self._upgrading.holds(path):
            return False
        try:
            if needs_passphrase(path):
                return self.leave() and self._ask_passphrase(path)
            if not self.leave():
                return False
            self._open(path)
        except NeedsUpgrade:
            return self._upgrade(path)
        except DeskError as refusal:
            self._refuse_desk(refusal, path)
            return False
        return True

    def _open(self, path: Path, passphrase: str = "") -> None:
        """Open a desk of the present format and show it; raises `NeedsUpgrade` for an older one."""
        plan = copy_plan(self._settings)
        self._show(open_desk(path, passphrase, plan=plan, older=OlderDesk.REFUSED))
        self.remember(path)

    def _show(self, store: Store) -> DeskView:
        """Show an open store, and watch whether its file stays where it is."""
        view = self._stack.show_desk(store)
        self._store = store
        moved = MovedDesk(store, view.session, self._ask, view.keep_draft_now, self._parent)
        self._moved = moved
        moved.noticed.connect(self.noticed)
        moved.saved.connect(self._go_on_in)
        moved.begin()
        return view

    def _show_session(self, session: Session | None) -> None:
        if session is None and self._moved is not None:
            self._moved.end()
            self._moved = self._store = None

    def _go_on_in(self, store: Store) -> None:
        """Go on in the file that the desk was saved to, and offer what was typed meanwhile."""
        self._stack.close_desk()
        view = self._show(store)
        self.remember(store.path)
        text = self.tr("The desk is saved as {name}; you now work in that file.")
        notice = Notice("done", text.format(name=store.path.name))
        drafts = view.session.drafts()
        if drafts:
            take_up = partial(view.resume, drafts[0])
            notice = replace(notice, action=self.tr("Resume editing"), act=take_up)
        self.noticed.emit(notice)

    def open_by_path(self, path: str) -> None:
        """Open a desk by the text of its path."""
        self.open_path(Path(path))

    def ask_for_desk(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr("Desks (*.desk);;All files (*)")
        path = self._ask.open_path(self._parent, self.tr("Open a desk"), kinds)
        if path is not None:
            self.open_path(path)

    def ask_for_new_desk(self) -> None:
        """Ask for name, passphrase and file, make the desk and open it."""
        from desktop.unlocking.new_desk_dialog import NewDeskDialog

        dialog = NewDeskDialog(self._parent, self._ask)
        try:
            if not self._ask.run(dialog):
                return
            name, passphrase = dialog.name.text().strip(), dialog.secret()
            key_file = dialog.rows.key_file.path
        except DeskError as refusal:  # of a key file that has gone meanwhile
            self._refuse(str(refusal))
            return
        finally:
            dialog.deleteLater()
        path = self._path_for(self.tr("Save the new desk as"), name or self.tr("My desk"))
        if path is not None:
            self._make(path, passphrase, name)
            self._note_key_file(path, key_file)

    def _path_for(self, title: str, name: str) -> Path | None:
        path = self._ask.save_path(
            self._parent, title, file_name_for(name, ".desk"), self.tr("Desks (*.desk)")
        )
        return path if path is None or path.suffix else path.with_suffix(".desk")

    def _make(self, path: Path, passphrase: str, name: str) -> None:
        try:
            says = make_desk(path, passphrase, name)
            if not self.leave():
                return
            self._show(open_desk(path, passphrase, plan=copy_plan(self._settings)))
            if says:
                self.noticed.emit(Notice("warn", says))
        except DeskError as refusal:
            self._refuse(str(refusal))
            return
        self.remember(path)

    def open_sample(self) -> None:
        """Open the officer's own copy of the sample desk, which is made at the first time."""
        from db import load_sample

        path = sample_path()
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                make_desk(path, "", self.tr("Sample desk"))
                with open_desk(path) as store:
                    load_sample(store)
        except DeskError as refusal:
            self._refuse(str(refusal))
            return
        except OSError as error:
            text = self.tr("The sample cannot be copied to {folder}: {why}.")
            self._refuse(text.format(folder=path.parent, why=error.strerror))
            return
        if self.open_path(path):
            text = self.tr("This is your copy of the sample; change in it what you like.")
            self.noticed.emit(Notice("info", text))

    def close(self) -> None:
        """Go back to the start."""
        if self.leave():
            self._stack.show_start()

    def leave(self) -> bool:
        """Save and close what is open; False when a form with an error does not let go."""
        view = self._stack.view
        if view is not None and not view.leave_form():
            moved = self._moved
            if moved is None or not moved.is_moved or view.keep_draft_now() is not None:
                return False  # what is typed stays, until it is discarded or saved elsewhere
        self._stack.close_desk()
        return True

    # the lock

    def lock(self) -> None:
        """Close the desk and show nothing of it until the passphrase is given again."""
        session = self._stack.session
        if session is None:
            return
        if not session.is_encrypted:
            text = self.tr("This desk has no passphrase, so a lock would keep nobody out.")
            action = "" if session.is_read_only else self.tr("Set a passphrase…")
            self.noticed.emit(Notice("warn", text, action, self.ask_new_passphrase))
            return
        if session.job is not None:
            session.job.cancel()  # it ends while the desk is hidden
        page = self._new_page(session.path)
        closing = self._stack.close_desk(page)  # what is not saved is a draft, without a question
        page.stopped_work = closing.stopped_work
        if closing.unkept is not None:
            page.hold(closing.unkept)
        self._show_page(page)
        self._collect_delay.start()  # once the other page is painted

    def _ask_passphrase(self, path: Path) -> bool:
        self._show_page(self._new_page(path))
        return True

    def _new_page(self, path: Path) -> UnlockPage:
        from desktop.unlocking.unlock import UnlockPage

        known = self._settings.get(KEY_FILE, part_of_desk(path))
        page = UnlockPage(path, self._ask, self._stack, known)
        page.unlocked.connect(lambda message: self._unlock(page, message))
        page.left.connect(self._stack.show_start)
        return page

    def _show_page(self, page: UnlockPage) -> None:
        self._stack.show_page(page)
        page.setFocus()

    def _unlock(self, page: UnlockPage, passphrase: str) -> None:
        try:
            self._open(page.path, passphrase)
            self._note_key_file(page.path, page.key_file.path)
            if page.draft is not None and self._stack.view is not None:
                self._stack.view.resume(page.draft)
            if page.stopped_work:
                text = self.tr("The lock broke off “{what}”; nothing of it was kept.")
                self.noticed.emit(Notice("info", text.format(what=page.stopped_work)))
        except WrongPassphrase as refusal:
            page.refuse(str(refusal))
        except NeedsUpgrade:
            self._upgrade(page.path, passphrase)
        except DeskError as refusal:
            self._refuse_desk(refusal, page.path, passphrase)

    def _note_key_file(self, desk: Path, key_file: Path | None) -> None:
        from desktop.unlocking.key_file_line import note_key_file

        note_key_file(self._settings, desk, key_file)

    def ask_new_passphrase(self) -> None:
        """Set, change or take away the passphrase of the open desk."""
        from desktop.window.passphrase_controller import PassphraseController

        session, view = self._stack.session, self._stack.view
        if session is None or view is None or not view.leave_form():
            return
        if self._passphrases is None:
            self._passphrases = PassphraseController(self._ask, self._settings, self._parent)
            self._passphrases.noticed.connect(self.noticed)
            self._passphrases.work_started.connect(self.work_started)
        self._passphrases.offer(session)

    # what is older

    def _upgrade(self, path: Path, passphrase: str = "") -> bool:
        """Bring an older desk up to date on a thread of its own, and open it then."""
        from desktop.copies.upgrade_controller import UpgradeController

        if self._upgrading is None:
            self._upgrading = controller = UpgradeController(self)
            controller.noticed.connect(self.noticed)
            controller.work_started.connect(self.work_started)
            controller.failed.connect(self.failed)
            controller.upgraded.connect(self._open_after_upgrade)
            controller.refused.connect(self._refuse_desk)
        self._stack.show_start()
        return self._upgrading.start(path, passphrase, copy_plan(self._settings))

    def _open_after_upgrade(self, path: Path, passphrase: str, says: str) -> None:
        """Open a desk that was just upgraded, or say so where another was opened meanwhile."""
        if self._stack.session is not None:
            text = self.tr("{name} was upgraded, and can be opened.").format(name=path.name)
            self.noticed.emit(Notice("done", text))
            return
        try:
            self._open(path, passphrase)
        except DeskError as refusal:
            self._refuse_desk(refusal, path, passphrase)
            return
        if says:
            self.noticed.emit(Notice("info", says))

    # what is damaged

    def _refuse_desk(self, refusal: DeskError, path: Path, passphrase: str = "") -> None:
        """Say why a desk is not opened; of a damaged one, offer to save what can be read."""
        if self._stack.view is None:
            self._stack.show_start()
        if isinstance(refusal, Damaged) or (isinstance(refusal, NotOurs) and _is_ours(path)):
            self.noticed.emit(self._salvaging().offer(str(refusal), path, passphrase))
        else:
            self.noticed.emit(Notice("error", str(refusal)))

    def offer_salvage(self, says: str) -> None:
        """Tell what is damaged in the open desk, and offer to save what can be read of it."""
        if self._store is None:
            return
        store = self._store
        notice = self._salvaging().offer(says, store.path, key=store.copies.key)
        self.noticed.emit(replace(notice, kind="warn"))

    def stop_work(self) -> None:
        """Give up what is salvaged or upgraded, as the window is closed."""
        if self._salvage is not None:
            self._salvage.stop()
        if self._upgrading is not None:
            self._upgrading.stop()

    def _salvaging(self) -> SalvageController:
        from desktop.copies.salvage_controller import SalvageController

        if self._salvage is None:
            self._salvage = controller = SalvageController(self._ask, self._parent, self.leave)
            controller.noticed.connect(self.noticed)
            controller.work_started.connect(self.work_started)
            controller.failed.connect(self.failed)
            controller.open_wanted.connect(self.open_path)
        return self._salvage

    def _refuse(self, sentence: str) -> None:
        if self._stack.view is None:
            self._stack.show_start()
        self.noticed.emit(Notice("error", sentence))

    def remember(self, path: Path) -> None:
        """Put a desk first among those of late."""
        settings, name = self._settings, str(path.resolve())
        recent = [name, *(each for each in settings.get(RECENT_DESKS) if each != name)]
        settings.put(LAST_DESK, name)
        settings.put(RECENT_DESKS, recent[:_MAX_RECENT_DESKS])
