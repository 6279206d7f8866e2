"""A preview of a few records, open and still."""

import pytest
from pytestqt.qtbot import QtBot

from db import Lens, parse_query
from desktop.preview.preview_window import PreviewWindow
from desktop.printing.print_request import records_request
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window

NAMES = ("asim munir", "rubio", "dar")


def is_still(preview: PreviewWindow) -> bool:
    return preview.typesetting.order is None and preview.out.job is None


def key_of(window: Window, kind: str, words: str) -> int:
    reader, lens = window.session.reader, Lens()
    return reader.page(kind, parse_query(words), lens).ids[0]


@pytest.fixture
def preview(window: Window, qtbot: QtBot) -> PreviewWindow:
    ids = [key_of(window, "person", name) for name in NAMES]
    actions_of(window).printing.show(records_request("People (3)", "person", ids))
    made = actions_of(window).printing.preview
    qtbot.waitUntil(lambda: made.ready is not None and is_still(made), timeout=20_000)
    return made
