"""What leaves the window tells nothing above the ceiling: the clipboard, files, pictures, merging.

The desk is that of `tests.marked_desk`, on which every field at every marking bears a word of its
own; here also pictures, and two records of each level that may be one.
"""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from db import (
    HIGHEST,
    KINDS,
    Attachment,
    BoardScope,
    Damaged,
    Event,
    Lens,
    Note,
    Person,
    Record,
    Refused,
    Store,
    open_desk,
)
from desktop.duplicates.duplicates_dialog import DuplicatesDialog
from desktop.page.page_text import PageText
from desktop.paper.content.blocks import Sheet
from desktop.paper.offices.office_forms import OfficeRequest, office_sheet
from desktop.paper.outputs import OUTPUTS, write
from desktop.paper.sheets.several import sheets_of
from desktop.paper.sheets.sheet_forms import SHEET_FORMS, bind_sheets
from desktop.preview.preview_window import PreviewWindow
from desktop.printing.print_request import records_request
from desktop.session.session import Session
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled
from tests.desktop.paper.pictures import png
from tests.desktop.preview.conftest import is_still
from tests.desktop.test_above_ceiling import LOWERED, above, texts
from tests.desktop.test_accessible import DIALOGS
from tests.marked_desk import LEVELS, Marked, make_marked_desk

DAY = "2026-06-01"
SHOWN = 3  # records of each kind whose page is walked
RECORD_FORMS = [(form, kind) for form, of in SHEET_FORMS.items() for kind in of.kinds]


def picture(level: int) -> bytes:
    """A picture of its own for each marking."""
    return png(20 + level, 30)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    made = make_marked_desk(tmp_path_factory.mktemp("marked") / "marked.desk")
    with open_desk(made.path) as store:
        for level in LEVELS:
            name = f"portrait {made.word(level, 'picture')}.png"
            files = [Attachment(file_name=name, media_type="image/png", data=picture(level))]
            files[0].marking = level
            store.save(Person(title=f"Open Bearer {level}", attachments=files), Lens(DAY))
            for _ in range(2):
                twin = Person(title=f"{made.word(level, 'twin')[:9]} Double", marking=level)
                twin.notes = [Note(text=made.word(each, "note"), marking=each) for each in LEVELS]
                store.save(twin, Lens(DAY))
    return made


@pytest.fixture
def lowered(
    marked: Marked, start: Window, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest
) -> Window:
    """The window on a desk of its own, walked under the highest ceiling and lowered then."""
    path = tmp_path / "own.desk"
    path.write_bytes(marked.path.read_bytes())
    assert actions_of(start).desks.open_path(path)
    settled(qtbot, start)
    for at in range(len(KINDS)):
        start.view.show_tab(at)
        settled(qtbot, start)
    session_of(start).limit(request.param)
    settled(qtbot, start)
    return start


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def ceiling_of(window: Window) -> int:
    return session_of(window).lens.ceiling


def words_of(data: QMimeData) -> str:
    """Everything that lies in data to be copied, whatever it is called."""
    raw = (bytes(data.data(name).data()).decode("utf-8", "replace") for name in data.formats())
    return " ".join((data.text(), data.html(), *raw))


def copied(qtbot: QtBot) -> str:
    """What lies on the clipboard once something new does."""
    board = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: bool(board.text()), timeout=5_000)
    said = words_of(board.mimeData())
    board.clear()
    return said


@pytest.mark.parametrize("lowered", [*LOWERED, HIGHEST], indirect=True)
def test_copied_rows_and_names_tell_nothing_above_the_ceiling(
    lowered: Window, marked: Marked, qtbot: QtBot
) -> None:
    ceiling, said = ceiling_of(lowered), []
    QGuiApplication.clipboard().clear()
    for at, kind in enumerate(KINDS):
        lowered.view.show_tab(at)
        settled(qtbot, lowered)
        tab = lowered.view.tab
        tab.list.table.selectAll()
        lowered.view.chosen.copy_rows()
        said.append(copied(qtbot))
        for key in list(session_of(lowered).reader.all_ids(kind, Lens(DAY, ceiling), "name")):
            lowered.view.go_to(key)
            settled(qtbot, lowered)
            lowered.view.chosen.copy_name()
            said.append(copied(qtbot))
    assert [words for text in said if (words := above(text, ceiling))] == []
    told = sum(any(word in text for text in said) for word in marked.words[ceiling])
    assert told >= len(KINDS)


