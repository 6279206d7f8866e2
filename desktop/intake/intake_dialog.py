"""Intake: a text on the left with its words coloured, what it proposes on the right, each ticked.

The window opens it; what is taken becomes records as one change when it is accepted.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from db import Change, DeskError, Stopped
from desktop.background.delay import READ_TEXT_PAUSE_MS, Delay
from desktop.file_work.preview_dialog import PreviewDialog
from desktop.importing.import_controller import dropped_paths
from desktop.intake.dropped_texts import is_text_to_read
from desktop.intake.intake_jobs import (
    IntakeChoice,
    ReadText,
    open_text_file,
    proposed_by_hand,
    read_text,
)
from desktop.intake.intake_source import IntakeSource
from desktop.intake.intake_words import translate
from desktop.intake.marked_text import MarkedText, TextSpan
from desktop.intake.proposal_form import ProposalForm
from desktop.intake.proposal_row import ProposalRow
from desktop.intake.proposal_table import ProposalTable
from desktop.style.dialog_layout import stack_in_dialog
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import TextOfFile
    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session

FILE_KINDS: Final = _("Intake", "Texts (*.txt *.html *.htm *.docx *.eml *.pdf);;All files (*)")


def readable_paths(mime: QMimeData) -> list[Path]:
    """Return the files that are being dragged and that intake reads."""
    return [path for path in dropped_paths(mime) if is_text_to_read(path)]


class IntakeDialog(PreviewDialog):
    """Accepted, it leaves its `choice` to be carried out."""

    def __init__(self, session: Session, ask: Ask, parent: QWidget | None) -> None:
        super().__init__(session, parent)
        self._ask = ask
        self._was_warned = False  # that Esc gives all up
        self._read_day = ""  # the day's words as they were when the text was read
        self.setWindowTitle(self.tr("Intake"))
        self.setAcceptDrops(True)
        self.source = IntakeSource(self, session.lens.ceiling)
        self.source.edited.connect(self._note_edit)
        self.message = Message(self)
        self.text = MarkedText(self)
        self.open_button = self._button(self.tr("Open a &file…"), self._ask_for_file)
        self.read_button = self._button(self.tr("&Read the text"), self.read)
        self.table = ProposalTable(self)
        self.sentence = PlainLabel(self, role="quiet", wraps=True)
        self.sentence.setAccessibleName(self.tr("The sentence it came from, and why"))
        self._make_ending(self.tr("&Accept"))
        self._read_delay = Delay(self, READ_TEXT_PAUSE_MS, self.read)
        self._connect()
        self._lay_out()
        self.resize(space(300), space(170))
        self._count()
        self.source.setFocus()

    def _connect(self) -> None:
        self.text.textChanged.connect(self._note_edit)
        self.text.pointed.connect(self._point_at_row)
        self.text.clicked.connect(self._choose_row)
        self.text.proposed.connect(self._propose)
        self.text.filled.connect(self._read_delay.start)
        self.table.pointed.connect(self._point_at_line)
        self.table.edit_wanted.connect(self.edit)
        self.table.match_wanted.connect(self.choose_match)
        self.table.proposals.decided.connect(self._count)

    @property
    def choice(self) -> IntakeChoice:
        """What was taken, and the source that everything of it cites."""
        rows = self.table.proposals.rows
        accepted = tuple(row for row in rows if row.is_taken)
        dropped = tuple(row for row in rows if not row.is_taken)
        return IntakeChoice(self.source.source(self.text.text()), accepted, dropped)

    # the text

    def open_file(self, path: Path) -> None:
        """Show the text of a file, and read it."""
        self._preview(
            self.tr("Opening {name}").format(name=path.name),
            partial(open_text_file, path),
            self._show_text,
        )

    def _ask_for_file(self) -> None:
        path = self._ask.open_path(self, self.tr("Open a text"), translate(FILE_KINDS))
        if path is not None:
            self.open_file(path)

    def _show_text(self, found: TextOfFile, _change: Change | None) -> None:
        if not self._is_wanted_at_end():
            return
        self.text.setPlainText(found.text)
        if found.title and not self.source.title.text():
            self.source.title.setText(found.title)
        if found.published and not self.source.published.text():
            self.source.published.set_value(found.published)
        self.read()

    # reading

    def read(self) -> None:
        """Read the text as it stands."""
        self._read_delay.stop()
        text = self.text.text()
        if self._job is not None or not text.strip():
            return
        self.source.take_day(text)
        if fault := self.source.fault():
            self.message.say("error", fault)
            self.source.setFocus()
            return
        self._read_day = self.source.published.text()
        source = self.source.source(text)
        job = partial(read_text, source, self.source.day(), self._session.lens)
        self._preview(self.tr("Reading"), job, partial(self._show, text))

    def _show(self, text: str, found: ReadText, _change: Change | None) -> None:
        if not self._is_wanted_at_end():
            return
        if text != self.text.text():
            self._note_edit()
        else:
            self._show_rows(list(found.rows))
            self._say_what_was_read(found)
        self.previewed.emit()

    def _show_rows(self, rows: list[ProposalRow]) -> None:
        self._was_warned = False
        self.table.proposals.show_rows(rows)
        self._color_text()
        self.table.choose_first()
        if rows:
            self.table.setFocus()

    def _color_text(self) -> None:
        spans = [
            TextSpan(start, end, row.kind, line)
            for line, row in enumerate(self.table.proposals.lines)
            if isinstance(row, ProposalRow)
            for start, end in row.proposal.spans or ((row.proposal.start, row.proposal.end),)
        ]
        self.text.show_spans(spans)

    def _say_what_was_read(self, found: ReadText) -> None:
        says = list(found.remarks)
        if not found.rows:
            says.append(self.tr("Nothing new was found in this text."))
        if self.source.day() is None:
            says.append(
                self.tr("Without the day of publication, words like “last July” give no date.")
            )
        if says:
            self.message.say("info", " ".join(says))

    def _refuse(self, refusal: DeskError) -> None:
        if self._is_wanted_at_end():
            if not isinstance(refusal, Stopped):
                self.message.say("error", str(refusal))
            self.previewed.emit()

    def _note_edit(self) -> None:
        """Let go of proposals that were read of another text, or by another day."""
        if self.table.proposals.rows:
            if self.sender() is self.source and self.source.published.text() == self._read_day:
                return
            self._show_rows([])
            self.message.say("info", self.tr("The text or its day was changed: read it again."))
        self.read_button.setEnabled(bool(self.text.text().strip()))

    # proposals

    def _point_at_row(self, line: int) -> None:
        self._light(line if line >= 0 else self.table.line)

    def _point_at_line(self, line: int) -> None:
        self._light(line)

    def _choose_row(self, line: int) -> None:
        self.table.choose_line(line)

    def _light(self, line: int) -> None:
        self.text.light(line)
        row = self.table.proposals.row_at(line)
        says = ""
        if row is not None:
            why = "; ".join(row.proposal.reasons)
            says = "\n".join(filter(None, (f"“{row.proposal.sentence.strip()}”", why)))
        self.sentence.setText(says)

    def _propose(self, kind: str, start: int, end: int) -> None:
        """Add what the officer marked in the text to the proposals, taken."""
        text = self.text.text()
        row = proposed_by_hand(kind, text, start, end)
        self.table.proposals.show_rows([*self.table.proposals.rows, row])
        self._color_text()
        self.table.choose_line(self.table.proposals.lines.index(row))

    def edit(self) -> None:
        """Open the normal form on the chosen proposal."""
        row = self.table.proposals.row_at(self.table.line)
        if row is None:
            return
        form = ProposalForm(row, self._session, self)
        if self._ask.run(form):
            row.record, row.is_taken = form.record, True
            self.table.proposals.refresh(self.table.line)
        form.deleteLater()
        self.table.setFocus()

    def choose_match(self) -> None:
        """Offer the records that the chosen proposal may be."""
        row = self.table.proposals.row_at(self.table.line)
        if row is None:
            return
        menu = self.match_menu(row)
        place = self.table.visualRect(self.table.currentIndex()).bottomLeft()
        menu.exec(self.table.viewport().mapToGlobal(place))
        menu.deleteLater()

    def match_menu(self, row: ProposalRow) -> QMenu:
        """Return the menu of the records that a proposal may be, and a new one."""
        menu = QMenu(self)
        for line in row.candidates:
            cells = [cell for cell in line.cells if cell and cell != line.title]
            detail = " · ".join(cells[:2])
            says = self.tr("Is {name}").format(name=line.title)
            action = menu.addAction(f"{says} ({detail})" if detail else says)
            action.setCheckable(True)
            action.setChecked(row.match_id == line.id)
            action.triggered.connect(partial(self._match, row, line.id))
        action = menu.addAction(self.tr("A new record"))
        action.setCheckable(True)
        action.setChecked(row.match_id is None)
        action.triggered.connect(partial(self._match, row, None))
        return menu

    def _match(self, row: ProposalRow, record_id: int | None, _checked: bool = False) -> None:
        row.match_id, row.is_match_chosen = record_id, True
        self.table.proposals.refresh(self.table.line)

    def _count(self) -> None:
        rows = self.table.proposals.rows
        count = sum(row.is_taken for row in rows)
        self.accept_button.setEnabled(count > 0)
        says = self.tr("{n} of {all} proposals are taken.").format(n=count, all=len(rows))
        if undecided := sum(row.is_open for row in rows):
            says += " " + self.tr(
                "{n} may be records of this desk: M chooses which, or a new one."
            ).format(n=undecided)
        self.counted.setText(says if rows else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_leaving = event.key() == Qt.Key.Key_Escape and bool(self.table.proposals.rows)
        if is_leaving and not self._was_warned:
            self._was_warned = True
            says = self.tr("Nothing is taken in yet. Esc once more gives all proposals up.")
            self.message.say("warn", says)
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        for line, each in enumerate(self.table.proposals.lines):
            if isinstance(each, ProposalRow) and each.is_open:
                self.table.choose_line(line)
                self.table.setFocus()
                says = self.tr(
                    "Choose with M whether “{name}” is a record of this desk or a new one."
                )
                self.message.say("warn", says.format(name=each.name))
                return
        super().accept()

    # files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if readable_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in readable_paths(event.mimeData())[:1]:
            self.open_file(path)

    # what it looks like

    def _make_ending(self, accept: str) -> None:
        self.counted = PlainLabel(self, role="quiet")
        super()._make_ending(accept)
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)  # Enter in the table takes one proposal
        self.accept_button.setShortcut("Ctrl+Return")  # which takes the place of its letter
        letter = QShortcut(QKeySequence.mnemonic(accept), self)
        letter.activated.connect(self.accept_button.click)
        self.cancel_button.setAutoDefault(False)

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        texts, proposals = QVBoxLayout(left), QVBoxLayout(right)
        for column in (texts, proposals):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(space(2))
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.read_button)
        buttons.addStretch(1)
        texts.addWidget(self.text, 1)
        texts.addLayout(buttons)
        proposals.addWidget(self.table, 1)
        proposals.addWidget(self.sentence)
        proposals.addWidget(self.counted)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([space(120), space(180)])
        split.setHandleWidth(space(3))
        column = stack_in_dialog(self, self.source, self.message)
        column.addWidget(split, 1)
        column.addLayout(self._ending())
