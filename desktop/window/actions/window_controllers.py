"""Those who import, export, print, merge, copy and erase for a window, made when first asked for.

`WindowActions` is one of these and adds what is done at once.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import Change, Record
    from desktop.board.board_controller import BoardController
    from desktop.copies.copy_controller import CopyController
    from desktop.dialogs.ask import Ask
    from desktop.erasing.compact_controller import CompactController
    from desktop.erasing.erase_controller import EraseController
    from desktop.exporting.export_controller import ExportController
    from desktop.importing.import_controller import ImportController
    from desktop.intake.intake_controller import IntakeController
    from desktop.merging.courier_controller import CourierController
    from desktop.merging.merge_controller import MergeController
    from desktop.models.shown_records import ShownRecords
    from desktop.preview.print_controller import PrintController
    from desktop.search.saved_searches_menu import SavedSearchesMenu
    from desktop.search.search_coordinator import SearchCoordinator
    from desktop.settings import Settings
    from desktop.window.action_menus import ActionMenus
    from desktop.window.desk_stack import DeskStack
    from desktop.window.desk_view import DeskView

    FileWork = TypeVar(
        "FileWork", CopyController, ImportController, IntakeController, MergeController
    )
    Follower = TypeVar(
        "Follower",
        BoardController,
        CopyController,
        EraseController,
        ExportController,
        ImportController,
        IntakeController,
        MergeController,
        CourierController,
        PrintController,
        SavedSearchesMenu,
    )


class WindowControllers(QObject):
    """Hands each controller the desk that is open and says on what it has to say. `noticed` gives a
    `Notice`, `work_started` a `Job` to follow, `failed` a bug, `mentioned` a sentence for the
    status bar.
    """

    noticed = Signal(object)
    work_started = Signal(object)
    failed = Signal(object)
    mentioned = Signal(str)

    def __init__(
        self,
        menus: ActionMenus,
        searching: SearchCoordinator,
        stack: DeskStack,
        settings: Settings,
        ask: Ask,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._menus = menus
        self.searching = searching
        self._stack = stack
        self._settings = settings
        self._ask = ask
        self._parent = parent  # of dialogs

    @property
    def view(self) -> DeskView | None:
        """The view of the open desk."""
        return self._stack.view

    @cached_property
    def importing(self) -> ImportController:
        """Brings files into the desk."""
        from desktop.importing.import_controller import ImportController

        return self._follow_work(ImportController(self._ask, self._parent))

    @cached_property
    def merging(self) -> MergeController:
        """Brings another copy of the desk into it."""
        from desktop.merging.merge_controller import MergeController

        return self._follow_work(MergeController(self._ask, self._parent))

    @cached_property
    def couriers(self) -> CourierController:
        """Makes couriers for other copies of the desk."""
        from desktop.merging.courier_controller import CourierController

        controller = CourierController(self._ask, self._parent)
        controller.work_started.connect(self.work_started)
        return self._follow(controller)

    @cached_property
    def copies(self) -> CopyController:
        """Keeps copies of the desk, saves them, and brings records back from older ones."""
        from desktop.copies.copy_controller import CopyController

        controller = CopyController(self._ask, self._parent)
        controller.mentioned.connect(self.mentioned)
        return self._follow_work(controller)

    @cached_property
    def erasing(self) -> EraseController:
        """Erases records for good."""
        from desktop.erasing.erase_controller import EraseController

        controller = EraseController(self._ask, self._settings, self._parent)
        controller.work_started.connect(self.work_started)
        controller.erased.connect(self.saved_searches.forget_recent)
        return self._follow(controller)

    @cached_property
    def compacting(self) -> CompactController:
        """Finishes what a kill has left of an erasure."""
        from desktop.erasing.compact_controller import CompactController

        controller = CompactController(self)
        controller.noticed.connect(self.noticed)
        controller.work_started.connect(self.work_started)
        return controller

    @cached_property
    def boards(self) -> BoardController:
        """Shows office boards and has offices change hands."""
        from desktop.board.board_controller import BoardController

        controller = BoardController(self._ask, self._parent)
        controller.revert_wanted.connect(self._revert)
        controller.print_wanted.connect(lambda request: self.printing.show(request))
        controller.open_wanted.connect(self._go_to)
        return self._follow(controller)

    @cached_property
    def intake(self) -> IntakeController:
        """Makes records of texts."""
        from desktop.intake.intake_controller import IntakeController

        return self._follow_work(IntakeController(self._ask, self._parent))

    @cached_property
    def exporting(self) -> ExportController:
        """Writes what is on show into files."""
        from desktop.exporting.export_controller import ExportController

        controller = ExportController(self._ask, self._shown_records, self._parent)
        controller.work_started.connect(self.work_started)
        return self._follow(controller)

    def _shown_records(self) -> ShownRecords | None:
        return self.view.chosen.shown_records() if self.view is not None else None

    @cached_property
    def printing(self) -> PrintController:
        """Brings what is on show to paper."""
        from desktop.preview.print_controller import PrintController

        controller = PrintController(self._settings, self._ask, self._shown_records, self._parent)
        controller.failed.connect(self.failed)
        return self._follow(controller)

    @cached_property
    def saved_searches(self) -> SavedSearchesMenu:
        """The searches that are kept, and those of late."""
        from desktop.search.saved_searches_menu import SavedSearchesMenu

        menu = self._menus.menu("searches")
        menu_maker = SavedSearchesMenu(
            menu, self._settings, self._ask, self._search_text, self._parent
        )
        menu_maker.search_wanted.connect(self._search)
        menu_maker.print_wanted.connect(lambda *query: self.printing.print_query(*query))
        return self._follow(menu_maker)

    def _follow_work(self, controller: FileWork) -> FileWork:
        """Show how far its work is, and undo what it has done."""
        controller.work_started.connect(self.work_started)
        controller.revert_wanted.connect(self._revert)
        return self._follow(controller)

    def _follow(self, follower: Follower) -> Follower:
        """Have it told which desk is open, and what it has to say."""
        follower.noticed.connect(self.noticed)
        self._stack.session_changed.connect(follower.show_session)
        follower.show_session(self._stack.session)
        return follower

    def _go_to(self, record_id: int) -> None:
        if self.view is not None:
            self.view.go_to(record_id)

    def _revert(self, change: Change) -> None:
        if self.view is not None:
            self.view.undoing.revert_if_last(change)

    def _record_on_show(self) -> Record | None:
        view = self.view
        reading = view.tab.pane.reading if view is not None else None
        return reading.record if reading is not None else None

    def _search(self, text: str, kind: str, is_exact: bool | None) -> None:
        self.searching.search_for(text, kind, is_exact=is_exact)

    def _search_text(self) -> tuple[str, str, bool]:
        kind = self.view.tab.kind if self.view is not None else ""
        return self.searching.text, kind, self.searching.is_exact
