"""Records that may be one: a list of pairs with score and reason, both beside each other, and what
the officer says of them. Tools ▸ Duplicates opens it; nothing is merged unless it is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from db import Change, DeskError, Lens, Pair, Progress, Reader, Record, Stopped
from desktop.background.job import Job
from desktop.duplicates.duplicates_answers import Answers
from desktop.duplicates.duplicates_list import KindsBox, PairsTable
from desktop.duplicates.duplicates_pair import PairView, amount
from desktop.session.session import Session
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.message import Message, outcome_text
from desktop.widgets.plain import PlainLabel, plain_tip
from desktop.widgets.progress_line import ProgressLine


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was said of a pair, and the pairs that left the list for it."""

    change: Change
    settled: list[tuple[int, Pair]]


def search_pairs(
    kinds: tuple[str, ...], lens: Lens, reader: Reader, progress: Progress
) -> list[Pair]:
    return reader.duplicates(kinds, lens, progress)


class DuplicatesDialog(QDialog):
    """`open_asked` gives the id of a record to show in the window; the dialog closes then.

    `listed` says that the pairs on show are others than before.
    """

    open_asked = Signal(int)
    listed = Signal()

    def __init__(self, session: Session, parent: QWidget | None, kind: str = "") -> None:
        super().__init__(parent)
        self._session = session
        self.pairs: list[Pair] = []
        self._undoable: list[_Answer] = []
        self.records: tuple[Record, Record] | None = None
        self._is_turned = False  # whether the second of the pair is to stay
        self.setWindowTitle(self.tr("Duplicates"))
        self.reading: Job | None = None
        self.answers = Answers(session, self)
        self.answers.began.connect(self._begin_long)
        self.answers.settled.connect(self._settle)
        self.answers.refused.connect(self._refuse)
        self.kinds = KindsBox(kind, self)
        self.kinds.activated.connect(self.search)
        self.again = QPushButton(self.tr("&Search again"), self)
        self.again.setIcon(icon("search"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.search)
        self.count = PlainLabel(self, role="quiet")
        self.progress = ProgressLine(self)
        self.progress.cancelled.connect(self._cancel_search)
        self.message = Message(self)
        self.message.acted.connect(self.undo)
        self.table = PairsTable(self)
        self.table.chosen.connect(self._choose)
        self.pair_view = PairView(self)
        self._answer_row = QWidget(self)  # in as many rows as large text needs
        self._make_buttons()
        self._lay_out()
        room = parent.size() if parent is not None else QSize(space(320), space(200))
        self.resize(QSize(space(290), space(175)).boundedTo(room))
        self._allow(False)
        self.search()
        self._show_pair()

    # finding

    def search(self) -> None:
        """Look for pairs of the kinds chosen; what is on show stays until they are found."""
        kinds = self.kinds.kinds()
        what = self.tr("Searching for duplicates")
        self.progress.start(what)
        self.again.setEnabled(False)
        self._close_search()
        search = partial(search_pairs, kinds, self._session.lens)
        self.reading = job = self._session.start_reading(what, search)
        job.progressed.connect(self.progress.advance)
        job.succeeded.connect(self._show_pairs)
        job.refused.connect(self._refuse_search)
        job.failed.connect(self._fail_search)

    def _cancel_search(self) -> None:
        if self.reading is not None:
            self.reading.cancel()

    def _close_search(self) -> None:
        reading, self.reading = self.reading, None
        if reading is not None:
            reading.close()

    def _show_pairs(self, pairs: list[Pair]) -> None:
        self._show_result()
        self.pairs = list(pairs)
        self._undoable.clear()
        self._fill(0)

    def _refuse_search(self, refusal: DeskError) -> None:
        self._show_result()
        if isinstance(refusal, Stopped):
            self.message.say("info", self.tr("The search was stopped."))
        else:
            self.message.say("error", str(refusal))
        self._fill(self.table.currentRow())

    def _fail_search(self, _error: Exception) -> None:
        self._show_result()  # the window reports it

    def _show_result(self) -> None:
        self.reading = None
        self.progress.finish()
        self.again.setEnabled(True)

    # the list

    def _fill(self, at: int) -> None:
        self.table.show_pairs(self.pairs, at)
        text = self.tr("{n} possible duplicates")
        if len(self.pairs) == 1:
            text = self.tr("{n} possible duplicate")
        self.count.setText(text.format(n=QLocale().toString(len(self.pairs))))
        self._show_pair()
        self.listed.emit()

    @property
    def pair(self) -> Pair | None:
        """The chosen pair."""
        row = self.table.currentRow()
        return self.pairs[row] if 0 <= row < len(self.pairs) else None

    def _choose(self) -> None:
        self._is_turned = False
        self._show_pair()

    def _show_pair(self) -> None:
        pair = self.pair
        self.records = self._read(pair) if pair is not None else None
        self.pair_view.show_pair(pair, self.records)
        if pair is None and self.reading is None:
            self.pair_view.show_message(self.tr("No possible duplicates found."))
        self._allow(self.records is not None)

    def _allow(self, can: bool) -> None:
        writable = can and not self._session.is_read_only
        for button in (self.merge_button, self.different_button):
            button.setEnabled(writable)
        for button in (self.later_button, self.turn_button, self.open_button, self.other_button):
            button.setEnabled(can)

    def _read(self, pair: Pair) -> tuple[Record, Record] | None:
        """Return both records, the one that stays first: unless it is turned, the one that says
        more.
        """
        lens, reader = self._session.lens, self._session.reader
        try:
            one, other = reader.get(pair.a.id, lens), reader.get(pair.b.id, lens)
        except DeskError as refusal:
            self.message.say("warn", str(refusal))
            return None
        if (amount(other) > amount(one)) != self._is_turned:
            one, other = other, one
        return one, other

    def turn(self) -> None:
        """Have the other record stay."""
        self._is_turned = not self._is_turned
        self._show_pair()

    # what is said of a pair

    def merge(self) -> None:
        """Make one record of two as chosen; undo takes it apart."""
        if self.records is not None and self.merge_button.isEnabled():
            kept_record, gone_record = self.records
            self._allow(False)
            self.answers.merge(kept_record, gone_record, dict(self.pair_view.table.choices))

    def differ(self) -> None:
        """Remember that the two are not the same."""
        pair = self.pair
        if pair is not None and self.different_button.isEnabled():
            self.answers.differ(pair)

    def _begin_long(self, label: str) -> None:
        self.progress.start(label, can_cancel=False)

    def _refuse(self, says: str) -> None:
        self.progress.finish()
        self.message.say("error", says)
        self._show_pair()

    def _settle(self, change: Change | None, ids: frozenset[int]) -> None:
        """Take the pairs that are answered off the list and say what was done."""
        self.progress.finish()
        at = self.table.currentRow()
        settled = [
            (row, pair) for row, pair in enumerate(self.pairs) if ids <= {pair.a.id, pair.b.id}
        ]
        settled_rows = {row for row, _ in settled}
        self.pairs = [pair for row, pair in enumerate(self.pairs) if row not in settled_rows]
        if change is not None:
            self._undoable.append(_Answer(change, settled))
            done = outcome_text(change.label)
            self.message.say("undo", done, self.tr("Undo"))
        self._is_turned = False
        self._fill(at)

    def later(self) -> None:
        """Put a pair behind all others, to be asked another time."""
        at = self.table.currentRow()
        if 0 <= at < len(self.pairs):
            self.pairs.append(self.pairs.pop(at))
            self._fill(at)

    def undo(self) -> None:
        """Take back what was said last."""
        if not self._undoable or not self.answers.undo(self._undoable[-1].change):
            return
        answer = self._undoable.pop()
        self.message.dismiss()
        for row, pair in answer.settled:
            self.pairs.insert(row, pair)
        self._fill(answer.settled[0][0] if answer.settled else 0)

    def open_first(self) -> None:
        """Show the record that stays in the window."""
        self._open(0)

    def open_other(self) -> None:
        """Show the other record in the window."""
        self._open(1)

    def _open(self, at: int) -> None:
        if self.records is not None:
            self.open_asked.emit(self.records[at].id)
            self.accept()

    def end(self) -> None:
        """Give up the search, because the dialog is about to go."""
        self.answers.close()
        self._close_search()

    def done(self, result: int) -> None:
        self.end()
        super().done(result)

    # making

    def _make_buttons(self) -> None:
        self._flow = FlowLayout(self._answer_row, space(2))
        add = self._add_button
        self.merge_button = add(self.tr("&Merge"), self.merge, "M", "duplicates")
        self.different_button = add(self.tr("&Not the same"), self.differ, "N", "close")
        self.later_button = add(self.tr("&Later"), self.later, "L", "down")
        self.turn_button = add(self.tr("Keep &the other one"), self.turn, "T", "lanes")
        self.open_button = add(self.tr("Open the &first"), self.open_first, "O")
        self.other_button = add(self.tr("Open the secon&d"), self.open_other, "Shift+O")
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo)

    def _add_button(
        self, text: str, answer: Callable[[], None], key: str, glyph: str = ""
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        if glyph:
            button.setIcon(icon(glyph))
        button.clicked.connect(answer)
        QShortcut(QKeySequence(key), self, answer)
        name = text.replace("&", "")
        button.setToolTip(plain_tip(self.tr("{what} ({key})").format(what=name, key=key)))
        self._flow.addWidget(button)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kinds)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.again)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.pair_view)
        splitter.setSizes([space(85), space(190)])
        splitter.setStretchFactor(1, 1)
        close = QPushButton(self.tr("&Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(self._answer_row, 1)
        bottom.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addLayout(top)
        column.addWidget(self.progress)
        column.addWidget(self.message)
        column.addWidget(splitter, 1)
        column.addLayout(bottom)
