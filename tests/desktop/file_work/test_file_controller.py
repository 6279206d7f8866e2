"""Work on files is begun on the open desk, told when it has ended, and never begun on none."""

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import DeskError, Lens, Progress, Refused, Stopped, Store
from desktop.file_work.file_controller import FileController
from desktop.session.session import Session
from desktop.widgets.message import Notice
from tests.desktop.conftest import Answers


class Counting(FileController):
    """Counts the records of the desk."""

    def count(self, refusal: DeskError | None = None) -> None:
        self._start("Counting", partial(counted, refusal), self._finish)

    def _finish(self, count: int, change: None) -> None:
        self._tell("done", f"{count > 0}", change)

    def _stopped_text(self) -> str:
        return "It was stopped."


def counted(refusal: DeskError | None, lens: Lens, store: Store, _progress: Progress) -> int:
    if refusal is not None:
        raise refusal
    return sum(store.reader.counts(lens).values())


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (None, ("done", "True")),
        (Stopped(), ("info", "It was stopped.")),
        (Refused("No."), ("error", "No.")),
    ],
)
def test_what_came_of_it_is_told(
    session: Session,
    owner: QWidget,
    qtbot: QtBot,
    refusal: DeskError | None,
    told: tuple[str, str],
) -> None:
    work, notices = Counting(Answers(), owner), list[Notice]()
    work.noticed.connect(notices.append)
    work.count()
    assert notices == [], "there is no desk"
    work.show_session(session)
    with qtbot.waitSignals([work.work_started, work.noticed]):
        work.count(refusal)
    assert [(notice.kind, notice.text, notice.act) for notice in notices] == [(*told, None)]
