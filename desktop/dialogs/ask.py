"""The one place where the window waits for an answer; tests put answers in its stead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.dialogs.end_predecessor import EndPredecessor, EndPredecessorBox
from desktop.dialogs.leave_new import LeaveNewBox
from desktop.settings import LAST_FOLDER, Settings
from desktop.style.dialog_layout import fit_to_contents


class Ask:
    """Asks the officer. None or False is an answer too: nothing is done then.

    Files are asked for in the folder of the last one, which the settings remember.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def _last_folder(self) -> str:
        folder = self._settings.get(LAST_FOLDER)
        return folder if folder and Path(folder).is_dir() else ""

    def _note_folder(self, name: str) -> Path:
        path = Path(name)
        self._settings.put(LAST_FOLDER, str(path.absolute().parent))
        return path

    def run(self, dialog: QDialog) -> bool:
        """Show a dialog until it is accepted (True) or given up."""
        fit_to_contents(dialog)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def leave_new(self, parent: QWidget, title: str) -> str:
        """Say whether a new record that is left is saved, discarded, or stays open."""
        box = LeaveNewBox(title, parent)
        self.run(box)
        answer = box.answer()
        box.deleteLater()
        return answer

    def end_predecessor(self, parent: QWidget, question: EndPredecessor) -> None:
        """Have the question answered whether a predecessor's tenure ends."""
        box = EndPredecessorBox(question, parent)
        self.run(box)
        box.tell_answer()
        box.deleteLater()

    def open_path(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Return a file that is there; `kinds` as Qt writes file filters."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, self._last_folder(), kinds)
        return self._note_folder(chosen) if chosen else None

    def open_paths(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Return files that are there, none or several."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, self._last_folder(), kinds)
        return [self._note_folder(name) for name in chosen]

    def save_path(self, parent: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
        """Return a file to write, proposed by a name; its ending is that of the proposed one, or of
        another kind of file that is chosen.

        The dialog adds the ending itself, so that it asks before a file of that name is replaced.
        """
        dialog = QFileDialog(parent, title, self._last_folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(Path(proposed).suffix)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending(chosen)))
        dialog.selectFile(proposed)
        chosen = dialog.selectedFiles() if self.run(dialog) else []
        dialog.deleteLater()
        return self._note_folder(chosen[0]) if chosen else None


def _ending(kind: str) -> str:
    """Return the ending of a file filter of Qt, without its dot.

    >>> _ending("FollowTheMoney (*.ftm.jsonl)")
    'ftm.jsonl'
    """
    return kind.rpartition("(*.")[2].rstrip(")")
