"""Nothing above the ceiling is told anywhere: every question, every command, the whole window.

The desk is made from the records' declarations (`tests.marked_desk`); what is told under a ceiling
is searched for any word that is marked higher.
"""

from __future__ import annotations

import inspect
import json
import shutil
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db import KINDS, Lens, Reader, make_desk, open_desk, write_courier
from db.exchange.courier.courier_file import open_courier
from desktop.commands.console.command_table import COMMANDS
from desktop.commands.run import run
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.models.roles import Role
from desktop.preview.print_history_dialog import PrintedDialog
from desktop.search.saved_searches_dialog import SavedSearchesDialog
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.desk_sql import sql_of
from tests.desk_questions import UNASKED_OF_READER, answers
from tests.desktop.conftest import settled
from tests.marked_desk import LEVELS, PREFIXES, Marked, fork_marked_desk, make_marked_desk

CEILINGS = ("open", "restricted", "confidential", "secret")
LOWERED = LEVELS[:-1]
SECRET = "correct horse"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    return make_marked_desk(tmp_path_factory.mktemp("marked") / "marked.desk")


def above(said: str, ceiling: int) -> list[str]:
    """The words told that are marked higher than a ceiling."""
    folded = said.casefold()
    found = [prefix for prefix in PREFIXES[ceiling + 1 :] if prefix in folded]
    if not found:
        return []
    return sorted({word for word in folded.split() if any(each in word for each in found)})[:9]


@pytest.mark.parametrize("ceiling", LOWERED)
def test_no_question_is_answered_with_a_word_above_the_ceiling(
    marked: Marked, ceiling: int
) -> None:
    lens = Lens("2026-06-01", ceiling)
    told: list[str] = []
    with open_desk(marked.path) as store:
        for question, answer in answers(store, lens):
            if words := above(repr(answer), ceiling):
                told.append(f"{question}: {words}")
    assert told == []


def test_every_word_is_told_under_the_highest_ceiling(marked: Marked) -> None:
    """Or the tests here would prove nothing."""
    with open_desk(marked.path, read_only=True) as store:
        said = repr([answer for _, answer in answers(store, Lens("2026-06-01"))])
        held = [row[0] for row in sql_of(store).rows("SELECT before FROM revision")]
    for level, words in zip(LEVELS, marked.words, strict=True):
        found = {word for word in words if word in said}
        assert len(found) > 0.6 * len(words), (level, len(found), len(words))
    assert held


def test_every_question_that_takes_a_lens_is_asked(
    marked: Marked, monkeypatch: pytest.MonkeyPatch
) -> None:
    takes_lens = {
        name
        for name, method in inspect.getmembers(Reader, inspect.isfunction)
        if not name.startswith("_") and "lens" in getattr(method, "__annotations__", ())
    }
    asked: set[str] = set()
    for name in takes_lens:
        monkeypatch.setattr(Reader, name, noting(asked, name, getattr(Reader, name)))
    with open_desk(marked.path) as store:
        for _ in answers(store, Lens("2026-06-01")):
            pass
    assert takes_lens - asked == UNASKED_OF_READER.keys()


