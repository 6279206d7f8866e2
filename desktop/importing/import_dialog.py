"""The preview of an import: what the files are, how they are understood, what would come of them.

The window opens it before an import; nothing is written until it is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db import Change, DeskError, Stopped
from desktop.background.job import Job
from desktop.dialogs.ask import Ask
from desktop.importing.import_choice import ImportChoice, Preview, preview
from desktop.importing.import_outcome import ImportOutcome
from desktop.importing.import_words import KIND_NAMES, file_kind, files_text
from desktop.session.session import Session
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine


class ImportDialog(QDialog):
    """Accepted, it leaves its `choice` to be carried out. `previewed` says that a preview is on
    show, or why there is none.
    """

    previewed = Signal()

    def __init__(
        self, session: Session, paths: Sequence[Path], ask: Ask, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._paths = tuple(paths)
        self._map_path: Path | None = None
        self._job: Job | None = None
        self._is_outdated = False  # another preview is wanted than the one that runs
        self._is_over = False
        self.setWindowTitle(self.tr("Import"))
        self.files = PlainLabel(self)
        self.files.setWordWrap(True)
        self.files.setText(files_text(self._paths, ()))
        self.kind = self._kinds()
        self.map_button = QPushButton(self.tr("Choose a &map…"), self)
        self.map_button.setToolTip(self.tr("A TOML file that says which column becomes what"))
        self.map_button.setAutoDefault(False)
        self.map_button.clicked.connect(self._choose_map)
        self.no_map = QPushButton(self.tr("No map"), self)
        self.no_map.setIcon(icon("clear"))
        self.no_map.setFlat(True)
        self.no_map.setAutoDefault(False)
        self.no_map.clicked.connect(partial(self.use_map, None))
        self.message = Message(self)
        self.outcome = ImportOutcome(self)
        self.progress = ProgressLine(self)
        if (line := self.progress.layout()) is not None:
            line.setContentsMargins(0, 0, 0, 0)
        self.accept_button = QPushButton(self.tr("&Import"), self)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        self.resize(space(230), space(138))
        self.use_map(None)

    # what is chosen

    @property
    def choice(self) -> ImportChoice:
        """The files and how they are to be read."""
        kind = None if self._map_path is not None else self.kind.currentData()
        return ImportChoice(self._paths, kind, self._map_path)

    def use_map(self, path: Path | None) -> None:
        """Read the files by a map, or again by their content."""
        self._map_path = path
        self.kind.setEnabled(path is None)
        self.no_map.setVisible(path is not None)
        self.map_button.setText(path.name if path is not None else self.tr("Choose a &map…"))
        self._look()

    def _choose_map(self) -> None:
        title, kinds = self.tr("Choose a map"), self.tr("Maps (*.toml);;All files (*)")
        path = self._ask.open_path(self, title, kinds)
        if path is not None:
            self.use_map(path)

    # the preview

    def _look(self) -> None:
        self.accept_button.setEnabled(False)
        if self._job is not None:
            self._is_outdated = True
            self._job.cancel()
            return
        self.message.dismiss()
        what = self.tr("Reading the files")
        job = partial(preview, self.choice, self._session.lens)
        try:
            self._job = self._session.start(what, job, self._show, self._refuse)
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        self._job.progressed.connect(self.progress.advance)
        self.progress.start(what, can_cancel=False)

    def _is_wanted_at_end(self) -> bool:
        """Say whether what has ended is still wanted; if not, what is wanted instead is begun."""
        self._job = None
        if self._is_over:
            return False
        self.progress.finish()
        if self._is_outdated:
            self._is_outdated = False
            self._look()
            return False
        return True

    def _show(self, found: Preview, _change: Change | None) -> None:
        if not self._is_wanted_at_end():
            return
        self.files.setText(files_text(self._paths, found.looks))
        if found.report is None:
            self.message.say("error", found.refusal)
        whole = bool(found.looks and found.looks[0].lists and self._map_path is None)
        self._name_kind(file_kind(found.report) if found.report is not None else "", whole=whole)
        self.outcome.show_preview(found)
        can = found.report is not None and found.report.read > len(found.report.rejected)
        self.accept_button.setEnabled(can)
        if can:
            self.accept_button.setFocus()
        self.previewed.emit()

    def _refuse(self, refusal: DeskError) -> None:
        if self._is_wanted_at_end() and not isinstance(refusal, Stopped):
            self.message.say("error", str(refusal))
            self.previewed.emit()

    def stop(self) -> None:
        """Give the preview up and show nothing more, because the dialog is about to go."""
        self._is_over = True
        if self._job is not None:
            self._job.cancel()

    def done(self, result: int) -> None:
        self.stop()
        super().done(result)

    # what it looks like

    def _kinds(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("What the files contain"))
        box.addItem("", None)
        for kind, name in KIND_NAMES.items():
            box.addItem(QCoreApplication.translate("Import", name), kind)
        box.setItemText(0, self.tr("Detected automatically"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(self._look)
        return box

    def _name_kind(self, kind: str, *, whole: bool) -> None:
        text = self.tr("Detected automatically")
        if self._map_path is not None:
            text = self.tr("As the map says")
        if kind and self.choice.kind is None and len(self._paths) == 1:
            said = QCoreApplication.translate("Import", KIND_NAMES[kind])
            text = f"{text}: {self.tr('everything') if whole else said}"
        self.kind.setItemText(0, text)
        if self._map_path is not None:
            self.kind.setCurrentIndex(0)

    def _lay_out(self) -> None:
        how = QHBoxLayout()
        label = PlainLabel(self, self.tr("The files &contain"))
        label.setBuddy(self.kind)
        for widget in (label, self.kind, self.map_button, self.no_map):
            how.addWidget(widget)
        how.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addWidget(self.files)
        column.addLayout(how)
        column.addWidget(self.message)
        column.addWidget(self.outcome, 1)
        if self._session.is_encrypted:
            says = self.tr(
                "What is imported is encrypted with the desk; the files themselves stay readable "
                "where they lie."
            )
            note = PlainLabel(self, says)
            note.setWordWrap(True)
            note.setProperty("role", "quiet")
            column.addWidget(note)
        column.addLayout(buttons)
