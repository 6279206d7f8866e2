"""What is said beside the fields while a record is typed: how its rules read, what a check asks.

The record pane has one. It waits until typing rests, and asks in the background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from db import Agreement, DeskError, Reader, Record, rule_readings
from desktop.background.delay import FORM_HINTS_PAUSE_MS, Delay

if TYPE_CHECKING:
    from db import Lens
    from desktop.forms.record_form import RecordForm
    from desktop.session.session import Session

_TOPIC: Final = "form hints"


def find_hints(reader: Reader, record: Record, lens: Lens) -> dict[str, str]:
    """Return a sentence for each field or part of a record that one is to be said of, by its path.

    What is only missing is not asked for: the form is not finished yet.
    """
    hints = rule_readings(record, lens.as_of) if isinstance(record, Agreement) else {}
    for found in reader.findings_in(record, lens):
        if found.at and not found.is_gap:
            about = f"{found.about}: " if found.about else ""
            hints[found.at] = " ".join(filter(None, (hints.get(found.at), f"{about}{found.says}")))
    return hints


class FormHints(QObject):
    """Follows the form that is open in a pane, one after another."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._form: RecordForm | None = None
        self._session = session
        self._delay = Delay(self, FORM_HINTS_PAUSE_MS, self._ask)

    def follow(self, form: RecordForm) -> None:
        """Say of this form what is to be said, now and whenever something is typed."""
        self._form = form
        form.edited.connect(self._ask_later)
        self._delay.start()

    def end(self) -> None:
        """Ask nothing more, because the form is about to go."""
        self._form = None
        self._delay.stop()
        self._session.background_reader.forget(_TOPIC)

    def _ask_later(self) -> None:
        if self._form is not None:
            self._delay.start()

    def _ask(self) -> None:
        if self._form is None:
            return
        record, lens = self._form.typed_record(), self._session.lens

        def read(reader: Reader) -> dict[str, str]:
            return find_hints(reader, record, lens)

        self._session.background_reader.ask(_TOPIC, read, self._show, self._leave_out)

    def _show(self, hints: dict[str, str]) -> None:
        if self._form is not None:
            self._form.show_hints(hints)

    def _leave_out(self, _refusal: DeskError) -> None:
        """Say nothing where nothing could be asked: whoever saves is told then."""
        self._show({})
