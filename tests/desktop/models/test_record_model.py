"""The model shows any number of rows without loading them and refreshes what changed."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db import (
    KINDS,
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Organization,
    Person,
    Reader,
    Refused,
    make_desk,
    open_desk,
    parse_query,
)
from desktop.models.column_room import TITLES
from desktop.models.record_model import RecordModel
from desktop.models.roles import MARKS, TITLE, WHY
from desktop.session.session import Session


@pytest.fixture
def model(session: Session, qtbot: QtBot) -> RecordModel:
    made = RecordModel("person", session)
    session.changed.connect(made.take)
    made.open()
    qtbot.waitUntil(session.background_reader.is_idle)
    return made


def names(model: RecordModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_rows_are_there_before_the_lane_answers(session: Session) -> None:
    made = RecordModel("person", session)
    made.open()
    assert made.rowCount() == 6
    assert made.total is None


def test_qt_finds_nothing_wrong(model: RecordModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)


def test_a_column_sorts_both_ways(model: RecordModel, session: Session, qtbot: QtBot) -> None:
    forth = names(model)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(session.background_reader.is_idle)
    assert names(model) == forth[::-1]
    model.sort(1)  # offices are in no order
    assert model.order == ("name", True)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("munir", ["Asim Munir", "Munir Akram"]),
        ("melanie", ["Mélanie Joly"]),
        ("country:us", ["Marco Rubio"]),
        ("munir -asim", ["Munir Akram"]),
        ("nobody", []),
    ],
)
def test_a_query_shows_its_hits(
    model: RecordModel, session: Session, qtbot: QtBot, query: str, found: list[str]
) -> None:
    model.search(parse_query(query))
    qtbot.waitUntil(session.background_reader.is_idle)
    assert sorted(names(model)) == found
    assert model.total == 6


_BY_TITLE = ["Alpha Mid", "Mid", "Zed Mid"]
_BY_DAY = ["Zed Mid", "Alpha Mid", "Mid"]
_BY_FIT = ["Mid"]  # and the others, of which none fits better
# a search of this → the order of names, of events
_ORDERS = {
    "": (_BY_TITLE, _BY_DAY),
    "country:pk": (_BY_TITLE, _BY_DAY),
    "-absent": (_BY_TITLE, _BY_DAY),
    "mid": (_BY_FIT, _BY_DAY),
    "mid country:pk": (_BY_FIT, _BY_DAY),
}


@pytest.fixture(scope="module")
def desk_of_mids(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three records of each kind, in one order by title, in another by day, in a third by fit."""
    path = tmp_path_factory.mktemp("mids") / "mids.desk"
    make_desk(path)
    with open_desk(path) as store:
        for title, year in (("Mid", "2003"), ("Zed Mid", "2001"), ("Alpha Mid", "2002")):
            day = HistoricalDate.parse(year)
            for record in (
                Person(title=title, family=title, born=day),
                Organization(title=title, founded=day),
                Agreement(title=title, concluded=day),
                Event(title=title, start=day),
            ):
                record.country = "pk"
                store.save(record, Lens())
    return path


@pytest.fixture
def mids(desk_of_mids: Path, qapp: QApplication) -> Iterator[Session]:
    made = Session(open_desk(desk_of_mids))
    yield made
    made.close()


@pytest.mark.parametrize("is_clicked", [False, True])
@pytest.mark.parametrize("text", list(_ORDERS))
@pytest.mark.parametrize("kind", KINDS)
def test_words_alone_make_an_order_of_fit_and_never_in_the_timeline(
    mids: Session, qtbot: QtBot, kind: str, text: str, is_clicked: bool
) -> None:
    model = RecordModel(kind, mids)
    model.open()
    model.search(parse_query(text))
    qtbot.waitUntil(mids.background_reader.is_idle)
    expected = _ORDERS[text][kind == "event"]
    if is_clicked:
        title = [column.key for column in model.columns].index(column_of_title(model))
        model.sort(title, Qt.SortOrder.DescendingOrder)
        qtbot.waitUntil(mids.background_reader.is_idle)
        expected = _BY_TITLE[::-1]
    if model.rest_delay.isActive():  # what else there is comes in the same order
        model.rest_delay.start(0)
        qtbot.waitUntil(lambda: not model.rest_delay.isActive())
        qtbot.waitUntil(mids.background_reader.is_idle)
    titles = [line.title for line in map(model.line, range(3)) if line]
    assert titles[: len(expected)] == expected and len(titles) == 3
    assert model.is_sorted == (expected is not _BY_FIT)
    if "mid" in text:
        best = mids.reader.ref(model.best_id or 0, mids.lens)
        assert best is not None and best.title == "Mid"
    else:
        assert model.best_id == model.ids[0]


