"""Opens the office board and has offices change hands, from the board or for a record on show.

The window has one; it follows the open desk by `show_session`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import (
    BoardScope,
    DeskError,
    Lens,
    OfficeRef,
    Organization,
    Person,
    Record,
    Ref,
    country_name,
    current_tenures,
    parse_query,
)
from desktop.models.list_request import ListRequest
from desktop.printing.print_request import PrintRequest
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session


class BoardController(QObject):
    """`noticed` gives a `Notice`, `open_wanted` the id of a record, `print_wanted` what is to be
    printed through the lens of a day, `revert_wanted` a change to take back.
    """

    noticed = Signal(object)
    open_wanted = Signal(int)
    print_wanted = Signal(object)
    revert_wanted = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._parent = parent
        self._session: Session | None = None

    def show_session(self, session: Session | None) -> None:
        """Take another desk from now on."""
        self._session = session

    def show_board(self, record: Record | None) -> None:
        """Show the board of the body on show, or of the country of what is."""
        from desktop.board.board_dialog import BoardDialog

        session = self._session
        if session is None:
            return
        dialog = BoardDialog(session, self._parent, scope_of(record))
        wanted: list[int] = []
        prints: list[PrintRequest] = []
        dialog.open_wanted.connect(wanted.append)
        dialog.succession_wanted.connect(self.name_successor)
        dialog.day_wanted.connect(session.stand_on)

        def take(form: str, scope: BoardScope, day: str, kept_day: str) -> None:
            session.stand_on(day)  # what is printed is what is seen
            prints.append(print_request(form, scope, session.lens, kept_day))
            dialog.accept()

        dialog.print_wanted.connect(take)
        self._ask.run(dialog)
        dialog.end()
        dialog.deleteLater()
        for key in wanted:
            self.open_wanted.emit(key)
        for request in prints:
            self.print_wanted.emit(request)

    def name_successor(self, office: OfficeRef | None, day: str = "") -> None:
        """Ask who takes up an office from a day on, and save what changes by it."""
        from desktop.board.succession_dialog import SuccessionDialog

        session = self._session
        if session is None or session.is_read_only:
            return
        dialog = SuccessionDialog(session, self._parent, office, day or session.lens.as_of)
        if self._ask.run(dialog):
            try:
                found = dialog.records()
                if found is not None:
                    plan, (first, *also) = found
                    change = session.save(first, plan.label, also)
                    if change is not None:
                        self._tell(plan.label, partial(self.revert_wanted.emit, change))
            except DeskError as refusal:
                self.noticed.emit(Notice("error", str(refusal)))
        dialog.deleteLater()

    def name_successor_of(self, record: Record | None, field: str = "") -> None:
        """Ask who follows in the office of a record: that of the fact, or its first."""
        self.name_successor(office_of(record, field, self._day()))

    def _day(self) -> str:
        return self._session.lens.as_of if self._session is not None else ""

    def _tell(self, text: str, revert: Callable[[], None]) -> None:
        self.noticed.emit(Notice("done", f"{text}.", self.tr("Undo"), revert))


def scope_of(record: Record | None) -> BoardScope | None:
    """Return whose offices a board shows at first: a body's, else those of the record's country.

    >>> scope_of(Organization(id=3, title="Army", kind="armed force"))
    BoardScope(title='Army', body=3, country='', bodies=(), people=())
    >>> scope_of(Person(title="Dar", country="pk")).title
    'Pakistan'
    """
    if record is None:
        return None
    is_state = isinstance(record, Organization) and record.kind == "state"
    if isinstance(record, Organization) and not (is_state and record.country):
        return BoardScope(record.title, body=record.id)
    return BoardScope(country_name(record.country), country=record.country) if (
        record.country
    ) else None  # fmt: skip


def office_of(record: Record | None, field: str, day: str) -> OfficeRef | None:
    """Return the office that a fact of a record is about, else its first of the day; None where
    there is none.

    >>> from db import Office, Tenure
    >>> army = Organization(id=3, title="Army", offices=[Office(id=1, title="A"), Office(id=2, title="B")])
    >>> office_of(army, "offices[1].title", "2025-01-01").title, office_of(army, "", "").id
    ('B', 1)
    """  # noqa: E501
    name, _, rest = field.partition("[")
    number = rest.partition("]")[0]
    at = int(number) if number.isdecimal() else -1
    if isinstance(record, Organization):
        offices = [
            OfficeRef(each.id, each.title, Ref(record.id, record.title, "organization"))
            for each in record.offices
        ]
        if name == "offices" and 0 <= at < len(offices):
            return offices[at]
        return offices[0] if offices else None
    if isinstance(record, Person):
        if name == "tenures" and 0 <= at < len(record.tenures):
            return record.tenures[at].office
        return next((each.office for each in current_tenures(record.tenures, day)), None)
    return None


def print_request(form: str, scope: BoardScope, lens: Lens, kept_day: str = "") -> PrintRequest:
    """Return the sheet of a board that is asked for, of one day or of two."""
    first, last = sorted((kept_day, lens.as_of)) if kept_day else ("", "")
    span = f"{first}..{last}" if kept_day else ""
    if scope.country:
        query = parse_query(f"country:{scope.country}")
        question = ListRequest("organization", query, lens, "name", False, False)
        return PrintRequest(scope.title, "organization", form, (), question, span=span)
    ids = (scope.body,) if scope.body else scope.bodies
    return PrintRequest(scope.title, "organization", form, ids, span=span)
