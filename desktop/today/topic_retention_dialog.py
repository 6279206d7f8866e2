"""Until when the records of each topic are kept: a list, and a day for the topic that is chosen.

Each day is set as one change and undone like all else; nothing is erased by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db import DeskError, HistoricalDate, TopicRetention, iso_day, keep_topic_until
from desktop.style.dialog_layout import open_in_steps, stack_in_dialog
from desktop.style.table_setup import set_up_rows
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop.session.session import Session


class TopicRetentionDialog(QDialog):
    """The topics of the desk, those with a day first."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Retention of topics"))
        self._session = session
        self._topics: list[TopicRetention] = []
        says = PlainLabel(
            self,
            self.tr(
                "When the day has come, the topic is listed in Today. Nothing is erased by itself;"
                " a day of a record's own goes before that of its topics."
            ),
            wraps=True,
        )
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Topic"), self.tr("Keep until"), self.tr("Records")]
        )
        self.table.setAccessibleName(self.tr("Topics"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_up_rows(self.table)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._follow)
        self.day = DateEdit(self)
        self.day.name(self.tr("Keep records of the topic until"))
        self.day.edited.connect(self._judge)
        self.state = PlainLabel(self, role="small", wraps=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.set_button = QPushButton(self.tr("&Set"), self)
        self.set_button.setDefault(True)
        self.set_button.clicked.connect(self._set)
        buttons.addButton(self.set_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = stack_in_dialog(self, says, self.table, self.day, self.state, buttons)
        column.setStretchFactor(self.table, 1)
        open_in_steps(self, 130, 100)
        self._fill("")

    def _fill(self, topic: str) -> None:
        """Show the topics as they are now, and choose one of them."""
        self._topics = self._session.reader.topic_retentions(self._session.lens)
        self.table.setRowCount(len(self._topics))
        for row, each in enumerate(self._topics):
            day = HistoricalDate.parse(each.keep_until).phrase() if each.keep_until else ""
            for at, text in enumerate((each.topic, day, QLocale().toString(each.records))):
                self.table.setItem(row, at, QTableWidgetItem(text))
        names = [each.topic for each in self._topics]
        if names:
            self.table.setCurrentCell(names.index(topic) if topic in names else 0, 0)
        else:
            self.state.setText(self.tr("No record on this desk bears a topic."))
        self._follow()

    def _chosen_topic(self) -> TopicRetention | None:
        row = self.table.currentRow()
        return self._topics[row] if 0 <= row < len(self._topics) else None

    def _follow(self) -> None:
        """Show the day of the topic that is chosen."""
        chosen = self._chosen_topic()
        day = chosen.keep_until if chosen is not None else ""
        self.day.set_value(HistoricalDate.of_day(day) if day else None)
        self._judge()

    def _wanted_day(self) -> str | None:
        """Return the one ISO day that is typed, '' for none, None for what is no single day."""
        if not self.day.text().strip():
            return ""
        value = self.day.value()
        if value is None or not value.first or value.first != value.last:
            return None
        return iso_day(value.first) or None

    def _judge(self) -> None:
        is_set = self._chosen_topic() is not None and not self._session.is_read_only
        self.day.setEnabled(is_set)
        self.set_button.setEnabled(is_set and self._wanted_day() is not None)

    def _set(self) -> None:
        """Keep the records of the chosen topic until the day that is typed."""
        chosen, day = self._chosen_topic(), self._wanted_day()
        if chosen is None or day is None:
            return
        try:
            with self._session.unit_of_work(f"Keep topic {chosen.topic} until a day") as work:
                keep_topic_until(work, chosen.topic, day, self._session.lens)
        except DeskError as refusal:
            self.state.setText(str(refusal))
            return
        self.state.setText(self.tr("Set for “{topic}”.").format(topic=chosen.topic))
        self._fill(chosen.topic)
