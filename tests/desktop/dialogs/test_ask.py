"""A file that is saved has its ending before the dialog asks whether one is to be replaced."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.ask import Ask
from desktop.settings import LAST_FOLDER, Settings


class Typed(Ask):
    """Answers the dialog with a name, or closes it."""

    def __init__(self, folder: Path, name: str | None) -> None:
        super().__init__(Settings())
        self.folder = folder
        self.name = name
        self.proposed: list[str] = []

    def run(self, dialog: QDialog) -> bool:
        assert isinstance(dialog, QFileDialog)
        self.proposed = [Path(name).name for name in dialog.selectedFiles()]
        dialog.setDirectory(str(self.folder))
        if self.name is not None:
            dialog.selectFile(self.name)
        return self.name is not None


@pytest.mark.parametrize(
    ("proposed", "typed", "saved"),
    [
        ("Dar.pdf", "people", "people.pdf"),
        ("Dar.pdf", "people.pdf", "people.pdf"),
        ("Dar.docx", "people", "people.docx"),
        ("notes", "people", "people"),
        ("Dar.pdf", None, None),
    ],
)
def test_the_ending_is_there_before_anything_is_replaced(
    qtbot: QtBot, tmp_path: Path, proposed: str, typed: str | None, saved: str | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    ask = Typed(tmp_path, typed)
    path = ask.save_path(parent, "Save", proposed, "")
    assert ask.proposed == [proposed]
    assert path == (None if saved is None else tmp_path / saved)


def test_the_next_file_is_asked_for_in_the_folder_of_the_last(
    owner: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("paper", "desks"):
        (tmp_path / folder).mkdir()
    asked_in = []

    def choose(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        asked_in.append(folder)
        return str(tmp_path / "desks" / "a.desk"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    ask = Typed(tmp_path / "paper", "people")
    ask.save_path(owner, "Save", "Dar.pdf", "")
    ask.open_path(owner, "Open", "")
    ask.open_path(owner, "Open", "")
    assert asked_in == [str(tmp_path / "paper"), str(tmp_path / "desks")]
    (tmp_path / "desks").rmdir()
    ask.open_path(owner, "Open", "")
    assert asked_in[2] == ""  # it has gone meanwhile
    assert Settings().get(LAST_FOLDER) == str(tmp_path / "desks")
