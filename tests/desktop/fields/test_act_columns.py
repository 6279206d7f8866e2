"""The columns of the parties' grid say what the acts say, and change the acts alone."""

from typing import Any

import pytest

from db import HistoricalDate, Party, PartyAction, Ref
from desktop.fields.act_columns import accepts_typing, cell_content, copy_row, put_cell
from desktop.fields.act_days import ActDay, SeveralActs
from desktop.fields.agreement_fields import PARTIES
from desktop.fields.field_contents import Unread, read
from desktop.fields.part_rows import PartRow, part_of, row_of, unread_in

DAY = HistoricalDate.parse("12 May 1994")
OTHER = HistoricalDate.parse("2001")
DAR = Ref(3, "Ishaq Dar", "person")
COLUMNS = {field.name: field for field in PARTIES.columns}


def row(*acts: PartyAction) -> PartRow:
    return row_of(Party(who=Ref(1, "Pakistan", "organization"), actions=list(acts)), PARTIES)


def acts_of(row: PartRow) -> list[PartyAction]:
    made: Any = part_of(row, PARTIES)
    return list(made.actions)


def test_a_row_shows_what_its_party_did() -> None:
    one = row(
        PartyAction(action="signed", date=DAY, signatory=DAR),
        PartyAction(action="acceded", date=OTHER),
    )
    shown = {name: cell_content(one, field) for name, field in COLUMNS.items()}
    assert shown == {
        "who": Ref(1, "Pakistan", "organization"),
        "signed": ActDay("", DAY),
        "signed_by": DAR,
        "consent": ActDay("acceded", OTHER),
        "in_force": None,
    }


def test_a_day_typed_into_a_cell_makes_the_act_of_its_column() -> None:
    one = row()
    put_cell(one, COLUMNS["consent"], ActDay("", DAY), PARTIES)
    put_cell(one, COLUMNS["in_force"], ActDay("", OTHER), PARTIES)
    put_cell(one, COLUMNS["signed_by"], DAR, PARTIES)
    assert acts_of(one) == [
        PartyAction(action="ratified", date=DAY),
        PartyAction(action="entry into force", date=OTHER),
        PartyAction(action="signed", signatory=DAR),
    ]
    assert cell_content(one, COLUMNS["signed"]) == ActDay()  # signed, on a day not known


def test_another_day_leaves_the_rest_of_the_act() -> None:
    act = PartyAction(id=7, action="acceded", date=DAY, date_of="deposit", note="with declaration")
    one = row(act)
    put_cell(one, COLUMNS["consent"], ActDay("", OTHER), PARTIES)
    assert acts_of(one) == [act.model_copy(update={"date": OTHER})]
    put_cell(one, COLUMNS["consent"], ActDay("accepted", OTHER), PARTIES)
    assert acts_of(one)[0].action == "accepted"


def test_an_emptied_cell_takes_an_act_out_that_says_nothing_else() -> None:
    one = row(PartyAction(action="signed", date=DAY), PartyAction(action="ratified", date=DAY))
    put_cell(one, COLUMNS["signed"], None, PARTIES)
    assert [act.action for act in acts_of(one)] == ["ratified"]
    two = row(PartyAction(action="signed", date=DAY, signatory=DAR))
    put_cell(two, COLUMNS["signed"], None, PARTIES)
    assert acts_of(two) == [PartyAction(action="signed", signatory=DAR)]


def test_several_acts_of_one_column_are_all_shown_and_not_typed_over() -> None:
    one = row(PartyAction(action="ratified", date=DAY), PartyAction(action="acceded", date=OTHER))
    assert cell_content(one, COLUMNS["consent"]) == SeveralActs("12 May 1994; acceded 2001")
    assert not accepts_typing(one, COLUMNS["consent"])
    assert accepts_typing(one, COLUMNS["signed"]) and accepts_typing(one, COLUMNS["who"])


def test_a_day_that_cannot_be_read_stands_in_cell_and_act() -> None:
    one = row()
    unread = read(COLUMNS["signed"], "in Juli")
    put_cell(one, COLUMNS["signed"], unread, PARTIES)
    assert isinstance(unread, Unread)
    assert cell_content(one, COLUMNS["signed"]) == unread
    assert [path for path, _ in unread_in([one], PARTIES)] == ["parties[0].actions[0].date"]


@pytest.mark.parametrize("name", ["signed", "signed_by", "consent"])
def test_a_copied_row_leaves_the_first_as_it_was(name: str) -> None:
    one = row(PartyAction(action="signed", date=DAY, signatory=DAR))
    before = part_of(one, PARTIES)
    other = copy_row(one)
    put_cell(other, COLUMNS[name], None, PARTIES)
    put_cell(other, COLUMNS["in_force"], ActDay(), PARTIES)
    assert part_of(one, PARTIES) == before
