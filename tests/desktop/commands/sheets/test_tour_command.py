"""`tour`: pictures of every tab and PDFs, on no screen at all; people look at them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.desktop.commands.conftest import Command

ROOT = Path(__file__).resolve().parents[4]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_the_tour_leaves_pictures_of_every_tab_and_pdfs(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in SCREENS}
    kept["XDG_DATA_HOME"] = str(tmp_path / "data")
    folder = tmp_path / "seen"
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "tour", str(folder), "--json"],
        env=kept,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    data = json.loads(ended.stdout)
    assert list(data) == ["pictures", "pdfs", "steps"]
    names = {Path(name).stem for name in data["pictures"]}
    assert {
        f"{tab}-{look}"
        for tab in ("people", "organizations", "agreements", "timeline")
        for look in ("light", "dark", "narrow")
    } <= names
    assert {"search-light", "people-form-light", "people-form-dark"} <= names
    for name in data["pictures"]:
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")
    assert [Path(name).name for name in data["pdfs"]] == [
        "biography.pdf",
        "agreement.pdf",
        "chronology.pdf",
    ]
    for name in data["pdfs"]:
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
    assert "undone: the page shows “Ishaq Dar”" in data["steps"]
    assert not list(tmp_path.glob("data/**/*.desk")), "It keeps no copies of its desk."
    assert sorted(path.suffix for path in folder.iterdir()) == sorted(
        [".png"] * len(data["pictures"]) + [".pdf"] * 3
    )


def test_a_folder_that_cannot_be_made_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    outcome = command("tour", tmp_path / "file" / "folder")
    assert outcome.status == 3 and "Nothing can be put into" in outcome.err