def column_of_title(model: RecordModel) -> str:
    return next(column.key for column in model.columns if column.key in TITLES)


def test_an_empty_query_shows_everything_again(
    model: RecordModel, session: Session, qtbot: QtBot
) -> None:
    everything = names(model)
    model.search(parse_query("munir"))
    qtbot.waitUntil(session.background_reader.is_idle)
    model.search(parse_query(""))
    qtbot.waitUntil(session.background_reader.is_idle)
    assert names(model) == everything


def test_a_late_answer_never_replaces_a_newer_one(
    model: RecordModel, session: Session, qtbot: QtBot
) -> None:
    shown: list[list[str]] = []
    model.filled.connect(lambda: shown.append(names(model)))
    for text in ("m", "mu", "mun", "muni", "dar"):
        model.search(parse_query(text))
    qtbot.waitUntil(session.background_reader.is_idle)
    assert shown == [["Ishaq Dar"]]


def test_a_hit_says_why_and_what_matched(
    model: RecordModel, session: Session, qtbot: QtBot
) -> None:
    model.search(parse_query("lahore"))
    qtbot.waitUntil(session.background_reader.is_idle)
    index = model.index(0, 0)
    assert index.data(TITLE) == "Ishaq Dar"
    assert "Lahore" in index.data(WHY)
    model.search(parse_query("melan"))
    qtbot.waitUntil(session.background_reader.is_idle)
    assert model.index(0, 0).data(MARKS) == ((0, 5),)
    assert model.index(0, 0).data(WHY) == ""


@pytest.mark.parametrize(
    ("typed", "title", "why", "marks", "why_marks"),
    [
        ("rubbio", "Marco Rubio", "spelt alike", ((6, 11),), ()),
        ("muneer aasim", "Asim Munir", None, None, None),
        ("منیر", "Asim Munir", "عاصم منیر, native name", (), ((5, 9),)),
    ],
)
def test_a_hit_spelt_otherwise_says_so_and_marks_the_word_that_answered(
    model: RecordModel,
    session: Session,
    qtbot: QtBot,
    typed: str,
    title: str,
    why: str | None,
    marks: object,
    why_marks: object,
) -> None:
    model.search(parse_query(typed))
    qtbot.waitUntil(session.background_reader.is_idle)
    row = next(row for row in range(model.rowCount()) if model.line(row).title == title)
    hit = model.hit(row)
    if why is not None:
        assert (hit.why, hit.marks, hit.why_marks) == (why, marks, why_marks)
    else:
        assert hit.why and (hit.marks or hit.why_marks)


