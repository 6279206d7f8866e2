"""A draft holds what a row gives and nothing else; the dates of a file are read once."""

from __future__ import annotations

import pytest

from db import HistoricalDate, Person
from db.exchange.mapping.row_values import Value
from db.exchange.placing.drafts import Dates, RowDraft, own_words, read_marking
from db.exchange.placing.tally import RowFault, Tally
from tests.db.exchange.typed import row


def test_a_draft_knows_which_fields_the_row_gave() -> None:
    draft = RowDraft(Person(title="Ishaq Dar"))
    draft.put("gender", "male")
    assert draft.record.title == "Ishaq Dar" and draft.row_fields == ["gender"]


def test_the_same_text_is_the_same_date() -> None:
    dates = Dates(None, Tally("events"))
    one, two = (dates.read(Value("late July 2025")) for _ in range(2))
    assert one is two and one == HistoricalDate.parse("late July 2025")


def test_an_end_that_has_not_come_is_no_date() -> None:
    assert Dates(None, Tally("events")).read(Value("present", open_end=True)) is None


def test_a_date_that_cannot_be_read_is_left_out_and_told_with_its_column() -> None:
    tally = Tally("events")
    assert Dates(None, tally).read(Value("03/04/2025", "signed on")) is None
    (told,) = tally.flagged
    assert (told["column"], told["value"]) == ("signed on", "03/04/2025")


def test_the_order_of_the_file_settles_ambiguous_numbers() -> None:
    for day_first, edtf in ((True, "2025-04-03"), (False, "2025-03-04")):
        date = Dates(day_first, Tally("events")).read(Value("03/04/2025"))
        assert date is not None and date.edtf == edtf


def test_a_target_that_the_row_does_not_give_has_no_date() -> None:
    assert Dates(None, Tally("events")).first(row(start="2019"), "end") is None


@pytest.mark.parametrize(
    ("start", "end", "is_refused"),
    [("2019", "2018", True), ("2019", "2019", False), ("2019-05", "2019-04", True),
     ("2019", "", False), ("", "2018", False)],
)  # fmt: skip
def test_an_end_before_its_start_is_left_out(start: str, end: str, is_refused: bool) -> None:
    given = row(**{name: text for name, text in (("start", start), ("end", end)) if text})
    dates = Dates(None, tally := Tally("events"))
    found = dates.end(given, "end", dates.first(given, "start"))
    assert (found is None) == (is_refused or not end)
    assert [each["column"] for each in tally.flagged] == ["end"] * is_refused
    assert all("before the start" in each["why"] for each in tally.flagged)


def test_a_key_of_words_leaves_case_and_blanks_out_and_keeps_the_order() -> None:
    assert own_words(["Dar", "pk"]) == own_words([" dar ", "PK"])
    assert own_words(["Dar", "pk"]) != own_words(["pk", "Dar"])
    assert own_words(["ab", "c"]) != own_words(["a", "bc"])


@pytest.mark.parametrize(("text", "level"), [("", 0), ("Restricted", 1), ("2", 2)])
def test_a_marking_is_a_level(text: str, level: int) -> None:
    assert read_marking(text, "marking", 2) == level


@pytest.mark.parametrize("text", ["secret", "top", "9"])
def test_a_marking_above_the_ceiling_or_none_refuses_the_row(text: str) -> None:
    with pytest.raises(RowFault) as fault:
        read_marking(text, "marking", 2)
    assert (fault.value.column, fault.value.value) == ("marking", text)
