"""The one state of a search: what is typed, how it is read, and which tabs have still to answer.

The window has one. It listens to the search box and asks the tabs: the one in front first, the
others once its list is painted, since what they read would take turns away from its painting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from db import Query, as_exact, parse_query
from desktop.background.delay import OTHER_TABS_PAUSE_MS, Delay
from desktop.models.tab_kinds import index_of_kind

if TYPE_CHECKING:
    from desktop.search.search_box import SearchBox
    from desktop.tabs.record_tab import RecordTab
    from desktop.tabs.tab_stack import TabStack


class SearchCoordinator(QObject):
    """Follow the tabs of the open desk with `show_tabs`.

    `tab_wanted` gives the place of a tab to bring to the front, `opened` the text whose best hit
    was asked for, `exact_changed` whether words are looked for just as they are spelt.
    """

    tab_wanted = Signal(int)
    opened = Signal(str)
    exact_changed = Signal(bool)

    def __init__(self, box: SearchBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._stack: TabStack | None = None
        self._query = Query()
        self._is_exact = False
        self._is_best_wanted = False  # Enter was pressed while hits were still to come
        self._behind: list[RecordTab] = []  # tabs that still show the search before
        self._next = Delay(self, OTHER_TABS_PAUSE_MS, self._search_next)
        box.typed.connect(self.search)
        box.opened.connect(self._open_text)
        box.walked.connect(self._walk)
        box.left.connect(self.focus_list)

    def show_tabs(self, stack: TabStack | None) -> None:
        """Search in the tabs of a desk; None: it is about to close, and its text goes."""
        self._next.stop()
        self._behind.clear()
        self._is_best_wanted = False
        self._stack = stack
        if stack is None:
            self._box.clear()  # which searches nothing now
            return
        stack.added.connect(self._connect)
        stack.bringing.connect(self.catch_up)

    def _connect(self, tab: RecordTab) -> None:
        tab.counted.connect(self.go_on)
        tab.list.model.refused.connect(self.go_on)

    # the state

    @property
    def text(self) -> str:
        """What is typed."""
        return self._box.text()

    @property
    def is_exact(self) -> bool:
        """Whether words are looked for just as they are spelt."""
        return self._is_exact

    def set_exact(self, is_exact: bool) -> None:
        """Read what is typed otherwise, and search again."""
        if self._set_exact(is_exact):
            self.search(self._box.text())

    def _set_exact(self, is_exact: bool) -> bool:
        is_new = is_exact != self._is_exact
        self._is_exact = is_exact
        if is_new:
            self.exact_changed.emit(is_exact)
        return is_new

    @property
    def is_under_way(self) -> bool:
        """Whether a list has still to answer what is typed."""
        tabs = self._stack.tabs() if self._stack is not None else []
        return self.is_waiting or any(tab.list.model.is_asking for tab in tabs)

    @property
    def is_waiting(self) -> bool:
        """Whether tabs have still to be asked."""
        return bool(self._behind)

    # searching

    def search(self, text: str) -> None:
        """Filter the tab in front; the others follow, and their numbers tell of their hits."""
        front = self._front()
        if self._stack is None or front is None:
            return
        query = parse_query(text)
        self._query = as_exact(query) if self._is_exact else query
        self._is_best_wanted = False  # something else is typed
        self._behind = [tab for tab in self._stack.tabs() if tab is not front]
        self._next.stop()
        for tab in self._behind:
            tab.list.model.withdraw()  # else the list in front waits for answers nobody wants
        front.search(self._query)
        self.go_on()

    def search_for(self, text: str, kind: str = "", *, is_exact: bool | None = None) -> None:
        """Put a text in the box as if it were typed, in the tab of a kind if one is named."""
        if kind:
            self.tab_wanted.emit(index_of_kind(kind))
        if is_exact is not None:
            self._set_exact(is_exact)
        if self._box.text() == text:
            self.search(text)
        self._box.setText(text)
        self.focus_list()

    def go_on(self) -> None:
        """Turn to the tabs behind once the one in front has answered; open a hit that is wanted."""
        front = self._front()
        if front is None:
            return
        if self._behind and not front.list.model.is_asking:
            self._next.start_once(OTHER_TABS_PAUSE_MS)
        if self._is_best_wanted and not self.is_under_way:
            self._is_best_wanted = False
            self._open_best_of_all(front)

    def _search_next(self) -> None:
        """Search one tab a turn: a million rows are put back when the box is cleared."""
        if self._behind:
            self._behind.pop(0).search(self._query)
        if self._behind:
            self._next.start(0)

    def catch_up(self) -> None:
        """Filter every tab at once, because one of them comes to the front."""
        while self._behind:
            self._behind.pop(0).search(self._query)

    # opening

    def _open_text(self) -> None:
        self.opened.emit(self._box.text())
        self.open_best()

    def open_best(self) -> None:
        """Open the row that was walked to, else the best hit once every list has answered.

        It is ranked as the command `search` does, by fit and then by tab, with the tab in front
        before its equals.
        """
        front = self._front()
        if front is None:
            return
        if front.has_walked:
            front.open_selection()
            return
        self._is_best_wanted = True
        self.go_on()

    def _open_best_of_all(self, front: RecordTab) -> None:
        from db import best_hits

        every = self._stack.tabs() if self._stack is not None else []
        tabs = {tab.kind: tab for tab in (front, *every) if tab.list.model.ids}
        first_hits = {kind: tab.list.model.first_hit for kind, tab in tabs.items()}
        pages = {kind: page for kind, page in first_hits.items() if page is not None}
        hits = best_hits(pages, 1)  # of equals the first: the tab in front
        best = tabs[hits[0].kind] if hits else front
        if not best.list.model.ids:
            return
        if best is not front:
            self.tab_wanted.emit(index_of_kind(best.kind))
        if self._front() is best:  # a form with an error may have held the other
            best.open_best()

    def _walk(self, step: int) -> None:
        front = self._front()
        if front is not None:
            front.walk(step)

    def focus_list(self) -> None:
        """Give the keys to the list in front."""
        front = self._front()
        if front is not None:
            front.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_box(self) -> None:
        """Put the cursor in the search box, its text ready to be typed over."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def _front(self) -> RecordTab | None:
        at = self._stack.front() if self._stack is not None else None
        return self._stack.tab(at) if self._stack is not None and at is not None else None
