"""Clears the clipboard some time after something was copied from marked records.

The window has one. It hears of every copy, whichever part of the window made it, by the clipboard's
own signal; what is dragged away is given to one program alone and is none. What was copied
elsewhere meanwhile is left alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from desktop.background.delay import Delay
from desktop.settings import CLEAR_CLIPBOARD
from desktop.widgets.clipboard import NOT_TO_BE_KEPT, is_own

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.settings import Settings

_SECOND_MS: Final = 1_000
_HINT: Final = next(iter(NOT_TO_BE_KEPT))


class MarkedCopies(QObject):
    """`is_marked_now` says whether what can be copied just now is from marked records, `mentioned`
    gives a sentence for the status bar.

    The selection of X11, which the middle button pastes, is cleared likewise.
    """

    mentioned = Signal(str)

    def __init__(
        self, settings: Settings, is_marked_now: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._is_marked_now = is_marked_now
        self._digests: dict[QClipboard.Mode, bytes] = {}  # of what is to be cleared
        self.delay = Delay(self, 0, self.clear_now)
        QGuiApplication.clipboard().changed.connect(self._look)

    def show_session(self, session: Session | None) -> None:
        """Clear at once what a desk leaves that closes or is locked."""
        if session is None:
            self.clear_now()

    def _look(self, mode: QClipboard.Mode) -> None:
        """Note what was copied here, if it is to be cleared; else forget what was before it."""
        self._digests.pop(mode, None)
        seconds = self._settings.get(CLEAR_CLIPBOARD)
        if seconds and is_own(mode) and _text(mode) and self._is_marked(mode):
            self._digests[mode] = _digest(mode)
            self.delay.start(seconds * _SECOND_MS)
            if mode == QClipboard.Mode.Clipboard:
                text = self.tr("Copied from marked records: it can be pasted for {n} seconds.")
                self.mentioned.emit(text.format(n=seconds))
        elif not self._digests:
            self.delay.stop()

    def _is_marked(self, mode: QClipboard.Mode) -> bool:
        return QGuiApplication.clipboard().mimeData(mode).hasFormat(_HINT) or self._is_marked_now()

    def clear_now(self) -> None:
        """Clear what was copied here and is still there."""
        self.delay.stop()
        waiting, self._digests = self._digests, {}
        for mode, digest in waiting.items():
            if _digest(mode) == digest:
                QGuiApplication.clipboard().clear(mode)


def _text(mode: QClipboard.Mode) -> str:
    return QGuiApplication.clipboard().text(mode)


def _digest(mode: QClipboard.Mode) -> bytes:
    """Return what stands for the text on the clipboard, so that it is not kept here as well."""
    return hashlib.sha256(_text(mode).encode("utf-8", "surrogatepass")).digest()
