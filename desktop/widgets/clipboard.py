"""What is put on the clipboard or dragged away, and what becomes of it when the program ends.

Lists, the preview and the page make it here. Data that Python made must not outlive Python.
Windows, macOS, X11 and Wayland take a copy of it, or let it go, while the program still stands;
where there is no clipboard of a system (the platform `offscreen` and its kin) Qt keeps it until
after that.
"""

from __future__ import annotations

import atexit
from functools import cache
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard, QDrag, QGuiApplication

SYSTEM_CLIPBOARDS: Final = ("windows", "cocoa", "xcb", "wayland")  # names of Qt's platforms
#: What asks programs that keep what was copied not to keep it: those of KDE, of macOS, of Windows.
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
NOT_TO_BE_KEPT: Final = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}


def make_data(text: str, html: str = "", *, is_marked: bool = False) -> QMimeData:
    """Return data to be copied or dragged, which ends no later than the program; what comes from
    a marked record asks other programs not to keep it.

    >>> data = make_data("Dar", "<b>Dar</b>")
    >>> data.text(), data.html(), make_data("Dar").hasHtml()
    ('Dar', '<b>Dar</b>', False)
    """
    _clear_at_exit()
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    for sort, value in NOT_TO_BE_KEPT.items() if is_marked else ():
        data.setData(sort, value)
    return data


def copy_to_clipboard(text: str, html: str = "", *, is_marked: bool = False) -> None:
    """Copy a text, and the same as HTML for programs that take that."""
    QGuiApplication.clipboard().setMimeData(make_data(text, html, is_marked=is_marked))


def is_own(mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> bool:
    """Say whether what can be pasted was copied here; where there is no clipboard of a system,
    nobody else can copy.
    """
    clipboard = QGuiApplication.clipboard()
    if not QGuiApplication.platformName().startswith(SYSTEM_CLIPBOARDS):
        return True
    is_clipboard = mode == QClipboard.Mode.Clipboard
    return clipboard.ownsClipboard() if is_clipboard else clipboard.ownsSelection()


def drag_out(source: QObject, text: str, html: str = "") -> None:
    """Let the mouse carry the same to another program, as a copy: whatever takes it, nothing is
    taken from here. Return when it was dropped.
    """
    drag = QDrag(source)
    drag.setMimeData(make_data(text, html))
    drag.exec(Qt.DropAction.CopyAction)


@cache
def _clear_at_exit() -> None:
    """Have the clipboard cleared at the end, once; PySide deletes the application after that."""
    atexit.register(clear_own)


def clear_own() -> None:
    """Take our data from a clipboard that would keep it too long; others' copies are left alone."""
    app = QGuiApplication.instance()
    if app is None or QGuiApplication.platformName().startswith(SYSTEM_CLIPBOARDS):
        return
    QGuiApplication.clipboard().clear(QClipboard.Mode.Clipboard)
