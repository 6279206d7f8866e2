"""A program that ends with its own text on the clipboard ends well, and leaves it where it can."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

import desktop
from desktop.widgets.clipboard import clear_own, make_data

ROOT = Path(desktop.__file__).parent
START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from desktop.widgets.clipboard import make_data
from desktop.page.page_text import PageText
app = QApplication([])
clipboard = QGuiApplication.clipboard()
"""
COPIES = {
    "the document": "clipboard.setMimeData(make_data('Dar', '<b>Dar</b>'))",
    "the page": """
parent = QWidget()
page = PageText(parent)
page.setPlainText('Dar')
page.selectAll()
page.copy()
""",
}
ENDS = {
    "at the end of the script": "",
    "when it is quit": "QTimer.singleShot(0, app.quit); app.exec()",
    "by a status": "sys.exit(0)",
}


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("copy", COPIES)
def test_the_program_ends_well_with_its_text_on_the_clipboard(
    copy: str, end: str, platform: str
) -> None:
    script = f"{START}\n{COPIES[copy]}\nassert clipboard.text() == 'Dar'\n{ENDS[end]}"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("platform", "kept"),
    [("offscreen", ""), ("minimal", ""), ("xcb", "Dar"), ("wayland-egl", "Dar"),
     ("windows", "Dar"), ("cocoa", "Dar")],
)  # fmt: skip
def test_a_system_keeps_what_was_copied(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, kept: str
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    QGuiApplication.clipboard().setMimeData(make_data("Dar"))
    clear_own()
    assert QGuiApplication.clipboard().text() == kept


def test_data_is_made_in_one_place() -> None:
    made = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QMimeData")
    }
    assert made == {"widgets/clipboard.py"}
