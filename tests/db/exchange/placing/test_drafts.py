"""A draft holds what a row gives and nothing else; the dates of a file are read once."""

from __future__ import annotations

import pytest

from db import HistoricalDate, Person
from db.exchange.mapping.row_values import Value
from db.exchange.placing.drafts import Dates, RowDraft, check_span, own_words
from db.exchange.placing.tally import RowFault
from tests.db.exchange.typed import row


def test_a_draft_knows_which_fields_the_row_gave() -> None:
    draft = RowDraft(Person(title="Ishaq Dar"))
    draft.put("gender", "male")
    assert draft.record.title == "Ishaq Dar" and draft.given == ["gender"]


def test_the_same_text_is_the_same_date() -> None:
    dates = Dates(None)
    one, two = (dates.read(Value("late July 2025")) for _ in range(2))
    assert one is two and one == HistoricalDate.parse("late July 2025")


def test_an_end_that_has_not_come_is_no_date() -> None:
    assert Dates(None).read(Value("present", open_end=True)) is None


def test_a_date_that_cannot_be_read_faults_its_column() -> None:
    with pytest.raises(RowFault) as fault:
        Dates(None).read(Value("03/04/2025", "signed on"))
    assert (fault.value.column, fault.value.value) == ("signed on", "03/04/2025")


def test_the_order_of_the_file_settles_ambiguous_numbers() -> None:
    for day_first, edtf in ((True, "2025-04-03"), (False, "2025-03-04")):
        date = Dates(day_first).read(Value("03/04/2025"))
        assert date is not None and date.edtf == edtf


def test_a_target_that_the_row_does_not_give_has_no_date() -> None:
    assert Dates(None).first(row(start="2019"), "end") is None


@pytest.mark.parametrize(
    ("start", "end", "is_refused"),
    [("2019", "2018", True), ("2019", "2019", False), ("2019-05", "2019-04", True),
     ("2019", "", False), ("", "2018", False)],
)  # fmt: skip
def test_an_end_before_its_start_is_a_fault_of_the_end(
    start: str, end: str, is_refused: bool
) -> None:
    given = row(start=start or "?", end=end or "?")
    days = [HistoricalDate.parse(text) if text else None for text in (start, end)]
    if not is_refused:
        check_span(given, *days, "end")
        return
    with pytest.raises(RowFault, match="before the start") as fault:
        check_span(given, *days, "end")
    assert fault.value.column == "end"


def test_a_key_of_words_leaves_case_and_blanks_out_and_keeps_the_order() -> None:
    assert own_words(["Dar", "pk"]) == own_words([" dar ", "PK"])
    assert own_words(["Dar", "pk"]) != own_words(["pk", "Dar"])
    assert own_words(["ab", "c"]) != own_words(["a", "bc"])
