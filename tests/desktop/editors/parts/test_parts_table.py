"""A table of parts is filled, walked and mended by the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import (
    MAX_ATTACHMENT_BYTES,
    Amount,
    Citation,
    Contact,
    HistoricalDate,
    Organization,
    Party,
    Source,
    Tenure,
)
from desktop.editors.parts.parts_table import PartsTable
from desktop.fields.agreement_fields import AMOUNTS, PARTIES
from desktop.fields.every_kind import ATTACHMENTS, CITATIONS, CONTACTS, NOTES
from desktop.fields.part_rows import part_of, parts_of_rows
from desktop.fields.person_fields import TENURES
from tests.desktop.editors.conftest import Frame, press, shown_table, type_text
from tests.desktop.small_desk import SmallDesk, full_agreement, office, ref


def tenures_of(table: PartsTable) -> list[Tenure]:
    table.finish()
    return parts_of_rows(table.model.rows, table.parts)


def test_typing_in_the_empty_row_adds_a_row(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    table = shown_table(frame, desk, CONTACTS)
    table.view.go_to(0, 1)
    type_text(qtbot, "+92 51 1")
    with qtbot.waitSignal(table.edited):
        press(qtbot, Qt.Key.Key_Tab)
    type_text(qtbot, "home")
    press(qtbot, Qt.Key.Key_Return)
    assert tenures_of(table) == [Contact(kind="phone", value="+92 51 1", note="home")]
    assert table.model.rowCount() == 2


def test_a_tenure_is_typed_without_the_mouse(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    table = shown_table(frame, desk, TENURES)
    table.view.go_to(0, 0)
    type_text(qtbot, "foreign sec")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    type_text(qtbot, "since late 2021")
    assert table.foot() == HistoricalDate.parse("since late 2021").reading()
    press(qtbot, Qt.Key.Key_Tab)
    type_text(qtbot, "July 2023")
    press(qtbot, Qt.Key.Key_Tab)
    type_text(qtbot, "ended")
    press(qtbot, Qt.Key.Key_Tab)
    type_text(qtbot, " ")
    press(qtbot, Qt.Key.Key_Tab)
    assert tenures_of(table) == [
        Tenure(
            office=office(desk, "Foreign Secretary"),
            acting=True,
            since=HistoricalDate.parse("since late 2021"),
            until=HistoricalDate.parse("July 2023"),
            end_state="ended",
        )
    ]


def test_tab_walks_the_cells_and_leaves_at_the_end(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, CONTACTS, Contact(value="1"))
    frame.above.setFocus()
    places = []
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Tab)
        assert table.view.hasFocus()
        places.append((table.view.currentIndex().row(), table.view.currentIndex().column()))
    assert places == [(0, 0), (0, 1), (0, 2), (1, 0)]
    press(qtbot, Qt.Key.Key_Tab)
    assert frame.below.hasFocus()
    press(qtbot, Qt.Key.Key_Backtab)
    assert table.view.currentIndex() == table.model.index(1, 0)


def test_tab_out_of_the_last_open_cell_leaves_the_table(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, CONTACTS)
    table.view.go_to(0, 2)
    press(qtbot, Qt.Key.Key_F2)
    assert table.view.is_editing
    press(qtbot, Qt.Key.Key_Tab)
    assert frame.below.hasFocus()


def test_tab_goes_through_what_hangs_on_a_row_and_back(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, PARTIES, *full_agreement(desk).parties[:1])
    inner = table.inner
    table.view.go_to(0, 4)
    walked = []

    def here() -> str:
        focus = QApplication.focusWidget()
        for name, edit in (*table.more.edits.items(), *inner.more.edits.items()):
            if edit.isAncestorOf(focus):
                return name
        if focus is inner.view:
            return f"act {inner.view.currentIndex().row()}.{inner.view.currentIndex().column()}"
        return f"party {table.view.currentIndex().row()}.{table.view.currentIndex().column()}"

    while here() != "party 1.0":
        walked.append(here())
        press(qtbot, Qt.Key.Key_Tab)
    assert walked[:4] == ["party 0.4", "side", "capacity", "act 0.0"]
    assert walked[-1] == f"act {len(inner.model.rows)}.0"
    back = []
    while here() != "party 0.4":
        press(qtbot, Qt.Key.Key_Backtab)
        back.append(here())
    assert back == walked[::-1]
    table.view.go_to(1, 0)
    press(qtbot, Qt.Key.Key_Tab)
    assert frame.below.hasFocus()
    assert not inner.isVisible()


def test_a_day_in_the_grid_is_an_act_below_it(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    table = shown_table(frame, desk, PARTIES, Party(who=ref(desk, "Pakistan Army")))
    table.view.go_to(0, 1)
    type_text(qtbot, "12 May 1994")
    assert table.foot() == HistoricalDate.parse("12 May 1994").reading()
    with table.with_open_cell():
        assert len(part_of(table.model.rows[0], PARTIES).actions) == 1
    assert part_of(table.model.rows[0], PARTIES).actions == []
    press(qtbot, Qt.Key.Key_Tab)
    assert [row.cells["action"] for row in table.inner.model.rows] == ["signed"]
    assert table.inner.model.rowCount() == 2
    table.inner.view.go_to(0, 1)
    type_text(qtbot, "1995")
    press(qtbot, Qt.Key.Key_Return)
    assert table.model.index(0, 1).data() == "1995"


def test_six_parties_with_three_days_each_are_pasted_at_once(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    states = [f"State of {letter}" for letter in "ABCDEF"]
    for state in states:
        desk.save(Organization(title=state, kind="state"))
    table = shown_table(frame, desk, PARTIES)
    table.view.go_to(0, 0)
    lines = [f"{state}\t1 May 1994\t{1995 + at} a\t2001" for at, state in enumerate(states)]
    table.view.paste("\n".join(lines))
    parties = parts_of_rows(table.model.rows, PARTIES)
    assert [party.who.title for party in parties] == states
    for at, party in enumerate(parties):
        acts = [(act.action, act.date.edtf) for act in party.actions]
        days = ("1994-05-01", str(1995 + at), "2001")
        assert acts == list(zip(("signed", "acceded", "entry into force"), days, strict=True))
    assert table.foot() == "Pasted 6 rows: Party, Signed, Ratified, acceded, In force."


@pytest.mark.parametrize(
    ("key", "days"), [(Qt.Key.Key_Return, ["1994", "1994"]), (Qt.Key.Key_Escape, [None, None])]
)
def test_all_parties_sign_on_one_day(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, key: Qt.Key, days: list[str | None]
) -> None:
    parties = [Party(who=ref(desk, "Pakistan Army")), Party(who=ref(desk, "Ishaq Dar"))]
    table = shown_table(frame, desk, PARTIES, *parties)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: table.view.is_editing)  # a button that is pressed by its letter blinks
    type_text(qtbot, "1994")
    press(qtbot, key)
    assert [table.model.index(row, 1).data() or None for row in (0, 1)] == days
    table.view.go_to(1, 4)
    type_text(qtbot, "2001")
    press(qtbot, Qt.Key.Key_Return)  # an open cell of another time fills nothing
    assert not table.model.index(0, 4).data()


def test_a_sum_in_words_fills_its_row_and_says_how_it_was_read(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, AMOUNTS)
    table.view.go_to(0, 0)
    type_text(qtbot, "about $ 500 million, announced in July 2025")
    assert table.foot() == "about 500,000,000 USD, announced, as of July 2025"
    with table.with_open_cell():
        assert table.model.rows[0].cells["currency"] == "USD"
    press(qtbot, Qt.Key.Key_Tab)
    said = Amount(number="500000000", currency="USD", qualifier="about", stage="announced")
    said.as_of = HistoricalDate.parse("in July 2025")
    assert parts_of_rows(table.model.rows, AMOUNTS) == [said]
    assert table.model.index(0, 0).data() == "500,000,000"
    table.view.go_to(0, 0)
    press(qtbot, Qt.Key.Key_F2)
    assert QApplication.focusWidget().text() == "500000000"  # as it can be typed again
    type_text(qtbot, "600 million")
    press(qtbot, Qt.Key.Key_Return)
    said.number = "600000000"
    assert parts_of_rows(table.model.rows, AMOUNTS) == [said]  # the rest of the row stays


@pytest.mark.parametrize(("countries", "currency"), [({"pk"}, "PKR"), (set(), "")])
def test_the_countries_of_the_form_say_whose_rupee_it_is(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, countries: set[str], currency: str
) -> None:
    table = shown_table(frame, desk, AMOUNTS)
    table.model.countries = lambda: countries
    table.view.go_to(0, 0)
    type_text(qtbot, "Rs 3 crore")
    assert (table.foot() == "30,000,000 PKR") == bool(currency)
    assert ("INR" in table.foot()) != bool(currency)
    press(qtbot, Qt.Key.Key_Return)
    assert table.model.rows[0].cells["currency"] == currency
    table.view.go_to(1, 0)
    table.view.paste("Rs 5 lakh")
    assert table.model.rows[1].cells["currency"] == currency


def test_names_that_the_desk_has_not_are_created_at_once(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, PARTIES)
    table.view.go_to(0, 0)
    table.view.paste("Pakistan Army\t1994\nFreedonia\t1994\nSylvania\t1995")
    assert "2 cells cannot be taken as they stand" in table.foot()
    assert table.create_button.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not table.create_button.isVisible())
    parties = parts_of_rows(table.model.rows, PARTIES)
    assert [party.who.title for party in parties] == ["Pakistan Army", "Freedonia", "Sylvania"]
    assert [party.who.is_new for party in parties] == [False, True, True]
    table.view.go_to(1, 0)
    assert table.foot() == "New organization, made when this is saved."


def test_a_word_that_is_new_to_its_list_is_said_quietly(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, CONTACTS)
    table.view.go_to(0, 0)
    type_text(qtbot, "pager")
    assert table.foot() == "New here: “pager” is not in the list yet."
    press(qtbot, Qt.Key.Key_Tab)
    assert table.foot() == ""
    table.view.go_to(0, 0)
    assert table.foot() == "New here: “pager” is not in the list yet."
    assert table.model.problem(table.view.currentIndex()) == ""


def test_escape_gives_a_cell_back(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    table = shown_table(frame, desk, CONTACTS, Contact(value="1"))
    table.view.go_to(0, 1)
    type_text(qtbot, "2")
    press(qtbot, Qt.Key.Key_Escape)
    assert table.model.rows[0].cells["value"] == "1"
    assert table.view.hasFocus()
    assert table.foot() == "The cell is as it was."


def test_rows_are_moved_and_removed_by_keys(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    table = shown_table(frame, desk, CONTACTS, *(Contact(value=text) for text in "123"))
    table.view.go_to(2, 1)
    qtbot.keyClick(table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert [row.cells["value"] for row in table.model.rows] == ["1", "3", "2"]
    press(qtbot, Qt.Key.Key_Delete)
    assert [row.cells["value"] for row in table.model.rows] == ["1", "2"]
    assert table.view.currentIndex().row() == 1
    press(qtbot, Qt.Key.Key_Backspace)
    assert table.model.rows[1].cells["value"] == ""


def test_an_unreadable_date_stands_in_its_cell_with_why(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, TENURES, Tenure(office=office(desk, "Foreign Minister")))
    table.view.go_to(0, 1)
    type_text(qtbot, "in Juli")
    press(qtbot, Qt.Key.Key_Return)
    cell = table.model.index(0, 1)
    assert cell.data() == "in Juli"
    assert "Juli" in table.model.problem(cell)
    assert table.foot() == table.model.problem(cell)
    assert cell.data(Qt.ItemDataRole.AccessibleDescriptionRole) == table.foot()


def test_what_each_party_did_follows_the_party(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    parties = full_agreement(desk).parties
    table = shown_table(frame, desk, PARTIES, *parties)
    inner = table.inner
    assert inner.isVisible()
    assert len(inner.model.rows) == 2
    table.view.go_to(1, 0)
    assert inner.model.rows == []
    inner.view.go_to(0, 1)
    type_text(qtbot, "2026")
    press(qtbot, Qt.Key.Key_Return)
    table.view.go_to(2, 0)
    assert not inner.isVisible()
    second = part_of(table.model.rows[1], PARTIES)
    assert [act.date.edtf for act in second.actions] == ["2026"]
    assert part_of(table.model.rows[0], PARTIES) == parties[0]


def test_another_title_names_another_source(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    shared = desk.reader.source(1, desk.lens)
    assert shared is not None
    table = shown_table(frame, desk, CITATIONS, Citation(source=shared, passage="so"))
    table.view.go_to(0, 0)
    type_text(qtbot, "Desk note")
    press(qtbot, Qt.Key.Key_Return)
    cited = part_of(table.model.rows[0], CITATIONS)
    assert cited == Citation(source=Source(title="Desk note"), passage="so")
    table.view.go_to(0, 0)
    type_text(qtbot, "phone")
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert part_of(table.model.rows[0], CITATIONS) == Citation(source=shared, passage="so")


def test_details_of_a_source_are_typed_below(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    table = shown_table(frame, desk, CITATIONS, Citation(source=Source(title="Desk note")))
    table.view.go_to(0, 0)
    publisher = table.more.edits["source.publisher"]
    assert publisher.isVisible()
    qtbot.keyClicks(publisher.widget, "The desk")
    assert table.model.rows[0].cells["source.publisher"] == "The desk"
    assert desk.reader.source(1, desk.lens).publisher == "MOFA"


def test_a_note_keeps_its_lines(qtbot: QtBot, frame: Frame, desk: SmallDesk) -> None:
    table = shown_table(frame, desk, NOTES)
    table.view.go_to(0, 0)
    type_text(qtbot, "one")
    press(qtbot, Qt.Key.Key_Return)
    type_text(qtbot, "two")
    press(qtbot, Qt.Key.Key_Tab)
    assert table.model.rows[0].cells["text"] == "one\ntwo"


def test_what_stands_in_an_open_cell_is_not_lost(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, CONTACTS, Contact(value="1"))
    table.view.go_to(0, 2)
    type_text(qtbot, "priv")
    with table.with_open_cell():
        assert table.model.rows[0].cells["note"] == "priv"
    assert table.model.rows[0].cells["note"] == ""
    assert table.view.is_editing
    type_text(qtbot, "ate")
    table.finish()
    assert table.model.rows[0].cells["note"] == "private"
    assert not table.view.is_editing


def test_a_file_is_attached_with_its_hash(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, tmp_path: Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"abc")
    table = shown_table(frame, desk, ATTACHMENTS)
    table.add_file(str(path))
    made = part_of(table.model.rows[0], ATTACHMENTS)
    assert (made.file_name, made.media_type, made.size) == ("note.txt", "text/plain", 3)
    assert made.data == b"abc"
    assert made.sha256.startswith("ba7816bf")


@pytest.mark.parametrize(
    ("size", "says"), [(None, "no such file"), (MAX_ATTACHMENT_BYTES + 1, "20 MB")]
)
def test_a_file_that_cannot_be_attached_says_why(
    qtbot: QtBot, frame: Frame, desk: SmallDesk, tmp_path: Path, size: int | None, says: str
) -> None:
    path = tmp_path / "large.bin"
    if size is not None:
        with path.open("wb") as file:
            file.truncate(size)
    table = shown_table(frame, desk, ATTACHMENTS)
    table.add_file(str(path))
    assert says in table.foot()
    assert table.model.rows == []


def test_every_cell_is_named_for_a_screen_reader(
    qtbot: QtBot, frame: Frame, desk: SmallDesk
) -> None:
    table = shown_table(frame, desk, CONTACTS, Contact(value="1"))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.model.index(0, 1).data(role) == "Number, address or site: 1"
    assert table.model.index(1, 0).data(role) == "Type, new contact"
    assert table.view.accessibleName() == "Contact details"
    assert ref(desk, "Ishaq Dar").kind == "person"
