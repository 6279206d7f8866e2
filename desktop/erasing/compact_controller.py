"""A removal that a kill or a stop has left half done is finished beside the window.

`WindowActions` asks once a desk is open and its first list painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import DeskError
    from desktop.session.session import Session


class CompactController(QObject):
    """`noticed` gives a `Notice`, `work_started` the `Job` that writes the file anew."""

    noticed = Signal(object)
    work_started = Signal(object)

    def take_up(self, session: Session) -> None:
        """Write the file anew if that is left to do and nothing else runs."""
        if not session.replacing.needs_compacting or session.job is not None:
            return
        label = self.tr("Writing the file anew, without what was erased before")
        self.work_started.emit(session.replacing.compact(label, self._tell, self._refuse))

    def _tell(self, why_not: str) -> None:
        if why_not:
            text = self.tr("The file was not written anew: {why}").format(why=why_not)
            self.noticed.emit(Notice("warn", text))

    def _refuse(self, refusal: DeskError) -> None:
        self._tell(str(refusal))