@pytest.mark.parametrize("lowered", LOWERED, indirect=True)
def test_what_is_copied_of_a_page_tells_nothing_above_the_ceiling(
    lowered: Window, qtbot: QtBot
) -> None:
    ceiling, said = ceiling_of(lowered), []
    for at, kind in enumerate(KINDS):
        lowered.view.show_tab(at)
        ids = list(session_of(lowered).reader.all_ids(kind, Lens(DAY, ceiling), "name"))
        for key in [*ids[:SHOWN], *ids[-SHOWN:]]:
            lowered.view.go_to(key)
            settled(qtbot, lowered)
            for page in lowered.view.tab.findChildren(PageText):
                page.selectAll()
                said.append(words_of(page.createMimeDataFromSelection()))
    assert said and any(len(text) > 200 for text in said)
    assert [words for text in said if (words := above(text, ceiling))] == []


@pytest.mark.parametrize("lowered", LOWERED, indirect=True)
def test_the_window_of_duplicates_tells_nothing_above_the_ceiling(
    lowered: Window, qtbot: QtBot
) -> None:
    ceiling, said, pairs = ceiling_of(lowered), [], 0
    dialog = DuplicatesDialog(session_of(lowered), lowered)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.reading is None, timeout=20_000)
    for row in range(len(dialog.pairs)):
        dialog.table.selectRow(row)
        assert dialog.records is not None
        said.append(" ".join(texts(dialog)))
        dialog.turn()
        said.append(" ".join(texts(dialog)))
        pairs += "Double" in str(dialog.pairs[row])
    assert pairs > ceiling
    dialog.table.selectRow(0)
    ids = {record.id for record in dialog.records or ()}
    dialog.merge()
    qtbot.waitUntil(
        lambda: not ids <= {p.a.id for p in dialog.pairs} | {p.b.id for p in dialog.pairs}
    )
    said += [" ".join(texts(dialog)), " ".join(texts(lowered))]
    dialog.undo()
    said.append(" ".join(texts(dialog)))
    dialog.reject()
    assert [words for text in said if (words := above(text, ceiling))] == []


