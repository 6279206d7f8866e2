"""What is said of a pair, written to the desk: merge, not the same, and taking either back.

`DuplicatesDialog` asks it. A record that much hangs on is merged beside the window.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from db import (
    Change,
    DeskError,
    Pair,
    Progress,
    Record,
    Store,
    judge_different,
    merge_label,
    merge_records,
)
from desktop.session.session import Session

MAX_QUICK_ROWS = 300  # rows that a merging may touch within a breath


class Answers(QObject):
    """`settled` gives the change that was made and the ids that are answered: of a pair both, of a
    merging the one that is gone. `began` names work that takes long; `refused` says why not.
    """

    settled = Signal(object, object)
    began = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._is_over = False

    def close(self) -> None:
        """Tell nothing more: what is being written ends by itself."""
        self._is_over = True

    def merge(self, kept_record: Record, gone_record: Record, choices: dict[str, str]) -> None:
        """Give all of one record to another."""
        session, label = self._session, merge_label(kept_record.title, gone_record.title)
        lens, versions = session.lens, (kept_record.version, gone_record.version)
        answered = frozenset((gone_record.id,))

        def job(store: Store, _progress: Progress) -> None:
            with store.unit_of_work(label) as work:
                merge_records(work, kept_record.id, gone_record.id, choices, lens, versions)

        def end(_answer: object, change: Change | None) -> None:
            if not self._is_over:
                self.settled.emit(change, answered)

        try:
            if session.reader.count_ties(gone_record.id) > MAX_QUICK_ROWS:
                session.start(label, job, end, self._refuse)
                self.began.emit(label)
                return
            with session.unit_of_work(label) as work:
                merge_records(work, kept_record.id, gone_record.id, choices, lens, versions)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.settled.emit(self._newest(), answered)

    def differ(self, pair: Pair) -> None:
        """Remember that two records are not the same."""
        label = self.tr("Not the same: {a} and {b}").format(a=pair.a.title, b=pair.b.title)
        try:
            with self._session.unit_of_work(label) as work:
                judge_different(work, pair.a.id, pair.b.id)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.settled.emit(self._newest(), frozenset((pair.a.id, pair.b.id)))

    def undo(self, change: Change) -> bool:
        """Undo an answer; False when something stands in the way."""
        try:
            if self._session.is_last(change):
                self._session.undo()
            else:
                self._session.revert(change.id)
        except DeskError as refusal:
            self._refuse(refusal)
            return False
        return True

    def _newest(self) -> Change | None:
        return next(iter(self._session.reader.changes(limit=1)), None)

    def _refuse(self, refusal: DeskError) -> None:
        if not self._is_over:
            self.refused.emit(str(refusal))
