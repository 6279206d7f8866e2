"""The preview of an import tells what would come of the files, and writes nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from db import ImportReport, Lens, Progress, import_files, open_desk
from desktop.importing import import_choice, import_dialog
from desktop.importing.import_choice import ImportChoice, take_in
from desktop.importing.import_dialog import ImportDialog
from desktop.importing.import_report_dialog import ImportReportDialog
from desktop.session.session import Session
from tests.desktop.conftest import Answers
from tests.desktop.passphrases import set_passphrase

EVENTS = "id,title,date,place\n1,Call on cotton,4 May 2021,Lahore\n2,Visit,someday,Quetta\n"
PEOPLE = "name,born,country\nAda Lovelace,10 December 1815,United Kingdom\n"
MAP = 'kind = "organizations"\nid = "id"\n[fields]\nname = "title"\n'

POPOLO = json.dumps({
    "persons": [
        {"id": "1", "name": "Ana Silva", "birth_date": "1964-07", "gender": "female"},
        {"id": "2", "name": "Bo Birk", "birth_date": "someday"},
    ],
    "organizations": [{"id": "p", "name": "Senate", "classification": "legislature"}],
    "memberships": [{"person_id": "1", "organization_id": "p", "role": "speaker"}],
})  # fmt: skip

Opened = Callable[..., ImportDialog]


@pytest.fixture
def opened(session: Session, qtbot: QtBot, answers: Answers, tmp_path: Path) -> Opened:
    """Opens the dialog on files of these names and texts, and waits for its preview."""

    def open_dialog(**texts: str | bytes) -> ImportDialog:
        paths = []
        for name, text in texts.items():
            is_popolo = isinstance(text, str) and text.startswith("{")
            path = tmp_path / f"{name}{'.json' if is_popolo else '.csv'}"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        dialog = ImportDialog(session, paths, answers, None)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.previewed):
            pass
        return dialog

    return open_dialog


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_it_tells_what_the_file_is_and_how_it_is_understood(opened: Opened) -> None:
    dialog = opened(meetings=EVENTS)
    assert "meetings.csv: text in UTF-8, comma-separated, 4 columns" in dialog.files.text()
    assert dialog.kind.currentText() == "Detected automatically: Events"
    assert ["date", "start", "4 May 2021"] in cells(dialog.outcome.columns)
    assert ["title", "title", "Call on cotton"] in cells(dialog.outcome.columns)
    assert [label.text() for label in dialog.outcome.counts] == ["2 events", "none", "none"]


def test_rows_to_be_looked_at_are_listed_with_row_column_and_reason(opened: Opened) -> None:
    dialog = opened(meetings=EVENTS)
    (fault,) = cells(dialog.outcome.faults)
    assert fault[:3] == ["3", "date", "someday"]
    assert "someday" in fault[3]
    assert dialog.outcome.faults_title.text() == "To check: 1 remark."


def test_a_refused_row_is_listed_with_what_it_lacks(opened: Opened) -> None:
    dialog = opened(meetings=EVENTS + "3,,5 May 2021,Multan\n4,Talks,6 May 2021,Sibi\n")
    assert ["4", "title"] in [fault[:2] for fault in cells(dialog.outcome.faults)]
    assert dialog.outcome.faults_title.text() == "Refused: 1 row; to check: 1 remark."


def test_a_file_without_faults_shows_no_table_of_them(opened: Opened) -> None:
    dialog = opened(people=PEOPLE)
    assert [dialog.outcome.tabs.isTabVisible(at) for at in range(3)] == [True, True, False]
    assert dialog.accept_button.isEnabled()


def test_columns_that_nothing_is_taken_from_are_named(opened: Opened) -> None:
    dialog = opened(people=PEOPLE.replace("born,", "shoe size,born,").replace("e,10", "e,41,10"))
    assert dialog.outcome.left_out.text() == "Left out: shoe size"


def test_a_preview_writes_nothing(opened: Opened, session: Session) -> None:
    before = session.info().records
    opened(people=PEOPLE)
    assert session.info().records == before
    assert session.undo_label() == ""
    assert session.job is None


def test_another_kind_is_previewed_at_once(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(people=PEOPLE)
    at = dialog.kind.findData("organizations")
    dialog.kind.setCurrentIndex(at)
    with qtbot.waitSignal(dialog.previewed):
        dialog.kind.activated.emit(at)
    assert dialog.outcome.counts[0].text() == "1 organization"
    assert dialog.choice.kind == "organizations"


def test_the_last_of_several_changes_is_what_is_shown(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(people=PEOPLE)
    told: list[None] = []
    dialog.previewed.connect(lambda: told.append(None))
    for kind in ("organizations", "events", "organizations", "people"):
        at = dialog.kind.findData(kind)
        dialog.kind.setCurrentIndex(at)
        dialog.kind.activated.emit(at)
    qtbot.waitUntil(lambda: bool(told))
    assert dialog.outcome.counts[0].text() == "1 person"
    assert len(told) == 1


def test_a_map_says_the_kind_and_can_be_taken_away(
    opened: Opened, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(meetings=EVENTS)
    path = tmp_path / "bodies.toml"
    path.write_text(MAP)
    answers.paths = [path]
    with qtbot.waitSignal(dialog.previewed):
        dialog.map_button.click()
    assert dialog.kind.currentText() == "As the map says: Organizations"
    assert not dialog.kind.isEnabled()
    assert dialog.choice.map_path == path
    assert dialog.outcome.counts[0].text() == "2 organizations"
    with qtbot.waitSignal(dialog.previewed):
        dialog.no_map.click()
    assert dialog.kind.currentText() == "Detected automatically: Events"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"),
        (b"x,y\n1,2\n3,4\n", "name the kind of record"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(
    opened: Opened, content: bytes, says: str
) -> None:
    dialog = opened(strange=content)
    assert says in dialog.message.text()
    assert not dialog.message.isHidden()
    assert not dialog.accept_button.isEnabled()
    assert dialog.kind.isEnabled()


def test_a_bad_map_is_refused_and_another_can_be_chosen(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(people=PEOPLE)
    bad = tmp_path / "bad.toml"
    bad.write_text('kind = "people"\n[fields]\nname = "full name"\n')
    with qtbot.waitSignal(dialog.previewed):
        dialog.use_map(bad)
    assert "no column “full name”" in dialog.message.text()
    assert not dialog.accept_button.isEnabled()
    with qtbot.waitSignal(dialog.previewed):
        dialog.use_map(None)
    assert dialog.message.isHidden()
    assert dialog.accept_button.isEnabled()


def test_several_files_are_shown_and_counted_together(opened: Opened) -> None:
    dialog = opened(people=PEOPLE, meetings=EVENTS)
    assert dialog.files.text().count("\n") == 1
    assert dialog.outcome.counts[0].text() == "1 person, 2 events"


def test_closing_it_during_the_preview_leaves_nothing_running(
    session: Session, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    path.write_text("name,born\n" + "".join(f"Person {n},1950\n" for n in range(5_000)))
    dialog = ImportDialog(session, [path], answers, None)
    qtbot.addWidget(dialog)
    dialog.reject()
    qtbot.waitUntil(lambda: session.job is None)
    assert session.info().records["people"] == 6


def test_what_a_file_is_stands_there_while_the_import_is_tried_and_can_be_given_up(
    session: Session,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, may_end = tmp_path / "people.csv", Event()
    path.write_text(PEOPLE)

    def try_slowly(*given: Any, progress: Progress, **how: Any) -> ImportReport:
        while not may_end.wait(0.001):
            progress(1, 2)
        return import_files(*given, progress=progress, **how)

    monkeypatch.setattr(import_choice.db, "import_files", try_slowly)
    dialog = ImportDialog(session, [path], answers, None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.outcome.columns.model().rowCount() == 3)
    assert cells(dialog.outcome.columns)[1] == ["born", "", "10 December 1815"]
    assert "people.csv: text in UTF-8" in dialog.files.text()
    assert dialog.outcome.rows.model().rowCount() == 1
    assert not dialog.accept_button.isEnabled()
    with qtbot.waitSignal(dialog.previewed):
        dialog.progress.cancelled.emit()
    assert "was not found out" in dialog.message.text()
    assert dialog.outcome.columns.model().rowCount() == 3
    assert not dialog.accept_button.isEnabled()
    may_end.set()
    with qtbot.waitSignal(dialog.previewed):
        dialog.message.acted.emit()
    assert dialog.outcome.counts[0].text() == "1 person"
    assert dialog.accept_button.isEnabled()


def test_an_encrypted_desk_says_that_the_files_are_not(
    session: Session, opened: Opened, desk: Path, qtbot: QtBot
) -> None:
    set_passphrase(qtbot, session, "hunter two")
    dialog = opened(people=PEOPLE)
    assert any("stay readable" in label.text() for label in dialog.findChildren(QLabel))


def test_every_control_has_a_name(opened: Opened) -> None:
    dialog = opened(meetings=EVENTS)
    controls = [
        widget
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, (QAbstractButton, QComboBox, QTableView))
        and widget.isVisibleTo(dialog)
    ]
    assert controls
    assert [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())] == []


def test_the_report_is_saved_as_a_table_that_harms_nobody(
    desk: Path, answers: Answers, owner: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "meetings.csv"
    path.write_text(EVENTS.replace("someday", "=HYPERLINK(1)"))
    with open_desk(desk) as store:
        report = take_in(ImportChoice((path,)), Lens(), store, lambda done, total: None)
    dialog = ImportReportDialog(report, answers, owner)
    answers.paths = [tmp_path / "report"]
    dialog.save_button.click()
    text = (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "Row,Outcome,Column,Value,Why"
    assert text.splitlines()[1].startswith('3,"imported, please check",date,\'=HYPERLINK(1),')
    assert "report.csv" in dialog.message.text()


def test_a_report_that_cannot_be_written_says_so(
    desk: Path, answers: Answers, owner: QWidget, tmp_path: Path
) -> None:
    dialog = ImportReportDialog(ImportReport(), answers, owner)
    answers.paths = [tmp_path / "no folder" / "report.csv"]
    dialog.save_button.click()
    assert "There is no folder" in dialog.message.text()


def test_a_popolo_file_is_told_by_its_lists_and_first_rows(opened: Opened) -> None:
    dialog = opened(senate=POPOLO)
    assert "senate.json: Popolo in UTF-8: 2 persons, 1 organization, 1 membership" in (
        dialog.files.text()
    )
    assert dialog.kind.currentText() == "Detected automatically: everything"
    assert ["persons.birth_date", "People: born", "1964-07"] in cells(dialog.outcome.columns)
    assert ["memberships.role", "Tenures: office", "speaker"] in cells(dialog.outcome.columns)
    assert dialog.outcome.counts[0].text() == "2 people, 1 organization, 1 office, 1 tenure"
    (fault,) = cells(dialog.outcome.faults)
    assert fault[:3] == ["2", "persons[1].birth_date", "someday"]
    assert dialog.accept_button.isEnabled()


def test_a_vcard_is_told_by_its_cards_and_properties(opened: Opened) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nORG:Acme\nTITLE:Owner\nX-FOO:1\nEND:VCARD\n"
    dialog = opened(contacts=card)
    assert "vCard in UTF-8: 1 card" in dialog.files.text()
    assert ["cards.FN", "People: name", "Ana Silva"] in cells(dialog.outcome.columns)
    assert dialog.outcome.counts[0].text() == "1 person, 1 organization, 1 office, 1 tenure"
    assert "X-FOO" in dialog.outcome.left_out.text()
    (fault,) = cells(dialog.outcome.faults)
    assert fault[:3] == ["1", "X-FOO", "1"]
    assert dialog.accept_button.isEnabled()


def test_an_address_book_shows_its_columns_and_rows(opened: Opened) -> None:
    text = (
        "First Name,Last Name,Company,Job Title,Mobile Phone,E-mail Address\n"
        "Ana,Silva,Acme,Owner,+351 9,ana@b.pt\n"
    )
    dialog = opened(people=text)
    assert "Address book in UTF-8: 1 card" in dialog.files.text()
    assert ["Mobile Phone", "phone", "+351 9"] in cells(dialog.outcome.columns)
    assert dialog.outcome.counts[0].text() == "1 person, 1 organization, 1 office, 1 tenure"
    assert dialog.plan.found.looks[0].rows[0][0] == 2
    assert dialog.accept_button.isEnabled()


def test_a_map_on_popolo_shows_the_columns_of_its_list(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(senate=POPOLO)
    path = tmp_path / "map.toml"
    path.write_text('kind = "people"\n[fields]\nname = "name"\n', encoding="utf-8")
    with qtbot.waitSignal(dialog.previewed):
        dialog.use_map(path)
    assert ["name", "name", "Ana Silva"] in cells(dialog.outcome.columns)
    assert dialog.outcome.counts[0].text() == "2 people"


COLUMNS = "Full name,Wiegenfest,Ministry\nAna Ruiz,3/4/1961,Senate\nBo Birk,5/6/1970,Navy\n"


def chosen(dialog: ImportDialog, heading: str, target: str) -> None:
    """What a column becomes is chosen as the drop-down does it."""
    model = dialog.outcome.columns.columns
    row = [line.source for line in model.lines].index(heading)
    assert model.setData(model.index(row, 1), target)


def test_a_column_is_corrected_where_it_is_shown(
    opened: Opened, qtbot: QtBot, session: Session
) -> None:
    dialog = opened(people=COLUMNS)
    with qtbot.waitSignal(dialog.previewed):
        chosen(dialog, "Wiegenfest", "born")
    with qtbot.waitSignal(dialog.previewed):
        dialog.bar.order_chosen.emit(True)
    assert ["Wiegenfest", "born", "3/4/1961 → 3 April 1961"] in cells(dialog.outcome.columns)
    assert dialog.outcome.left_out.isHidden() and dialog.outcome.faults_title.isHidden()
    assert dialog.kind.currentText() == "As the map says: People"
    with open_desk(session.path, read_only=True) as store:
        assert store.info(Lens()).records["people"] == 6


def test_the_mark_of_decimals_is_said_where_sums_can_be_two(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(agreements="title,type,value\nRoad Loan,treaty,EUR 1.234\n")
    with qtbot.waitSignal(dialog.previewed):
        chosen(dialog, "value", "value")
    assert dialog.bar.decimal.isVisibleTo(dialog) and dialog.bar.decimal.currentData() is None
    assert not dialog.outcome.faults_title.isHidden(), "the sum can be two"
    for place, sums in ((2, "1,234 EUR"), (1, "1.234 EUR")):
        with qtbot.waitSignal(dialog.previewed):
            dialog.bar.decimal.setCurrentIndex(place)
            dialog.bar.decimal.activated.emit(place)
        assert dialog.bar.decimal.currentIndex() == place
        [shown] = [line[2] for line in cells(dialog.outcome.columns) if line[0] == "value"]
        assert shown == f"EUR 1.234 → {sums}"
        assert dialog.outcome.faults_title.isHidden()


def test_two_corrections_in_one_breath_both_stand(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(people=COLUMNS)
    with qtbot.waitSignal(dialog.previewed):
        chosen(dialog, "Wiegenfest", "born")
        chosen(dialog, "Ministry", "notes")
    assert {line[0]: line[1] for line in cells(dialog.outcome.columns)} == {
        "Full name": "name",
        "Wiegenfest": "born",
        "Ministry": "notes",
    }


def test_unticked_rows_are_not_counted_and_not_imported(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(people=COLUMNS)
    with qtbot.waitSignal(dialog.previewed):
        dialog.outcome.rows.ticks.flip([0])
    assert dialog.outcome.skipped.text() == "1 row left out: 2"
    assert dialog.outcome.counts[0].text().startswith("1 person")
    assert dialog.choice.readings[dialog.path].skipped_rows == {2}
    with qtbot.waitSignal(dialog.previewed):
        dialog.outcome.take_all.click()
    assert dialog.outcome.counts[0].text().startswith("2 people")


def test_a_kept_map_is_used_for_the_next_file_with_these_columns_until_asked_anew(
    opened: Opened, qtbot: QtBot
) -> None:
    first = opened(people=COLUMNS)
    with qtbot.waitSignal(first.previewed):
        chosen(first, "Wiegenfest", "born")
    first.keep_button.click()
    assert "Kept" in first.message.text()
    second = opened(others=COLUMNS.replace("Ana", "Eva"))
    assert ["Wiegenfest", "born"] in [line[:2] for line in cells(second.outcome.columns)]
    assert "The map kept for files of this shape is used" in second.message.text()
    assert second.accept_button.isEnabled()
    with qtbot.waitSignal(second.previewed):
        second.no_map.click()
    assert second.message.isHidden()
    assert second.no_map.isHidden()
    other = opened(third=COLUMNS.replace("Wiegenfest", "Gebürtig"))
    assert other.message.isHidden()


def test_the_row_of_the_headings_is_chosen(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(people="a,b\nc,d\nname,born\nAna Ruiz,1961\n")
    with qtbot.waitSignal(dialog.previewed):
        dialog.bar.header.setValue(3)
    assert ["born", "born", "1961"] in cells(dialog.outcome.columns)


def test_what_a_file_lists_is_asked_where_its_columns_are_shown(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = opened(strange="x,y\nAna Ruiz,2\nBo Birk,4\n")
    assert "name the kind of record" in dialog.message.text()
    assert [line[0] for line in cells(dialog.outcome.columns)] == ["x", "y"]
    with qtbot.waitSignal(dialog.previewed):
        dialog.kind.setCurrentIndex(dialog.kind.findData("people"))
        dialog.kind.activated.emit(1)
    assert ["x", "name", "Ana Ruiz"] in cells(dialog.outcome.columns), "by its values"
    with qtbot.waitSignal(dialog.previewed):
        chosen(dialog, "y", "notes")
    assert dialog.accept_button.isEnabled()
    assert dialog.outcome.counts[0].text() == "2 people"


def test_each_of_several_files_has_columns_of_its_own(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(people=COLUMNS, meetings=EVENTS)
    assert cells(dialog.outcome.columns)[0][0] == "Full name"
    with qtbot.waitSignal(dialog.previewed):
        chosen(dialog, "Wiegenfest", "born")
    dialog.file.setCurrentIndex(1)
    dialog.file.activated.emit(1)
    assert [line[0] for line in cells(dialog.outcome.columns)] == ["id", "title", "date", "place"]
    with qtbot.waitSignal(dialog.previewed):
        chosen(dialog, "place", "notes")
    assert [how.mapping is not None for how in dialog.choice.readings.values()] == [True, True]
    assert "2 events" in dialog.outcome.counts[0].text()


def test_a_bug_in_the_preview_is_told_and_not_waited_for(
    session: Session, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(import_dialog, "preview", fail)
    with qtbot.waitSignal(session.failed):
        dialog = opened(people="name\nAna\n")
    assert not dialog.message.isHidden() and dialog.progress.isHidden()
    assert not dialog.accept_button.isEnabled()
