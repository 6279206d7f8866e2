"""Locks the desk by itself once nobody has pressed a key or a button for the chosen time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog

from desktop.background.delay import AFTER_DIALOG_PAUSE_MS, AUTO_LOCK_AGAIN_PAUSE_MS, Delay
from desktop.settings import LOCK_AFTER

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.settings import Settings

_MINUTE_MS: Final = 60_000
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
        QEvent.Type.TouchBegin,
    }
)


class AutoLock(QObject):
    """Looks at the program's events only while a desk with a passphrase is open and a time is
    chosen. `session_now` says which desk is open, `lock` locks it.
    """

    def __init__(
        self,
        settings: Settings,
        session_now: Callable[[], Session | None],
        lock: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session_now = session_now
        self._lock = lock
        self._is_watching = False
        self.delay = Delay(self, 0, self.lock_now)
        self.again = Delay(self, AUTO_LOCK_AGAIN_PAUSE_MS, self.lock_now)

    def follow_preference(self) -> None:
        """Wait as long as is chosen now, or no more at all."""
        app, minutes = QApplication.instance(), self._settings.get(LOCK_AFTER)
        is_wanted = minutes > 0 and self._has_secret()
        if app is not None and is_wanted != self._is_watching:
            self._is_watching = is_wanted
            if is_wanted:
                app.installEventFilter(self)
            else:
                app.removeEventFilter(self)
        self.delay.stop()
        self.again.stop()
        if is_wanted:
            self.delay.start(minutes * _MINUTE_MS)

    def _has_secret(self) -> bool:
        session = self._session_now()
        return session is not None and session.is_encrypted

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.delay.start()
        return False

    def lock_now(self) -> None:
        """Close what stands before the desk and lock it; long work is broken off."""
        session = self._session_now()
        if session is None or not session.is_encrypted:
            return
        dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if dialog is not None:
            # Its caller goes on once it is closed, and only then may the desk go.
            dialog.reject() if isinstance(dialog, QDialog) else dialog.close()
            stays = dialog.isVisible()
            self.again.start(AUTO_LOCK_AGAIN_PAUSE_MS if stays else AFTER_DIALOG_PAUSE_MS)
        else:
            self._lock()
