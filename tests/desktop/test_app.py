"""What escapes is told in one sentence: a refusal as it stands, a bug with a written report."""

import os
import subprocess
import sys
from pathlib import Path

from db import Refused
from desktop.app import ErrorHook
from desktop.window.main_window import Window
from tests.db.desk_sql import sql_of
from tests.desktop.desk_store import store_of


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_a_refusal_is_its_own_sentence(start: Window, tmp_path: Path) -> None:
    ErrorHook(start.notify, start.damage, tmp_path).take(raised(Refused("The date is none.")))
    assert start.message.text() == "The date is none."
    assert list(tmp_path.iterdir()) == []


def test_a_bug_is_told_and_its_report_names_the_place(start: Window, tmp_path: Path) -> None:
    ErrorHook(start.notify, start.damage, tmp_path / "log").take(raised(KeyError("bug")))
    (report,) = (tmp_path / "log").iterdir()
    assert str(report) in start.message.text()
    assert "test_app.py" in report.read_text(encoding="utf-8")


NOT_FOR_A_LIST = frozenset({
    "db.record_types",
    "db.search",
    "db.changes.writing",
    "desktop.forms.record_form",
    "desktop.importing.import_controller",
    "desktop.page.record_page",
    "desktop.paper.sheets.sheet_forms",
    "desktop.preview.print_controller",
    "desktop.window.start_page",
    "desktop.tabs.timeline.timeline_tab",
    "sqlmodel",
})  # fmt: skip
FIRST_PAINT = """
import sys
import os
import subprocess
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.app import make_app, show_window
app = make_app()
window = show_window(Path(sys.argv[1]))
loaded = []
window.view.tab.list.table.painted.connect(lambda: (loaded.extend(sys.modules), app.quit()))
for delay in window.findChildren(QTimer):
    if delay.isActive():
        delay.timeout.emit()  # as if the painting had taken longer than every pause
app.exec()
window.close()
print(*sorted(loaded))
"""


def test_the_first_list_is_painted_before_anything_else_is_loaded(desk: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(desk)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stdout.split())
    assert "desktop.tabs.record_table" in loaded
    assert sorted(NOT_FOR_A_LIST & loaded) == []


def test_a_bug_on_a_damaged_desk_is_told_as_damage(window: Window, tmp_path: Path) -> None:
    sql_of(store_of(window.session)).run("UPDATE record SET country = x'00FF'")
    ErrorHook(window.notify, window.damage, tmp_path / "log").take(raised(TypeError("bytes")))
    assert "damaged" in window.message.text() and "country" in window.message.text()
    assert not (tmp_path / "log").exists()
