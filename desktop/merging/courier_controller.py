"""Couriers from the window: what is asked, the writing beside the window, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import db
from desktop.file_work.file_controller import FileController
from desktop.importing.import_words import count_phrase
from desktop.merging.courier_dialog import CourierDialog
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import Change, CourierReport, Lens, Progress, Store
    from desktop.merging.courier_dialog import CourierChoice


class CourierController(FileController):
    """Asks what a courier needs, and has it made."""

    def ask_for_courier(self) -> None:
        """Ask for whom and where a courier is, and make it."""
        session = self._session
        if session is None:
            return
        if session.job is not None:
            says = self.tr("{what} is still running; make the courier when it has ended.")
            self.noticed.emit(Notice("warn", says.format(what=session.job.label)))
            return
        desks = db.courier_desks(session.reader)
        dialog = CourierDialog(desks, session.lens.ceiling, self._ask, self._parent)
        try:
            if self._ask.run(dialog):
                what = self.tr("Making {name}").format(name=dialog.choice.path.name)
                self._start(what, partial(run_courier, dialog.choice), self._finish)
        finally:
            dialog.deleteLater()

    def _finish(self, report: CourierReport, change: Change | None) -> None:
        self._tell("done", courier_text(self, report), change)

    def _stopped_text(self) -> str:
        return self.tr("The courier was stopped; no file is left.")


def courier_text(of: CourierController, report: CourierReport) -> str:
    """Return what is in a courier, in a sentence or two."""
    what = count_phrase(report.written) or of.tr("nothing new")
    texts = [of.tr("Courier {number} for {to}: {what}.")]
    if removed := count_phrase(report.removed):
        texts.append(of.tr("Deleted since: {removed}."))
    if report.withheld:
        texts.append(of.tr("Above the ceiling and left out: {withheld}."))
    return " ".join(texts).format(
        number=report.number, to=report.to, what=what, removed=removed, withheld=report.withheld
    )


def run_courier(
    choice: CourierChoice, lens: Lens, store: Store, progress: Progress
) -> CourierReport:
    """Write the courier, up to the ceiling that was chosen and never above the reader's own."""
    return db.write_courier(
        store,
        choice.path,
        replace(lens, ceiling=min(lens.ceiling, choice.ceiling)),
        choice.passphrase,
        to=choice.to,
        again=choice.again,
        progress=progress,
    )
