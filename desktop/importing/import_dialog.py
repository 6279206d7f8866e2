"""The preview of an import: what the files are, how they are understood, what would come of them.

The window opens it before an import; nothing is written until it is accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from db import Change, DeskError, FileLook, Stopped
from desktop.dialogs.ask import Ask
from desktop.file_work.preview_dialog import PreviewDialog
from desktop.importing.column_model import ColumnLine
from desktop.importing.import_choice import ImportChoice, Preview, preview
from desktop.importing.import_outcome import ImportOutcome
from desktop.importing.import_plan import ImportPlan
from desktop.importing.import_words import KIND_NAMES, file_kind, files_text
from desktop.importing.reading_bar import ReadingBar
from desktop.session.session import Session
from desktop.style.dialog_layout import open_in_steps, scroll_area, stack_in_dialog
from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel


class ImportDialog(PreviewDialog):
    """Accepted, it leaves its `choice` to be carried out.

    What the files are is shown at once, before the import is tried in the background.
    """

    _looked = Signal(object, object)  # at what, and what was seen

    def __init__(
        self, session: Session, paths: Sequence[Path], ask: Ask, parent: QWidget | None
    ) -> None:
        super().__init__(session, parent)
        self._ask = ask
        self._paths = tuple(paths)
        self.plan = ImportPlan(self._paths, session.kept_maps())
        self._choice = self.plan.choice  # that is previewed
        self._is_outdated = False  # another preview is wanted than the one that runs
        self._is_shown = False  # whether there was a preview before
        self._looked.connect(self._show_looks, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(self.tr("Import"))
        self.files = PlainLabel(self, wraps=True)
        self.files.setText(files_text(self._paths, ()))
        self.kind = self._kinds()
        self.file = QComboBox(self)
        self.file.setAccessibleName(self.tr("The file whose columns are shown"))
        self.file.addItems([path.name for path in self._paths])
        self.file.setVisible(len(self._paths) > 1)
        self.file.activated.connect(self._show_file)
        self.map_button = self._button(self.tr("Choose a &map…"), self._choose_map)
        self.map_button.setToolTip(self.tr("A TOML file that says which column becomes what"))
        self.no_map = self._button(self.tr("&Propose anew"), partial(self.use_map, None))
        self.no_map.setIcon(icon("clear"))
        self.keep_button = self._button(self.tr("&Keep for such files"), self._keep)
        self.keep_button.setToolTip(
            self.tr("The next file with the same columns is then understood in the same way.")
        )
        self.bar = ReadingBar(self)
        self.message = Message(self)
        self.message.acted.connect(self._look)
        self.outcome = ImportOutcome(self)
        self._make_ending(self.tr("&Import"))
        if (line := self.progress.layout()) is not None:
            line.setContentsMargins(0, 0, 0, 0)
        self._connect()
        self._lay_out()
        open_in_steps(self, 230, 152)
        self._show_map_buttons()
        self._look()

    # what is chosen

    @property
    def choice(self) -> ImportChoice:
        """The files and how they are to be read, as the preview showed it."""
        return self.plan.final_choice if self.plan.found.readings else self.plan.choice

    @property
    def path(self) -> Path:
        """The file whose columns are shown."""
        return self._paths[max(self.file.currentIndex(), 0)]

    def use_map(self, path: Path | None) -> None:
        """Read the files by a map, or again by their content."""
        self.plan.use_map(path)
        self._look()

    def _choose_map(self) -> None:
        title, kinds = self.tr("Choose a map"), self.tr("Maps (*.toml);;All files (*)")
        path = self._ask.open_path(self, title, kinds)
        if path is not None:
            self.use_map(path)

    def _choose_kind(self) -> None:
        self.plan.choose_kind(self.kind.currentData())
        self._look()

    def _choose_target(self, line: ColumnLine, target: str) -> None:
        if line.constant_source is not None:
            self.plan.give_constant(self.path, line.constant_source, target)
        else:
            self.plan.give_column(self.path, line.source, target, line.values)
        self._edit()

    def _edit(self) -> None:
        """Show at once what was changed by hand, and preview it."""
        if mapping := self.plan.own_reading(self.path).mapping:
            self.outcome.columns.columns.show_map(self._shown_look(), mapping)
        self._look()

    def _connect(self) -> None:
        plan, bar = self.plan, self.bar
        self.outcome.columns.columns.chosen.connect(self._choose_target)
        for signal, say in (
            (self.outcome.ticked, lambda rows: plan.skip_rows(self.path, rows)),
            (bar.sheet_chosen, lambda name: plan.read_file(self.path, sheet=name, header_row=None)),
            (bar.encoding_chosen, lambda name: plan.read_file(self.path, encoding=name)),
            (bar.header_chosen, lambda row: plan.read_file(self.path, header_row=row)),
            (bar.order_chosen, lambda first: plan.put_day_first(self.path, first)),
            (bar.decimal_chosen, lambda mark: plan.put_decimal(self.path, mark)),
            (bar.create_chosen, lambda create: plan.let_create(self.path, create)),
        ):
            signal.connect(partial(self._say, say))

    def _say(self, say: Callable[[Any], None], what: Any) -> None:
        say(what)
        self._look()

    def _keep(self) -> None:
        look, mapping = self._shown_look(), self.plan.map_to_keep(self.path)
        if look is None or mapping is None:
            return
        try:
            self._session.keep_map(look.headings, mapping)
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        says = self.tr("Kept: the next file with the same columns is understood in the same way.")
        self.message.say("done", says)

    # the preview

    def _look(self) -> None:
        self.accept_button.setEnabled(False)
        if self._job is not None:
            self._is_outdated = True
            self._job.cancel()
            return
        choice = self._choice = self.plan.choice
        tell_looks = partial(self._looked.emit, choice)
        job = partial(preview, choice, self._session.lens, tell_looks=tell_looks)
        self._preview(self.tr("Reading the files"), job, self._show, can_cancel=False)

    def _show_looks(self, choice: ImportChoice, looks: Preview) -> None:
        """Show what the files are while the import is tried, which can be given up from now on."""
        if self._job is None or self._is_over or self._is_outdated or choice is not self._choice:
            return
        what = self.tr("Trying the import; nothing is written")
        self.progress.start(what, cancel=self.tr("Stop the trial"))
        if (
            self.plan.found.report is None
        ):  # else the last preview is on show until there is another
            self.plan.found = looks
            self.files.setText(files_text(self._paths, looks.looks))
            self._show_file()

    def _is_wanted_at_end(self) -> bool:
        """Say whether what has ended is still wanted; if not, what is wanted instead is begun."""
        is_wanted = super()._is_wanted_at_end()
        if is_wanted and self._is_outdated:
            self._is_outdated = False
            self._look()
            return False
        return is_wanted

    def _show(self, found: Preview, _change: Change | None) -> None:
        if not self._is_wanted_at_end():
            return
        self.plan.found = found
        self.files.setText(files_text(self._paths, found.looks))
        if found.report is None:
            self.message.say("error", found.refusal)
        elif any(map(self.plan.is_kept, self._paths)):
            says = self.tr("The map kept for files of this shape is used; “Propose anew” does not.")
            self.message.say("info", says)
        self._name_kind()
        self._show_file()
        can = found.report is not None and found.report.read > len(found.report.rejected)
        self.accept_button.setEnabled(can)
        if not self._is_shown:
            self._is_shown = True
            self._place_focus(can)
        self.previewed.emit()

    def _show_file(self) -> None:
        """Show the columns and rows of the file that is chosen among several."""
        place = max(self.file.currentIndex(), 0)
        mapping, look = self.plan.mapping(self.path), self._shown_look()
        how = self.plan.reading(self.path)
        self.outcome.show_preview(self.plan.found, place, mapping, how.skipped_rows)
        self.bar.show_file(look, how, mapping)
        self._show_map_buttons()

    def _show_map_buttons(self) -> None:
        path = self.plan.map_path
        self.kind.setEnabled(path is None)
        self.no_map.setVisible(not self.plan.is_by_content)
        self.map_button.setText(path.name if path is not None else self.tr("Choose a &map…"))
        look = self._shown_look()
        can_keep = look is not None and not look.lists and self.plan.mapping(self.path) is not None
        self.keep_button.setEnabled(can_keep and not self._session.is_read_only)

    def _shown_look(self) -> FileLook | None:
        looks, place = self.plan.found.looks, max(self.file.currentIndex(), 0)
        return looks[place] if place < len(looks) else None

    def _place_focus(self, can: bool) -> None:
        """Begin where a column is corrected, and Enter imports; or where the kind is asked."""
        if not can:
            self.kind.setFocus()
        elif self.outcome.columns.columns.mapping is not None:
            self.outcome.columns.setFocus()
        else:
            self.accept_button.setFocus()

    def _refuse(self, refusal: DeskError) -> None:
        if not self._is_wanted_at_end():
            return
        if isinstance(refusal, Stopped):
            says = self.tr("What would come of the files was not found out. Try it, then import.")
            self.message.say("info", says, self.tr("&Try again"))
        else:
            self.message.say("error", str(refusal))
        self.previewed.emit()

    # what it looks like

    def _kinds(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("What the files contain"))
        box.addItem("", None)
        for kind, name in KIND_NAMES.items():
            box.addItem(QCoreApplication.translate("Import", name), kind)
        box.setItemText(0, self.tr("Detected automatically"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(self._choose_kind)
        return box

    def _name_kind(self) -> None:
        """Say in the first line of the kinds what the files were found to be."""
        found = self.plan.found
        kind = file_kind(found.report) if found.report is not None else ""
        by_file = self.plan.map_path is not None
        whole = bool(found.looks and found.looks[0].lists and not by_file)
        text = self.tr("Detected automatically")
        if by_file or any(how.mapping for how in found.readings.values()):
            text = self.tr("As the map says")
        if kind and (by_file or self.plan.kind is None) and len(self._paths) == 1:
            kind_name = QCoreApplication.translate("Import", KIND_NAMES[kind])
            text = f"{text}: {self.tr('everything') if whole else kind_name}"
        self.kind.setItemText(0, text)
        if by_file:
            self.kind.setCurrentIndex(0)

    def _lay_out(self) -> None:
        parts = QWidget(self)
        how = QWidget(parts)
        line = FlowLayout(how, gap=space(2))
        kind = QWidget(how)
        pair = QHBoxLayout(kind)
        pair.setContentsMargins(0, 0, 0, 0)
        label = PlainLabel(kind, self.tr("The files &contain"))
        label.setBuddy(self.kind)
        pair.addWidget(label)
        pair.addWidget(self.kind)
        buttons_of_map = (self.map_button, self.no_map, self.keep_button)
        whole: tuple[QWidget, ...] = (self.file, kind, *buttons_of_map)
        for widget in whole:
            line.addWidget(widget)
        for button in buttons_of_map:
            button.setFlat(True)
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        for part in (self.files, how, self.bar, self.message):
            column.addWidget(part)
        column.addWidget(self.outcome, 1)
        if self._session.is_encrypted:
            says = self.tr(
                "What is imported is encrypted with the desk; the files themselves stay readable "
                "where they lie."
            )
            note = PlainLabel(self, says, role="quiet", wraps=True)
            column.addWidget(note)
        stack_in_dialog(self, scroll_area(self, parts), self._ending())