@pytest.mark.parametrize("lowered", LOWERED, indirect=True)
def test_no_dialog_tells_a_word_above_the_ceiling(
    lowered: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    ceiling, told = ceiling_of(lowered), {}
    for name, make in DIALOGS.items():
        dialog = make(session_of(lowered), tmp_path, qtbot, lowered)
        qtbot.addWidget(dialog)
        dialog.show()
        told[name] = above(" ".join(texts(dialog)), ceiling)
        dialog.reject()
    assert {name: words for name, words in told.items() if words} == {}


@pytest.mark.parametrize("lowered", LOWERED, indirect=True)
def test_the_preview_and_what_it_copies_tell_nothing_above_the_ceiling(
    lowered: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    ceiling, said = ceiling_of(lowered), []
    session, printing = session_of(lowered), actions_of(lowered).printing
    QGuiApplication.clipboard().clear()
    for kind in KINDS:
        ids = list(session.reader.all_ids(kind, session.lens, "name"))
        printing.show(records_request(kind, kind, tuple(ids)))
        preview = printing.preview
        assert preview is not None
        qtbot.waitUntil(partial(is_set, preview), timeout=60_000)
        said.append(" ".join(texts(preview)))
        preview.copy_text()
        said.append(copied(qtbot))
        assert preview.ready is not None
        said.append(pdf_words(preview.ready.printed.pdf))
        preview.close()
    assert [words for text in said if (words := above(text, ceiling))] == []


def is_set(preview: PreviewWindow) -> bool:
    return preview.ready is not None and is_still(preview)


def pdf_words(content: bytes) -> str:
    """The words of its pages and of what it says of itself, without the marks of direction."""
    reader = PdfReader(BytesIO(content))
    said = " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
    return "".join(char for char in said if unicodedata.category(char) != "Cf")


def has_people(record: Record) -> bool:
    return isinstance(record, Event) and bool(record.participants)


def file_words(path: Path) -> str:
    """Every word in a file of the paper, in its parts and their names."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return pdf_words(content)
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            return " ".join(f"{name} {parts.read(name)!r}" for name in parts.namelist())
    return content.decode()


def diplomatic_lists(store: Store, lens: Lens) -> list[Sheet]:
    """The list of every state to which the lens shows anybody accredited."""
    made = []
    for state in sorted({each.receiving for each in store.reader.accreditation_lines(lens)}):
        scope = BoardScope(state)
        asked = OfficeRequest(scope, lens, "Marked", datetime.now())
        made.append(office_sheet("diplomatic-list", asked, store.reader))
    return made


@pytest.mark.parametrize("ending", [each for each in OUTPUTS if each != ".htm"])
@pytest.mark.parametrize("ceiling", [*LOWERED, HIGHEST])
def test_no_file_of_any_form_tells_a_word_above_the_ceiling(
    marked: Marked, ceiling: int, ending: str, tmp_path: Path
) -> None:
    lens, said = Lens(DAY, ceiling), {}
    with open_desk(marked.path, read_only=True) as store:
        for form, kind in RECORD_FORMS:
            ids = list(store.reader.all_ids(kind, lens, "name"))
            if form == "brief" and kind == "event":  # of a meeting with nobody there is no brief
                ids = [key for key in ids if has_people(store.reader.get(key, lens))]
            if form == "diplomatic-list":
                sheets = diplomatic_lists(store, lens)
            else:
                sheets = sheets_of(form, ids, store.reader, lens, "Marked", other_day="2000-01-01")
            path = tmp_path / f"{form} {kind}{ending}"
            write(bind_sheets(sheets), path)
            said[path.name] = file_words(path)
    assert {name: words for name, text in said.items() if (words := above(text, ceiling))} == {}
    held = " ".join(said.values())
    assert sum(word in held for word in marked.words[ceiling]) > 0.3 * len(marked.words[ceiling])


@pytest.mark.parametrize("ceiling", [*LOWERED, HIGHEST])
def test_no_picture_above_the_ceiling_is_printed_or_given_out(
    marked: Marked, ceiling: int, tmp_path: Path
) -> None:
    lens, expected = Lens(DAY, ceiling), [level <= ceiling for level in LEVELS]
    with open_desk(marked.path, read_only=True) as store:
        ids = list(store.reader.all_ids("person", lens, "name"))
        sheets = bind_sheets(sheets_of("biography", ids, store.reader, lens, "Marked"))
        for ending in (".html", ".docx"):
            path, _ = write(sheets, tmp_path / f"people{ending}")
            assert [is_in(path, picture(level)) for level in LEVELS] == expected
        path, _ = write(sheets, tmp_path / "people.pdf")
        assert len(list(pictures_in(path))) == sum(expected)
        every = [
            each
            for key in store.reader.all_ids("person", Lens(DAY), "name")
            for each in store.reader.get(key, Lens(DAY)).attachments
        ]
        for each in every:
            if each.marking > ceiling:
                with pytest.raises((Refused, Damaged)):
                    store.reader.attachment(each.sha256, lens)
    assert len(every) >= len(LEVELS)


def is_in(path: Path, content: bytes) -> bool:
    if path.suffix == ".html":
        return base64.b64encode(content).decode() in path.read_text()
    with ZipFile(path) as parts:
        return any(parts.read(name) == content for name in parts.namelist())


def pictures_in(path: Path) -> Iterator[str]:
    for page in PdfReader(path).pages:
        for name, item in (page["/Resources"].get_object().get("/XObject") or {}).items():
            if item.get_object()["/Subtype"] == "/Image":
                yield name
