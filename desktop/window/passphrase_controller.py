"""Setting, changing or taking away the passphrase of the open desk, beside the window.

The desk controller asks. Until the new file is in place the desk is as it was and can be read.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import DeskError, Stopped
from desktop.copies.former_copies_box import FormerCopiesBox, former_sentence
from desktop.search.recent_searches import RecentSearches
from desktop.session.recent_days import RecentDays
from desktop.unlocking.key_file_line import note_key_file
from desktop.unlocking.passphrase import PassphraseDialog
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session
    from desktop.settings import Settings


class PassphraseController(QObject):
    """`noticed` gives a `Notice`, `work_started` the `Job` that writes the desk anew."""

    noticed = Signal(object)
    work_started = Signal(object)

    def __init__(self, ask: Ask, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._settings = settings
        self._parent = parent  # of dialogs

    def offer(self, session: Session) -> None:
        """Ask for a passphrase, and write the desk anew under it."""
        encrypted, name = session.is_encrypted, session.name
        dialog = PassphraseDialog(self._parent, self._ask, is_encrypted=encrypted, name=name)
        try:
            if not self._ask.run(dialog):
                return
            done = partial(self._finish, session, dialog.rows.key_file.path)
            label = self.tr("Writing the desk under the new passphrase")
            work = session.replacing.set_passphrase(label, dialog.secret(), done, self._refuse)
        except DeskError as refusal:  # of a key file that has gone, or a desk that is busy
            self._refuse(refusal)
            return
        finally:
            dialog.deleteLater()
        self.work_started.emit(work)

    def _finish(self, session: Session, key_file: Path | None) -> None:
        note_key_file(self._settings, session.path, key_file)
        RecentSearches(session, self._settings)  # forgets them of an encrypted desk
        RecentDays(session, self._settings)  # likewise
        text = self.tr("The desk is encrypted with the new passphrase.")
        if not session.is_encrypted:
            text = self.tr("The desk has no passphrase any more.")
        self._tell(text, session)

    def _tell(self, text: str, session: Session) -> None:
        """Say that it is set, and which copies it leaves as they are."""
        former, now = session.copying.list_former(), datetime.now()
        if not former:
            self.noticed.emit(Notice("done", text))
            return

        def show() -> None:
            box = FormerCopiesBox(former, now, self._parent)
            self._ask.run(box)
            box.deleteLater()

        text = f"{text} {former_sentence(former, now)}"
        self.noticed.emit(Notice("warn", text, self.tr("Show these copies…"), show))

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            text = self.tr("The passphrase is the one from before; nothing was changed.")
            self.noticed.emit(Notice("info", text))
        else:
            self.noticed.emit(Notice("error", str(refusal)))
