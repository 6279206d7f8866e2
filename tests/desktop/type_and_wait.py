"""A program for the test of the kill: opens a desk, types into a form, says so and waits."""

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db import parse_query
from desktop.app import make_app, show_window

PATIENCE = 60_000  # ms


def main(desk: str, title: str, typed: str) -> None:
    sys.excepthook = lambda *_: os._exit(1)  # the test must not wait for ever
    app = make_app()
    window = show_window(Path(desk))

    def begin() -> None:
        session = window.session
        window.view.go_to(session.reader.page("person", parse_query(title), session.lens).ids[0])
        window.view.tab.edit()
        line = window.view.tab.pane.form
        while line.focusProxy() is not None:
            line = line.focusProxy()
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_End)
        QTest.keyClicks(line, typed)
        print("typed", flush=True)

    QTimer.singleShot(0, begin)
    QTimer.singleShot(PATIENCE, app.quit)  # nobody came to kill it: the test must not wait for ever
    sys.excepthook = lambda *error: (traceback.print_exception(*error), os._exit(1))
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
