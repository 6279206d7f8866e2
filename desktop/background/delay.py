"""Do something a little later, once: the window's one kind of waiting, and all its pauses.

Whoever is typed or clicked into waits here before it asks, paints or writes. No other module of
the window makes a timer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

# After the last key or click, before:
PAGE_OF_HIT_PAUSE_MS: Final = 150  # the page of the best hit is read
SEARCH_IN_PRINT_PAUSE_MS: Final = 150  # a document is searched
TIMELINE_PAUSE_MS: Final = 100  # the band of the hits is drawn
SUMMARY_PAUSE_MS: Final = 2_000  # how full the timeline's lanes are is kept
BAND_MOVED_PAUSE_MS: Final = 400  # the table follows what the band shows
RATE_PAUSE_MS: Final = 200  # how strong a passphrase is, is said
FORM_HINTS_PAUSE_MS: Final = 500  # what is typed is checked, and its rules are read
SIMILAR_RECORDS_PAUSE_MS: Final = 250  # records like the one being typed are looked for
ALL_HITS_PAUSE_MS: Final = 350  # the rest of many hits is asked for
TYPE_AHEAD_PAUSE_MS: Final = 1_000  # letters typed in a list begin another word
READ_TEXT_PAUSE_MS: Final = 300  # a text that was pasted is read
VISIT_PAUSE_MS: Final = 700  # the way back leads to a record
TARGET_PAUSE_MS: Final = 400  # a column of a file becomes what was typed
NAMES_OF_ROWS_PAUSE_MS: Final = 15  # rows that came into sight are named: all are known by then
FULL_TEXT_PAUSE_MS: Final = 400  # queued full text is written
CHECKPOINT_PAUSE_MS: Final = 5_000  # the log is moved into the file
COPY_PAUSE_MS: Final = 10_000  # a copy of the desk is kept by the plan, once it is open
AUTO_LOCK_AGAIN_PAUSE_MS: Final = 500  # a lock that a dialog held up is tried again
COLLECT_AFTER_LOCK_PAUSE_MS: Final = 50  # what a locked desk left in memory is collected
AFTER_DIALOG_PAUSE_MS: Final = 10  # a dialog that was closed for a lock has given its answer
# After the first of several, before:
DRAFT_PAUSE_MS: Final = 700  # what was typed is kept: a crash costs less than a second
PAGE_TEXT_PAUSE_MS: Final = 8  # the text below a page's head is set, and keys are taken
AS_OF_DRAG_PAUSE_MS: Final = 60  # the desk follows the as-of line that is dragged
MARKINGS_PAUSE_MS: Final = 30  # the markings in a moved list are looked at: after its painting
OTHER_TABS_PAUSE_MS: Final = 15  # the tabs behind are searched: after the front one's painting
TAB_COUNTS_PAUSE_MS: Final = 30  # the tabs show their counts: most lists have answered
FOUND_WORDS_PAUSE_MS: Final = 50  # more words found in a document are shown
TODAY_PAUSE_MS: Final = 300  # what is due is read anew
# Between two steps of:
TIDY_PAUSE_MS: Final = 50  # putting the full text in order
FORM_TABLES_PAUSE_MS: Final = 5  # making the tables of a form: each is placed, and keys are taken
FORM_PLACED_PAUSE_MS: Final = 300  # the last table of a form, until all has its height and place
INTERRUPT_PAUSE_MS: Final = 20  # interrupting a query: between two statements it hits neither


class Delay(QTimer):
    """A single shot of one action, in the thread of its parent."""

    def __init__(self, parent: QObject, pause_ms: int, action: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(pause_ms)
        self.timeout.connect(action)

    def start_once(self, pause_ms: int | None = None) -> None:
        """Start unless it runs already; `start` begins the pause anew."""
        if not self.isActive():
            self.start(self.interval() if pause_ms is None else pause_ms)


def defer(action: Callable[[], object], owner: QObject | None = None) -> None:
    """Do something once the event in hand is over, unless its owner is gone by then."""
    if owner is None:
        QTimer.singleShot(0, action)
    else:
        QTimer.singleShot(0, owner, action)
