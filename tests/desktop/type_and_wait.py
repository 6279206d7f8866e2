"""A program for the test of the kill: opens a desk, types into a form, says so and waits."""

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db import parse_query
from desktop.app import make_app, show_window

PATIENCE = 60_000  # ms


def main(desk: str, title: str, typed: str) -> None:
    app = make_app()
    window = show_window(Path(desk))

    def begin() -> None:
        session = window.session
        window.view.go_to(session.reader.page("person", parse_query(title), session.lens).ids[0])
        window.view.tab.edit()
        form = window.view.tab.pane.form
        line = next(each for each in form.findChildren(QLineEdit) if each.text() == title)
        line.end(False)
        QTest.keyClicks(line, typed)
        print("typed", flush=True)

    QTimer.singleShot(0, begin)
    QTimer.singleShot(PATIENCE, app.quit)  # nobody came to kill it: the test must not wait for ever
    sys.excepthook = lambda *error: (traceback.print_exception(*error), os._exit(1))
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