def test_what_lies_beyond_the_first_page_comes_when_nobody_types(
    model: RecordModel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Reader.page

    def page(*given: object, cap: int | None = None, **how: object) -> object:
        return own(*given, cap=2 if cap is None else cap, **how)

    monkeypatch.setattr(Reader, "page", page)
    model.search(parse_query("country:pk"))
    qtbot.waitUntil(session.background_reader.is_idle)
    assert model.is_capped and len(model.ids) == 2
    first = list(model.ids)
    qtbot.waitUntil(lambda: not model.is_capped)
    assert len(model.ids) == 4 and list(model.ids)[:2] == first
    session.save(Person(title="Zafar Zed", country="pk"))
    qtbot.waitUntil(session.background_reader.is_idle)
    assert len(model.ids) == 5  # no row is lost by a change


def test_a_new_key_gives_up_the_rest_of_the_last(
    model: RecordModel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Reader.page

    def page(*given: object, cap: int | None = None, **how: object) -> object:
        return own(*given, cap=1 if cap is None else cap, **how)

    monkeypatch.setattr(Reader, "page", page)
    model.search(parse_query("country:pk"))
    qtbot.waitUntil(session.background_reader.is_idle)
    model.search(parse_query("munir"))
    assert not model.rest_delay.isActive()
    qtbot.waitUntil(lambda: len(model.ids) == 2)


def test_the_first_rows_come_with_the_hits(
    model: RecordModel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.search(parse_query("munir"))
    qtbot.waitUntil(session.background_reader.is_idle)
    for name in ("lines", "reasons"):
        monkeypatch.setattr(session.reader, name, None)  # the window's own reader is not asked
    assert [model.hit(row).why for row in range(2)] == ["", ""]


def test_a_new_record_takes_its_place_in_order(model: RecordModel, session: Session) -> None:
    session.save(Person(title="Ann Ashe", family="Ashe"))
    assert "Ann Ashe" in names(model)
    session.undo()
    assert "Ann Ashe" not in names(model)


def test_the_ceiling_takes_rows_away(model: RecordModel, session: Session) -> None:
    assert "Secret Agent" in names(model)
    session.limit(1)
    model.reload()
    assert "Secret Agent" not in names(model)


def test_a_row_that_cannot_be_read_is_disabled_and_says_why(
    model: RecordModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refused("The disk does not answer.")

    monkeypatch.setattr(Reader, "lines", refuse)
    model.blocks.clear()
    index = model.index(0, 0)
    assert index.data() == "The disk does not answer."
    assert model.flags(index) == Qt.ItemFlag.NoItemFlags


def test_a_row_that_is_gone_is_disabled(model: RecordModel) -> None:
    model.show_ids(array("q", [999_999]))
    assert "no longer" in model.index(0, 0).data()
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def order_of(session: Session, *, descending: bool = False) -> list[str]:
    reader, lens = session.reader, session.lens
    ids = reader.all_ids("person", lens, "name", descending=descending)
    return [line.title for line in reader.lines(ids, lens)]


@pytest.mark.parametrize("descending", [False, True])
def test_in_a_long_list_each_change_finds_its_place_at_once(
    model: RecordModel,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    descending: bool,
) -> None:
    monkeypatch.setattr("desktop.models.record_model.MAX_WHOLE_ROWS", 0)
    if descending:
        model.sort(0, Qt.SortOrder.DescendingOrder)
        qtbot.waitUntil(session.background_reader.is_idle)
    for title in ("Ann Ashe", "Zoë Żak", "Ann Ashe", "Ishaq Dar the Younger"):
        session.save(Person(title=title))
        assert names(model) == order_of(session, descending=descending)
    person = session.reader.get(model.ids[0], session.lens)
    person.title = "Nadia Middle"
    session.save(person)
    assert names(model) == order_of(session, descending=descending)
    session.remove([model.ids[3], model.ids[1]])
    assert names(model) == order_of(session, descending=descending)
    session.undo()
    assert names(model) == order_of(session, descending=descending)
    assert session.background_reader.is_idle() and model.total == len(model.ids)
    assert model.row_of(model.ids[2]) == 2


def test_other_spellings_come_behind_what_is_spelt_so_when_nobody_types(
    model: RecordModel, session: Session, qtbot: QtBot
) -> None:
    for title in ("Hasan Tariq", "Hassan Tariq"):
        session.save(Person(title=title))
    model.search(parse_query("hasan"))
    qtbot.waitUntil(lambda: names(model) == ["Hasan Tariq"])
    qtbot.waitUntil(lambda: names(model) == ["Hasan Tariq", "Hassan Tariq"])
    assert [model.index(row, 0).data(WHY) for row in range(2)] == ["", "spelt alike"]