def noting(asked: set[str], name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, which also notes that it was asked."""

    def ask(*args: Any, **named: Any) -> Any:
        asked.add(name)
        return method(*args, **named)

    return ask


def commands(marked: Marked, out: Path) -> Iterator[list[str]]:
    """Every command that tells of records, by its arguments behind the desk's."""
    yield ["info"]
    yield ["printed"]
    yield ["duplicates"]
    yield ["today"]
    yield ["check"]
    yield ["history", "--limit", "500"]
    kinds = ("people", "organizations", "offices", "tenures", "accreditations", "agreements",
             "events")  # fmt: skip
    yield from (["list", kind] for kind in kinds)
    for prefix in PREFIXES:
        yield ["search", prefix[:-2]]
        yield ["holders", prefix]
        yield ["clock", prefix]
        yield ["precedence", prefix]
        yield ["board", prefix, "--and", "2000-01-01"]
        yield ["succeed", f"{prefix}a", prefix, "--on", "2026-01-01"]
    for uid in marked.uids:
        yield ["show", uid]
        yield ["history", uid]
        yield ["edit", uid, "country=pk"]
        yield ["erase", uid, "--preview"]
        yield ["subject", uid]
        yield ["retention"]
    for number in range(1, 30):
        yield ["printed", str(number)]
        yield ["revert", str(number)]
    for form in ("biography", "organization", "agreement", "chronology", "list"):
        yield ["print", form, "country:pk", "--out", str(out / f"{form}.html")]
    yield ["board", "pk", "--and", "2000-01-01"]
    for form in ("board", "organigram", "organigram-a3"):
        yield ["print", form, "country:pk", "--out", str(out / f"{form}.html")]
    reshuffle = ["--and", "2000-01-01", "--out", str(out / "reshuffle.html")]
    yield ["print", "reshuffle", "country:pk", *reshuffle]
    for prefix in PREFIXES:
        out_file = str(out / f"diplomatic-{prefix}.html")
        yield ["print", "diplomatic-list", prefix, "--out", out_file]
    yield from (["merge", str(out / name), "--preview"] for name in ("other.desk", "other.zip"))
    yield ["merge", str(out / "c.courier"), "--preview"]
    yield ["courier", str(out / "made.courier"), "--to", "Paris"]
    text = out / "article.txt"
    text.write_text("Tabuwrot, 1 May. Nobody in particular met.", encoding="utf-8")
    yield ["intake", str(text), "--published", "2025-09-15"]
    yield ["export", str(out / "all.json")]
    yield ["export", str(out / "all.csv"), "--kind", "people", "--columns", "name,biography"]


def tables(marked: Marked, folder: Path) -> Iterator[tuple[Path, int]]:
    """Files that name by uid, number or title what lies on the desk, each with a level."""
    with open_desk(marked.path, read_only=True) as store:
        records = sql_of(store).rows("SELECT uid, title, marking FROM record ORDER BY id")
        numbers = sql_of(store).rows(
            "SELECT i.value, 'Plain', r.marking FROM identifier i JOIN record r ON r.id=i.record_id"
        )
        held = sql_of(store).rows(
            "SELECT r.title, o.title, b.title, b.marking FROM office o"
            " JOIN record b ON b.id=o.record_id"
            " JOIN record r ON r.kind='person' AND r.marking=b.marking"
        )
    named = [(uid, f"Plain {uid[-6:]}", marking) for uid, _, marking in records]
    for name, head, rows in (
        ("people", "id,name", named),
        ("organizations", "id,name", named),
        ("people", "id,name", numbers),
        ("people", "name,biography", [(title, "-", marking) for _, title, marking in records]),
        ("tenures", "person,office,organization", held),
    ):
        for level in LEVELS:
            lines = [",".join(row[:-1]) for row in rows if row[-1] == level]
            path = folder / f"{name} {head} {level}.csv"
            path.write_text("\n".join([head, *lines]), encoding="utf-8")
            yield path, level


@pytest.mark.parametrize("ceiling", LOWERED)
def test_the_preview_of_an_import_tells_nothing_of_what_it_meets_above(
    marked: Marked, ceiling: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says the same of records that lie above as of records that are not there."""
    path, empty = tmp_path / "own.desk", tmp_path / "empty.desk"
    path.write_bytes(marked.path.read_bytes())
    make_desk(empty)
    for table, level in tables(marked, tmp_path):
        if level <= ceiling:
            continue
        told = []
        for desk in (path, empty):
            words = ["--preview", "--ceiling", CEILINGS[ceiling], "--json"]
            run(["import", str(desk), str(table), *words])
            said = capsys.readouterr()
            told.append(said.out + said.err)
        assert told[0] == told[1], table.name


# Those that open the desk to write: what they refuse is looked at, and what a preview tells.
WRITING = frozenset({"edit", "revert", "merge", "courier", "erase", "succeed"})
# Which commands are not among `commands`, and why.
UNASKED = {
    "import": "has a test of its own above",
    "new": "there is no desk yet",
    "verify": "tells damage by tables and numbers, no word of a record",
    "passphrase": "looks at no record",
    "settings": "looks at no record",
    "backup": "counts records as info does",
    "restore": "names two files",
    "salvage": "its own test asks it under a ceiling",
    "date": "opens no desk",
    "tour": "shows the sample desk alone",
}


def test_every_command_is_asked(marked: Marked, tmp_path: Path) -> None:
    asked = {name for name, *_ in commands(marked, tmp_path)}
    assert asked | UNASKED.keys() == COMMANDS.keys() and not asked & UNASKED.keys()
    assert asked >= WRITING


@pytest.fixture(scope="module")
def forked(marked: Marked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the desk, and another with its bundle; both went their own ways."""
    folder = tmp_path_factory.mktemp("forked")
    (folder / "own.desk").write_bytes(marked.path.read_bytes())
    fork_marked_desk(folder / "own.desk", folder / "other.desk")
    run(["export", str(folder / "other.desk"), str(folder / "other.zip")])
    with open_desk(folder / "other.desk") as store:
        write_courier(store, folder / "c.courier", Lens(), SECRET, to="Own")
    return folder


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDE_MEMOIRE_COURIER_PASSPHRASE", SECRET)
    monkeypatch.setenv("AIDE_MEMOIRE_OTHER_PASSPHRASE", SECRET)


@pytest.mark.parametrize("since", ["all", "the last"])
@pytest.mark.parametrize("ceiling", LOWERED)
def test_no_courier_holds_a_word_above_its_ceiling(
    marked: Marked, forked: Path, ceiling: int, since: str, tmp_path: Path
) -> None:
    """What it holds is read without a lens; a history of a year is in it, or what was done last."""
    path, low = tmp_path / "own.desk", Lens("2026-06-01", ceiling)
    path.write_bytes((forked / "own.desk").read_bytes())
    with open_desk(path) as store, open_desk(marked.path, read_only=True) as before:
        last = before.reader.last_change() if since == "the last" else None
        write_courier(store, tmp_path / "c", low, SECRET, to="Paris", since=last)
    with open_courier(tmp_path / "c", SECRET) as entries:
        packed = [row[0] for row in entries.sql.rows("SELECT data FROM entry")]
    held = b" ".join(zlib.decompress(each) if each[:1] == b"x" else each for each in packed)
    assert above(held.decode("utf-8", "replace"), ceiling) == []
    assert PREFIXES[ceiling] in held.decode("utf-8", "replace")


@pytest.mark.parametrize("ceiling", LEVELS)
def test_a_merge_tells_of_conflicts_up_to_the_ceiling(
    forked: Path, ceiling: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or its silence about what is above would prove nothing."""
    desks = [str(forked / name) for name in ("own.desk", "other.desk")]
    run(["merge", *desks, "--preview", "--json", "--ceiling", CEILINGS[ceiling]])
    said = capsys.readouterr().out
    for word in ("here", "there"):
        told = [prefix for prefix in PREFIXES if f"{prefix}{word}" in said]
        assert told == [*PREFIXES[: ceiling + 1]]


@pytest.mark.parametrize("ceiling", LOWERED)
def test_no_command_tells_a_word_above_its_ceiling(
    marked: Marked,
    forked: Path,
    ceiling: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for file in forked.iterdir():
        shutil.copy(file, tmp_path)
    path = tmp_path / "own.desk"
    told: list[str] = []
    for name, *arguments in commands(marked, tmp_path):
        writes = [] if name in WRITING else ["--read-only"]
        run([name, str(path), *arguments, "--json", "--ceiling", CEILINGS[ceiling], *writes])
        said = capsys.readouterr()
        given = " ".join(arguments)
        answer = (said.out + said.err).replace(given, "")
        if words := above(" ".join(without_asked(answer, arguments)), ceiling):
            told.append(f"{name} {given}: {words}")
    for file in [*tmp_path.glob("*.html"), *tmp_path.glob("all.*")]:
        if words := above(file.read_text(encoding="utf-8"), ceiling):
            told.append(f"{file.name}: {words}")
    assert told == []


def without_asked(answer: str, arguments: list[str]) -> list[str]:
    """The words of an answer but those that were asked with."""
    asked = {argument.casefold() for argument in arguments}
    return [word for word in answer.split() if word.strip("“”.,:;\"'").casefold() not in asked]


# Those that Qt names and our own: `itemData` would ask for 256 of every cell, and not for ours.
ROLES = (*Qt.ItemDataRole, *Role)


def model_texts(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    """Every text in every role of every cell of a model."""
    under = parent if parent is not None else QModelIndex()
    for row in range(min(model.rowCount(under), 200)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(under)
        for column in range(columns):
            index = model.index(row, column, under)
            yield from (str(index.data(role)) for role in ROLES)


def texts(top: QWidget) -> Iterator[str]:
    """Every text of every widget, action and model below a widget."""
    yield top.windowTitle()
    for widget in top.findChildren(QWidget):
        yield from (widget.toolTip(), widget.statusTip(), widget.accessibleName())
        yield from (widget.accessibleDescription(), widget.windowTitle(), widget.whatsThis())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from model_texts(widget.model())
    for action in top.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


@pytest.mark.parametrize("ceiling", LOWERED)
def test_the_window_shows_no_word_above_its_ceiling(
    marked: Marked, start: Window, qtbot: QtBot, tmp_path: Path, ceiling: int
) -> None:
    path = tmp_path / "own.desk"
    path.write_bytes(marked.path.read_bytes())
    window = start
    assert actions_of(window).desks.open_path(path)
    settled(qtbot, window)
    visit(window, qtbot)  # so that there is much to be put away
    window.session.limit(ceiling)
    settled(qtbot, window)
    told: list[str] = []
    for place in (*visit(window, qtbot), *dialogs(window)):
        if words := above(json.dumps(place, ensure_ascii=False), ceiling):
            told.append(f"{place[0]}: {words}")
    assert told == []


def visit(window: Window, qtbot: QtBot) -> list[list[str]]:
    """Each tab with its list and the pages of some records, as texts."""
    found: list[list[str]] = []
    session, view = window.session, window.view
    assert session is not None and view is not None
    for at, kind in enumerate(KINDS):
        view.show_tab(at)
        settled(qtbot, window)
        actions_of(window).saved_searches.fill()
        for key in list(session.reader.all_ids(kind, session.lens, "name"))[:12]:
            view.go_to(key)
            settled(qtbot, window)
            found.append([f"{kind} {key}", *texts(window)])
    return found


def dialogs(window: Window) -> Iterator[list[str]]:
    assert window.session is not None
    for dialog in (
        HistoryDialog(window.session, window),
        SavedSearchesDialog(window.session, window),
        PrintedDialog(window.session, window),
    ):
        yield [type(dialog).__name__, *texts(dialog)]
        dialog.deleteLater()
