"""Changes one field of many records: which one, its new value, and a preview of every record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db import ChangeAction, DeskError, Stopped
from desktop.editors.field_texts import translated_text
from desktop.editors.labelled_edit import LabelledEdit, leaf
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import FormField
from desktop.fields.many_fields import fields_of_many
from desktop.models.changed_values import ChangedValues, FieldOfRecord
from desktop.style.dialog_layout import open_in_steps
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import FieldChange, Progress, Reader
    from desktop.background.job import Job
    from desktop.fields.field_contents import Content
    from desktop.fields.many_fields import ManyField
    from desktop.session.session import Session

RECORDS_A_STEP: Final = 500  # records read at a time, between two looks whether to go on
_ACTION_NAMES: Final = {
    ChangeAction.SET: QT_TRANSLATE_NOOP("ChangeMany", "Set to"),
    ChangeAction.ADD: QT_TRANSLATE_NOOP("ChangeMany", "Add"),
    ChangeAction.REMOVE: QT_TRANSLATE_NOOP("ChangeMany", "Remove"),
    ChangeAction.REPLACE: QT_TRANSLATE_NOOP("ChangeMany", "Replace text in"),
}


class ChangeManyDialog(QDialog):
    """Asks for one change of one field. The records are read beside the window, through the lens;
    nothing is written here.
    """

    def __init__(
        self, session: Session, kind: str, ids: Sequence[int], parent: QWidget, field: str = ""
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = kind
        self._ids = list(ids)
        self._fields = fields_of_many(kind)
        self._job: Job | None = None
        self._differing = 0
        self.setWindowTitle(
            self.tr("Change {n} records").format(n=QLocale().toString(len(ids)))
            if len(ids) > 1
            else self.tr("Change 1 record")
        )
        self.field = QComboBox(self)
        self.action = QComboBox(self)
        self.replaced = QLineEdit(self)
        self.editor: LabelledEdit | None = None
        self.model = ChangedValues(self)
        self.preview = self._preview_table()
        self.says = PlainLabel(self)
        self.says.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.ok = self._buttons.button(buttons.Ok)
        self.ok.setText(self.tr("&Change"))
        self._lay_out()
        self.field.addItems([translated_text(each.field.label) for each in self._fields])
        names = [each.field.name for each in self._fields]
        self.field.setCurrentIndex(names.index(field) if field in names else 0)
        self.field.currentIndexChanged.connect(self._choose_field)
        self.action.currentIndexChanged.connect(self._choose_action)
        self.replaced.textChanged.connect(self._show_change)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._choose_field()
        open_in_steps(self, 190, 140)
        first = self.editor if field and self.editor is not None else self.field
        leaf(first.widget if isinstance(first, LabelledEdit) else first).setFocus()

    def _preview_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Each record before and after"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        set_up_rows(table)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setSpacing(space(2))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in (
            (self.tr("&Field"), self.field),
            (self.tr("What to &do"), self.action),
            (self.tr("&Text to replace"), self.replaced),
        ):
            widget.setAccessibleName(label.replace("&", ""))
            form.addRow(label, widget)
        self.replaced.setPlaceholderText(self.tr("exactly as it is spelt, capitals too"))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addLayout(form)
        column.addWidget(self.preview, 1)
        column.addWidget(self.says)
        column.addWidget(self._buttons)

    # what is asked for

    @property
    def _many_field(self) -> ManyField:
        return self._fields[self.field.currentIndex()]

    def change(self) -> FieldChange | None:
        """Return what is asked for; None while the value cannot be taken as it is typed."""
        content = self.editor.content() if self.editor is not None else None
        if isinstance(content, Unread) or not self.action.count():
            return None
        action = ChangeAction(self.action.currentData())
        return self._many_field.change(action, content, self.replaced.text())

    def field_label(self) -> str:
        """Return what the field is called."""
        return self.field.currentText()

    def _choose_field(self) -> None:
        chosen = self._many_field
        self.action.blockSignals(True)
        self.action.clear()
        for action in chosen.actions:
            name = QCoreApplication.translate("ChangeMany", _ACTION_NAMES[action])
            self.action.addItem(name, action.value)
        self.action.blockSignals(False)
        self.action.setEnabled(len(chosen.actions) > 1)
        self._choose_action()
        self._read(chosen)

    def _choose_action(self) -> None:
        is_replacing = self.action.currentData() == ChangeAction.REPLACE
        self._form.setRowVisible(self.replaced, is_replacing)
        chosen = self._many_field
        field = chosen.field
        if is_replacing:  # a line, be the field as long as it may
            self._put_editor(FormField(field.name, field.label), "")
        else:
            self._put_editor(field, chosen.blank(self._kind))
        self._show_change()

    def _put_editor(self, field: FormField, content: Content) -> None:
        if self.editor is not None:
            self._form.removeRow(self.editor)
        self.editor = editor = LabelledEdit(field, self._session, self)
        editor.set_content(content)
        editor.label.hide()  # the field is named above
        is_replacing = self.action.currentData() == ChangeAction.REPLACE
        self._form.addRow(self.tr("Replace &with") if is_replacing else self.tr("&Value"), editor)
        editor.edited.connect(self._show_change)
        line = leaf(editor)
        # It stands last in the order of Tab, and would lead back to its line.
        editor.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none, its stubs do not
        label = self._form.labelForField(editor)
        if isinstance(label, QLabel):
            label.setBuddy(line)
        QWidget.setTabOrder(self.replaced, line)
        QWidget.setTabOrder(line, self.preview)

    # the preview

    def _read(self, field: ManyField) -> None:
        """Read the field of every record beside the window."""
        self._end_job()
        self.model.show_records(field, ())
        kind, ids, lens, name = self._kind, self._ids, self._session.lens, field.field.name

        def read(reader: Reader, progress: Progress) -> list[FieldOfRecord]:
            rows: list[FieldOfRecord] = []
            for at in range(0, len(ids), RECORDS_A_STEP):
                part = ids[at : at + RECORDS_A_STEP]
                found = reader.records(kind, part, lens)
                records = (found[key] for key in part if key in found)
                rows += [FieldOfRecord(each.title, getattr(each, name)) for each in records]
                progress(at + len(part), len(ids))
            return rows

        def take(rows: list[FieldOfRecord]) -> None:
            self._job = None
            self.model.show_records(field, rows)
            self._show_change()

        self._job = job = self._session.start_reading(self.tr("Reading the records"), read)
        job.succeeded.connect(take)
        job.refused.connect(self._refuse)
        job.failed.connect(self._tell_bug)
        self._notify(self.tr("Reading the records…"))

    def _show_change(self) -> None:
        change = self.change()
        self._differing = self.model.show_change(change)
        self.ok.setEnabled(bool(self._differing))
        if self._job is None:
            locale = QLocale()
            says = self.tr("{n} of {m} records would change; Undo takes all of it back.")
            n, m = locale.toString(self._differing), locale.toString(self.model.rowCount())
            self._notify(says.format(n=n, m=m))

    def _refuse(self, refusal: DeskError) -> None:
        if not isinstance(refusal, Stopped):
            self._job = None
            self._notify(str(refusal))

    def _tell_bug(self, _error: Exception) -> None:
        self._job = None
        self._notify(
            self.tr("A bug in Aide-Mémoire ended the reading; a report of it was written.")
        )

    def _notify(self, says: str) -> None:
        self.says.setText(says)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.close()
            self._job = None

    def done(self, result: int) -> None:
        """Read no more, however the dialog is closed."""
        self._end_job()
        super().done(result)
