"""The program from outside: exit statuses, what goes to which stream, and what is never loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main as program

ROOT = Path(__file__).resolve().parents[1]
WATCH = """
import json, sys
sys.argv = ["main.py", *sys.argv[1:]]
import main
status = main.main()
print(json.dumps([status, sorted({n.partition(".")[0] for n in sys.modules})]), file=sys.stderr)
"""
LIGHT = ["new x.desk", "info {desk}", "verify {desk}", "list {desk} people", "search {desk} dar",
         "show {desk} dar", "holders {desk} minister", "history {desk}", "date 2025",
         "print {desk} biography dar --out dar.pdf", "--help", "list --help"]  # fmt: skip


def started(
    *arguments: str, cwd: Path, code: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, without a display."""
    kept = {name: value for name, value in os.environ.items() if name not in program.SCREENS}
    what = ["-c", code] if code else [str(ROOT / "main.py")]
    return subprocess.run(
        [sys.executable, *what, *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample desk as the program makes it."""
    folder = tmp_path_factory.mktemp("desk")
    made = started("new", "my.desk", "--sample", cwd=folder)
    assert made.returncode == 0, made.stderr
    return folder / "my.desk"


@pytest.mark.parametrize("words", LIGHT)
def test_no_command_loads_the_screen(desk: Path, tmp_path: Path, words: str) -> None:
    ended = started(*words.format(desk=desk).split(), cwd=tmp_path, code=WATCH)
    status, modules = json.loads(ended.stderr.splitlines()[-1])
    assert status == 0, ended.stderr
    assert not {"PySide6", "shiboken6", "qtawesome"} & set(modules)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("list {desk} people", 0),
        ("date 03/04/2025", 3),
        ("list nowhere.desk people", 3),
        ("show {desk} zebra", 3),
        ("new {desk}", 3),
        ("edit {desk} Rubio colour=red", 3),
        ("lst {desk} people", 2),
        ("list {desk} peeple", 2),
        ("list {desk} people --frob", 2),
        ("revert {desk} first", 2),
        ("nowhere.desk", 2),
        ("--frob", 2),
        ("", 3),
        ("{desk}", 3),
    ],
)
def test_the_exit_status_tells_what_became_of_it(
    desk: Path, tmp_path: Path, words: str, status: int
) -> None:
    ended = started(*words.format(desk=desk).split(), cwd=tmp_path)
    assert ended.returncode == status
    assert "Traceback" not in ended.stderr + ended.stdout
    if status:
        assert ended.stderr.endswith("\n") and ended.stderr.strip()


def test_rows_that_were_refused_give_status_four(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "trips.csv").write_text(
        "name,born\nAda Lovelace,10 December 1815\nBad Day,soon\n", encoding="utf-8"
    )
    copy = tmp_path / "copy.desk"
    copy.write_bytes(desk.read_bytes())
    ended = started("import", str(copy), "trips.csv", "--kind", "people", "--json", cwd=tmp_path)
    report = json.loads(ended.stdout)
    assert ended.returncode == 4, ended.stderr
    assert report["rejected"] or report["flagged"]


def test_json_stands_alone_on_standard_output_and_warnings_beside_it(desk: Path) -> None:
    ended = started("search", str(desk), '"rubio', "--json", cwd=desk.parent)
    assert json.loads(ended.stdout)["total"] > 0
    assert "quotation mark" in ended.stderr


def test_a_bug_is_reported_in_a_file_that_is_named(desk: Path, tmp_path: Path) -> None:
    breaking = (
        "import db.readers.list_reader\ndel db.readers.list_reader.ListReader.count\n" + WATCH
    )
    ended = started("list", str(desk), "people", "--count", cwd=tmp_path, code=breaking)
    assert json.loads(ended.stderr.splitlines()[-1])[0] == 1
    said = ended.stderr.splitlines()[0]
    assert said.startswith("This is a bug in Aide-Mémoire")
    report = Path(said.rpartition(" is in ")[2].removesuffix("."))
    assert "AttributeError" in report.read_text(encoding="utf-8")
    assert "Traceback" not in ended.stderr


def test_a_reader_that_goes_away_is_no_trouble(desk: Path) -> None:
    shell = f'"{sys.executable}" "{ROOT / "main.py"}" list "{desk}" events --json | head -c 10'
    ended = subprocess.run(
        ["sh", "-c", shell], cwd=desk.parent, capture_output=True, text=True, timeout=60
    )
    assert (ended.stdout[:1], ended.stderr) == ("{", "")


def test_text_that_is_no_unicode_is_answered(desk: Path) -> None:
    for words in (["search", str(desk), b"\xff\xfe"], ["holders", str(desk), b"\xff"]):
        ended = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words], capture_output=True, timeout=60
        )
        assert ended.returncode in (0, 3)
        assert b"bug" not in ended.stderr


def test_the_window_needs_a_screen_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in program.SCREENS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not program.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert program.has_screen()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert program.has_screen()
